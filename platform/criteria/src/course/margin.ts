import { ratio } from '../decimal.js';
import type { Margin } from '../schemas.js';

/** Where a category begins: at numerator / denominator of the number's own units. */
export interface Threshold {
  /** The category on the other side. */
  readonly category: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Distance of the deciding number to the nearest of the thresholds that would change its category, in output units.
 * @param one how many of the number's units make one output unit
 */
export function marginTo(
  current: bigint,
  thresholds: readonly Threshold[],
  unit: string,
  one: bigint
): Margin | null {
  let nearest: { threshold: Threshold; over: bigint } | null = null;
  for (const threshold of thresholds) {
    const over = current * threshold.denominator - threshold.numerator;
    if (nearest === null || isNearer(over, threshold.denominator, nearest)) {
      nearest = { threshold, over };
    }
  }
  if (nearest === null) return null;
  const value = ratio(nearest.over, nearest.threshold.denominator * one);
  return value === null ? null : { value, unit, category: nearest.threshold.category };
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function isNearer(
  over: bigint,
  denominator: bigint,
  than: { threshold: Threshold; over: bigint }
): boolean {
  return size(over) * than.threshold.denominator < size(than.over) * denominator;
}

/** Where a category may begin: at numerator / denominator of the number's own units. */
export type Edge = Omit<Threshold, 'category'>;

/** `value` in parts of a unit, `parts` of which are one of the number's own units. */
export type CategoryAt = (value: bigint, parts: bigint) => string;

/** Parts of a unit that lie between an edge and "just beyond" it. */
const fine = 1_000_000n;

/**
 * The category just beyond an edge, or at it, where that is another than the current one. Before the edge it is the
 * current one, unless there is a nearer edge.
 */
function categoryBeyond(current: bigint, edge: Edge, categoryAt: CategoryAt): string | null {
  const { numerator, denominator } = edge;
  const now = categoryAt(current, 1n);
  const there = [1n, -1n, 0n].map(step => categoryAt(numerator * fine + step, denominator * fine));
  return there.find(category => category !== now) ?? null;
}

/**
 * The nearest of the edges that a category changes at, by the category itself: for rules that say "over" and "at least"
 * side by side, or that depend on the number in more than one way. `edges` are all numbers at which it may change.
 */
export function nearestEdge(
  current: bigint,
  edges: readonly Edge[],
  categoryAt: CategoryAt
): Threshold | null {
  const changing = edges.flatMap((edge): { threshold: Threshold; over: bigint }[] => {
    const category = categoryBeyond(current, edge, categoryAt);
    const over = current * edge.denominator - edge.numerator;
    return category === null ? [] : [{ threshold: { ...edge, category }, over }];
  });
  const [first, ...rest] = changing;
  if (!first) return null;
  return rest.reduce(
    (best, one) => (isNearer(one.over, one.threshold.denominator, best) ? one : best),
    first
  ).threshold;
}

/** A threshold on one of several numbers that decide together, in different units. */
export interface Crossing extends Threshold {
  /** The lesion whose size it is, where it is not the number of the whole rule. */
  readonly lesion?: string;
  readonly current: bigint;
  readonly unit: string;
  /** How many of the number's units make one output unit. */
  readonly one: bigint;
  /** What the distance is compared by: the value that the threshold is a part of. */
  readonly reference: bigint;
}

/** A size of one lesion in mm, in the scale's units, and where it matters. */
export interface SizeLimit {
  readonly id: string;
  readonly size: bigint;
  readonly limit: bigint;
}

/** A threshold on the size of one lesion. */
export interface SizeCrossing extends Crossing {
  readonly lesion: string;
}

/** A lesion's own size at its limit, beyond which lies `category`. */
export const sizeCrossing = (
  { id, size: current, limit }: SizeLimit,
  category: string,
  { one }: { readonly one: bigint }
): SizeCrossing => ({
  category,
  current,
  numerator: limit,
  denominator: 1n,
  unit: 'mm',
  one,
  reference: limit,
  lesion: id,
});

interface Distance {
  readonly over: bigint;
  readonly scale: bigint;
}

function distanceOf({ current, numerator, denominator, reference }: Crossing): Distance {
  const scale = denominator * (reference > 0n ? reference : 1n);
  return { over: size(current * denominator - numerator), scale };
}

/** Distance of the number to the threshold. */
export function marginOf({ current, unit, one, lesion, ...threshold }: Crossing): Margin | null {
  const margin = marginTo(current, [threshold], unit, one);
  return lesion === undefined ? margin : margin && { ...margin, lesion };
}

/** Below 0: `a` is nearer to its threshold than `b`. */
function compareDistance(a: Crossing, b: Crossing): number {
  const [first, second]: [Distance, Distance] = [distanceOf(a), distanceOf(b)];
  const difference = first.over * second.scale - second.over * first.scale;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Of numbers equally far the first lesion by name, whatever the order that they were entered in. */
const isNamedFirst = (a: Crossing, b: Crossing): boolean => (a.lesion ?? '') < (b.lesion ?? '');

/** Whichever number is nearest to its threshold, as a part of that number's own reference. */
export function nearestCrossing<One extends Crossing>(crossings: readonly One[]): One | null {
  const [first, ...rest] = crossings;
  if (!first) return null;
  return rest.reduce((best, one) => {
    const order = compareDistance(one, best);
    return order < 0 || (order === 0 && isNamedFirst(one, best)) ? one : best;
  }, first);
}

/** Distance of whichever number is nearest to its threshold. */
export function nearestMargin(crossings: readonly Crossing[]): Margin | null {
  const nearest = nearestCrossing(crossings);
  return nearest && marginOf(nearest);
}

/** As `nearestMargin` where every one of the thresholds must be crossed: the farthest. */
export function farthestCrossing<One extends Crossing>(crossings: readonly [One, ...One[]]): One {
  const [first, ...rest] = crossings;
  return rest.reduce((best, one) => {
    const order = compareDistance(one, best);
    return order > 0 || (order === 0 && isNamedFirst(one, best)) ? one : best;
  }, first);
}
