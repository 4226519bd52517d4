import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { fresh, node, overall, type Row, stated } from './course.testdata.js';

const part = (id: string, longest: number, across: number, more: Partial<LesionInput> = {}) =>
  node(id, longest, across, { splitFrom: 'N1', ...more });
const base: Row = [[node('N1', 40, 30)]];
const cheson = (...rows: LesionInput[][]) =>
  overall('cheson-2007', [base, ...rows.map((lesions): Row => [lesions])]);

describe('a node that was gone', () => {
  // 18 mm over nothing is progression; over the 30 mm of the baseline it is a response.
  const after = (gone: LesionInput) =>
    overall('lugano-2014', [
      [[node('N1', 30, 20), node('N2', 20, 18)]],
      [[gone, node('N2', 20, 18)]],
      [[node('N1', 18, 14), node('N2', 20, 18)]],
    ]);
  it.each<[string, LesionInput]>([
    ['without a size', stated('N1', { status: 'absent' })],
    ['with 0 mm', node('N1', 0, 0)],
    ['with 0 mm and so stated', node('N1', 0, 0, { status: 'absent' })],
  ])('%s, is compared with nothing when it is back', (_name, gone) => {
    expect(after(gone).at(-1)).toBe('PD');
  });
});

describe('parts of a node', () => {
  // Over 15 mm at baseline as a whole: each is normal up to 15 mm.
  it.each<[string, LesionInput[], string]>([
    ['of normal size', [part('N1a', 15, 12), part('N1b', 12, 9)], 'CR'],
    ['one over 15 mm', [part('N1a', 15.1, 12), part('N1b', 12, 9)], 'PR'],
    ['one gone', [part('N1a', 12, 9), { ...part('N1b', 0, 0), status: 'absent' }], 'CR'],
    [
      'one gone, without a size',
      [part('N1a', 12, 9), stated('N1b', { splitFrom: 'N1', status: 'absent' })],
      'CR',
    ],
    [
      'one too small to measure',
      [part('N1a', 12, 9), stated('N1b', { splitFrom: 'N1', tooSmallToMeasure: true })],
      'CR',
    ],
    // What is normal does not make up for what was not read.
    [
      'one not evaluable',
      [part('N1a', 12, 9), stated('N1b', { splitFrom: 'N1', evaluable: false })],
      'NE',
    ],
    ['one without a state', [part('N1a', 12, 9), stated('N1b', { splitFrom: 'N1' })], 'NE'],
  ])('%s', (_name, lesions, expected) => {
    expect(cheson(lesions)).toEqual([expected]);
  });

  it('are no other lesion, nor parts of one', () => {
    // Equivocal new lesions, split or not, act as none.
    const unsure = {
      status: 'equivocal' as const,
      longestDiameterMm: 30,
      perpendicularDiameterMm: 20,
    };
    const parts = [part('N1a', 12, 9), part('N1b', 12, 9)];
    expect(cheson([...parts, fresh('NL', unsure)])).toEqual(['CR']);
    expect(
      cheson([...parts, fresh('NL', unsure), fresh('NLa', { ...unsure, splitFrom: 'NL' })])
    ).toEqual(['CR']);
  });

  it('may split again', () => {
    const again = (longest: number) => [
      part('N1b', 12, 9),
      node('N1c', longest, 9, { splitFrom: 'N1a' }),
      node('N1d', 9, 8, { splitFrom: 'N1a' }),
    ];
    const first = [part('N1a', 20, 12), part('N1b', 12, 9)];
    expect(cheson(first, again(15))).toEqual(['PR', 'CR']);
    expect(cheson(first, again(16))).toEqual(['PR', 'PR']);
  });

  it('that were not read have no size to grow from', () => {
    const unread = [part('N1a', 20, 12), stated('N1b', { splitFrom: 'N1' })];
    expect(cheson(unread, [part('N1a', 20, 12), part('N1b', 16, 9)])).toEqual(['NE', 'PR']);
  });

  it.each<[string, Partial<LesionInput>, string[]]>([
    // Gone and back, over 15 mm.
    ['0 mm', {}, ['PR', 'PD']],
    ['0 mm and absent', { status: 'absent' }, ['PR', 'PD']],
    ['0 mm and present, which is nothing to grow from', { status: 'present' }, ['NE', 'PR']],
  ])('of %s that are 16 mm then', (_name, more, expected) => {
    const before = [part('N1a', 20, 12), part('N1b', 0, 0, more)];
    expect(cheson(before, [part('N1a', 20, 12), part('N1b', 16, 9)])).toEqual(expected);
  });

  it('that are not evaluable have not grown, whatever was recorded', () => {
    const first = [part('N1a', 20, 12), part('N1b', 12, 9)];
    const now = (more: Partial<LesionInput>) => [part('N1a', 30, 12, more), part('N1b', 12, 9)];
    expect(cheson(first, now({}))).toEqual(['PR', 'PD']);
    expect(cheson(first, now({ evaluable: false }))).toEqual(['PR', 'NE']);
  });
});

describe('a confluent mass', () => {
  it('is no nadir of the node that carries it', () => {
    // N1 20 x 12 mm, 240 mm²; the mass 16 x 8 mm, 128 mm². Apart again N1 has 242 mm²: +89 % and 6 mm longer than the
    // mass, but as it was at baseline.
    const rows: Row[] = [
      [[node('N1', 20, 12), node('N2', 20, 12)]],
      [[node('N1', 16, 8), stated('N2', { mergedInto: 'N1' })]],
      [[node('N1', 22, 11), node('N2', 10, 5)]],
    ];
    expect(overall('lugano-2014', rows)).toEqual(['PR', 'SD']);
  });

  it('leaves the other nodes to be followed by themselves', () => {
    const rows = (longest: number): Row[] => [
      [[node('N1', 20, 20), node('N2', 20, 20), node('N3', 20, 12)]],
      [[node('N1', 20, 20), stated('N2', { mergedInto: 'N1' }), node('N3', longest, 12)]],
    ];
    expect(overall('cheson-2007', rows(29.9))).toEqual(['SD']);
    expect(overall('cheson-2007', rows(30))).toEqual(['PD']);
  });

  it('keeps CR away, also of normal size', () => {
    const rows: Row[] = [
      [[node('N1', 20, 12), node('N2', 20, 12)]],
      [[node('N1', 14, 9), stated('N2', { mergedInto: 'N1' })]],
    ];
    expect(overall('cheson-2007', rows)).toEqual(['PR']);
  });

  it('of a part is no nadir of that part', () => {
    // N1 splits; N2 is confluent with N1a, then apart: N1a 16 x 8 mm as a mass, 22 x 11 mm by itself.
    const rows: Row[] = [
      [[node('N1', 40, 20), node('N2', 40, 20)]],
      [[part('N1a', 16, 8), part('N1b', 9, 8), stated('N2', { mergedInto: 'N1a' })]],
      [[part('N1a', 22, 11), part('N1b', 9, 8), node('N2', 9, 8)]],
    ];
    expect(overall('lugano-2014', rows)).toEqual(['PR', 'PR']);
  });
});
