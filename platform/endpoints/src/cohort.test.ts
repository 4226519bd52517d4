import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { endpoints } from './endpoints.js';
import type { SubjectInput } from './inputSchema.js';
import { endpointSchemas } from './outputSchema.js';
import { onDay, subjectOf, visitsOf } from './testing/subjects.js';

const cohort = (subjects: readonly SubjectInput[], options = {}) =>
  endpoints({ subjects, options }).cohort;
const named = (id: string, visits: string, more: Partial<SubjectInput> = {}) =>
  subjectOf(visits, { id, ...more });

const five = [
  named('A', 'CR 56, CR 112'),
  named('B', 'PR 56, SD 112, PD 168'),
  named('C', 'SD 56'),
  named('D', 'NON-CR/NON-PD 56'),
  named('E', 'NE 56'),
];

describe('rates', () => {
  it('keep everybody in the denominator', () => {
    const result = cohort([...five, named('F', '')]);
    expect(result.orr).toMatchObject({ n: 2, of: 6 });
    expect(result.dcr).toMatchObject({ n: 4, of: 6 });
    expect(result.clinicalBenefit).toMatchObject({ n: 2, of: 6 });
    expect(result.bestOverallResponse.unconfirmed).toEqual({
      CR: 1,
      MISSING: 1,
      NE: 1,
      'NON-CR/NON-PD': 1,
      PR: 1,
      SD: 1,
    });
    expect(result.bestOverallResponse.confirmed).toMatchObject({ CR: 1, SD: 2 });
    const tally = cohort(five.toReversed()).bestOverallResponse.unconfirmed;
    expect(Object.keys(tally)).toEqual(['CR', 'NE', 'NON-CR/NON-PD', 'PR', 'SD']);
  });
  it('follow the option confirmation, and come both ways', () => {
    const result = cohort(five, { confirmation: 'responses' });
    expect([result.responses, result.orr?.n]).toEqual(['confirmed', 1]);
    expect(result.byConfirmation.unconfirmed.orr?.n).toBe(2);
    expect(result.byConfirmation.confirmed).toMatchObject({
      orr: { n: 1 },
      dcr: { n: 4 },
      clinicalBenefit: { n: 1 },
    });
    expect(cohort(five).responses).toBe('unconfirmed');
  });
  it('take their limits at alpha', () => {
    expect(cohort(five).orr?.lower).toBeCloseTo(0.0527, 4);
    expect(cohort(five, { alpha: 0.1 }).orr?.lower).toBeCloseTo(0.0764, 4);
  });
  it('count neither NED nor progression as control', () => {
    expect(cohort([named('A', 'NED 56'), named('B', 'PD 56')]).dcr?.n).toBe(0);
  });
});

describe('times', () => {
  it('estimate from the subjects, leaving out and counting those without a time', () => {
    const undated = named('U', '', { visits: [...visitsOf('PR 56'), { response: 'PD' }] });
    const { pfs, os, dor, ttr } = cohort([...five, undated]);
    expect(pfs).toMatchObject({ n: 5, events: 1, undetermined: 1, median: 169 });
    expect(os).toMatchObject({ n: 6, events: 0, undetermined: 0, median: null });
    expect(dor).toMatchObject({ n: 2, events: 1, undetermined: 1 });
    expect(ttr).toEqual({ n: 3, median: 57, min: 57, max: 57 });
  });
  it('give no time to response without responders, and the middle of two', () => {
    expect(cohort([named('A', 'SD 56')]).ttr).toBeNull();
    expect(cohort([named('A', 'PR 56'), named('B', 'PR 111')]).ttr).toEqual({
      n: 2,
      median: 84.5,
      min: 57,
      max: 112,
    });
  });
});

describe('plots', () => {
  const burdens = (id: string, baselineBurden: number | null, values: readonly (number | null)[]) =>
    named(id, '', {
      baselineBurden,
      baselineDate: onDay(-3),
      visits: values.map((burden, index) => ({
        date: onDay(56 * (index + 1)),
        response: burden === null ? 'NE' : 'SD',
        burden,
      })),
    });
  it('waterfall: best change of each, largest increase first, and who has no bar', () => {
    const { waterfall } = cohort([
      burdens('shrunk', 30, [25, 20, 24]),
      burdens('grown', 30, [33]),
      burdens('same-b', 30, [30]),
      burdens('same-a', 30, [30]),
      burdens('zero', 0, [10]),
      burdens('unread', 30, [null]),
      burdens('no baseline', null, [10]),
    ]);
    expect(waterfall).toEqual({
      bars: [
        { id: 'grown', changePct: 10, response: 'SD' },
        { id: 'same-a', changePct: 0, response: 'SD' },
        { id: 'same-b', changePct: 0, response: 'SD' },
        { id: 'shrunk', changePct: -33.33, response: 'SD' },
      ],
      without: ['no baseline', 'unread', 'zero'],
    });
  });
  it('waterfall: decreases alone are in that order too', () => {
    const { waterfall } = cohort([
      burdens('half', 30, [15]),
      burdens('least', 30, [27]),
      burdens('some', 30, [21]),
    ]);
    expect(waterfall.bars.map(({ id }) => id)).toEqual(['least', 'some', 'half']);
  });
  it('waterfall: not from visits after progression, where spider still shows them', () => {
    const visits = [
      { date: onDay(56), response: 'PD', burden: 40 },
      { date: onDay(112), response: 'PR', burden: 10 },
    ];
    const result = cohort([named('A', '', { visits, baselineBurden: 30 })]);
    expect(result.waterfall.bars).toEqual([{ id: 'A', changePct: 33.33, response: 'PD' }]);
    expect(result.spider).toEqual([
      {
        id: 'A',
        points: [
          { day: 57, value: 40, changePct: 33.33 },
          { day: 113, value: 10, changePct: -66.67 },
        ],
      },
    ]);
  });
  it('spider: from the baseline where it has a date, without what is not known', () => {
    const { spider } = cohort([burdens('B', 30, [null, 15]), burdens('A', 30, [])]);
    expect(spider).toEqual([
      { id: 'A', points: [{ day: -3, value: 30, changePct: 0 }] },
      {
        id: 'B',
        points: [
          { day: -3, value: 30, changePct: 0 },
          { day: 113, value: 15, changePct: -50 },
        ],
      },
    ]);
  });
  it('swimmer: segments from response to response, marks, longest first', () => {
    const { swimmer } = cohort([
      named('short', 'SD 56, ND 112', { deathDate: onDay(100) }),
      named('long', 'PR 56, PD 112', {
        newTherapyDate: onDay(120),
        stop: { date: onDay(118), reason: 'other' },
        lastContactDate: onDay(200),
      }),
      named('never seen', ''),
    ]);
    expect(swimmer).toEqual([
      {
        id: 'long',
        end: 201,
        ongoing: false,
        segments: [
          { from: 57, to: 113, response: 'PR' },
          { from: 113, to: 201, response: 'PD' },
        ],
        marks: [
          { kind: 'response', day: 57 },
          { kind: 'progression', day: 113 },
          { kind: 'newTherapy', day: 121 },
          { kind: 'stop', day: 119 },
        ],
      },
      {
        id: 'short',
        end: 101,
        ongoing: false,
        segments: [{ from: 57, to: 101, response: 'SD' }],
        marks: [{ kind: 'death', day: 101 }],
      },
      { id: 'never seen', end: null, ongoing: true, segments: [], marks: [] },
    ]);
  });
  it.each<[string, Partial<SubjectInput>, string, boolean]>([
    ['nothing ended it', {}, 'SD 56', true],
    ['progression', {}, 'PD 56', false],
    ['new therapy', { newTherapyDate: onDay(60) }, 'SD 56', false],
    ['stopping', { stop: { date: onDay(60), reason: 'toxicity' } }, 'SD 56', false],
    ['death under the missed rule', { deathDate: onDay(300) }, 'SD 56, NE 112, NE 168', false],
  ])('swimmer: ongoing or not: %s', (_name, more, visits, expected) => {
    expect(cohort([named('A', visits, more)]).swimmer[0]?.ongoing).toBe(expected);
  });
  it('waterfall: of equal changes the first has the date', () => {
    const { subjects } = endpoints({ subjects: [burdens('A', 30, [20, 20, 25])] });
    expect(subjects[0]?.plots.waterfall).toEqual({ changePct: -33.33, date: onDay(56) });
  });
  it('swimmer: a bar of one day for who was seen on the start alone', () => {
    const { swimmer } = cohort([named('A', '', { lastContactDate: onDay(0) })]);
    expect(swimmer[0]?.end).toBe(1);
  });
  it('swimmer: no bar from a last contact before the start', () => {
    const { swimmer } = cohort([named('A', '', { lastContactDate: '2025-12-01' })]);
    expect(swimmer[0]?.end).toBeNull();
  });
});

describe('the document', () => {
  it('says which options were used, the given ones and the rest', () => {
    const { options } = endpoints({ subjects: [], options: { minStableDays: 28 } });
    expect(options).toEqual({
      criterion: 'recist-1.1',
      vocabulary: 'recist',
      refDate: 'randomisation',
      confirmation: 'none',
      confirmationDays: 28,
      minStableDays: 28,
      maxInterveningNE: 1,
      acceptInterveningSD: false,
      missingAs: 'MISSING',
      truncateAtPd: true,
      pdCutoff: null,
      cbDays: 168,
      cbValues: ['CR', 'PR', 'SD', 'NON-CR/NON-PD'],
      mrAs: 'SD',
      prlAs: 'PR',
      alpha: 0.05,
      clinicalPd: 'censor',
      newTherapy: 'censor',
      missed: 'censor',
      adequate: 'notNE',
      intervalDays: null,
      windowDays: null,
      missedGap: null,
      unresolvedIupd: 'event',
      unresolvedPpd: 'event',
      pduBor: 'SD',
      pduRpfs: 'noEvent',
      'km.ci': 'loglog',
      medianTie: 'midpoint',
    });
    expect(endpoints({ subjects: [], options: null }).options.minStableDays).toBe(42);
  });
  it('fits its schema, for somebody and for nobody', () => {
    for (const subjects of [five, []])
      expect([...Value.Errors(endpointSchemas.output, endpoints({ subjects }))]).toEqual([]);
  });
  it.each([
    [{}, 1],
    [{ intervalDays: 56, windowDays: 7 }, 0],
    [{ missedGap: 126 }, 0],
    [{ missed: 'event' }, 0],
  ])('says that the missed rule has no plan: %j', (options, count) => {
    const { findings } = endpoints({ subjects: [], options });
    expect(findings).toEqual(
      Array.from({ length: count }, () => ({
        rule: 'missedRuleWithoutPlan',
        path: '/options/intervalDays',
        text: 'no planned interval: where visits have none either, the missed rule counts the visits listed',
      }))
    );
  });
  it('answers subjects in the order given', () => {
    const { subjects } = endpoints({ subjects: five.toReversed() });
    expect(subjects.map(({ id }) => id)).toEqual(['E', 'D', 'C', 'B', 'A']);
  });
});
