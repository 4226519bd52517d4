import { type Crossing, nearestEdge } from '../course/margin.js';
import { increasedBy, type LengthScale } from '../decimal.js';
import type { Size } from '../lymphoma/measure.js';
import type { Reading } from '../lymphoma/readings.js';
import type { Parameters } from './parameters.js';

/** One lesion with the smallest size that it is compared with. */
export interface Compared {
  readonly reading: Reading;
  readonly size: Size;
  readonly nadir: Size;
  /** The increase of a diameter counts as well; not for confluent nodes. */
  readonly diameters: boolean;
  /** It was gone at an earlier visit. */
  readonly resolved: boolean;
}

/** Longest diameter that a lesion that grew must exceed, mm. */
export const leastMm = (node: boolean, { pdMinLdiExtranodalMm }: Parameters): number =>
  node ? 15 : pdMinLdiExtranodalMm;

/** Least growth of a diameter, mm: 5 for lesions up to 20 mm, 10 for larger ones. */
export function incrementMm(ldi: bigint, scale: LengthScale): number {
  return ldi <= scale.of(20) ? 5 : 10;
}

/** A resolved lesion counts again over this size; a smaller extranodal one if the reader calls it unequivocal. */
export const againOverMm = (node: boolean): number => (node ? 15 : 10);

export const hadResolved = (sizes: readonly Size[]): boolean => sizes.some(({ ppd }) => ppd === 0n);

/**
 * Where the longest diameter alone would make a lesion progression that has not progressed; null where it can not, or
 * where there is no lesion to measure.
 */
export function toProgression(
  { reading, size, nadir, diameters, resolved }: Compared,
  parameters: Parameters,
  scale: LengthScale
): Crossing | null {
  // Parts together have no product of their own two diameters.
  if (size.ppd === 0n || size.ppd !== size.ldi * size.sdi) return null;
  const { id, node } = reading;
  const least = scale.of(leastMm(node, parameters));
  const again = resolved ? scale.of(againOverMm(node)) : null;
  const [small, large, twenty] = [scale.of(5), scale.of(10), scale.of(20)];
  const categoryAt = (ldi: bigint, parts: bigint): string => {
    const by = parameters.incrementBySizeAt === 'nadir' ? parts * nadir.ldi : ldi;
    const increment = parts * (by <= parts * twenty ? small : large);
    const longer =
      !diameters ||
      ldi - parts * nadir.ldi >= increment ||
      parts * (size.sdi - nadir.sdi) >= increment;
    const isGrown =
      ldi > parts * least && increasedBy(ldi * size.sdi, parts * nadir.ppd, 50n) && longer;
    return isGrown || (again !== null && ldi > parts * again) ? 'PD' : 'none';
  };
  const at = (numerator: bigint, denominator = 1n) => ({ numerator, denominator });
  const edges = [
    at(least),
    at(twenty),
    at(nadir.ldi + small),
    at(nadir.ldi + large),
    at(3n * nadir.ppd, 2n * size.sdi),
    ...(again === null ? [] : [at(again)]),
  ];
  const edge = nearestEdge(size.ldi, edges, categoryAt);
  const reference = nadir.ldi > 0n ? nadir.ldi : least;
  return edge && { ...edge, current: size.ldi, unit: 'mm', one: scale.one, reference, lesion: id };
}
