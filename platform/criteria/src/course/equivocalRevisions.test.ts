import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

type Status = LesionInput['status'];
const target: LesionInput = {
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: 20,
};

/** Which later visit revised each visit after the baseline, for the states of one new lesion at them. */
const revisedBy = (...states: Status[]) => {
  const fresh = states.map((status): LesionInput[] => [
    target,
    { id: 'NL01', role: 'new', location: 'LUNG', ...(status ? { status } : {}) },
  ]);
  const { timepoints } = assess({
    criterion: 'recist-1.1',
    timepoints: [[target], ...fresh].map((lesions, index) => ({ id: `V${index}`, lesions })),
  });
  return timepoints.slice(1).map(({ revised }) => revised?.byTimepoint ?? null);
};

describe('visits with an equivocal new lesion that a later one revises', () => {
  it.each<[string, Status[], (string | null)[]]>([
    ['the first', ['equivocal', 'equivocal', 'unequivocal'], ['V3', null, null]],
    ['none where it went away', ['equivocal', 'absent', 'unequivocal'], [null, null, null]],
    [
      'the first since it was last certain',
      ['equivocal', 'unequivocal', 'equivocal', 'equivocal', 'unequivocal'],
      ['V2', null, 'V5', null, null],
    ],
    [
      'none again by a second certain one',
      ['equivocal', 'unequivocal', 'unequivocal'],
      ['V2', null, null],
    ],
  ])('%s', (_name, states, expected) => {
    expect(revisedBy(...states)).toEqual(expected);
  });
});
