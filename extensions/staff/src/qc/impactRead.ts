import { text } from '@corelab/ui';
import type { Impact } from './qcData.js';
import { readName } from './readName.js';

/** The timepoint of the read; a read of the whole subject has none. */
export const impactTimepoint = ({ timepoint }: Pick<Impact, 'timepoint'>): string =>
  timepoint === 'subject' ? text('qc.impact.wholeSubject') : timepoint;

/** Which read a change is about. */
export const impactRead = (impact: Impact): string =>
  readName({ ...impact, timepoint: impactTimepoint(impact) });
