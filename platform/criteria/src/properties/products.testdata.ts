import fc from 'fast-check';
import { irrc } from '../irrc/irrc.js';
import { macdonald } from '../macdonald/macdonald.js';
import { rano2 } from '../rano2/rano2.js';
import { ranoHgg2010 } from '../ranoHgg2010/ranoHgg2010.js';
import { irrcVocabulary } from '../irrc/grid.js';
import { rano2Vocabulary, recistVocabulary } from '../bestOverallResponseVocabulary.js';
import type { Family, Met, Subjected } from './course.testdata.js';
import { type Known, millimetres, sized, type SizeForm } from './lesions.testdata.js';

export const bidimensional: SizeForm = (_known, longest, across) => ({
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});

const at = (id: string, location: string): Known => ({ id, location, node: false });
const lengths = ['longestDiameterMm', 'perpendicularDiameterMm'];

const irrcGrowth: Met = ({ changeFromNadirPct }) => [[changeFromNadirPct, 25]];
const index: Subjected = {
  family: {
    targets: [at('T01', 'LIVER'), at('T02', 'LUNG'), at('T03', 'SKIN')],
    nonTargets: [at('NT01', 'BONE')],
    newLesions: [at('NL01', 'LUNG'), at('NL02', 'LIVER')],
    form: bidimensional,
  },
  rank: irrcVocabulary.rank,
  newLesionsMeasured: true,
  scaling: { lengths, parameters: ['tstmDefaultMm', 'measurableFromMm'] },
  progression: { 'target.pd': irrcGrowth, 'target.pd.partial': irrcGrowth },
  bySize: ({ target }) => target,
  unmeasured: ['NE', 'PD'],
};

const clinical = {
  steroids: fc.constantFrom('NONE', 'LOWER', 'SAME', 'SAME', 'HIGHER', null),
  clinicalStatus: fc.constantFrom('BETTER', 'SAME', 'SAME', 'SAME', 'WORSE', null),
};
const t2Flair = {
  t2Flair: fc.constantFrom('STABLE_OR_BETTER', 'STABLE_OR_BETTER', 'SIGNIFICANT_INCREASE', null),
};
const effect = { histology: fc.constantFrom(null, null, null, null, 'TUMOUR', 'NO_TUMOUR') };
const setting = fc.constantFrom<Record<string, unknown>[]>(
  {},
  { setting: 'recurrent' },
  { setting: 'newDiagnosis', radiotherapyEndDate: '2025-12-20' }
);
const brain: Family = {
  targets: [at('T01', 'BRAIN'), at('T02', 'BRAIN')],
  nonTargets: [at('NT01', 'BRAIN')],
  newLesions: [at('NL01', 'BRAIN'), at('NL02', 'BRAIN')],
  form: bidimensional,
};
const neuroGrowth: Met = ({ changeFromNadirPct }) => [[changeFromNadirPct, 25]];
const neuro: Omit<Subjected, 'family'> = {
  rank: recistVocabulary.rank,
  scaling: { lengths, parameters: ['tstmDefaultMm'] },
  progression: { 'target.pd': neuroGrowth, 'target.pd.partial': neuroGrowth },
  bySize: ({ target }) => target,
  unmeasured: ['NE', 'PD'],
};
const macdonaldGrowth: Met = ({ changeFromNadirPct, changeFromBaselinePct }, { macPdRef }) => [
  [macPdRef === 'baseline' ? changeFromBaselinePct : changeFromNadirPct, 25],
];
const rano2Growth: Met = ({ changeFromNadirPct }, { burden }) => [
  [changeFromNadirPct, burden === 'volume' ? 40 : 25],
];
const jointGrowth: Met = ({ jointChangePct }, { burden }) => [
  [jointChangePct, burden === 'volume' ? 40 : 25],
];
const volumes: SizeForm = (known, longest, across) => ({
  ...bidimensional(known, longest, across),
  volumeMl: Math.round((longest * across * across) / 200) / 10,
});

/** Criteria that sum products, brain tumours by volume too. */
export const byProducts: Readonly<Record<string, Subjected>> = {
  [irrc.id]: index,
  [macdonald.id]: {
    ...neuro,
    family: { ...brain, timepoint: () => fc.record(clinical) },
    progression: { 'target.pd': macdonaldGrowth, 'target.pd.partial': macdonaldGrowth },
  },
  [ranoHgg2010.id]: {
    ...neuro,
    family: {
      ...brain,
      subject: setting,
      timepoint: () =>
        fc.record({
          ...clinical,
          ...t2Flair,
          ...effect,
          inHighDoseField: fc.constantFrom(true, false, null),
        }),
    },
  },
  [rano2.id]: {
    ...neuro,
    family: {
      ...brain,
      form: volumes,
      // Non-targets have sizes too: they may join the sum.
      lesion: (known, first) =>
        known.id === 'NT01'
          ? sized(known, volumes, first ? fc.constantFrom(8, 20, 30) : millimetres).map(size => ({
              ...size,
              compartment: 'CE',
            }))
          : fc.constant({
              compartment: known.id === 'T01' || known.id === 'NL01' ? 'CE' : 'NONCE',
            }),
      subject: fc
        .tuple(setting, fc.constantFrom('CE', 'NONCE', 'MIXED'))
        .map(([more, tumourType]) => ({ ...more, tumourType })),
      timepoint: () => fc.record({ ...clinical, ...effect }),
    },
    rank: rano2Vocabulary.rank,
    scaling: {
      lengths: [...lengths, 'volumeMl'],
      parameters: ['tstmDefaultMm', 'tstmDefaultMl'],
      // A non-target or a new lesion counts from 10 x 10 mm.
      without: ({ role }) => role !== 'target',
    },
    progression: {
      'target.pd': rano2Growth,
      'target.pd.partial': rano2Growth,
      'nonTarget.pd.jointSum': jointGrowth,
    },
    // After pseudo-progression (`afterPsp`).
    nadirRestarts: () => true,
  },
};
