import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { gone, second, seen, tumour, unmeasured } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;

/** Everything that is said of a baseline of these lesions. */
function said(lesions: readonly BrainLesion[], more: More = {}): (string | null)[][] {
  const input = { criterion: 'rano-hgg-2010', tumourType: 'CE', ...more } as const;
  const timepoints = [{ id: 'BL', ...seen(lesions) }];
  const { findings = [] } = assess({ ...input, timepoints } as AssessmentInput).timepoints[0] ?? {};
  return findings.map(({ rule, lesion }) => [rule, lesion]);
}

const macdonald = { criterion: 'macdonald' };
const volumes = { criterion: 'rano-2.0', parameters: { burden: 'volume' } };
const small = { tooSmallToMeasure: true };

describe('measured lesions at baseline', () => {
  it.each([
    ['10 x 10 mm', tumour(10, 10), []],
    ['20 x 9.9 mm', tumour(20, 9.9), ['baseline.target.tooSmall']],
    [
      'shorter than its perpendicular: 9.9 x 20 mm',
      tumour(9.9, 20),
      ['baseline.target.tooSmall', 'measurement.perpendicularLonger'],
    ],
    ['as long as its perpendicular', tumour(20, 20), []],
    [
      '9.9 mm in slices of 5 mm, twice of which is no more than 10 mm',
      tumour(20, 9.9, { sliceThicknessMm: 5 }),
      ['baseline.target.tooSmall'],
    ],
    [
      '10.1 mm in slices of 5.1 mm',
      tumour(20, 10.1, { sliceThicknessMm: 5.1 }),
      ['baseline.sliceThickness'],
    ],
    ['10.2 mm in slices of 5.1 mm', tumour(20, 10.2, { sliceThicknessMm: 5.1 }), []],
    ['too small to measure', tumour(null, null, small), ['baseline.target.tooSmall']],
    ['absent', tumour(null, null, gone), ['baseline.target.absent']],
    ['0 mm', tumour(0, null), ['baseline.target.absent']],
    ['20 x 0 mm', tumour(20, 0), ['baseline.target.absent']],
  ] as const)('%s', (_name, lesion, rules) => {
    expect(said([lesion])).toEqual(rules.map(rule => [rule, 'T01']));
  });
  it.each([
    ['the longest diameter', tumour(null, 20), 'measurement.missing'],
    ['the perpendicular', tumour(20, null), 'measurement.perpendicularMissing'],
  ])('without %s', (_name, lesion, rule) => {
    expect(said([lesion])).toEqual([
      [rule, 'T01'],
      ['baseline.notEvaluable', null],
    ]);
  });
  it('give no value while merged with another: their own size does not matter', () => {
    expect(said([tumour(30, 30), second(5, 5, { mergedInto: 'T01' })])).toEqual([]);
    expect(said([tumour(30, 30), second(null, null, { mergedInto: 'T01', ...small })])).toEqual([]);
  });
  it('have no size limit by Macdonald, in whatever slices', () => {
    expect(said([tumour(4, 3, { sliceThicknessMm: 6 })], macdonald)).toEqual([]);
    expect(said([tumour(null, null, small)], macdonald)).toEqual([]);
  });
  it.each([
    ['0 ml', 0, [['baseline.target.absent', 'T01']]],
    ['0.01 ml', 0.01, []],
  ])('of %s', (_name, volumeMl, expected) => {
    expect(said([tumour(null, null, { volumeMl })], volumes)).toEqual(expected);
  });
  it('too small to measure, with a 0 for what it could not be given, is there', () => {
    expect(said([tumour(0, 0, small)], macdonald)).toEqual([]);
  });
});

describe('the baseline', () => {
  it('takes up to five targets, and names the first beyond', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => tumour(20, 20, { id: `T${index + 1}` }));
    expect(said(many(5))).toEqual([]);
    expect(said(many(7))).toEqual([['baseline.targets.tooMany', 'T6']]);
  });
  it.each([
    [{ maxNonCe: 3 }, []],
    [{ maxNonCe: 2, maxCe: 3 }, [['baseline.targets.tooMany', 'T3']]],
  ])('takes as many of each kind as %j has it', (parameters, expected) => {
    const three = ['T1', 'T2', 'T3'].map(id => tumour(20, 20, { id }));
    const nonce = { criterion: 'rano-2.0', tumourType: 'NONCE', parameters };
    expect(said(three, nonce)).toEqual(expected);
  });
  it('has no absent non-target, and no new lesion whatever its state', () => {
    expect(said([unmeasured('absent')])).toEqual([['baseline.nonTarget.absent', 'NT01']]);
    expect(said([unmeasured('present')])).toEqual([]);
    expect(said([{ ...unmeasured('absent'), role: 'new' }])).toEqual([
      ['baseline.newLesion', 'NT01'],
    ]);
  });
  it('may list a lesion in parts', () => {
    const parts = ['T01a', 'T01b'].map(id => tumour(15, 15, { id, splitFrom: 'T01' }));
    expect(said([tumour(null, null), ...parts])).toEqual([]);
  });
  it('asks for a location once, and for the kind of each lesion of a mixed tumour', () => {
    const nowhere = tumour(20, 20, { location: null });
    expect(said([nowhere])).toEqual([['location.missing', 'T01']]);
    const mixed = { criterion: 'rano-2.0', tumourType: 'MIXED' };
    const kind = { compartment: 'NONCE' } as const;
    expect(said([tumour(20, 20, kind), second(20, 20), unmeasured('present')], mixed)).toEqual([
      ['lesion.compartmentMissing', 'T02'],
      ['lesion.compartmentMissing', 'NT01'],
    ]);
  });
});
