import { describe, expect, it } from '@jest/globals';
import { node, type Row, visits } from '../lymphoma/course.testdata.js';

const after = (pet: Record<string, unknown>) => {
  const base: Row = [[node('N1', 30, 20)]];
  const visit = visits('lugano-2014', [base, [[node('N1', 30, 20)], pet]])[0];
  return {
    pet: visit?.components?.['pet'],
    found: visit?.findings.map(({ rule }) => rule).filter(rule => rule.startsWith('pet.')),
  };
};

describe('what a PET says without a score', () => {
  it.each([
    ['a new focus alone', { petNewFocus: true }, 'PMD', []],
    ['new avid marrow alone', { petMarrow: 'new' }, 'PMD', []],
    ['no new focus, and nothing else', { petNewFocus: false }, null, []],
    ['higher uptake alone', { uptakeChange: 'INCREASED' }, 'NE', ['pet.scoreMissing']],
    ['lower uptake alone', { uptakeChange: 'REDUCED' }, 'NE', ['pet.scoreMissing']],
    ['marrow without uptake alone', { petMarrow: 'none' }, 'NE', ['pet.scoreMissing']],
  ])('%s', (_name, pet, expected, found) => {
    expect(after(pet)).toEqual({ pet: expected, found });
  });
});

describe('a score that fits the rest', () => {
  it.each([
    ['a new focus at 4', { deauville: 4, petNewFocus: true }, 'PMD', []],
    ['higher uptake at 4', { deauville: 4, uptakeChange: 'INCREASED' }, 'PMD', []],
    ['lower uptake at 3', { deauville: 3, uptakeChange: 'REDUCED' }, 'CMR', []],
    [
      'higher uptake at 3',
      { deauville: 3, uptakeChange: 'INCREASED' },
      'CMR',
      ['pet.increaseAtLowScore'],
    ],
  ])('%s', (_name, pet, expected, found) => {
    expect(after(pet)).toEqual({ pet: expected, found });
  });
});

describe('a PET that is not used', () => {
  it.each(['notDone', 'notEvaluable'])('%s, but scored', pet => {
    const expected = pet === 'notDone' ? null : 'NE';
    expect(after({ pet, petNewFocus: true })).toEqual({
      pet: expected,
      found: ['pet.contradiction'],
    });
    expect(after({ pet })).toEqual({ pet: expected, found: [] });
  });
});

describe('the threshold of the score', () => {
  const threshold = (pet: Record<string, unknown>) => {
    const base: Row = [[node('N1', 30, 20)]];
    const [visit] = visits('lugano-2014', [base, [[node('N1', 30, 20)], pet]], {
      deauvilleNegativeMax: 2,
    });
    const trace = visit?.trace.find(({ rule }) => rule.startsWith('pet.'));
    return [trace?.rule, trace?.threshold ?? null];
  };
  const text = 'score up to 2: complete metabolic response';
  it.each([
    ['pet.cmr', { deauville: 2 }, text],
    ['pet.pmr', { deauville: 3, uptakeChange: 'REDUCED' }, text],
    ['pet.nmr', { deauville: 3, uptakeChange: 'UNCHANGED' }, text],
    ['pet.pmd', { deauville: 3, uptakeChange: 'INCREASED' }, text],
    ['pet.pmd.newFocus', { deauville: 5, petNewFocus: true }, null],
    ['pet.pmd.marrow', { deauville: 2, petMarrow: 'new' }, null],
    ['pet.pmr.marrow', { deauville: 2, petMarrow: 'reduced' }, null],
    ['pet.nmr.marrow', { deauville: 2, petMarrow: 'unchanged' }, null],
    ['pet.ne', { deauville: 3 }, null],
    ['pet.notDone', { deauville: 3, pet: 'notDone' }, null],
  ])('%s', (rule, pet, expected) => {
    expect(threshold(pet)).toEqual([rule, expected]);
  });
});
