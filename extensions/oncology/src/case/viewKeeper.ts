import { sameJson, type Schedule } from '@corelab/client';
import type { ReadDocument } from '@corelab/reads';

export type SavedView = ReadDocument['view'];

/** What the images add to the saved view. */
export type ImagesView = Pick<SavedView, 'layout' | 'panes'>;

const settleMs = 1000;

/**
 * The view that is saved with the document so that a read opens as it was left. A change of it alone is saved when it
 * has rested a second; it is no edit and nothing to undo.
 */
export class ViewKeeper {
  readonly #schedule: Schedule;
  readonly #save: () => void;
  #source: () => ImagesView;
  #last: SavedView;
  #cancel: (() => void) | null = null;

  constructor(schedule: Schedule, initial: SavedView, save: () => void) {
    this.#schedule = schedule;
    this.#save = save;
    this.#last = initial;
    this.#source = () => ({ layout: this.#last.layout, panes: this.#last.panes });
  }

  setSource(source: () => ImagesView): void {
    this.#source = source;
  }

  /** The view as it stands. */
  now(selectedLesion: string | null, comparison: string | null): SavedView {
    return { ...this.#source(), selectedLesion, comparison };
  }

  /** Remembers what was sent; answers whether it differs from what was sent before. */
  sent(view: SavedView): boolean {
    this.#cancel?.();
    this.#cancel = null;
    const changed = !sameJson(view, this.#last);
    this.#last = view;
    return changed;
  }

  /** The view changed: saved when nothing more changes for a second. */
  note(): void {
    this.#cancel?.();
    this.#cancel = this.#schedule(() => {
      this.#cancel = null;
      this.#save();
    }, settleMs);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
