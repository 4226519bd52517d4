import type { HangingStage, PaneTimepoint, ReadStudy } from '@corelab/client';

/** What of another timepoint a pane shows. */
export type OtherTimepoint = Exclude<PaneTimepoint, 'current'>;

/** One pane of a layout: which timepoint it holds, and which kind of images where the charter says one. */
export interface PanePlace {
  readonly id: string;
  readonly studyInstanceUid: string;
  readonly role: string | null;
  /** Name of the window it opens with; null for the one the images came with. */
  readonly windowPreset: string | null;
  /** It shows the timepoint that the reader chose to compare with. */
  readonly compares: boolean;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

/** The panes of one layout, row by row. */
export interface PanePlan {
  /** Place of the charter's stage in its list; null for the layout without one. */
  readonly stage: number | null;
  readonly rows: number;
  readonly columns: number;
  readonly places: readonly PanePlace[];
}

/** Which timepoints there are to fill panes with. */
export interface PlanStudies {
  readonly current: string | undefined;
  /** The one that the reader compares with; null without one. */
  readonly compared: string | null;
  /** Another one by what it is to the current one; null where there is none, or it may not be shown. */
  studyAs(word: OtherTimepoint): string | null;
}

export interface UsableStage {
  readonly index: number;
  readonly stage: HangingStage;
}

const hasRole = ({ series }: ReadStudy, role: string): boolean =>
  series.some(one => one.role === role);

/** The stages in which at least one pane of the current timepoint has images of its role. */
export function usableStages(current: ReadStudy | undefined): UsableStage[] {
  if (current === undefined) return [];
  return (current.stages ?? [])
    .map((stage, index) => ({ index, stage }))
    .filter(({ stage }) =>
      stage.panes.some(({ timepoint, role }) => timepoint === 'current' && hasRole(current, role))
    );
}

/** What the reader's choice of a comparison stands for in a stage: the word of its first pane of another timepoint. */
export function comparisonWord(stage: HangingStage | undefined): OtherTimepoint | null {
  const words = (stage?.panes ?? []).map(({ timepoint }) => timepoint);
  return words.find(word => word !== 'current') ?? null;
}

/** Ids of the first two kinds of panes, as the host's protocol names them too: what it shows first is kept. */
const firstIds = { current: 'current', compared: 'comparison' } as const;

/** Without a stage: the current timepoint, beside it the compared one. */
function plainPlan({ current, compared }: PlanStudies): PanePlan {
  const studies: [string, string | null | undefined][] = [
    [firstIds.current, current],
    [firstIds.compared, compared],
  ];
  const places = studies
    .flatMap(([id, study]) => (study === null || study === undefined ? [] : [{ id, study }]))
    .map(({ id, study }, column) => ({
      ...{ id, studyInstanceUid: study, role: null, windowPreset: null },
      ...{ compares: id === firstIds.compared, row: 0, column },
    }));
  return { stage: null, rows: 1, columns: Math.max(1, places.length), places };
}

/** Without rows and columns that hold nothing. */
function trimmed(stage: number, places: readonly PanePlace[]): PanePlan {
  const used = (of: 'row' | 'column'): number[] =>
    [...new Set(places.map(place => place[of]))].sort((a, b) => a - b);
  const [rows, columns] = [used('row'), used('column')];
  return {
    ...{ stage, rows: rows.length, columns: columns.length },
    places: places.map(place => ({
      ...place,
      row: rows.indexOf(place.row),
      column: columns.indexOf(place.column),
    })),
  };
}

/** The panes of a stage, each with its timepoint; those without one are left out. Undefined: the layout without stages. */
export function planOf(usable: UsableStage | undefined, studies: PlanStudies): PanePlan {
  if (usable === undefined) return plainPlan(studies);
  const { stage, index } = usable;
  const word = comparisonWord(stage);
  const taken = new Set<string>();
  const places = stage.panes.flatMap(({ role, timepoint, windowPreset }, at) => {
    const compares = timepoint !== 'current' && timepoint === word;
    const study =
      timepoint === 'current'
        ? studies.current
        : compares
          ? studies.compared
          : studies.studyAs(timepoint);
    if (study === null || study === undefined) return [];
    const first =
      timepoint === 'current' ? firstIds.current : compares ? firstIds.compared : undefined;
    const id = first === undefined || taken.has(first) ? `pane-${at + 1}` : first;
    taken.add(id);
    return [
      {
        ...{ id, studyInstanceUid: study, role, windowPreset: windowPreset ?? null, compares },
        ...{ row: Math.floor(at / stage.columns), column: at % stage.columns },
      },
    ];
  });
  return trimmed(index, places);
}

/** The plan with one of its panes alone; the whole of it where it has no such pane. */
export function onlyPane(plan: PanePlan, id: string | null): PanePlan {
  const place = plan.places.find(one => one.id === id);
  return place === undefined
    ? plan
    : { ...plan, rows: 1, columns: 1, places: [{ ...place, row: 0, column: 0 }] };
}

/** The role that a pane is for where its timepoint has no images of it; null where it has, or the pane is for any. */
export function missingRole({ role }: PanePlace, study: ReadStudy): string | null {
  return role === null || hasRole(study, role) ? null : role;
}
