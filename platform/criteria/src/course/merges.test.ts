import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const target = (id: string, mm: number | null, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const into = (id: string, host: string) => target(id, null, { mergedInto: host });
const base = [target('T01', 20), target('T02', 15)];
const merged = [target('T01', 30), into('T02', 'T01')];

/** Overall response, sum and findings of the last of these visits; null: not evaluable. */
function last(...visits: (LesionInput[] | null)[]) {
  const { timepoints } = assess({
    criterion: 'recist-1.1',
    timepoints: [base, ...visits].map((lesions, index) => ({
      id: `V${index}`,
      date: `2026-0${index + 1}-05`,
      lesions: lesions ?? [],
      evaluable: lesions !== null,
    })),
  });
  const visit = timepoints.at(-1);
  return [
    visit?.overall,
    visit?.burden?.value,
    visit?.findings.map(({ rule, lesion }) => `${rule} ${lesion}`),
  ];
}

describe('a merged target', () => {
  it.each([
    ['is gone with the joint mass', [[target('T01', 0), into('T02', 'T01')]], ['CR', 0, []]],
    ['need not be listed again', [merged, [target('T01', 28)]], ['SD', 28, []]],
    ['is gone with the mass without being listed', [merged, [target('T01', 0)]], ['CR', 0, []]],
    [
      'stays merged over a visit without images',
      [merged, null, [target('T01', 28)]],
      ['SD', 28, []],
    ],
    [
      'stays merged when it is listed without a word',
      [merged, [target('T01', 28), target('T02', null)]],
      ['SD', 28, ['measurement.missing T02']],
    ],
    [
      'is measured by itself again',
      [merged, [target('T01', 20), target('T02', 16)], [target('T01', 20)]],
      ['NE', null, ['lesion.notAssessed T02']],
    ],
    [
      'has no value without the other',
      [merged, []],
      ['NE', null, ['lesion.notAssessed T01', 'lesion.notAssessed T02']],
    ],
    [
      'has no value where two are merged into each other',
      [[into('T01', 'T02'), into('T02', 'T01')]],
      ['NE', null, ['lesion.mergedIntoUnknown T01', 'lesion.mergedIntoUnknown T02']],
    ],
  ] as const)('%s', (_name, visits, expected) => {
    expect(last(...visits.map(lesions => lesions && [...lesions]))).toEqual(expected);
  });
});
