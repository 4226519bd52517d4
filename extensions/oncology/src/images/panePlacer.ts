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
import { applyView, hasView, paneViews } from './paneViews.js';
import {
  findInstance,
  indexOfImage,
  nearestImage,
  paneOfStudy,
  shownPoint,
  type Place,
  type PointLps,
} from './panes.js';

interface Wanted {
  place: Place;
  /** Window, zoom and pan to go with it. */
  view: PaneView | null;
  /** How often the view was given; the host may lay its own over it a few times while it begins. */
  tries: number;
  /** The pane was told. */
  sent: boolean;
}

const mostTries = 8;

/**
 * Brings panes to images and keeps them linked. The host loads a series some time after it was told to, and may lay its
 * own position over ours then: what a study's pane is to show is kept and applied again until the reader acts.
 */
export class PanePlacer {
  readonly link: ScrollLink;
  readonly #services: HostServices;
  readonly #context: Pick<PaneContext, 'studies'>;
  readonly #cornerstone: CornerstoneCore;
  /** By study. */
  readonly #wanted = new Map<string, Wanted>();
  readonly #positions = new Map<string, (number | null)[]>();

  constructor(
    services: HostServices,
    context: Pick<PaneContext, 'studies'>,
    cornerstone: CornerstoneCore
  ) {
    this.#services = services;
    this.#context = context;
    this.#cornerstone = cornerstone;
    this.link = new ScrollLink(() => panesOf(services).map(pane => this.#linked(pane)));
  }

  /** Brings the study's pane to this image, the series first if the pane shows another one. */
  show(place: Place): void {
    this.#wanted.set(place.studyInstanceUid, { place, view: null, tries: 0, sent: false });
    this.#apply(place.studyInstanceUid);
  }

  /** Brings the study's pane to the slice nearest to a point (LPS, mm) of another timepoint, link offset included. */
  showNearest(studyInstanceUid: string, from: string, point: PointLps): void {
    const shift = this.link.offsetMm(studyInstanceUid) - this.link.offsetMm(from);
    const place = nearestImage(this.#services, studyInstanceUid, this.#series(studyInstanceUid), [
      point[0],
      point[1],
      point[2] + shift,
    ]);
    if (place !== null) {
      this.show(place);
    }
  }

  /** Brings a study's pane to the place which another study's pane shows, unless it is to go somewhere already. */
  align(studyInstanceUid: string, withStudy: string): void {
    const pane = paneOfStudy(this.#services, withStudy);
    const point = pane === undefined ? null : shownPoint(pane);
    if (point !== null && !this.#wanted.has(studyInstanceUid)) {
      this.showNearest(studyInstanceUid, withStudy, point);
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
    this.show(place);
    if (this.link.on) {
      this.#others(pane, place);
    }
  }

  /** The other panes to the place of an image that a pane is about to show. */
  #others(pane: Pane, place: Place): void {
    const position = findInstance(this.#services, place)?.instance.ImagePositionPatient;
    const [x, y, z] = (position ?? []).map(Number);
    for (const { displaySet } of panesOf(this.#services)) {
      const study = displaySet.StudyInstanceUID;
      const isOther = study !== pane.displaySet.StudyInstanceUID;
      if (isOther && x !== undefined && y !== undefined && z !== undefined) {
        this.showNearest(study, place.studyInstanceUid, [x, y, z]);
      }
    }
  }

  /** What a study's pane is to look like as soon as it can. */
  restore(view: PaneView): void {
    this.#wanted.set(view.studyInstanceUid, { place: view, view, tries: 0, sent: false });
    this.#apply(view.studyInstanceUid);
  }

  /** Keeps what the panes show now over a change of the layout. */
  keepViews(): void {
    for (const view of paneViews(this.#services, this.#context.studies)) {
      this.#wanted.set(view.studyInstanceUid, { place: view, view, tries: 0, sent: false });
    }
  }

  /** The reader acts on the images: from now on the panes stand where the reader brings them. */
  release(): void {
    this.#wanted.clear();
  }

  /** Something else than this brought a pane to another image: there it stays. */
  moved(viewportId: string): void {
    const pane = panesOf(this.#services).find(candidate => candidate.viewportId === viewportId);
    this.#wanted.delete(pane?.displaySet.StudyInstanceUID ?? '');
  }

  /**
   * A pane has drawn: it goes to its image if it could not before, and its window, zoom and pan are given again where the
   * host has laid its own over them.
   */
  rendered(viewportId: string): void {
    const pane = panesOf(this.#services).find(candidate => candidate.viewportId === viewportId);
    const wanted = this.#wanted.get(pane?.displaySet.StudyInstanceUID ?? '');
    if (pane === undefined || wanted === undefined) {
      return;
    }
    if (!wanted.sent) {
      this.#apply(pane.displaySet.StudyInstanceUID);
    }
    this.#give(pane, wanted);
  }

  /** The host has put images into a pane. */
  imagesChanged(): void {
    for (const study of [...this.#wanted.keys()]) {
      this.#apply(study);
    }
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

  #series(studyInstanceUid: string): string[] {
    const study = this.#context.studies.find(item => item.studyInstanceUid === studyInstanceUid);
    const shown = paneOfStudy(this.#services, studyInstanceUid)?.displaySet.SeriesInstanceUID;
    const all = (study?.series ?? []).map(({ seriesInstanceUid }) => seriesInstanceUid);
    return shown === undefined ? all : [shown, ...all.filter(uid => uid !== shown)];
  }

  #apply(study: string): void {
    const wanted = this.#wanted.get(study);
    const pane = paneOfStudy(this.#services, study);
    if (wanted === undefined || pane === undefined || !isReady(pane)) {
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
    const { view, place, tries } = wanted;
    const isThere = parseImageId(pane.viewport.getCurrentImageId() ?? '');
    if (
      view !== null &&
      tries < mostTries &&
      isReady(pane) &&
      isThere?.sopInstanceUid === place.sopInstanceUid &&
      !hasView(pane, view)
    ) {
      wanted.tries += 1;
      applyView(pane.viewport, view);
    }
  }

  #bringSeries(pane: Pane, seriesInstanceUid: string): void {
    const [other] = this.#services.displaySetService.getDisplaySetsForSeries(seriesInstanceUid);
    const uid = other?.displaySetInstanceUID;
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
      subject: displaySet.StudyInstanceUID,
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
