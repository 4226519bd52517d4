import { nearestSlice } from './slicePositions.js';
import type { StackViewport } from './types.js';

/** A pane that takes part in linked scrolling. */
export interface LinkedPane {
  viewportId: string;
  viewport: Pick<StackViewport, 'getCurrentImageIdIndex' | 'setImageIdIndex'>;
  /** What the pane shows as far as linking cares: panes keep their offset while this stays (a timepoint). */
  subject: string;
  /** The images in the pane. */
  stack: string;
  /** It shows one of them: a pane that is told of another one before stays without a picture. */
  ready: boolean;
  /** Place of each slice along the patient's axis, mm, in the order of the stack; null where it is not known. */
  positions: readonly (number | null)[];
}

/**
 * Linked scrolling of panes by patient position: when one shows another slice, the others go to the slice nearest to
 * the same place plus their own offset. The host's `imageslice` synchronizer moves nothing across studies, whose frames
 * of reference differ. On from the start, without offsets; `toggle` ends it, and begins it again at the slices shown.
 */
export class ScrollLink {
  readonly #panes: () => readonly LinkedPane[];
  /** By pane: the slices it was sent to that have not arrived; a later one may overtake an earlier one. */
  readonly #sent = new Map<string, Set<number>>();
  /** The pane under a pressed button: nothing moves it meanwhile. */
  #held: string | null = null;
  /** By subject: mm from the common place to the slice shown. */
  readonly #offsets = new Map<string, number>();
  /** By pane: the images it is known to show. */
  readonly #stacks = new Map<string, string>();
  /** By pane: the slice it told of last. */
  readonly #told = new Map<string, number>();
  #on = true;

  constructor(panes: () => readonly LinkedPane[]) {
    this.#panes = panes;
  }

  get on(): boolean {
    return this.#on;
  }

  /** Offset of a pane's subject to the common place, mm. */
  offsetMm(subject: string): number {
    return this.#offsets.get(subject) ?? 0;
  }

  /** Ends the link, or begins it at the slices which the panes show now; the first pane is the reference. */
  toggle(): void {
    this.#on = !this.#on;
    if (!this.#on) {
      return;
    }
    const [first, ...others] = this.#panes();
    const base = first === undefined ? null : shownPosition(first);
    if (first === undefined || base === null) {
      return;
    }
    this.#offsets.set(first.subject, 0);
    for (const pane of others) {
      const position = shownPosition(pane);
      if (position !== null) {
        this.#offsets.set(pane.subject, position - base);
      }
    }
  }

  /** The panes show what they are to show: from here on a new slice of one of them moves the others. */
  begin(): void {
    this.#panes().forEach(({ viewportId, stack }) => this.#stacks.set(viewportId, stack));
  }

  /** The panes are made anew: their next slice is where they begin, not a move. */
  forget(): void {
    this.#stacks.clear();
    this.#sent.clear();
    this.#told.clear();
  }

  /** How many slices a pane stands beyond the one nearest in position to the first pane's slice; null when unknown. */
  offsetSlices(viewportId: string): number | null {
    const panes = this.#panes();
    const [first] = panes;
    const pane = panes.find(candidate => candidate.viewportId === viewportId);
    const base = first === undefined ? null : shownPosition(first);
    if (first === undefined || pane === undefined || base === null) {
      return null;
    }
    const common = base - this.offsetMm(first.subject);
    const plain = nearestSlice(pane.positions, common);
    const shifted = nearestSlice(pane.positions, common + this.offsetMm(pane.subject));
    return plain === null || shifted === null ? null : shifted - plain;
  }

  /**
   * A pane shows another slice; the others follow unless it was this link that sent it there. Its first slice of other
   * images than before moves nobody, nor does a slice it told of already. Answers whether somebody else moved the pane.
   */
  moved(viewportId: string, index: number): boolean {
    const isOwn = this.#arrived(viewportId, index);
    const panes = this.#panes();
    const source = panes.find(pane => pane.viewportId === viewportId);
    if (source === undefined) {
      return false;
    }
    const isNew = this.#stacks.get(viewportId) !== source.stack;
    this.#stacks.set(viewportId, source.stack);
    const position = source.positions[index] ?? null;
    const isKnown = this.#told.get(viewportId) === index;
    this.#told.set(viewportId, index);
    // The host tells of a slice again when it draws the same images anew.
    if (isNew || isKnown || isOwn) {
      return false;
    }
    if (!this.#on || position === null) {
      return true;
    }
    const common = position - this.offsetMm(source.subject);
    for (const pane of panes) {
      if (pane !== source && pane.ready) {
        const target = nearestSlice(pane.positions, common + this.offsetMm(pane.subject));
        if (target !== null) {
          this.send(pane, target);
        }
      }
    }
    return true;
  }

  /** Whether the pane was sent to this slice; once it is at the last of them, no earlier one is waited for. */
  #arrived(viewportId: string, index: number): boolean {
    const sent = this.#sent.get(viewportId);
    const isOwn = sent?.has(index) ?? false;
    if (!isOwn || [...(sent ?? [])].at(-1) === index) {
      this.#sent.delete(viewportId);
    } else {
      sent?.delete(index);
    }
    return isOwn;
  }

  /** The reader presses a button in this pane; null when it is released. */
  hold(viewportId: string | null): void {
    this.#held = viewportId;
  }

  /** Brings one pane to a slice without moving the others; not the one which the reader draws in. */
  send({ viewportId, viewport }: LinkedPane, index: number): void {
    if (viewport.getCurrentImageIdIndex() === index || viewportId === this.#held) {
      return;
    }
    this.#sent.set(viewportId, (this.#sent.get(viewportId) ?? new Set()).add(index));
    void viewport.setImageIdIndex(index);
  }
}

function shownPosition(pane: LinkedPane): number | null {
  return pane.positions[pane.viewport.getCurrentImageIdIndex()] ?? null;
}
