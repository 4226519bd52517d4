import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.js';
import type { SubjectInput, VisitInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, start, subjectOf } from './testing/subjects.js';

const refusal = (subject: Partial<SubjectInput>, options: Partial<EndpointOptions> = {}) => {
  try {
    return one(subjectOf('SD 56', subject), options);
  } catch (error) {
    return error;
  }
};
const early = '2025-12-31';

describe('contradictory dates are refused with subject and field', () => {
  const pd = { date: onDay(56), response: 'PD' };
  it.each<[string, Partial<SubjectInput>, string, string]>([
    [
      'a visit before the start',
      { visits: [{ date: early }] },
      'visits/0/date',
      'is before the start (2026-01-01)',
    ],
    [
      'a visit after death',
      { deathDate: onDay(55) },
      'visits/0/date',
      'is after death (2026-02-25)',
    ],
    [
      'death before the start',
      { visits: [], deathDate: early },
      'deathDate',
      'is before the start (2026-01-01)',
    ],
    [
      'therapy before the start',
      { newTherapyDate: early },
      'newTherapyDate',
      'is before the start (2026-01-01)',
    ],
    [
      'therapy after death',
      { newTherapyDate: onDay(61), deathDate: onDay(60) },
      'newTherapyDate',
      'is after death (2026-03-02)',
    ],
    [
      'contact after death',
      { lastContactDate: onDay(61), deathDate: onDay(60) },
      'lastContactDate',
      'is after death (2026-03-02)',
    ],
    [
      'a stop before the start',
      { stop: { date: early, reason: 'other' } },
      'stop/date',
      'is before the start (2026-01-01)',
    ],
    [
      'a stop after death',
      { stop: { date: onDay(61), reason: 'other' }, deathDate: onDay(60) },
      'stop/date',
      'is after death (2026-03-02)',
    ],
    [
      'a cutoff before the start',
      { cutoffDate: early },
      'cutoffDate',
      'is before the start (2026-01-01)',
    ],
    [
      'a PD date after its visit',
      { visits: [{ ...pd, pdDate: onDay(57) }] },
      'visits/0/pdDate',
      'is after its visit (2026-02-26)',
    ],
    [
      'a PD date before the start',
      { visits: [{ ...pd, pdDate: early }] },
      'visits/0/pdDate',
      'is before the start (2026-01-01)',
    ],
    [
      'a PD date after death',
      { visits: [{ response: 'PD', pdDate: onDay(57) }], deathDate: onDay(56) },
      'visits/0/pdDate',
      'is after death (2026-02-26)',
    ],
    [
      'a numeric value before the start',
      { numeric: [{ name: 'LVEF', visits: [{ date: early, value: 1 }] }] },
      'numeric/0/visits/0/date',
      'is before the start (2026-01-01)',
    ],
  ])('%s', (_name, subject, field, text) => {
    expect(refusal(subject)).toMatchObject({
      name: 'EndpointError',
      code: 'CL_ENDPOINT_DATES',
      path: `/subjects/0/${field}`,
      subject: 'S1',
      message: `subject S1: ${field} ${text}`,
    });
  });
  it.each<[string, VisitInput, string, string]>([
    [
      'a PD date without progression',
      { date: onDay(56), response: 'SD', pdDate: onDay(50) },
      'pdDate',
      'pdDate with response SD',
    ],
    [
      'a PD date without a response, though progression waits',
      { date: onDay(56), unresolved: true, pdDate: onDay(50) },
      'pdDate',
      'pdDate with response null',
    ],
    [
      'a missed visit with a response',
      { date: onDay(56), response: 'SD', missed: true },
      'missed',
      'a missed visit has the response SD',
    ],
    [
      'an adequate visit without a response',
      { date: onDay(56), adequate: true },
      'adequate',
      'a visit without a response is not adequate',
    ],
  ])('%s', (_name, visit, field, text) => {
    expect(refusal({ visits: [visit] })).toMatchObject({
      code: 'CL_ENDPOINT_DATES',
      path: `/subjects/0/visits/0/${field}`,
      message: `subject S1: ${text}`,
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
      'a PD date of progression that waits under another response',
      { visits: [{ date: onDay(56), response: 'SD', unresolved: true, pdDate: onDay(50) }] },
    ],
    [
      'a visit whose interval is null',
      { intervalDays: null, visits: [{ date: onDay(56), response: 'SD', intervalDays: null }] },
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
  const interval = { date: onDay(56), response: 'SD', intervalDays: 56 };
  it.each<[string, Partial<SubjectInput>, Partial<EndpointOptions>, object]>([
    [
      'no first dose',
      {},
      { refDate: 'firstDose' },
      {
        code: 'CL_ENDPOINT_INPUT',
        path: '/subjects/0/firstDoseDate',
        message: 'subject S1: firstDoseDate is missing: the reference date is firstDose',
      },
    ],
    [
      "a visit's interval without a window",
      { visits: [interval] },
      {},
      {
        code: 'CL_ENDPOINT_INPUT',
        path: '/subjects/0/visits/0/intervalDays',
        message: 'subject S1: visits/0/intervalDays needs the option windowDays',
      },
    ],
    [
      "a subject's interval without a window",
      { intervalDays: 28 },
      {},
      {
        code: 'CL_ENDPOINT_INPUT',
        path: '/subjects/0/intervalDays',
        message: 'subject S1: intervalDays needs the option windowDays',
      },
    ],
    [
      'a planned interval without a window',
      {},
      { intervalDays: 56 },
      {
        code: 'CL_ENDPOINT_OPTION',
        path: '/options/windowDays',
        message: 'intervalDays needs windowDays: the missed rule is 2 x interval + 2 x window',
      },
    ],
    [
      'an alpha of 1',
      {},
      { alpha: 1 },
      { code: 'CL_ENDPOINT_OPTION', path: '/options/alpha', subject: null },
    ],
    [
      'a negative number of days',
      {},
      { cbDays: -1 },
      { code: 'CL_ENDPOINT_OPTION', path: '/options/cbDays' },
    ],
  ])('%s', (_name, subject, options, error) => {
    expect(refusal(subject, options)).toMatchObject(error);
  });
  const never = '2026-02-30';
  it.each<[string, Partial<SubjectInput>, Partial<EndpointOptions>]>([
    ['startDate', { startDate: never }, {}],
    ['firstDoseDate', { firstDoseDate: never }, { refDate: 'firstDose' }],
    ['cutoffDate', { cutoffDate: never }, {}],
    ['deathDate', { deathDate: never }, {}],
    ['newTherapyDate', { newTherapyDate: never }, {}],
    ['lastContactDate', { lastContactDate: never }, {}],
    ['stop/date', { stop: { date: never, reason: 'other' } }, {}],
    ['baselineDate', { baselineDate: never }, {}],
    ['pdCutoff', { pdCutoff: never }, {}],
    ['visits/0/date', { visits: [{ date: never }] }, {}],
    ['visits/0/pdDate', { visits: [{ response: 'PD', pdDate: never }] }, {}],
    ['numeric/0/visits/0/date', { numeric: [{ name: 'LVEF', visits: [{ date: never }] }] }, {}],
  ])('%s, a date that does not exist', (field, subject, options) => {
    expect(refusal(subject, options)).toMatchObject({
      code: 'CL_DATE',
      path: `/subjects/0/${field}`,
      message: 'subject S1: "2026-02-30" is not a date (YYYY-MM-DD)',
    });
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
  it('says which subject is there twice', () => {
    expect(() => endpoints({ subjects: [subjectOf(''), subjectOf('')] })).toThrow(
      'subject S1: is there twice'
    );
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
