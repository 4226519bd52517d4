import { describe, expect, it } from '@jest/globals';
import { assess, criteria } from '../assess.js';
import type { LesionInput } from '../schemas.js';

/** Nodes of every role, one merged into another, with this in the place of a length. */
function responses(criterion: string, length: Partial<LesionInput>) {
  const node = (id: string, role: LesionInput['role'], mergedInto?: string): LesionInput => ({
    id,
    role,
    location: 'LYMPH NODE',
    longestDiameterMm: 22,
    perpendicularDiameterMm: 16,
    shortAxisMm: 16,
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...length,
  });
  const rows = [node('T01', 'target'), node('NT01', 'non-target')];
  const visits = [
    [...rows, node('NT02', 'non-target')],
    [...rows, node('NT02', 'non-target', 'NT01'), node('NL01', 'new')],
    [...rows, node('NT02', 'non-target', 'NL01'), node('NL01', 'new')],
  ];
  return assess({
    criterion,
    timepoints: visits.map((lesions, index) => ({ id: `V${index}`, lesions })),
  }).timepoints.map(({ overall }) => overall);
}

describe('a length of any number of decimals is taken, whether the criterion sums it or not', () => {
  const lengths = ['longestDiameterMm', 'shortAxisMm', 'perpendicularDiameterMm'] as const;
  const cases = Object.keys(criteria).flatMap(id => lengths.map(name => [id, name] as const));
  it.each(cases)('%s: %s', (id, name) => {
    expect(responses(id, { [name]: 16.125 })).toEqual(responses(id, { [name]: 16.1 }));
  });
});
