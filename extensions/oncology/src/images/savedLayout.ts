import type { PaneView } from '@corelab/reads';
import type { ReadStudy } from '@corelab/client';
import type { PanePlace } from './stagePlan.js';

/** What a saved view says of the layout. */
export interface SavedLayout {
  /** One pane stood alone. */
  readonly alone: boolean;
  /** Place of the stage in the charter's list. */
  readonly stage: number;
}

/** Beside rows and columns, as in views saved before there were stages, the stage from the second on. */
export function layoutName({ rows, columns }: { rows: number; columns: number }, stage: number) {
  return `${rows}x${columns}${stage === 0 ? '' : ` stage ${stage + 1}`}`;
}

/** The layout of a saved view; one without words for it opens as its case does. */
export function savedLayout(name: string): SavedLayout {
  const [, rows, columns, stage] = /^(\d+)x(\d+)(?: stage (\d+))?$/.exec(name) ?? [];
  return {
    alone: rows === '1' && columns === '1',
    stage: stage === undefined ? 0 : Number(stage) - 1,
  };
}

/** A saved pane's view with the place that it goes to; null where no pane shows its timepoint. */
export interface PlacedView {
  readonly view: PaneView;
  readonly place: PanePlace | null;
}

/** Saved views name no panes: each goes to the first free one of its timepoint and role, else of its timepoint. */
export function placedViews(
  views: readonly PaneView[],
  places: readonly PanePlace[],
  studies: readonly ReadStudy[]
): PlacedView[] {
  const roleOf = (uid: string): string | undefined =>
    studies.flatMap(({ series }) => series).find(one => one.seriesInstanceUid === uid)?.role;
  const free = new Set(places);
  return views.map(view => {
    const alike = [...free].filter(place => place.studyInstanceUid === view.studyInstanceUid);
    const role = roleOf(view.seriesInstanceUid);
    const place = alike.find(one => one.role === role) ?? alike[0] ?? null;
    if (place !== null) free.delete(place);
    return { view, place };
  });
}
