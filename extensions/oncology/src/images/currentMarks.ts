import { sameJson } from '@corelab/client';
import type { AdaptedMeasurement, HostServices } from '@corelab/host';
import type { Mark } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';
import {
  addHostMark,
  labelHostMark,
  lockHostMark,
  sameDiameters,
  samePoints,
} from './markLayer.js';
import type { MarkStyles } from './markStyle.js';

interface Bound {
  uid: string;
  mark: Mark;
}

export interface CurrentMarksOptions {
  store: CaseStore;
  services: HostServices;
  styles: MarkStyles;
  /** Study of the timepoint being read. */
  currentStudy: string;
  /** Takes a mark from the host after its current event. */
  remove: (uid: string) => void;
  /** Runs a task after the host's current event. */
  later: (task: () => void) => void;
}

/** This read's marks: a drawing goes to the store, and what the store holds goes to the images. */
export class CurrentMarks {
  readonly #options: CurrentMarksOptions;
  /** By tracking uid. */
  readonly #bound = new Map<string, Bound>();
  #adopting: Bound | null = null;
  #count = 0;

  constructor(options: CurrentMarksOptions) {
    this.#options = options;
  }

  /** The host has a finished or changed measurement. */
  changed(uid: string, adapted: AdaptedMeasurement): void {
    const { store, currentStudy, remove } = this.#options;
    const known = [...this.#bound].find(([, bound]) => bound.uid === uid);
    if (adapted.kind === 'unfinished') {
      return;
    }
    if (known !== undefined) {
      this.#redrawn(known[0], known[1], adapted);
    } else if (adapted.kind === 'refused') {
      this.#refuse(uid, adapted.message);
    } else if (adapted.mark.studyInstanceUid !== currentStudy) {
      this.#refuse(uid, text('prompt.otherTimepoint'));
    } else {
      this.#adopting = { uid, mark: adapted.mark };
      const owner = store.draw(adapted.mark);
      this.#adopting = null;
      if (owner === null) {
        remove(uid);
      }
    }
  }

  /** The host lost a mark; the document still has it, so the next round puts it back. */
  lost(uid: string): void {
    for (const [trackingUid, bound] of this.#bound) {
      if (bound.uid === uid) {
        this.#bound.delete(trackingUid);
      }
    }
  }

  /** Answers whether some mark looks different now. */
  sync(): boolean {
    const { store, styles, remove } = this.#options;
    const { document, selected } = store.getSnapshot();
    const marked = new Set<string>();
    let changed = false;
    for (const { trackingUid, id, mark } of document.lesions) {
      if (mark !== null) {
        marked.add(trackingUid);
        this.#place(trackingUid, id, mark);
        const uid = this.#bound.get(trackingUid)?.uid;
        if (uid !== undefined) {
          changed = styles.give(uid, trackingUid === selected ? 'selected' : 'current') || changed;
        }
      }
    }
    for (const [trackingUid, { uid }] of [...this.#bound]) {
      if (!marked.has(trackingUid)) {
        this.#bound.delete(trackingUid);
        remove(uid);
      }
    }
    return changed;
  }

  /** A bound mark was dragged, or the host has computed a restored one. */
  #redrawn(trackingUid: string, bound: Bound, adapted: AdaptedMeasurement): void {
    const { store } = this.#options;
    const lesion = store.lesion(trackingUid);
    if (lesion === null || lesion.mark === null) {
      return;
    }
    if (adapted.kind === 'refused' && adapted.pointsLps !== undefined) {
      this.#putBack(trackingUid, bound, { ...lesion.mark, pointsLps: adapted.pointsLps });
      store.say(text('prompt.refused', { lesion: lesion.id, reason: adapted.message }));
      return;
    }
    if (adapted.kind !== 'finished') {
      return;
    }
    if (samePoints(adapted.mark, lesion.mark) && sameDiameters(adapted.mark, lesion.mark)) {
      return;
    }
    if (store.locked) {
      store.say(text('prompt.marksLost', { lesions: lesion.id }));
      return;
    }
    this.#adopting = { uid: bound.uid, mark: adapted.mark };
    store.remeasure(trackingUid, adapted.mark, bound.uid);
    this.#adopting = null;
  }

  /** The host drew what can be no mark of this read: the document's mark takes its place, unless that is the same. */
  #putBack(trackingUid: string, bound: Bound, drawn: Mark): void {
    if (!samePoints(bound.mark, drawn)) {
      this.#bound.delete(trackingUid);
      this.#options.remove(bound.uid);
    }
  }

  #refuse(uid: string, reason: string): void {
    const { store, remove } = this.#options;
    const { armed } = store.getSnapshot();
    const lesion = armed?.kind === 'lesion' ? store.lesion(armed.trackingUid) : null;
    remove(uid);
    store.say(text('prompt.refused', { lesion: lesion?.id ?? '', reason }));
  }

  #place(trackingUid: string, id: string, mark: Mark): void {
    const { services, store, remove, later } = this.#options;
    const bound = this.#bound.get(trackingUid);
    const adopted = this.#adopting;
    if (adopted !== null && samePoints(adopted.mark, mark)) {
      const { uid } = adopted;
      this.#bound.set(trackingUid, { uid, mark });
      if (bound !== undefined && bound.uid !== uid) {
        remove(bound.uid);
      }
      later(() => labelHostMark(services, uid, id));
    } else if (bound === undefined || !sameJson(bound.mark, mark)) {
      if (bound !== undefined) {
        this.#bound.delete(trackingUid);
        remove(bound.uid);
      }
      this.#add(trackingUid, id, mark);
    }
    const placed = this.#bound.get(trackingUid);
    if (placed !== undefined && adopted === null) {
      labelHostMark(services, placed.uid, id);
    }
    if (placed !== undefined) {
      lockHostMark(services, placed.uid, store.locked);
    }
  }

  #add(trackingUid: string, label: string, mark: Mark): void {
    this.#count += 1;
    const uid = `${trackingUid}-${this.#count}`;
    this.#bound.set(trackingUid, { uid, mark });
    if (!addHostMark(this.#options.services, uid, mark, label)) {
      this.#bound.delete(trackingUid);
    }
  }
}
