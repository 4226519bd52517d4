import { describe, expect, it } from '@jest/globals';
import { lengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import type { NewLesionState } from './categories.js';
import {
  decidedBy,
  newLesionCrossing,
  nonTargetNodeMargin,
  shortAxisOf,
  type SizedNewLesion,
} from './nodeMargins.js';

const scale = lengthScale([]);
/** Distance, category beyond it and lesion of a margin; null without one. */
const said = ({ margin, threshold }: ReturnType<typeof decidedBy>) => {
  if (typeof margin !== 'object' || margin === null) return null;
  const { value, category, lesion } = margin;
  return [value, category, lesion, threshold];
};
const fresh = (
  id: string,
  mm: number,
  state: NewLesionState,
  above: NewLesionState = 'YES'
): SizedNewLesion => {
  const reached = mm >= 10;
  const limit = scale.of(10);
  const otherwise = reached ? 'NO' : above;
  return { id, size: scale.of(mm), limit, state, reached, otherwise };
};
const from = (id: string) => `${id} is a new lesion from a short axis of 10 mm`;

describe('the margin of new nodes at 10 mm', () => {
  it.each<[string, NewLesionState, [string, NewLesionState][], SizedNewLesion[], unknown]>([
    [
      'a normal one becomes new',
      'NO',
      [['N01', 'NO']],
      [fresh('N01', 9, 'NO')],
      [-1, 'YES', 'N01', from('N01')],
    ],
    [
      'of two normal ones the larger',
      'NO',
      [
        ['N01', 'NO'],
        ['N02', 'NO'],
      ],
      [fresh('N01', 6, 'NO'), fresh('N02', 9.5, 'NO')],
      [-0.5, 'YES', 'N02', from('N02')],
    ],
    [
      'a normal one that would be as good as it is',
      'NO',
      [['N01', 'NO']],
      [fresh('N01', 9, 'NO', 'NO')],
      null,
    ],
    [
      'a normal one that would be better than what decides',
      'EQUIVOCAL',
      [
        ['L01', 'EQUIVOCAL'],
        ['N01', 'NO'],
      ],
      [fresh('N01', 9, 'NO', 'EQUIVOCAL')],
      null,
    ],
    // At its limit and no new lesion: something else than its size decides.
    ['one at its limit that is none', 'NO', [['N01', 'NO']], [fresh('N01', 10, 'NO')], null],
    [
      'the only one falls',
      'YES',
      [['N01', 'YES']],
      [fresh('N01', 10, 'YES')],
      [0, 'NO', 'N01', from('N01')],
    ],
    [
      'the last one to fall',
      'YES',
      [
        ['N01', 'YES'],
        ['N02', 'YES'],
      ],
      [fresh('N01', 11, 'YES'), fresh('N02', 14, 'YES')],
      [4, 'NO', 'N02', from('N02')],
    ],
    [
      'it falls to the worst of the rest',
      'YES',
      [
        ['N01', 'YES'],
        ['L01', 'NE'],
        ['L02', 'EQUIVOCAL'],
      ],
      [fresh('N01', 11, 'YES')],
      [1, 'EQUIVOCAL', 'N01', from('N01')],
    ],
    [
      'with another new lesion it does not matter',
      'YES',
      [
        ['N01', 'YES'],
        ['L01', 'YES'],
      ],
      [fresh('N01', 11, 'YES')],
      null,
    ],
    [
      'nor where a normal one is among them',
      'YES',
      [
        ['N01', 'YES'],
        ['L01', 'YES'],
        ['N02', 'NO'],
      ],
      [fresh('N01', 11, 'YES'), fresh('N02', 12, 'NO', 'NO')],
      null,
    ],
    [
      'one below the limit does not fall',
      'EQUIVOCAL',
      [
        ['N01', 'EQUIVOCAL'],
        ['N02', 'EQUIVOCAL'],
      ],
      [fresh('N01', 11, 'EQUIVOCAL', 'EQUIVOCAL'), fresh('N02', 9, 'EQUIVOCAL', 'EQUIVOCAL')],
      null,
    ],
    [
      'the nearer of one that rises and one that falls',
      'EQUIVOCAL',
      [
        ['N01', 'EQUIVOCAL'],
        ['N02', 'NO'],
      ],
      [fresh('N01', 13, 'EQUIVOCAL', 'EQUIVOCAL'), fresh('N02', 8, 'NO')],
      [-2, 'YES', 'N02', from('N02')],
    ],
    ['no lesion', 'NO', [], [], null],
    [
      'a lesion that is doubtful when it is small',
      'YES',
      [['L01', 'YES']],
      [{ ...fresh('L01', 11, 'YES'), otherwise: 'EQUIVOCAL' }],
      [1, 'EQUIVOCAL', 'L01', from('L01')],
    ],
    [
      'none of a lesion that is as new when it is small',
      'YES',
      [['L01', 'YES']],
      [{ ...fresh('L01', 11, 'YES'), otherwise: 'YES' }],
      null,
    ],
    [
      'nor where it would leave something worse than none',
      'YES',
      [
        ['L01', 'YES'],
        ['L02', 'NE'],
      ],
      [{ ...fresh('L01', 11, 'YES'), otherwise: 'YES' }],
      null,
    ],
    [
      'one at a limit that only more than it exceeds',
      'NO',
      [['L01', 'NO']],
      [{ ...fresh('L01', 10, 'NO'), reached: false, otherwise: 'YES' }],
      [0, 'YES', 'L01', from('L01')],
    ],
  ])('%s', (_name, state, perLesion, nodes, expected) => {
    const crossing = newLesionCrossing(state, new Map(perLesion), nodes, scale);
    const condition = 'is a new lesion from a short axis';
    expect(said(decidedBy(crossing, condition, scale))).toEqual(expected);
  });
});

describe('the margin of non-target nodes at 10 mm', () => {
  const node = (id: string, mm: number) => ({ id, size: scale.of(mm), limit: scale.of(10) });
  const text = (id: string) => `${id} is not normal from a short axis of 10 mm`;
  const NN = 'NON-CR/NON-PD';
  it.each([
    [
      'the largest normal one',
      'CR',
      0,
      [node('N01', 5), node('N02', 8)],
      [-2, NN, 'N02', text('N02')],
    ],
    ['none with one at its limit', 'CR', 0, [node('N01', 10)], null],
    [
      'the one that is last to fall',
      NN,
      2,
      [node('N01', 10), node('N02', 12), node('N03', 9)],
      [2, 'CR', 'N02', text('N02')],
    ],
    ['none with another lesion there', NN, 2, [node('N01', 12)], null],
    ['none without nodes', NN, 0, [], null],
    ['none where something else decides', 'PD', 1, [node('N01', 12)], null],
  ] as const)('is %s', (_name, category, present, nodes, expected) => {
    expect(said(nonTargetNodeMargin(category, present, nodes, scale))).toEqual(expected);
  });
});

describe('the short axis that decides by itself', () => {
  it.each<[string, Partial<LesionInput>, number | null]>([
    ['measured', { shortAxisMm: 12 }, 12],
    ['seen, evaluable and measured', { shortAxisMm: 12, status: 'present', evaluable: true }, 12],
    ['absent', { shortAxisMm: 12, status: 'absent' }, null],
    ['progressed', { shortAxisMm: 12, status: 'progressed' }, null],
    ['merged', { shortAxisMm: 12, mergedInto: 'T01' }, null],
    ['not evaluable', { shortAxisMm: 12, evaluable: false }, null],
    ['0', { shortAxisMm: 0 }, null],
    ['not measured', {}, null],
    ['not measured, null', { shortAxisMm: null }, null],
  ])('of a node that is %s', (_name, more, expected) => {
    const lesion: LesionInput = { id: 'N01', role: 'new', ...more };
    expect(shortAxisOf(lesion, true)).toBe(expected);
    expect(shortAxisOf(lesion, false)).toBeNull();
  });
});
