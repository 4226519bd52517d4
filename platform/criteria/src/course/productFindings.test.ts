import { describe, expect, it } from '@jest/globals';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { products } from './measure.js';
import { productFindings } from './productFindings.js';
import { readSubject } from './subject.js';

const t = (
  id: string,
  longest?: number | null,
  perpendicular?: number | null,
  more: Partial<LesionInput> = {}
): LesionInput => ({
  id,
  role: 'target',
  location: 'SOFT TISSUE',
  ...(longest === undefined ? {} : { longestDiameterMm: longest }),
  ...(perpendicular === undefined ? {} : { perpendicularDiameterMm: perpendicular }),
  ...more,
});
const nt: LesionInput = { id: 'NT01', role: 'non-target', location: 'BONE' };
const base = [t('T01', 30, 20), nt];

/** Rule, lesion and text of what is found at the baseline, or at a visit after one of T01 and NT01. */
function found(lesions: LesionInput[], isBaseline = false) {
  const visits = isBaseline ? [lesions] : [base, lesions];
  const timepoints = visits.map((one, index): TimepointInput => ({
    id: `V${index}`,
    lesions: one,
  }));
  const subject = readSubject({ criterion: 'imwg-2016', timepoints }, products(5), []);
  const visit = subject.visits[0] ?? subject.baseline;
  if (!visit) throw new Error('no visit');
  return productFindings(visit, subject, 'paper').map(
    ({ rule, severity, lesion, text, source }) => {
      expect([severity, source]).toEqual(['block', 'paper']);
      return [rule, lesion, text];
    }
  );
}

describe('what is wrong with a product of diameters', () => {
  const missing = (id = 'T01') => [
    'measurement.missing',
    id,
    `${id} has neither a measurement nor a state.`,
  ];
  const across = [
    'measurement.perpendicularMissing',
    'T01',
    'T01: the product needs the perpendicular diameter, which is missing.',
  ];
  it.each<[string, LesionInput[], unknown[]]>([
    ['nothing', [t('T01', 30, 20)], []],
    ['neither is given', [t('T01')], [missing()]],
    ['both are null', [t('T01', null, null)], [missing()]],
    [
      'the longest is missing',
      [t('T01', null, 20)],
      [['measurement.longestDiameterMissing', 'T01', 'T01: the longest diameter is missing.']],
    ],
    ['the other is missing', [t('T01', 30)], [across]],
    ['gone by its diameter', [t('T01', 0)], []],
    ['absent', [t('T01', null, null, { status: 'absent' })], []],
    ['absent by both', [t('T01', 0, null, { status: 'absent' })], []],
    [
      'absent with a diameter',
      [t('T01', 30, 20, { status: 'absent' })],
      [['measurement.contradiction', 'T01', 'T01: 30 mm, yet absent; it counts as not evaluable.']],
    ],
    ['present without a diameter', [t('T01', null, null, { status: 'present' })], [missing()]],
    ['not evaluable', [t('T01', null, null, { evaluable: false })], []],
    ['evaluable', [t('T01', null, null, { evaluable: true })], [missing()]],
    ['too small to measure', [t('T01', null, null, { tooSmallToMeasure: true })], []],
    ['merged', [t('T01', null, null, { mergedInto: 'T02' })], []],
    ['split into parts that are measured', [t('T01'), t('T01a', 10, 10, { splitFrom: 'T01' })], []],
    [
      'a part is not measured',
      [t('T01'), t('T01a', undefined, undefined, { splitFrom: 'T01' })],
      [missing('T01a')],
    ],
    [
      'a part of a lesion that is not measured',
      [nt, t('NT01a', undefined, undefined, { splitFrom: 'NT01' })],
      [],
    ],
  ])('%s', (_name, lesions, expected) => {
    expect(found(lesions)).toEqual(expected);
    if (lesions.some(({ role }) => role === 'target'))
      expect(found(lesions, true).slice(0, 1)).toEqual(expected.slice(0, 1));
  });

  it.each<[string, LesionInput, unknown[]]>([
    [
      'a target',
      t('T09', 30, 20),
      [['lesion.notAtBaseline', 'T09', 'T09 is target but not in the baseline; it is not used.']],
    ],
    [
      'a non-target',
      { ...nt, id: 'NT09' },
      [
        [
          'lesion.notAtBaseline',
          'NT09',
          'NT09 is non-target but not in the baseline; it is not used.',
        ],
      ],
    ],
    ['a non-target of the baseline', nt, []],
    ['a new lesion', { ...nt, id: 'NL01', role: 'new' }, []],
  ])('a visit that lists %s', (_name, lesion, expected) => {
    expect(found([t('T01', 30, 20), lesion])).toEqual(expected);
    expect(found([t('T01', 30, 20), lesion], true)).toEqual([]);
  });

  it('does not take every non-target for one of the baseline', () => {
    expect(found([{ ...nt, id: 'NT09' }, nt])).toHaveLength(1);
    const two = readSubject(
      {
        criterion: 'imwg-2016',
        timepoints: [
          { id: 'BL', lesions: [nt, { ...nt, id: 'NT02' }] },
          { id: 'V1', lesions: [nt] },
        ],
      },
      products(5),
      []
    );
    const [visit] = two.visits;
    expect(visit && productFindings(visit, two, 'paper')).toEqual([]);
  });
});
