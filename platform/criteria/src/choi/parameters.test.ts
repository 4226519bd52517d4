import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const run = (parameters: Record<string, unknown>) => {
  const lesion: LesionInput = { id: 'T01', role: 'target', location: 'LIVER' };
  return assess({
    criterion: 'choi',
    parameters,
    timepoints: [
      { id: 'BL', lesions: [{ ...lesion, longestDiameterMm: 100 }] },
      { id: 'V1', lesions: [{ ...lesion, tooSmallToMeasure: true }] },
    ],
  });
};

describe('parameters of Choi', () => {
  it('keep their decimals where nothing measured has as many', () => {
    expect(run({ tstmDefaultMm: 2.25 }).timepoints[1]?.burden).toMatchObject({ value: 2.25 });
  });

  it('that it does not have are refused by name', () => {
    expect(() => run({ maximum: 3 })).toThrow(/^choi has no parameter "maximum" \(known: /);
  });
});
