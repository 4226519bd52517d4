import { describe, expect, it } from '@jest/globals';
import { lengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import { diameters, products } from './measure.js';

const scale = lengthScale([]);
const lesion = (more: Partial<LesionInput>): LesionInput => ({
  id: 'T01',
  role: 'target',
  ...more,
});

describe('products of diameters', () => {
  const measure = products(5);
  it.each([
    [20, 10, 20000n],
    // A lesion that is gone has no second diameter.
    [0, null, 0n],
    [0, undefined, 0n],
    [20, null, null],
    [null, 10, null],
    [20, 0, 0n],
  ])('%s by %s mm', (longestDiameterMm, perpendicular, expected) => {
    const one = lesion({
      longestDiameterMm,
      ...(perpendicular === undefined ? {} : { perpendicularDiameterMm: perpendicular }),
    });
    expect(measure.value(one, false, scale)).toBe(expected);
  });
  it('are disease wherever there is a lesion', () => {
    expect(measure.isDisease(null, 1n, true, scale)).toBe(true);
    expect(measure.isDisease(null, 0n, false, scale)).toBe(true);
  });
  it('have 25 mm2 for a lesion too small to measure', () => {
    expect(measure.toOutput(measure.tooSmall(false, scale), scale)).toBe(25);
  });
});

describe('diameters', () => {
  const measure = diameters(5);
  it('are the short axis of a node and the longest diameter of anything else', () => {
    const one = lesion({ longestDiameterMm: 20, shortAxisMm: 12 });
    expect(measure.value(one, true, scale)).toBe(120n);
    expect(measure.value(one, false, scale)).toBe(200n);
    expect(measure.value(lesion({}), true, scale)).toBeNull();
  });
  it('of a node are disease from 10 mm on, of anything else of any size', () => {
    const isDisease = (value: bigint, node: boolean) => measure.isDisease(null, value, node, scale);
    expect([isDisease(99n, true), isDisease(100n, true)]).toEqual([false, true]);
    expect([isDisease(0n, true), isDisease(0n, false)]).toEqual([false, true]);
    expect(measure.normalBelow?.(lesion({}), true, scale)).toBe(100n);
    expect(measure.normalBelow?.(lesion({}), false, scale)).toBeNull();
  });
});
