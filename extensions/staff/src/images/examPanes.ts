import {
  followPanes,
  hasItsImages,
  imagesIn,
  instancesOf,
  isComing,
  isReady,
  panesOf,
  parseImageId,
  rangeOf,
  windowOf,
  type HostServices,
  type Pane,
  type Publisher,
  type Subscription,
  type WindowLevel,
} from '@corelab/host';

/** What one pane shows. */
export interface ExamPane {
  readonly viewportId: string;
  /** What our layer is laid over. */
  readonly element: HTMLElement;
  readonly active: boolean;
  readonly seriesInstanceUid: string;
  /** From 1. */
  readonly slice: number;
  readonly slices: number;
  /** The picture is still that of another slice. */
  readonly coming: boolean;
  readonly window: WindowLevel | null;
  /** Of the image shown; null where it does not say. */
  readonly thicknessMm: number | null;
}

/** A series of the exam under its name in the viewer and on the QC page. */
export interface NamedSeries {
  readonly seriesInstanceUid: string;
  readonly name: string;
}

const paneCell = '[data-cy="viewport-pane"]';

const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

const shownInstance = ({ viewport, displaySet }: Pane) => {
  const sop = parseImageId(viewport.getCurrentImageId() ?? '')?.sopInstanceUid;
  return instancesOf(displaySet).find(({ SOPInstanceUID }) => SOPInstanceUID === sop);
};

/** The panes of the viewer as an exam is looked at in them, and what its QC does with them. */
export class ExamPanes {
  readonly #services: HostServices;
  readonly #later: (task: () => void) => void;
  readonly #listeners = new Set<() => void>();
  #stops: (() => void)[] = [];
  #panes: readonly ExamPane[] = [];
  #series: readonly NamedSeries[] = [];
  #planned = false;

  constructor(services: HostServices, later: (task: () => void) => void) {
    this.#services = services;
    this.#later = later;
  }

  start(document: Document): void {
    const { viewportGridService, cornerstoneViewportService, displaySetService } = this.#services;
    const subscriptions = [
      ...this.#on(viewportGridService, 'GRID_STATE_CHANGED'),
      ...this.#on(viewportGridService, 'ACTIVE_VIEWPORT_ID_CHANGED'),
      ...this.#on(viewportGridService, 'VIEWPORTS_READY'),
      ...this.#on(cornerstoneViewportService, 'VIEWPORT_DATA_CHANGED'),
      ...this.#on(displaySetService, 'DISPLAY_SETS_ADDED'),
    ];
    this.#stops = [
      () => subscriptions.forEach(subscription => subscription.unsubscribe()),
      followPanes(document, {
        slice: this.#plan,
        leaves: this.#plan,
        view: this.#plan,
        rendered: this.#plan,
      }),
    ];
    this.#plan();
  }

  stop(): void {
    this.#stops.forEach(stop => stop());
    this.#stops = [];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): readonly ExamPane[] => this.#panes;

  readonly getSeries = (): readonly NamedSeries[] => this.#series;

  /** The series there are, as the QC page names them. */
  nameSeries(series: readonly NamedSeries[]): void {
    this.#series = series;
    this.#listeners.forEach(listener => listener());
  }

  /** Brings a series into a pane, the active one where none is named: nothing where the viewer does not have it yet. */
  show(seriesInstanceUid: string, viewportId?: string): void {
    const { displaySetService, viewportGridService } = this.#services;
    const pane = this.#pane(viewportId);
    const [displaySet] = displaySetService.getDisplaySetsForSeries(seriesInstanceUid);
    if (pane === undefined || displaySet === undefined || !isReady(pane)) return;
    viewportGridService.setDisplaySetsForViewports([
      {
        viewportId: pane.viewportId,
        displaySetInstanceUIDs: [displaySet.displaySetInstanceUID],
      },
    ]);
  }

  /** Gives the active pane a window; null gives back the one its image came with. */
  setWindow(window: WindowLevel | null): void {
    const pane = this.#pane();
    if (pane === undefined) return;
    const given = window ?? this.#acquired(pane);
    if (given === null) return;
    pane.viewport.setProperties({ voiRange: rangeOf(given) });
    pane.viewport.render();
  }

  clearLengths(): void {
    this.#services.measurementService.clearMeasurements();
    panesOf(this.#services).forEach(({ viewport }) => viewport.render());
  }

  #acquired(pane: Pane): WindowLevel | null {
    const instance = shownInstance(pane);
    const [center, width] = ['WindowCenter', 'WindowWidth'].map(keyword =>
      numberOf([instance?.[keyword]].flat()[0])
    );
    return center == null || width == null ? null : { center, width };
  }

  #pane(viewportId = this.#services.viewportGridService.getActiveViewportId()): Pane | undefined {
    const panes = panesOf(this.#services);
    return panes.find(pane => pane.viewportId === viewportId) ?? panes[0];
  }

  #on(service: Publisher, name: string): Subscription[] {
    const event = service.EVENTS[name];
    return event === undefined ? [] : [service.subscribe(event, this.#plan)];
  }

  /** After the host's current event, once for many. */
  readonly #plan = (): void => {
    if (this.#planned) return;
    this.#planned = true;
    this.#later(() => {
      this.#planned = false;
      if (this.#stops.length === 0) return;
      this.#panes = this.#look();
      this.#listeners.forEach(listener => listener());
    });
  };

  #look(): ExamPane[] {
    const active = this.#services.viewportGridService.getActiveViewportId();
    return panesOf(this.#services)
      .filter(hasItsImages)
      .map(pane => {
        const { viewportId, viewport, displaySet } = pane;
        const range = viewport.getProperties().voiRange;
        return {
          ...{ viewportId, active: viewportId === active },
          element: viewport.element.closest<HTMLElement>(paneCell) ?? viewport.element,
          seriesInstanceUid: displaySet.SeriesInstanceUID,
          slice: viewport.getCurrentImageIdIndex() + 1,
          slices: imagesIn(viewport).length,
          coming: isComing(pane),
          window: range == null ? null : windowOf(range),
          thicknessMm: numberOf(shownInstance(pane)?.SliceThickness),
        };
      });
  }
}
