import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';

/** The target trace of the last of these visits of one target: longest diameter, density. */
function decided(pairs: readonly (readonly [number, number | null])[], parameters = {}) {
  const { timepoints } = assess({
    criterion: 'choi',
    parameters,
    timepoints: pairs.map(([longestDiameterMm, densityHu], index) => ({
      id: `V${index}`,
      lesions: [{ id: 'T01', role: 'target', longestDiameterMm, densityHu }],
    })),
  } as AssessmentInput);
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('target.'));
  return [trace?.rule, trace?.margin?.value, trace?.margin?.unit, trace?.margin?.category];
}

const mChoi = { 'choi.variant': 'mChoi' };
const base = [100, 80] as const;

// From 100 mm and 80 HU: response from 90 mm or 68 HU down, progression from 110 mm up.
describe('the margin of Choi', () => {
  it.each([
    [
      'density: 2.5 % of 80 HU are nearer than 5 % of 100 mm',
      [base, [95, 70]],
      {},
      ['target.sd', 2, 'HU', 'PR'],
    ],
    [
      'size: 5 % of 100 mm are nearer than 15 % of 80 HU',
      [base, [95, 80]],
      {},
      ['target.sd', 5, 'mm', 'PR'],
    ],
    ['size below progression', [base, [108, 80]], {}, ['target.sd', -2, 'mm', 'PD']],
    ['size above progression', [base, [112, 80]], {}, ['target.pd', 2, 'mm', 'SD']],
    ['a rescue that is lost is progression', [base, [112, 66]], {}, ['target.pr', -2, 'HU', 'PD']],
    ['response by density alone', [base, [95, 66]], {}, ['target.pr', -2, 'HU', 'SD']],
    ['response by size alone', [base, [85, 80]], {}, ['target.pr', -5, 'mm', 'SD']],
    [
      'response by both is lost with the farther one',
      [base, [85, 60]],
      {},
      ['target.pr', -8, 'HU', 'SD'],
    ],
    [
      'progression over a nadir within a response',
      [base, [60, 80], [64, 80]],
      {},
      ['target.pr', -2, 'mm', 'PD'],
    ],
    ['back from there is a response', [base, [60, 80], [67, 80]], {}, ['target.pd', 1, 'mm', 'PR']],
    ['mChoi waits for the density', [base, [85, 70]], mChoi, ['target.sd', 2, 'HU', 'PR']],
    ['mChoi waits for the size', [base, [91, 60]], mChoi, ['target.sd', 1, 'mm', 'PR']],
    [
      'progression takes growth and a loss of the density, which are nearer than either alone',
      [base, [65, 80], [65, 62]],
      {},
      ['target.pr', -6.5, 'mm', 'PD'],
    ],
    [
      'mChoi, the same from stable disease: 0.1 mm of 90 and 0.1 HU of 80',
      [base, [90, 80], [98.9, 67.9]],
      mChoi,
      ['target.sd', -0.1, 'HU', 'PD'],
    ],
    [
      'mChoi: a response by both is nearer than progression',
      [base, [95, 69]],
      mChoi,
      ['target.sd', 5, 'mm', 'PR'],
    ],
    ['nothing but size without a density', [base, [112, null]], {}, ['target.pd', 2, 'mm', 'SD']],
    [
      'response and progression begin at the same size, 99 mm: from below',
      [
        [110, 80],
        [90, 80],
        [95, 80],
      ],
      {},
      ['target.pr', -4, 'mm', 'PD'],
    ],
    [
      'and from above',
      [
        [110, 80],
        [90, 80],
        [100, 80],
      ],
      {},
      ['target.pd', 1, 'mm', 'PR'],
    ],
    [
      'from a baseline of 0 mm there is no response',
      [
        [0, 80],
        [10, 80],
      ],
      {},
      ['target.pd', 10, 'mm', 'SD'],
    ],
    // 0 HU at baseline: size alone decides.
    [
      'no density from 0 HU',
      [
        [100, 0],
        [95, 0],
      ],
      {},
      ['target.sd', 5, 'mm', 'PR'],
    ],
    ['mChoi loses a response by either', [base, [85, 67]], mChoi, ['target.pr', -1, 'HU', 'SD']],
  ] as const)('%s', (_name, pairs, parameters, expected) => {
    expect(decided(pairs, parameters)).toEqual(expected);
  });
});
