import { type BestResponse, criteria } from '@corelab/criteria';
import type { SdtmRow } from './columns.js';
import type { DerivedResponse, SignedRead } from './signedRead.js';

/** RSCAT. */
const categoryOf = (criterion: string): string => {
  const known = Object.hasOwn(criteria, criterion) ? criteria[criterion] : undefined;
  if (known === undefined) throw new RangeError(`no criterion ${criterion}`);
  return known.name;
};

/** RS values of one read, criterion by criterion: nothing at baseline, where there is no response yet. */
export function responseResults(read: SignedRead): SdtmRow[] {
  const accepted = read.courseAccepted === true ? 'Y' : '';
  return [read, ...(read.others ?? [])].flatMap(one => [
    ...visitResponses(one),
    ...(one.bestOverallResponse
      ? [{ ...bestResponse(one.criterion, one.bestOverallResponse), RSACPTFL: accepted }]
      : []),
  ]);
}

function visitResponses({ criterion, derived }: DerivedResponse): SdtmRow[] {
  const rows: SdtmRow[] = [];
  const add = (code: string, test: string, value: string, more: SdtmRow = {}) =>
    rows.push({
      RSTESTCD: code,
      RSTEST: test,
      RSCAT: categoryOf(criterion),
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
    if (derived.calculated) add('OVRLCALC', 'Calculated Overall Response', derived.calculated);
  }
  return rows;
}

/** Of the whole course, not of the visit it was derived at. */
export const bestResponse = (criterion: string, { value, date }: BestResponse): SdtmRow => ({
  ...{ RSTESTCD: 'BESTRESP', RSTEST: 'Best Response', RSCAT: categoryOf(criterion) },
  ...{ RSORRES: value, RSSTRESC: value, VISITNUM: '', VISIT: '', RSDTC: date ?? '' },
});
