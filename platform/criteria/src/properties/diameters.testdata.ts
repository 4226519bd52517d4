import fc from 'fast-check';
import { imrecist } from '../imrecist/imrecist.js';
import { irecist } from '../irecist/irecist.js';
import { mrecist } from '../mrecist/mrecist.js';
import { choi } from '../choi/choi.js';
import { pcwg3 } from '../pcwg3/pcwg3.js';
import { recist11 } from '../recist11/recist11.js';
import { irecistVocabulary, recistVocabulary } from '../bestOverallResponseVocabulary.js';
import type { Family, Met, Subjected } from './course.testdata.js';
import { millimetres, type SizeForm } from './lesions.testdata.js';

const form: SizeForm = ({ node }, longest) =>
  node ? { shortAxisMm: longest } : { longestDiameterMm: longest };

const diameters: Family = {
  targets: [
    { id: 'T01', location: 'LIVER', node: false },
    { id: 'T02', location: 'LUNG', node: false },
    { id: 'T03', location: 'LYMPH NODE', node: true },
  ],
  nonTargets: [
    { id: 'NT01', location: 'BONE', node: false },
    { id: 'NT02', location: 'LYMPH NODE', node: true },
  ],
  newLesions: [
    { id: 'NL01', location: 'LUNG', node: false },
    { id: 'NL02', location: 'LYMPH NODE', node: true },
  ],
  form,
};

/** Twenty per cent and the absolute growth over the nadir. */
const growth =
  (absoluteMm: (parameters: Readonly<Record<string, unknown>>) => number): Met =>
  ({ changeFromNadirPct, changeFromNadirMm }, parameters) => [
    [changeFromNadirPct, 20],
    [changeFromNadirMm, absoluteMm(parameters)],
  ];
const five = growth(() => 5);
/** Presence decides: no number has to grow. */
const reappeared: Met = () => [];

const recist: Subjected = {
  family: diameters,
  rank: recistVocabulary.rank,
  scaling: { absolute: 'progression needs 5 mm, and a node is normal below 10 mm' },
  progression: { 'target.pd': five, 'target.pd.partial': five, 'target.pd.reappeared': reappeared },
  bySize: ({ target }) => target,
  unmeasured: ['NE', 'PD'],
};

const answer = fc.constantFrom(true, false, null);
const immune: Subjected = {
  ...recist,
  family: {
    ...diameters,
    timepoint: () =>
      fc.record({
        ntFurther: answer,
        nlntFurther: answer,
        newSymptom: fc.constantFrom(false, false, true),
        clinicalStatus: fc.constantFrom('stable', 'worse', null),
      }),
  },
  rank: irecistVocabulary.rank,
  unmeasured: ['NE', 'IUPD', 'ICPD'],
};

const viable: Subjected = {
  ...recist,
  family: {
    ...diameters,
    form: ({ node, location }, longest) =>
      node
        ? { shortAxisMm: longest }
        : location === 'LIVER'
          ? { viableDiameterMm: longest }
          : { longestDiameterMm: longest },
    nonTargets: [
      { id: 'NT01', location: 'LIVER', node: false },
      { id: 'NT02', location: 'ASCITES', node: false },
    ],
    newLesions: [
      { id: 'NL01', location: 'LIVER', node: false },
      { id: 'NL02', location: 'LYMPH NODE', node: true },
    ],
    lesion: ({ location }, first) =>
      location === 'LIVER' && !first
        ? fc.record({
            arterialEnhancement: fc.constantFrom(true, true, true, false, null),
            washout: answer,
          })
        : fc.record({ cytology: fc.constantFrom('positive', 'negative', null) }),
    timepoint: first =>
      fc.record({
        arterialPhase: first
          ? fc.constant('adequate')
          : fc.constantFrom('adequate', 'adequate', 'adequate', 'poor', null),
      }),
  },
  scaling: {
    lengths: ['longestDiameterMm', 'viableDiameterMm'],
    parameters: ['tstmDefaultMm'],
    // Nodes are normal below 10 mm (20 mm at the porta hepatis), and a new nodule counts from 10 mm.
    without: ({ node, role }) => node === true || role === 'new',
  },
  progression: {
    'target.pd': growth(({ pdAbsMm }) => Number(pdAbsMm)),
    'target.pd.reappeared': reappeared,
    'target.pd.partial': growth(({ pdAbsMm }) => Number(pdAbsMm)),
  },
};

/** Ten per cent over the reference, and a density that did not fall by 15 %. */
const choiGrowth: Met = ({ changeFromReferencePct, densityChangePct }) => [
  [changeFromReferencePct, 10],
  [densityChangePct, -14.99],
];
const attenuation: Subjected = {
  ...recist,
  family: {
    ...diameters,
    form: (_known, longest) => ({ longestDiameterMm: longest }),
    lesion: (_known, first) =>
      fc.record({
        densityHu: fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(40, 60, 67.9, 68, 70, 80, 80, 90) },
          { weight: 1, arbitrary: fc.constantFrom(null, -10, 0) }
        ),
        densityAreaMm2: fc.constantFrom(100, 250, 400),
        intratumoralNodule: fc.constantFrom('none', 'none', 'none', null, first ? 'none' : 'grown'),
      }),
    timepoint: () => fc.record({ symptomaticDecline: fc.constantFrom(false, false, true, null) }),
  },
  scaling: { lengths: ['longestDiameterMm'], parameters: ['tstmDefaultMm'] },
  progression: { 'target.pd': choiGrowth, 'target.pd.partial': choiGrowth },
};

const boneScan = (first: boolean) =>
  first
    ? fc.constantFrom<unknown>({ lesionsPresent: true }, { lesionsPresent: false }, {}, null)
    : fc.oneof(
        { weight: 5, arbitrary: fc.record({ newLesions: fc.integer({ min: 0, max: 6 }) }) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<unknown>(
            null,
            { evaluable: false },
            { newLesions: 0, lesionsPresent: false }
          ),
        }
      );
const prostate: Subjected = {
  ...recist,
  family: {
    ...diameters,
    timepoint: first =>
      fc.record({
        boneScan: boneScan(first),
        psaNgMl: fc.oneof(
          { weight: 6, arbitrary: millimetres },
          { weight: 1, arbitrary: fc.constant(null) }
        ),
        softTissueEvaluable: fc.constantFrom(null, null, null, true, first ? true : false),
      }),
  },
  // PCWG2 has progression or not, and no response above it.
  rank: ['CR', 'PR', 'SD', 'NON-PD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE', 'ND', 'MISSING'],
  progression: {
    'target.pd': growth(({ standard }) => (standard === 'pcwg2' ? 0 : 5)),
    'target.pd.reappeared': reappeared,
    'target.pd.partial': growth(({ standard }) => (standard === 'pcwg2' ? 0 : 5)),
    'bone.pd': ({ more }) => [[more, 2]],
    'bone.pd.confirmed': ({ more, daysSinceFirst }, { boneConfirmDays }) => [
      [more, 2],
      [daysSinceFirst, Number(boneConfirmDays)],
    ],
    'psa.pd.confirmed': ({ changeFromNadirPct, changeFromNadirNgMl }) => [
      [changeFromNadirPct, 25],
      [changeFromNadirNgMl, 2],
    ],
  },
  retrospective: ['boneRevised'],
};

/** Criteria that sum diameters. */
export const byDiameters: Readonly<Record<string, Subjected>> = {
  [recist11.id]: recist,
  [irecist.id]: immune,
  [imrecist.id]: { ...recist, newLesionsMeasured: true },
  [mrecist.id]: viable,
  [choi.id]: attenuation,
  [pcwg3.id]: prostate,
};

/** A lesion that is measured by its own entries, for the removal of them. */
export const sizeEntries: readonly string[] = [
  'longestDiameterMm',
  'shortAxisMm',
  'perpendicularDiameterMm',
  'viableDiameterMm',
  'volumeMl',
  'sulPeak',
];
