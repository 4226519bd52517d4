import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { fresh, index, nonIndex, run } from './irrc.testdata.js';

const at = (visit: number, visits: LesionInput[][]) =>
  run(visits).timepoints[visit]?.findings ?? [];
const named = (wanted: string, visit: number, visits: LesionInput[][]) =>
  at(visit, visits).filter(({ rule }) => rule.startsWith(wanted));
const many = (count: number, more: Partial<LesionInput> = {}, from = 1): LesionInput[] =>
  Array.from({ length: count }, (_, one) => fresh(10, 10, { id: `NL${one + from}`, ...more }));

describe('diameters', () => {
  const diameters = (
    longestDiameterMm: number | null,
    perpendicularDiameterMm: number | null,
    more: Partial<LesionInput> = {}
  ) => {
    const lesion = { ...index(1000), longestDiameterMm, perpendicularDiameterMm, ...more };
    return named('measurement.', 1, [[index(1000), nonIndex('present')], [lesion]]).map(
      ({ rule, severity, lesion: id, text }) => [rule, severity, id, text]
    );
  };
  it('of which the one across is the longer are a warning, equal ones are none', () => {
    expect(diameters(12, 15)).toEqual([
      [
        'measurement.perpendicularLonger',
        'warning',
        'T01',
        'T01: the perpendicular (15 mm) is longer than the longest diameter (12 mm).',
      ],
    ]);
    expect(diameters(12, 12)).toEqual([]);
    expect(diameters(0, 5).map(([rule]) => rule)).toEqual(['measurement.perpendicularLonger']);
  });
  it('of a length with 0 across are a slip, 0 by 0 is a lesion that is gone', () => {
    expect(diameters(12, 0)).toEqual([
      [
        'measurement.contradiction',
        'block',
        'T01',
        'T01: 12 mm long but 0 mm across; it counts as not evaluable.',
      ],
    ]);
    expect(diameters(0, 0)).toEqual([]);
    expect(diameters(0, null)).toEqual([]);
  });
  it('of a length alone have no product', () => {
    expect(diameters(12, null)).toEqual([
      [
        'measurement.perpendicularMissing',
        'block',
        'T01',
        'T01: the perpendicular diameter is missing; no product.',
      ],
    ]);
    expect(diameters(12, null, { evaluable: false })).toEqual([]);
  });
  it('without a length are not compared', () => {
    for (const across of [0, 15])
      expect(diameters(null, across).map(([rule]) => rule)).toEqual(['measurement.missing']);
  });
  it('of a lesion that is followed by its state may be one', () => {
    const lesion: LesionInput = { ...nonIndex('present'), longestDiameterMm: 12 };
    expect(
      named('measurement.', 1, [
        [index(1000), lesion],
        [index(1000), lesion],
      ])
    ).toEqual([]);
  });
});

describe('at baseline', () => {
  const tooSmall = (lesion: LesionInput) =>
    named('baseline.target.tooSmall', 0, [[lesion]]).map(({ text }) => text);
  it('an index lesion has 5 mm in both diameters', () => {
    const of = (longestDiameterMm: number | null, perpendicularDiameterMm: number | null) =>
      tooSmall({ ...index(100), longestDiameterMm, perpendicularDiameterMm });
    expect(of(5, 5)).toEqual([]);
    expect(of(12, 4.9)).toEqual(['T01 is no target: both diameters must be 5 mm or more.']);
    expect(of(4.9, null)).toHaveLength(1);
    expect(of(12, null)).toEqual([]);
    // Not measured is a matter of its own.
    expect(of(null, null)).toEqual([]);
  });
  it('10 visceral and 5 cutaneous index lesions are the most, one without a place is visceral', () => {
    const targets = (count: number, locations: (string | null)[], from: number) =>
      Array.from({ length: count }, (_, one) => ({
        ...index(100, `T${one + from}`),
        location: locations[one % locations.length] ?? null,
      }));
    const rules = (lesions: LesionInput[]) =>
      named('baseline.targets.tooMany', 0, [lesions]).map(({ rule, lesion, text }) => [
        rule,
        lesion,
        text,
      ]);
    const viscera = targets(10, ['LIVER', 'LUNG'], 1);
    const skin = targets(5, ['SKIN', 'SUBCUTANEOUS TISSUE'], 11);
    expect(rules([...viscera, ...skin])).toEqual([]);
    expect(rules([...viscera, ...skin, ...targets(1, [null], 16)])).toEqual([
      ['baseline.targets.tooMany', 'T16', '11 visceral index lesions; at most 10.'],
    ]);
    expect(rules([...skin, ...targets(1, ['SUBCUTANEOUS TISSUE'], 16)])).toEqual([
      ['baseline.targets.tooMany', 'T16', '6 cutaneous index lesions; at most 5.'],
    ]);
  });
  it('a part is compared with the lesion it comes from', () => {
    const part = { ...index(100, 'T01a'), splitFrom: 'T01' };
    expect(named('lesion.splitFromUnknown', 0, [[index(100), part]])).toEqual([]);
    expect(named('lesion.splitFromUnknown', 0, [[part]])).toHaveLength(1);
  });
});

describe('new measurable lesions', () => {
  const base = [index(1000)];
  const tooMany = (...args: [number, LesionInput[][]]) =>
    named('newLesions.', ...args).map(({ rule, lesion, text }) => [rule, lesion, text]);
  const perOrgan = ['newLesions.tooManyPerOrgan', 'NL6', '6 lesions in LUNG; at most 5 per organ.'];
  it('are at most 5 of an organ at a visit', () => {
    expect(tooMany(1, [base, [...base, ...many(5)]])).toEqual([]);
    expect(tooMany(1, [base, [...base, ...many(6)]])).toEqual([perOrgan]);
  });
  it('count once, at the visit where they first are', () => {
    const six = [...base, ...many(6)];
    expect(tooMany(2, [base, six, six])).toEqual([]);
    const three = [...base, ...many(3)];
    const later = [...three, ...many(3, {}, 4)];
    expect(tooMany(2, [base, three, later])).toEqual([]);
    expect(tooMany(2, [base, base, six])).toEqual([perOrgan]);
  });
  it('are those of 5 by 5 mm', () => {
    const small = fresh(10, 4.9, { id: 'NL9' });
    expect(tooMany(1, [base, [...base, ...many(5), small]])).toEqual([]);
  });
  it('are at most 10 visceral and 5 cutaneous ones', () => {
    const visit = [
      ...base,
      ...many(5),
      ...many(5, { location: 'LIVER' }, 6),
      ...many(1, { location: 'BONE' }, 11),
      ...many(3, { location: 'SKIN' }, 12),
      ...many(3, { location: 'SUBCUTANEOUS TISSUE' }, 15),
    ];
    expect(tooMany(1, [base, visit])).toEqual([
      ['newLesions.tooMany', 'NL11', '11 visceral new measurable lesions; at most 10.'],
      ['newLesions.tooMany', 'NL17', '6 cutaneous new measurable lesions; at most 5.'],
    ]);
  });
});
