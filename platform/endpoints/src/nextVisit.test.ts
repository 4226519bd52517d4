import { describe, expect, it } from '@jest/globals';
import type { SubjectInput, VisitInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, start, subjectOf, visitsOf } from './testing/subjects.js';

/** IMWG 2016, section 14: plain visits, each category confirmed by the next evaluable one. */
const imwg = (
  visits: string | readonly VisitInput[],
  more: Partial<SubjectInput> = {},
  options: Partial<EndpointOptions> = {}
) => {
  const read = typeof visits === 'string' ? visitsOf(visits) : [...visits];
  return one(subjectOf('', { visits: read, ...more }), { criterion: 'imwg-2016', ...options });
};
const unassessed = (visits: VisitInput[], ...days: number[]): VisitInput[] =>
  visits.map(one =>
    days.some(day => onDay(day) === one.date) ? { ...one, adequate: false } : one
  );

describe('the next evaluable visit', () => {
  it('dates the confirmed response by the visit that it confirms', () => {
    const { responseDate, ttr, dor } = imwg('PR 28, PR 56, PD 84, PD 112');
    expect(responseDate).toEqual({ unconfirmed: onDay(28), confirmed: onDay(28) });
    expect(ttr).toMatchObject({ days: 29, date: onDay(28) });
    expect(dor).toMatchObject({ days: 57, event: true, date: onDay(84) });
  });
  it('leaves what was read as it was read', () => {
    const { bestOverallResponse, clinicalBenefit } = imwg('PR 28', {}, { cbValues: ['CR', 'PR'] });
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PR', date: onDay(28) });
    expect(bestOverallResponse.confirmed).toEqual({ value: 'SD', date: onDay(28) });
    expect(clinicalBenefit).toEqual({
      unconfirmed: { value: true, date: onDay(28) },
      confirmed: { value: false, date: null },
    });
  });
  it('confirms nothing once new therapy began, on its first day neither', () => {
    const confirmed = (newTherapyDate: string) =>
      imwg('PR 28, PR 56', { newTherapyDate }).bestOverallResponse.confirmed.value;
    expect([onDay(40), onDay(56), onDay(57)].map(confirmed)).toEqual(['SD', 'SD', 'PR']);
  });
  it('confirms nothing after the data cutoff', () => {
    const cut = (cutoffDate: string) => imwg('PR 28, PR 56', { cutoffDate });
    expect(cut(onDay(55)).bestOverallResponse.confirmed.value).toBe('SD');
    expect(cut(onDay(56)).bestOverallResponse.confirmed.value).toBe('PR');
    const progressed = imwg('PR 28, PR 56, PD 84, PD 112', { cutoffDate: onDay(100) });
    expect(progressed.pfs).toMatchObject({ event: false, date: onDay(56) });
  });
  it('of two on one date confirms the worse', () => {
    // VGPR and PR on day 28: PR counts, and VGPR on day 56 confirms it.
    const { responseDate, ttr, bestOverallResponse } = imwg('VGPR 28, PR 28, VGPR 56, VGPR 84');
    expect(responseDate.confirmed).toBe(onDay(28));
    expect(ttr?.days).toBe(29);
    expect(bestOverallResponse.confirmed).toEqual({ value: 'VGPR', date: onDay(56) });
  });
});

describe('progression that the next visit does not show', () => {
  const course = visitsOf('PR 28, PR 56, PD 84, PR 112');
  it('is void: the response goes on, and its visit was an assessment', () => {
    const { bestOverallResponse, pfs } = imwg(course);
    expect(bestOverallResponse.confirmed).toEqual({ value: 'PR', date: onDay(28) });
    expect(pfs).toMatchObject({ event: false, reason: 'noEvent', date: onDay(112) });
    expect(imwg(unassessed(course, 112)).pfs.date).toBe(onDay(84));
    expect(imwg(unassessed(course, 84, 112)).pfs.date).toBe(onDay(56));
  });
  it('is not evaluable where nothing was confirmed before it, and then no assessment', () => {
    const void28 = imwg(unassessed(visitsOf('PD 28, SD 56'), 56));
    expect(void28.pfs).toMatchObject({ event: false, reason: 'noAssessment', date: start });
    expect(imwg('PD 28, SD 56').bestOverallResponse.unconfirmed).toEqual({
      value: 'SD',
      date: onDay(56),
    });
  });
  it('is unconfirmed at the last evaluable visit, and no assessment', () => {
    const { pfs, bestOverallResponse } = imwg('PR 28, PR 56, PD 84, NE 112');
    expect(pfs).toMatchObject({ event: false, date: onDay(56) });
    expect(bestOverallResponse.confirmed.value).toBe('PR');
  });
});
