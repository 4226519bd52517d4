import type { CombinationTable } from '../criterion.js';
import type { CtCategory } from '../lymphoma/sizeGrid.js';

/** NED: no disease at baseline. */
export type PetCategory = 'CMR' | 'PMR' | 'NMR' | 'PMD' | 'NE' | 'NED';
export type Overall = CtCategory;

const NN = 'NON-CR/NON-PD';

/** What a metabolic response is as an overall response. */
export const petResponse = { CMR: 'CR', PMR: 'PR', NMR: 'SD', PMD: 'PD' } as const;
export type Metabolic = keyof typeof petResponse;
export const metabolicResponses = ['CMR', 'PMR', 'NMR', 'PMD'] as const;

/** LAST: the last metabolic response before it, the CT response where there is none. */
type Cell = Overall | 'LAST';
type CtColumn = CtCategory | 'NONE';
const all = (value: Overall): Record<CtColumn, Cell> => ({
  CR: value,
  PR: value,
  SD: value,
  PD: value,
  NED: value,
  NE: value,
  NONE: value,
});

/** CT without a PET. */
export const ctAlone: Readonly<Record<CtColumn, Overall>> = {
  CR: 'CR',
  PR: 'PR',
  SD: 'SD',
  PD: 'PD',
  NED: 'NED',
  NE: 'NE',
  NONE: 'NE',
};

/** Overall response; rows are the PET, columns the CT. NONE: not done. */
export const petCtGrid: Readonly<Record<PetCategory | 'NONE', Readonly<Record<CtColumn, Cell>>>> = {
  CMR: all('CR'),
  PMR: all('PR'),
  NMR: all('SD'),
  PMD: all('PD'),
  NE: { CR: 'LAST', PR: 'LAST', SD: 'LAST', PD: 'PD', NED: 'LAST', NE: 'NE', NONE: 'NE' },
  NONE: ctAlone,
  NED: { CR: 'NED', PR: 'NED', SD: 'NED', PD: 'PD', NED: 'NED', NE: 'NE', NONE: 'NE' },
};

const source = 'Cheson 2014 (Lugano) Table 3';
const pets = [...metabolicResponses, 'NE', 'NED', null] as const;
const cts = ['CR', 'PR', 'SD', 'PD', 'NED', 'NE', null] as const;
const targets = ['CR', 'PR', 'SD', 'PD', 'NE', null] as const;
const nonTargets = ['CR', NN, 'PD', 'NE', null] as const;

export const luganoTables: readonly CombinationTable[] = [
  {
    title: 'PET and CT without an earlier PET (null: not done)',
    source,
    axes: [
      { component: 'pet', label: 'PET', values: pets },
      { component: 'ct', label: 'CT', values: cts },
    ],
    fixed: { newLesions: false, priorPet: null },
  },
  {
    title: 'PET not evaluable after an earlier PET',
    source: 'Lugano 2014 as programmed in admiralonco (the last PET response is carried)',
    axes: [
      { component: 'priorPet', label: 'Last PET', values: metabolicResponses },
      { component: 'ct', label: 'CT', values: cts },
    ],
    fixed: { newLesions: false, pet: 'NE' },
  },
  ...[false, true].map((newLesions): CombinationTable => ({
    title: newLesions ? 'CT alone with a new lesion' : 'CT alone without new lesions',
    source,
    axes: [
      { component: 'target', label: 'Measured disease', values: targets },
      { component: 'nonTarget', label: 'Disease not measured', values: nonTargets },
    ],
    fixed: { newLesions, pet: null },
  })),
];
