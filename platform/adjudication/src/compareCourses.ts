import { type Static, Type } from '@sinclair/typebox';
import { courseOf, type CourseRead, type Pair, requireComparable } from './courseRead.js';
import { distanceOf, exceeds, exceedsPct } from './exactDifference.js';
import { numberAt, requireResults, unitOf } from './numericReadings.js';
import { outcomeOf } from './outcome.js';
import {
  happened,
  type Reading,
  type VariableComparison,
  VariableComparisonSchema,
} from './reading.js';
import {
  type AdjudicationRules,
  type ChosenRules,
  resolveRules,
  type Trigger,
  triggersOf,
} from './rules.js';
import {
  type Scope,
  ScopeSchema,
  timepointOrder,
  wholeSubject,
  type Window,
  windowOf,
} from './scope.js';
import { Nullable, oneOf, Side, type SideName } from './shape.js';
import { type Read, type VariableKind, variables } from './variables.js';
import { dayNumber } from '@corelab/criteria';

/** Two reads by their neutral names: what differs, by how much, and whether that goes to an adjudicator. */
export const ComparisonSchema = Type.Object({
  scope: ScopeSchema,
  /** What the scope holds, in order. */
  timepoints: Type.Array(Type.String()),
  /** single: only one read is there, and it stands. */
  status: oneOf(['concordant', 'discordant', 'single', 'none'], 'What follows from the variables.'),
  single: Nullable(Side),
  /** Timepoints of the scope that only one read has, flagged. */
  readByOne: Type.Array(Type.Object({ timepoint: Type.String(), by: Side })),
  /** Triggers that fired, in the order of the rules. */
  fired: Type.Array(Type.String()),
  variables: Type.Array(VariableComparisonSchema),
});
export type Comparison = Static<typeof ComparisonSchema>;

/** One row to compare: a variable, at a timepoint or over all. */
export interface Asked {
  readonly variable: string;
  readonly kind: VariableKind | 'number';
  readonly timepoint: string | null;
  readonly trigger: Trigger | null;
  of(read: Read): Reading;
}

/** Every row of a window: all variables, and the numbers that a trigger asks for. */
export function asked(triggers: readonly Trigger[], { timepoints }: Window): Asked[] {
  const named = variables.flatMap(variable => {
    const { id, kind, perTimepoint } = variable;
    const trigger = triggers.find(one => one.kind === 'named' && one.variable === id) ?? null;
    const rows = perTimepoint ? timepoints : [null];
    return rows.map(timepoint => ({
      variable: id,
      kind,
      timepoint,
      trigger,
      of: (read: Read) => variable.of(read, timepoint),
    }));
  });
  const numbers = triggers
    .filter(({ kind }) => kind !== 'named')
    .flatMap(trigger =>
      timepoints.map(timepoint => ({
        variable: trigger.name,
        kind: 'number' as const,
        timepoint,
        trigger,
        of: (read: Read) => numberAt(read, trigger, timepoint),
      }))
    );
  return [...named, ...numbers];
}

/** One read as the window knows it. Throws what `assess` and `endpoints` throw. */
export function readIn(course: CourseRead, window: Window, rules: AdjudicationRules): Read {
  const known = courseOf(course, new Set(window.known));
  return { course: known, outcome: outcomeOf(known, rules.endpointOptions), window };
}

type Verdict = Pick<VariableComparison, 'differs' | 'distance' | 'missing'>;

function compareDates(a: Reading, b: Reading): Verdict {
  const [first, second] = [a.value, b.value];
  if (typeof first === 'string' && typeof second === 'string') {
    const distance = Math.abs(dayNumber(first, '/a') - dayNumber(second, '/b'));
    return { differs: distance > 0, distance, missing: null };
  }
  // Neither happened, or at visits without a date: then the visit is all there is to compare.
  const differs = first !== second || a.timepoint !== b.timepoint;
  return { differs, distance: null, missing: null };
}

function compareValues(a: Reading, b: Reading, kind: Asked['kind']): Verdict {
  if (kind === 'date') return compareDates(a, b);
  const [first, second] = [a.value, b.value];
  if (first === null || second === null) {
    const missing: SideName | null = first === second ? null : first === null ? 'a' : 'b';
    return { differs: missing !== null, distance: null, missing };
  }
  const distance =
    typeof first === 'number' && typeof second === 'number' ? distanceOf(first, second) : null;
  return { differs: first !== second, distance, missing: null };
}

function exceedsThreshold(a: Reading, b: Reading, { absolute, relativePct }: Trigger): boolean {
  const [first, second] = [a.value, b.value];
  if (typeof first !== 'number' || typeof second !== 'number') return false;
  const byAmount = absolute === null || exceeds(first, second, absolute);
  const byShare = relativePct === null || exceedsPct(first, second, relativePct);
  return byAmount && byShare;
}

/** A number with two thresholds fires beyond both, a date beyond its tolerance or against none at all. */
function fires(trigger: Trigger, a: Reading, b: Reading, kind: Asked['kind'], verdict: Verdict) {
  if (!verdict.differs) return false;
  if (verdict.missing !== null) return trigger.missing === 'fires';
  if (kind === 'date') return verdict.distance === null || verdict.distance > trigger.toleranceDays;
  return kind !== 'number' || exceedsThreshold(a, b, trigger);
}

/** One row of both reads. `everything`: the scope is the whole subject, in which nothing was settled before. */
export function compareRow(
  row: Asked,
  { a, b }: Pair<Read>,
  everything: boolean
): VariableComparison {
  const [first, second] = [row.of(a), row.of(b)];
  const { timepoints } = a.window;
  const isIn = ({ timepoint }: Reading): boolean =>
    timepoint !== null && timepoints.includes(timepoint);
  const inScope =
    everything || row.timepoint !== null || [first, second].some(one => happened(one) && isIn(one));
  const verdict = compareValues(first, second, row.kind);
  return {
    variable: row.variable,
    timepoint: row.timepoint,
    unit:
      row.kind === 'number' && row.trigger
        ? (unitOf(a.course, row.trigger) ?? unitOf(b.course, row.trigger))
        : null,
    a: first,
    b: second,
    ...verdict,
    inScope,
    fired: inScope && row.trigger !== null && fires(row.trigger, first, second, row.kind, verdict),
  };
}

function alone(row: Asked, read: Read, side: SideName): VariableComparison {
  const none = { differs: false, distance: null, missing: null, inScope: true, fired: false };
  const unit = row.trigger && row.kind === 'number' ? unitOf(read.course, row.trigger) : null;
  const value = row.of(read);
  const { variable, timepoint } = row;
  const values = side === 'a' ? { a: value, b: null } : { a: null, b: value };
  return { variable, timepoint, unit, ...values, ...none };
}

/**
 * Compares two courses of one subject by the variables of the rules. Other lesions, sums or targets never fire by
 * themselves: only what they come to does. A variable of the whole course fires in a scope smaller than the subject only
 * where the visit that gives it, in either read, lies in it; what lies before was settled by the adjudication before. One
 * read missing: the other stands, flagged `single`. Throws AdjudicationError, and what `assess` and `endpoints` throw.
 */
export function compareCourses(
  a: CourseRead | null,
  b: CourseRead | null,
  chosen: ChosenRules = {},
  scope: Scope = wholeSubject
): Comparison {
  const rules = resolveRules(chosen);
  const triggers = triggersOf(rules);
  const courses = [a, b].flatMap(course => course ?? []);
  requireResults(triggers, courses);
  if (a && b) requireComparable({ a, b });
  const order = timepointOrder(courses);
  const window = windowOf(scope, order);
  const rows = asked(triggers, window);
  const has = (course: CourseRead | null): boolean =>
    course !== null && course.output.timepoints.some(({ id }) => window.timepoints.includes(id));
  const present = { a: a && has(a) ? a : null, b: b && has(b) ? b : null };
  const base = { scope, timepoints: [...window.timepoints] };
  if (!present.a || !present.b) {
    const [side, course] = present.a ? (['a', present.a] as const) : (['b', present.b] as const);
    const empty = { ...base, single: null, readByOne: [], fired: [], variables: [] };
    if (!course) return { ...empty, status: 'none' };
    const read = readIn(course, window, rules);
    const own = rows.map(row => alone(row, read, side));
    return { ...empty, status: 'single', single: side, variables: own };
  }
  const pair = { a: readIn(present.a, window, rules), b: readIn(present.b, window, rules) };
  const compared = rows.map(row => compareRow(row, pair, scope.kind === 'subject'));
  const fired = triggers
    .map(({ name }) => name)
    .filter(name => compared.some(row => row.variable === name && row.fired));
  const readBy = ({ course }: Read, id: string): boolean =>
    course.output.timepoints.some(one => one.id === id);
  return {
    ...base,
    status: fired.length > 0 ? 'discordant' : 'concordant',
    single: null,
    readByOne: window.timepoints.flatMap(timepoint => {
      const [byA, byB] = [readBy(pair.a, timepoint), readBy(pair.b, timepoint)];
      return byA === byB ? [] : [{ timepoint, by: byA ? ('a' as const) : ('b' as const) }];
    }),
    fired,
    variables: compared,
  };
}
