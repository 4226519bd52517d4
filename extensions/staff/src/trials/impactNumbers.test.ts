import { describe, expect, it } from '@jest/globals';
import { effectSentences, impactOf, impactRows } from './impactNumbers.js';
import type { Impact } from './versions.js';

const none = { newSubjects: 0, newTimepoints: 0, allWithRereading: 0 };
const impact: Impact = {
  ...{ version: 4, against: 3, scope: 'allWithRereading', criteria: [] },
  signed: { reads: 5, changed: 0, asked: { ...none, allWithRereading: 5 } },
  open: [
    { state: 'draft', reads: 2, follow: none, asked: { ...none, allWithRereading: 2 } },
    {
      ...{ state: 'waiting', reads: 7, asked: none },
      follow: { newSubjects: 3, newTimepoints: 7, allWithRereading: 7 },
    },
  ],
  subjects: { begun: 4, notBegun: 1 },
};

describe('the numbers of an impact', () => {
  it('give every read one fate by each scope', () => {
    for (const row of impactRows(impact)) {
      for (const scope of ['newSubjects', 'newTimepoints', 'allWithRereading'] as const) {
        const { follow, stay, asked } = row[scope];
        expect(follow + stay + asked).toBe(row.reads);
      }
    }
    expect(impactOf(impact, 'newSubjects')).toEqual({ follow: 3, stay: 11, asked: 0 });
    expect(impactOf(impact, 'allWithRereading')).toEqual({ follow: 7, stay: 0, asked: 7 });
  });

  it('are said in sentences', () => {
    expect(effectSentences(impact)).toEqual([
      'Version 4 comes into force in place of version 3.',
      '7 reads that have not begun are made under version 4.',
      '7 reads stay under the version they have.',
      'Of these, 7 reads are listed to be read again.',
      'No signed read changes.',
    ]);
  });

  it('say what becomes of criteria', () => {
    const criteria: Impact['criteria'] = [
      { criterion: 'irecist', change: 'added' },
      { criterion: 'irecist', change: 'primary' },
    ];
    expect(effectSentences({ ...impact, criteria }).slice(-2)).toEqual([
      'irecist is added: reads made under this version have its result; what is signed has it only if it is read again.',
      'Reads are compared and adjudicated by irecist.',
    ]);
  });

  it('do not matter before a version is in force', () => {
    expect(effectSentences({ ...impact, version: 1, against: null })).toEqual([
      'The trial begins with version 1: no version is in force yet.',
    ]);
  });
});
