import { describe, expect, it } from '@jest/globals';
import { changeOf, distanceOf, exceeds, exceedsPct, meanOf } from './exactDifference.js';

describe('numbers as they are written', () => {
  it('are apart by what their decimals say', () => {
    expect(distanceOf(20.3, 20)).toBe(0.3);
    expect(distanceOf(-1.5, 2)).toBe(3.5);
    expect(changeOf(3, 2.2)).toBe(0.8);
    expect(changeOf(2.2, 3)).toBe(-0.8);
    expect(changeOf(5, 5)).toBe(0);
  });
  it('have the mean that lies between them', () => {
    expect(meanOf(10.1, 10.2)).toBe(10.15);
    expect(meanOf(0.1, 0.2)).toBe(0.15);
  });
  it('lie beyond a limit only if they are more than that apart', () => {
    expect(exceeds(20.3, 20, 0.3)).toBe(false);
    expect(exceeds(20.3, 20, 0.29)).toBe(true);
  });
  it.each([
    // 2 of a mean of 20.
    [19, 21, 10, false],
    [19, 21, 9.99, true],
    [-19, -21, 9.99, true],
    // 2 of a mean of 1, without sign.
    [-1, 1, 199.9, true],
    [-1, 1, 200, false],
    [0, 0, 0, false],
  ])('%d and %d, %d %% of their mean: %s', (a, b, percent, beyond) => {
    expect(exceedsPct(a, b, percent)).toBe(beyond);
    expect(exceedsPct(b, a, percent)).toBe(beyond);
  });
});
