import fc from 'fast-check';
import { cheson2007 } from '../cheson2007/cheson2007.js';
import { lugano2014 } from '../lugano2014/lugano2014.js';
import { luganoVocabulary } from '../lugano2014/vocabulary.js';
import { recistVocabulary } from '../bestOverallResponseVocabulary.js';
import type { Family, Met, Subjected } from './course.testdata.js';
import { bidimensional } from './products.testdata.js';

const marrow = {
  marrow: fc.constantFrom('negative', 'negative', 'positive', 'indeterminate', null),
  marrowIhc: fc.constantFrom('negative', 'positive', null),
};
const larger = { larger: fc.constantFrom(false, false, false, true, null) };

const lymphoma: Family = {
  targets: [
    { id: 'T01', location: 'LYMPH NODE', node: true },
    { id: 'T02', location: 'LYMPH NODE', node: true },
    { id: 'T03', location: 'LUNG', node: false },
    { id: 'T04', location: 'SPLEEN', node: false },
  ],
  nonTargets: [
    { id: 'NT01', location: 'LUNG', node: false },
    { id: 'NT02', location: 'LYMPH NODE', node: true },
  ],
  newLesions: [
    { id: 'NL01', location: 'LYMPH NODE', node: true },
    { id: 'NL02', location: 'LUNG', node: false },
  ],
  form: bidimensional,
};

const cents = (value: number | null | undefined): number => Math.round((value ?? 0) * 100);
const percentOver = (now: number | null | undefined, before: number | null | undefined) =>
  cents(before) === 0 ? null : (100 * (cents(now) - cents(before))) / cents(before);

/** Lugano: one lesion over its limit, with its product and one diameter grown over its own nadir. */
const ownGrowth: Met = numbers => [
  [numbers.ldiMm, 10.01],
  [percentOver(numbers.ppdMm2, numbers.nadirPpdMm2), 50],
  [
    Math.max(
      (cents(numbers.ldiMm) - cents(numbers.nadirLdiMm)) / 100,
      (cents(numbers.sdiMm) - cents(numbers.nadirSdiMm)) / 100
    ),
    numbers.incrementMm ?? 5,
  ],
];
const confluence: Met = numbers => [
  [numbers.ldiMm, 10.01],
  [percentOver(numbers.ppdMm2, numbers.nadirPpdMm2), 50],
];

const lugano: Subjected = {
  family: {
    ...lymphoma,
    lesion: () => fc.record(larger),
    timepoint: first =>
      fc.record({
        ct: fc.constantFrom('done', 'done', null, null, first ? 'done' : 'notDone'),
        pet: fc.constantFrom('done', null, null, 'notEvaluable', 'notDone'),
        deauville: fc.constantFrom(1, 3, 4, 5, 'X', null, null),
        uptakeChange: fc.constantFrom('REDUCED', 'UNCHANGED', 'INCREASED', null),
        petNewFocus: fc.constantFrom(false, false, null, true),
        petMarrow: fc.constantFrom('none', 'reduced', 'unchanged', null, first ? 'none' : 'new'),
        spleenLengthMm: fc.constantFrom(120, 125, 130, 144, 145, 150, 160.1, 180, null),
        liver: fc.constantFrom('normal', 'normal', 'enlarged', null),
        clinicalStatus: fc.constantFrom('stable', 'improved', 'worse', null),
        biopsy: fc.constantFrom(null, null, null, null, 'lymphoma', 'negative'),
        ...marrow,
      }),
  },
  rank: luganoVocabulary.rank,
  scaling: { absolute: 'nodes are normal up to 15 mm, diameters must grow by 5 or 10 mm' },
  progression: {
    'ct.pd.growth': ownGrowth,
    'ct.pd.confluence': confluence,
    'ct.pd.regrowth': ({ ldiMm }) => [[ldiMm, 0.1]],
    'spleen.new': ({ spleenMm }) => [[spleenMm, 130.01]],
    'spleen.recurrent': ({ spleenMm, smallestMm }, { spleenRecurrentMm }) => [
      [spleenMm, 130.01],
      [(spleenMm ?? 0) - (smallestMm ?? 0), Number(spleenRecurrentMm)],
    ],
    'spleen.growth': ({ spleenMm }) => [[spleenMm, 130.01]],
  },
  bySize: ({ components }) => components?.ct,
  unmeasured: ['NE', 'PD'],
};

const halfMore: Met = ({ changeFromNadirPct }) => [[changeFromNadirPct, 50]];
/** Of a sum that lesions are missing from. */
const boundHalfMore: Met = ({ spdLowerBoundMm2, nadirMm2 }) => [
  [percentOver(spdLowerBoundMm2, nadirMm2), 50],
];
const cheson: Subjected = {
  family: {
    ...lymphoma,
    lesion: () => fc.record({ ...larger, pet: fc.constantFrom(null, null, 'NEG', 'POS') }),
    subject: fc.record({ petClass: fc.constantFrom('avid', 'variable', null) }),
    timepoint: () =>
      fc.record({
        pet: fc.constantFrom('NEG', 'POS', 'NE', null, null),
        liver: fc.constantFrom('normal', 'normal', 'enlarged', null),
        spleen: fc.constantFrom('normal', 'normal', 'larger', null),
        ...marrow,
      }),
  },
  rank: recistVocabulary.rank,
  scaling: { absolute: 'nodes are normal up to 15 mm, or 10 mm across' },
  progression: {
    'nodes.pd': halfMore,
    'nodes.pd.partial': boundHalfMore,
    'nodules.pd': halfMore,
    'nodules.pd.partial': boundHalfMore,
    'size.pd.longest': ({ longestMm, nadirLongestMm, nadirAcrossMm }) => [
      [percentOver(longestMm, nadirLongestMm), 50],
      [nadirAcrossMm, 10.01],
    ],
    'size.pd.smallNode': (
      { longestMm, acrossMm, nadirLongestMm, nadirAcrossMm },
      { smallNodeGrowth }
    ) => [
      [longestMm, 15],
      [
        smallNodeGrowth === 'product'
          ? percentOver(
              (longestMm ?? 0) * (acrossMm ?? 0),
              (nadirLongestMm ?? 0) * (nadirAcrossMm ?? 0)
            )
          : percentOver(longestMm, nadirLongestMm),
        50,
      ],
    ],
  },
  bySize: ({ components }) => components?.size,
  unmeasured: ['NE', 'PD'],
};

export const ofLymphoma: Readonly<Record<string, Subjected>> = {
  [lugano2014.id]: lugano,
  [cheson2007.id]: cheson,
};
