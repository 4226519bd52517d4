import {
  panesOf,
  rangeOf,
  type CornerstoneCore,
  type HostServices,
  type Pane,
  type WindowLevel,
} from '@corelab/host';
import type { PaneContext } from './paneCase.js';
import { windowsOf, type NamedWindow } from '@corelab/ui';

/** Id of the window the images came with. */
export const asAcquired = 'asAcquired';

const first = (value: unknown): number | null => {
  const number = Number(Array.isArray(value) ? value[0] : value);
  return Number.isFinite(number) ? number : null;
};

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

  constructor(services: HostServices, context: PaneContext, cornerstone: CornerstoneCore) {
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
      if (before !== undefined && before !== series && chosen !== undefined) {
        this.#give(pane, chosen);
      }
    }
  }

  #active(panes: readonly Pane[]): Pane | undefined {
    const active = this.#services.viewportGridService.getActiveViewportId();
    return panes.find(({ viewportId }) => viewportId === active) ?? panes[0];
  }

  #role({ displaySet }: Pane): string | undefined {
    return this.#context.studies
      .flatMap(({ series }) => series)
      .find(({ seriesInstanceUid }) => seriesInstanceUid === displaySet.SeriesInstanceUID)?.role;
  }

  #give({ viewport }: Pane, id: string): void {
    const window =
      id === asAcquired
        ? this.#acquired(viewport.getCurrentImageId())
        : this.list.find(named => named.id === id);
    if (window) {
      viewport.setProperties({ voiRange: rangeOf(window) });
      viewport.render();
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
