import fc from 'fast-check';
import { imwg2016 } from '../imwg2016/imwg2016.js';
import { imwgVocabulary } from '../imwg2016/vocabulary.js';
import { iwcll2018 } from '../iwcll2018/iwcll2018.js';
import type { Met, Subjected } from './course.testdata.js';
import { bidimensional } from './products.testdata.js';

const amount = (...values: number[]) =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constant(null) }
  );
const fixation = fc.constantFrom('positive', 'negative', null);
const stated = fc.constantFrom(true, false, null);

const myelomaLabs = fc.record({
  serumMGPerDl: amount(0, 0.29, 0.3, 0.75, 1.2, 1.5, 1.9, 2, 2.25, 3, 3, 5, 6),
  urineMMgPer24h: amount(0, 60, 99, 100, 199, 200, 400, 500, 1000, 2000),
  serumImmunofixation: fixation,
  urineImmunofixation: fixation,
  involvedFlcMgPerDl: amount(1, 5, 12, 24, 25, 48, 60),
  uninvolvedFlcMgPerDl: amount(0.5, 1, 2),
  flcRatioNormal: stated,
  marrowPlasmaCellsPct: amount(2, 4.9, 5, 10, 20, 30, 40, 60),
  clonalMarrowCells: stated,
  circulatingPlasmaCellsPerUl: amount(50, 100, 150, 199, 200, 300),
});
const overLowest =
  (absolute: number): Met =>
  ({ changePct, change }) => [
    [changePct, 25],
    [change, absolute],
  ];
const myeloma: Subjected = {
  family: {
    targets: [
      { id: 'T01', location: 'SOFT TISSUE', node: false },
      { id: 'T02', location: 'SOFT TISSUE', node: false },
    ],
    nonTargets: [
      { id: 'NT01', location: 'BONE', node: false },
      { id: 'NT02', location: 'SOFT TISSUE', node: false },
    ],
    newLesions: [{ id: 'NL01', location: 'BONE', node: false }],
    form: bidimensional,
    timepoint: () =>
      fc.record({ labs: fc.oneof({ weight: 9, arbitrary: myelomaLabs }, fc.constant(null)) }),
    subject: fc.record({ deathDueToProgressionDate: fc.constantFrom(null, '2028-01-01') }),
  },
  rank: imwgVocabulary.rank,
  scaling: { absolute: 'serum needs 0.5 g/dL, urine 200 mg, and a plasmacytoma 10 mm across' },
  progression: {
    // From a lowest value of 5 g/dL on the quarter is waived for a whole gram.
    'pd.serum': ({ changePct, change, lowestConfirmed }) =>
      (lowestConfirmed ?? 0) >= 5
        ? [[change, 1]]
        : [
            [changePct, 25],
            [change, 0.5],
          ],
    'pd.urine': overLowest(200),
    'pd.flc': overLowest(10.01),
    'pd.marrow': overLowest(10),
    'pd.circulating': ({ changePct, value }) => [
      [changePct, 50],
      [value, 200],
    ],
    'pd.plasmacytoma.spd': ({ changePct }) => [[changePct, 50]],
    'pd.plasmacytoma.diameter': ({ changePct, shortAxisBeforeMm }) => [
      [changePct, 50],
      [shortAxisBeforeMm, 10.01],
    ],
  },
  retrospective: ['confirmed'],
  bySize: ({ trace }) => trace.find(({ rule }) => rule.startsWith('plasmacytoma.'))?.rule,
  unmeasured: ['plasmacytoma.ne'],
};

const leukaemiaLabs = fc.record({
  lymphocytes10e9PerL: amount(2, 3.9, 4, 5, 6, 10, 40, 80, 120),
  platelets10e9PerL: amount(40, 50, 70, 99, 100, 105, 150),
  haemoglobinGPerDl: amount(8, 9, 10, 10.9, 11, 12, 13.5),
  supported: fc.constantFrom(false, false, null, true),
  cytopeniaDueToCll: stated,
  marrow: fc.constantFrom('normal', 'hypocellular', 'involved', null),
  marrowCllPct: amount(5, 10, 15, 20, 30),
});
const halfOverLowest: Met = ({ changeFromLowestPct }) => [[changeFromLowestPct, 50]];
const leukaemia: Subjected = {
  family: {
    targets: ['T01', 'T02', 'T03'].map(id => ({ id, location: 'LYMPH NODE', node: true })),
    nonTargets: [{ id: 'NT01', location: 'LYMPH NODE', node: true }],
    newLesions: [
      { id: 'NL01', location: 'LYMPH NODE', node: true },
      { id: 'NL02', location: 'SKIN', node: false },
    ],
    form: bidimensional,
    timepoint: first =>
      fc.record({
        labs: fc.oneof({ weight: 9, arbitrary: leukaemiaLabs }, fc.constant(null)),
        spleenLengthMm: amount(110, 129.9, 130, 140, 150, 155, 157.5, 180),
        liverExcessMm: amount(0, 0, 10, 15, 20, 30),
        constitutionalSymptoms: stated,
        transformation: fc.constantFrom(false, false, false, null, !first),
      }),
    subject: fc.record({ bcrInhibitor: stated }),
  },
  rank: ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE', 'ND', 'MISSING'],
  scaling: { absolute: 'nodes are normal below 15 mm and the spleen below 130 mm' },
  progression: {
    'nodes.pd': halfOverLowest,
    'spleen.pd': halfOverLowest,
    'spleen.pd.newlyEnlarged': ({ value }, { spleenMetric }) => [
      [value, spleenMetric === 'length' ? 130 : 0],
    ],
    'liver.pd': halfOverLowest,
    'liver.pd.newlyEnlarged': ({ value }) => [[value, 0.01]],
    'lymphocytes.pd': ({ changeFromBaselinePct, value }) => [
      [changeFromBaselinePct, 50],
      [value, 5],
    ],
    'platelets.pd': ({ changeFromBaselinePct }) => [[-(changeFromBaselinePct ?? 0), 50]],
    'haemoglobin.pd': ({ value, baseline }) => [
      [Math.round(((baseline ?? 0) - (value ?? 0)) * 100) / 100, 2],
    ],
    'marrow.pd': halfOverLowest,
  },
  bySize: ({ trace }) => trace.find(({ rule }) => rule.startsWith('nodes.'))?.rule,
  unmeasured: ['nodes.ne', 'nodes.pd'],
};

export const ofBlood: Readonly<Record<string, Subjected>> = {
  [imwg2016.id]: myeloma,
  [iwcll2018.id]: leukaemia,
};
