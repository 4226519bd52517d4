import type { NonTargetCategory, TargetCategory } from '../course/categories.js';

/** What CT alone says of measured disease and the rest. NED: no disease at baseline. */
export type CtCategory = 'CR' | 'PR' | 'SD' | 'PD' | 'NED' | 'NE';

const NN = 'NON-CR/NON-PD';

/** CT alone, no new lesion: rows are the measured disease, columns the disease that is not measured. */
export const sizeGrid: Readonly<
  Record<TargetCategory, Readonly<Record<NonTargetCategory, CtCategory>>>
> = {
  CR: { CR: 'CR', [NN]: 'PR', PD: 'PD', NE: 'PR', NA: 'CR' },
  PR: { CR: 'PR', [NN]: 'PR', PD: 'PD', NE: 'PR', NA: 'PR' },
  SD: { CR: 'SD', [NN]: 'SD', PD: 'PD', NE: 'SD', NA: 'SD' },
  PD: { CR: 'PD', [NN]: 'PD', PD: 'PD', NE: 'PD', NA: 'PD' },
  NE: { CR: 'NE', [NN]: 'NE', PD: 'PD', NE: 'NE', NA: 'NE' },
  NA: { CR: 'CR', [NN]: 'SD', PD: 'PD', NE: 'NE', NA: 'NED' },
};
