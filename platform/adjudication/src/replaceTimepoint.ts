import type { LesionInput } from '@corelab/criteria';
import { type CourseRead, seriesName } from './courseRead.js';
import { matchLesions } from './matchLesions.js';
import { refuse, type Replacement } from './replacement.js';
import { type Exchange, rated, timepointOf } from './replaceLesion.js';
import { freeLabel, labelInA, withFields, withTimepoints } from './replaceRow.js';

/** What is entered of a timepoint as a whole. */
export function replaceTimepointEntries(
  { a, b, difference }: Exchange,
  fields: readonly string[]
): Replacement {
  const timepoint = timepointOf(difference);
  const other = b.input.timepoints.find(({ id }) => id === timepoint) ?? {};
  return rated(
    a,
    withTimepoints(a.input, one => (one.id === timepoint ? withFields(one, other, fields) : one))
  );
}

/** Everything of a timepoint, B's lesions under A's labels. Refused where one of the reads alone follows a lesion of the baseline. */
export function replaceTimepoint({ a, b, difference }: Exchange): Replacement {
  const timepoint = timepointOf(difference);
  const other = b.input.timepoints.find(({ id }) => id === timepoint);
  if (!other) return refuse('notReadThere');
  if (other.evaluable === false)
    return replaceTimepointEntries({ a, b, difference }, ['evaluable', 'reason']);
  const lesions = matchLesions(a, b);
  const followed = lesions.filter(one => (one.a ?? one.b)?.role !== 'new');
  if (followed.some(one => !one.a || !one.b)) return refuse('unmatchedLesions');
  const label = (id: string): string => labelInA(lesions, id) ?? freeLabel(a.input, id);
  const rows = other.lesions.map((row): LesionInput => {
    const own = { ...row, id: label(row.id) };
    if (row.mergedInto) own.mergedInto = label(row.mergedInto);
    if (row.splitFrom) own.splitFrom = label(row.splitFrom);
    return own;
  });
  return rated(
    a,
    withTimepoints(a.input, one =>
      one.id === timepoint ? { ...other, id: one.id, lesions: rows } : one
    )
  );
}

/** One value of a score or volume; the criterion's output stays as it is. */
export function replaceNumber({ a, b, difference }: Exchange): Replacement {
  const timepoint = timepointOf(difference);
  const { field } = difference;
  const other = (b.numeric ?? []).find(one => seriesName(one) === field);
  const value = other?.visits.find(one => one.timepoint === timepoint)?.value ?? null;
  const series = a.numeric ?? [];
  const own = series.find(one => seriesName(one) === field) ?? (other && { ...other, visits: [] });
  if (!own) return { course: a, refused: null };
  const visits = [...own.visits.filter(one => one.timepoint !== timepoint), { timepoint, value }];
  const order = a.input.timepoints.map(({ id }) => id);
  visits.sort((one, two) => order.indexOf(one.timepoint) - order.indexOf(two.timepoint));
  const numeric: NonNullable<CourseRead['numeric']> = [
    ...series.filter(one => seriesName(one) !== field),
    { ...own, visits },
  ];
  return { course: { ...a, numeric }, refused: null };
}
