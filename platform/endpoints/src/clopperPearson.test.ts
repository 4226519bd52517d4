import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clopperPearson } from './clopperPearson.js';

describe('section 16.2 reference values, 95 %', () => {
  it.each([
    [0, 10, 0, 0.3085],
    [10, 10, 0.6915, 1],
    [15, 40, 0.2273, 0.542],
    [3, 20, 0.0321, 0.3789],
    [7, 25, 0.1207, 0.4939],
    [1, 12, 0.0021, 0.3848],
    [50, 100, 0.3983, 0.6017],
  ])('%i of %i: %d to %d', (n, of, lower, upper) => {
    const rate = clopperPearson(n, of, 0.05);
    expect(rate).toMatchObject({ n, of, value: n / of });
    expect(Number(rate.lower?.toFixed(4))).toBe(lower);
    expect(Number(rate.upper?.toFixed(4))).toBe(upper);
  });
  it('is exactly 0 and 1 at the ends, and narrower at a larger alpha', () => {
    expect(clopperPearson(0, 10, 0.05).lower).toBe(0);
    expect(clopperPearson(10, 10, 0.05).upper).toBe(1);
    expect(clopperPearson(3, 20, 0.1).lower).toBeCloseTo(0.0422, 4);
  });
  it('is nothing of nobody', () => {
    expect(clopperPearson(0, 0, 0.05)).toEqual({
      n: 0,
      of: 0,
      value: null,
      lower: null,
      upper: null,
    });
  });
  it('contains the proportion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (of, seed) => {
        const rate = clopperPearson(seed % (of + 1), of, 0.05);
        expect(rate.lower).toBeLessThanOrEqual(rate.value ?? -1);
        expect(rate.upper).toBeGreaterThanOrEqual(rate.value ?? 2);
      })
    );
  });
});
