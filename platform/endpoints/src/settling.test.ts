import { describe, expect, it } from '@jest/globals';
import type { SubjectInput, VisitInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, subjectOf, visitsOf } from './testing/subjects.js';

const known = { lastContactDate: onDay(400) };
/** Visits with those of the named days marked as progression that nothing settled. */
const open = (visits: string, ...days: number[]): VisitInput[] =>
  visitsOf(visits).map(one =>
    days.some(day => onDay(day) === one.date) ? { ...one, unresolved: true } : one
  );

describe('imRECIST: the best response goes on until a progression is settled', () => {
  const best = (
    visits: VisitInput[],
    options: Partial<EndpointOptions> = {},
    more: Partial<SubjectInput> = {}
  ) =>
    one(subjectOf('', { visits, ...more }), { criterion: 'imrecist', ...options })
      .bestOverallResponse.unconfirmed;
  const course = open('PD 56, PR 112, PD 168, CR 224', 56);

  it('over an open progression, up to the settled one', () => {
    expect(best(course)).toEqual({ value: 'PR', date: onDay(112) });
  });
  it('not over a settled one, whatever is open later', () => {
    const visits = open('PD 56, CR 112, PD 168', 168);
    expect(best(visits)).toEqual({ value: 'PD', date: onDay(56) });
  });
  it('to the end where none is settled, or where visits after progression enter', () => {
    expect(best(open('PD 56, PR 112', 56))).toEqual({ value: 'PR', date: onDay(112) });
    expect(best(course, { truncateAtPd: false })).toEqual({ value: 'CR', date: onDay(224) });
  });
  it('to pdCutoff where there is one', () => {
    const visits = open('PD 56, PD 112, PR 168, CR 224', 56);
    expect(best(visits, {}, { pdCutoff: onDay(168) })).toEqual({ value: 'PR', date: onDay(168) });
  });
});

it('a visit after the date of the first progression stays out, though it came before its visit', () => {
  const visits = [...visitsOf('SD 56'), { date: onDay(112), response: 'PD', pdDate: onDay(50) }];
  const { unconfirmed } = one(subjectOf('', { visits })).bestOverallResponse;
  expect(unconfirmed).toEqual({ value: 'PD', date: onDay(50) });
});

describe('RANO 2.0: cPD of plain visits', () => {
  const rano = (visits: string, options: Partial<EndpointOptions> = {}) =>
    one(subjectOf(visits), { criterion: 'rano-2.0', confirmation: 'none', ...options });

  it('ends the best response: a response after it is none', () => {
    const { bestOverallResponse, ttr } = rano('SD 28, pPD 56, cPD 91, PR 140');
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'SD', date: onDay(28) });
    expect(ttr).toBeNull();
    const whole = rano('pPD 56, cPD 91, PR 140', { truncateAtPd: false });
    expect(whole.bestOverallResponse.unconfirmed).toEqual({ value: 'PR', date: onDay(140) });
  });
  it('not so pPD, which may be pseudo-progression', () => {
    const { bestOverallResponse } = rano('pPD 56, PR 112');
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PR', date: onDay(112) });
  });
});

describe('PCWG3: PDu of plain visits', () => {
  const pcwg = (visits: string, options: Partial<EndpointOptions> = {}) =>
    one(subjectOf(visits, known), { criterion: 'pcwg3', ...options });

  it('is named in the findings, with what was made of it', () => {
    expect(pcwg('SD 56, PDu 112').findings).toEqual([
      {
        rule: 'unresolvedProgression',
        path: '/subjects/0/visits/1/response',
        text: 'progression that nothing confirmed or resolved (pduRpfs: noEvent)',
      },
    ]);
    expect(pcwg('SD 56, SD 112').findings).toEqual([]);
  });
  it("is an event with pduRpfs: 'event', and stays PDu", () => {
    const { pfs, progression } = pcwg('SD 56, PDu 112', { pduRpfs: 'event' });
    expect(pfs).toMatchObject({ event: true, date: onDay(112) });
    expect(progression).toMatchObject({ response: 'PDu', date: onDay(112) });
  });
});

describe('progression of other criteria that waits', () => {
  const immune = { vocabulary: 'irecist' } as const;
  it('is no finding: an option of its own decides', () => {
    expect(one(subjectOf('IUPD 56', known), immune).findings).toEqual([]);
  });
  it('is censored by that option whatever pduRpfs says', () => {
    const options = { ...immune, unresolvedIupd: 'censor', pduRpfs: 'event' } as const;
    expect(one(subjectOf('ISD 28, IUPD 56'), options).pfs).toMatchObject({
      event: false,
      reason: 'unresolvedProgression',
      date: onDay(28),
    });
  });
});

describe('PCWG2 has no response', () => {
  it('nor any time to one, nor benefit', () => {
    const result = one(subjectOf('NON-PD 200'), { vocabulary: 'pcwg2' });
    expect(result).toMatchObject({ ttr: null, dor: null });
    expect(result.responseDate).toEqual({ unconfirmed: null, confirmed: null });
    expect(result.clinicalBenefit.unconfirmed).toEqual({ value: false, date: null });
  });
});
