import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import { chesonTables } from './grid.js';

const of = (components: Record<string, unknown>) =>
  combine({ criterion: 'cheson-2007', components }).overall;

/** Section 7: sizes, then class avid with PET NEG, POS, NE, and class variable. */
const printed = [
  ['CR', 'CR', 'PR', 'NE', 'CR'],
  ['PR', 'CR', 'PR', 'PR', 'PR'],
  ['SD', 'CR', 'SD', 'SD', 'SD'],
  ['PD', 'SD', 'PD', 'PD', 'PD'],
  ['NE', 'NE', 'NE', 'NE', 'NE'],
  [null, 'NED', 'NED', 'NED', 'NED'],
] as const;
/** The same with the marrow positive now as at baseline. */
const involved = [
  ['CR', 'PR', 'PR', 'NE', 'PR'],
  ['PR', 'PR', 'PR', 'PR', 'PR'],
  ['SD', 'PR', 'SD', 'SD', 'SD'],
  ['PD', 'SD', 'PD', 'PD', 'PD'],
] as const;
const cells = (rows: readonly (readonly (string | null)[])[]) =>
  rows.flatMap(([target, ...values]) =>
    ['NEG', 'POS', 'NE', 'variable'].map((column, at) => ({
      target: target ?? null,
      column,
      expected: values[at] ?? '',
    }))
  );
const parts = (target: string | null, column: string) =>
  column === 'variable' ? { target, petClass: column } : { target, pet: column, petClass: 'avid' };

describe('combination table of Cheson 2007', () => {
  it.each(cells(printed))('$target, $column: $expected', ({ target, column, expected }) => {
    expect(of({ ...parts(target, column), newLesions: false })).toBe(expected);
  });
  it.each(cells(involved))(
    'marrow still involved: $target, $column: $expected',
    ({ target, column, expected }) => {
      expect(of({ ...parts(target, column), marrow: 'INVOLVED' })).toBe(expected);
      expect(of({ ...parts(target, column), marrow: 'NEW' })).toBe('PD');
    }
  );
  it.each(cells(printed))('with a new lesion: $target, $column', ({ target, column }) => {
    const negative = column === 'NEG' && target !== null;
    expect(of({ ...parts(target, column), newLesions: true })).toBe(negative ? 'SD' : 'PD');
  });
  it('is PD with a negative PET where the lesion is too small for one', () => {
    expect(of({ ...parts('PD', 'NEG'), tooSmallForPet: true })).toBe('PD');
    expect(of({ ...parts('SD', 'NEG'), tooSmallForPet: true })).toBe('CR');
  });
  it('takes a PET that was not done for one that is not evaluable', () => {
    expect(of({ target: 'CR', petClass: 'avid', pet: null })).toBe('NE');
  });
  it('refuses a code that is not in the table', () => {
    expect(() => of({ target: 'CR', pet: 'CMR' })).toThrow(/"CMR" is not known/);
  });
  it.each([
    ['target', 'NED'],
    ['nonTarget', 'PR'],
    ['pet', 'CMR'],
    ['petClass', 'cold'],
    ['marrow', 'positive'],
    ['newLesions', 'MAYBE'],
  ])('refuses %s %s by its path and code', (name, value) => {
    let error: unknown;
    try {
      of({ target: 'CR', [name]: value });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({
      code: 'CL_RESPONSE_UNKNOWN',
      path: `/components/${name}`,
    });
    expect(String(error)).toMatch(/known: [A-Za-z-]+, /);
  });
  it('takes NA for none, NN for its long form, and new lesions in words', () => {
    expect(of({ target: 'NA', nonTarget: 'CR' })).toBe('CR');
    expect(of({ target: 'CR', nonTarget: 'NN' })).toBe('PR');
    expect(of({ target: 'CR', newLesions: 'NO' })).toBe('CR');
    expect(of({ target: 'CR', newLesions: 'EQUIVOCAL' })).toBe('CR');
    expect(of({ target: 'SD', newLesions: 'YES' })).toBe('PD');
  });
  it('is CT alone without a class, and a clear marrow without one', () => {
    expect(of({ target: 'SD', pet: 'NEG' })).toBe('SD');
    expect(of({ target: 'CR', petClass: 'avid', pet: 'NEG', marrow: null })).toBe('CR');
  });
  it('forbids CR where new lesions were not judged, to what there can be', () => {
    expect(of({ target: 'CR', newLesions: 'NE' })).toBe('PR');
    expect(of({ target: 'SD', newLesions: 'NE' })).toBe('SD');
    expect(of({ target: null, nonTarget: 'CR', newLesions: 'NE' })).toBe('SD');
  });
  it('has no PR without measured disease: SD, or NE where only the marrow could tell', () => {
    const rest = { target: null, nonTarget: 'CR', petClass: 'avid' };
    expect(of({ ...rest, pet: 'NEG' })).toBe('CR');
    expect(of({ ...rest, pet: 'POS' })).toBe('SD');
    expect(of({ ...rest, pet: 'NEG', marrow: 'INVOLVED' })).toBe('SD');
    expect(of({ ...rest, pet: 'NEG', marrow: 'UNPROVEN' })).toBe('NE');
    expect(of({ ...rest, pet: 'POS', marrow: 'UNPROVEN' })).toBe('SD');
    expect(of({ target: 'CR', petClass: 'avid', pet: 'NEG', marrow: 'UNPROVEN' })).toBe('PR');
  });
  it('is progression at once with no disease at baseline, whatever the PET', () => {
    expect(of({ newLesions: true, petClass: 'avid', pet: 'NEG' })).toBe('PD');
    expect(of({ nonTarget: 'CR', newLesions: true, petClass: 'avid', pet: 'NEG' })).toBe('SD');
  });
  it('lists tables whose cells all have an answer', () => {
    for (const { axes, fixed } of chesonTables) {
      const [rows, columns] = axes;
      for (const row of rows?.values ?? [])
        for (const column of columns?.values ?? [])
          expect(
            of({ ...fixed, [rows?.component ?? '']: row, [columns?.component ?? '']: column })
          ).toMatch(/^(CR|PR|SD|PD|NED|NE)$/);
    }
  });
});
