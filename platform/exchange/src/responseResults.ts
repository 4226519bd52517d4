import type { BestResponse } from '@corelab/criteria';
import type { SdtmRow } from './columns.js';
import type { SignedRead } from './signedRead.js';

/** RS values of one read: nothing at baseline, where there is no response yet. */
export function responseResults(read: SignedRead): SdtmRow[] {
  const { derived, bestOverallResponse: best } = read;
  const rows: SdtmRow[] = [];
  const add = (code: string, test: string, value: string, more: SdtmRow = {}) =>
    rows.push({
      RSTESTCD: code,
      RSTEST: test,
      RSCAT: 'RECIST 1.1',
      RSORRES: value,
      RSSTRESC: value,
      ...more,
    });
  if (derived.target) add('TRGRESP', 'Target Response', derived.target);
  if (derived.nonTarget) add('NTRGRESP', 'Non-target Response', derived.nonTarget);
  if (derived.overall) {
    if (typeof derived.newLesions === 'boolean') {
      add('NEWLIND', 'New Lesion Indicator', derived.newLesions ? 'Y' : 'N');
    } else {
      const missing = { RSSTAT: 'NOT DONE', RSREASND: 'NOT EVALUABLE' };
      add('NEWLIND', 'New Lesion Indicator', '', missing);
    }
    add('OVRLRESP', 'Overall Response', derived.overall);
  }
  if (best) {
    rows.push({ ...bestResponse(best), RSACPTFL: read.courseAccepted === true ? 'Y' : '' });
  }
  return rows;
}

/** Of the whole course, not of the visit it was derived at. */
export const bestResponse = ({ value, date }: BestResponse): SdtmRow => ({
  ...{ RSTESTCD: 'BESTRESP', RSTEST: 'Best Response', RSCAT: 'RECIST 1.1' },
  ...{ RSORRES: value, RSSTRESC: value, VISITNUM: '', VISIT: '', RSDTC: date ?? '' },
});
