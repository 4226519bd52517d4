import { describe, expect, it } from '@jest/globals';
import { compareCourses, type Comparison } from './compareCourses.js';
import type { VariableComparison } from './reading.js';
import { inputOf, onDay, read, sizes, start } from './testing/reads.js';
import { courseRead } from './courseRead.js';

const row = ({ variables }: Comparison, variable: string, timepoint: string | null = null) => {
  const found = variables.find(one => one.variable === variable && one.timepoint === timepoint);
  if (!found) throw new Error(`no row ${variable}`);
  return found;
};
const values = ({ a, b }: VariableComparison) => [a?.value ?? null, b?.value ?? null];

describe('outcomes that differ', () => {
  // 70 of 100 is PR, 80 is SD; neither grows by a fifth over its lowest.
  const responder = sizes(100, 70, 70);
  const stable = sizes(100, 80, 80);

  it('other best response and first response, the same progression: none', () => {
    const compared = compareCourses(responder, stable);
    expect(compared.status).toBe('discordant');
    expect(compared.fired).toEqual(['bor', 'respDate']);
    expect(values(row(compared, 'bor'))).toEqual(['PR', 'SD']);
    expect(row(compared, 'respDate')).toMatchObject({
      a: { value: onDay(56), day: 56, timepoint: 'TP1' },
      b: { value: null, day: null, timepoint: null },
      differs: true,
      distance: null,
      fired: true,
    });
    expect(row(compared, 'pdStatus')).toMatchObject({
      a: { value: 'NONE' },
      b: { value: 'NONE' },
      differs: false,
    });
  });

  // A: 120 of 100 at day 112. B: 119 is not yet a fifth more, 121 at day 168 is.
  const early = sizes(100, 100, 120, 125);
  const late = sizes(100, 100, 119, 121);

  it('the same best response, another date of progression', () => {
    const compared = compareCourses(early, late);
    expect(compared.fired).toEqual(['pdDate']);
    expect(values(row(compared, 'bor'))).toEqual(['SD', 'SD']);
    expect(row(compared, 'pdDate')).toMatchObject({
      a: { day: 112, timepoint: 'TP2' },
      b: { day: 168, timepoint: 'TP3' },
      distance: 56,
    });
  });
  it('a tolerance covers as many days and not one more', () => {
    const fired = (dateToleranceDays: number) =>
      compareCourses(early, late, { dateToleranceDays }).fired;
    expect(fired(56)).toEqual([]);
    expect(fired(55)).toEqual(['pdDate']);
  });
  it("a trigger's own tolerance comes before that of all dates", () => {
    const triggers = [{ variable: 'pdDate' as const, toleranceDays: 56 }];
    expect(compareCourses(early, late, { triggers, dateToleranceDays: 0 }).fired).toEqual([]);
  });
  it('a difference within the tolerance is still said', () => {
    const compared = compareCourses(early, late, { dateToleranceDays: 56 });
    expect(row(compared, 'pdDate')).toMatchObject({ differs: true, fired: false });
    expect(compared.status).toBe('concordant');
  });
  it('what is no trigger of the charter does not fire', () => {
    expect(compareCourses(responder, stable, { triggers: ['pdDate'] }).status).toBe('concordant');
  });
  it('a date against none is beyond any tolerance', () => {
    const compared = compareCourses(sizes(100, 130), sizes(100, 100), {
      triggers: [{ variable: 'pdDate', toleranceDays: 10_000 }],
    });
    expect(compared.fired).toEqual(['pdDate']);
  });
});

describe('what a later visit revised', () => {
  // An equivocal lesion of day 56 called unequivocal at day 112 was progression at day 56.
  const backdated = read({
    BL: { T01: 30 },
    TP1: { T01: 30, NL01: 'equivocal' },
    TP2: { T01: 30, NL01: 'unequivocal' },
  });
  const seenLater = read({
    BL: { T01: 30 },
    TP1: { T01: 30 },
    TP2: { T01: 30, NL01: 'unequivocal' },
  });
  const rules = { triggers: ['pdDate', 'visitResponse'] as ('pdDate' | 'visitResponse')[] };

  it('counts with the date it was given', () => {
    const compared = compareCourses(backdated, seenLater, rules);
    expect(row(compared, 'pdDate')).toMatchObject({
      a: { day: 56, timepoint: 'TP1' },
      b: { day: 112, timepoint: 'TP2' },
      fired: true,
    });
    expect(values(row(compared, 'visitResponse', 'TP1'))).toEqual(['PD', 'SD']);
    expect(values(row(compared, 'visitResponse', 'TP2'))).toEqual(['PD', 'PD']);
    expect(compared.fired).toEqual(['pdDate', 'visitResponse']);
  });
  it('was not known at the timepoint itself', () => {
    const compared = compareCourses(backdated, seenLater, rules, {
      kind: 'timepoint',
      timepoint: 'TP1',
    });
    expect(compared.status).toBe('concordant');
    expect(values(row(compared, 'visitResponse', 'TP1'))).toEqual(['SD', 'SD']);
  });
});

describe('progression that waits for its confirmation', () => {
  const immune = (...mm: number[]) => {
    const ids = ['BL', 'TP1', 'TP2', 'TP3'];
    const visits = mm.map((size, index) => [ids[index], { T01: size }] as const);
    return read(Object.fromEntries(visits), { criterion: 'irecist' });
  };
  // 130 of 100 opens a run; 136 at least 5 mm on confirms it, 132 does not.
  const confirmed = immune(100, 130, 136);
  const open = immune(100, 130, 132);
  const reset = immune(100, 130, 100);
  const pdStatus = (a = confirmed, b = confirmed, unresolved: 'event' | 'censor' = 'event') =>
    values(
      row(compareCourses(a, b, { endpointOptions: { unresolvedIupd: unresolved } }), 'pdStatus')
    );

  it('ICPD is PD, IUPD that nothing settled is not', () => {
    const compared = compareCourses(confirmed, open);
    expect(values(row(compared, 'pdStatus'))).toEqual(['PD', 'UNCONFIRMED']);
    expect(compared.fired).toContain('pdStatus');
  });
  it('both are dated at the first visit of their run', () => {
    const compared = compareCourses(confirmed, open);
    expect(row(compared, 'pdDate')).toMatchObject({ a: { day: 56 }, b: { day: 56 }, fired: false });
  });
  it('a run that was reset is none', () => {
    expect(pdStatus(open, reset)).toEqual(['UNCONFIRMED', 'NONE']);
  });
  it('what the endpoint censors is none', () => {
    expect(pdStatus(open, reset, 'censor')).toEqual(['NONE', 'NONE']);
    expect(pdStatus(confirmed, reset, 'censor')).toEqual(['PD', 'NONE']);
  });
});

describe('optional triggers', () => {
  const usual = sizes(50, 50, 50);
  it('one reader not evaluable throughout', () => {
    const never = sizes(50, 'NE', 'NE');
    const once = sizes(50, 'NE', 50);
    const fired = (other: typeof usual) =>
      compareCourses(usual, other, { triggers: ['neThroughout'] }).fired;
    expect(fired(never)).toEqual(['neThroughout']);
    expect(fired(once)).toEqual([]);
    expect(compareCourses(never, never, { triggers: ['neThroughout'] }).fired).toEqual([]);
  });
  it('measurable disease at baseline', () => {
    const other = read({
      BL: { NT01: 'present' },
      TP1: { NT01: 'present' },
      TP2: { NT01: 'present' },
    });
    const compared = compareCourses(usual, other, { triggers: ['measurability'] });
    expect(values(row(compared, 'measurability'))).toEqual([true, false]);
    expect(compared.fired).toEqual(['measurability']);
  });
  it('new lesions yes or no, not when', () => {
    const grown = (at: string) =>
      read({
        BL: { T01: 50 },
        TP1: { T01: 50, ...(at === 'TP1' ? { NL01: 'unequivocal' } : {}) },
        TP2: { T01: 50, ...(at === 'never' ? {} : { NL01: 'unequivocal' }) },
      });
    const fired = (a: string, b: string) =>
      compareCourses(grown(a), grown(b), { triggers: ['newLesion'] }).fired;
    expect(fired('TP1', 'TP2')).toEqual([]);
    expect(fired('TP1', 'never')).toEqual(['newLesion']);
  });
});

describe('what never fires', () => {
  it('other targets and sums with the same outcome', () => {
    const everything = {
      triggers: ['bor', 'pdStatus', 'pdDate', 'respDate', 'visitResponse', 'newLesion'] as const,
    };
    const liver = read({ BL: { T01: 100 }, TP1: { T01: 60 }, TP2: { T01: 58 } });
    const others = read({
      BL: { T02: 40, T03: 22 },
      TP1: { T02: 20, T03: 18 },
      TP2: { T02: 22, T03: 16 },
    });
    const compared = compareCourses(liver, others, { triggers: [...everything.triggers] });
    expect(values(row(compared, 'visitResponse', 'TP1'))).toEqual(['PR', 'PR']);
    expect(compared).toMatchObject({ status: 'concordant', fired: [] });
  });
});

describe('numbers', () => {
  const volume = (...values: (number | null)[]) => {
    const visits = values.map((value, index) => ({
      timepoint: index === 0 ? 'BL' : `TP${index}`,
      value,
    }));
    return courseRead(inputOf({ BL: {}, TP1: {}, TP2: {} }), {
      numeric: [{ name: 'volume', unit: 'ml', betterWhen: 'lower', visits }],
    });
  };
  const fired = (
    a: ReturnType<typeof volume>,
    b: ReturnType<typeof volume>,
    threshold: Record<string, unknown>,
    measure = 'value'
  ) => {
    const trigger = { variable: 'volume', measure, ...threshold };
    const compared = compareCourses(a, b, { triggers: [trigger as never] });
    return compared.variables.flatMap(one => (one.fired ? [one.timepoint] : []));
  };

  it('fire beyond an absolute threshold, not at it', () => {
    const [a, b] = [volume(10, 20.3, 30), volume(10, 20, 30.4)];
    expect(fired(a, b, { absolute: 0.3 })).toEqual(['TP2']);
    expect(fired(a, b, { absolute: 0.29 })).toEqual(['TP1', 'TP2']);
  });
  it('fire beyond a share of the mean of both, not at it', () => {
    // 19 and 21 lie 2 apart, which is 10 % of 20.
    const [a, b] = [volume(10, 19, 0), volume(10, 21, 0)];
    expect(fired(a, b, { relativePct: 10 })).toEqual([]);
    expect(fired(a, b, { relativePct: 9.9 })).toEqual(['TP1']);
  });
  it('with both thresholds, fire beyond both', () => {
    const [a, b] = [volume(10, 1, 100), volume(10, 2, 104)];
    expect(fired(a, b, { relativePct: 10, absolute: 3 })).toEqual([]);
    expect(fired(a, b, { relativePct: 3, absolute: 3 })).toEqual(['TP2']);
  });
  it('compare the change from baseline, which two baselines make another', () => {
    const [a, b] = [volume(10, 15, 10), volume(12, 15, 12)];
    expect(fired(a, b, { absolute: 1 }, 'changeFromBaseline')).toEqual(['TP1']);
    // 50 % over 10 against 25 % over 12; then both are back at their lowest.
    expect(fired(a, b, { absolute: 24.9 }, 'changeFromNadirPct')).toEqual(['TP1']);
    expect(fired(a, b, { absolute: 25 }, 'changeFromNadirPct')).toEqual([]);
  });
  it('missing in one read fires, unless the charter ignores it; in both there is nothing to compare', () => {
    const [a, b] = [volume(10, null, null), volume(10, 5, null)];
    expect(fired(a, b, { absolute: 1000 })).toEqual(['TP1']);
    expect(fired(a, b, { absolute: 1000, missing: 'ignored' })).toEqual([]);
  });
  it('results of one name are told apart by their instrument', () => {
    const both = (ofFirst: number, ofSecond: number) =>
      courseRead(inputOf({ BL: {} }), {
        numeric: [
          { name: 'total', of: 'first', unit: null, visits: [{ timepoint: 'BL', value: ofFirst }] },
          {
            name: 'total',
            of: 'second',
            unit: null,
            visits: [{ timepoint: 'BL', value: ofSecond }],
          },
        ],
      });
    const triggers = ['first', 'second'].map(of => ({ variable: 'total', of, absolute: 1 }));
    expect(compareCourses(both(1, 1), both(1, 3), { triggers }).fired).toEqual(['second.total']);
  });
  it('the burden and its changes are those of the criterion', () => {
    const compared = compareCourses(sizes(100, 50, 60), sizes(100, 50, 70), {
      triggers: [
        { variable: 'burden', of: 'recist-1.1', absolute: 5 },
        { variable: 'burden', measure: 'changeFromNadirPct', absolute: 25 },
        { variable: 'burden', measure: 'changeFromBaseline', absolute: 10 },
      ],
    });
    expect(row(compared, 'burden', 'TP2')).toMatchObject({
      unit: 'mm',
      a: { value: 60 },
      b: { value: 70 },
      distance: 10,
      fired: true,
    });
    // 60 is 20 % over 50, 70 is 40 %.
    expect(row(compared, 'burden.changeFromNadirPct', 'TP2')).toMatchObject({
      unit: '%',
      distance: 20,
      fired: false,
    });
    expect(values(row(compared, 'burden.changeFromBaseline', 'TP2'))).toEqual([-40, -30]);
    expect(compared.fired).toEqual(['burden']);
  });
});

describe('one read missing', () => {
  const only = sizes(100, 70);
  it('the other stands, flagged', () => {
    const compared = compareCourses(null, only);
    expect(compared).toMatchObject({ status: 'single', single: 'b', fired: [] });
    expect(row(compared, 'bor')).toMatchObject({ a: null, b: { value: 'PR' }, fired: false });
  });
  it('neither read: nothing', () => {
    expect(compareCourses(null, null)).toMatchObject({ status: 'none', variables: [] });
  });
  it('a timepoint that one alone read is flagged, and is single by itself', () => {
    const compared = compareCourses(sizes(100, 100, 100), sizes(100, 100));
    expect(compared.readByOne).toEqual([{ timepoint: 'TP2', by: 'a' }]);
    const alone = compareCourses(
      sizes(100, 100, 100),
      sizes(100, 100),
      {},
      {
        kind: 'timepoint',
        timepoint: 'TP2',
      }
    );
    expect(alone).toMatchObject({ status: 'single', single: 'a' });
  });
});

describe('a period', () => {
  // They differ at TP1 in progression; what A then adds at TP3 is new.
  const a = sizes(100, 130, 130, 130);
  const b = sizes(100, 100, 100, 100);
  const later = sizes(100, 100, 100, 130);
  const period = (after: string | null, through: string | null = null) =>
    ({ kind: 'period', after, through }) as const;

  it('fires for what lies in it', () => {
    expect(compareCourses(a, b, {}, period(null, 'TP1')).fired).toContain('pdDate');
    expect(compareCourses(b, later, {}, period('TP1')).fired).toEqual(['pdStatus', 'pdDate']);
  });
  it('does not fire again for what an adjudication settled', () => {
    const compared = compareCourses(a, b, {}, period('TP1'));
    expect(compared.timepoints).toEqual(['TP2', 'TP3']);
    expect(row(compared, 'pdDate')).toMatchObject({ differs: true, inScope: false, fired: false });
  });
  it('knows nothing after its end', () => {
    expect(compareCourses(b, later, {}, period('TP1', 'TP2')).status).toBe('concordant');
  });
});

describe('courses without dates', () => {
  const undated = (...mm: number[]) => {
    const dated = sizes(...mm);
    const timepoints = dated.input.timepoints.map(({ id, lesions }) => ({ id, lesions }));
    return courseRead({ ...dated.input, timepoints });
  };
  it('compare the visits', () => {
    const compared = compareCourses(undated(100, 100, 130), undated(100, 130, 130));
    expect(row(compared, 'pdDate')).toMatchObject({
      a: { value: null, day: null, timepoint: 'TP2' },
      b: { value: null, timepoint: 'TP1' },
      distance: null,
      fired: true,
    });
    const same = compareCourses(undated(100, 100, 130), undated(100, 110, 125));
    expect(row(same, 'pdDate')).toMatchObject({ differs: false, fired: false });
  });
});

describe('what can not be compared', () => {
  const usual = sizes(100, 100);
  it.each([
    ['another criterion', read({ BL: { T01: 100 }, TP1: { T01: 100 } }, { criterion: 'irecist' })],
    [
      'another parameter',
      read({ BL: { T01: 100 }, TP1: { T01: 100 } }, { parameters: { minStableDays: 1 } }),
    ],
    ['another start', read({ BL: { T01: 100 }, TP1: { T01: 100 } }, { startDate: start })],
    ['another baseline', read({ TP1: { T01: 100 }, TP2: { T01: 100 } })],
  ])('%s', (_, other) => {
    expect(() => compareCourses(usual, other)).toThrow(
      expect.objectContaining({ code: 'CL_COURSES_DIFFER' })
    );
  });
  it('an output that is not of its input', () => {
    const wrong = { ...usual, output: sizes(100, 100, 100).output };
    expect(() => compareCourses(usual, wrong)).toThrow(
      expect.objectContaining({ code: 'CL_COURSE', path: '/b/output/timepoints' })
    );
  });
  it('a timepoint that no read has', () => {
    expect(() => compareCourses(usual, usual, {}, { kind: 'timepoint', timepoint: 'TP9' })).toThrow(
      /no read has the timepoint "TP9" \(read: BL, TP1\)/
    );
  });
  it.each([
    [
      'a trigger that does not exist',
      { triggers: [{ variable: 'sum', absolute: 5 }] },
      '/rules/triggers/0/variable',
    ],
    ['the same trigger twice', { triggers: ['bor', 'bor'] }, '/rules/triggers/1'],
    ['a number without a threshold', { triggers: ['burden'] }, '/rules/triggers/0'],
    ['a category with one', { triggers: [{ variable: 'bor', absolute: 1 }] }, '/rules/triggers/0'],
    [
      'a tolerance of no date',
      { triggers: [{ variable: 'bor', toleranceDays: 1 }] },
      '/rules/triggers/0',
    ],
    [
      'a result of another criterion',
      { triggers: [{ variable: 'bor', of: 'irecist' }] },
      '/rules/triggers/0/of',
    ],
    [
      'a result of an instrument that no read has',
      { triggers: [{ variable: 'volume', of: 'lvef', absolute: 5 }] },
      '/rules/triggers/0/variable',
    ],
    ['a key that does not exist', { tolerance: 3 }, '/rules/tolerance'],
  ])('%s', (_, rules, path) => {
    expect(() => compareCourses(usual, usual, rules as never)).toThrow(
      expect.objectContaining({ code: 'CL_ADJUDICATION_RULES', path })
    );
  });
});
