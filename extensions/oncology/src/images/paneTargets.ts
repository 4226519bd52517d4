import { panesOf, type HostServices, type Pane } from '@corelab/host';
import type { PaneContext } from './paneCase.js';
import { paneOfStudy, roleOfSeries, type Place } from './panes.js';
import type { PanePlace } from './stagePlan.js';

/** The panes of the layout: those that are to be on the screen, and all of it. */
export interface PlannedPanes {
  shown(): readonly PanePlace[];
  all(): readonly PanePlace[];
  /** A pane of them is brought to an image of this series. */
  brings(id: string, seriesInstanceUid: string): void;
  /** Whether a pane shows what it may show, and not what it is about to lose. */
  holds(id: string): boolean;
}

/** Which pane an image goes to, and which images a pane may go to. */
export class PaneTargets {
  readonly #services: HostServices;
  readonly #context: Pick<PaneContext, 'studies'>;
  readonly #planned: PlannedPanes;

  constructor(
    services: HostServices,
    context: Pick<PaneContext, 'studies'>,
    planned: PlannedPanes
  ) {
    this.#services = services;
    this.#context = context;
    this.#planned = planned;
  }

  onScreen(viewportId: string): Pane | undefined {
    return panesOf(this.#services).find(candidate => candidate.viewportId === viewportId);
  }

  /** The layout's panes of a study: those that are to be on the screen, else those that wait behind one that stands alone. */
  ofStudy(study: string): readonly PanePlace[] {
    const of = (places: readonly PanePlace[]): PanePlace[] =>
      places.filter(({ studyInstanceUid }) => studyInstanceUid === study);
    const shown = of(this.#planned.shown());
    return shown.length > 0 ? shown : of(this.#planned.all());
  }

  /** The pane that shows the image's series, else the one for its kind of images, else the first of its study. */
  paneFor({ studyInstanceUid, seriesInstanceUid }: Place): PanePlace | undefined {
    const panes = this.ofStudy(studyInstanceUid);
    const role = roleOfSeries(this.#context.studies, seriesInstanceUid);
    return (
      panes.find(
        ({ id }) => this.onScreen(id)?.displaySet.SeriesInstanceUID === seriesInstanceUid
      ) ??
      panes.find(place => place.role !== null && place.role === role) ??
      panes[0]
    );
  }

  /** The series a pane may go to by place, the shown one first: those of the kind it shows or is for. */
  seriesFor(study: string, id: string, role: string | null): string[] {
    const { studies } = this.#context;
    const pane = this.onScreen(id) ?? paneOfStudy(this.#services, study);
    const stays = role === null || this.#planned.holds(id);
    const shown =
      stays && pane?.displaySet.StudyInstanceUID === study
        ? pane.displaySet.SeriesInstanceUID
        : undefined;
    const all = studies.find(item => item.studyInstanceUid === study)?.series ?? [];
    const kindShown = shown === undefined ? undefined : roleOfSeries(studies, shown);
    const kind = role === null ? undefined : (kindShown ?? role);
    const alike = all.filter(one => kind === undefined || one.role === kind);
    const uids = (alike.length > 0 ? alike : all).map(({ seriesInstanceUid }) => seriesInstanceUid);
    return shown === undefined ? uids : [shown, ...uids.filter(uid => uid !== shown)];
  }
}
