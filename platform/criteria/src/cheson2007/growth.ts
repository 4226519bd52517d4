import { type Crossing, type Edge, nearestEdge, type SizeLimit } from '../course/margin.js';
import { increasedBy, type LengthScale } from '../decimal.js';
import type { NormalNode, Size } from '../lymphoma/measure.js';
import type { Reading } from '../lymphoma/readings.js';
import type { Trace } from '../schemas.js';
import type { Parameters } from './parameters.js';

const source = 'Cheson 2007 Table 2';

/** One lesion, or part of one, with what its size is compared with. */
export interface Lesion {
  readonly reading: Reading;
  /** Its size at baseline; null where it has none. */
  readonly first: Size | null;
  /** Its smallest size; null where it is not followed by itself (a nodule, a confluent mass). */
  readonly nadir: Size | null;
}

type Growth = Pick<Parameters, 'smallNodeGrowth'>;

/** A node counts as abnormal by its longest diameter if it was over 15 mm at baseline. */
const byLongest = (first: Size | null, scale: LengthScale): boolean =>
  first !== null && first.ldi > scale.of(15);

/** Up to 15 mm; a node that was not over 15 mm at baseline (`first`), or of no known size, also up to 10 mm across. */
export const isNormalNode: NormalNode = ({ ldi, sdi }, scale, first) =>
  ldi <= scale.of(15) && (sdi <= scale.of(10) || byLongest(first, scale));

/** Gone, or a node back to normal. */
export const isNormal = ({ reading: { size, node }, first }: Lesion, scale: LengthScale): boolean =>
  size.ppd === 0n || (node && isNormalNode(size, scale, first));

/** Whether a lesion grew by itself with this longest diameter, `ldi` / `parts` units, and as it is across. */
function hasGrown(
  size: Size,
  nadir: Size,
  { smallNodeGrowth }: Growth,
  scale: LengthScale,
  ldi: bigint,
  parts: bigint
): boolean {
  const longer = increasedBy(ldi, parts * nadir.ldi, 50n);
  if (nadir.sdi > scale.of(10)) return longer;
  const up =
    smallNodeGrowth === 'longest' ? longer : increasedBy(ldi * size.sdi, parts * nadir.ppd, 50n);
  const fifteen = parts * scale.of(15);
  return up && (ldi > fifteen || (ldi >= fifteen && size.sdi >= scale.of(15)));
}

/** The trace of a lesion that grew by itself, without its margin; null if it did not. */
export function growthOf(
  { reading: { id, size }, nadir }: Lesion,
  parameters: Growth,
  scale: LengthScale
): Trace | null {
  if (nadir === null || !hasGrown(size, nadir, parameters, scale, size.ldi, 1n)) return null;
  const numbers = {
    longestMm: scale.toMm(size.ldi),
    acrossMm: scale.toMm(size.sdi),
    nadirLongestMm: scale.toMm(nadir.ldi),
    nadirAcrossMm: scale.toMm(nadir.sdi),
  };
  const now = `${numbers.longestMm} x ${numbers.acrossMm} mm`;
  const isSmall = nadir.sdi <= scale.of(10);
  return {
    rule: isSmall ? 'size.pd.smallNode' : 'size.pd.longest',
    text:
      nadir.ppd === 0n
        ? `${id} had gone and is back: ${now}.`
        : `${id}: ${now} against its nadir of ${numbers.nadirLongestMm} x ${numbers.nadirAcrossMm} mm.`,
    numbers,
    threshold: isSmall
      ? 'at least 50 % up, and 15 x 15 mm or over 15 mm'
      : 'longest diameter at least 50 % over its nadir',
    source,
  };
}

/** Where the longest diameter alone makes it growth, or no growth any more; null for a lesion that is gone. */
function growthEdge(
  { reading, nadir }: Lesion,
  parameters: Growth,
  scale: LengthScale
): Crossing | null {
  const { id, size } = reading;
  if (nadir === null || size.ppd === 0n) return null;
  const at = (numerator: bigint, denominator = 1n): Edge => ({ numerator, denominator });
  const edges = [at(scale.of(15)), at(3n * nadir.ldi, 2n), at(3n * nadir.ppd, 2n * size.sdi)];
  const edge = nearestEdge(size.ldi, edges, (ldi, parts) =>
    hasGrown(size, nadir, parameters, scale, ldi, parts) ? 'PD' : 'none'
  );
  const reference = nadir.ldi > 0n ? nadir.ldi : scale.of(15);
  return edge && { ...edge, current: size.ldi, unit: 'mm', one: scale.one, reference, lesion: id };
}

/** Where a lesion that has not grown by itself would have. */
export function toProgression(lesion: Lesion, parameters: Growth, scale: LengthScale): Crossing[] {
  const edge = growthEdge(lesion, parameters, scale);
  return edge === null ? [] : [edge];
}

/** Where a lesion that grew by itself would not have. */
export function backTo(
  lesion: Lesion,
  otherwise: string,
  parameters: Growth,
  scale: LengthScale
): Crossing[] {
  return toProgression(lesion, parameters, scale).map(edge => ({ ...edge, category: otherwise }));
}

/**
 * Where a node stops, or starts, to be of normal size by one of its diameters, and the size
 * that it would have on the other side. None for what is no node or is gone.
 */
export function normalEdges(
  { reading: { id, node, size }, first }: Lesion,
  scale: LengthScale
): { readonly limit: SizeLimit; readonly size: Size }[] {
  if (!node || size.ppd === 0n) return [];
  const { ldi, sdi } = size;
  const edge = (current: bigint, mm: number, at: (value: bigint) => Pick<Size, 'ldi' | 'sdi'>) => {
    const limit = scale.of(mm);
    const beyond = at(current <= limit ? limit + 1n : limit);
    return {
      limit: { id, size: current, limit },
      size: { ...beyond, ppd: beyond.ldi * beyond.sdi },
    };
  };
  const longest = edge(ldi, 15, value => ({ ldi: value, sdi }));
  return byLongest(first, scale)
    ? [longest]
    : [longest, edge(sdi, 10, value => ({ ldi, sdi: value }))];
}
