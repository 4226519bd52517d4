import { describe, expect, it } from '@jest/globals';
import { mass, node, type Row, visits } from './course.testdata.js';

/** The margin of one rule at the last of these visits. */
function marginOf(criterion: string, rule: string, rows: readonly Row[]) {
  const trace = visits(criterion, rows)
    .at(-1)
    ?.trace.find(one => one.rule === rule);
  return [trace?.margin?.value, trace?.margin?.unit, trace?.margin?.category];
}
const one = (...sizes: [number, number][]): Row[] => sizes.map(([a, b]) => [[node('N1', a, b)]]);
const lungs = (...sizes: [number, number][]): Row[] =>
  sizes.map(([a, b]) => [['M1', 'M2'].map(id => ({ ...mass(id, a, b), location: 'LUNG' }))]);

describe('the margin of a lesion that grew under Lugano 2014', () => {
  it.each([
    // 16 x 10 mm: 240 mm², 5 mm more of either diameter, and over 15 mm.
    ['the product, 5 % of 160 mm²', one([16, 10], [31, 8]), [8, 'mm2']],
    ['the longest diameter, 1 of 16 mm', one([16, 10], [22, 14]), [1, 'mm']],
    ['the limit of 15 mm', one([12, 5], [15.1, 12]), [0.1, 'mm']],
    ['the diameter that is lost last', one([16, 10], [21, 17]), [2, 'mm']],
  ] as const)('is to %s', (_name, rows, expected) => {
    const [value, unit] = marginOf('lugano-2014', 'ct.pd.growth', rows);
    expect([value, unit]).toEqual(expected);
  });
});

describe('the margin of a sum under Cheson 2007', () => {
  // Two masses of 20 x 9 mm: 360 mm², response from 180 mm² down, progression from 540 mm² up.
  it.each([
    ['nodes.sd', lungs([20, 9], [20, 13]), [-20, 'mm2', 'PD']],
    ['nodes.sd', lungs([20, 9], [20, 5]), [20, 'mm2', 'PR']],
    ['nodes.pd', lungs([20, 9], [20, 14]), [20, 'mm2', 'SD']],
    ['nodes.pd', lungs([40, 9], [20, 5], [20, 8]), [20, 'mm2', 'PR']],
    ['nodes.pd', lungs([20, 11], [31, 11]), [undefined, undefined, undefined]],
  ] as const)('%s', (rule, rows, expected) => {
    expect(marginOf('cheson-2007', rule, rows)).toEqual(expected);
  });
});
