import type { TargetCategory } from '../course/categories.js';
import { references, type TargetStates } from '../course/burden.js';
import { marginTo } from '../course/margin.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { Facts, Subject } from '../lymphoma/facts.js';
import type { Size } from '../lymphoma/measure.js';
import { earlierSizes, type Reading, smallest } from '../lymphoma/readings.js';
import type { LesionInput, Trace } from '../schemas.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2007 Table 2';

/** A nodule of the liver or the spleen has a sum of its own. */
export function isNodule({ location, node }: LesionInput): boolean {
  const organ = findLocation(location)?.organ;
  return node !== true && (organ === 'LIVER' || organ === 'SPLEEN');
}

export interface SizeRating {
  readonly category: TargetCategory;
  /** Nodules of liver and spleen; NA: none at baseline. */
  readonly nodules: TargetCategory;
  /** Lesions behind a progression. */
  readonly grown: readonly Reading[];
  readonly trace: readonly Trace[];
}

/** Back to normal: one over 15 mm at baseline up to 15 mm, a smaller one up to 10 mm across. */
function isNormal(now: Size, before: Size, scale: LengthScale): boolean {
  return before.ldi > scale.of(15) ? now.ldi <= scale.of(15) : now.sdi <= scale.of(10);
}

function growthOf(
  reading: Reading,
  nadir: Size,
  { smallNodeGrowth }: Parameters,
  scale: LengthScale
): Trace | null {
  const { id, size } = reading;
  const numbers = {
    longestMm: scale.toMm(size.ldi),
    acrossMm: scale.toMm(size.sdi),
    nadirLongestMm: scale.toMm(nadir.ldi),
    nadirAcrossMm: scale.toMm(nadir.sdi),
  };
  const by = `${id}: ${numbers.longestMm} x ${numbers.acrossMm} mm against its nadir of ${numbers.nadirLongestMm} x ${numbers.nadirAcrossMm} mm`;
  const edge = { category: 'SD', numerator: 3n * nadir.ldi, denominator: 2n };
  const margin = marginTo(size.ldi, [edge], 'mm', scale.one);
  if (nadir.sdi > scale.of(10)) {
    if (!increasedBy(size.ldi, nadir.ldi, 50n)) return null;
    const threshold = 'longest diameter at least 50 % over its nadir';
    return { rule: 'size.pd.longest', text: `${by}.`, numbers, threshold, margin, source };
  }
  const up =
    smallNodeGrowth === 'longest'
      ? increasedBy(size.ldi, nadir.ldi, 50n)
      : increasedBy(size.ppd, nadir.ppd, 50n);
  const fifteen = scale.of(15);
  if (!up || !(size.ldi > fifteen || (size.ldi >= fifteen && size.sdi >= fifteen))) return null;
  const threshold = 'at least 50 % up, and 15 x 15 mm or over 15 mm';
  return { rule: 'size.pd.smallNode', text: `${by}.`, numbers, threshold, source };
}

interface Group {
  readonly name: 'nodes' | 'nodules';
  readonly category: TargetCategory;
  readonly grown: readonly Reading[];
  readonly trace: readonly Trace[];
}

/** One sum of products with its own references. */
function rateGroup(
  name: Group['name'],
  facts: Facts,
  past: readonly Facts[],
  { parameters, scale, baseline }: Subject<Parameters>
): Group {
  const member = (id: string): boolean => {
    const lesion = baseline?.lesions.get(id);
    return lesion !== undefined && isNodule(lesion) === (name === 'nodules');
  };
  const only = (states: TargetStates) => states.filter(({ id }) => member(id));
  const states = only(facts.states);
  const {
    current,
    baseline: base,
    nadir,
    counted,
  } = references(
    states,
    past.map(one => only(one.states)),
    parameters.nadirFromPartial
  );
  const readings = [...facts.readings.values()].filter(({ target }) => member(target));
  const numbers = {
    spdMm2: scale.toMm2(current.known),
    baselineMm2: scale.toMm2(base),
    nadirMm2: scale.toMm2(nadir),
    changeFromBaselinePct: percentChange(current.known, base),
    changeFromNadirPct: percentChange(current.known, nadir),
  };
  const what = name === 'nodes' ? 'nodes and masses' : 'nodules of liver and spleen';
  const by = `SPD of ${what} ${numbers.spdMm2} mm² (baseline ${numbers.baselineMm2}, nadir ${numbers.nadirMm2} mm²)`;
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    more: { threshold?: string; margin?: NonNullable<Trace['margin']> | null } = {},
    grown: readonly Reading[] = [],
    extra: readonly Trace[] = []
  ): Group => ({
    name,
    category,
    grown,
    trace: [{ rule: `${name}.${rule}`, text, numbers, ...more, source }, ...extra],
  });
  if (states.length === 0) return { name, category: 'NA', grown: [], trace: [] };
  if (counted === 0) return result('NE', 'ne', 'Every one was treated.');
  const readable = past.map(one => one.readings);
  const normal = (reading: Reading): boolean => {
    const before = past[0]?.readings.get(reading.target)?.size;
    if (reading.size.ppd === 0n) return true;
    return reading.node && before !== undefined && isNormal(reading.size, before, scale);
  };
  const missing = states.filter(({ complete }) => !complete);
  const gone =
    missing.length === 0 &&
    states.every(
      ({ id, status }) =>
        ['measured', 'tooSmallToMeasure', 'absent', 'split'].includes(status) &&
        readings.filter(({ target }) => target === id).every(normal)
    );
  const cr = () => result('CR', 'cr', `${by}: all gone or of normal size.`);
  const alone = readings.flatMap(reading => {
    if (name === 'nodules' || reading.joint.length > 0) return [];
    const least = smallest(earlierSizes(reading.id, readable), 'atPpdNadir');
    const trace = least === null ? null : growthOf(reading, least, parameters, scale);
    return trace === null ? [] : [{ reading, trace }];
  });
  const sumUp =
    name === 'nodules'
      ? 2n * current.known > 3n * nadir
      : states.length > 1 && increasedBy(current.known, nadir, 50n);
  const bounded = missing.length === 0 || parameters.partialBounds === 'pdOnly';
  if (gone && (parameters.normalNodesBeatPd || !(sumUp || alone.length > 0))) return cr();
  const half = { numerator: 3n * nadir, denominator: 2n };
  const area = scale.one * scale.one;
  if ((sumUp && bounded) || alone.length > 0) {
    const strict = name === 'nodules' ? 'more than' : 'at least';
    const lesions = alone.length > 0 ? alone.map(one => one.reading) : readings;
    const sumText = sumUp && bounded ? `${strict} 50 % over the nadir` : 'single lesions grew';
    const isResponse = missing.length === 0 && base > 0n && 3n * nadir <= base;
    const back = { ...half, category: isResponse ? 'PR' : 'SD' };
    // A lesion that grew by itself is progression whatever the sum.
    const margin = alone.length > 0 ? null : marginTo(current.known, [back], 'mm2', area);
    return result(
      'PD',
      sumUp && missing.length > 0 ? 'pd.partial' : 'pd',
      `${by}: ${sumText}.`,
      sumUp && bounded ? { threshold: `SPD ${strict} 50 % over the nadir`, margin } : {},
      lesions,
      alone.map(one => one.trace)
    );
  }
  if (missing.length > 0) {
    const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    return result('NE', 'ne', `Not evaluable: ${names}.`);
  }
  if (gone) return cr();
  const single = name === 'nodules' && states.length === 1 && readings.length === 1;
  const [only1] = readings;
  const first = only1 ? past[0]?.readings.get(only1.target)?.size : undefined;
  const partial =
    single && only1 && first
      ? decreasedBy(only1.size.ldi, first.ldi, 50n)
      : decreasedBy(current.known, base, 50n);
  const threshold = single
    ? 'greatest diameter of a single nodule at least 50 % below the baseline'
    : 'SPD at least 50 % below the baseline';
  const counts = name === 'nodules' || states.length > 1;
  const edges = [
    { numerator: base, denominator: 2n, category: partial ? 'SD' : 'PR' },
    ...(counts ? [{ ...half, category: 'PD' }] : []),
  ];
  const margin = single ? null : marginTo(current.known, edges, 'mm2', area);
  return partial
    ? result('PR', 'pr', `${by}: at least half gone.`, { threshold, margin })
    : result('SD', 'sd', `${by}: neither half gone nor half more.`, { threshold, margin });
}

const worstFirst: readonly TargetCategory[] = ['PD', 'NE', 'SD', 'PR', 'CR', 'NA'];

/** What the measured sizes say: nodes and masses, and the nodules of liver and spleen, the worse of the two. */
export function rateSizes(
  facts: Facts,
  past: readonly Facts[],
  subject: Subject<Parameters>
): SizeRating {
  const groups = (['nodes', 'nodules'] as const).map(name => rateGroup(name, facts, past, subject));
  const categories = groups.map(({ category }) => category);
  return {
    category: worstFirst.find(one => categories.includes(one)) ?? 'NA',
    nodules: categories[1] ?? 'NA',
    grown: groups.flatMap(({ grown }) => grown),
    trace: groups.flatMap(({ trace }) => trace),
  };
}
