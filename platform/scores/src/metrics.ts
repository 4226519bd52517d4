import type { Instrument, Metric, Parameters, Test } from './instrument.js';
import { selected, type ScoredItem } from './items.js';
import type { MetricResult, Traced } from './metricResult.js';
import { holds } from './parameters.js';
import { expected, sumOf, usable } from './sums.js';

/** The number that a test compares with. */
export const boundOf = ({ than }: Test, parameters: Parameters): number =>
  typeof than === 'number' ? than : Number(parameters[than.parameter]);

/** A computed value within 1e-9 of a cut equals it. */
export const passes = (value: number, test: Test, parameters: Parameters): boolean => {
  const cut = boundOf(test, parameters);
  const near = 1e-9 * Math.max(1, Math.abs(cut));
  if (test.is === '<=') return value <= cut + near;
  if (test.is === '>=') return value >= cut - near;
  if (test.is === '<') return value < cut - near;
  if (test.is === '>') return value > cut + near;
  return Math.abs(value - cut) <= near;
};

interface Made extends Omit<MetricResult, 'metric' | 'unit' | 'flags'> {
  readonly flags?: readonly string[];
  readonly how: string;
  readonly items: readonly string[];
}

type Of<K extends Metric['kind']> = Extract<Metric, { kind: K }>;

interface Scope {
  readonly items: readonly ScoredItem[];
  readonly metrics: readonly Metric[];
  readonly parameters: Parameters;
  readonly before: ReadonlyMap<string, MetricResult>;
}

const idsOf = (items: readonly ScoredItem[]): string[] => items.map(({ id }) => id);

const metricIn = ({ before }: Scope, id: string): MetricResult => {
  const found = before.get(id);
  if (found === undefined) throw new Error(`metric ${id} is not derived before it is needed`);
  return found;
};

const numberOf = (result: MetricResult): number | null =>
  typeof result.value === 'number' ? result.value : null;

const sum = ({ of, missing, reachable }: Of<'sum'>, { items, parameters }: Scope): Made => {
  const chosen = selected(items, of);
  const { value, flags, ...made } = sumOf(chosen, missing, parameters);
  const beyond = reachable !== undefined && value !== null && value > reachable;
  return {
    ...{ ...made, value, items: idsOf(usable(chosen)) },
    flags: [...flags, ...(beyond ? ['F-RANGE'] : [])],
  };
};

/** The highest that a sum can be. */
const maximumOf = (id: string, { metrics, items }: Scope): number => {
  const metric = metrics.find(one => one.id === id);
  if (metric?.kind !== 'sum') throw new Error(`${id} is no sum`);
  return selected(expected(items), metric.of).reduce((all, { feature: { scale } }) => {
    if (scale.kind !== 'grades') throw new Error(`${id} has no highest value`);
    return all + Math.max(...scale.grades.map(({ value }) => value));
  }, 0);
};

const composite = ({ parts, normalisedWhen }: Of<'composite'>, scope: Scope): Made => {
  const results = parts.map(id => metricIn(scope, id));
  const normalised = normalisedWhen !== undefined && holds(normalisedWhen, scope.parameters);
  const values = results.map(numberOf);
  const totals = {
    nUsed: results.reduce((count, { nUsed }) => count + nUsed, 0),
    nExpected: results.reduce((count, { nExpected }) => count + nExpected, 0),
    prorated: results.some(({ prorated }) => prorated),
    items: [],
  };
  const missing = parts.filter((_id, index) => values[index] === null);
  if (missing.length > 0)
    return { ...totals, value: null, prorated: false, how: `null: ${missing.join(', ')} is null` };
  const known = values.filter(value => value !== null);
  if (!normalised)
    return {
      ...totals,
      value: known.reduce((all, value) => all + value, 0),
      how: `${parts.join(' + ')} = ${known.join(' + ')}`,
    };
  const shares = known.map((value, index) => value / maximumOf(parts[index] ?? '', scope));
  return {
    ...totals,
    value: shares.reduce((all, value) => all + value, 0) / shares.length,
    how: `mean of ${parts.join(', ')}, each by its maximum`,
  };
};

const max = ({ of, essential, unlessAtLeast }: Of<'max'>, { items }: Scope): Made => {
  const chosen = expected(selected(items, of));
  const used = usable(chosen);
  const counts = { nUsed: used.length, nExpected: chosen.length, prorated: false };
  const highest = used.reduce<number | null>(
    (high, { value }) => (high === null || value > high ? value : high),
    null
  );
  const lacking = chosen.filter(({ id, value }) => value === null && essential.includes(id));
  const some = { ...counts, items: idsOf(used) };
  if (highest === null) return { ...some, value: null, how: 'no item is usable' };
  if (lacking.length > 0 && highest < unlessAtLeast)
    return {
      ...{ ...some, value: null },
      how: `null: ${idsOf(lacking).join(', ')} could be worse than ${highest}`,
    };
  const partial = used.length < chosen.length;
  return {
    ...{ ...some, value: highest, flags: partial ? ['F-PARTIAL'] : [] },
    how: `the highest of ${used.length} of ${chosen.length} items`,
  };
};

const count = ({ of, passing, atLeast }: Of<'count'>, { items, parameters }: Scope): Made => {
  const chosen = expected(selected(items, of));
  const used = usable(chosen);
  const counts = { nUsed: used.length, nExpected: chosen.length, prorated: false };
  const needed = atLeast === 'all' ? chosen.length : atLeast;
  const there = used.filter(({ value }) => passes(value, passing, parameters));
  const said = `${passing.is} ${boundOf(passing, parameters)}`;
  if (used.length < needed || used.length === 0)
    return {
      ...counts,
      value: null,
      items: [],
      how: `null: ${used.length} of ${needed} are usable`,
    };
  return {
    ...{ ...counts, value: there.length, items: idsOf(there) },
    how: `${there.length} of ${used.length} items are ${said}`,
  };
};

const mean = ({ of, times = 1, atLeast }: Of<'mean'>, { items }: Scope): Made => {
  const chosen = expected(selected(items, of));
  const used = usable(chosen);
  const counts = { nUsed: used.length, nExpected: chosen.length, prorated: false };
  if (used.length < Math.max(1, atLeast))
    return { ...counts, value: null, items: [], how: `null: ${used.length} items are usable` };
  const raw = used.reduce((all, { value }) => all + value, 0);
  return {
    ...{ ...counts, value: (raw * times) / used.length, items: idsOf(used) },
    flags: used.length < chosen.length ? ['F-PARTIAL'] : [],
    how: `${raw}/${used.length}${times === 1 ? '' : ` x ${times}`}`,
  };
};

const product = ({ metric, item, factor }: Of<'product'>, scope: Scope): Made => {
  const first = metricIn(scope, metric);
  const { nUsed, nExpected, prorated } = first;
  const counts = { nUsed, nExpected, prorated };
  const one = numberOf(first);
  const other = scope.items.find(({ id }) => id === item)?.value ?? null;
  if (one === null || other === null)
    return {
      ...{ ...counts, value: null, items: [] },
      how: `null: ${one === null ? metric : item} has no value`,
    };
  return {
    ...{ ...counts, value: one * other * factor, items: [item] },
    how: `${metric} ${one} x ${other} x ${factor}`,
  };
};

const quotient = ({ metric, by, whenZero }: Of<'quotient'>, scope: Scope): Made => {
  const divisor = metricIn(scope, by);
  const { nUsed, nExpected } = divisor;
  const counts = { nUsed, nExpected, prorated: false, items: [] };
  const below = numberOf(divisor);
  const above = numberOf(metricIn(scope, metric));
  if (below === 0) return { ...counts, value: whenZero, how: `${by} is 0` };
  if (below === null || above === null)
    return { ...counts, value: null, how: `null: ${below === null ? by : metric} is null` };
  return { ...counts, value: above / below, how: `${above}/${below}` };
};

const linear = ({ metric, times, plus }: Of<'linear'>, scope: Scope): Made => {
  const of = metricIn(scope, metric);
  const { nUsed, nExpected, prorated, flags } = of;
  const counts = { nUsed, nExpected, prorated, flags, items: [] };
  const value = numberOf(of);
  if (value === null) return { ...counts, value: null, how: `null: ${metric} is null` };
  return { ...counts, value: value * times + plus, how: `${value} x ${times} + ${plus}` };
};

const item = ({ item: id }: Of<'item'>, { items }: Scope): Made => {
  const found = items.find(one => one.id === id);
  const value = found?.value ?? null;
  const nExpected = found === undefined || found.missing === 'NA' ? 0 : 1;
  const nUsed = value === null ? 0 : 1;
  const how = value === null ? `null: ${id} has no value` : `${id} as it is`;
  return { value, nUsed, nExpected, prorated: false, items: value === null ? [] : [id], how };
};

const classOf = ({ metric, classes }: Of<'class'>, scope: Scope): Made => {
  const { value, nUsed, nExpected, prorated } = metricIn(scope, metric);
  const counts = { nUsed, nExpected, prorated, items: [] };
  if (typeof value !== 'number') return { ...counts, value: null, how: `null: ${metric} is null` };
  const found = classes.find(({ to }) => passes(value, { is: '<=', than: to }, scope.parameters));
  if (found === undefined) throw new Error(`${metric} ${value} is in no class`);
  return { ...counts, value: found.name, how: `${metric} ${value}, up to ${found.to}` };
};

const cases = ({ needs, cases: all }: Of<'cases'>, scope: Scope): Made => {
  const results = needs.map(id => metricIn(scope, id));
  const counts = {
    nUsed: results.filter(({ value }) => value !== null).length,
    ...{ nExpected: results.length, prorated: false, items: [] },
  };
  const missing = needs.filter((_id, index) => results[index]?.value === null);
  if (missing.length > 0)
    return { ...counts, value: null, how: `null: ${missing.join(', ')} has no value` };
  const found = all.find(one =>
    one.all.every(({ metric, test }) => {
      const value = numberOf(metricIn(scope, metric));
      return value !== null && passes(value, test, scope.parameters);
    })
  );
  if (found === undefined) throw new Error('no case is the last');
  const { value } = found;
  const said = found.all.map(
    ({ metric, test }) =>
      `${metric} ${metricIn(scope, metric).value} ${test.is} ${boundOf(test, scope.parameters)}`
  );
  return {
    ...counts,
    value: typeof value === 'object' ? metricIn(scope, value.metric).value : value,
    how: said.length === 0 ? 'none of the cases before' : said.join(', '),
  };
};

const meets = ({ metric, test }: Of<'meets'>, scope: Scope): Made => {
  const { value, nUsed, nExpected, prorated } = metricIn(scope, metric);
  const counts = { nUsed, nExpected, prorated, items: [] };
  if (typeof value !== 'number') return { ...counts, value: null, how: `null: ${metric} is null` };
  const said = `${metric} ${value} ${test.is} ${boundOf(test, scope.parameters)}`;
  const isSo = passes(value, test, scope.parameters);
  return { ...counts, value: isSo ? 'Y' : 'N', how: isSo ? said : `not ${said}` };
};

const makers: { [K in Metric['kind']]: (metric: Of<K>, scope: Scope) => Made } = {
  ...{
    sum,
    composite,
    max,
    count,
    mean,
    product,
    quotient,
    linear,
    item,
    cases,
    class: classOf,
    meets,
  },
};

/** Every metric of an instrument that applies, in its order. */
export const metricsOf = (
  { metrics }: Pick<Instrument, 'metrics'>,
  items: readonly ScoredItem[],
  parameters: Parameters
): Traced[] => {
  const before = new Map<string, MetricResult>();
  return metrics
    .filter(({ when }) => holds(when, parameters))
    .map(metric => {
      const make = makers[metric.kind] as (one: Metric, scope: Scope) => Made;
      const {
        how,
        items: of,
        flags = [],
        ...made
      } = make(metric, { metrics, items, parameters, before });
      const result: MetricResult = {
        ...{ metric: metric.id, ...made, flags: [...flags] },
        ...(metric.unit === undefined ? {} : { unit: metric.unit }),
      };
      before.set(metric.id, result);
      return { result, how, items: of };
    });
};
