import type { TargetCategory } from '../course/categories.js';
import { references, type TargetStates } from '../course/burden.js';
import { type Crossing, farthestCrossing, nearestMargin, sizeCrossing } from '../course/margin.js';
import { decreasedBy, increasedBy, percentChange } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { Size } from '../lymphoma/measure.js';
import type { Facts, Subject } from '../lymphoma/facts.js';
import { earlierSizes, type Reading, smallest } from '../lymphoma/readings.js';
import type { LesionInput, Trace } from '../schemas.js';
import { backTo, growthOf, isNormal, type Lesion, normalEdges, toProgression } from './growth.js';
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
  /** The nodes or the nodules are a progression with every lesion under 15 mm: a PET may not show it. */
  readonly tooSmallForPet: boolean;
  readonly trace: readonly Trace[];
}

interface Group {
  readonly name: 'nodes' | 'nodules';
  readonly category: TargetCategory;
  readonly grown: readonly Reading[];
  readonly trace: readonly Trace[];
}

interface Grown {
  readonly lesion: Lesion;
  readonly trace: Trace;
}

/** What the sizes of one group come to, its lesions as they are or one of them as it might be. */
interface Decided {
  readonly category: TargetCategory;
  readonly gone: boolean;
  /** The sum, and lesions by themselves, as far as progression. */
  readonly sumUp: boolean;
  readonly alone: readonly Grown[];
}

/** One sum of products with its own references. */
function rateGroup(
  name: Group['name'],
  facts: Facts,
  start: Facts,
  earlier: readonly Facts[],
  { parameters, scale }: Subject<Parameters>
): Group {
  const isNodules = name === 'nodules';
  const all = start.visit.lesions.list.filter(isNodule).map(({ id }) => id);
  const member = (id: string): boolean => all.includes(id) === isNodules;
  const past = [start, ...earlier];
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
  const before = past.map(one => one.readings);
  const lesions = [...facts.readings.values()]
    .filter(({ target }) => member(target))
    .map((reading): Lesion => ({
      reading,
      first: start.readings.get(reading.target)?.size ?? null,
      nadir:
        isNodules || reading.joint.length > 0
          ? null
          : smallest(earlierSizes(reading.id, before), 'atPpdNadir'),
    }));
  const spdMm2 = scale.toMm2(current.known);
  const compared = { baselineMm2: scale.toMm2(base), nadirMm2: scale.toMm2(nadir) };
  const numbers: Trace['numbers'] = current.complete
    ? {
        spdMm2,
        ...compared,
        changeFromBaselinePct: percentChange(current.known, base),
        changeFromNadirPct: percentChange(current.known, nadir),
      }
    : { spdLowerBoundMm2: spdMm2, ...compared };
  const what = name === 'nodes' ? 'nodes and masses' : 'nodules of liver and spleen';
  const atLeast = current.complete ? '' : 'at least ';
  const by = `SPD of ${what} ${atLeast}${spdMm2} mm² (baseline ${compared.baselineMm2}, nadir ${compared.nadirMm2} mm²)`;
  const result = (
    category: TargetCategory,
    rule: string,
    text: string,
    decided: Pick<Trace, 'threshold' | 'margin'> = {},
    grown: readonly Reading[] = [],
    extra: readonly Trace[] = []
  ): Group => ({
    name,
    category,
    grown,
    trace: [{ rule: `${name}.${rule}`, text, numbers, ...decided, source }, ...extra],
  });
  const [state, ...further] = states;
  if (!state) return { name, category: 'NA', grown: [], trace: [] };
  if (counted === 0) {
    const text = `Every one of the ${what} was treated.`;
    return {
      name,
      category: 'NE',
      grown: [],
      trace: [{ rule: `${name}.ne`, text, numbers: {}, source }],
    };
  }
  const missing = states.filter(({ complete }) => !complete);
  const sized = ['measured', 'tooSmallToMeasure', 'absent', 'split'];
  const [nodule, ...others] = lesions;
  const single =
    isNodules && further.length === 0 && others.length === 0 && nodule?.first
      ? { now: nodule.reading, first: nodule.first }
      : null;
  // A single node goes by its longest diameter; fallen apart it has none, and its parts go by their sum.
  const counts = isNodules || further.length > 0 || state.status === 'split';
  const allSized = states.every(({ complete, status }) => complete && sized.includes(status));
  const bounded = missing.length === 0 || parameters.partialBounds === 'pdOnly';
  const decide = (each: readonly Lesion[], known: bigint): Decided => {
    const gone = allSized && each.every(one => isNormal(one, scale));
    const up = isNodules ? 2n * known > 3n * nadir : increasedBy(known, nadir, 50n);
    const sumUp = counts && up && bounded;
    const alone = each.flatMap((lesion): Grown[] => {
      const trace = growthOf(lesion, parameters, scale);
      return trace === null ? [] : [{ lesion, trace }];
    });
    const partial = single
      ? decreasedBy(single.now.size.ldi, single.first.ldi, 50n)
      : decreasedBy(known, base, 50n);
    const category = (): TargetCategory => {
      if (gone && parameters.normalNodesBeatPd) return 'CR';
      if (sumUp || alone.length > 0) return 'PD';
      if (missing.length > 0) return 'NE';
      return gone ? 'CR' : partial ? 'PR' : 'SD';
    };
    return { category: category(), gone, sumUp, alone };
  };
  const { category, gone, sumUp, alone } = decide(lesions, current.known);
  const area = scale.one * scale.one;
  const sumTo = (beyond: string, numerator: bigint, reference: bigint): Crossing => ({
    category: beyond,
    current: current.known,
    numerator,
    denominator: 2n,
    unit: 'mm2',
    one: area,
    reference,
  });
  // A node that would no longer be normal, or that alone is not: what it would be is decided with that size.
  const atLimit = lesions.flatMap(lesion =>
    normalEdges(lesion, scale).flatMap(({ limit, size }): Crossing[] => {
      const each = lesions.map(one =>
        one === lesion ? { ...one, reading: { ...one.reading, size } } : one
      );
      const known = current.known - lesion.reading.size.ppd + size.ppd;
      const beyond = decide(each, known).category;
      return beyond !== 'CR' && category !== 'CR' ? [] : [sizeCrossing(limit, beyond, scale)];
    })
  );
  const growing = lesions.flatMap(one => toProgression(one, parameters, scale));
  const sumToPd = counts && bounded ? [sumTo('PD', 3n * nadir, nadir)] : [];
  if (category === 'CR')
    return result('CR', 'cr', `${by}: all gone or of normal size.`, {
      ...(atLimit.length > 0
        ? {
            threshold: 'nodes up to 15 mm, those up to 15 mm at baseline also up to 10 mm across',
            margin: nearestMargin(atLimit),
          }
        : {}),
    });
  if (category === 'PD') {
    const strict = isNodules ? 'more than' : 'at least';
    const grown = alone.length > 0 ? alone.map(({ lesion }) => lesion) : lesions;
    const ids = alone.map(({ lesion: { reading } }) => reading.id).join(', ');
    const sumText = sumUp ? `${strict} 50 % over the nadir` : `not decisive, ${ids} grew`;
    const otherwise = (): TargetCategory => {
      if (missing.length > 0) return 'NE';
      if (gone) return 'CR';
      const isResponse = sumUp
        ? base > 0n && 3n * nadir <= base
        : decreasedBy(current.known, base, 50n);
      return isResponse ? 'PR' : 'SD';
    };
    // What must all be crossed: the sum, and each lesion that grew by itself.
    const back = [
      ...(sumUp ? [sumTo(otherwise(), 3n * nadir, nadir)] : []),
      ...alone.flatMap(({ lesion }) => backTo(lesion, otherwise(), parameters, scale)),
    ];
    const [first, ...rest] = back;
    const last = first ? farthestCrossing([first, ...rest]) : null;
    const margin = nearestMargin([...atLimit, ...(last ? [last] : [])]);
    return result(
      'PD',
      !sumUp ? 'pd.lesion' : missing.length > 0 ? 'pd.partial' : 'pd',
      `${by}: ${sumText}.`,
      // Each lesion that grew has a trace of its own with what decided.
      sumUp ? { threshold: `SPD ${strict} 50 % over the nadir`, margin } : {},
      grown.map(({ reading }) => reading),
      alone.map(({ trace }) => ({ ...trace, margin }))
    );
  }
  if (category === 'NE') {
    const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
    const toPd = lesions.length > 0 ? [...sumToPd, ...growing] : [];
    return result(
      'NE',
      'ne',
      `Not evaluable: ${names}.`,
      toPd.length > 0
        ? { threshold: 'no progression by what was read', margin: nearestMargin(toPd) }
        : {}
    );
  }
  const threshold = single
    ? 'greatest diameter of a single nodule at least 50 % below the baseline'
    : 'SPD at least 50 % below the baseline';
  const other = category === 'PR' ? 'SD' : 'PR';
  const response: Crossing[] = single
    ? [
        {
          ...sumTo(other, single.first.ldi, single.first.ldi),
          current: single.now.size.ldi,
          unit: 'mm',
          one: scale.one,
          lesion: single.now.id,
        },
      ]
    : base > 0n
      ? [sumTo(other, base, base)]
      : [];
  const decided = {
    threshold,
    margin: nearestMargin([...response, ...sumToPd, ...growing, ...atLimit]),
  };
  const longest = ({ ldi }: Size): number => scale.toMm(ldi);
  const read = single
    ? `${single.now.id}, greatest diameter ${longest(single.now.size)} mm (baseline ${longest(single.first)} mm); ${by}`
    : by;
  return category === 'PR'
    ? result('PR', 'pr', `${read}: at least half gone.`, decided)
    : result('SD', 'sd', `${read}: neither half gone nor half more.`, decided);
}

const worstFirst: readonly TargetCategory[] = ['PD', 'NE', 'SD', 'PR', 'CR'];

/** What the measured sizes say: nodes and masses, and the nodules of liver and spleen, the worse of the two. */
export function rateSizes(
  facts: Facts,
  base: Facts,
  earlier: readonly Facts[],
  subject: Subject<Parameters>
): SizeRating {
  const nodes = rateGroup('nodes', facts, base, earlier, subject);
  const nodules = rateGroup('nodules', facts, base, earlier, subject);
  const categories = [nodes.category, nodules.category];
  const isSmall = ({ size }: Reading): boolean => size.ldi < subject.scale.of(15);
  return {
    category: worstFirst.find(one => categories.includes(one)) ?? 'NA',
    nodules: nodules.category,
    grown: [...nodes.grown, ...nodules.grown],
    tooSmallForPet: [nodes, nodules].some(({ grown }) => grown.length > 0 && grown.every(isSmall)),
    trace: [...nodes.trace, ...nodules.trace],
  };
}
