import { Type, type Static } from '@sinclair/typebox';
import type { MetricChange } from './change.js';
import type { Instrument, OutcomeTest, Parameters } from './instrument.js';
import { selected, type ScoredItem } from './items.js';
import { boundOf, passes } from './metrics.js';
import type { MetricResult } from './metricResult.js';
import { holds } from './parameters.js';

export const OutcomeResult = Type.Object({
  outcome: Type.String(),
  value: Type.Union([Type.Literal('Y'), Type.Literal('N'), Type.Null()]),
  how: Type.String(),
});
/** Whether a course has an outcome at a visit; null where it can not be told. */
export type OutcomeResult = Static<typeof OutcomeResult>;

interface Visit {
  readonly before: readonly ScoredItem[];
  readonly items: readonly ScoredItem[];
  readonly results: readonly MetricResult[];
  readonly changes: readonly MetricChange[];
  readonly parameters: Parameters;
}

interface Told {
  /** Null where it can not be told. */
  readonly holds: boolean | null;
  readonly how: string;
}

const compared = (
  value: number | null,
  {
    name,
    test,
    parameters,
  }: { name: string; test: Extract<OutcomeTest, { test: unknown }>['test']; parameters: Parameters }
): Told => {
  const cut = boundOf(test, parameters);
  if (value === null) return { holds: null, how: `${name} is null` };
  return { holds: passes(value, test, parameters), how: `${name} ${value} ${test.is} ${cut}` };
};

const told = (of: OutcomeTest, visit: Visit): Told => {
  const { parameters } = visit;
  if ('sameItems' in of) {
    const now = selected(visit.items, of.sameItems);
    const then = selected(visit.before, of.sameItems);
    const other = now.filter(
      ({ value }, index) => (value === null) !== (then[index]?.value === null)
    );
    return other.length === 0
      ? { holds: true, how: 'the same items are usable at both visits' }
      : { holds: null, how: `${other[0]?.id} is usable at one visit alone` };
  }
  if ('metric' in of) {
    const value = visit.results.find(({ metric }) => metric === of.metric)?.value;
    const known = typeof value === 'number' ? value : null;
    return compared(known, { name: of.metric, test: of.test, parameters });
  }
  const change = visit.changes.find(({ metric }) => metric === of.fallOf);
  const rise = (of.in === 'points' ? change?.abs : change?.pct) ?? null;
  return compared(rise === null ? null : -rise, {
    ...{ name: `fall of ${of.fallOf} in ${of.in}`, test: of.test, parameters },
  });
};

/** Each outcome of an instrument: null where one of its tests can not be told, N where one fails. */
export const outcomesOf = (
  { outcomes = [] }: Pick<Instrument, 'outcomes'>,
  visit: Visit
): OutcomeResult[] =>
  outcomes
    .filter(({ when }) => holds(when, visit.parameters))
    .map(({ id, all }) => {
      const tests = all.map(one => told(one, visit));
      // Of other segments than at the baseline nothing can be said, whatever the numbers are.
      const open = tests.find(one => one.holds === null);
      const failed = tests.find(one => one.holds === false);
      if (open !== undefined) return { outcome: id, value: null, how: `null: ${open.how}` };
      if (failed !== undefined) return { outcome: id, value: 'N', how: `not ${failed.how}` };
      return { outcome: id, value: 'Y', how: tests.map(({ how }) => how).join('; ') };
    });
