import type { TargetStates } from '../course/burden.js';
import { type Crossing, farthestCrossing, nearestMargin } from '../course/margin.js';
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
import type { Parameters } from './parameters.js';

const source = 'Cheson 2014 (Lugano) Table 3, progressive disease by CT';

/** One lesion that progressed on its own. */
export interface Growth {
  readonly id: string;
  readonly scanDate: string | null;
  readonly trace: Trace;
}

export interface Read {
  readonly readings: Readings;
  readonly states: TargetStates;
}

interface Compared {
  readonly reading: Reading;
  readonly size: Size;
  readonly nadir: Size;
  /** The increase of a diameter counts as well; not for confluent nodes. */
  readonly diameters: boolean;
}

/** Least growth of a diameter, mm: 5 for lesions up to 20 mm, 10 for larger ones. */
export function incrementMm(ldi: bigint, scale: LengthScale): number {
  return ldi <= scale.of(20) ? 5 : 10;
}

function grown(
  { reading, size, nadir, diameters }: Compared,
  parameters: Parameters,
  scale: LengthScale,
  otherwise: string
): Growth | null {
  const { id, node, scanDate } = reading;
  const least = node ? 15 : parameters.pdMinLdiExtranodalMm;
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
  const [now, was] = [scale.toMm2(size.ppd), scale.toMm2(nadir.ppd)];
  const more = diameters
    ? `; LDi by ${scale.toMm(ldiGrowth)} mm, SDi by ${scale.toMm(sdiGrowth)} mm, of which one must reach ${increment} mm`
    : ', a confluent mass against the nodes it is made of';
  const mm = (current: bigint, at: bigint, reference: bigint): Crossing => ({
    category: otherwise,
    current,
    numerator: at,
    denominator: 1n,
    unit: 'mm',
    one: scale.one,
    reference,
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
    },
    mm(size.ldi, scale.of(least), scale.of(least)),
    ...(diameters ? [growth] : []),
  ];
  return {
    id,
    scanDate,
    trace: {
      rule: diameters ? 'ct.pd.growth' : 'ct.pd.confluence',
      text: `${id}: LDi ${scale.toMm(size.ldi)} mm, PPD ${now} mm² against its nadir of ${was} mm²${more}.`,
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
      margin: nearestMargin(crossings),
      source,
    },
  };
}

function regrown(reading: Reading, sizes: readonly Size[], scale: LengthScale): Growth | null {
  const { id, node, size, status, scanDate } = reading;
  if (!sizes.some(({ ppd }) => ppd === 0n) || size.ppd === 0n) return null;
  const limit = node ? 15 : 10;
  if (size.ldi <= scale.of(limit) && (node || status !== 'unequivocal')) return null;
  const ldi = scale.toMm(size.ldi);
  return {
    id,
    scanDate,
    trace: {
      rule: 'ct.pd.regrowth',
      text: `${id} had resolved and is back, LDi ${ldi} mm.`,
      numbers: { ldiMm: ldi },
      threshold: `a resolved lesion back over ${limit} mm${node ? '' : ', smaller only if unequivocal'}`,
      source,
    },
  };
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
 * are compared with the nadir of the whole, a confluent mass with the sum of its nodes. `otherwise` is the category
 * without this progression.
 */
export function progressedLesions(
  { readings, states }: Read,
  past: readonly Read[],
  parameters: Parameters,
  scale: LengthScale,
  otherwise: string
): Growth[] {
  const before = past.map(one => one.readings);
  const found: (Growth | null)[] = [];
  const fresh = new Map<string, Reading[]>();
  const compare = (reading: Reading, size: Size, nadir: Size, diameters: boolean) =>
    grown({ reading, size, nadir, diameters }, parameters, scale, otherwise);
  for (const reading of readings.values()) {
    const { id, target, joint, size } = reading;
    if (joint.length > 0) {
      const ppd = smallestGroup(
        [target, ...joint],
        past.map(one => one.states)
      );
      if (ppd !== null) found.push(compare(reading, size, { ppd, ldi: 0n, sdi: 0n }, false));
      continue;
    }
    const sizes = earlierSizes(id, before);
    const nadir = smallest(sizes, parameters.diamNadir);
    const remainder = id === target && states.some(one => one.id === id && one.status === 'split');
    if (nadir !== null && !remainder)
      found.push(compare(reading, size, nadir, true) ?? regrown(reading, sizes, scale));
    else fresh.set(target, [...(fresh.get(target) ?? []), reading]);
  }
  for (const [target, parts] of fresh) {
    const nadir = smallest(earlierSizes(target, before), parameters.diamNadir);
    const [first] = parts;
    if (nadir !== null && first !== undefined)
      found.push(compare({ ...first, id: target }, together(parts), nadir, true));
  }
  return found.filter(one => one !== null);
}
