import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import { luganoTables } from './grid.js';

const criterion = 'lugano-2014';
const read = (printed: string) => {
  const rows = printed
    .trim()
    .split('\n')
    .map(line => line.split(/\s+/));
  const code = (text: string | undefined) =>
    text === '-' ? null : text === 'NN' ? 'NON-CR/NON-PD' : (text ?? null);
  return rows.slice(1).flatMap(([row, ...values]) =>
    values.map((expected, at) => ({
      row: code(row),
      column: code(rows[0]?.[at + 1]),
      expected: code(expected),
    }))
  );
};

/** Section 6, PET by CT; "-" is not done. No earlier PET. */
const petCt = read(`
.    CR  PR  SD  PD  NED NE  -
CMR  CR  CR  CR  CR  CR  CR  CR
PMR  PR  PR  PR  PR  PR  PR  PR
NMR  SD  SD  SD  SD  SD  SD  SD
PMD  PD  PD  PD  PD  PD  PD  PD
NE   CR  PR  SD  PD  NED NE  NE
NED  NED NED NED PD  NED NE  NE
-    CR  PR  SD  PD  NED NE  NE`);

/** PET not evaluable now, the last PET in the rows. */
const carried = read(`
.    CR  PR  SD  PD  NED NE  -
CMR  CR  CR  CR  PD  CR  NE  NE
PMR  PR  PR  PR  PD  PR  NE  NE
NMR  SD  SD  SD  PD  SD  NE  NE
PMD  PD  PD  PD  PD  PD  NE  NE`);

/** CT alone: measured by not measured, "-" none at baseline. */
const ctAlone = read(`
.    CR  NN  PD  NE  -
CR   CR  PR  PD  PR  CR
PR   PR  PR  PD  PR  PR
SD   SD  SD  PD  SD  SD
PD   PD  PD  PD  PD  PD
NE   NE  NE  PD  NE  NE
-    CR  SD  PD  NE  NED`);

const of = (components: Record<string, unknown>) => combine({ criterion, components }).overall;

describe('combination tables of Lugano 2014', () => {
  it.each(petCt)('PET $row with CT $column: $expected', ({ row, column, expected }) => {
    expect(of({ pet: row, ct: column, newLesions: false })).toBe(expected);
  });
  it.each(carried)('PET NE after $row with CT $column: $expected', ({ row, column, expected }) => {
    expect(of({ pet: 'NE', priorPet: row, ct: column })).toBe(expected);
  });
  it.each(ctAlone)('CT alone, $row and $column: $expected', ({ row, column, expected }) => {
    expect(of({ target: row, nonTarget: column, newLesions: false })).toBe(expected);
    expect(of({ target: row, nonTarget: column, newLesions: true })).toBe('PD');
  });
  it('takes SMD for NMR and NN for its long form', () => {
    expect(of({ pet: 'SMD', ct: 'PR' })).toBe('SD');
    expect(of({ target: 'CR', nonTarget: 'NN' })).toBe('PR');
  });
  it('forbids CR where new lesions were not judged', () => {
    expect(of({ target: 'CR', nonTarget: 'CR', newLesions: 'NE' })).toBe('PR');
    expect(of({ target: null, nonTarget: 'CR', newLesions: 'NE' })).toBe('SD');
  });
  it('is progression with no disease at baseline and a new lesion', () => {
    expect(of({ pet: 'NED', ct: 'NED', newLesions: true })).toBe('PD');
  });
  it('refuses a code that is not in the table', () => {
    expect(() => of({ pet: 'CR', ct: 'CR' })).toThrow(/"CR" is not a response/);
    expect(() => of({ ct: 'IR1' })).toThrow(/"IR1" is not a response/);
  });
  it.each([
    ['pet', 'MR'],
    ['priorPet', 'NE'],
    ['target', 'NED'],
    ['nonTarget', 'PR'],
    ['newLesions', 'MAYBE'],
    ['ct', 'NN'],
  ])('refuses %s %s by its path and code', (name, value) => {
    let error: unknown;
    try {
      of({ [name]: value });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({
      code: 'CL_RESPONSE_UNKNOWN',
      path: `/components/${name}`,
    });
    expect(String(error)).toMatch(/known: [A-Z-]+, /);
  });
  it('takes NA for what was not done, and new lesions in words', () => {
    expect(of({ pet: 'NA', ct: 'PR' })).toBe('PR');
    expect(of({ target: 'CR', nonTarget: 'CR', newLesions: 'NO' })).toBe('CR');
    expect(of({ target: 'CR', nonTarget: 'CR', newLesions: 'EQUIVOCAL' })).toBe('CR');
    expect(of({ target: 'CR', nonTarget: 'CR', newLesions: 'YES' })).toBe('PD');
  });
  it('takes the CT that is given before its parts, and either part alone', () => {
    expect(of({ ct: 'SD', target: 'CR', nonTarget: 'CR' })).toBe('SD');
    expect(of({ target: 'PR' })).toBe('PR');
    expect(of({ nonTarget: 'CR' })).toBe('CR');
    expect(of({})).toBe('NE');
    expect(of({ ct: 'SD', newLesions: 'NE' })).toBe('SD');
    expect(of({ ct: 'CR', newLesions: 'NE' })).toBe('PR');
  });
  it('lists tables whose cells all have an answer', () => {
    for (const { axes, fixed } of luganoTables) {
      const [rows, columns] = axes;
      for (const row of rows?.values ?? [])
        for (const column of columns?.values ?? [])
          expect(
            of({ ...fixed, [rows?.component ?? '']: row, [columns?.component ?? '']: column })
          ).toMatch(/^(CR|PR|SD|PD|NED|NE)$/);
    }
  });
});
