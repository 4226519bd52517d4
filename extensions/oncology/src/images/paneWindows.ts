import {
  hasItsImages,
  isReady,
  panesOf,
  rangeOf,
  windowOf,
  type CornerstoneCore,
  type HostServices,
  type Pane,
  type WindowLevel,
} from '@corelab/host';
import type { PaneContext } from './paneCase.js';
import { windowsOf, type NamedWindow } from '@corelab/ui';
import { roleOfSeries } from './panes.js';
import type { PanePlace } from './stagePlan.js';

/** Id of the window the images came with. */
export const asAcquired = 'asAcquired';

const first = (value: unknown): number | null => {
  const number = Number(Array.isArray(value) ? value[0] : value);
  return Number.isFinite(number) ? number : null;
};

interface Opening {
  readonly place: PanePlace;
  /** How often it was given; the host may lay its own over it a few times while the pane begins. */
  tries: number;
}

const mostTries = 8;
/** Half a grey value is what drawing rounds. */
const windowTolerance = 0.5;

/** Windows by digit or in turn. A choice counts for every pane with a series of the same role, now and later. */
export class PaneWindows {
  readonly list: readonly NamedWindow[];
  readonly #services: HostServices;
  readonly #context: PaneContext;
  readonly #cornerstone: CornerstoneCore;
  /** By series role: id of the window chosen last. */
  readonly #chosen = new Map<string, string>();
  /** By pane: the series that has its window. */
  readonly #given = new Map<string, string>();
  readonly #places: () => readonly PanePlace[];
  /** By pane: the window that it is to open with. */
  readonly #opening = new Map<string, Opening>();

  constructor(
    services: HostServices,
    context: PaneContext,
    cornerstone: CornerstoneCore,
    places: () => readonly PanePlace[]
  ) {
    this.#places = places;
    this.#services = services;
    this.#context = context;
    this.#cornerstone = cornerstone;
    this.list = windowsOf(context.charter);
  }

  /** Gives the window with this id to the panes of the active pane's role. */
  choose(id: string): void {
    const panes = panesOf(this.#services);
    const active = this.#active(panes);
    const role = active === undefined ? undefined : this.#role(active);
    if (role === undefined) {
      return;
    }
    this.#chosen.set(role, id);
    panes.filter(pane => this.#role(pane) === role).forEach(pane => this.#give(pane, id));
  }

  /** The window after the one chosen last for the active pane's role. */
  next(): void {
    const active = this.#active(panesOf(this.#services));
    const role = active === undefined ? undefined : this.#role(active);
    const at = this.list.findIndex(({ id }) => id === this.#chosen.get(role ?? ''));
    const next = this.list[(at + 1) % this.list.length];
    if (next !== undefined) {
      this.choose(next.id);
    }
  }

  /** A pane has other images: its role's last choice goes on. */
  imagesChanged(): void {
    for (const pane of panesOf(this.#services)) {
      const { viewportId, displaySet } = pane;
      const series = displaySet.SeriesInstanceUID;
      const before = this.#given.get(viewportId);
      const chosen = this.#chosen.get(this.#role(pane) ?? '');
      this.#given.set(viewportId, series);
      if (before !== series && chosen !== undefined) {
        this.#give(pane, chosen);
      }
    }
  }

  /** The id of the window chosen last for a series' role; undefined where none was. */
  chosenFor(seriesInstanceUid: string): string | undefined {
    return this.#chosen.get(roleOfSeries(this.#context.studies, seriesInstanceUid) ?? '');
  }

  /** The layout is made anew: its panes open with their windows, but those whose view is given back. */
  open(isGivenBack: (place: PanePlace) => boolean): void {
    this.#opening.clear();
    for (const place of this.#places()) {
      if (place.windowPreset !== null && !isGivenBack(place)) {
        this.#opening.set(place.id, { place, tries: 0 });
      }
    }
  }

  /** The reader acts: a pane that has its first window keeps what it is given from now on. */
  release(): void {
    for (const [id, { tries }] of this.#opening) {
      if (tries > 0) {
        this.#opening.delete(id);
      }
    }
  }

  /** A pane has drawn: it gets the window it opens with, again where the host has laid its own over it. */
  rendered(viewportId: string): void {
    const opening = this.#opening.get(viewportId);
    const pane = panesOf(this.#services).find(candidate => candidate.viewportId === viewportId);
    if (opening === undefined || pane === undefined || opening.tries >= mostTries) {
      return;
    }
    const { place } = opening;
    const window = this.#context.charter.windowPresets?.[place.windowPreset ?? ''];
    const isItsOwn =
      pane.displaySet.StudyInstanceUID === place.studyInstanceUid &&
      this.#role(pane) === place.role;
    if (window === undefined || !isItsOwn || !isReady(pane) || !hasItsImages(pane)) {
      return;
    }
    if (this.#chosen.has(place.role ?? '')) {
      this.#opening.delete(viewportId);
      return;
    }
    const range = pane.viewport.getProperties().voiRange;
    const shown = range == null ? null : windowOf(range);
    const isGiven =
      shown !== null &&
      Math.abs(shown.center - window.center) < windowTolerance &&
      Math.abs(shown.width - window.width) < windowTolerance;
    if (!isGiven) {
      opening.tries += 1;
      setWindow(pane, window);
    }
  }

  #active(panes: readonly Pane[]): Pane | undefined {
    const active = this.#services.viewportGridService.getActiveViewportId();
    return panes.find(({ viewportId }) => viewportId === active) ?? panes[0];
  }

  #role({ displaySet }: Pane): string | undefined {
    return roleOfSeries(this.#context.studies, displaySet.SeriesInstanceUID);
  }

  #give(pane: Pane, id: string): void {
    const window =
      id === asAcquired
        ? this.#acquired(pane.viewport.getCurrentImageId())
        : this.list.find(named => named.id === id);
    if (window) {
      setWindow(pane, window);
    }
  }

  #acquired(imageId: string | undefined): WindowLevel | null {
    const voi =
      imageId === undefined ? null : this.#cornerstone.metaData.get('voiLutModule', imageId);
    if (typeof voi !== 'object' || voi === null) {
      return null;
    }
    const fields = voi as Readonly<Record<string, unknown>>;
    const center = first(fields['windowCenter']);
    const width = first(fields['windowWidth']);
    return center === null || width === null ? null : { center, width };
  }
}

function setWindow({ viewport }: Pane, window: WindowLevel): void {
  viewport.setProperties({ voiRange: rangeOf(window) });
  viewport.render();
}
