import { hasItsImages, isReady, panesOf, type HostServices } from '@corelab/host';
import { currentStudyOf, type PaneCase } from './paneCase.js';
import { PaneLayout } from './paneLayout.js';
import { layoutName, placedViews, savedLayout, type PlacedView } from './savedLayout.js';
import {
  comparisonWord,
  onlyPane,
  planOf,
  usableStages,
  type OtherTimepoint,
  type PanePlan,
  type UsableStage,
} from './stagePlan.js';

/** Below this width of the window, px, there is room for one pane. */
const narrowPx = 1280;

export interface PaneStageOptions {
  store: PaneCase;
  services: HostServices;
  /** Width of the window, px. */
  width: () => number;
  /** Before the panes change by the reader's act. */
  beforeChange: () => void;
  /** Before panes get another size or place. */
  beforeLayout: () => void;
}

/** Where the reader is among the stages. */
export interface StagePlace {
  /** From 0. */
  readonly at: number;
  readonly of: number;
}

/** Which panes are on the screen: those of a stage, or one by the reader's choice or for want of room. */
export class PaneStage {
  readonly layout: PaneLayout;
  readonly #options: PaneStageOptions;
  /** Place of the chosen stage in the charter's list. */
  #chosen = 0;
  /** The one pane that the reader asked for. */
  #alone: string | null = null;
  /** The one pane there is room for; null for the first one. */
  #roomFor: string | null = null;
  #waiting = false;

  constructor(options: PaneStageOptions) {
    this.#options = options;
    this.layout = new PaneLayout(options.services, options.store, options.beforeLayout);
  }

  /** The panes are not yet as they should be: to be tried again when images arrive. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** All panes of the stage, also where one alone is on the screen. */
  get plan(): PanePlan {
    const { store } = this.#options;
    return planOf(this.#usable(), {
      current: currentStudyOf(store.context),
      compared: store.comparedStudy,
      studyAs: word => store.studyAs(word),
    });
  }

  /** The panes that are to be on the screen. */
  get shown(): PanePlan {
    const { plan } = this;
    return onlyPane(plan, this.#only(plan));
  }

  /** The pane that stands alone; null when there are all. */
  get only(): string | null {
    return this.#only(this.plan);
  }

  get place(): StagePlace {
    const stages = this.#stages();
    const current = this.#usable();
    return { at: stages.findIndex(({ index }) => index === current?.index), of: stages.length };
  }

  /** What the chosen comparison stands for in this stage; null where nothing is compared. */
  get word(): OtherTimepoint | null {
    return comparisonWord(this.#usable()?.stage);
  }

  /** What the saved view calls it: what the reader chose, not what a narrow window left of it. */
  get name(): string {
    const { plan } = this;
    return layoutName(onlyPane(plan, this.#alone), plan.stage ?? 0);
  }

  /** As the saved view had it; answers the views of its panes. */
  restore(): PlacedView[] {
    const { savedView, context } = this.#options.store;
    if (savedView === null) {
      return [];
    }
    const { alone, stage } = savedLayout(savedView.layout);
    this.#chosen = stage;
    this.#alone = null;
    const { plan } = this;
    const placed = placedViews(savedView.panes, plan.places, context.studies);
    if (alone && plan.places.length > 1) {
      this.#alone = placed[0]?.place?.id ?? null;
    }
    placed.forEach(({ view, place }) => {
      if (place !== null) this.layout.prefer(plan, place, view.seriesInstanceUid);
    });
    return placed;
  }

  /** Another stage, by its place among those that have images. */
  go(at: number): void {
    const next = this.#stages()[at];
    if (next !== undefined) {
      this.#chosen = next.index;
      this.#alone = null;
      this.#roomFor = null;
    }
  }

  /** One pane alone, or all. */
  toggleAlone(id: string): void {
    const { places } = this.plan;
    if (this.#options.width() >= narrowPx && places.length > 1) {
      this.#options.beforeChange();
      this.#alone = this.#alone === null ? (places.find(one => one.id === id)?.id ?? null) : null;
      this.arrange();
    }
  }

  /** The next pane in the place of the one that stands alone. */
  swap(): void {
    const { places } = this.plan;
    const at = places.findIndex(({ id }) => id === this.only);
    this.#bring(places[(at + 1) % places.length]?.id);
  }

  /** A pane of the timepoint that is read, where one of another stands alone. */
  showCurrent(): void {
    const current = currentStudyOf(this.#options.store.context);
    const of = (plan: PanePlan) =>
      plan.places.find(({ studyInstanceUid }) => studyInstanceUid === current)?.id;
    if (of(this.shown) === undefined) {
      this.#bring(of(this.plan));
    }
  }

  /** Whether all panes hold what they are to hold, with a picture each. */
  get isArranged(): boolean {
    const shown = panesOf(this.#options.services);
    const isThere = shown.length > 0 && this.layout.shows(this.shown);
    return isThere && shown.every(pane => hasItsImages(pane) && isReady(pane));
  }

  /** Brings the panes to what they should be, as soon as the host can. */
  arrange(): void {
    const wanted = this.shown;
    const shown = panesOf(this.#options.services);
    const different = shown.length > 0 && !this.layout.shows(wanted);
    this.#waiting = different && !(shown.every(isReady) && this.layout.arrange(wanted));
  }

  #bring(id: string | undefined): void {
    if (id === undefined) {
      return;
    }
    this.#options.beforeChange();
    this.#roomFor = id;
    this.#alone = this.#alone === null ? null : id;
    this.arrange();
  }

  #only({ places }: PanePlan): string | null {
    const known = (id: string | null): string | undefined =>
      places.find(place => place.id === id)?.id;
    return this.#options.width() < narrowPx
      ? (known(this.#roomFor) ?? places[0]?.id ?? null)
      : (known(this.#alone) ?? null);
  }

  #stages(): UsableStage[] {
    const { context } = this.#options.store;
    const current = currentStudyOf(context);
    return usableStages(
      context.studies.find(({ studyInstanceUid }) => studyInstanceUid === current)
    );
  }

  /** The chosen stage, or the first one where the timepoint has it not. */
  #usable(): UsableStage | undefined {
    const stages = this.#stages();
    return stages.find(({ index }) => index === this.#chosen) ?? stages[0];
  }
}
