import { describe, expect, it } from '@jest/globals';
import {
  chiSquareQuantile,
  fAbove,
  fQuantile,
  normalQuantile,
  tQuantile,
  upperTail,
} from './distributions.js';

/** Expected values: R 4.2.2, qf, qt, qchisq, qnorm, printed to 16 digits. */
describe('distributions', () => {
  const near = (found: number, expected: number) =>
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-11);
  it.each([
    [0.975, 5, 15, 3.57641534927906],
    [0.975, 4.79, 5, 7.189695827382833],
    [0.025, 5, 18, 0.1571861613662446],
    [0.975, 9999, 89991, 1.029473108432289],
    [0.995, 2.3, 9999, 4.916242009372111],
  ])('F quantile at %f of (%f, %f)', (p, df1, df2, expected) =>
    near(fQuantile(p, df1, df2), expected)
  );
  it.each([
    [0.975, 1, 5.023886187314885],
    [0.975, 20, 34.16960690283834],
    [0.975, 60, 83.29767487717318],
    [0.025, 500, 439.9359912618746],
    [0.975, 500, 563.851529344285],
    [0.975, 501, 564.9135006460215],
    [0.975, 2000, 2125.842302449776],
    [0.025, 2000, 1877.94603681539],
    [0.975, 90000, 90833.43497619886],
  ])('chi-square quantile at %f of %i', (p, df, expected) =>
    near(chiSquareQuantile(p, df), expected)
  );
  it.each([
    [0.975, 1, 12.70620473617469],
    [0.975, 16, 2.119905299221254],
    [0.95, 9999, 1.645006033311298],
  ])('t quantile at %f of %i', (p, df, expected) => near(tQuantile(p, df), expected));
  it('normal quantile and F tail', () => {
    near(normalQuantile(0.975), 1.959963984540054);
    near(fAbove(1.7947, 5, 18), 0.1647643511992991);
  });
  it('takes an upper tail from a confidence', () => {
    expect(upperTail(0.95)).toBe(0.975);
    expect(upperTail(0.9)).toBe(0.95);
  });
});
