import type { TargetStates } from '../course/burden.js';
import {
  type Crossing,
  farthestCrossing,
  nearestCrossing,
  nearestMargin,
} from '../course/margin.js';
import { increasedBy, type LengthScale } from '../decimal.js';
import type { Size } from '../lymphoma/measure.js';
import {
  earlierSizes,
  type Reading,
  type Readings,
  smallest,
  smallestGroup,
} from '../lymphoma/readings.js';
import type { Trace } from '../schemas.js';
import {
  againOverMm,
  type Compared,
  hadResolved,
  incrementMm,
  leastMm,
  toProgression,
} from './growthLimits.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2014 (Lugano) Table 3, progressive disease by CT';

/** One lesion that progressed on its own. */
export interface Growth {
  readonly id: string;
  readonly scanDate: string | null;
  readonly trace: Trace;
}

interface Found extends Growth {
  /** Where it would have progressed no longer; null where the reader's word decided. */
  readonly back: Crossing | null;
}

/** What measured lesions do by themselves at one visit. */
export interface GrowthRating {
  readonly growth: readonly Growth[];
  /** Where the longest diameter of each of the others would be progression, the rest of its size staying as it is. */
  readonly toProgression: readonly Crossing[];
}

/** What the targets would be without the progression of a lesion. */
export interface Otherwise {
  /** By the sum. */
  readonly otherwise: string;
  /** The node whose return to normal size would make them CR; null where none would alone. */
  readonly lastAbnormal: string | null;
}

export interface Read {
  readonly readings: Readings;
  readonly states: TargetStates;
}

function grown(
  { reading, size, nadir, diameters }: Compared,
  parameters: Parameters,
  scale: LengthScale,
  { otherwise, lastAbnormal }: Otherwise
): Found | null {
  const { id, node, scanDate } = reading;
  const least = leastMm(node, parameters);
  const increment = incrementMm(
    parameters.incrementBySizeAt === 'nadir' ? nadir.ldi : size.ldi,
    scale
  );
  const [ldiGrowth, sdiGrowth] = [size.ldi - nadir.ldi, size.sdi - nadir.sdi];
  const enough = ldiGrowth >= scale.of(increment) || sdiGrowth >= scale.of(increment);
  if (size.ldi <= scale.of(least) || !increasedBy(size.ppd, nadir.ppd, 50n)) return null;
  if (diameters && !enough) return null;
  const threshold = [
    `LDi over ${least} mm`,
    'PPD at least 50 % over its nadir',
    ...(diameters ? [`LDi or SDi at least ${increment} mm over the nadir`] : []),
  ].join(', ');
  const signedMm = (growth: bigint): string => `${growth > 0n ? '+' : ''}${scale.toMm(growth)} mm`;
  const [now, was] = [scale.toMm2(size.ppd), scale.toMm2(nadir.ppd)];
  const more = diameters
    ? `; LDi ${signedMm(ldiGrowth)}, SDi ${signedMm(sdiGrowth)}, of which one must reach +${increment} mm`
    : '';
  const what = diameters ? id : `${id} with ${reading.joint.join(', ')}, confluent`;
  const whose = diameters ? 'its nadir' : "the nodes' nadir";
  const mm = (current: bigint, at: bigint, reference: bigint): Crossing => ({
    category: otherwise,
    current,
    numerator: at,
    denominator: 1n,
    unit: 'mm',
    one: scale.one,
    reference,
    lesion: id,
  });
  const byLdi = mm(size.ldi, nadir.ldi + scale.of(increment), nadir.ldi);
  const bySdi = mm(size.sdi, nadir.sdi + scale.of(increment), nadir.sdi);
  // Where both diameters grew enough, it takes both to fall short.
  const growth =
    ldiGrowth < scale.of(increment)
      ? bySdi
      : sdiGrowth < scale.of(increment)
        ? byLdi
        : farthestCrossing([byLdi, bySdi]);
  const crossings: Crossing[] = [
    {
      category: otherwise,
      current: size.ppd,
      numerator: 3n * nadir.ppd,
      denominator: 2n,
      unit: 'mm2',
      one: scale.one * scale.one,
      reference: nadir.ppd,
      lesion: id,
    },
    {
      ...mm(size.ldi, scale.of(least), scale.of(least)),
      category: id === lastAbnormal ? 'CR' : otherwise,
    },
    ...(diameters ? [growth] : []),
  ];
  return {
    id,
    scanDate,
    back: nearestCrossing(crossings),
    trace: {
      rule: diameters ? 'ct.pd.growth' : 'ct.pd.confluence',
      text: `${what}: LDi ${scale.toMm(size.ldi)} mm, PPD ${now} mm² against ${whose} of ${was} mm²${more}.`,
      numbers: {
        ldiMm: scale.toMm(size.ldi),
        sdiMm: scale.toMm(size.sdi),
        ppdMm2: now,
        nadirPpdMm2: was,
        nadirLdiMm: diameters ? scale.toMm(nadir.ldi) : null,
        nadirSdiMm: diameters ? scale.toMm(nadir.sdi) : null,
        incrementMm: diameters ? increment : null,
      },
      threshold,
      source,
    },
  };
}

function regrown(
  { reading: { id, node, size, status, scanDate }, resolved }: Compared,
  scale: LengthScale,
  { otherwise, lastAbnormal }: Otherwise
): Found | null {
  if (!resolved || size.ppd === 0n) return null;
  const limit = againOverMm(node);
  const stated = !node && status === 'unequivocal';
  if (size.ldi <= scale.of(limit) && !stated) return null;
  const ldi = scale.toMm(size.ldi);
  return {
    id,
    scanDate,
    back: stated
      ? null
      : {
          category: id === lastAbnormal ? 'CR' : otherwise,
          current: size.ldi,
          numerator: scale.of(limit),
          denominator: 1n,
          unit: 'mm',
          one: scale.one,
          reference: scale.of(limit),
          lesion: id,
        },
    trace: {
      rule: 'ct.pd.regrowth',
      text: `${id} had resolved and is back, LDi ${ldi} mm${stated ? ', unequivocal' : ''}.`,
      numbers: { ldiMm: ldi },
      ...(stated ? {} : { threshold: `a resolved lesion back over ${limit} mm` }),
      source,
    },
  };
}

/** Several that progressed: the category is another one only once the last of them would not have. */
function withMargins(found: readonly Found[]): Growth[] {
  const back = found.flatMap(one => (one.back === null ? [] : [one.back]));
  const [first, ...rest] = back;
  const decided = first && back.length === found.length ? farthestCrossing([first, ...rest]) : null;
  return found.map(({ id, scanDate, trace }) => {
    const margin = decided && nearestMargin([decided]);
    return {
      id,
      scanDate,
      trace: trace.threshold === undefined ? trace : { ...trace, margin },
    };
  });
}

/** The parts of a target that was whole until now, as one: their products summed, the largest diameters of any. */
function together(parts: readonly Reading[]): Size {
  const largest = (values: readonly bigint[]): bigint =>
    values.reduce((best, value) => (value > best ? value : best), 0n);
  return {
    ppd: parts.reduce((sum, { size }) => sum + size.ppd, 0n),
    ldi: largest(parts.map(({ size }) => size.ldi)),
    sdi: largest(parts.map(({ size }) => size.sdi)),
  };
}

/**
 * Targets, or parts of one, that progressed. Each has its own nadir; parts that are measured apart for the first time
 * are compared with the nadir of the whole, a confluent mass with the sum of its nodes.
 */
export function progressedLesions(
  { readings, states }: Read,
  past: readonly Read[],
  parameters: Parameters,
  scale: LengthScale,
  otherwise: Otherwise
): GrowthRating {
  const before = past.map(one => one.readings);
  const found: Found[] = [];
  const within: Crossing[] = [];
  const fresh = new Map<string, readonly [Reading, ...Reading[]]>();
  const compare = (compared: Compared): void => {
    const growth =
      regrown(compared, scale, otherwise) ?? grown(compared, parameters, scale, otherwise);
    if (growth !== null) {
      found.push(growth);
      return;
    }
    const crossing = toProgression(compared, parameters, scale);
    if (crossing !== null) within.push(crossing);
  };
  for (const reading of readings.values()) {
    const { id, target, joint, size } = reading;
    if (joint.length > 0) {
      const ppd = smallestGroup(
        [target, ...joint],
        past.map(one => one.states)
      );
      const nadir = ppd === null ? null : { ppd, ldi: 0n, sdi: 0n };
      if (nadir !== null) compare({ reading, size, nadir, diameters: false, resolved: false });
      continue;
    }
    const sizes = earlierSizes(id, before);
    const nadir = smallest(sizes, parameters.diamNadir);
    const remainder = states.some(one => one.id === id && one.status === 'split');
    if (nadir !== null && !remainder)
      compare({ reading, size, nadir, diameters: true, resolved: hadResolved(sizes) });
    else {
      const others = fresh.get(target);
      fresh.set(target, others ? [...others, reading] : [reading]);
    }
  }
  for (const [target, parts] of fresh) {
    const nadir = smallest(earlierSizes(target, before), parameters.diamNadir);
    if (nadir === null) continue;
    const reading = { ...parts[0], id: target };
    compare({ reading, size: together(parts), nadir, diameters: true, resolved: false });
  }
  return { growth: withMargins(found), toProgression: within };
}
