import type { KeptPicture, ReplayedRead } from '@corelab/client';
import { panesOf, parseImageId, type HostServices, type Pane } from '@corelab/host';
import { comparePane } from './comparePane.js';
import { isSame, type PixelDifference } from './differingPixels.js';

/** The picture of a pane, and how the pane as it is rebuilt stands to it. */
export interface PictureView {
  /** From 1, in the order of the saved view. */
  readonly pane: number;
  readonly timepoint: string;
  /** Where the picture is; null where there is none, and why. */
  readonly address: string | null;
  readonly missing: string | null;
  /** `gone`: no pane shows this any more; `unreadable`: the pane or its picture could not be read. */
  readonly outcome: 'same' | 'differs' | 'gone' | 'unreadable' | 'comparing' | null;
  readonly share: number | null;
}

export interface ReplaySnapshot {
  readonly shown: boolean;
  readonly pictures: readonly PictureView[];
}

export interface ReplayParts {
  readonly services: HostServices;
  readonly replayed: ReplayedRead;
  /** Panes of the saved view by their place in the layout, as the bench gave them back. */
  paneOf(index: number): string | null;
  /** Gives the panes back what they showed at the signature. */
  restore(): void;
  report(reason: unknown): void;
}

const isKept = (one: object): one is KeptPicture => 'sha256' in one;

/** A replay beside its read: the pictures taken at the signature, held against the panes as they are now. */
export class ReplayStore {
  readonly replayed: ReplayedRead;
  readonly #parts: ReplayParts;
  readonly #listeners = new Set<() => void>();
  readonly #images = new Map<string, Promise<HTMLImageElement>>();
  #snapshot: ReplaySnapshot;
  #turn = 0;

  constructor(parts: ReplayParts) {
    this.#parts = parts;
    this.replayed = parts.replayed;
    this.#snapshot = { shown: false, pictures: this.#pictures() };
  }

  readonly getSnapshot = (): ReplaySnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  restore(): void {
    this.#parts.restore();
  }

  async show(shown: boolean): Promise<void> {
    this.#set({ shown });
    if (shown) await this.compare();
  }

  /** The panes have drawn: what is compared is what they show now. */
  async compare(): Promise<void> {
    if (!this.#snapshot.shown) return;
    this.#turn += 1;
    const turn = this.#turn;
    const kept = this.#kept();
    for (const [index, picture] of this.#snapshot.pictures.entries()) {
      const one = kept[index];
      if (one === undefined || !isKept(one) || picture.address === null) continue;
      const found = await this.#compared(index, one, picture.address);
      if (turn !== this.#turn) return;
      this.#set({
        pictures: this.#snapshot.pictures.map((before, at) =>
          at === index ? { ...before, ...found } : before
        ),
      });
    }
  }

  async #compared(
    index: number,
    kept: KeptPicture,
    address: string
  ): Promise<Pick<PictureView, 'outcome' | 'share'>> {
    const pane = this.#paneOf(index);
    if (pane === undefined) return { outcome: 'gone', share: null };
    let difference: PixelDifference | null;
    try {
      difference = await comparePane(pane.viewport, kept, await this.#image(address));
    } catch (reason) {
      this.#parts.report(reason);
      return { outcome: 'unreadable', share: null };
    }
    if (difference === null) return { outcome: 'unreadable', share: null };
    // Another image at the same place is another image, however alike.
    const shown = parseImageId(pane.viewport.getCurrentImageId() ?? '');
    const isSameImage = shown?.sopInstanceUid === kept.sopInstanceUid;
    const outcome = isSameImage && isSame(difference) ? 'same' : 'differs';
    return { outcome, share: difference.share };
  }

  /** The pane that holds what this one of the saved view held. */
  #paneOf(index: number): Pane | undefined {
    const id = this.#parts.paneOf(index);
    return panesOf(this.#parts.services).find(({ viewportId }) => viewportId === id);
  }

  #image(address: string): Promise<HTMLImageElement> {
    const known = this.#images.get(address);
    if (known !== undefined) return known;
    const image = new Image();
    image.src = address;
    const loading = image.decode().then(() => image);
    this.#images.set(address, loading);
    return loading;
  }

  #kept(): readonly object[] {
    const { pictures } = this.replayed;
    return pictures !== null && 'panes' in pictures ? pictures.panes : [];
  }

  #pictures(): PictureView[] {
    const { context, document } = this.replayed;
    const views = (document as { view: { panes: { timepoint: string }[] } }).view.panes;
    const root = `/api/reads/${encodeURIComponent(context.readId)}/replay/pictures`;
    return this.#kept().map((one, index) => ({
      ...{ pane: index + 1, timepoint: views[index]?.timepoint ?? '', share: null },
      address: isKept(one) ? `${root}/${one.sha256}` : null,
      missing: 'missing' in one ? String(one.missing) : null,
      outcome: isKept(one) ? 'comparing' : null,
    }));
  }

  #set(change: Partial<ReplaySnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  }
}
