import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { node, other, type Row, stated, timepoints } from '../lymphoma/course.testdata.js';
import type { LesionInput } from '../schemas.js';

const NEG = { pet: 'NEG' };
/** The last of these visits, of FDG-avid disease. */
const last = (rows: readonly Row[], parameters: Record<string, unknown> = {}) =>
  assess({
    criterion: 'cheson-2007',
    parameters,
    petClass: 'avid',
    timepoints: timepoints(rows),
  } as Parameters<typeof assess>[0]).timepoints.at(-1);

describe('disease that is not measured, FDG-avid or involving the marrow', () => {
  const gone: LesionInput[] = [other('X', 'absent')];
  const base: Row = [[other('X', 'present')]];
  it.each([
    // No partial response without measured disease.
    ['gone, PET negative', base, [gone, NEG], 'CR'],
    ['gone, PET positive', base, [gone, { pet: 'POS' }], 'SD'],
    [
      'gone, marrow involved still',
      [base[0], { marrow: 'positive' }],
      [gone, { ...NEG, marrow: 'positive' }],
      'SD',
    ],
    // Whether it is a complete response only the marrow could tell.
    ['gone, marrow not repeated', [base[0], { marrow: 'positive' }], [gone, NEG], 'NE'],
    [
      'gone, marrow indeterminate',
      [base[0], { marrow: 'positive' }],
      [gone, { ...NEG, marrow: 'indeterminate' }],
      'NE',
    ],
    [
      'the marrow alone, cleared',
      [[], { marrow: 'positive' }],
      [[], { ...NEG, marrow: 'negative' }],
      'CR',
    ],
    [
      'the marrow alone, involved still',
      [[], { marrow: 'positive' }],
      [[], { ...NEG, marrow: 'positive' }],
      'SD',
    ],
    [
      'the spleen alone, normal, marrow involved still',
      [[], { marrow: 'positive', spleen: 'enlarged' }],
      [[], { ...NEG, marrow: 'positive', spleen: 'normal' }],
      'SD',
    ],
  ] satisfies [string, Row, Row, string][])('%s', (_name, first, now, expected) => {
    expect(last([first, now])?.overall).toBe(expected);
  });

  it('with measured disease the marrow leaves a partial response', () => {
    const rows: Row[] = [
      [[node('N1', 30, 20)], { marrow: 'positive' }],
      [[stated('N1', { status: 'absent' })], NEG],
    ];
    expect(last(rows)?.overall).toBe('PR');
  });

  it('a marrow that is involved and was not examined before is no clear one', () => {
    const rows: Row[] = [
      [[node('N1', 30, 20)]],
      [[node('N1', 14, 10)], { ...NEG, marrow: 'positive' }],
    ];
    expect(last(rows)).toMatchObject({ overall: 'PR', components: { marrow: 'UNPROVEN' } });
  });
});
