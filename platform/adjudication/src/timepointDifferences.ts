import type { TimepointInput } from '@corelab/criteria';
import { enteredTimepoints } from './courseLesion.js';
import { type CourseRead, type Pair, seriesName } from './courseRead.js';
import type { BareDifference, Said } from './difference.js';
import { entry } from './lesionDifferences.js';
import { sameValue } from './sameValue.js';

const nobody = { a: null, b: null };

function made(
  timepoint: string,
  kind: BareDifference['kind'],
  said: Pair<Said>,
  rest: Partial<BareDifference> = {}
): BareDifference {
  return { kind, timepoint, lesions: nobody, field: null, by: null, match: null, said, ...rest };
}

function enteredDifferences(
  { a, b }: Pair<TimepointInput>,
  details: readonly string[]
): BareDifference[] {
  const { id } = a;
  const both = (of: (timepoint: TimepointInput) => Said): Pair<Said> => ({ a: of(a), b: of(b) });
  const found: BareDifference[] = [];
  const [closedA, closedB] = [a.evaluable === false, b.evaluable === false];
  const reasons = both(({ reason }) => ({ reason: reason ?? null }));
  if (closedA !== closedB)
    found.push(made(id, 'timepointEvaluability', reasons, { by: closedA ? 'a' : 'b' }));
  else if (closedA && !sameValue(a.reason, b.reason))
    found.push(made(id, 'reason', reasons, { field: 'timepoint' }));
  if (!sameValue(a.date, b.date))
    found.push(
      made(
        id,
        'timepointDate',
        both(({ date }) => ({ date: date ?? null }))
      )
    );
  if (!sameValue(a.nonTargetJudgement, b.nonTargetJudgement))
    found.push(
      made(
        id,
        'nonTargetJudgement',
        both(({ nonTargetJudgement }) => ({ judgement: nonTargetJudgement ?? null }))
      )
    );
  found.push(...responseDifference({ a, b }));
  for (const field of details) {
    const said = both(timepoint => ({ value: entry(timepoint, field) }));
    if (!sameValue(said.a, said.b)) found.push(made(id, 'timepointDetail', said, { field }));
  }
  return found;
}

/** A response that one reader gave in place of the calculated one, and the other not, or another. */
function responseDifference({ a, b }: Pair<TimepointInput>): BareDifference[] {
  const said = ({ readerResponse }: TimepointInput): Said => ({
    response: readerResponse?.value ?? null,
    calculated: readerResponse?.inPlaceOf ?? null,
  });
  const both = { a: said(a), b: said(b) };
  if (both.a.response === both.b.response) return [];
  if (both.a.response !== null && both.b.response !== null)
    return [made(a.id, 'readerResponse', both)];
  const by = both.a.response === null ? 'b' : 'a';
  return [made(a.id, 'readerResponseOnlyOne', both, { by })];
}

/** Timepoints that one read has alone, and what both enter otherwise of a timepoint as a whole. */
export function timepointDifferences(
  pair: Pair<CourseRead>,
  shared: readonly string[],
  details: readonly string[]
) {
  const [a, b] = [enteredTimepoints(pair.a), enteredTimepoints(pair.b)];
  const alone = (own: readonly TimepointInput[], by: 'a' | 'b') =>
    own
      .filter(({ id }) => !shared.includes(id))
      .map(({ id }) => made(id, 'timepointOnlyOne', { a: {}, b: {} }, { by }));
  return [
    ...alone(a, 'a'),
    ...alone(b, 'b'),
    ...shared.flatMap(id => {
      const [one, other] = [a, b].map(own => own.find(timepoint => timepoint.id === id));
      return one && other ? enteredDifferences({ a: one, b: other }, details) : [];
    }),
  ];
}

/** How well regions could be read. */
export function qualityDifferences(pair: Pair<CourseRead>, shared: readonly string[]) {
  const of = ({ quality }: CourseRead) => quality ?? [];
  const keys = new Map(
    [...of(pair.a), ...of(pair.b)].map(({ timepoint, region }) => [
      JSON.stringify([timepoint, region]),
      { timepoint, region },
    ])
  );
  return [...keys.values()].flatMap(({ timepoint, region }) => {
    if (!shared.includes(timepoint)) return [];
    const said = (course: CourseRead): Said => {
      const found = of(course).find(one => one.timepoint === timepoint && one.region === region);
      return { value: found?.value ?? null, reason: found?.reason ?? null };
    };
    const both = { a: said(pair.a), b: said(pair.b) };
    return sameValue(both.a, both.b) ? [] : [made(timepoint, 'quality', both, { field: region })];
  });
}

/** Values of scores and volumes. */
export function numberDifferences(pair: Pair<CourseRead>, shared: readonly string[]) {
  const series = ({ numeric }: CourseRead) => numeric ?? [];
  const names = new Set([...series(pair.a), ...series(pair.b)].map(seriesName));
  return [...names].sort().flatMap(name =>
    shared.flatMap(timepoint => {
      const said = (course: CourseRead): Said => {
        const own = series(course).find(one => seriesName(one) === name);
        const visit = own?.visits.find(one => one.timepoint === timepoint);
        return { value: visit?.value ?? null, unit: own?.unit ?? null };
      };
      const both = { a: said(pair.a), b: said(pair.b) };
      const differs = !sameValue(both.a.value, both.b.value);
      return differs ? [made(timepoint, 'number', both, { field: name })] : [];
    })
  );
}

interface Nadir {
  readonly visit: string;
  readonly value: number;
}

/** The visit that gives the nadir a timepoint is compared with: the earliest before it with that sum. */
function nadirAt({ output }: CourseRead, timepoint: string): Nadir | null {
  const at = output.timepoints.findIndex(({ id }) => id === timepoint);
  const value = output.timepoints[at]?.burden?.nadir ?? null;
  if (value === null) return null;
  const visit = output.timepoints.slice(0, at).find(({ burden }) => burden?.value === value);
  return visit ? { visit: visit.id, value } : null;
}

/** Where the reads are compared with the lowest sum of another visit; said once for as long as the two stay the same. */
export function nadirDifferences(pair: Pair<CourseRead>, shared: readonly string[]) {
  let before = '';
  return shared.flatMap(timepoint => {
    const [a, b] = [nadirAt(pair.a, timepoint), nadirAt(pair.b, timepoint)];
    if (!a || !b || a.visit === b.visit) {
      before = '';
      return [];
    }
    const now = JSON.stringify([a.visit, b.visit]);
    if (now === before) return [];
    before = now;
    return [made(timepoint, 'nadir', { a: { ...a }, b: { ...b } })];
  });
}
