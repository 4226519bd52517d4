import { Type, type Static } from '@sinclair/typebox';
import type { Instrument, Parameters } from './instrument.js';
import type { ScoredItem } from './items.js';
import { metricsOf } from './metrics.js';
import type { MetricResult } from './metricResult.js';

export const MetricChange = Type.Object({
  metric: Type.String(),
  base: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  post: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  abs: Type.Union([Type.Number(), Type.Null()]),
  pct: Type.Union([Type.Number(), Type.Null()], {
    description: 'Null where the base is 0: F-BASE0.',
  }),
  nUsed: Type.Integer(),
  nExpected: Type.Integer(),
  prorated: Type.Boolean(),
  flags: Type.Array(Type.String()),
});
/** A metric at two visits over what is usable at both; the visits' own values stay what they are. */
export type MetricChange = Static<typeof MetricChange>;

/** Both visits with nothing that is usable at one of them alone. What is not there now was not there at the baseline. */
const paired = (
  base: readonly ScoredItem[],
  post: readonly ScoredItem[]
): readonly [ScoredItem[], ScoredItem[]] => {
  const narrowed = (items: readonly ScoredItem[], other: readonly ScoredItem[]): ScoredItem[] =>
    items.map((item, index) => {
      const there = other[index];
      if (there === undefined || there.value !== null) return item;
      // What does not apply at one visit is expected at neither: both are scaled by the same factor.
      if (item.value === null && there.missing !== 'NA') return item;
      return { ...item, value: null, missing: there.missing };
    });
  return [narrowed(base, post), narrowed(post, base)];
};

const changeOf = (base: MetricResult, post: MetricResult): MetricChange => {
  const { metric, nUsed, nExpected } = post;
  const of = {
    ...{ metric, base: base.value, post: post.value, nUsed, nExpected },
    prorated: base.prorated || post.prorated,
  };
  const flags = [...new Set([...base.flags, ...post.flags])];
  if (typeof base.value !== 'number' || typeof post.value !== 'number')
    return { ...of, abs: null, pct: null, flags };
  const abs = post.value - base.value;
  return base.value === 0
    ? { ...of, abs, pct: null, flags: [...flags, 'F-BASE0'] }
    : { ...of, abs, pct: (100 * abs) / base.value, flags };
};

/** The change of every metric from the baseline: both visits derived anew over the items usable at both. */
export const changesOf = (
  instrument: Instrument,
  base: readonly ScoredItem[],
  post: readonly ScoredItem[],
  parameters: Parameters
): MetricChange[] => {
  const [before, after] = paired(base, post);
  const first = metricsOf(instrument, before, parameters);
  const second = metricsOf(instrument, after, parameters);
  return second.flatMap(({ result }, index) => {
    const of = first[index];
    return of === undefined ? [] : [changeOf(of.result, result)];
  });
};
