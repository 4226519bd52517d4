import type { CombinationTable } from '../criterion.js';

/** RECIST 1.1 categories; NA: the subject has no lesion of that kind at baseline. */
export type TargetCategory = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'NA';
export type NonTargetCategory = 'CR' | 'NON-CR/NON-PD' | 'PD' | 'NE' | 'NA';
export type NewLesionState = 'NO' | 'YES' | 'EQUIVOCAL' | 'NE';
export type Overall = 'CR' | 'PR' | 'SD' | 'NON-CR/NON-PD' | 'NED' | 'PD' | 'NE';

const NN = 'NON-CR/NON-PD';

/** RECIST 1.1 Tables 1 and 2 without new lesions: rows are the target response, columns the non-target response. */
export const overallGrid: Readonly<
  Record<TargetCategory, Readonly<Record<NonTargetCategory, Overall>>>
> = {
  CR: { CR: 'CR', [NN]: 'PR', PD: 'PD', NE: 'PR', NA: 'CR' },
  PR: { CR: 'PR', [NN]: 'PR', PD: 'PD', NE: 'PR', NA: 'PR' },
  SD: { CR: 'SD', [NN]: 'SD', PD: 'PD', NE: 'SD', NA: 'SD' },
  PD: { CR: 'PD', [NN]: 'PD', PD: 'PD', NE: 'PD', NA: 'PD' },
  NE: { CR: 'NE', [NN]: 'NE', PD: 'PD', NE: 'NE', NA: 'NE' },
  NA: { CR: 'CR', [NN]: NN, PD: 'PD', NE: 'NE', NA: 'NED' },
};

const targets = ['CR', 'PR', 'SD', 'PD', 'NE', null] as const;
const nonTargets = ['CR', NN, 'PD', 'NE', null] as const;

export const recist11Tables: readonly CombinationTable[] = [false, true].map(newLesions => ({
  title: newLesions ? 'With a new lesion' : 'Without new lesions',
  source: 'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2',
  axes: [
    { component: 'target', label: 'Target', values: targets },
    { component: 'nonTarget', label: 'Non-target', values: nonTargets },
  ],
  fixed: { newLesions },
}));
