import {
  imagesIn,
  isReady,
  nearestSlice,
  panesOf,
  parseImageId,
  ScrollLink,
  slicePosition,
  type CornerstoneCore,
  type HostServices,
  type LinkedPane,
  type Pane,
} from '@corelab/host';
import type { PaneContext } from './paneCase.js';
import type { PaneView } from '@corelab/reads';
import { applyView, hasView, paneView } from './paneViews.js';
import {
  findInstance,
  indexOfImage,
  nearestImage,
  paneOfStudy,
  shownPoint,
  type Place,
  type PointLps,
} from './panes.js';
import { PaneTargets, type PlannedPanes } from './paneTargets.js';
import type { PanePlace } from './stagePlan.js';

interface Wanted {
  place: Place;
  /** Window, zoom and pan to go with it. */
  view: PaneView | null;
  /** How often the view was given; the host may lay its own over it a few times while it begins. */
  tries: number;
  /** The pane was told. */
  sent: boolean;
  /** Of what is wanted only zoom and pan count, whatever image the pane gets: whoever knows of a place goes there. */
  kept: boolean;
}

const mostTries = 8;

/**
 * Brings panes to images and keeps them linked. The host loads a series some time after it was told to, and may lay its
 * own position over ours then: what a pane is to show is kept and applied again until the reader acts.
 */
export class PanePlacer {
  readonly link: ScrollLink;
  readonly #services: HostServices;
  readonly #context: Pick<PaneContext, 'studies'>;
  readonly #cornerstone: CornerstoneCore;
  readonly #planned: PlannedPanes;
  readonly #targets: PaneTargets;
  /** By pane; by study where no pane of the layout is for it. */
  readonly #wanted = new Map<string, Wanted>();
  readonly #positions = new Map<string, (number | null)[]>();

  constructor(
    services: HostServices,
    context: Pick<PaneContext, 'studies'>,
    cornerstone: CornerstoneCore,
    planned: PlannedPanes
  ) {
    this.#services = services;
    this.#context = context;
    this.#cornerstone = cornerstone;
    this.#planned = planned;
    this.#targets = new PaneTargets(services, context, planned);
    this.link = new ScrollLink(() => panesOf(services).map(pane => this.#linked(pane)));
  }

  /**
   * Brings a pane to this image, the series first if the pane shows another one: the pane that shows the series, else the one
   * for its kind of images, else one of its study. Others of the study go to the same place of the body.
   */
  show(place: Place): void {
    const target = this.#targets.paneFor(place);
    this.#want(target?.id ?? null, place);
    const { studyInstanceUid: study } = place;
    const point = this.#pointOf(place);
    const base = target === undefined ? 0 : this.#offset(study, target.id);
    for (const other of this.#targets.ofStudy(study)) {
      if (other.id !== target?.id && point !== null) {
        this.#nearest(other, study, point, base);
      }
    }
  }

  /** Brings the study's panes to the slice nearest to a point (LPS, mm) of another timepoint, link offset included. */
  showNearest(studyInstanceUid: string, from: string, point: PointLps): void {
    const source = paneOfStudy(this.#services, from)?.viewportId ?? 'comparison';
    const base = this.#offset(from, source);
    const panes = this.#targets.ofStudy(studyInstanceUid);
    for (const pane of panes.length > 0 ? panes : [null]) {
      this.#nearest(pane, studyInstanceUid, point, base);
    }
  }

  /** Brings panes to the place which another pane shows, unless they are to go somewhere already. */
  align(places: readonly PanePlace[], reference: string): void {
    const pane = this.#targets.onScreen(reference);
    const point = pane === undefined ? null : shownPoint(pane);
    if (pane === undefined || point === null) {
      return;
    }
    const { StudyInstanceUID: from } = pane.displaySet;
    for (const place of places) {
      const wanted = this.#wantedOf(place.id, place.studyInstanceUid);
      if (place.id !== reference && (wanted === undefined || wanted.kept)) {
        this.#nearest(place, place.studyInstanceUid, point, this.#offset(from, reference));
      }
    }
  }

  /** Another series of the study in its pane, at the place the pane shows now. */
  showSeries(pane: Pane, seriesInstanceUid: string): void {
    const study = pane.displaySet.StudyInstanceUID;
    const point = shownPoint(pane);
    const place =
      point === null ? null : nearestImage(this.#services, study, [seriesInstanceUid], point);
    if (place === null) {
      this.#bringSeries(pane, seriesInstanceUid);
      return;
    }
    this.#want(pane.viewportId, place);
    if (this.link.on) {
      this.#others(pane, place);
    }
  }

  /** The other panes to the place of an image that a pane is about to show. */
  #others(pane: Pane, place: Place): void {
    const point = this.#pointOf(place);
    const base = this.#offset(place.studyInstanceUid, pane.viewportId);
    for (const other of panesOf(this.#services)) {
      const { StudyInstanceUID: study } = other.displaySet;
      if (other.viewportId !== pane.viewportId && point !== null) {
        const planned = this.#targets.ofStudy(study).find(({ id }) => id === other.viewportId);
        this.#nearest(planned ?? null, study, point, base);
      }
    }
  }

  /** Brings a pane to this image, whatever else could show it. */
  bring(place: Place, id: string): void {
    this.#want(id, place);
  }

  /** What a pane is to look like as soon as it can: the given one, else that of the view's study. */
  restore(view: PaneView, id: string | null): void {
    this.#want(id, view, view);
  }

  /** Keeps what the panes show now over a change of the layout. */
  keepViews(): void {
    this.#shownViews().forEach(([id, view]) => this.restore(view, id));
  }

  /** Keeps zoom and pan of panes that get another size, where they are to show nothing else already. */
  keepFits(): void {
    for (const [id, view] of this.#shownViews()) {
      if (this.#wantedOf(id, view.studyInstanceUid) === undefined) {
        const fit = { ...view, windowCenter: null, windowWidth: null };
        const wanted = { place: view, view: fit, tries: 0, sent: false, kept: true };
        this.#wanted.set(id, wanted);
      }
    }
  }

  #shownViews(): [string, PaneView][] {
    return panesOf(this.#services)
      .filter(isReady)
      .flatMap(pane => {
        const view = paneView(pane, this.#context.studies);
        return view === null ? [] : [[pane.viewportId, view]];
      });
  }

  /** The reader acts on the images: from now on the panes stand where the reader brings them. */
  release(): void {
    this.#wanted.clear();
  }

  /** Something else than this brought a pane to another image: there it stays. */
  moved(viewportId: string): void {
    const study = this.#targets.onScreen(viewportId)?.displaySet.StudyInstanceUID;
    this.#wanted.delete(viewportId);
    this.#wanted.delete(study ?? '');
  }

  /**
   * A pane has drawn: it goes to its image if it could not before, and its window, zoom and pan are given again where the
   * host has laid its own over them.
   */
  rendered(viewportId: string): void {
    const pane = this.#targets.onScreen(viewportId);
    const wanted =
      pane === undefined ? undefined : this.#wantedOf(viewportId, pane.displaySet.StudyInstanceUID);
    if (pane === undefined || wanted === undefined) {
      return;
    }
    if (!wanted.sent) {
      this.#apply(pane);
    }
    this.#give(pane, wanted);
  }

  /** The host has put images into a pane. */
  imagesChanged(): void {
    panesOf(this.#services).forEach(pane => this.#apply(pane));
  }

  /** All panes one image on: linked ones by following the given pane. */
  scrollAll(viewportId: string, by: 1 | -1): void {
    for (const pane of panesOf(this.#services)) {
      if (!this.link.on || pane.viewportId === viewportId) {
        const last = imagesIn(pane.viewport).length - 1;
        const next = pane.viewport.getCurrentImageIdIndex() + by;
        void pane.viewport.setImageIdIndex(Math.max(0, Math.min(last, next)));
      }
    }
  }

  /** Where an image lies (LPS, mm); null where the host does not have it or it has no place. */
  #pointOf(place: Place): PointLps | null {
    const position = findInstance(this.#services, place)?.instance.ImagePositionPatient;
    const [x, y, z] = (position ?? []).map(Number);
    return x === undefined || y === undefined || z === undefined ? null : [x, y, z];
  }

  /** Offset of a pane to the common place, mm, for the timepoint it holds. */
  #offset(study: string, id: string): number {
    return this.link.offsetMm(subjectOf(study, id));
  }

  /** A pane to the slice of its own series nearest to a point that lies `base` mm off the common place. */
  #nearest(pane: PanePlace | null, study: string, point: PointLps, base: number): void {
    const id = pane?.id ?? paneOfStudy(this.#services, study)?.viewportId ?? study;
    const shift = this.#offset(study, id) - base;
    const [x, y, z] = point;
    const series = this.#targets.seriesFor(study, id, pane?.role ?? null);
    const place = nearestImage(this.#services, study, series, [x, y, z + shift]);
    if (place !== null) {
      this.#want(pane?.id ?? null, place);
    }
  }

  #want(id: string | null, place: Place, view: PaneView | null = null): void {
    const key = id ?? place.studyInstanceUid;
    const before = this.#wanted.get(key);
    const fit =
      before?.kept === true && before.place.studyInstanceUid === place.studyInstanceUid
        ? before.view
        : null;
    this.#wanted.set(key, { place, view: view ?? fit, tries: 0, sent: false, kept: false });
    const pane =
      id === null
        ? paneOfStudy(this.#services, place.studyInstanceUid)
        : this.#targets.onScreen(id);
    if (pane !== undefined) {
      this.#apply(pane);
    }
  }

  /** What a pane is to show of the study it holds. */
  #wantedOf(id: string, study: string): Wanted | undefined {
    const own = this.#wanted.get(id);
    const isOwn = own?.place.studyInstanceUid === study;
    return isOwn ? own : this.#wanted.get(study);
  }

  #apply(pane: Pane): void {
    const study = pane.displaySet.StudyInstanceUID;
    const wanted = this.#wantedOf(pane.viewportId, study);
    if (wanted === undefined || !isReady(pane)) {
      return;
    }
    if (wanted.kept) {
      wanted.sent = true;
      this.#give(pane, wanted);
      return;
    }
    const index = indexOfImage(pane.viewport, wanted.place.sopInstanceUid);
    if (index < 0) {
      this.#bringSeries(pane, wanted.place.seriesInstanceUid);
      return;
    }
    wanted.sent = true;
    this.link.send(this.#linked(pane), index);
    this.#give(pane, wanted);
  }

  #give(pane: Pane, wanted: Wanted): void {
    const { view, place, tries, kept } = wanted;
    const isThere = parseImageId(pane.viewport.getCurrentImageId() ?? '');
    if (
      view !== null &&
      tries < mostTries &&
      isReady(pane) &&
      (kept || isThere?.sopInstanceUid === place.sopInstanceUid) &&
      !hasView(pane, view)
    ) {
      wanted.tries += 1;
      applyView(pane.viewport, view);
    }
  }

  #bringSeries(pane: Pane, seriesInstanceUid: string): void {
    const [other] = this.#services.displaySetService.getDisplaySetsForSeries(seriesInstanceUid);
    const uid = other?.displaySetInstanceUID;
    this.#planned.brings(pane.viewportId, seriesInstanceUid);
    if (uid !== undefined && uid !== pane.displaySet.displaySetInstanceUID) {
      this.#services.viewportGridService.setDisplaySetsForViewports([
        { viewportId: pane.viewportId, displaySetInstanceUIDs: [uid] },
      ]);
    }
  }

  #linked(pane: Pane): LinkedPane {
    const { viewportId, viewport, displaySet } = pane;
    // By the images themselves: the grid names a new series before the pane has it.
    const imageIds = imagesIn(viewport);
    return {
      viewportId,
      viewport,
      subject: subjectOf(displaySet.StudyInstanceUID, viewportId),
      stack: imageIds[0] ?? '',
      ready: isReady(pane),
      positions: this.#positionsOf(imageIds),
    };
  }

  #positionsOf(imageIds: readonly string[]): (number | null)[] {
    const key = `${imageIds[0]} ${imageIds.length}`;
    const known = this.#positions.get(key);
    if (known !== undefined) {
      return known;
    }
    const positions = imageIds.map(imageId => slicePosition(this.#cornerstone, imageId));
    // Before the host has read a series' metadata no slice has a place: look again next time.
    if (nearestSlice(positions, 0) !== null) {
      this.#positions.set(key, positions);
    }
    return positions;
  }
}

/** Linking tells panes of one timepoint apart: each keeps its own offset. */
const subjectOf = (study: string, id: string): string => `${study} ${id}`;
