import { findLocation } from '@corelab/criteria';
import type { Lesion } from '@corelab/reads';

/** One TR result: a number in mm, a term, or `null` with the reason it is missing. */
export interface TumorResult {
  code: string;
  name: string;
  value: number | string | null;
  reason: string;
}

const terms: Readonly<Partial<Record<Lesion['state'], string>>> = {
  present: 'PRESENT',
  absent: 'ABSENT',
  progressed: 'UNEQUIVOCAL PROGRESSION',
  tooSmallToMeasure: 'TOO SMALL TO MEASURE',
  merged: 'MERGED',
  split: 'SPLIT',
  equivocal: 'EQUIVOCAL',
  unequivocal: 'UNEQUIVOCAL',
};

const diameter = { code: 'LDIAM', name: 'Longest Diameter' };
const shortAxis = { code: 'SAXIS', name: 'Short Axis' };
const perpendicular = { code: 'LPERP', name: 'Longest Perpendicular' };
const tumorState = { code: 'TUMSTATE', name: 'Tumor State' };

/** What one lesion of a read gives to TR; nodes by short axis, others by longest diameter. */
export function tumorResults(lesion: Lesion): TumorResult[] {
  const node = lesion.location !== null && findLocation(lesion.location)?.node === true;
  const results: TumorResult[] = [];
  const add = (test: { code: string; name: string }, value: number | string | null, reason = '') =>
    results.push({ ...test, value, reason });
  if (lesion.state === 'notEvaluable') {
    const test = lesion.role !== 'target' ? tumorState : node ? shortAxis : diameter;
    add(test, null, reasonText(lesion));
    return results;
  }
  const term = terms[lesion.state];
  if (term !== undefined) add(tumorState, term);
  if (lesion.mark !== null) {
    add(diameter, lesion.mark.longestDiameterMm);
    if (lesion.mark.shortAxisMm !== null) {
      add(node ? shortAxis : perpendicular, lesion.mark.shortAxisMm);
    }
  } else if (lesion.state === 'measured') {
    add(node ? shortAxis : diameter, null, 'NO MEASUREMENT');
  }
  return results;
}

function reasonText({ reason }: Lesion): string {
  if (reason === null) return 'NOT EVALUABLE';
  return reason.text === '' ? reason.code : `${reason.code}: ${reason.text}`;
}
