import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';
import type { Labs } from './inputs.js';

/** The margin of one rule at the last of these visits. */
function marginOf(rule: string, visits: readonly object[]) {
  const { timepoints } = assess({
    criterion: 'imwg-2016',
    timepoints: visits.map((visit, index) => ({ id: `V${index}`, lesions: [], ...visit })),
  } as AssessmentInput);
  const found = timepoints.at(-1)?.trace.find(one => one.rule === rule);
  return [found?.margin?.value, found?.margin?.unit, found?.margin?.category];
}
const serum = (...values: number[]) => values.map(serumMGPerDl => ({ labs: { serumMGPerDl } }));
const circulating = (...values: number[]) =>
  values.map(circulatingPlasmaCellsPerUl => ({ labs: { circulatingPlasmaCellsPerUl } }));
const masses = (...sizes: [number, number][]) => ({
  lesions: sizes.map(([longestDiameterMm, perpendicularDiameterMm], index) => ({
    id: `T0${index + 1}`,
    role: 'target',
    location: 'SOFT TISSUE',
    longestDiameterMm,
    perpendicularDiameterMm,
  })),
});
const complete = (marrowPlasmaCellsPct: number): { labs: Labs } => ({
  labs: {
    serumMGPerDl: 0,
    serumImmunofixation: 'negative',
    urineImmunofixation: 'negative',
    marrowPlasmaCellsPct,
  },
});

describe('the margin of M-protein', () => {
  it.each([
    ['to PR at 1.5 g/dL', 'marker.serum.mr', serum(3, 1.6), [0.1, 'g/dL', 'PR']],
    [
      'to progression 0.5 g/dL over 1',
      'marker.serum.pr',
      serum(4, 1, 1, 1.45),
      [-0.05, 'g/dL', 'PD'],
    ],
    ['to progression 25 % over 3', 'marker.serum.sd', serum(3, 3.7), [-0.05, 'g/dL', 'PD']],
    ['back to the level below it', 'pd.serum', serum(4, 1, 1, 1.6), [0.1, 'g/dL', 'PR']],
    // 25 % over 2.4 is 3 g/dL, which is 67 % less than 9.
    ['back to PR below 25 %', 'pd.serum', serum(9, 2.4, 2.4, 3.1), [0.1, 'g/dL', 'PR']],
    // Serum was not measurable at baseline: below it there is no level.
    ['back to no level', 'pd.serum', serum(0.5, 1.2), [0.2, 'g/dL', 'SD']],
  ])('%s', (_name, rule, visits, expected) => {
    expect(marginOf(rule, visits)).toEqual(expected);
  });
});

describe('the margin of urine that a very good partial response asks for', () => {
  const urine = (urineMMgPer24h: number | null) => [
    { labs: { serumMGPerDl: 3 } },
    { labs: { serumMGPerDl: 0.2, ...(urineMMgPer24h === null ? {} : { urineMMgPer24h }) } },
  ];
  it.each([
    ['from 100 mg in 24 h on', 'overall.urine', 100, [0, 'mg/24 h', 'VGPR']],
    ['over it', 'overall.urine', 112.5, [12.5, 'mg/24 h', 'VGPR']],
    ['below it', 'overall.lowest', 98, [-2, 'mg/24 h', 'PR']],
    ['none where urine was not measured', 'overall.urine', null, [undefined, undefined, undefined]],
  ] as const)('is %s', (_name, rule, mg, expected) => {
    expect(marginOf(rule, urine(mg))).toEqual(expected);
  });
});

describe('the margin of urine M-protein', () => {
  const urine = (...values: number[]) =>
    values.map(urineMMgPer24h => ({ labs: { urineMMgPer24h } }));
  it.each([
    // Below 100 mg whatever the per cent, 90 % of 500 being 50 mg.
    ['to the loss of VGPR at 100 mg', 'marker.urine.vgpr', urine(500, 0), [-100, 'mg/24 h', 'PR']],
    // Half of 400 is where PR begins as well.
    ['to PR below 200 mg', 'marker.urine.sd', urine(400, 300), [100, 'mg/24 h', 'PR']],
  ] as const)('is %s', (_name, rule, visits, expected) => {
    expect(marginOf(rule, visits)).toEqual(expected);
  });
});

describe('the margin of circulating plasma cells', () => {
  it.each([
    ['to 200 per µL', 'circulating.noProgression', circulating(100, 180), [-20, '/µL', 'PD']],
    ['back from 200', 'pd.circulating', circulating(100, 230), [30, '/µL', 'NE']],
    ['back from 50 % over 200', 'pd.circulating', circulating(200, 310), [10, '/µL', 'NE']],
  ])('%s', (_name, rule, visits, expected) => {
    expect(marginOf(rule, visits)).toEqual(expected);
  });
});

describe('the margin of the marrow of a complete response', () => {
  it.each([
    ['complete.cr', 3, [-2, '%', 'VGPR']],
    ['complete.no', 6, [1, '%', 'CR']],
    ['complete.cr', 3.25, [-1.75, '%', 'VGPR']],
    ['complete.no', 5, [0, '%', 'CR']],
  ])('%s with %s %%', (rule, pct, expected) => {
    expect(marginOf(rule, [...serum(3), complete(pct)])).toEqual(expected);
  });

  it('is none where something else is missing', () => {
    expect(marginOf('complete.no', serum(3, 1))).toEqual([undefined, undefined, undefined]);
  });
});

describe('the margin of plasmacytomas', () => {
  it.each([
    // 220 of 400 mm²: 20 to the half (5 % of the baseline), 10 mm of 20 to a diameter half longer.
    ['sum to PR', 'plasmacytoma.sd', [masses([20, 20]), masses([20, 11])], [20, 'mm2', 'PR']],
    [
      'diameter to progression',
      'plasmacytoma.sd',
      [masses([20, 11]), masses([29, 8])],
      [-1, 'mm', 'PD'],
    ],
    // Up to 10 mm across only the sum counts: 560 against 600 mm².
    [
      'sum to progression',
      'plasmacytoma.sd',
      [masses([20, 10], [20, 10]), masses([28, 10], [28, 10])],
      [-40, 'mm2', 'PD'],
    ],
    [
      'sum beyond progression',
      'pd.plasmacytoma.spd',
      [masses([20, 10], [20, 10]), masses([31, 10], [31, 10])],
      [20, 'mm2', 'SD'],
    ],
    [
      'diameter beyond progression',
      'pd.plasmacytoma.diameter',
      [masses([20, 11]), masses([31, 11])],
      [1, 'mm', 'SD'],
    ],
    // Back from a sum of 240 mm², 15 % of 1600 at baseline, or of 120 mm², 7.5 %.
    [
      'sum back to PR',
      'pd.plasmacytoma.spd',
      [masses([40, 20], [40, 20]), masses([10, 8], [10, 8]), masses([16.25, 8], [16.25, 8])],
      [20, 'mm2', 'PR'],
    ],
    [
      'sum back to VGPR',
      'pd.plasmacytoma.spd',
      [masses([40, 20], [40, 20]), masses([5, 8], [5, 8]), masses([7.75, 8], [7.75, 8])],
      [4, 'mm2', 'VGPR'],
    ],
    // The product now is 372 of 1600 mm², or 155.
    [
      'diameter back to PR',
      'pd.plasmacytoma.diameter',
      [masses([40, 40]), masses([20, 12]), masses([31, 12])],
      [1, 'mm', 'PR'],
    ],
    [
      'diameter back to VGPR',
      'pd.plasmacytoma.diameter',
      [masses([40, 40]), masses([10, 11]), masses([15.5, 10])],
      [0.5, 'mm', 'VGPR'],
    ],
    // 140 mm² of 1600, 20 mm² below a tenth: 1.25 % of the baseline.
    ['sum of VGPR', 'plasmacytoma.vgpr', [masses([40, 40]), masses([14, 10])], [-20, 'mm2', 'PR']],
    // 200 mm², 40 over a tenth.
    ['sum to VGPR', 'plasmacytoma.pr', [masses([40, 40]), masses([20, 10])], [40, 'mm2', 'VGPR']],
    // 780 mm², 20 below half.
    ['sum of PR', 'plasmacytoma.pr', [masses([40, 40]), masses([39, 20])], [-20, 'mm2', 'SD']],
    // Of nothing at baseline there is no part, and of one lesion no sum that progresses.
    [
      'none from 0 mm²',
      'plasmacytoma.sd',
      [masses([0, 0]), masses([20, 20])],
      [undefined, undefined, undefined],
    ],
  ] as const)('%s', (_name, rule, visits, expected) => {
    const labs = { serumMGPerDl: 3 };
    expect(
      marginOf(
        rule,
        visits.map(one => ({ ...one, labs }))
      )
    ).toEqual(expected);
  });
});

// Light chains must grow by more than 10 mg/dL: exactly 10 is no progression yet.
describe('the margin of light chains', () => {
  const chains = (...values: number[]) =>
    values.map(involvedFlcMgPerDl => ({
      labs: { involvedFlcMgPerDl, uninvolvedFlcMgPerDl: 1, flcRatioNormal: false },
    }));
  it.each([
    ['at exactly 10 mg/dL more', [49, 5.8, 5.8, 15.8], [0, 'mg/dL', 'PD']],
    ['short of it', [49, 5.8, 5.8, 15.7], [-0.1, 'mg/dL', 'PD']],
  ] as const)('%s', (_name, values, expected) => {
    expect(marginOf('marker.flc.pr', chains(...values))).toEqual(expected);
  });
});
