import { describe, expect, it } from '@jest/globals';
import {
  type Crossing,
  farthestCrossing,
  marginOf,
  marginTo,
  nearestCrossing,
  nearestEdge,
  nearestMargin,
} from './margin.js';

/** Tenths of a millimetre at a limit, as a part of `reference`. */
const at = (
  lesion: string | null,
  current: bigint,
  limit: bigint,
  reference = limit
): Crossing => ({
  category: `beyond ${limit}`,
  current,
  numerator: limit,
  denominator: 1n,
  unit: 'mm',
  one: 10n,
  reference,
  ...(lesion === null ? {} : { lesion }),
});

describe('the distance to thresholds', () => {
  const thresholds = [
    { category: 'PR', numerator: 700n, denominator: 1n },
    { category: 'PD', numerator: 2400n, denominator: 2n },
  ];
  it.each([
    [750n, { value: 5, unit: 'mm', category: 'PR' }],
    [1150n, { value: -5, unit: 'mm', category: 'PD' }],
    // As far from both: the first of them.
    [950n, { value: 25, unit: 'mm', category: 'PR' }],
    [700n, { value: 0, unit: 'mm', category: 'PR' }],
  ])('from %s tenths is to the nearest', (current, margin) => {
    expect(marginTo(current, thresholds, 'mm', 10n)).toStrictEqual(margin);
  });
  it('is none without a threshold', () => {
    expect(marginTo(5n, [], 'mm', 10n)).toBeNull();
  });
  it('names the lesion whose size it is, and none where there is none', () => {
    const margin = { value: -1, unit: 'mm', category: 'beyond 100' };
    expect(marginOf(at('N01', 90n, 100n))).toStrictEqual({ ...margin, lesion: 'N01' });
    expect(marginOf(at(null, 90n, 100n))).toStrictEqual(margin);
  });
});

describe('the nearest edge by the category itself', () => {
  const edges = [700n, 1000n, 1200n].map(numerator => ({ numerator, denominator: 1n }));
  /** PR up to 700, at 700 too; PD from 1200 on, and 1000 decides nothing. */
  const category = (value: bigint, parts: bigint) =>
    value <= 700n * parts ? 'PR' : value >= 1200n * parts ? 'PD' : 'SD';
  it.each([
    [650n, 700n, 'SD'],
    [700n, 700n, 'SD'],
    [720n, 700n, 'PR'],
    [1190n, 1200n, 'PD'],
    [1200n, 1200n, 'SD'],
    [1300n, 1200n, 'SD'],
  ])('from %s is %s, to %s', (current, numerator, there) => {
    expect(nearestEdge(current, edges, category)).toStrictEqual({
      numerator,
      denominator: 1n,
      category: there,
    });
  });
  it('is where another category lies at the edge alone', () => {
    const exactly = (value: bigint, parts: bigint) => (value === 700n * parts ? 'CR' : 'SD');
    expect(nearestEdge(650n, edges, exactly)?.category).toBe('CR');
    expect(nearestEdge(750n, edges, exactly)?.category).toBe('CR');
  });
  it('is above where another category lies on either side', () => {
    const either = (value: bigint, parts: bigint) =>
      value < 700n * parts ? 'PR' : value > 700n * parts ? 'PD' : 'SD';
    expect(nearestEdge(700n, edges, either)?.category).toBe('PD');
  });
  it('is none where the category never changes', () => {
    expect(nearestEdge(650n, edges, () => 'NE')).toBeNull();
    expect(nearestEdge(650n, [], category)).toBeNull();
  });
});

describe('which of several numbers is nearest or farthest', () => {
  const near = at('N02', 95n, 100n);
  const far = at('N01', 50n, 100n);
  it('is told by the part of the reference', () => {
    expect(nearestCrossing([far, near])).toBe(near);
    expect(nearestCrossing([near, far])).toBe(near);
    expect(farthestCrossing([far, near])).toBe(far);
    expect(farthestCrossing([near, far])).toBe(far);
    // 10 of 1000 is nearer than 5 of 100.
    const large = at('N03', 990n, 1000n);
    expect(nearestCrossing([near, large])).toBe(large);
    // Without a reference above 0 the distance is taken as it is.
    const none = at('N04', 4n, 0n, 0n);
    expect(nearestCrossing([none, near])).toBe(near);
    expect(nearestCrossing([at('N04', 0n, 0n, 0n), near])?.lesion).toBe('N04');
  });
  it.each([
    ['N01', 'N02', 'N01'],
    [null, 'N01', null],
  ])('of %s and %s, equally far, is %s in either order', (first, second, named) => {
    const [a, b] = [at(first, 90n, 100n), at(second, 110n, 100n)];
    for (const both of [[a, b] as const, [b, a] as const]) {
      expect(nearestCrossing(both)?.lesion ?? null).toBe(named);
      expect(farthestCrossing(both).lesion ?? null).toBe(named);
    }
  });
  it('is none of none', () => {
    expect(nearestCrossing([])).toBeNull();
    expect(nearestMargin([])).toBeNull();
    expect(nearestMargin([far, near])).toMatchObject({ value: -0.5, lesion: 'N02' });
  });
});
