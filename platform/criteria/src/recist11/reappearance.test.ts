import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const target = (id: string, more: Partial<LesionInput>): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  ...more,
});
const gone = (id: string) => target(id, { status: 'absent' });
const tstm = (id: string) => target(id, { tooSmallToMeasure: true });
const ne = (id: string) => target(id, { evaluable: false, reason: 'NOT_IMAGED' });
const t = (id: string, mm: number) => target(id, { longestDiameterMm: mm });
const run = (visits: LesionInput[][]) =>
  assess({
    criterion: 'recist-1.1',
    timepoints: visits.map((lesions, index) => ({
      id: `V${index}`,
      date: `2026-0${index + 1}-05`,
      lesions,
    })),
  }).timepoints.slice(1);

describe('after a complete response', () => {
  it.each([
    ['target back', tstm('T01'), ne('T02'), 'absent', 'PD', 'PD'],
    ['target NE, non-target absent', gone('T01'), ne('T02'), 'absent', 'NE', 'NE'],
    ['non-target back', gone('T01'), gone('T02'), 'present', 'CR', 'PD'],
    ['still gone', gone('T01'), gone('T02'), 'absent', 'CR', 'CR'],
  ] as const)('%s', (_name, first, second, status, target, overall) => {
    const nt = (state: 'present' | 'absent'): LesionInput => ({
      id: 'NT01',
      role: 'non-target',
      location: 'LUNG',
      status: state,
    });
    const cr = [gone('T01'), gone('T02'), nt('absent')];
    const rated = run([
      [t('T01', 20), t('T02', 20), nt('present')],
      cr,
      [],
      [first, second, nt(status)],
    ]);
    expect(rated.map(visit => visit.overall)).toEqual(['CR', 'NE', overall]);
    expect(rated[2]?.target).toBe(target);
  });
});
