import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';

/** The target trace of the last of these sums, one target each. */
function decided(...sums: number[]) {
  const { timepoints } = assess({
    criterion: 'recist-1.1',
    timepoints: sums.map((longestDiameterMm, index) => ({
      id: `V${index}`,
      lesions: [{ id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm }],
    })),
  });
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('target.'));
  return { rule: trace?.rule, margin: trace?.margin };
}

describe('the margin of a target response', () => {
  it.each([
    [[100, 70], 'target.pr', { value: 0, unit: 'mm', category: 'SD' }],
    [[100, 60], 'target.pr', { value: -10, unit: 'mm', category: 'SD' }],
    [[100, 70.1], 'target.sd', { value: 0.1, unit: 'mm', category: 'PR' }],
    [[100, 110], 'target.sd', { value: -10, unit: 'mm', category: 'PD' }],
    [[100, 130], 'target.pd', { value: 10, unit: 'mm', category: 'SD' }],
    // Over a small nadir the five millimetres decide, over a large one the twenty per cent.
    [[100, 10, 16], 'target.pd', { value: 1, unit: 'mm', category: 'PR' }],
    [[100, 10, 14], 'target.pr', { value: -1, unit: 'mm', category: 'PD' }],
    [[100, 50, 59], 'target.pr', { value: -1, unit: 'mm', category: 'PD' }],
  ])('of %j is to the nearest threshold that changes it', (sums, rule, margin) => {
    expect(decided(...sums)).toEqual({ rule, margin });
  });

  it('is none where absence decides', () => {
    expect(decided(100, 0)).toEqual({ rule: 'target.cr', margin: undefined });
  });
});
