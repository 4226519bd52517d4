import { describe, expect, it } from '@jest/globals';
import type { SubjectInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, run, subjectOf } from './testing/subjects.js';

const days28 = { confirmationDays: 28, minStableDays: 28 } as const;
const dated = (startDate: string, visits: string): SubjectInput => ({
  id: 'S1',
  startDate,
  visits: visits.split(', ').map(part => {
    const [response = '', date = ''] = part.split(' ');
    return { response, date };
  }),
});

describe('section 16.1 examples, confirmed', () => {
  it.each<[string, string, Partial<EndpointOptions>, string]>([
    [
      '2020-01-01',
      'PR 2020-01-01, CR 2020-02-01, NE 2020-02-16, CR 2020-03-01, SD 2020-04-01',
      {},
      'CR',
    ],
    ['2019-12-30', 'PR 2020-01-01, SD 2020-03-01, SD 2020-04-01, PR 2020-05-01', {}, 'SD'],
    [
      '2019-12-30',
      'PR 2020-01-01, SD 2020-03-01, SD 2020-04-01, PR 2020-05-01',
      { acceptInterveningSD: true },
      'SD',
    ],
    ['2020-02-02', 'PR 2020-02-06, CR 2020-02-16, PR 2020-03-30, PD 2020-04-12', {}, 'SD'],
    ['2020-02-02', 'PR 2020-02-06, CR 2020-02-16, NE 2020-04-01', {}, 'NE'],
    ['2020-03-01', 'CR 2020-03-16, NE 2020-04-01, NE 2020-04-16, CR 2020-05-01', {}, 'SD'],
    [
      '2020-03-01',
      'CR 2020-03-16, NE 2020-04-01, NE 2020-04-16, CR 2020-05-01',
      { maxInterveningNE: 2 },
      'CR',
    ],
    ['2019-11-11', 'CR 2019-11-12, CR 2019-12-02, SD 2020-01-01', {}, 'SD'],
  ])('%s: %s %j gives %s', (startDate, visits, options, expected) => {
    const { bestOverallResponse } = one(dated(startDate, visits), { ...days28, ...options });
    expect(bestOverallResponse.confirmed.value).toBe(expected);
  });
});

describe('what enters', () => {
  it('dates progression by the component that shows it', () => {
    const visits = [{ date: onDay(60), response: 'PD', pdDate: onDay(57) }];
    const { bestOverallResponse, progression } = one(subjectOf('', { visits }));
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: onDay(57) });
    expect(progression).toEqual({
      date: onDay(57),
      response: 'PD',
      pending: false,
      confirmedDate: onDay(57),
    });
  });
  it('counts a missed visit as not done, between MISSING and NE', () => {
    const missed = subjectOf('', { visits: [{ date: onDay(56), missed: true }] });
    expect(one(missed).bestOverallResponse.unconfirmed).toEqual({ value: 'ND', date: onDay(56) });
    expect(one(subjectOf('')).bestOverallResponse.unconfirmed).toEqual({
      value: 'MISSING',
      date: null,
    });
    expect(one(subjectOf(''), { missingAs: 'NE' }).bestOverallResponse.confirmed.value).toBe('NE');
  });
  it.each(['none', 'notEvaluable'] as const)('is NE at every visit with baseline %s', baseline => {
    const { bestOverallResponse } = one(subjectOf('PR 56, ND 70, PD 112', { baseline }));
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'NE', date: onDay(56) });
  });
  it('leaves a visit not done what it was without a baseline', () => {
    const subject = subjectOf('ND 56', { baseline: 'none' });
    expect(one(subject).bestOverallResponse.unconfirmed.value).toBe('ND');
  });
  it('rates the visits of an incomplete baseline', () => {
    const subject = subjectOf('PR 56', { baseline: 'incomplete' });
    expect(one(subject).bestOverallResponse.unconfirmed.value).toBe('PR');
  });
  it("takes the subject's pdCutoff before the option's, in place of the first PD", () => {
    const subject = subjectOf('PD 56, PR 112, CR 168');
    expect(one(subject).bestOverallResponse.unconfirmed.value).toBe('PD');
    const cut = (pdCutoff: string | null) =>
      one({ ...subject, pdCutoff }, { pdCutoff: onDay(168) }).bestOverallResponse.unconfirmed.value;
    expect([cut(null), cut(onDay(112))]).toEqual(['CR', 'PR']);
  });
  it('counts days from the first dose when asked', () => {
    const subject = subjectOf('SD 50', { firstDoseDate: onDay(10) });
    expect(one(subject).bestOverallResponse.unconfirmed.value).toBe('SD');
    expect(one(subject, { refDate: 'firstDose' }).bestOverallResponse.unconfirmed.value).toBe('NE');
  });
  it('flags a partial response after a complete one', () => {
    expect(one(subjectOf('CR 56, PR 112')).bestOverallResponse.flags).toEqual([
      { code: 'CR_THEN_PR', timepoint: '0' },
      { code: 'CR_THEN_PR', timepoint: '1' },
    ]);
    const visits = [
      { id: 'TP1', date: onDay(56), response: 'CR' },
      { id: 'TP2', date: onDay(112), response: 'PR' },
    ];
    const { flags } = one(subjectOf('', { visits })).bestOverallResponse;
    expect(flags.map(({ timepoint }) => timepoint)).toEqual(['TP1', 'TP2']);
  });
});

describe('iRECIST, section 2', () => {
  const immune = (visits: string, options: Partial<EndpointOptions> = {}) =>
    one(subjectOf(visits), { vocabulary: 'irecist', ...options });

  it.each([
    ['I1', 'IUPD 56, ICPD 91', 'ICPD', 56, 56],
    ['I2', 'IUPD 56, IUPD 91, ICPD 126', 'ICPD', 56, 56],
    ['I3', 'IUPD 56, ISD 91, IUPD 126, ICPD 161', 'ISD', 91, 126],
    ['I4', 'IUPD 56, IPR 91', 'IPR', 91, null],
    ['I5', 'IPR 56, IUPD 112, IUPD 147', 'IPR', 56, 112],
    ['I6 and I7', 'IUPD 56, IUPD 91, ICPD 126', 'ICPD', 56, 56],
    ['I8', 'IUPD 60, ICPD 74', 'ICPD', 60, 60],
    ['I9', 'IPR 56, IUPD 112, IPR 147, IUPD 203, ICPD 238', 'IPR', 56, 203],
    ['I10, response', 'IUPD 56, IPR 91, IUPD 126, ICPD 161', 'IPR', 91, 126],
    ['I10, confirmed', 'IUPD 56, ICPD 91', 'ICPD', 56, 56],
    ['I10, never resolved', 'IUPD 56, NE 91, NE 126', 'IUPD', 56, 56],
  ])('%s: %s', (_name, visits, value, bestDay, eventDay) => {
    const { bestOverallResponse, pfs } = immune(visits);
    expect(bestOverallResponse.unconfirmed).toEqual({ value, date: onDay(bestDay) });
    expect({ event: pfs.event, date: pfs.date }).toEqual(
      eventDay === null ? { event: false, date: onDay(91) } : { event: true, date: onDay(eventDay) }
    );
  });
  it('runs iDoR from the first response to the first progression of the confirmed run', () => {
    const { dor, ttr } = immune('IPR 56, IUPD 112, IPR 147, IUPD 203, ICPD 238');
    expect(dor).toMatchObject({ days: 148, event: true, date: onDay(203) });
    expect(ttr).toMatchObject({ days: 57, date: onDay(56) });
  });
  it('says what is pending and what confirmed it', () => {
    expect(immune('IUPD 56, NE 91').progression).toEqual({
      date: onDay(56),
      response: 'IUPD',
      pending: true,
      confirmedDate: null,
    });
    expect(immune('IUPD 56, NE 91, ICPD 126').progression).toEqual({
      date: onDay(56),
      response: 'IUPD',
      pending: false,
      confirmedDate: onDay(126),
    });
    expect(immune('IUPD 56, ISD 91').progression).toBeNull();
  });
  it('reads the codes of its vocabulary only', () => {
    expect(() => immune('PD 56')).toThrow(
      expect.objectContaining({
        code: 'CL_RESPONSE_UNKNOWN',
        path: '/subjects/0/visits/0/response',
      })
    );
    expect(() => one(subjectOf('ICPD 56'))).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', subject: 'S1' })
    );
  });
  it('counts iCR and iPR for the rates', () => {
    const { cohort } = run(subjectOf('IUPD 56, IPR 91'), { vocabulary: 'irecist' });
    expect([cohort.orr?.n, cohort.dcr?.n]).toEqual([1, 1]);
  });
});
