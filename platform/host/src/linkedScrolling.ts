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
  /** By pane: the slice it was sent to, until it has arrived. */
  readonly #sent = new Map<string, number>();
  /** By subject: mm from the common place to the slice shown. */
  readonly #offsets = new Map<string, number>();
  /** By pane: the images it is known to show. */
  readonly #stacks = new Map<string, string>();
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
   * images than before moves nobody. Answers whether somebody else moved the pane.
   */
  moved(viewportId: string, index: number): boolean {
    const sent = this.#sent.get(viewportId);
    this.#sent.delete(viewportId);
    const panes = this.#panes();
    const source = panes.find(pane => pane.viewportId === viewportId);
    if (source === undefined) {
      return false;
    }
    const isNew = this.#stacks.get(viewportId) !== source.stack;
    this.#stacks.set(viewportId, source.stack);
    const position = source.positions[index] ?? null;
    if (isNew || sent === index) {
      return false;
    }
    if (!this.#on || position === null) {
      return true;
    }
    const common = position - this.offsetMm(source.subject);
    for (const pane of panes) {
      if (pane !== source) {
        const target = nearestSlice(pane.positions, common + this.offsetMm(pane.subject));
        if (target !== null) {
          this.send(pane, target);
        }
      }
    }
    return true;
  }

  /** Brings one pane to a slice without moving the others. */
  send({ viewportId, viewport }: LinkedPane, index: number): void {
    if (viewport.getCurrentImageIdIndex() === index) {
      return;
    }
    this.#sent.set(viewportId, index);
    void viewport.setImageIdIndex(index);
  }
}

function shownPosition(pane: LinkedPane): number | null {
  return pane.positions[pane.viewport.getCurrentImageIdIndex()] ?? null;
}
