import {
  hasItsImages,
  panesOf,
  type GridViewport,
  type HostDisplaySet,
  type HostServices,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import { currentStudyOf, type PaneCase } from './paneCase.js';
import { missingRole, type PanePlace, type PanePlan } from './stagePlan.js';

const hasImages = ({ numImageFrames, instances, images }: HostDisplaySet): boolean =>
  [numImageFrames ?? 0, instances?.length ?? 0, images?.length ?? 0].some(count => count > 0);

/** A pane's choice of series is of its stage and timepoint: another one begins with its own. */
const keyOf = ({ stage }: Pick<PanePlan, 'stage'>, { id, studyInstanceUid, role }: PanePlace) =>
  [stage, id, studyInstanceUid, role].join(' ');

/**
 * Which panes are on the screen, which timepoint each holds and with which series it begins. The host's grid is told only
 * when it shows something else.
 */
export class PaneLayout {
  readonly #services: HostServices;
  readonly #beforeLayout: () => void;
  readonly #case: Pick<PaneCase, 'context'>;
  /** As the host last had them, with its own options. */
  readonly #known = new Map<string, GridViewport>();
  /** By pane of a stage and timepoint: the series chosen last. */
  readonly #series = new Map<string, string>();
  /** By pane: the series that it was brought to for an image, whatever it is for. */
  readonly #brought = new Map<string, string>();

  constructor(services: HostServices, open: Pick<PaneCase, 'context'>, beforeLayout: () => void) {
    this.#beforeLayout = beforeLayout;
    this.#services = services;
    this.#case = open;
  }

  /** The series which a pane is to hold when it comes to the screen. */
  prefer(plan: Pick<PanePlan, 'stage'>, place: PanePlace, seriesInstanceUid: string): void {
    this.#series.set(keyOf(plan, place), seriesInstanceUid);
  }

  /** A pane is brought to an image of this series. */
  brings(id: string, seriesInstanceUid: string): void {
    this.#brought.set(id, seriesInstanceUid);
  }

  /** Whether a pane shows what it may show: another timepoint or kind of images is what the host has not changed yet. */
  holds(plan: PanePlan, id: string): boolean {
    const place = plan.places.find(one => one.id === id);
    const pane = panesOf(this.#services).find(({ viewportId }) => viewportId === id);
    return place !== undefined && pane !== undefined && this.#fits(plan, place, pane.displaySet);
  }

  /**
   * Whether the grid shows exactly these panes with these timepoints, each with images of its role, or those that it was
   * brought to: while it begins the host lays its own over ours.
   */
  shows(plan: PanePlan): boolean {
    const shown = panesOf(this.#services);
    return (
      shown.length === plan.places.length &&
      this.#hasShape(plan) &&
      shown.every(({ viewportId, displaySet }) => {
        const place = plan.places.find(({ id }) => id === viewportId);
        return place !== undefined && this.#fits(plan, place, displaySet);
      })
    );
  }

  /**
   * Brings the wanted panes to the screen, row by row. Answers false while the host does not have their series yet, or has
   * one of several panes done.
   */
  arrange(plan: PanePlan): boolean {
    const { viewportGridService } = this.#services;
    const { viewports, activeViewportId } = viewportGridService.getState();
    viewports.forEach((viewport, id) => this.#known.set(id, viewport));
    const places = plan.places.map(place => ({ place, displaySet: this.seriesFor(plan, place) }));
    if (places.some(({ displaySet }) => displaySet === undefined)) {
      return false;
    }
    const ids = plan.places.map(({ id }) => id);
    const samePanes = ids.length === viewports.size && ids.every(id => viewports.has(id));
    if (samePanes && this.#hasShape(plan)) {
      const shown = panesOf(this.#services);
      const changed = places.filter(({ place }) => {
        const pane = shown.find(({ viewportId }) => viewportId === place.id);
        return pane === undefined || !this.#fits(plan, place, pane.displaySet);
      });
      const [next, ...later] = changed;
      if (next === undefined) {
        return true;
      }
      // One at a time, and none before all have theirs: the host may leave a pane without images otherwise.
      if (shown.length < viewports.size || !shown.every(hasItsImages)) {
        return false;
      }
      viewportGridService.setDisplaySetsForViewports([
        {
          viewportId: next.place.id,
          displaySetInstanceUIDs: [next.displaySet?.displaySetInstanceUID ?? ''],
        },
      ]);
      return later.length === 0;
    }
    const active = ids.find(id => id === activeViewportId) ?? ids[0];
    this.#beforeLayout();
    void viewportGridService.setLayout({
      numRows: plan.rows,
      numCols: plan.columns,
      ...(active === undefined ? {} : { activeViewportId: active }),
      isHangingProtocolLayout: true,
      findOrCreateViewport: position => {
        const at = places.find(({ place: { row, column } }) => {
          return row * plan.columns + column === position;
        });
        return at?.displaySet === undefined ? undefined : this.#place(at.place.id, at.displaySet);
      },
    });
    return true;
  }

  /**
   * The series with which a pane begins: the one chosen for it, else one of its role, else, where the timepoint has none of
   * that, any. Undefined while the host has none of them.
   */
  seriesFor(plan: PanePlan, place: PanePlace): HostDisplaySet | undefined {
    const study = this.#studyOf(place);
    if (study === undefined) {
      return undefined;
    }
    const chosen = this.#series.get(keyOf(plan, place));
    const own = study.series.filter(({ role }) => role === place.role);
    const alike = study.series.filter(({ role }) => role === this.#currentRole());
    const offered = own.length > 0 ? own : [...alike, ...study.series];
    const uids = offered.map(({ seriesInstanceUid }) => seriesInstanceUid);
    const known = study.series.some(({ seriesInstanceUid }) => seriesInstanceUid === chosen);
    return (chosen !== undefined && known ? [chosen, ...uids] : uids)
      .flatMap(uid => this.#services.displaySetService.getDisplaySetsForSeries(uid))
      .find(hasImages);
  }

  #hasShape({ rows, columns }: PanePlan): boolean {
    const { numRows, numCols } = this.#services.viewportGridService.getState().layout;
    return numRows === rows && numCols === columns;
  }

  #fits(plan: PanePlan, place: PanePlace, displaySet: HostDisplaySet): boolean {
    if (displaySet.StudyInstanceUID !== place.studyInstanceUid) {
      return false;
    }
    const series = displaySet.SeriesInstanceUID;
    const study = this.#studyOf(place);
    const shown = study?.series.find(({ seriesInstanceUid }) => seriesInstanceUid === series);
    return (
      place.role === null ||
      shown?.role === place.role ||
      this.#series.get(keyOf(plan, place)) === series ||
      this.#brought.get(place.id) === series ||
      (study !== undefined && missingRole(place, study) !== null)
    );
  }

  #place(id: string, { displaySetInstanceUID }: HostDisplaySet) {
    const known = this.#known.get(id);
    const same = known?.displaySetInstanceUIDs[0] === displaySetInstanceUID;
    const { presentationIds, ...options } = known?.viewportOptions ?? {};
    return {
      displaySetInstanceUIDs: [displaySetInstanceUID],
      displaySetOptions: known?.displaySetOptions ?? [{}],
      viewportOptions: {
        viewportType: 'stack',
        toolGroupId: 'default',
        allowUnmatchedView: true,
        ...options,
        viewportId: id,
        // The host finds its own again for other images.
        ...(same && presentationIds !== undefined ? { presentationIds } : {}),
      },
    };
  }

  #studyOf({ studyInstanceUid }: PanePlace): ReadStudy | undefined {
    return this.#case.context.studies.find(item => item.studyInstanceUid === studyInstanceUid);
  }

  /** Role of the series in the current timepoint's pane, so that a comparison opens with the same kind of images. */
  #currentRole(): string | undefined {
    const { studies } = this.#case.context;
    const current = currentStudyOf(this.#case.context);
    const shown = panesOf(this.#services).find(
      ({ displaySet }) => displaySet.StudyInstanceUID === current
    )?.displaySet.SeriesInstanceUID;
    const study = studies.find(({ studyInstanceUid }) => studyInstanceUid === current);
    return study?.series.find(({ seriesInstanceUid }) => seriesInstanceUid === shown)?.role;
  }
}
