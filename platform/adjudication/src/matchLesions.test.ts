import { describe, expect, it } from '@jest/globals';
import type { CourseRead, Position } from './courseRead.js';
import { matchLesions } from './matchLesions.js';
import { read } from './testing/reads.js';

type Places = Readonly<Record<string, readonly [number, number, number]>>;
const at = (places: Places, timepoint = 'BL'): Position[] =>
  Object.entries(places).map(([lesion, [x, y, z]]) => ({ timepoint, lesion, lps: [x, y, z] }));
const pairs = (a: CourseRead, b: CourseRead) =>
  matchLesions(a, b).map(one => [
    one.a?.id ?? null,
    one.b?.id ?? null,
    one.match?.certainty ?? null,
  ]);
const liver = (longestDiameterMm: number) => ({ location: 'LIVER', longestDiameterMm });
const lung = (longestDiameterMm: number, laterality = 'LEFT') => ({
  location: 'LUNG',
  laterality,
  longestDiameterMm,
});

describe('by position', () => {
  it('marks near each other are one lesion whatever their labels', () => {
    const a = read(
      { BL: { T01: liver(20), T02: liver(15) } },
      {},
      {
        positions: at({ T01: [0, 0, 0], T02: [80, 0, 0] }),
      }
    );
    const b = read(
      { BL: { T01: liver(16), T02: liver(22) } },
      {},
      {
        positions: at({ T01: [82, 0, 0], T02: [3, 4, 0] }),
      }
    );
    expect(matchLesions(a, b).map(one => [one.a?.id, one.b?.id, one.match])).toEqual([
      ['T02', 'T01', { certainty: 'certain', by: 'position', distanceMm: 2 }],
      ['T01', 'T02', { certainty: 'certain', by: 'position', distanceMm: 5 }],
    ]);
  });
  it('marks far apart are two lesions even at one place', () => {
    const a = read({ BL: { T01: liver(20) } }, {}, { positions: at({ T01: [0, 0, 0] }) });
    const b = read({ BL: { T01: liver(20) } }, {}, { positions: at({ T01: [40, 0, 0] }) });
    expect(pairs(a, b)).toEqual([
      ['T01', null, null],
      [null, 'T01', null],
    ]);
  });
  it.each([
    [20, 10, 'T01'],
    [20, 10.1, null],
    [50, 25, 'T01'],
    [50, 25.1, null],
  ])('of %d mm, %d mm apart: %s', (size, apart, matched) => {
    const a = read({ BL: { T01: liver(size) } }, {}, { positions: at({ T01: [0, 0, 0] }) });
    const b = read({ BL: { T01: liver(12) } }, {}, { positions: at({ T01: [0, 0, apart] }) });
    expect(matchLesions(a, b)[0]?.b?.id ?? null).toBe(matched);
  });
  it('near, but under another name of the place: probable', () => {
    const a = read({ BL: { T01: liver(20) } }, {}, { positions: at({ T01: [0, 0, 0] }) });
    const b = read(
      { BL: { T01: { location: 'DUODENUM', longestDiameterMm: 20 } } },
      {},
      {
        positions: at({ T01: [1, 0, 0] }),
      }
    );
    expect(pairs(a, b)).toEqual([['T01', 'T01', 'probable']]);
  });
  it('a target of one and a non-target of the other', () => {
    const a = read({ BL: { T01: liver(20) } }, {}, { positions: at({ T01: [0, 0, 0] }) });
    const b = read(
      { BL: { T01: lung(30), NT01: { location: 'LIVER', status: 'present' } } },
      {},
      {
        positions: at({ NT01: [1, 0, 0], T01: [90, 0, 0] }),
      }
    );
    expect(pairs(a, b)).toContainEqual(['T01', 'NT01', 'certain']);
  });
  it('at the timepoint where they are nearest', () => {
    const visits = { BL: { T01: liver(20) }, TP1: { T01: liver(20) } };
    const a = read(
      visits,
      {},
      {
        positions: [...at({ T01: [0, 0, 0] }), ...at({ T01: [0, 0, 0] }, 'TP1')],
      }
    );
    const b = read(
      visits,
      {},
      {
        positions: [...at({ T01: [60, 0, 0] }), ...at({ T01: [5, 0, 0] }, 'TP1')],
      }
    );
    expect(matchLesions(a, b)[0]?.match).toEqual({
      certainty: 'certain',
      by: 'position',
      distanceMm: 5,
    });
  });
});

describe('without marks', () => {
  it('the only ones of their role at a place: probable', () => {
    const a = read({ BL: { T01: liver(20), T02: lung(12) } });
    const b = read({ BL: { T01: lung(14), T02: liver(30) } });
    expect(pairs(a, b)).toEqual([
      ['T02', 'T01', 'probable'],
      ['T01', 'T02', 'probable'],
    ]);
  });
  it('of several at a place the most alike in size: uncertain', () => {
    const a = read({ BL: { T01: liver(20), T02: liver(40) } });
    const b = read({ BL: { T01: liver(42), T02: liver(19), T03: liver(60) } });
    expect(pairs(a, b)).toEqual([
      ['T01', 'T02', 'uncertain'],
      ['T02', 'T01', 'uncertain'],
      [null, 'T03', null],
    ]);
  });
  it('the other side is another lesion; a side that is not given keeps nothing apart', () => {
    const left = read({ BL: { T01: lung(12) } });
    const right = read({ BL: { T01: lung(12, 'RIGHT') } });
    const open = read({ BL: { T01: { location: 'LUNG', longestDiameterMm: 12 } } });
    expect(pairs(left, right)).toHaveLength(2);
    expect(pairs(left, open)).toEqual([['T01', 'T01', 'probable']]);
  });
  it('lesions without any place are never more than uncertain', () => {
    const a = read({ BL: { T04: 20 } });
    expect(pairs(a, read({ BL: { T05: 20 } }))).toEqual([['T04', 'T05', 'uncertain']]);
    expect(pairs(a, read({ BL: { T01: liver(20) } }))).toHaveLength(2);
  });
  it('a target is not taken for a non-target', () => {
    const a = read({ BL: { T01: liver(20) } });
    const b = read({ BL: { NT02: { location: 'LIVER', status: 'present' } } });
    expect(pairs(a, b)).toHaveLength(2);
  });
});
