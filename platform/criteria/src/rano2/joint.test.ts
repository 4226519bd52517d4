import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { notRead, second, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import type { AssessmentInput } from '../schemas.js';

/** The last of these visits of recurrent disease, the first of which is the baseline. */
function last(visits: readonly (readonly BrainLesion[])[], tumourType = 'CE') {
  const timepoints = visits.map((lesions, index) => ({ id: `V${index}`, ...seen(lesions) }));
  const input = { criterion: 'rano-2.0', tumourType, timepoints } as AssessmentInput;
  const visit = assess(input).timepoints.at(-1);
  if (!visit) throw new Error('no visit');
  const joint = visit.trace.find(({ rule }) => rule.endsWith('ointSum'));
  return { ...visit, joint };
}
/** Lesions of this area, mm². */
const t = (mm2: number, more: Partial<BrainLesion> = {}) => tumour(40, mm2 / 40, more);
const nt = (mm2: number, more: Partial<BrainLesion> = {}) =>
  tumour(20, mm2 / 20, { id: 'NT01', role: 'non-target', ...more });
const other = (mm2: number) => nt(mm2, { id: 'NT02' });
const ntUnread = tumour(null, null, { id: 'NT01', role: 'non-target', ...notRead });
const part = (id: string, mm2: number) => nt(mm2, { id, splitFrom: 'NT01' });

describe('the sum that non-targets join', () => {
  it.each([
    ['smaller than before', 800, 260, '1060 mm², -11.67 %'],
    ['the same as before', 940, 260, '1200 mm², 0.00 %'],
    ['larger than before', 1000, 260, '1260 mm², +5.00 %'],
  ])('may be %s', (_name, target, own, expected) => {
    expect(
      last([
        [t(1000), nt(200)],
        [t(target), nt(own)],
      ]).joint?.text
    ).toContain(expected);
  });
  it('has no per cent over nothing', () => {
    const visit = last([
      [t(1000), nt(200)],
      [t(0), nt(0)],
      [t(0), nt(100)],
    ]);
    expect(visit.joint?.text).toBe(
      'NT01 grew and joins the sum: 100 mm², against the nadir of 0 mm² (at least +25 %).'
    );
    expect(visit.overall).toBe('PD');
  });
  it('is compared with visits on which all of it was read', () => {
    const visit = last([
      [t(1000), nt(200)],
      [t(1000), ntUnread],
      [t(1000), nt(500)],
    ]);
    expect([visit.overall, visit.joint?.numbers.jointNadirMm2]).toEqual(['PD', 1200]);
  });
  it('is not joined by what grew less than 25 % over its own smallest that was read', () => {
    const visit = last([
      [t(1000), nt(200)],
      [t(1000), ntUnread],
      [t(1000), nt(249)],
    ]);
    expect([visit.overall, visit.joint]).toEqual(['SD', undefined]);
  });
  it('is not joined by a lesion that is too small to measure, small as it was', () => {
    const small = tumour(null, null, { id: 'NT01', role: 'non-target', tooSmallToMeasure: true });
    expect(
      last([
        [t(1000), nt(200)],
        [t(1000), nt(16)],
        [t(1000), small],
      ]).joint
    ).toBeUndefined();
  });
  it('is joined by the parts of a non-target: 300 of 200 mm²', () => {
    const parts = [part('NT01a', 150), part('NT01b', 150)];
    expect(
      last([
        [t(1000), nt(200)],
        [t(1000), ...parts],
      ]).joint?.numbers.jointMm2
    ).toBe(1300);
  });
  it('is not joined by parts of a lesion that was below 10 mm: which of them is measurable is not known', () => {
    const small = tumour(8, 8, { id: 'NT01', role: 'non-target' });
    const parts = [part('NT01a', 150), part('NT01b', 150)];
    expect(
      last([
        [t(1000), small],
        [t(1000), ...parts],
      ]).joint
    ).toBeUndefined();
  });
  it('is not joined by parts that were not all read', () => {
    const parts = [part('NT01a', 600), { ...ntUnread, id: 'NT01b', splitFrom: 'NT01' }];
    const visit = last([
      [t(1000), nt(200)],
      [t(1000), ...parts],
    ]);
    expect([visit.joint, visit.findings]).toEqual([undefined, []]);
  });
  it.each([
    ['it', [nt(600), other(200)], 'NT01'],
    ['them', [nt(600), other(600)], 'NT01, NT02'],
  ])('is not known where a target was not read: with %s', (word, lesions, names) => {
    const base = [t(1000), second(20, 20), nt(200), other(200)];
    const visit = last([base, [t(1000), second(null, null, notRead), ...lesions]]);
    expect(visit.overall).toBe('NE');
    expect(visit.findings.map(({ rule, lesion, text }) => [rule, lesion, text])).toEqual([
      [
        'nonTarget.jointSumUnknown',
        'NT01',
        `${names} grew, but the sum with ${word} has no earlier or no current value: not decided.`,
      ],
    ]);
  });
  it('is that of its own kind in a mixed tumour: 2600 against 2200 mm²', () => {
    const nonce = { compartment: 'NONCE' } as const;
    const at = (own: number) => [t(400), t(2000, { id: 'T02', ...nonce }), nt(own, nonce)];
    const visit = last([at(200), at(600)], 'MIXED');
    expect([visit.overall, visit.joint?.numbers.jointMm2]).toEqual(['SD', 2600]);
  });
});
