import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';

/** The PSA trace of the last of these values, four weeks apart, the first the baseline. */
function decided(...values: number[]) {
  const { timepoints } = assess({
    criterion: 'pcwg3',
    timepoints: values.map((psaNgMl, index) => ({
      id: `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      psaNgMl,
      lesions: [],
    })),
  } as AssessmentInput);
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('psa.'));
  return [trace?.rule, trace?.margin?.value, trace?.margin?.category];
}

describe('the margin of PSA, ng/mL', () => {
  it.each([
    ['to the loss of a PSA50 at 50', [100, 45], ['psa.50', -5, 'NON-PD']],
    ['to a PSA90 at 10', [100, 12], ['psa.50', 2, 'PSA90']],
    ['to the loss of a PSA90', [100, 9], ['psa.90', -1, 'PSA50']],
    ['to a rise of 25 % over 30', [100, 30, 37], ['psa.50', -0.5, 'PDu']],
    ['to a rise that begins where the PSA50 ends, at 40', [80, 32, 28.1], ['psa.50', -11.9, 'PDu']],
    ['back from that rise', [100, 30, 38], ['psa.pdu', 0.5, 'PSA50']],
    ['back from a confirmed one', [100, 30, 38, 39], ['psa.pd.confirmed', 1.5, 'PSA50']],
    ['to the confirmation that failed', [100, 30, 38, 37.4], ['psa.50', -0.1, 'PD']],
    ['to a rise of 2 over a small nadir of 1', [4, 1, 2.6], ['psa.nonPd', -0.4, 'PDu']],
    [
      'no rise counts in the first 84 days without a decline',
      [8, 9.9],
      ['psa.nonPd', 5.9, 'PSA50'],
    ],
    [
      'a rise from a baseline of 8 counts after them',
      [8, 8, 8, 8, 9.9],
      ['psa.nonPd', -0.1, 'PDu'],
    ],
    [
      'none once progression was confirmed',
      [100, 30, 38, 39, 5],
      ['psa.pd.since', undefined, undefined],
    ],
  ] as const)('%s', (_name, values, expected) => {
    expect(decided(...values)).toEqual(expected);
  });
});
