import fc from 'fast-check';
import { percist } from '../percist/percist.js';
import { percistVocabulary } from '../percist/vocabulary.js';
import type { Met, Subjected } from './course.testdata.js';

const rise: Met = ({ changeFromReferencePct, changeFromReferenceSul }) => [
  [changeFromReferencePct, 30],
  [changeFromReferenceSul, 0.8],
];
const extent: Met = ({ tlgChangePct }) => [[tlgChangePct, 75]];

const metabolic: Subjected = {
  family: {
    targets: [
      { id: 'T01', location: 'LUNG', node: false },
      { id: 'T02', location: 'BONE', node: false },
      { id: 'T03', location: 'LYMPH NODE', node: true },
    ],
    nonTargets: [
      { id: 'NT01', location: 'LIVER', node: false },
      { id: 'NT02', location: 'LUNG', node: false },
    ],
    newLesions: [
      { id: 'NL01', location: 'LUNG', node: false },
      { id: 'NL02', location: 'BONE', node: false },
    ],
    // 40 mm become 4 g/mL, over a background of 1.
    form: (_known, longest) => ({ sulPeak: Math.round(longest * 10) / 100 }),
    lesion: () => fc.record({ distinctFromBackground: fc.constantFrom(true, true, false, null) }),
    timepoint: first =>
      fc.record({
        liverSulMean: fc.constantFrom(1, 1, 1, 1.1, 1.3, null),
        liverSulSd: fc.constantFrom(0.1, 0.1, null),
        uptakeMinutes: fc.constantFrom(60, 60, 60, 65, 80, null),
        sameScanner: first ? fc.constant(null) : fc.constantFrom(true, true, null, false),
        sameReconstruction: first ? fc.constant(null) : fc.constantFrom(true, true, null),
        tlg: fc.constantFrom(null, 50, 60, 104, 105),
      }),
  },
  rank: percistVocabulary.rank,
  scaling: {
    absolute: 'a change needs 0.80 g/mL, and comparable backgrounds differ by less than 0.3',
  },
  progression: { 'target.pmd': rise, 'target.pmd.partial': rise, 'target.pmd.extent': extent },
  // A scan that can't be compared gives the later ones no nadir.
  nadirRestarts: () => true,
  byStateAlone: true,
  bySize: ({ target }) => target,
  unmeasured: ['NE', 'PMD'],
};

/** Criteria that measure uptake. */
export const byUptake: Readonly<Record<string, Subjected>> = { [percist.id]: metabolic };
