import type { NonTargetCategory } from '../course/categories.js';
import type { NeuroOverall, NeuroTables } from './overall.js';

const NN = 'NON-CR/NON-PD';
type Row = Readonly<Record<NonTargetCategory, NeuroOverall>>;

const same = (value: NeuroOverall): Row => ({
  CR: value,
  [NN]: value,
  PD: 'PD',
  NE: value,
  NA: value,
});

/** RANO: size in rows, non-measurable disease in columns (oncology-criteria section 8). */
export const ranoSize: NeuroTables['size'] = {
  CR: { CR: 'CR', [NN]: 'PR', PD: 'PD', NE: 'PR', NA: 'CR' },
  PR: same('PR'),
  MR: same('MR'),
  SD: same('SD'),
  PD: same('PD'),
  NE: same('NE'),
  NA: { CR: 'SD', [NN]: 'SD', PD: 'PD', NE: 'NE', NA: 'NED' },
};

/** RANO: a complete response off steroids only; more steroids than at baseline leave the visit undetermined. */
export const ranoSteroids: NeuroTables['steroids'] = {
  CR: { NONE: 'CR', LOWER: 'PR', SAME: 'PR', HIGHER: 'NE' },
  PR: { NONE: 'PR', LOWER: 'PR', SAME: 'PR', HIGHER: 'NE' },
  MR: { NONE: 'MR', LOWER: 'MR', SAME: 'MR', HIGHER: 'NE' },
  SD: { NONE: 'SD', LOWER: 'SD', SAME: 'SD', HIGHER: 'NE' },
  NED: { NONE: 'NED', LOWER: 'NED', SAME: 'NED', HIGHER: 'NED' },
  NE: { NONE: 'NE', LOWER: 'NE', SAME: 'NE', HIGHER: 'NE' },
};
