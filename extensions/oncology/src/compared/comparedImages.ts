import { panesOf, type CommandsManager, type HostServices } from '@corelab/host';
import type { PanePlacer } from '../images/panePlacer.js';
import type { MouseTools } from '../keys/paneActions.js';
import { toolGroupId, type RestingTool } from '../images/viewerLink.js';
import { markElsewhere, stopsOf } from './differencePlaces.js';
import type { ComparedCase } from './looking.js';

export interface ComparedImagesOptions {
  store: ComparedCase;
  services: HostServices;
  commands: CommandsManager;
  placer: Pick<PanePlacer, 'imagesChanged' | 'show' | 'showNearest'>;
  /** Whether all panes hold the timepoints that they are to hold, with a picture each. */
  isArranged: () => boolean;
  /** Calls after panes have drawn; answers what ends it. */
  afterDrawing: (listener: () => void) => () => void;
  /** Runs a task after the host's current event. */
  later: (task: () => void) => void;
}

/** Brings the panes to the image of the difference in hand, and gives the left button a tool that only looks. */
export class ComparedImages implements MouseTools {
  readonly #options: ComparedImagesOptions;
  #resting: RestingTool = 'WindowLevel';
  #shown = '';
  /** The panes do not show the wanted timepoints yet. */
  #awaited = false;
  #stops: (() => void)[] = [];

  constructor(options: ComparedImagesOptions) {
    this.#options = options;
  }

  get resting(): RestingTool {
    return this.#resting;
  }

  rest(tool: RestingTool): void {
    this.#resting = tool;
    this.#setTool();
  }

  start(): void {
    const { store, services, placer, later, afterDrawing } = this.#options;
    const arrived = (): void =>
      later(() => {
        if (this.#stops.length > 0) {
          placer.imagesChanged();
          this.#setTool();
          if (this.#awaited) this.show();
        }
      });
    const { displaySetService, viewportGridService, cornerstoneViewportService } = services;
    const heard = [
      { service: displaySetService, name: 'DISPLAY_SETS_ADDED' },
      { service: viewportGridService, name: 'VIEWPORTS_READY' },
      { service: cornerstoneViewportService, name: 'VIEWPORT_DATA_CHANGED' },
    ].flatMap(({ service, name }) => {
      const event = service.EVENTS[name];
      return event === undefined ? [] : [service.subscribe(event, arrived)];
    });
    this.#stops = [
      ...heard.map(subscription => () => subscription.unsubscribe()),
      store.subscribe(() => this.#follow()),
      // The host's last event may come before a pane has its first picture.
      afterDrawing(() => {
        if (this.#awaited) this.show();
      }),
    ];
    this.#follow();
  }

  stop(): void {
    this.#stops.forEach(stop => stop());
    this.#stops = [];
  }

  /** Brings both panes to the image in hand, also after its reader scrolled away from it. */
  show(): void {
    const { store, services, placer, isArranged } = this.#options;
    const { difference } = store;
    const stop =
      difference === null
        ? undefined
        : stopsOf(store.compared, difference)[store.getSnapshot().stop];
    const [point] = stop?.mark.pointsLps ?? [];
    if (difference === null || stop === undefined || point === undefined) return;
    const { timepoint, comparison } = store.getSnapshot();
    const { studies } = store.compared;
    const first = studies.find(({ timepointId }) => timepointId === timepoint);
    const second = studies.find(study => study.timepoint === comparison);
    // A slice sent to a pane that is about to get another timepoint would meet that one's images.
    this.#awaited = !isArranged();
    if (this.#awaited) return;
    const inPanes = new Set(panesOf(services).map(pane => pane.displaySet.StudyInstanceUID));
    const others = studies.filter(({ studyInstanceUid }) => inPanes.has(studyInstanceUid));
    for (const study of new Set([first, second, ...others])) {
      if (study === undefined) continue;
      const { timepointId, studyInstanceUid } = study;
      const own = stop.mark.studyInstanceUid === studyInstanceUid ? stop.mark : null;
      const mark = own ?? markElsewhere(store.compared, difference, stop, timepointId);
      if (mark === null) placer.showNearest(studyInstanceUid, stop.mark.studyInstanceUid, point);
      else placer.show(mark);
    }
  }

  #follow(): void {
    const { selected, stop, timepoint, comparison } = this.#options.store.getSnapshot();
    const shown = JSON.stringify([selected, stop, timepoint, comparison]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.show();
    }
  }

  #setTool(): void {
    const { commands, later } = this.#options;
    const toolName = this.#resting;
    later(() =>
      commands.runCommand('setToolActiveToolbar', { toolName, toolGroupIds: [toolGroupId] })
    );
  }
}
