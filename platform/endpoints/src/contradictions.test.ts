import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.js';
import type { SubjectInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, start, subjectOf, visitsOf } from './testing/subjects.js';

const refusal = (subject: Partial<SubjectInput>, options: Partial<EndpointOptions> = {}) => {
  try {
    return one(subjectOf('SD 56', subject), options);
  } catch (error) {
    return error;
  }
};
const early = '2025-12-31';

describe('contradictory dates are refused with subject and field', () => {
  it.each<[string, Partial<SubjectInput>, string]>([
    ['a visit before the start', { visits: [{ date: early }] }, '/visits/0/date'],
    ['a visit after death', { deathDate: onDay(55) }, '/visits/0/date'],
    ['death before the start', { visits: [], deathDate: early }, '/deathDate'],
    ['therapy before the start', { newTherapyDate: early }, '/newTherapyDate'],
    ['therapy after death', { newTherapyDate: onDay(61), deathDate: onDay(60) }, '/newTherapyDate'],
    [
      'contact after death',
      { lastContactDate: onDay(61), deathDate: onDay(60) },
      '/lastContactDate',
    ],
    ['a stop before the start', { stop: { date: early, reason: 'other' } }, '/stop/date'],
    [
      'a stop after death',
      { stop: { date: onDay(61), reason: 'other' }, deathDate: onDay(60) },
      '/stop/date',
    ],
    ['a cutoff before the start', { cutoffDate: early }, '/cutoffDate'],
    [
      'a PD date after its visit',
      { visits: [{ date: onDay(56), response: 'PD', pdDate: onDay(57) }] },
      '/visits/0/pdDate',
    ],
    [
      'a PD date before the start',
      { visits: [{ date: onDay(56), response: 'PD', pdDate: early }] },
      '/visits/0/pdDate',
    ],
    [
      'a PD date after death',
      { visits: [{ response: 'PD', pdDate: onDay(57) }], deathDate: onDay(56) },
      '/visits/0/pdDate',
    ],
    [
      'a PD date without progression',
      { visits: [{ date: onDay(56), response: 'SD', pdDate: onDay(50) }] },
      '/visits/0/pdDate',
    ],
    [
      'a missed visit with a response',
      { visits: [{ date: onDay(56), response: 'SD', missed: true }] },
      '/visits/0/missed',
    ],
    [
      'an adequate visit without a response',
      { visits: [{ date: onDay(56), adequate: true }] },
      '/visits/0/adequate',
    ],
    [
      'a numeric value before the start',
      { numeric: [{ name: 'LVEF', visits: [{ date: early, value: 1 }] }] },
      '/numeric/0/visits/0/date',
    ],
  ])('%s', (_name, subject, path) => {
    expect(refusal(subject)).toMatchObject({
      code: 'CL_ENDPOINT_DATES',
      path: `/subjects/0${path}`,
      subject: 'S1',
      message: expect.stringMatching(/^subject S1: ./),
    });
  });
  it.each<[string, Partial<SubjectInput>]>([
    [
      'a visit on the start and death on a visit',
      { visits: [{ date: start, response: 'SD' }], deathDate: start },
    ],
    [
      'everything on one day',
      { visits: [], newTherapyDate: start, lastContactDate: start, cutoffDate: start },
    ],
    [
      'a PD date on its visit',
      { visits: [{ date: onDay(56), response: 'PD', pdDate: onDay(56) }] },
    ],
    [
      'a missed visit that says NE or ND',
      {
        visits: [
          { missed: true, response: 'NE' },
          { missed: true, response: 'ND' },
        ],
      },
    ],
    [
      'a missed visit after death',
      { visits: [{ date: onDay(56), missed: true }], deathDate: onDay(50) },
    ],
  ])('%s is not one', (_name, subject) => {
    expect(refusal(subject)).toMatchObject({ id: 'S1' });
  });
});

describe('what can not be read', () => {
  it.each<[string, Partial<SubjectInput>, Partial<EndpointOptions>, string, string]>([
    [
      'a date that does not exist',
      { deathDate: '2026-02-30' },
      {},
      'CL_DATE',
      '/subjects/0/deathDate',
    ],
    [
      'no first dose',
      {},
      { refDate: 'firstDose' },
      'CL_ENDPOINT_INPUT',
      '/subjects/0/firstDoseDate',
    ],
    [
      'an interval without a window',
      { visits: [{ date: onDay(56), response: 'SD', intervalDays: 56 }] },
      {},
      'CL_ENDPOINT_INPUT',
      '/subjects/0/visits/0/intervalDays',
    ],
    [
      'a planned interval without a window',
      {},
      { intervalDays: 56 },
      'CL_ENDPOINT_OPTION',
      '/options/windowDays',
    ],
    ['an alpha of 1', {}, { alpha: 1 }, 'CL_ENDPOINT_OPTION', '/options/alpha'],
    ['a negative number of days', {}, { cbDays: -1 }, 'CL_ENDPOINT_OPTION', '/options/cbDays'],
  ])('%s', (_name, subject, options, code, path) => {
    expect(refusal(subject, options)).toMatchObject({ code, path });
  });
  it.each<[string, unknown, string, string]>([
    [
      'an unknown option',
      { subjects: [], options: { minStable: 1 } },
      'CL_ENDPOINT_OPTION',
      '/options/minStable',
    ],
    ['options that are none', { subjects: [], options: 5 }, 'CL_ENDPOINT_OPTION', '/options'],
    ['no object', 5, 'CL_ENDPOINT_INPUT', '/'],
    ['null', null, 'CL_ENDPOINT_INPUT', '/'],
    ['no subjects', {}, 'CL_ENDPOINT_INPUT', '/subjects'],
    [
      'a subject without a start',
      { subjects: [{ id: 'S1', visits: [] }] },
      'CL_ENDPOINT_INPUT',
      '/subjects/0/startDate',
    ],
    [
      'a negative burden',
      { subjects: [subjectOf('', { visits: [{ burden: -1 }] })] },
      'CL_ENDPOINT_INPUT',
      '/subjects/0/visits/0/burden',
    ],
    [
      'a subject twice',
      { subjects: [subjectOf(''), subjectOf('')] },
      'CL_SUBJECT_DUPLICATE',
      '/subjects/1/id',
    ],
  ])('%s', (_name, input, code, path) => {
    expect(() => endpoints(input)).toThrow(expect.objectContaining({ code, path }));
  });
  it('points into the visit for a value of the wrong kind', () => {
    const subject = { ...subjectOf(''), stop: { date: onDay(56), reason: 'moved' } };
    expect(() => endpoints({ subjects: [subject] })).toThrow(
      expect.objectContaining({
        code: 'CL_ENDPOINT_INPUT',
        path: '/subjects/0/stop/reason',
        message:
          '/subjects/0/stop/reason: expected one of clinicalProgression, toxicity, lostToFollowUp, withdrawal, other',
      })
    );
  });
  it('names the types where a value may be one or null', () => {
    const subject = { ...subjectOf(''), baselineBurden: 'big' };
    expect(() => endpoints({ subjects: [subject] })).toThrow('expected one of number, null');
    expect(() => endpoints({ subjects: [], options: { missedGap: 'x' } })).toThrow(
      '/options/missedGap: expected one of integer, null'
    );
  });
  it('says which values an option allows', () => {
    expect(() => endpoints({ subjects: [], options: { refDate: 'consent' } })).toThrow(
      '/options/refDate: expected one of randomisation, firstDose'
    );
  });
});

describe('what is odd is a finding', () => {
  const rules = (subject: SubjectInput) =>
    one(subject).findings.map(({ rule, path }) => `${rule} ${path.replace('/subjects/0/', '')}`);
  const known = { lastContactDate: onDay(400) };

  it('nothing in an ordinary course', () => {
    expect(rules(subjectOf('SD 56, PD 112', known))).toEqual([]);
    expect(rules(subjectOf('SD 56', { deathDate: onDay(80) }))).toEqual([]);
    expect(rules(subjectOf('', { lastContactDate: start }))).toEqual([]);
    const sameDay = { lastContactDate: onDay(56), cutoffDate: onDay(56) };
    expect(rules(subjectOf('SD 56', sameDay))).toEqual([]);
  });
  it.each<[string, SubjectInput, string[]]>([
    ['out of order', subjectOf('SD 112, PR 56', known), ['visitsOutOfOrder visits/1/date']],
    ['two on one date', subjectOf('SD 56, PR 56', known), ['visitsOnOneDate visits/1/date']],
    [
      'no date',
      subjectOf('', { ...known, visits: [{ response: 'SD' }] }),
      ['visitUndated visits/0/date'],
    ],
    [
      'progression not after the visit before',
      subjectOf('', {
        ...known,
        visits: [...visitsOf('SD 56'), { date: onDay(112), response: 'PD', pdDate: onDay(56) }],
      }),
      ['pdBeforePriorVisit visits/1/pdDate'],
    ],
    [
      'after the cutoff',
      subjectOf('SD 56, PD 112', {
        lastContactDate: onDay(100),
        cutoffDate: onDay(100),
        deathDate: onDay(200),
        newTherapyDate: onDay(120),
        stop: { date: onDay(120), reason: 'toxicity' },
        numeric: [{ name: 'LVEF', visits: [{ date: onDay(101), value: 1 }] }],
      }),
      [
        'afterCutoff visits/1',
        'afterCutoff stop/date',
        'afterCutoff deathDate',
        'afterCutoff newTherapyDate',
        'afterCutoff numeric/0/visits/0/date',
      ],
    ],
    ['no response', subjectOf('NA 56, ND 60', known), ['responseMissing visits/0/response']],
    ['no contact', subjectOf('SD 56'), ['contactMissing lastContactDate']],
    [
      'contact before a visit',
      subjectOf('SD 56', { lastContactDate: onDay(50) }),
      ['contactBeforeVisit lastContactDate'],
    ],
    [
      'contact before the start',
      subjectOf('', { lastContactDate: early }),
      ['contactBeforeStart lastContactDate'],
    ],
  ])('%s', (_name, subject, expected) => {
    expect(rules(subject).toSorted()).toEqual(expected.toSorted());
  });
  it('fields nobody reads', () => {
    const misspelt = {
      ...subjectOf('', known),
      deathdate: onDay(70),
      visits: [{ date: onDay(56), respons: 'SD' }],
    };
    expect(rules(misspelt)).toEqual([
      'responseMissing visits/0/response',
      'unknownField deathdate',
      'unknownField visits/0/respons',
    ]);
  });
  it('takes visits out of order in time order', () => {
    expect(one(subjectOf('PD 112, PR 56', known)).bestOverallResponse.unconfirmed.value).toBe('PR');
  });
});
