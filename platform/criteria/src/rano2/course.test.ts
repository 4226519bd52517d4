import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, notRead, second, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import { dateOn } from '../courses/course.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
type Given = readonly [day: number, lesions: readonly BrainLesion[], more?: More];

/** Rates visits of a new diagnosis whose radiotherapy ended on the day of the baseline, day 0. */
function rate(visits: readonly Given[], parameters: More = {}, more: More = {}) {
  const timepoints = visits.map(([day, lesions, told]) => ({
    id: `d${day}`,
    date: dateOn(day),
    ...seen(lesions, told),
  }));
  const subject = { tumourType: 'CE', setting: 'newDiagnosis', radiotherapyEndDate: dateOn(0) };
  const input = { criterion: 'rano-2.0', timepoints, parameters, ...subject, ...more };
  return assess(input as AssessmentInput).timepoints.slice(1);
}
const overall = (...given: Parameters<typeof rate>) => rate(...given).map(one => one.overall);
const revised = (...given: Parameters<typeof rate>) =>
  rate(...given).map(one => one.revised?.value ?? null);
const rules = (...given: Parameters<typeof rate>) =>
  rate(...given).map(one => one.trace.map(({ rule }) => rule));

/** Lesions of this area, mm². */
const t = (mm2: number, more: Partial<BrainLesion> = {}) => tumour(40, mm2 / 40, more);
const t2 = (mm2: number, more: Partial<BrainLesion> = {}) => second(40, mm2 / 40, more);
const nt = (mm2: number, more: Partial<BrainLesion> = {}) =>
  tumour(20, mm2 / 20, { id: 'NT01', role: 'non-target', ...more });
const unread = tumour(null, null, notRead);
const nl = (id = 'NL01') => fresh('unequivocal', { id });
const base: Given = [0, [t(800)]];
const first: Given = [28, [t(1000)]];

describe('an open progression', () => {
  it('once confirmed leaves nothing to confirm, within the twelve weeks too', () => {
    expect(overall([base, first, [56, [t(1250)]], [80, [t(1600)]]])).toEqual(['pPD', 'cPD', 'PD']);
  });
  it('is not settled too early, and that visit is rated as it is', () => {
    const visits: Given[] = [base, first, [42, [t(900)]], [56, [t(1000)]]];
    expect(overall(visits)).toEqual(['pPD', 'SD', 'SD']);
    expect(rate(visits)[0]?.revised?.byTimepoint).toBe('d56');
  });
  it('is not confirmed by an equivocal lesion of a visit that is stated to be evaluable', () => {
    const visits: Given[] = [base, first, [56, [t(1000), fresh('equivocal')], { evaluable: true }]];
    expect(overall(visits)).toEqual(['pPD', 'SD']);
  });
  it('names every new lesion that confirms it, or that it explains', () => {
    const both = [t(800), nl(), nl('NL02')];
    expect(rate([base, first, [56, both]])[1]?.trace.at(-1)?.text).toBe(
      'Another new lesion (NL01, NL02) confirms the preliminary progression of d28.'
    );
    const explained = rate([base, [28, both], [56, both]])[1]?.trace.map(({ text }) => text);
    expect(explained).toContain('An effect of treatment, not a new lesion: NL01, NL02.');
  });
  it('without a measured lesion is undecided where nothing was read', () => {
    const visits: Given[] = [
      [0, [], { noDisease: true }],
      [28, [nl()]],
      [56, [], { evaluable: false }],
      [90, [nl()]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'NE', 'NED']);
    expect(rules(visits)[1]).toContain('progression.undecided');
  });
  it('is not compared with a scan on which a lesion of the sum was not read', () => {
    const visits: Given[] = [
      [0, [t(800), t2(400)]],
      [28, [t(800), t2(0, { ...unread, id: 'T02' }), nl()]],
      [56, [t(800), t2(400), nl()]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'pPD']);
    expect(rules(visits)[1]).toContain('progression.undecided');
  });
  it('stays open without dates, where no days are asked for too', () => {
    const timepoints = [base, first, [56, [t(1250)]] as Given].map(([day, lesions]) => ({
      id: `d${day}`,
      ...seen(lesions),
    }));
    const always = { confirmPd: 'always', confirmationDays: 0 };
    expect(overall([], always, { timepoints, radiotherapyEndDate: null })).toEqual(['pPD', 'pPD']);
  });
});

describe('the date of a progression that was settled', () => {
  const on = (day: number) => ({ date: dateOn(day) });
  const seenLate = [t(1000, on(30)), fresh('absent', on(33))];
  it.each([
    ['confirmed: that of the sum that grew', 1250, 'PD', 30],
    ['void: that of the latest scan', 1000, 'SD', 33],
  ])('%s', (_name, mm2, value, day) => {
    const [visit] = rate([base, [28, seenLate], [62, [t(mm2)]]]);
    expect(visit).toMatchObject({ date: dateOn(day), revised: { value } });
  });
});

describe('the sum that is compared', () => {
  it('has the non-target that grew since: 1850 against 1450 mm², +27.6 %', () => {
    const visits: Given[] = [
      [0, [t(1000), nt(200)]],
      [28, [t(1250), nt(200)]],
      [56, [t(1250), nt(600)]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'cPD']);
  });
  it('has the non-target that had grown: 1490 against 1600 mm², though the targets alone grew 25 %', () => {
    const visits: Given[] = [
      [0, [t(1000), nt(200)]],
      [28, [t(1000), nt(600)]],
      [56, [t(1250), nt(240)]],
    ];
    expect(overall(visits)).toEqual(['pPD', 'SD']);
  });
  it('has only non-targets of its own kind in a mixed tumour', () => {
    const nonce = { compartment: 'NONCE' } as const;
    const at = (ce: number, other: number) => [t(ce), t2(2000, nonce), nt(other, nonce)];
    const visits: Given[] = [
      [0, at(1000, 200)],
      [28, at(1250, 200)],
      [56, at(1250, 600)],
    ];
    expect(overall(visits, {}, { tumourType: 'MIXED' })).toEqual(['pPD', 'SD']);
  });
});

describe('steroids', () => {
  const higher = { steroids: 'HIGHER' };
  const always = { confirmPd: 'always' };
  const risen: Given = [28, [t(800)], higher];
  const grown: Given = [56, [t(1000)]];
  it.each([
    ['open', [], [null, null]],
    ['pseudo-progression', [[90, [t(1000)]] as Given], ['SD', 'SD', null]],
    ['confirmed', [[90, [t(1250)]] as Given], ['PD', 'PD', null]],
  ])('higher before a progression that is %s', (_name, later, expected) => {
    expect(revised([base, risen, grown, ...later], always)).toEqual(expected);
  });
  it('higher are settled by a visit that could be read', () => {
    const visits: Given[] = [base, risen, [42, [], { evaluable: false }], [56, [t(800)]]];
    expect(rate(visits)[0]?.revised).toEqual({
      value: 'SD',
      byTimepoint: 'd56',
      rule: 'steroids.doseBack',
    });
  });
  it('higher between a progression and its confirmation: progression from then on', () => {
    const visits: Given[] = [base, first, [42, [t(900)], higher], [60, [t(1250)], higher]];
    expect(overall(visits)).toEqual(['pPD', 'NE', 'cPD']);
    expect(revised(visits)).toEqual(['PD', 'PD', null]);
  });
  it('higher leave nothing undetermined that tissue settles', () => {
    const [, settled] = rate([base, first, [42, [t(800)], { ...higher, histology: 'TUMOUR' }]]);
    expect([settled?.overall, settled?.flags]).toEqual(['cPD', []]);
  });
  it('the date of what they left undetermined is that of its latest scan', () => {
    const visits: Given[] = [
      base,
      [28, [t(800, { date: dateOn(30) })], higher],
      [56, [t(1000)], { ...higher, histology: 'TUMOUR' }],
    ];
    expect(rate(visits)[0]).toMatchObject({ date: dateOn(30), revised: { value: 'PD' } });
  });
});

describe('lesions that were treated locally, left out of the sums', () => {
  const leave = { localTreatment: 'exclude' };
  const treated = tumour(null, null, { locallyTreated: { date: dateOn(28) } });
  const treated2 = { ...treated, id: 'T02' };
  it('leave the rest to confirm a progression: 1400 against 1100 mm²', () => {
    const visits: Given[] = [
      [0, [t(800), t2(400)]],
      [27, [t(1100), t2(400)]],
      [56, [t(1400), treated2]],
    ];
    expect(overall(visits, leave)).toEqual(['pPD', 'cPD']);
  });
  it('leave nothing to compare where there was no other', () => {
    const visits: Given[] = [base, [27, [t(1000)]], [56, [treated]]];
    expect(overall(visits, leave)).toEqual(['pPD', 'NE']);
    expect(revised(visits, leave)).toEqual([null, null]);
    const [, none] = rate(visits, leave);
    expect(none?.burden).toBeNull();
    expect(none?.trace[0]?.text).toBe('Every measured lesion was treated locally.');
  });
  it('are not in the sum that a non-target joins: 1500 against 1200 mm²', () => {
    const visits: Given[] = [
      [0, [t(1000), t2(400), nt(200)]],
      [28, [t(1000), treated2, nt(500)]],
    ];
    expect(overall(visits, leave, { setting: 'recurrent' })).toEqual(['PD']);
  });
});
