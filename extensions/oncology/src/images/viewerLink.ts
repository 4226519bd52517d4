import {
  followMeasurements,
  panesOf,
  type CommandsManager,
  type CornerstoneTools,
  type HostServices,
  type MeasurementFeed,
  type Publisher,
  type Subscription,
} from '@corelab/host';
import type { Mark } from '@corelab/reads';
import type { Armed } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { comparedEntry } from './comparison.js';
import { CurrentMarks } from './currentMarks.js';
import { EarlierMarks } from './earlierMarks.js';
import { earlierUid, sameLesion } from '../lesions/lesionValues.js';
import { isNodeLocation } from '../lesions/locationNames.js';
import { MarkStyles, markText } from './markStyle.js';
import type { PanePlacer } from './panePlacer.js';
import { activatePane } from './panes.js';

const measuringTool = 'Bidirectional';
export const toolGroupId = 'default';

/** What the left button does while nothing is armed. */
export type RestingTool = 'WindowLevel' | 'Pan' | 'Zoom';

export interface ViewerLinkOptions {
  store: CaseStore;
  services: HostServices;
  commands: CommandsManager;
  tools: CornerstoneTools;
  placer: PanePlacer;
  /** Labels of further timepoints that panes show, beside the current and the compared one. */
  alsoShown: () => readonly string[];
  /** Where buttons are pressed and released. */
  window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  /** Runs a task after the host's current event. */
  later: (task: () => void) => void;
}

/**
 * Keeps the host's marks equal to the document's: a drawing goes to the store, and what the store holds (undo, restore,
 * another state) goes to the images. The document decides; a mark the host lost is put back.
 */
export class ViewerLink {
  readonly #options: ViewerLinkOptions;
  readonly #current: CurrentMarks;
  readonly #earlier: EarlierMarks;
  readonly #removing = new Set<string>();
  #subscriptions: Subscription[] = [];
  #feed: MeasurementFeed | null = null;
  #held = false;
  #unsubscribe: (() => void) | null = null;
  #resting: RestingTool = 'WindowLevel';
  #tool: string | null = null;
  /** What the tool was set for: arming again sets it again, since the host may have changed it meanwhile. */
  #armed: Armed | null = null;
  #shown: string | null;
  #compared: string | null;

  constructor(options: ViewerLinkOptions) {
    const { store, services, tools, later } = options;
    const styles = new MarkStyles(tools);
    const remove = (uid: string): void => this.#remove(uid);
    this.#options = options;
    this.#shown = store.getSnapshot().selected;
    this.#compared = store.getSnapshot().comparison;
    const { alsoShown } = options;
    this.#earlier = new EarlierMarks({ store, services, styles, alsoShown, remove });
    this.#current = new CurrentMarks({
      store,
      services,
      styles,
      remove,
      later,
      currentStudy: this.#currentStudy,
    });
  }

  start(): void {
    const { services, store, window } = this.#options;
    const { displaySetService, viewportGridService, cornerstoneViewportService } = services;
    services.toolGroupService.getToolGroup(toolGroupId)?.setToolConfiguration(measuringTool, {
      getTextLines: markText(id => isNodeLocation(this.#location(id))),
    });
    this.#feed = followMeasurements(
      services,
      {
        changed: (uid, adapted) => {
          if (!this.#earlier.holds(uid) && !this.#removing.has(uid)) {
            this.#current.changed(uid, adapted);
          }
        },
        removed: uid => {
          if (!this.#removing.delete(uid)) {
            this.#current.lost(uid);
            this.#earlier.lost(uid);
          }
        },
      },
      () => !this.#held
    );
    window.addEventListener('pointerdown', this.#pressed, true);
    window.addEventListener('pointerup', this.#released, true);
    window.addEventListener('pointercancel', this.#released, true);
    this.#subscriptions = [
      this.#feed,
      ...this.#on(displaySetService, 'DISPLAY_SETS_ADDED'),
      ...this.#on(viewportGridService, 'VIEWPORTS_READY'),
      ...this.#on(cornerstoneViewportService, 'VIEWPORT_DATA_CHANGED'),
    ];
    this.#unsubscribe = store.subscribe(() => this.#sync());
    this.#imagesChanged();
  }

  stop(): void {
    const { window } = this.#options;
    window.removeEventListener('pointerdown', this.#pressed, true);
    window.removeEventListener('pointerup', this.#released, true);
    window.removeEventListener('pointercancel', this.#released, true);
    this.#subscriptions.forEach(subscription => subscription.unsubscribe());
    this.#unsubscribe?.();
    this.#subscriptions = [];
  }

  /** Brings the panes to the selected lesion: its mark, or where it was. */
  showSelected(): void {
    const { store, placer, alsoShown } = this.#options;
    const lesion = store.selectedLesion;
    if (lesion === null) {
      return;
    }
    const { document } = store.getSnapshot();
    const earlier = earlierUid(document, lesion, uid => this.#lastMark(uid) !== null);
    const { comparison } = store.getSnapshot();
    const compared = this.#markAt(comparison, earlier);
    const known = compared ?? this.#lastMark(earlier);
    const [point] = known?.pointsLps ?? [];
    if (lesion.mark !== null) {
      placer.show(lesion.mark);
    } else if (known !== null && point !== undefined) {
      placer.showNearest(this.#currentStudy, known.studyInstanceUid, point);
    }
    const from = lesion.mark ?? known;
    for (const timepoint of new Set([comparison, ...alsoShown()])) {
      this.#showAt(timepoint, this.#markAt(timepoint, earlier), from);
    }
  }

  /** Brings the panes of another timepoint to its mark, else to the place of `from`. */
  #showAt(timepoint: string | null, mark: Mark | null, from: Mark | null): void {
    const { store, placer } = this.#options;
    const [place] = from?.pointsLps ?? [];
    const study = store.context.studies.find(one => !one.current && one.timepoint === timepoint);
    if (mark !== null) {
      placer.show(mark);
    } else if (study !== undefined && from !== null && place !== undefined) {
      placer.showNearest(study.studyInstanceUid, from.studyInstanceUid, place);
    }
  }

  readonly #pressed = (): void => {
    this.#held = true;
  };

  /** The host ends a drag by the mouse event that follows this one. */
  readonly #released = (): void => {
    this.#held = false;
    this.#options.later(() => {
      if (this.#subscriptions.length > 0) {
        this.#feed?.readAgain();
      }
    });
  };

  /** The tool of the left button while nothing is armed; stops drawing. */
  rest(tool: RestingTool): void {
    this.#resting = tool;
    this.#tool = null;
    this.#options.store.arm(null);
  }

  get resting(): RestingTool {
    return this.#resting;
  }

  get #currentStudy(): string {
    const { studies } = this.#options.store.context;
    return (studies.find(({ current }) => current) ?? studies[0])?.studyInstanceUid ?? '';
  }

  #location(id: string): string | null {
    const { document } = this.#options.store.getSnapshot();
    return document.lesions.find(lesion => lesion.id === id)?.location ?? null;
  }

  #on(service: Publisher, name: string): Subscription[] {
    const event = service.EVENTS[name];
    return event === undefined
      ? []
      : [service.subscribe(event, () => this.#options.later(() => this.#imagesChanged()))];
  }

  #imagesChanged(): void {
    if (this.#subscriptions.length > 0) {
      // Panes that get ready start with the host's own first tool, whatever was armed before.
      this.#armed = null;
      this.#options.placer.imagesChanged();
      this.#sync();
    }
  }

  #markAt(timepoint: string | null, trackingUid: string): Mark | null {
    const entry = comparedEntry(this.#options.store.context, timepoint);
    return (entry && sameLesion(entry.document, trackingUid)?.mark) ?? null;
  }

  #lastMark(trackingUid: string): Mark | null {
    const { history } = this.#options.store.context;
    const marks = history.flatMap(({ document }) => sameLesion(document, trackingUid)?.mark ?? []);
    return marks.at(-1) ?? null;
  }

  #remove(uid: string): void {
    this.#removing.add(uid);
    this.#options.later(() => {
      this.#options.services.measurementService.remove(uid);
      this.#removing.delete(uid);
    });
  }

  #sync(): void {
    const { store, services } = this.#options;
    const { selected, comparison } = store.getSnapshot();
    const changed = this.#current.sync();
    this.#earlier.sync();
    this.#setTool();
    if (selected !== this.#shown || comparison !== this.#compared) {
      this.#shown = selected;
      this.#compared = comparison;
      this.showSelected();
    }
    if (changed) {
      panesOf(services).forEach(({ viewport }) => viewport.render());
    }
  }

  #setTool(): void {
    const { store, services, commands, later } = this.#options;
    const { armed } = store.getSnapshot();
    if (armed !== null) {
      this.#resting = 'WindowLevel';
    }
    const tool = armed === null ? this.#resting : measuringTool;
    const armedAnew = armed !== null && armed !== this.#armed;
    this.#armed = armed;
    if (tool === this.#tool && !armedAnew) {
      return;
    }
    this.#tool = tool;
    if (armed !== null) {
      activatePane(services, this.#currentStudy);
    }
    later(() =>
      commands.runCommand('setToolActiveToolbar', { toolName: tool, toolGroupIds: [toolGroupId] })
    );
  }
}
