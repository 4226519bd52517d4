import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

type More = Partial<LesionInput>;
const lesion = (id: string, more: More = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  ...more,
});
const t = (id: string, mm: number, more: More = {}) =>
  lesion(id, { longestDiameterMm: mm, ...more });
const node = (id: string, more: More) => lesion(id, { location: 'LYMPH NODE', ...more });
const fresh = (more: More) => node('NL01', { role: 'new', ...more });
const rules = (...visits: LesionInput[][]) =>
  assess({
    criterion: 'recist-1.1',
    timepoints: visits.map((lesions, index) => ({ id: `V${index}`, lesions })),
  })
    .timepoints.at(-1)
    ?.findings.map(({ rule, lesion: id }) => `${rule} ${id ?? ''}`.trim());

describe('entries that are objected to', () => {
  const base = [t('T01', 20)];
  const nodal = [node('T01', { shortAxisMm: 20 })];
  it.each([
    ['a size with status present', [base, [t('T01', 20, { status: 'present' })]], []],
    ['node null', [[t('T01', 20, { node: null })]], []],
    ['a node without a number', [nodal, [node('T01', {})]], ['measurement.missing T01']],
    [
      'a new lesion at baseline',
      [[...base, fresh({ shortAxisMm: 9 })]],
      ['baseline.newLesion NL01'],
    ],
    ['a new node without a number', [base, [...base, fresh({})]], ['newLesion.stateMissing NL01']],
    ['a new node of 0 mm', [base, [...base, fresh({ shortAxisMm: 0 })]], []],
    [
      'a new lesion of another organ by a short axis',
      [base, [...base, fresh({ location: 'LIVER', shortAxisMm: 9 })]],
      [],
    ],
    [
      '9 to 11 mm over a visit that did not list it',
      [
        base,
        [...base, fresh({ shortAxisMm: 9 })],
        base,
        [...base, fresh({ shortAxisMm: 11, status: 'unequivocal' })],
      ],
      ['newLesion.nodeCaution NL01'],
    ],
    [
      '10 to 11 mm',
      [base, [...base, fresh({ shortAxisMm: 10 })], [...base, fresh({ shortAxisMm: 11 })]],
      [],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(rules(...visits)).toEqual(expected);
  });
});

describe('targets at the limits of the baseline', () => {
  it.each([
    [
      '10 mm on slices of 5.5 mm',
      t('T01', 10.9, { sliceThicknessMm: 5.5 }),
      'baseline.sliceThickness T01',
    ],
    [
      '9.9 mm on slices of 5 mm',
      t('T01', 9.9, { sliceThicknessMm: 5 }),
      'baseline.target.tooSmall T01',
    ],
    [
      'a node below twice 7.5 mm',
      node('T01', { shortAxisMm: 14.9, sliceThicknessMm: 7.5 }),
      'baseline.node.tooSmall T01',
    ],
    [
      'not evaluable, with a size',
      t('T01', 5, { evaluable: false }),
      'baseline.target.notEvaluable T01',
    ],
  ])('%s', (_name, one, expected) => {
    expect(rules([one])?.[0]).toBe(expected);
  });
  it('a non-target node of 10 mm is recorded, one of 9.9 mm is normal', () => {
    const nt = (mm: number) => [
      ...[t('T01', 20)],
      node('NT01', { role: 'non-target', shortAxisMm: mm }),
    ];
    expect(rules(nt(10))).toEqual([]);
    expect(rules(nt(9.9))).toEqual(['baseline.node.normal NT01']);
  });
  it('counts lesions of a place that is not in the list by that place, and none without a place', () => {
    const at = (location: string | null) =>
      ['T01', 'T02', 'T03'].map(id => t(id, 20, { location }));
    expect(rules(at('ELBOW'))?.[0]).toBe('baseline.targets.tooManyPerOrgan T03');
    expect(rules(at(null))?.[0]).toBe('location.missing T01');
  });
});
