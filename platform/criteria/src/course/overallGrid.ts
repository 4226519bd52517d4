import type { NonTargetCategory, Overall, TargetCategory } from '../course/categories.js';
import type { CombinationTable } from '../criterion.js';

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

/** The grid without and with a new lesion, for a criterion that combines as RECIST 1.1 does. */
export const gridTables = (source: string): readonly CombinationTable[] =>
  [false, true].map(newLesions => ({
    title: newLesions ? 'With a new lesion' : 'Without new lesions',
    source,
    axes: [
      { component: 'target', label: 'Target', values: targets },
      { component: 'nonTarget', label: 'Non-target', values: nonTargets },
    ],
    fixed: { newLesions },
  }));
