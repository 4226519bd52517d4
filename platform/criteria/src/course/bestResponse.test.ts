import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';

const target = (mm: number) => ({
  id: 'T01',
  role: 'target' as const,
  location: 'LIVER',
  longestDiameterMm: mm,
});
const timepoints = [
  { id: 'BL', date: '2026-01-05', lesions: [target(20)] },
  { id: 'V1', date: '2026-02-16', lesions: [target(20)] },
];
const best = (subject: Partial<AssessmentInput> = {}) =>
  assess({ criterion: 'recist-1.1', timepoints, ...subject }).bestOverallResponse.unconfirmed.value;

describe('the day that the best response counts from', () => {
  // Stable on 16 February: 42 days after 5 January, 41 after the 6th. Too early, SD counts as NE.
  it.each([
    ['the baseline', {}, 'SD'],
    ['randomisation', { startDate: '2026-01-06' }, 'NE'],
    ['randomisation, whatever the first dose is', { firstDoseDate: '2026-01-06' }, 'SD'],
    [
      'the first dose',
      {
        parameters: { refDate: 'firstDose' },
        startDate: '2026-01-05',
        firstDoseDate: '2026-01-06',
      },
      'NE',
    ],
  ])('%s', (_name, subject, expected) => {
    expect(best(subject)).toBe(expected);
  });

  it.each([
    ['/firstDoseDate', { parameters: { refDate: 'firstDose' } }],
    ['/firstDoseDate', { parameters: { refDate: 'firstDose' }, firstDoseDate: '2026-02-30' }],
    ['/startDate', { startDate: '2026-02-30' }],
    ['/newTherapyDate', { newTherapyDate: '2026-02-30' }],
    ['/parameters/pdCutoff', { parameters: { pdCutoff: '2026-02-30' } }],
  ])('refuses %s of %j', (path, subject) => {
    expect(() => best(subject)).toThrow(expect.objectContaining({ code: 'CL_DATE', path }));
  });
  it('says that the first dose is not given', () => {
    expect(() => best({ parameters: { refDate: 'firstDose' } })).toThrow(
      'refDate is "firstDose" but firstDoseDate is not given'
    );
  });
});

describe('the combination table alone', () => {
  const overall = (components: Record<string, unknown>) =>
    combine({ criterion: 'recist-1.1', components }).overall;
  it.each([
    ['NN', { target: 'CR', nonTarget: 'NN' }, 'PR'],
    ['new lesions NO', { target: 'CR', newLesions: 'NO' }, 'CR'],
    ['new lesions NA', { target: 'CR', newLesions: 'NA' }, 'CR'],
    ['new lesions EQUIVOCAL', { target: 'CR', newLesions: 'EQUIVOCAL' }, 'CR'],
    ['new lesions YES', { target: 'CR', newLesions: 'YES' }, 'PD'],
    ['new lesions NE forbid CR', { target: 'CR', newLesions: 'NE' }, 'PR'],
  ])('%s', (_name, components, expected) => {
    expect(overall(components)).toBe(expected);
  });
  it.each(['target', 'nonTarget', 'newLesions'])('refuses an unknown code of %s', name => {
    expect(() => overall({ [name]: 'XX' })).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path: `/components/${name}` })
    );
  });
  it('says which codes it knows', () => {
    expect(() => overall({ target: 'XX' })).toThrow('(known: CR, PR, SD, PD, NE, null)');
  });
});
