import {
  hasItsImages,
  panesOf,
  type GridViewport,
  type HostDisplaySet,
  type HostServices,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import { currentStudyOf, type PaneCase } from './paneCase.js';

/** Ids of the two panes, as the hanging protocol names them. */
export type PaneRole = 'current' | 'comparison';

function firstDisplaySet(
  services: HostServices,
  study: ReadStudy,
  preferred: string | undefined
): HostDisplaySet | undefined {
  const uids = study.series.map(({ seriesInstanceUid }) => seriesInstanceUid);
  const ordered = preferred !== undefined && uids.includes(preferred) ? [preferred, ...uids] : uids;
  return ordered
    .flatMap(uid => services.displaySetService.getDisplaySetsForSeries(uid))
    .find(({ numImageFrames, instances, images }) =>
      [numImageFrames ?? 0, instances?.length ?? 0, images?.length ?? 0].some(count => count > 0)
    );
}

/**
 * Which panes are on the screen and which timepoint each holds: the current one and the compared one, or one of them
 * alone. The host's grid is told only when it shows something else.
 */
export class PaneLayout {
  readonly #services: HostServices;
  readonly #case: Pick<PaneCase, 'context'>;
  /** As the host last had them, with its own options. */
  readonly #known = new Map<string, GridViewport>();
  /** By study: the series chosen last. */
  readonly #series = new Map<string, string>();

  constructor(services: HostServices, open: Pick<PaneCase, 'context'>) {
    this.#services = services;
    this.#case = open;
  }

  /** The series which a study's pane is to hold when it comes to the screen. */
  prefer(studyInstanceUid: string, seriesInstanceUid: string): void {
    this.#series.set(studyInstanceUid, seriesInstanceUid);
  }

  /** Whether the grid shows exactly these panes with these studies. */
  shows(wanted: ReadonlyMap<PaneRole, string>): boolean {
    const shown = panesOf(this.#services);
    return (
      shown.length === wanted.size &&
      shown.every(
        ({ viewportId, displaySet }) =>
          wanted.get(viewportId as PaneRole) === displaySet.StudyInstanceUID
      )
    );
  }

  /**
   * Brings the wanted studies (by pane) to the screen, left to right. Answers false while the host does not have their
   * series yet, or has one of several panes done.
   */
  arrange(wanted: ReadonlyMap<PaneRole, string>): boolean {
    const { viewportGridService } = this.#services;
    const { viewports, activeViewportId } = viewportGridService.getState();
    viewports.forEach((viewport, id) => this.#known.set(id, viewport));
    const places = [...wanted].map(([role, studyUid]) => ({
      role,
      displaySet: this.#displaySet(studyUid),
    }));
    if (places.some(({ displaySet }) => displaySet === undefined)) {
      return false;
    }
    const roles = [...wanted.keys()];
    const samePanes = roles.length === viewports.size && roles.every(role => viewports.has(role));
    if (samePanes) {
      const shown = panesOf(this.#services);
      const changed = places.filter(
        ({ role, displaySet }) =>
          shown.find(({ viewportId }) => viewportId === role)?.displaySet.StudyInstanceUID !==
          displaySet?.StudyInstanceUID
      );
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
          viewportId: next.role,
          displaySetInstanceUIDs: [next.displaySet?.displaySetInstanceUID ?? ''],
        },
      ]);
      return later.length === 0;
    }
    const active = roles.find(role => role === activeViewportId) ?? roles[0];
    void viewportGridService.setLayout({
      numRows: 1,
      numCols: roles.length,
      ...(active === undefined ? {} : { activeViewportId: active }),
      isHangingProtocolLayout: true,
      findOrCreateViewport: position => {
        const place = places[position];
        return place?.displaySet === undefined
          ? undefined
          : this.#place(place.role, place.displaySet);
      },
    });
    return true;
  }

  #place(role: PaneRole, { displaySetInstanceUID }: HostDisplaySet) {
    const known = this.#known.get(role);
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
        viewportId: role,
        // The host finds its own again for other images.
        ...(same && presentationIds !== undefined ? { presentationIds } : {}),
      },
    };
  }

  #displaySet(studyUid: string): HostDisplaySet | undefined {
    const study = this.#case.context.studies.find(item => item.studyInstanceUid === studyUid);
    const role = this.#currentRole();
    const alike = study?.series.find(series => series.role === role)?.seriesInstanceUid;
    return study && firstDisplaySet(this.#services, study, this.#series.get(studyUid) ?? alike);
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
