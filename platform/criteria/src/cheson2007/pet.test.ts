import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, node, nodule, other, type Row, timepoints } from '../lymphoma/course.testdata.js';
import type { LesionInput } from '../schemas.js';

const NEG = { pet: 'NEG' };
const lung = (id: string, longest: number, across: number): LesionInput => ({
  ...node(id, longest, across),
  location: 'LUNG',
  node: false,
});
/** The last of these visits, of FDG-avid disease. */
const last = (rows: readonly Row[], parameters: Record<string, unknown> = {}) =>
  assess({
    criterion: 'cheson-2007',
    parameters,
    petClass: 'avid',
    timepoints: timepoints(rows),
  } as Parameters<typeof assess>[0]).timepoints.at(-1);

describe('progression with a negative PET, FDG-avid', () => {
  // Two nodules of 11 x 8 mm, SPD 176 mm²: progression over 264 mm².
  const small = [nodule('S1', 14.9, 10), nodule('S2', 14.9, 10)];
  const before = [nodule('S1', 11, 8), nodule('S2', 11, 8)];
  it.each([
    ['every nodule under 15 mm', [before], small, 'PD'],
    ['one nodule of 15 mm', [before], [nodule('S1', 15, 10), nodule('S2', 14.9, 10)], 'SD'],
    // What is too small to be seen by PET is progression, whatever is larger and PET-negative.
    [
      'nodules under 15 mm, and a node of 31 mm, +55 %',
      [[...before, node('N1', 20, 15)]],
      [...small, node('N1', 31, 15)],
      'PD',
    ],
    [
      'nodules under 15 mm, and a new lesion of 20 mm',
      [before],
      [...small, fresh('NL', { longestDiameterMm: 20 })],
      'PD',
    ],
    [
      'nodules under 15 mm as they were, and a new lesion of 20 mm',
      [before],
      [...before, fresh('NL', { longestDiameterMm: 20 })],
      'SD',
    ],
    [
      'two lung lesions under 15 mm, the sum +50 %',
      [[lung('M1', 11, 9), lung('M2', 11, 9)]],
      [lung('M1', 14, 11), lung('M2', 14, 11)],
      'PD',
    ],
  ])('%s', (_name, [base], now, expected) => {
    expect(last([[base ?? []], [now, NEG]])?.overall).toBe(expected);
  });

  it('is SD with a new lesion where the only known disease is not measured', () => {
    const rows: Row[] = [
      [[other('X', 'present')]],
      [[other('X', 'present'), fresh('NL', { longestDiameterMm: 20 })], NEG],
    ];
    expect(last(rows)?.overall).toBe('SD');
  });

  it('avidPdNeedsPet is about progression alone', () => {
    const rows: Row[] = [[[node('N1', 60, 40)]], [[node('N1', 30, 20)], NEG]];
    expect(last(rows, { avidPdNeedsPet: false })?.overall).toBe('CR');
  });

  it('is dated as the SD that it is, by the last scan', () => {
    const rows: Row[] = [
      [[node('N1', 20, 15), other('X', 'present')]],
      [
        [node('N1', 31, 20, { date: '2026-03-01' }), other('X', 'present', { date: '2026-03-05' })],
        NEG,
      ],
    ];
    expect(last(rows)).toMatchObject({ overall: 'SD', date: '2026-03-05' });
  });
});
