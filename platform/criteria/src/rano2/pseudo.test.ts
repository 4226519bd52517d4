import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, notRead, second, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import { dateOn } from '../courses/course.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
type Given = readonly [day: number, lesions: readonly BrainLesion[], more?: More];

/** Rates visits of a new diagnosis whose radiotherapy ended on the day of the baseline, day 0. */
function rate(visits: readonly Given[], parameters: More = {}) {
  const timepoints = visits.map(([day, lesions, told]) => ({
    id: `d${day}`,
    date: dateOn(day),
    ...seen(lesions, told),
  }));
  const subject = { tumourType: 'CE', setting: 'newDiagnosis', radiotherapyEndDate: dateOn(0) };
  const input = { criterion: 'rano-2.0', timepoints, parameters, ...subject };
  return assess(input as AssessmentInput).timepoints.slice(1);
}
const overall = (...given: Parameters<typeof rate>) => rate(...given).map(one => one.overall);
const revised = (...given: Parameters<typeof rate>) =>
  rate(...given).map(one => one.revised?.value ?? null);

/** Lesions of this area, mm². */
const t = (mm2: number) => tumour(40, mm2 / 40);
const t2 = (mm2: number) => second(40, mm2 / 40);
const t2Unread = second(null, null, notRead);
const base: Given = [0, [t(800)]];
const noTumour = { histology: 'NO_TUMOUR' };

describe('after pseudo-progression', () => {
  const two: Given = [0, [t(800), t2(400)]];
  const twoGrown: Given = [28, [t(1100), t2(400)]];
  it('the nadir starts again at the preliminary progression where only that was read whole', () => {
    const visits: Given[] = [
      two,
      twoGrown,
      [42, [t(1100), t2Unread], noTumour],
      [100, [t(1100), t2(400)]],
      [130, [t(1475), t2(400)]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'NE', 'SD', 'PD']);
    expect(revised(visits)[0]).toBe('SD');
  });
  it('the nadir starts again at the later scan where only that was read whole', () => {
    const visits: Given[] = [
      two,
      [28, [t(1500), t2Unread]],
      [42, [t(1500), t2(500)], noTumour],
      [100, [t(1600), t2(500)]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'SD', 'SD']);
  });
  it('the nadir stays where neither was: 800 mm² of day 14, not 1200 of the baseline', () => {
    const visits: Given[] = [
      two,
      [14, [t(400), t2(400)]],
      [28, [t(400), t2Unread, fresh('unequivocal')], noTumour],
      [100, [t(600), t2(400), fresh('unequivocal')]],
    ];
    expect(overall(visits)).toEqual(['SD', 'NE', 'PD']);
    expect(rate(visits)[1]?.burden?.nadir).toBe(800);
  });
  it("the nadir stays with afterPsp 'keep': 700 mm² of day 14", () => {
    const visits: Given[] = [
      base,
      [14, [t(700)]],
      [28, [t(1000)]],
      [56, [t(1000)]],
      [100, [t(875)]],
    ];
    expect(overall(visits)).toEqual(['SD', 'pPD', 'SD', 'SD']);
    expect(overall(visits, { afterPsp: 'keep' })).toEqual(['SD', 'pPD', 'SD', 'PD']);
  });
});

describe('the lesions that pseudo-progression explains', () => {
  const lesion = fresh('unequivocal');
  it('are new no longer, by tissue at the visit itself too', () => {
    expect(overall([base, [28, [t(800), lesion], noTumour], [100, [t(800), lesion]]])).toEqual([
      'SD',
      'SD',
    ]);
  });
  it.each([
    ['tissue', [[28, [t(1000), fresh('equivocal')], noTumour]]],
    [
      'the next scan',
      [
        [28, [t(1000), fresh('equivocal')]],
        [56, [t(1000), fresh('equivocal')]],
      ],
    ],
  ] as [string, Given[]][])('are not the equivocal ones: by %s', (_name, visits) => {
    const later: Given = [100, [t(1000), lesion]];
    expect(overall([base, ...visits, later]).at(-1)).toBe('PD');
  });
  it('do not confirm another progression', () => {
    const visits: Given[] = [
      base,
      [28, [t(800), lesion]],
      [56, [t(800), lesion]],
      [100, [t(1000)]],
      [130, [t(1000), lesion]],
    ];
    expect(overall(visits, { confirmPd: 'always' })).toEqual(['pPD', 'SD', 'pPD', 'SD']);
  });
});

describe('an equivocal lesion that proves to be one', () => {
  const [maybe, sure] = [fresh('equivocal'), fresh('unequivocal')];
  it('makes the visit that first showed it progression', () => {
    const visits: Given[] = [base, [90, [t(800), maybe]], [120, [t(800), sure]]];
    expect(revised(visits)).toEqual(['PD', null]);
    expect(revised(visits, { equivocalBackdate: false })).toEqual([null, null]);
  });
  it('does so where growth at that visit was pseudo-progression', () => {
    const visits: Given[] = [
      base,
      [28, [t(1000), maybe]],
      [56, [t(1000), maybe]],
      [100, [t(1000), sure]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'SD', 'PD']);
    expect(rate(visits)[0]?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'd100',
      rule: 'newLesion.equivocalConfirmed',
    });
  });
});
