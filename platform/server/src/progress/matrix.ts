import { subjectWalk } from './find-subjects.js';
import { matrixRow, type MatrixRow } from './matrix-row.js';
import { progressFrame, type ProgressDeps } from './progress-frame.js';
import { matches, needsPlaces, type MatrixFilter } from './row-filter.js';
import { subjectPlaces, type SubjectProgress } from './subject-places.js';

export interface MatrixColumn {
  timepoint: string;
  label: string;
  kind: string;
  /** False for a visit that subjects of this page have beyond the charter's schedule. */
  planned: boolean;
}

export interface MatrixPage {
  timepoints: MatrixColumn[];
  rows: MatrixRow[];
  /** The identifier after which the next page begins; null on the last one. */
  next: string | null;
}

export interface PageAsked {
  /** Identifier of the last subject seen. */
  readonly after: string | null;
  readonly limit: number;
  /** Code of the track; that of the endpoint unless said. */
  readonly track?: string;
}

/** How many candidates one answer looks at: a filter that keeps few is answered with what was found and where to go on. */
const looked = { atOnce: 100, atMost: 500 };

const columnsOf = (
  planned: readonly Omit<MatrixColumn, 'planned'>[],
  subjects: readonly SubjectProgress[]
): MatrixColumn[] => {
  const columns = new Map(
    planned.map(({ timepoint, label, kind }) => [
      timepoint,
      { timepoint, label, kind, planned: true },
    ])
  );
  for (const { timepoint, kind } of subjects.flatMap(({ timepoints }) => timepoints)) {
    if (columns.has(timepoint)) continue;
    // What readers see it called differs from subject to subject.
    columns.set(timepoint, { timepoint, label: timepoint, kind, planned: false });
  }
  return [...columns.values()];
};

/**
 * A page of the matrix. It may hold fewer rows than asked for, or none, and still have a `next`: with a filter an answer
 * takes as long as any other one, however few subjects there are to find.
 * @throws CodedError 422 CL_FILTER
 */
export const matrixPage = async (
  deps: ProgressDeps,
  trialId: string,
  filter: MatrixFilter,
  { after, limit, track }: PageAsked
): Promise<MatrixPage> => {
  const frame = await progressFrame(deps, trialId, track);
  const walk = await subjectWalk(deps.db, frame, filter);
  const sifted = needsPlaces(filter);
  const size = sifted ? Math.max(limit, looked.atOnce) : limit;
  const found: SubjectProgress[] = [];
  let from = after;
  let seen = 0;
  let ended = false;
  while (!ended && found.length <= limit && seen < (sifted ? looked.atMost : limit + 1)) {
    const subjects = await walk(from, size + 1);
    ended = subjects.length <= size;
    seen += subjects.length;
    from = subjects.at(-1)?.identifier ?? from;
    const places = await subjectPlaces(deps.db, frame, subjects);
    found.push(...(sifted ? places.filter(one => matches(one, filter)) : places));
  }
  const shown = found.slice(0, limit);
  const next =
    found.length > limit ? (shown.at(-1)?.subject.identifier ?? null) : ended ? null : from;
  return { timepoints: columnsOf(frame.plan.columns, shown), rows: shown.map(matrixRow), next };
};
