import { describe, expect, it } from '@jest/globals';
import type { CourseRead } from './courseRead.js';
import type { Decision, ReaderSlot } from './decision.js';
import { dueAdjudications } from './dueAdjudications.js';
import { type Final, finalOf } from './finalOf.js';
import { outcomeOf } from './outcome.js';
import { read, sizes } from './testing/reads.js';

// reader1 responds, reader2 does not; both progress at TP3 (82 is a fifth over 68, 96 over 80).
const reader1 = sizes(100, 70, 68, 82);
const reader2 = sizes(100, 85, 80, 96);
const whole = (slot: ReaderSlot, ...timepoints: string[]): Decision => ({
  timepoints,
  choice: { kind: 'read', slot },
});
const all = ['BL', 'TP1', 'TP2', 'TP3'];
const standing = ({ timepoints }: Final) =>
  timepoints.map(({ timepoint, slot, why }) => [timepoint, slot, why]);
const overall = ({ output }: Final) => output?.timepoints.slice(1).map(one => one.overall);

describe('two with adjudication', () => {
  it("concordant: one reader's record, always the same one's", () => {
    const other = sizes(100, 69, 66, 80);
    const final = finalOf({ reader1, reader2: other });
    expect(final).toMatchObject({ state: 'final', singleRead: false, due: [] });
    expect(final.output).toBe(reader1.output);
    const second = finalOf({ reader1, reader2: other }, { concordantSource: 'reader2' });
    expect(second.output).toBe(other.output);
    expect(standing(second)[0]).toEqual(['BL', 'reader2', 'concordant']);
  });
  it('discordant: nothing stands before the decision, then the chosen read, whole', () => {
    const due = finalOf({ reader1, reader2 });
    expect(due).toMatchObject({ state: 'adjudicationDue', output: null, due: [all] });
    expect(standing(due)[1]).toEqual(['TP1', null, 'due']);
    const decided = finalOf({ reader1, reader2 }, {}, [whole('reader2', ...all)]);
    expect(decided.state).toBe('final');
    expect(decided.output).toBe(reader2.output);
  });
  it('one read missing: the other stands, flagged', () => {
    const final = finalOf({ reader1: null, reader2 });
    expect(final).toMatchObject({ state: 'final', singleRead: true });
    expect(final.output).toBe(reader2.output);
    expect(standing(final)[0]).toEqual(['BL', 'reader2', 'single']);
  });
  it('no read: nothing', () => {
    expect(finalOf({}).state).toBe('none');
  });
  it('a timepoint of one read alone stands as it was read, flagged', () => {
    const final = finalOf({ reader1: sizes(100, 100), reader2: sizes(100, 100, 100) });
    expect(final).toMatchObject({ state: 'final', singleRead: true });
    expect(standing(final)).toEqual([
      ['BL', 'reader1', 'concordant'],
      ['TP1', 'reader1', 'concordant'],
      ['TP2', 'reader2', 'single'],
    ]);
  });
});

describe('by timepoint', () => {
  const rules = { mode: 'perTimepoint' } as const;
  const slots = (...chosen: ReaderSlot[]): Decision => ({
    timepoints: all,
    choice: {
      kind: 'perTimepoint',
      slots: Object.fromEntries(chosen.map((slot, index) => [all[index] ?? '', slot])),
    },
  });

  it('each is as its own read rates it; the best response comes of what stands', () => {
    const final = finalOf({ reader1, reader2 }, rules, [
      slots('reader1', 'reader2', 'reader1', 'reader2'),
    ]);
    // SD of reader2, PR of reader1 (68 of 100), PD of reader2 (96 over 80).
    expect(overall(final)).toEqual(['SD', 'PR', 'PD']);
    expect(final.output?.timepoints.map(({ burden }) => burden?.value)).toEqual([100, 85, 68, 96]);
    expect(final.output?.bestOverallResponse.unconfirmed).toEqual({
      value: 'PR',
      date: reader1.output.timepoints[2]?.date,
    });
    expect(final.output?.timepoints[3]?.burden?.nadir).toBe(80);
  });
  it('the endpoints of what stands are drawn from it', () => {
    const final = finalOf({ reader1, reader2 }, rules, [
      slots('reader1', 'reader2', 'reader2', 'reader1'),
    ]);
    if (!final.output) throw new Error('nothing stands');
    const { response, progression } = outcomeOf({ input: reader1.input, output: final.output });
    expect(response).toBeNull();
    expect(progression).toMatchObject({ status: 'PD', timepoint: 'TP3' });
  });
  it('every timepoint compared by itself, and settled by itself', () => {
    const each = { scope: 'timepoint', laterTimepoints: 'readjudicate' } as const;
    const due = dueAdjudications(reader1, reader2, each);
    expect(due.map(({ timepoints }) => timepoints)).toEqual([['TP1']]);
    const final = finalOf({ reader1, reader2 }, each, [whole('reader2', 'TP1')]);
    expect(standing(final)).toEqual([
      ['BL', 'reader1', 'concordant'],
      ['TP1', 'reader2', 'chosen'],
      ['TP2', 'reader1', 'concordant'],
      ['TP3', 'reader1', 'concordant'],
    ]);
  });
});

describe('timepoints read after a decision', () => {
  // A fourth visit at which reader2 alone calls a new lesion.
  const more1 = sizes(100, 70, 68, 70, 70);
  const more2 = read({
    BL: { T01: 100 },
    TP1: { T01: 85 },
    TP2: { T01: 80 },
    TP3: { T01: 80 },
    TP4: { T01: 80, NL01: 'unequivocal' },
  });
  const first = whole('reader2', ...all);
  const reads = { reader1: more1, reader2: more2 };
  const since = { scope: 'sinceLast' } as const;

  it('keep the chosen reader', () => {
    expect(dueAdjudications(more1, more2, {}, [first])).toEqual([]);
    const final = finalOf(reads, { laterTimepoints: 'keepChosenReader' }, [first]);
    expect(final.state).toBe('final');
    expect(final.output).toBe(more2.output);
    expect(standing(final).at(-1)).toEqual(['TP4', 'reader2', 'keptReader']);
  });
  it('or have the whole course compared again', () => {
    const rules = { laterTimepoints: 'readjudicate' } as const;
    const due = dueAdjudications(more1, more2, rules, [first]);
    const course = [...all, 'TP4'];
    expect(due.map(({ timepoints, fired }) => [timepoints, fired])).toEqual([
      [course, ['bor', 'pdStatus', 'pdDate', 'respDate']],
    ]);
    expect(finalOf(reads, rules, [first]).state).toBe('adjudicationDue');
    // Decided again as a whole, also for the other reader; then nothing is left to compare.
    const again = whole('reader1', ...course);
    expect(finalOf(reads, rules, [first, again]).output).toBe(more1.output);
    expect(dueAdjudications(more1, more2, rules, [first, again])).toEqual([]);
    // A part of what was decided is not decided again by itself.
    expect(() => finalOf(reads, rules, [first, whole('reader1', 'TP3', 'TP4')])).toThrow(
      expect.objectContaining({ code: 'CL_DECISION', path: '/decisions/1/timepoints/0' })
    );
  });
  it('concordant ones stay with the reader that stood', () => {
    const calm = sizes(100, 85, 80, 80, 80);
    const final = finalOf({ reader1: more1, reader2: calm }, since, [first]);
    expect(final.output).toBe(calm.output);
  });
  it('of a period, always compared again', () => {
    const due = dueAdjudications(more1, more2, since, [first]);
    expect(due.map(({ timepoints, fired }) => [timepoints, fired])).toEqual([
      [['TP4'], ['pdStatus', 'pdDate']],
    ]);
    expect(finalOf(reads, since, [first]).state).toBe('adjudicationDue');
    const final = finalOf(reads, since, [first, whole('reader1', 'TP4')]);
    // 70 of 100 in the read that stands for TP4.
    expect(overall(final)).toEqual(['SD', 'SD', 'SD', 'PR']);
  });
  it('of a period, after one on which no trigger fired, and stand as they did whatever comes after', () => {
    // Up to TP1 both are stable; reader1 sees a response at TP2, and what turned up between by itself.
    const one = sizes(100, 90, 60, 60);
    const two = sizes(100, 90, 90, 90);
    const settled = (['BL', 'TP1'] as const).map(timepoint => ({
      ...{ timepoint, slot: 'reader1' as const, why: 'concordant' as const },
    }));
    const scopes = (known: typeof settled, ...decided: string[]) =>
      dueAdjudications(
        one,
        two,
        since,
        decided.length === 0 ? [] : [whole('reader2', ...decided)],
        known
      ).map(({ scope, fired }) => [scope, fired]);
    expect(scopes(settled)).toEqual([
      [{ kind: 'period', after: 'TP1', through: null }, ['bor', 'respDate']],
    ]);
    expect(scopes(settled.slice(0, 1), 'TP2', 'TP3')).toEqual([]);
    expect(scopes(settled.slice(0, 1), 'TP1', 'TP3')).toEqual([
      [{ kind: 'period', after: 'TP1', through: 'TP2' }, ['bor', 'respDate']],
    ]);
    // BL was decided since, for the other reader: TP1 stands as it was settled, TP2 and TP3 stay with them.
    const after = finalOf(
      { reader1: two, reader2: sizes(100, 90, 90, 90) },
      since,
      [whole('reader2', 'BL')],
      settled
    );
    expect(standing(after).map(([, slot, why]) => `${slot} ${why}`)).toEqual([
      ...['reader2 chosen', 'reader1 concordant', 'reader2 keptReader', 'reader2 keptReader'],
    ]);
  });
  it('on which both agree are not those of an adjudicator who read a period before anew', () => {
    const anew: Decision = { timepoints: all, choice: { kind: 'thirdRead' } };
    const calm = sizes(100, 85, 80, 80, 80);
    const adjudicator = sizes(100, 75, 75, 75, 75);
    const rules = { ...since, mode: 'thirdRead' } as const;
    const final = finalOf({ reader1: calm, reader2: calm, adjudicator }, rules, [anew]);
    expect(standing(final).at(-1)).toEqual(['TP4', 'reader1', 'concordant']);
    const alone = finalOf({ reader1: calm, reader2: sizes(100, 85, 80, 80), adjudicator }, rules, [
      anew,
    ]);
    expect(standing(alone).at(-1)).toEqual(['TP4', 'reader1', 'single']);
  });
  it('every timepoint by itself keeps the reader too', () => {
    const each = { scope: 'timepoint', laterTimepoints: 'keepChosenReader' } as const;
    const final = finalOf(reads, each, [whole('reader2', 'TP1')]);
    expect(standing(final).map(([, slot]) => slot)).toEqual([
      'reader1',
      ...Array<string>(4).fill('reader2'),
    ]);
  });
});

describe('a third read', () => {
  const anew: Decision = { timepoints: all, choice: { kind: 'thirdRead' } };
  const adjudicator = sizes(100, 75, 75, 75);
  it('is waited for, then stands whole', () => {
    expect(finalOf({ reader1, reader2 }, { mode: 'thirdRead' }, [anew]).state).toBe('waiting');
    const final = finalOf({ reader1, reader2, adjudicator }, { mode: 'thirdRead' }, [anew]);
    expect(final.output).toBe(adjudicator.output);
  });
  it('is waited for at later timepoints as well', () => {
    const later = { reader1: sizes(100, 70, 68, 82, 90), reader2, adjudicator };
    const final = finalOf(later, { mode: 'thirdRead' }, [anew]);
    expect(final.state).toBe('waiting');
    expect(standing(final).at(-1)).toEqual(['TP4', null, 'notReadYet']);
  });
  it('may be asked for in place of a choice', () => {
    expect(finalOf({ reader1, reader2, adjudicator }, {}, [anew]).output).toBe(adjudicator.output);
  });
});

describe('two averaged', () => {
  const series = (name: string, ...values: (number | null)[]) => ({
    numeric: [
      {
        name,
        unit: 'ml',
        visits: values.map((value, index) => ({ timepoint: all[index] ?? '', value })),
      },
    ],
  });
  const visits = { BL: { T01: 50 }, TP1: { T01: 40 }, TP2: { T01: 'NE' } };
  const one = read(visits, {}, series('volume', 10.1, 12, null));
  const two = read({ ...visits, TP1: { T01: 41.5 } }, {}, series('volume', 10.2, null, null));
  const rules = { paradigm: 'twoAveraged' } as const;
  const values = (final: Final, name: string) =>
    final.numbers
      .find(found => found.name === name)
      ?.visits.map(({ value, how, given }) => [value, how, given]);

  it('the mean of both by visit; what one alone has is missing', () => {
    const final = finalOf({ reader1: one, reader2: two }, rules);
    expect(values(final, 'volume')).toEqual([
      [10.15, 'mean', 2],
      [null, 'mean', 1],
      [null, 'mean', 0],
    ]);
    expect(values(final, 'burden')).toEqual([
      [50, 'mean', 2],
      [40.75, 'mean', 2],
      [null, 'mean', 0],
    ]);
    expect(final).toMatchObject({ state: 'final', output: null, singleRead: true });
  });
  it('or stands alone, where the charter says so', () => {
    const final = finalOf({ reader1: one, reader2: two }, { ...rules, singleStands: true });
    expect(values(final, 'volume')?.[1]).toEqual([12, 'single', 1]);
    const single = finalOf({ reader1: null, reader2: two }, { ...rules, singleStands: true });
    expect(values(single, 'volume')?.[0]).toEqual([10.2, 'single', 1]);
  });
  it('where two with adjudication agree, the mean if the charter says so, else the one record', () => {
    const limits = { triggers: [{ variable: 'volume', absolute: 1, missing: 'ignored' as const }] };
    const mean = finalOf({ reader1: one, reader2: two }, { ...limits, concordantSource: 'mean' });
    expect(values(mean, 'volume')?.[0]).toEqual([10.15, 'mean', 2]);
    expect(mean.output).toBe(one.output);
    const record = finalOf({ reader1: one, reader2: two }, limits);
    expect(values(record, 'volume')?.[0]).toEqual([10.1, 'read', 1]);
  });
  it.each([
    // 10.1, 10.2 and 12: the first two lie closest, the middle one is 10.2.
    ['meanOfClosest2', 12, 10.15, 'meanOfClosest2'],
    ['medianOf3', 12, 10.2, 'median'],
    ['adjudicator', 12, 12, 'read'],
    // 10.3 is as far from 10.2 as that is from 10.1.
    ['meanOfClosest2', 10.3, 10.2, 'meanOfClosest2'],
    ['meanOfClosest2', 10.25, 10.225, 'meanOfClosest2'],
    // Without the third value there are no three.
    ['medianOf3', null, null, 'median'],
  ] as const)('after a third read, %s with %d: %d', (thirdReadFinal, third, value, how) => {
    const timepoints = ['BL', 'TP1', 'TP2'];
    const final = finalOf(
      { reader1: one, reader2: two, adjudicator: read(visits, {}, series('volume', third)) },
      { mode: 'thirdRead', thirdReadFinal },
      [{ timepoints, choice: { kind: 'thirdRead' } }]
    );
    expect(values(final, 'volume')?.[0]).toEqual([value, how, expect.any(Number)]);
  });
  it('of one series in two units there is none', () => {
    const other: CourseRead = { ...two, numeric: [{ name: 'volume', unit: 'cl', visits: [] }] };
    expect(() => finalOf({ reader1: one, reader2: other }, rules)).toThrow(
      expect.objectContaining({ code: 'CL_COURSES_DIFFER' })
    );
  });
});

describe('one reader', () => {
  it('stands once it is there', () => {
    expect(finalOf({ reader1 }, { paradigm: 'oneReader' }).output).toBe(reader1.output);
    expect(finalOf({}, { paradigm: 'oneReader' }).state).toBe('waiting');
  });
});

describe('decisions that can not be', () => {
  const perTimepoint = (slots: Record<string, ReaderSlot>): Decision => ({
    timepoints: all,
    choice: { kind: 'perTimepoint', slots },
  });
  it.each<[string, Decision[], Parameters<typeof finalOf>[1], string]>([
    [
      'a timepoint twice',
      [whole('reader1', 'TP1'), whole('reader1', 'TP1')],
      {},
      '/decisions/1/timepoints/0',
    ],
    ['a timepoint nobody read', [whole('reader1', 'TP9')], {}, '/decisions/0/timepoints/0'],
    ['by timepoint where one read is chosen', [perTimepoint({})], {}, '/decisions/0/choice/kind'],
    [
      'a timepoint left out',
      [perTimepoint({ BL: 'reader1' })],
      { mode: 'perTimepoint' },
      '/decisions/0/choice/slots/TP1',
    ],
    [
      'a choice where a third read is asked for',
      [whole('reader1', ...all)],
      { mode: 'thirdRead' },
      '/decisions/0/choice/kind',
    ],
  ])('%s', (_, decisions, rules, path) => {
    expect(() => finalOf({ reader1, reader2 }, rules, decisions)).toThrow(
      expect.objectContaining({ code: 'CL_DECISION', path })
    );
  });
  it('a read that is not there', () => {
    expect(() => finalOf({ reader1 }, {}, [whole('reader2', ...all)])).toThrow(
      expect.objectContaining({ code: 'CL_DECISION', path: '/decisions/0/choice/slot' })
    );
  });
  it('reads of other subjects', () => {
    const other = read({ BL: { T01: 50 } }, { startDate: '2026-02-01' });
    expect(() => finalOf({ reader1, reader2, adjudicator: other })).toThrow(
      expect.objectContaining({ code: 'CL_COURSES_DIFFER' })
    );
  });
});
