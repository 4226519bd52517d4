import type { HostServices } from '@corelab/host';
import type { CaseStore } from '../case/caseStore.js';
import { comparedEntry } from './comparison.js';
import { addHostMark, lockHostMark } from './markLayer.js';
import type { MarkStyles } from './markStyle.js';

interface Placed {
  uid: string;
  timepoint: string;
}

/** The compared timepoint's marks, thin and locked, on that timepoint's images only. */
export class EarlierMarks {
  readonly #store: CaseStore;
  readonly #services: HostServices;
  readonly #styles: MarkStyles;
  readonly #remove: (uid: string) => void;
  /** By tracking uid. */
  readonly #placed = new Map<string, Placed>();
  #count = 0;

  constructor(
    store: CaseStore,
    services: HostServices,
    styles: MarkStyles,
    remove: (uid: string) => void
  ) {
    this.#store = store;
    this.#services = services;
    this.#styles = styles;
    this.#remove = remove;
  }

  holds(uid: string): boolean {
    return [...this.#placed.values()].some(placed => placed.uid === uid);
  }

  /** The host lost the mark; the next round puts it back. */
  lost(uid: string): void {
    for (const [trackingUid, placed] of this.#placed) {
      if (placed.uid === uid) {
        this.#placed.delete(trackingUid);
      }
    }
  }

  sync(): void {
    const { comparison, document } = this.#store.getSnapshot();
    const entry = comparedEntry(this.#store.context, comparison);
    for (const [trackingUid, { uid, timepoint }] of [...this.#placed]) {
      if (timepoint !== comparison) {
        this.#placed.delete(trackingUid);
        this.#remove(uid);
      }
    }
    const shown = this.#store.context.studies.map(({ studyInstanceUid }) => studyInstanceUid);
    for (const { trackingUid, id, mark } of entry?.document.lesions ?? []) {
      if (mark === null || !shown.includes(mark.studyInstanceUid) || entry === undefined) {
        continue;
      }
      if (!this.#placed.has(trackingUid)) {
        const now = document.lesions.find(lesion => lesion.trackingUid === trackingUid);
        this.#count += 1;
        const uid = `${trackingUid}-earlier-${this.#count}`;
        this.#placed.set(trackingUid, { uid, timepoint: entry.timepoint });
        this.#styles.give(uid, 'earlier');
        if (addHostMark(this.#services, uid, mark, now?.id ?? id)) {
          lockHostMark(this.#services, uid, true);
        } else {
          this.#placed.delete(trackingUid);
        }
      }
    }
  }
}
