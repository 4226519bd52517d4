import {
  followPanes,
  isComing,
  isReady,
  panesOf,
  type CommandsManager,
  type CornerstoneCore,
  type CornerstoneTools,
  type HostServices,
  type Publisher,
  type Subscription,
} from '@corelab/host';
import { text } from '@corelab/ui';
import { currentStudyOf, type PaneCase } from './paneCase.js';
import type { PanePlace } from './stagePlan.js';
import { PaneInput } from './paneInput.js';
import { paneInfos, type PaneInfo } from './paneInfo.js';
import { PanePlacer } from './panePlacer.js';
import { PaneSeries } from './paneSeries.js';
import { PaneStage, type StagePlace } from './paneStage.js';
import { activateIfOf } from './panes.js';
import { paneViews } from './paneViews.js';
import { PaneWindows } from './paneWindows.js';
import { StageSteps } from './stageSteps.js';
import { takePictures } from './takePictures.js';

export interface PaneBenchOptions {
  store: PaneCase;
  services: HostServices;
  commands: CommandsManager;
  cornerstone: CornerstoneCore;
  tools: CornerstoneTools;
  window: Window;
  /** Runs a task after the host's current event. */
  later: (task: () => void) => void;
}

/** What the layer over the panes shows; a new object at every change. */
export interface PaneSnapshot {
  panes: readonly PaneInfo[];
  stage: StagePlace;
  linked: boolean;
  /** By pane: slices beyond the nearest in position. */
  offsets: ReadonlyMap<string, number | null>;
  overlay: boolean;
  marksHidden: boolean;
}

/**
 * The images of an open read outside React: which timepoints and series the panes hold, linked scrolling, windows, what
 * is shown over them, and the view that is saved.
 */
export class PaneBench {
  readonly placer: PanePlacer;
  readonly windows: PaneWindows;
  readonly series: PaneSeries;
  readonly steps: StageSteps;
  readonly #options: PaneBenchOptions;
  readonly #stage: PaneStage;
  readonly #input: PaneInput;
  readonly #listeners = new Set<() => void>();
  #subscriptions: Subscription[] = [];
  #stopFollowing: (() => void) | null = null;
  #snapshot: PaneSnapshot;
  #restored: readonly (string | null)[] = [];
  #refreshing = false;
  #begun = false;
  #acted = false;
  /** The pane that the pointer was over last. */
  #under: string | null = null;
  #drawing = false;
  /** The host was told to fit pictures into the panes of the layout. */
  #fitted = true;
  #comparison: string | null;
  #current: string | undefined;

  constructor(options: PaneBenchOptions) {
    const { store, services, cornerstone, window } = options;
    this.#options = options;
    this.#stage = new PaneStage({
      store,
      services,
      width: () => window.innerWidth,
      beforeChange: () => {
        this.placer.keepViews();
        this.placer.link.forget();
      },
      beforeLayout: () => {
        this.placer.keepFits();
        this.#fitted = false;
      },
    });
    const { context } = store;
    this.placer = new PanePlacer(services, context, cornerstone, {
      shown: () => this.#stage.shown.places,
      all: () => this.#stage.plan.places,
      brings: (id, series) => this.#stage.layout.brings(id, series),
      holds: id => this.#stage.layout.holds(this.#stage.plan, id),
    });
    this.windows = new PaneWindows(
      ...([services, context, cornerstone, () => this.#stage.plan.places] as const)
    );
    this.steps = new StageSteps({
      ...{ store, services, stage: this.#stage, placer: this.placer, windows: this.windows },
      arrange: () => {
        this.#begun = false;
        this.#arrange();
      },
    });
    this.series = new PaneSeries({
      services,
      stage: this.#stage,
      placer: this.placer,
      panes: () => this.#snapshot.panes,
      acted: () => this.acted(),
    });
    this.#input = new PaneInput(window.document, {
      acted: () => this.acted(),
      isComing: viewportId => {
        const pane = panesOf(services).find(candidate => candidate.viewportId === viewportId);
        return pane !== undefined && isComing(pane);
      },
      tooEarly: () => store.say(text('prompt.imageComing')),
      over: viewportId => {
        this.#under = viewportId;
        this.#activateUnder();
      },
      held: viewportId => this.placer.link.hold(viewportId),
      scrollAll: (viewportId, by) => this.placer.scrollAll(viewportId, by),
      doubleClick: viewportId => this.#doubleClick(viewportId),
    });
    this.#comparison = store.getSnapshot().comparison;
    this.#current = currentStudyOf(store.context);
    this.#snapshot = {
      panes: [],
      stage: { at: 0, of: 0 },
      linked: true,
      offsets: new Map(),
      overlay: true,
      marksHidden: false,
    };
  }

  readonly getSnapshot = (): PaneSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    const { store, services, window } = this.#options;
    const { displaySetService, viewportGridService, cornerstoneViewportService } = services;
    this.#restore();
    store.setPictureSource?.(() => takePictures(services, store.context.studies, reportError));
    store.setViewSource(() => {
      const panes = paneViews(services, store.context.studies);
      return { layout: this.#stage.name, panes };
    });
    this.#subscriptions = [
      ...this.#on(displaySetService, 'DISPLAY_SETS_ADDED'),
      ...this.#on(viewportGridService, 'VIEWPORTS_READY'),
      ...this.#on(viewportGridService, 'GRID_STATE_CHANGED'),
      ...this.#on(viewportGridService, 'ACTIVE_VIEWPORT_ID_CHANGED'),
      ...this.#on(cornerstoneViewportService, 'VIEWPORT_DATA_CHANGED', () => {
        this.windows.imagesChanged();
        this.#begin();
        this.#fit();
      }),
      { unsubscribe: store.subscribe(() => this.#storeChanged()) },
    ];
    this.#stopFollowing = followPanes(window.document, {
      slice: (viewportId, index) => {
        if (this.placer.link.moved(viewportId, index)) {
          this.placer.moved(viewportId);
        }
        this.#viewChanged();
      },
      view: () => this.#viewChanged(),
      leaves: () => this.#refresh(),
      rendered: viewportId => {
        this.placer.rendered(viewportId);
        this.windows.rendered(viewportId);
        this.#begin();
        this.#fit();
        this.#came();
        if (this.#stage.waiting) {
          this.#arrange();
        }
        this.#refresh();
      },
    });
    this.#begin();
    this.#input.start();
    window.addEventListener('resize', this.#arrange);
    this.#arrange();
  }

  #restore(): void {
    const placed = this.#stage.restore();
    this.#restored = placed.map(({ place }) => place?.id ?? null);
    placed.forEach(({ view, place }) => this.placer.restore(view, place?.id ?? null));
    this.windows.open(({ id }) => placed.some(({ place }) => place?.id === id));
  }

  /** Panes of the saved view, in its order; null where the layout has none for it. */
  get restored(): readonly (string | null)[] {
    return this.#restored;
  }

  /** Gives the panes back what the saved view says of them, whatever was done with them since. */
  restoreSaved(): void {
    const { store } = this.#options;
    const kept = store.savedView?.comparison ?? null;
    if (kept !== null && kept !== store.getSnapshot().comparison) store.compare(kept);
    this.placer.release();
    this.#restore();
    this.#arrange();
    this.placer.imagesChanged();
  }

  stop(): void {
    this.#subscriptions.forEach(subscription => subscription.unsubscribe());
    this.#subscriptions = [];
    this.#stopFollowing?.();
    this.#input.stop();
    this.#options.window.removeEventListener('resize', this.#arrange);
    this.#listeners.clear();
  }

  /** The reader acted on the images: nothing is put back any more, and the view is saved soon. */
  acted(): void {
    this.#acted = true;
    this.placer.release();
    this.windows.release();
    this.#options.store.noteView();
  }

  /** Whether all panes hold what they are to hold, with a picture each. */
  get isArranged(): boolean {
    return this.#stage.isArranged;
  }

  /** Labels of the timepoints in panes that the charter's stage gives to others than the compared one. */
  fixedTimepoints(): string[] {
    const { studies } = this.#options.store.context;
    const { places } = this.#stage.plan;
    return studies
      .filter(({ current, studyInstanceUid: uid }) => {
        return !current && places.some(one => one.studyInstanceUid === uid && !one.compares);
      })
      .map(({ timepoint }) => timepoint);
  }

  /** A stage by its place among those that have images. */
  chooseStage(at: number): void {
    this.acted();
    this.steps.go(at);
  }

  toggleLink(): void {
    this.placer.link.toggle();
    this.#refresh();
  }

  /** One pane alone, or all; with a pane's id that one. */
  toggleAlone(viewportId?: string): void {
    const { places } = this.#stage.plan;
    const active = viewportId ?? this.#options.services.viewportGridService.getActiveViewportId();
    const pane = places.find(({ id }) => id === active) ?? places[0];
    if (pane !== undefined) {
      this.#stage.toggleAlone(pane.id);
    }
    this.#refresh();
  }

  /** The next timepoint to compare with; with room for one pane, the other timepoint in its place. */
  nextComparison(): void {
    const { store } = this.#options;
    if (this.#stage.only !== null) {
      this.#stage.swap();
      this.#refresh();
      return;
    }
    const choices = store.comparisons();
    const { comparison } = store.getSnapshot();
    const at = choices.findIndex(({ timepoint }) => timepoint === comparison);
    const next = choices[(at + 1) % choices.length];
    if (next !== undefined) {
      store.compare(next.timepoint);
    }
  }

  toggleOverlay(): void {
    this.#set({ overlay: !this.#snapshot.overlay });
  }

  hideMarks(hidden: boolean): void {
    this.#options.window.document.documentElement.toggleAttribute('data-cl-marks-hidden', hidden);
    this.#set({ marksHidden: hidden });
  }

  #doubleClick(viewportId: string): void {
    // While drawing, two clicks are the two ends of a diameter.
    if (!this.#options.store.drawing) {
      this.toggleAlone(viewportId);
    }
  }

  readonly #arrange = (): void => {
    this.#stage.arrange();
    this.#refresh();
  };

  #on(service: Publisher, name: string, then?: () => void): Subscription[] {
    const event = service.EVENTS[name];
    return event === undefined
      ? []
      : [
          service.subscribe(event, () =>
            this.#options.later(() => {
              if (this.#subscriptions.length > 0) {
                this.#arrange();
                then?.();
              }
            })
          ),
        ];
  }

  #storeChanged(): void {
    const { store } = this.#options;
    const { comparison } = store.getSnapshot();
    const current = currentStudyOf(store.context);
    if (store.drawing && this.#stage.only !== null) {
      this.#stage.showCurrent();
    }
    if (store.drawing && !this.#drawing) {
      this.#activateUnder();
    }
    this.#drawing = store.drawing;
    if (comparison !== this.#comparison || current !== this.#current) {
      this.#comparison = comparison;
      this.#current = current;
      this.#arrange();
      this.#align(false);
    }
  }

  /** While drawing, a first drag in another pane would only activate it. */
  #activateUnder(): void {
    const { store, services } = this.#options;
    if (store.drawing && this.#under !== null) {
      activateIfOf(services, currentStudyOf(store.context), this.#under);
    }
  }

  /** What was awaited is there. */
  #came(): void {
    const { store, services } = this.#options;
    const isAwaited = store.getSnapshot().prompt === text('prompt.imageComing');
    if (isAwaited && !panesOf(services).some(isComing)) {
      store.say(null);
    }
  }

  /** What the host does before the reader's first act is no view of the reader's. */
  #viewChanged(): void {
    if (this.#acted) {
      this.#options.store.noteView();
    }
    this.#refresh();
  }

  /** The first time that all panes show what they are to show. */
  #begin(): void {
    const panes = panesOf(this.#options.services);
    const isShown = !this.#begun && this.#stage.layout.shows(this.#stage.shown);
    if (isShown && panes.length > 0 && panes.every(isReady)) {
      this.#begun = true;
      this.placer.link.begin();
      this.#align(true);
    }
  }

  /** A pane that keeps its images over a new layout may keep the picture for its old size too. */
  #fit(): void {
    if (!this.#fitted && this.isArranged) {
      this.#fitted = true;
      this.#options.services.cornerstoneViewportService.resize();
    }
  }

  /** The other timepoints, at the beginning all other panes, at the place of the current one. */
  #align(all: boolean): void {
    const current = currentStudyOf(this.#options.store.context);
    const { places } = this.#stage.plan;
    const reference = places.find(({ studyInstanceUid }) => studyInstanceUid === current);
    if (reference !== undefined) {
      const isMoved = (place: PanePlace): boolean => all || place.studyInstanceUid !== current;
      this.placer.align(places.filter(isMoved), reference.id);
    }
  }

  /** Once per frame of the host's events. */
  #refresh(): void {
    if (this.#refreshing) {
      return;
    }
    this.#refreshing = true;
    this.#options.later(() => {
      this.#refreshing = false;
      const { services, store } = this.#options;
      const panes = paneInfos(services, store.context, this.#stage.plan.places);
      const { link } = this.placer;
      const offsets = new Map(
        panes.map(({ viewportId }) => [viewportId, link.offsetSlices(viewportId)])
      );
      this.#set({ panes, stage: this.#stage.place, linked: link.on, offsets });
    });
  }

  #set(change: Partial<PaneSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  }
}
