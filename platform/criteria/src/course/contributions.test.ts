import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';

/** What one lesion of 30 by 20 mm (and 4 ml) adds at the baseline and at the next visit. */
function added(criterion: string, parameters: Record<string, unknown> = {}) {
  const lesions = [
    {
      id: 'T01',
      role: 'target',
      location: 'SOFT TISSUE',
      longestDiameterMm: 30,
      perpendicularDiameterMm: 20,
      volumeMl: 4,
    },
  ];
  const labs = { serumMGPerDl: 3 };
  const input = {
    criterion,
    parameters,
    timepoints: [
      { id: 'BL', lesions, labs },
      { id: 'V1', lesions, labs },
    ],
  };
  const { timepoints } = assess(input as AssessmentInput);
  return timepoints.map(({ lesions: [one], burden }) => [one?.value, one?.unit, burden?.unit]);
}

describe('what a lesion adds to the burden', () => {
  it.each([
    ['recist-1.1', {}, 30, 'mm'],
    ['choi', {}, 30, 'mm'],
    ['macdonald', {}, 600, 'mm2'],
    ['irrc', {}, 600, 'mm2'],
    ['lugano-2014', {}, 600, 'mm2'],
    ['imwg-2016', {}, 600, 'mm2'],
    ['iwcll-2018', {}, 600, 'mm2'],
    ['rano-2.0', { burden: 'volume' }, 4, 'ml'],
  ])('%s %j is %s %s, in the unit of the burden', (criterion, parameters, value, unit) => {
    const row = [value, unit, unit];
    expect(added(criterion, parameters)).toEqual([row, row]);
  });
});
