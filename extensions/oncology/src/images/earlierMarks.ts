import type { ReadHistoryEntry } from '@corelab/client';
import type { HostServices } from '@corelab/host';
import type { CaseStore } from '../case/caseStore.js';
import { comparedEntry } from './comparison.js';
import { addHostMark, lockHostMark } from './markLayer.js';
import type { MarkStyles } from './markStyle.js';

interface Placed {
  uid: string;
  timepoint: string;
}

export interface EarlierMarksOptions {
  store: CaseStore;
  services: HostServices;
  styles: MarkStyles;
  /** Labels of further timepoints that panes show, beside the compared one. */
  alsoShown: () => readonly string[];
  /** Takes a mark from the host after its current event. */
  remove: (uid: string) => void;
}

/** Marks of the timepoints that are compared with, thin and locked, each on its timepoint's images only. */
export class EarlierMarks {
  readonly #options: EarlierMarksOptions;
  /** By timepoint and tracking uid. */
  readonly #placed = new Map<string, Placed>();
  #count = 0;

  constructor(options: EarlierMarksOptions) {
    this.#options = options;
  }

  holds(uid: string): boolean {
    return [...this.#placed.values()].some(placed => placed.uid === uid);
  }

  /** The host lost the mark; the next round puts it back. */
  lost(uid: string): void {
    for (const [key, placed] of this.#placed) {
      if (placed.uid === uid) {
        this.#placed.delete(key);
      }
    }
  }

  sync(): void {
    const { store, alsoShown, remove } = this.#options;
    const { comparison } = store.getSnapshot();
    const shown = new Set([...(comparison === null ? [] : [comparison]), ...alsoShown()]);
    for (const [key, { uid, timepoint }] of [...this.#placed]) {
      if (!shown.has(timepoint)) {
        this.#placed.delete(key);
        remove(uid);
      }
    }
    for (const timepoint of shown) {
      const entry = comparedEntry(store.context, timepoint);
      if (entry !== undefined) this.#place(entry);
    }
  }

  #place({ timepoint, document: earlier }: ReadHistoryEntry): void {
    const { store, services, styles } = this.#options;
    const { document } = store.getSnapshot();
    const studies = store.context.studies.map(({ studyInstanceUid }) => studyInstanceUid);
    for (const { trackingUid, id, mark } of earlier.lesions) {
      const key = `${timepoint} ${trackingUid}`;
      if (mark === null || !studies.includes(mark.studyInstanceUid) || this.#placed.has(key)) {
        continue;
      }
      const now = document.lesions.find(lesion => lesion.trackingUid === trackingUid);
      this.#count += 1;
      const uid = `${trackingUid}-earlier-${this.#count}`;
      this.#placed.set(key, { uid, timepoint });
      styles.give(uid, 'earlier');
      if (addHostMark(services, uid, mark, now?.id ?? id)) {
        lockHostMark(services, uid, true);
      } else {
        this.#placed.delete(key);
      }
    }
  }
}
