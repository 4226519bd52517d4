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
    [-1.5e21, 1, -15_000_000_000_000_000_000_000n],
    [-0, 1, 0n],
    [1.25e-7, 10, 1250n],
  ])('%d with %d places', (value, places, expected) => {
    expect(scaled(value, places)).toBe(expected);
  });
  it('counts decimals as written and refuses to drop one', () => {
    expect(decimalPlaces(70.125)).toBe(3);
    expect(() => scaled(1.25, 1)).toThrow(new RangeError('1.25 has more than 1 decimals'));
  });
  it('rounds half away from zero', () => {
    expect([ratio(1n, 8n), ratio(-1n, 8n), ratio(-1n, 1000n), ratio(1n, 0n)]).toEqual([
      0.13,
      -0.13,
      0,
      null,
    ]);
    expect(percentChange(60n, 100n)).toBe(-40);
    const large = 10n ** 14n;
    expect([ratio(-large, 3n * large), ratio(2n * large, -3n * large)]).toEqual([-0.33, -0.67]);
    expect([ratio(1n, -1000n), ratio(0n, -5n), ratio(1n, 10n ** 400n)]).toEqual([0, 0, 0]);
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

/** The decimal a number is written as, digit by digit. */
function written(value: number): { digits: bigint; places: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** Rounded half away from zero to hundredths, in integers alone. */
function hundredths(numerator: bigint, denominator: bigint): bigint {
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const rounded = (200n * size(numerator) + size(denominator)) / (2n * size(denominator));
  return numerator < 0n === denominator < 0n ? rounded : -rounded;
}

const measured = fc.oneof(
  fc.integer({ min: -99_999, max: 99_999 }).map(value => value / 10),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map(value => value / 1000),
  fc.maxSafeInteger().map(value => value / 1e7),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 500, noNaN: true })
);
const signedBig = fc.oneof(
  fc.bigInt({ min: -(10n ** 5n), max: 10n ** 5n }),
  fc.bigInt({ min: -(10n ** 13n) - 20n, max: -(10n ** 13n) + 20n }),
  fc.bigInt({ min: 10n ** 13n - 20n, max: 10n ** 13n + 20n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
);

describe('the short ways for small numbers', () => {
  it('give the integer and the decimals that the number is written with', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: 0, max: 3 }), (value, more) => {
        const { digits, places } = written(value);
        expect(decimalPlaces(value)).toBe(places);
        expect(scaled(value, places + more)).toBe(digits * 10n ** BigInt(more));
        if (places > 0) expect(() => scaled(value, places - 1)).toThrow(RangeError);
      }),
      { numRuns: 5000 }
    );
  });
  it('keep every decimal of a list, whatever its order', () => {
    fc.assert(
      fc.property(fc.array(measured, { maxLength: 6 }), values => {
        const places = Math.max(1, ...values.map(value => written(value).places));
        expect(lengthScale(values).places).toBe(places);
      })
    );
  });
  it('round as integers do, halves too', () => {
    fc.assert(
      fc.property(signedBig, signedBig, (numerator, denominator) => {
        fc.pre(denominator !== 0n);
        expect(ratio(numerator, denominator)).toBe(
          Number(hundredths(numerator, denominator)) / 100
        );
      }),
      { numRuns: 5000 }
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), value => {
        const half = BigInt(2 * value + 1);
        expect(ratio(half, 200n)).toBe(Number(hundredths(half, 200n)) / 100);
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
