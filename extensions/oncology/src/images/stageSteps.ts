import { isReady, panesOf, type HostServices } from '@corelab/host';
import type { PaneView } from '@corelab/reads';
import { currentStudyOf, type PaneCase } from './paneCase.js';
import type { PanePlacer } from './panePlacer.js';
import { nearestImage, shownPoint, type PointLps } from './panes.js';
import type { PaneStage } from './paneStage.js';
import { paneView } from './paneViews.js';
import type { PaneWindows } from './paneWindows.js';
import type { PanePlace } from './stagePlan.js';

export interface StageStepsOptions {
  store: PaneCase;
  services: HostServices;
  stage: PaneStage;
  placer: Pick<PanePlacer, 'link' | 'release' | 'restore' | 'bring'>;
  windows: Pick<PaneWindows, 'open' | 'chosenFor'>;
  /** Brings the panes to the stage. */
  arrange: () => void;
}

/** What was looked at in the stage that is left. */
interface Looked {
  readonly views: readonly PaneView[];
  /** LPS, mm; null before there was a picture. */
  readonly point: PointLps | null;
}

/** From one stage to another: its panes open at the place of the body that was looked at, as they were left. */
export class StageSteps {
  readonly #options: StageStepsOptions;
  /** By stage and series: how its pane looked when the stage was left. */
  readonly #left = new Map<string, PaneView>();

  constructor(options: StageStepsOptions) {
    this.#options = options;
  }

  /** The next stage or the one before; after the last comes the first. */
  step(by: 1 | -1): void {
    const { at, of } = this.#options.stage.place;
    if (of > 1) {
      this.go((at + by + of) % of);
    }
  }

  /** A stage by its place among those that have images. */
  go(at: number): void {
    const { stage, placer, arrange } = this.#options;
    if (at === stage.place.at || at < 0 || at >= stage.place.of) {
      return;
    }
    const shown = this.#shownNow();
    const { word } = stage;
    placer.release();
    placer.link.forget();
    stage.go(at);
    if (stage.word !== word) {
      this.#compareAsSaid();
    }
    const given = new Set<string>();
    for (const place of stage.plan.places) {
      if (this.#open(place, shown)) given.add(place.id);
    }
    this.#options.windows.open(({ id }) => given.has(id));
    arrange();
  }

  /** What the panes show, kept for when their stage comes again. */
  #shownNow(): Looked {
    const { services, store, stage } = this.#options;
    const { studies } = store.context;
    const current = currentStudyOf(store.context);
    const panes = panesOf(services).filter(isReady);
    const views = panes.flatMap(pane => paneView(pane, studies) ?? []);
    views.forEach(view => this.#left.set(`${stage.plan.stage} ${view.seriesInstanceUid}`, view));
    const active = services.viewportGridService.getActiveViewportId();
    const looked =
      panes.find(({ viewportId }) => viewportId === active) ??
      panes.find(({ displaySet }) => displaySet.StudyInstanceUID === current);
    return { views, point: looked === undefined ? null : shownPoint(looked) };
  }

  /** Another stage compares with something else: its first comparison is what it says, not what was chosen for the other. */
  #compareAsSaid(): void {
    const { store, stage } = this.#options;
    const uid = stage.word === null ? null : store.studyAs(stage.word);
    const said = store.context.studies.find(study => study.studyInstanceUid === uid);
    if (said !== undefined && uid !== store.comparedStudy) {
      store.compare(said.timepoint);
    }
  }

  /** Answers whether the pane gets back the window that it had. */
  #open(place: PanePlace, { views, point }: Looked): boolean {
    const { services, stage, placer, windows } = this.#options;
    const series = stage.layout.seriesFor(stage.plan, place)?.SeriesInstanceUID;
    if (series === undefined || point === null) {
      return false;
    }
    const nearest = nearestImage(services, place.studyInstanceUid, [series], point);
    const left = this.#left.get(`${stage.plan.stage} ${series}`);
    const view = left ?? views.find(({ seriesInstanceUid }) => seriesInstanceUid === series);
    if (nearest === null) {
      return false;
    }
    if (view === undefined) {
      placer.bring(nearest, place.id);
      return false;
    }
    const isOther =
      windows.chosenFor(series) !== undefined ||
      (left === undefined && place.windowPreset !== null);
    const window = isOther ? { windowCenter: null, windowWidth: null } : {};
    placer.restore({ ...view, ...nearest, ...window }, place.id);
    return left !== undefined;
  }
}
