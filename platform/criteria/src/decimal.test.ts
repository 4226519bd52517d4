import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decimalPlaces,
  decreasedBy,
  increasedBy,
  lengthScale,
  percentChange,
  ratio,
  scaled,
} from './decimal.js';

describe('scaled integers', () => {
  it.each([
    [32.1, 1, 321n],
    [1e-7, 7, 1n],
    [1.5e21, 0, 1_500_000_000_000_000_000_000n],
    [0, 2, 0n],
    [-2.5, 1, -25n],
  ])('%d with %d places', (value, places, expected) => {
    expect(scaled(value, places)).toBe(expected);
  });
  it('counts decimals as written and refuses to drop one', () => {
    expect(decimalPlaces(70.125)).toBe(3);
    expect(() => scaled(1.25, 1)).toThrow(RangeError);
  });
  it('rounds half away from zero', () => {
    expect([ratio(1n, 8n), ratio(-1n, 8n), ratio(-1n, 1000n), ratio(1n, 0n)]).toEqual([
      0.13,
      -0.13,
      0,
      null,
    ]);
    expect(percentChange(60n, 100n)).toBe(-40);
  });
  it('never meets a decrease from zero, meets an increase with any value above', () => {
    expect([decreasedBy(0n, 0n, 30n), increasedBy(0n, 0n, 20n), increasedBy(1n, 0n, 20n)]).toEqual([
      false,
      false,
      true,
    ]);
  });
  it('is exact where doubles are not', () => {
    const scale = lengthScale([3, 2.2, 0.8]);
    expect(scale.of(3) - scale.of(2.2) >= scale.of(0.8)).toBe(true);
    expect(3 - 2.2 >= 0.8).toBe(false);
  });
  it('gives back what it took', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), value => {
        const scale = lengthScale([value / 100]);
        expect(scale.toMm(scale.of(value / 100))).toBe(value / 100);
      })
    );
  });
});

describe('a reference below 0, a difference of two values', () => {
  it.each([
    [48n, -1n, true],
    [0n, -1n, true],
    [-1n, -1n, false],
    [-2n, -1n, false],
  ])('%s is increased from %s: %s, and never decreased by a per cent', (now, before, up) => {
    expect(increasedBy(now, before, 25n)).toBe(up);
    expect(decreasedBy(now, before, 50n)).toBe(false);
  });
});
