import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';

const NN = 'NON-CMR/NON-PMD';
const columns = ['CMR', NN, 'PMD', 'NE', null];
// Section 12: other lesions that persist make CMR a PMR, worse ones are PMD, T NE is NE. As in RECIST 1.1, other
// lesions that were not read keep CMR away.
const table: readonly (readonly [string | null, readonly string[]])[] = [
  ['CMR', ['CMR', 'PMR', 'PMD', 'PMR', 'CMR']],
  ['PMR', ['PMR', 'PMR', 'PMD', 'PMR', 'PMR']],
  ['SMD', ['SMD', 'SMD', 'PMD', 'SMD', 'SMD']],
  ['PMD', ['PMD', 'PMD', 'PMD', 'PMD', 'PMD']],
  ['NE', ['NE', 'NE', 'NE', 'NE', 'NE']],
  [null, ['CMR', NN, 'PMD', 'NE', 'NED']],
];
const overall = (components: Record<string, unknown>) =>
  combine({ criterion: 'percist-1.0', components }).overall;

describe('every cell of the table', () => {
  const cells = table.flatMap(([target, row]) =>
    row.map((value, at) => ({ target, nonTarget: columns[at] ?? null, value }))
  );
  it.each(cells)('$target and $nonTarget is $value', ({ target, nonTarget, value }) => {
    expect(overall({ target, nonTarget, newLesions: false })).toBe(value);
    expect(overall({ target, nonTarget, newLesions: 'EQUIVOCAL' })).toBe(value);
    expect(overall({ target, nonTarget, newLesions: true })).toBe('PMD');
    const less = target === null ? NN : 'PMR';
    expect(overall({ target, nonTarget, newLesions: 'NE' })).toBe(value === 'CMR' ? less : value);
  });
});

describe('codes', () => {
  it("takes RECIST's codes of other lesions and Lugano's NMR", () => {
    expect(overall({ target: 'CMR', nonTarget: 'CR' })).toBe('CMR');
    expect(overall({ target: 'CMR', nonTarget: 'NON-CR/NON-PD' })).toBe('PMR');
    expect(overall({ target: 'PMR', nonTarget: 'PD' })).toBe('PMD');
    expect(overall({ target: null, nonTarget: 'NN' })).toBe(NN);
    expect(overall({ target: 'NMR' })).toBe('SMD');
  });

  it.each([
    [{ target: 'CR' }, '/components/target'],
    [{ target: 'CMR', nonTarget: 'PMR' }, '/components/nonTarget'],
    [{ target: 'CMR', nonTarget: 'toString' }, '/components/nonTarget'],
    [{ target: 'CMR', newLesions: 'MAYBE' }, '/components/newLesions'],
  ])('refuses %j', (components, path) => {
    expect(() => overall(components)).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path })
    );
  });
});
