import { sameJson } from '@corelab/client';
import {
  followMeasurements,
  type AdaptedMeasurement,
  type CommandsManager,
  type HostServices,
  type Publisher,
  type Subscription,
} from '@corelab/host';
import type { Mark } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from './caseStore.js';
import { sameLesion } from './lesionValues.js';
import {
  addHostMark,
  labelHostMark,
  lockHostMark,
  sameDiameters,
  samePoints,
} from './markLayer.js';
import { activatePane, paneViews, restorePane, showImage, showNearest } from './panes.js';

interface Bound {
  uid: string;
  mark: Mark;
}

const measuringTool = 'Bidirectional';
const restingTool = 'WindowLevel';
const toolGroup = 'default';

/**
 * Keeps the host's marks equal to the document's: a drawing goes to the store, and what the store holds (undo, restore,
 * another state) goes to the images. The document decides; a mark the host lost is put back.
 */
export class ViewerLink {
  readonly #store: CaseStore;
  readonly #services: HostServices;
  readonly #commands: CommandsManager;
  readonly #later: (task: () => void) => void;
  /** By tracking uid. */
  readonly #bound = new Map<string, Bound>();
  /** Earlier marks in the comparison, by tracking uid. */
  readonly #earlier = new Map<string, string>();
  readonly #removing = new Set<string>();
  readonly #restoredPanes = new Set<string>();
  #subscriptions: Subscription[] = [];
  #unsubscribe: (() => void) | null = null;
  #adopting: Bound | null = null;
  #count = 0;
  #tool: string | null = null;
  #shown: string | null = null;

  /** `later` runs a task after the host's current event. */
  constructor(
    store: CaseStore,
    services: HostServices,
    commands: CommandsManager,
    later: (task: () => void) => void
  ) {
    this.#store = store;
    this.#services = services;
    this.#commands = commands;
    this.#later = later;
  }

  start(): void {
    const { displaySetService, viewportGridService, cornerstoneViewportService } = this.#services;
    this.#store.setViewSource(() => paneViews(this.#services, this.#store.context.studies));
    this.#subscriptions = [
      followMeasurements(this.#services, {
        changed: (uid, adapted) => this.#changed(uid, adapted),
        removed: uid => this.#removed(uid),
      }),
      ...this.#on(displaySetService, 'DISPLAY_SETS_ADDED'),
      ...this.#on(viewportGridService, 'VIEWPORTS_READY'),
      ...this.#on(cornerstoneViewportService, 'VIEWPORT_DATA_CHANGED'),
    ];
    this.#unsubscribe = this.#store.subscribe(() => this.#sync());
    this.#imagesChanged();
  }

  stop(): void {
    this.#subscriptions.forEach(subscription => subscription.unsubscribe());
    this.#unsubscribe?.();
    this.#subscriptions = [];
  }

  /** Brings both panes to the selected lesion: its mark, or where it was. */
  showSelected(): void {
    const lesion = this.#store.selectedLesion;
    if (lesion === null) {
      return;
    }
    const earlier = this.#earlierMark(lesion.trackingUid);
    if (lesion.mark !== null) {
      showImage(this.#services, lesion.mark);
    } else if (earlier?.pointsLps[0] !== undefined) {
      showNearest(this.#services, this.#currentStudy, earlier.pointsLps[0]);
    }
    if (earlier !== null) {
      showImage(this.#services, earlier);
    }
  }

  get #currentStudy(): string {
    const { studies } = this.#store.context;
    return (studies.find(({ current }) => current) ?? studies[0])?.studyInstanceUid ?? '';
  }

  #on(service: Publisher, name: string): Subscription[] {
    const event = service.EVENTS[name];
    return event === undefined
      ? []
      : [service.subscribe(event, () => this.#later(() => this.#imagesChanged()))];
  }

  #imagesChanged(): void {
    if (this.#subscriptions.length === 0) {
      return;
    }
    for (const view of this.#store.getSnapshot().document.view.panes) {
      const key = view.studyInstanceUid;
      if (!this.#restoredPanes.has(key) && restorePane(this.#services, view)) {
        this.#restoredPanes.add(key);
      }
    }
    this.#sync();
  }

  #earlierMark(trackingUid: string): Mark | null {
    const { history, studies } = this.#store.context;
    const shown = new Set(studies.map(({ studyInstanceUid }) => studyInstanceUid));
    const marks = history.flatMap(({ document }) => {
      const mark = sameLesion(document, trackingUid)?.mark;
      return mark && shown.has(mark.studyInstanceUid) ? [mark] : [];
    });
    return marks.at(-1) ?? null;
  }

  #changed(uid: string, adapted: AdaptedMeasurement): void {
    const known = [...this.#bound].find(([, bound]) => bound.uid === uid);
    const isEarlier = [...this.#earlier.values()].includes(uid);
    if (isEarlier || this.#removing.has(uid) || adapted.kind === 'unfinished') {
      return;
    }
    if (known !== undefined) {
      this.#redrawn(known[0], known[1], adapted);
    } else if (adapted.kind === 'refused') {
      this.#refuse(uid, adapted.message);
    } else if (adapted.mark.studyInstanceUid !== this.#currentStudy) {
      this.#refuse(uid, text('prompt.otherTimepoint'));
    } else {
      this.#adopting = { uid, mark: adapted.mark };
      const owner = this.#store.draw(adapted.mark);
      this.#adopting = null;
      if (owner === null) {
        this.#remove(uid);
      }
    }
  }

  /** A bound mark was dragged, or the host has computed a restored one. */
  #redrawn(trackingUid: string, bound: Bound, adapted: AdaptedMeasurement): void {
    const lesion = this.#store.lesion(trackingUid);
    if (adapted.kind !== 'finished' || lesion === null || lesion.mark === null) {
      return;
    }
    if (samePoints(adapted.mark, lesion.mark) && sameDiameters(adapted.mark, lesion.mark)) {
      return;
    }
    if (this.#store.locked) {
      this.#store.say(text('prompt.marksLost', { lesions: lesion.id }));
      return;
    }
    this.#adopting = { uid: bound.uid, mark: adapted.mark };
    this.#store.remeasure(trackingUid, adapted.mark, bound.uid);
    this.#adopting = null;
  }

  #refuse(uid: string, reason: string): void {
    const { armed } = this.#store.getSnapshot();
    const lesion = armed?.kind === 'lesion' ? this.#store.lesion(armed.trackingUid) : null;
    this.#remove(uid);
    this.#store.say(text('prompt.refused', { lesion: lesion?.id ?? '', reason }));
  }

  /** The host lost a mark; the document still has it, so the next round puts it back. */
  #removed(uid: string): void {
    if (this.#removing.delete(uid)) {
      return;
    }
    for (const [trackingUid, bound] of this.#bound) {
      if (bound.uid === uid) {
        this.#bound.delete(trackingUid);
      }
    }
    for (const [trackingUid, earlier] of this.#earlier) {
      if (earlier === uid) {
        this.#earlier.delete(trackingUid);
      }
    }
  }

  #remove(uid: string): void {
    this.#removing.add(uid);
    this.#later(() => {
      this.#services.measurementService.remove(uid);
      this.#removing.delete(uid);
    });
  }

  #sync(): void {
    const { document, selected } = this.#store.getSnapshot();
    const marked = new Set<string>();
    for (const { trackingUid, id, mark } of document.lesions) {
      if (mark !== null) {
        marked.add(trackingUid);
        this.#place(trackingUid, id, mark);
      }
    }
    for (const [trackingUid, { uid }] of [...this.#bound]) {
      if (!marked.has(trackingUid)) {
        this.#bound.delete(trackingUid);
        this.#remove(uid);
      }
    }
    this.#placeEarlier();
    this.#setTool();
    if (selected !== this.#shown) {
      this.#shown = selected;
      this.showSelected();
    }
  }

  #place(trackingUid: string, id: string, mark: Mark): void {
    const bound = this.#bound.get(trackingUid);
    const adopted = this.#adopting;
    if (adopted !== null && samePoints(adopted.mark, mark)) {
      const { uid } = adopted;
      this.#bound.set(trackingUid, { uid, mark });
      if (bound !== undefined && bound.uid !== uid) {
        this.#remove(bound.uid);
      }
      this.#later(() => labelHostMark(this.#services, uid, id));
    } else if (bound === undefined || !sameJson(bound.mark, mark)) {
      if (bound !== undefined) {
        this.#bound.delete(trackingUid);
        this.#remove(bound.uid);
      }
      this.#add(trackingUid, id, mark);
    }
    const placed = this.#bound.get(trackingUid);
    if (placed !== undefined && adopted === null) {
      labelHostMark(this.#services, placed.uid, id);
    }
    if (placed !== undefined) {
      lockHostMark(this.#services, placed.uid, this.#store.locked);
    }
  }

  #add(trackingUid: string, label: string, mark: Mark): void {
    const uid = this.#newHostUid(trackingUid);
    this.#bound.set(trackingUid, { uid, mark });
    if (!addHostMark(this.#services, uid, mark, label)) {
      this.#bound.delete(trackingUid);
    }
  }

  #placeEarlier(): void {
    for (const lesion of this.#store.getSnapshot().document.lesions) {
      const mark = this.#earlierMark(lesion.trackingUid);
      if (mark === null || this.#earlier.has(lesion.trackingUid)) {
        continue;
      }
      const uid = this.#newHostUid(lesion.trackingUid);
      this.#earlier.set(lesion.trackingUid, uid);
      if (addHostMark(this.#services, uid, mark, lesion.id)) {
        lockHostMark(this.#services, uid, true);
      } else {
        this.#earlier.delete(lesion.trackingUid);
      }
    }
  }

  #newHostUid(trackingUid: string): string {
    this.#count += 1;
    return `${trackingUid}-${this.#count}`;
  }

  #setTool(): void {
    const tool = this.#store.getSnapshot().armed === null ? restingTool : measuringTool;
    if (tool === this.#tool) {
      return;
    }
    this.#tool = tool;
    if (tool === measuringTool) {
      activatePane(this.#services, this.#currentStudy);
    }
    this.#later(() =>
      this.#commands.runCommand('setToolActiveToolbar', {
        toolName: tool,
        toolGroupIds: [toolGroup],
      })
    );
  }
}
