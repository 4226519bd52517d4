import type { CombinationTable } from '../criterion.js';
import type { CtCategory } from '../lymphoma/sizeGrid.js';

export type Overall = CtCategory;
export type PetColumn = 'NEG' | 'POS' | 'NE';

/** FDG-avid disease: rows are what the sizes say, columns the PET. PD with a negative PET is flagged. */
export const avidGrid: Readonly<Record<CtCategory, Readonly<Record<PetColumn, Overall>>>> = {
  CR: { NEG: 'CR', POS: 'PR', NE: 'NE' },
  PR: { NEG: 'CR', POS: 'PR', NE: 'PR' },
  SD: { NEG: 'CR', POS: 'SD', NE: 'SD' },
  PD: { NEG: 'SD', POS: 'PD', NE: 'PD' },
  NE: { NEG: 'NE', POS: 'NE', NE: 'NE' },
  NED: { NEG: 'NED', POS: 'NED', NE: 'NED' },
};

const source = 'Cheson 2007 Table 2';
const sizes = ['CR', 'PR', 'SD', 'PD', 'NE', null] as const;

export const chesonTables: readonly CombinationTable[] = [
  ...[false, true].map((newLesions): CombinationTable => ({
    title: newLesions ? 'FDG-avid, with a new lesion' : 'FDG-avid, without new lesions',
    source,
    axes: [
      { component: 'target', label: 'Sizes', values: sizes },
      { component: 'pet', label: 'PET', values: ['NEG', 'POS', 'NE', null] },
    ],
    fixed: { petClass: 'avid', newLesions },
  })),
  {
    title: 'Variably avid: CT alone',
    source,
    axes: [
      { component: 'target', label: 'Sizes', values: sizes },
      { component: 'newLesions', label: 'New lesion', values: [false, true] },
    ],
    fixed: { petClass: 'variable' },
  },
  {
    title: 'FDG-avid with the marrow positive now',
    source,
    axes: [
      { component: 'target', label: 'Sizes', values: sizes },
      { component: 'marrow', label: 'Marrow', values: ['INVOLVED', 'NEW'] },
    ],
    fixed: { petClass: 'avid', pet: 'NEG', newLesions: false },
  },
];
