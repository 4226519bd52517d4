import type { AssessmentInput, LesionInput } from '@corelab/criteria';
import { AdjudicationError } from './adjudicationError.js';
import { enteredTimepoints } from './courseLesion.js';
import { courseRead, type CourseRead } from './courseRead.js';
import type { Difference } from './difference.js';
import { identityFields } from './enteredState.js';
import { matchLesions } from './matchLesions.js';
import { refuse, type Replacement } from './replacement.js';
import {
  freeLabel,
  labelInA,
  rowOf,
  withEntries,
  withFields,
  withRow,
  withTimepoints,
} from './replaceRow.js';

/** A's read, one difference to B's, and B's read. */
export interface Exchange {
  readonly a: CourseRead;
  readonly b: CourseRead;
  readonly difference: Difference;
}

/** A's read with another input, rated anew. Throws CriterionError where the criterion can't use it. */
export function rated(course: CourseRead, input: AssessmentInput): Replacement {
  return { course: { ...course, ...courseRead(input) }, refused: null };
}

/** The timepoint of a difference that has one. Throws AdjudicationError CL_DIFFERENCE. */
export function timepointOf({ timepoint, kind }: Difference): string {
  if (timepoint !== null) return timepoint;
  throw new AdjudicationError('CL_DIFFERENCE', '/timepoint', `${kind} names no timepoint`);
}

function requireRow(read: CourseRead, timepoint: string, id: string | null, side: string) {
  const row = rowOf(read.input, timepoint, id);
  if (row || id === null) return row;
  const listed = read.input.timepoints.some(({ lesions }) => lesions.some(one => one.id === id));
  if (listed) return undefined;
  throw new AdjudicationError(
    'CL_DIFFERENCE',
    `/lesions/${side}`,
    `/lesions/${side}: the read has no lesion "${id}"`
  );
}

/** B's row in A's words; null where the lesion it merged into has no counterpart in A. */
function translated(row: LesionInput, { a, b }: Pick<Exchange, 'a' | 'b'>): LesionInput | null {
  if (!row.mergedInto) return row;
  const host = labelInA(matchLesions(a, b), row.mergedInto);
  return host === null ? null : { ...row, mergedInto: host };
}

/** A lesion's entries of one timepoint: all of them, or those named. */
export function replaceRow(exchange: Exchange, fields: readonly string[] | null): Replacement {
  const { a, b, difference } = exchange;
  const timepoint = timepointOf(difference);
  const { lesions } = difference;
  const own = requireRow(a, timepoint, lesions.a, 'a');
  const other = requireRow(b, timepoint, lesions.b, 'b');
  const replaced = (row: LesionInput | null): Replacement =>
    rated(
      a,
      withTimepoints(a.input, one =>
        one.id === timepoint ? withRow(one, lesions.a ?? '', row) : one
      )
    );
  if (!other) return replaced(null);
  const taken = translated(other, exchange);
  if (!taken) return refuse('unmatchedHost');
  if (!own) {
    const listed = a.input.timepoints.flatMap(one => one.lesions);
    const same = listed.find(({ id }) => id === lesions.a) ?? taken;
    const identity = { id: same.id, role: same.role };
    return replaced(withEntries(withFields(identity, same, identityFields), taken));
  }
  return replaced(fields ? withFields(own, taken, fields) : withEntries(own, taken));
}

/** What a lesion is called and whether it is a node, at every timepoint that lists it. */
export function replacePlace({ a, b, difference }: Exchange): Replacement {
  const { lesions } = difference;
  const other = rowOf(b.input, timepointOf(difference), lesions.b) ?? {};
  const fields = ['location', 'laterality', 'node'];
  return rated(
    a,
    withTimepoints(a.input, one => ({
      ...one,
      lesions: one.lesions.map(lesion =>
        lesion.id === lesions.a ? withFields(lesion, other, fields) : lesion
      ),
    }))
  );
}

const isLinked = ({ timepoints }: AssessmentInput, id: string | null): boolean =>
  timepoints.some(({ lesions }) =>
    lesions.some(
      ({ id: own, mergedInto, splitFrom }) =>
        (own === id && Boolean(mergedInto ?? splitFrom)) || mergedInto === id || splitFrom === id
    )
  );

/** Whether a read has another target at its baseline. */
function hasOtherTarget(course: CourseRead, id: string | null): boolean {
  const [baseline] = enteredTimepoints(course);
  return baseline?.lesions.some(one => one.role === 'target' && one.id !== id) ?? false;
}

/**
 * A whole lesion: A's goes and B's comes, over all timepoints; either may be none. Refused where it is tied to others, where
 * B did not read a timepoint of A's (there would be no value), and where no target would be left.
 */
export function replaceLesion({ a, b, difference }: Exchange): Replacement {
  const { lesions } = difference;
  timepointOf(difference);
  if (isLinked(a.input, lesions.a) || isLinked(b.input, lesions.b)) return refuse('linked');
  const read = new Set(b.input.timepoints.map(({ id }) => id));
  if (lesions.b !== null && a.input.timepoints.some(({ id }) => !read.has(id)))
    return refuse('notReadThere');
  const rows = a.input.timepoints.flatMap(({ id }) => rowOf(b.input, id, lesions.b) ?? []);
  if (lesions.b !== null && rows.length === 0)
    throw new AdjudicationError(
      'CL_DIFFERENCE',
      '/lesions/b',
      `/lesions/b: the read has no lesion "${lesions.b}"`
    );
  const isTarget = (row: LesionInput | undefined): boolean => row?.role === 'target';
  const own = a.input.timepoints.flatMap(({ id }) => rowOf(a.input, id, lesions.a) ?? []);
  if (isTarget(own[0]) && !isTarget(rows[0]) && !hasOtherTarget(a, lesions.a))
    return refuse('lastTarget');
  const without = withTimepoints(a.input, one => withRow(one, lesions.a ?? '', null));
  if (lesions.b === null) return rated(a, without);
  const label = lesions.a ?? freeLabel(a.input, lesions.b);
  return rated(
    a,
    withTimepoints(without, one => {
      const row = rowOf(b.input, one.id, lesions.b);
      return row ? withRow(one, label, { ...row, id: label }) : one;
    })
  );
}

/** A new lesion that both see, at the timepoints before the later of the two saw it. */
export function replaceEarlier({ a, b, difference }: Exchange): Replacement {
  const { lesions, by } = difference;
  if (isLinked(a.input, lesions.a) || isLinked(b.input, lesions.b)) return refuse('linked');
  const order = enteredTimepoints(a).map(({ id }) => id);
  const late = by === 'a' ? b : a;
  const lateId = by === 'a' ? lesions.b : lesions.a;
  const first = order.findIndex(id => rowOf(late.input, id, lateId) !== undefined);
  const before = new Set(first < 0 ? order : order.slice(0, first));
  return rated(
    a,
    withTimepoints(a.input, one => {
      if (!before.has(one.id)) return one;
      const row = rowOf(b.input, one.id, lesions.b);
      const label = lesions.a ?? '';
      return withRow(one, label, row ? { ...row, id: label } : null);
    })
  );
}
