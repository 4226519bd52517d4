import type { NonTargetCategory } from '../course/categories.js';
import type { NeuroOverall, NeuroTables } from '../neuro/overall.js';

const NN = 'NON-CR/NON-PD';
const always = (value: NeuroOverall): Readonly<Record<NonTargetCategory, NeuroOverall>> => ({
  CR: value,
  [NN]: value,
  PD: value,
  NE: value,
  NA: value,
});

/**
 * Macdonald 1990 by size alone: every enhancing lesion is measured. Enhancing disease that was left unmeasured only
 * keeps a complete response away; alone it can't be rated.
 */
export const size: NeuroTables['size'] = {
  CR: { CR: 'CR', [NN]: 'PR', PD: 'PR', NE: 'PR', NA: 'CR' },
  PR: always('PR'),
  MR: always('NE'),
  SD: always('SD'),
  PD: always('PD'),
  NE: always('NE'),
  NA: { ...always('NE'), NA: 'NED' },
};

/** A scan that is better or stable on more steroids is stable disease. */
export const steroids: NeuroTables['steroids'] = {
  CR: { NONE: 'CR', LOWER: 'PR', SAME: 'PR', HIGHER: 'SD' },
  PR: { NONE: 'PR', LOWER: 'PR', SAME: 'PR', HIGHER: 'SD' },
  MR: { NONE: 'NE', LOWER: 'NE', SAME: 'NE', HIGHER: 'NE' },
  SD: { NONE: 'SD', LOWER: 'SD', SAME: 'SD', HIGHER: 'SD' },
  NED: { NONE: 'NED', LOWER: 'NED', SAME: 'NED', HIGHER: 'NED' },
  NE: { NONE: 'NE', LOWER: 'NE', SAME: 'NE', HIGHER: 'NE' },
};
