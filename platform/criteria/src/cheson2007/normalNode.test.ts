import { describe, expect, it } from '@jest/globals';
import { fresh, node, other, type Row, stated, visits } from '../lymphoma/course.testdata.js';
import type { LesionInput } from '../schemas.js';

const last = (rows: readonly Row[], parameters: Record<string, unknown> = {}) =>
  visits('cheson-2007', rows, parameters).at(-1);
/** A node that is not a target, by its two diameters. */
const rest = (longest: number, across: number): LesionInput =>
  other('X', null, {
    location: 'LYMPH NODE',
    longestDiameterMm: longest,
    perpendicularDiameterMm: across,
  });
type Pair = readonly [number, number];

// Section 7: over 15 mm before: up to 15 mm. Of 11 to 15 mm and over 10 mm across before: up to 10 mm across.
describe('a node back to normal', () => {
  it.each<[Pair, Pair, string]>([
    [[22, 12], [15, 12], 'CR'],
    [[22, 12], [15.1, 12], 'SD'],
    [[15.1, 11], [15, 11], 'CR'],
    [[15, 11], [15, 10.1], 'SD'],
    [[15, 11], [15, 10], 'CR'],
    [[14, 11], [14, 11], 'SD'],
    // Over 15 mm it is abnormal, however thin.
    [[14, 11], [15.1, 9], 'SD'],
    [[14, 11], [18, 9], 'SD'],
  ])('a target of %j, now %j: %s', (before, now, expected) => {
    expect(last([[[node('N1', ...before)]], [[node('N1', ...now)]]])?.overall).toBe(expected);
  });

  it.each<[Pair, Pair, string]>([
    [[22, 12], [15, 12], 'CR'],
    [[22, 12], [15.1, 9], 'NON-CR/NON-PD'],
    [[15, 11], [15, 10], 'CR'],
    [[15, 11], [15, 10.1], 'NON-CR/NON-PD'],
    [[14, 11], [15.1, 9], 'NON-CR/NON-PD'],
  ])('one that is no target of %j, now %j: %s', (before, now, expected) => {
    const seen = last([
      [[node('N1', 30, 20), rest(...before)]],
      [[node('N1', 14, 9), rest(...now)]],
    ]);
    expect(seen?.nonTarget).toBe(expected);
    expect(seen?.overall).toBe(expected === 'CR' ? 'CR' : 'PR');
  });

  it.each<[Pair, string]>([
    [[15, 10], 'CR'],
    [[15, 10.1], 'NON-CR/NON-PD'],
    [[15.1, 10], 'NON-CR/NON-PD'],
  ])('one without a size at baseline, now %j: %s', (now, expected) => {
    const present = other('X', 'present', { location: 'LYMPH NODE' });
    // Another one that is measured has no part in it.
    const large = { ...rest(30, 20), id: 'Y' };
    const gone = other('Y', 'absent', { location: 'LYMPH NODE' });
    expect(last([[[large, present]], [[gone, rest(...now)]]])?.nonTarget).toBe(expected);
  });
});

describe('what is too small to measure', () => {
  it('is normal of a node, and disease of anything else', () => {
    const small = { tooSmallToMeasure: true };
    expect(last([[[node('N1', 20, 15)]], [[stated('N1', small)]]])?.overall).toBe('CR');
    const lung = { ...node('M1', 20, 15), location: 'LUNG', node: false };
    const rows: Row[] = [[[lung]], [[{ ...stated('M1', small), location: 'LUNG', node: false }]]];
    expect(last(rows)?.overall).toBe('PR');
  });
});

describe('the margin to normal size', () => {
  const marginOf = (rows: readonly Row[], rule: string, parameters = {}) => {
    const found = last(rows, parameters)?.trace.find(one => one.rule === rule)?.margin;
    const { value, unit, category, lesion } = found ?? {};
    return [value, unit, category, lesion];
  };
  const nodes = (...sizes: Pair[][]): Row[] =>
    sizes.map(each => [each.map(([a, b], index) => node(`N${index + 1}`, a, b))]);

  it.each<[string, Row[], string, (number | string | undefined)[]]>([
    // A small node over 15 mm, thin: its longest diameter keeps it abnormal; 135 of 154 mm² otherwise.
    [
      'longest of a small node',
      nodes([[14, 11]], [[15.5, 9]]),
      'nodes.sd',
      [0.5, 'mm', 'CR', 'N1'],
    ],
    ['across a small node', nodes([[14, 11]], [[14, 10.2]]), 'nodes.sd', [0.2, 'mm', 'CR', 'N1']],
    [
      'longest of a normal small node',
      nodes([[14, 11]], [[14.8, 6]]),
      'nodes.cr',
      [-0.2, 'mm', 'SD', 'N1'],
    ],
    // N2 is normal already: only N1 stands in the way.
    [
      'the only abnormal one of two',
      nodes(
        [
          [40, 20],
          [40, 20],
        ],
        [
          [16, 10],
          [14, 10],
        ]
      ),
      'nodes.pr',
      [1, 'mm', 'CR', 'N1'],
    ],
    // Either alone leaves the other: 330 of 1600 mm², a response up to 800 mm².
    [
      'not of one of two abnormal ones',
      nodes(
        [
          [40, 20],
          [40, 20],
        ],
        [
          [16, 10],
          [17, 10],
        ]
      ),
      'nodes.pr',
      [-470, 'mm2', 'SD', undefined],
    ],
    // N1 12 x 8.8 and N2 15.5 x 0.4 mm at their nadir, 111.8 mm²: 176.74 mm² is 9.04 over 167.7. At 15 mm N1 would be
    // normal and the sum 166.74 mm², half gone, but that is the sum's limit and not the node's.
    [
      'not where the sum decides',
      nodes(
        [
          [20, 12],
          [20, 12],
        ],
        [
          [12, 8.8],
          [15.5, 0.4],
        ],
        [
          [16, 10],
          [15.5, 1.08],
        ]
      ),
      'nodes.pd',
      [9.04, 'mm2', 'PR', undefined],
    ],
  ])('%s', (_name, rows, rule, expected) => {
    expect(marginOf(rows, rule)).toEqual(expected);
  });

  it('is none of a node that is gone', () => {
    const rows = nodes([[22, 15]], [[0, 0]], [[0, 0]]);
    expect(marginOf(rows, 'nodes.cr', { normalNodesBeatPd: false })).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a new lesion', () => {
  it('of a node has no normal size but 15 mm', () => {
    const rows = (longest: number): Row[] => [
      [[node('N1', 30, 20)]],
      [[node('N1', 14, 9), fresh('NL', { node: true, longestDiameterMm: longest })]],
    ];
    expect(last(rows(15))?.overall).toBe('CR');
    expect(last(rows(15.1))?.overall).toBe('PD');
  });
});
