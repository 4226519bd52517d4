import { describe, expect, it } from '@jest/globals';
import { duration, momentOfDay } from './moment.js';
import { one, onDay, planned, start, subjectOf } from './testing/subjects.js';

const confirmed = { confirmation: 'responses' } as const;

describe('durations', () => {
  it('count both ends, a month being 30.4375 days', () => {
    expect(duration(momentOfDay(0), momentOfDay(0))).toEqual({ days: 1, months: 0.03 });
    expect(duration(momentOfDay(100), momentOfDay(464))).toEqual({ days: 365, months: 11.99 });
  });
});

describe('time to response', () => {
  it('ends at the first response, for responders only', () => {
    expect(one(subjectOf('SD 56, PR 112, CR 168')).ttr).toEqual({
      days: 113,
      months: 3.71,
      date: onDay(112),
    });
    expect(one(subjectOf('SD 56')).ttr).toBeNull();
  });
  it('takes the first visit of the confirmed response where responses are confirmed', () => {
    const subject = subjectOf('PR 42, SD 60, SD 70, PR 112, PR 168');
    expect(one(subject).ttr?.date).toBe(onDay(42));
    const result = one(subject, confirmed);
    expect(result.ttr?.date).toBe(onDay(112));
    expect(result.responseDate).toEqual({ unconfirmed: onDay(42), confirmed: onDay(112) });
    expect(one(subjectOf('PR 56'), confirmed).ttr).toBeNull();
  });
});

describe('duration of response', () => {
  it('runs to progression or death, or to the censoring of progression-free survival', () => {
    expect(one(subjectOf('PR 56, PR 112, PD 168')).dor).toMatchObject({
      days: 113,
      event: true,
      reason: 'progression',
      date: onDay(168),
    });
    expect(one(subjectOf('PR 56', { deathDate: onDay(70) })).dor).toMatchObject({
      days: 15,
      event: true,
      reason: 'death',
    });
    expect(one(subjectOf('PR 56', { deathDate: onDay(56) })).dor).toMatchObject({
      days: 1,
      event: true,
    });
    expect(one(subjectOf('PR 56, SD 112')).dor).toMatchObject({ days: 57, event: false });
    const gap = subjectOf('PR 56, PD 280');
    expect(one(gap, planned).dor).toMatchObject({
      days: 1,
      event: false,
      reason: 'missedAssessments',
    });
    expect(one(subjectOf('SD 56')).dor).toBeNull();
  });
  it('is not censored before the response', () => {
    const subject = subjectOf('PR 56', { baseline: 'incomplete' });
    expect(one(subject).dor).toMatchObject({ days: 1, event: false, date: onDay(56) });
  });
  it('has no time where the progression has no date', () => {
    const visits = [{ date: onDay(56), response: 'PR' }, { response: 'PD' }];
    expect(one(subjectOf('', { visits })).dor).toMatchObject({
      days: null,
      reason: 'undatedProgression',
    });
  });
  it('is none when progression came before the response', () => {
    expect(one(subjectOf('PD 56, PR 112'), { truncateAtPd: false }).dor).toBeNull();
  });
});

describe('clinical benefit', () => {
  const benefit = (visits: string, options = {}) => one(subjectOf(visits), options).clinicalBenefit;
  it.each([
    ['PR 56', true, 56],
    ['SD 56, SD 167', false, null],
    ['SD 56, SD 168', true, 168],
    ['NON-CR/NON-PD 168', true, 168],
    ['NE 168', false, null],
    ['NED 168', false, null],
    ['PD 168', false, null],
    ['PD 56, SD 168', false, null],
  ])('%s: %p', (visits, value, day) => {
    expect(benefit(visits).unconfirmed).toEqual({ value, date: day === null ? null : onDay(day) });
  });
  it('needs confirmation only before cbDays', () => {
    expect(benefit('PR 56, SD 112').confirmed.value).toBe(false);
    expect(benefit('PR 56, PR 112').confirmed).toEqual({ value: true, date: onDay(56) });
    expect(benefit('PR 168').confirmed).toEqual({ value: true, date: onDay(168) });
  });
  it('takes other days and categories', () => {
    expect(benefit('SD 112', { cbDays: 112 }).unconfirmed.value).toBe(true);
    expect(benefit('SD 168', { cbValues: ['CR', 'PR'] }).unconfirmed.value).toBe(false);
    expect(benefit('PR 56, SD 168', { cbValues: ['SD'] }).unconfirmed.date).toBe(onDay(168));
    const immune = { vocabulary: 'irecist', cbValues: ['SD'] };
    expect(benefit('ISD 168', immune).unconfirmed.value).toBe(true);
    expect(benefit('NON-ICR/NON-IUPD 168', immune).unconfirmed.value).toBe(false);
  });
  it('needs a date to have lasted', () => {
    const visits = [{ date: onDay(168), response: 'NE' }, { response: 'SD' }];
    expect(one(subjectOf('', { visits })).clinicalBenefit.unconfirmed.value).toBe(false);
  });
});

describe('overall survival', () => {
  it('ends with death', () => {
    expect(one(subjectOf('PD 56', { deathDate: onDay(80) })).os).toMatchObject({
      days: 81,
      event: true,
      reason: 'death',
      date: onDay(80),
      source:
        'FDA, Clinical Trial Endpoints for Cancer Drugs and Biologics, 2018: death of any cause',
    });
  });
  it('else at the last day known alive, which progression and therapy do not move back', () => {
    const subject = subjectOf('PD 56', { newTherapyDate: onDay(60), lastContactDate: onDay(200) });
    expect(one(subject).os).toMatchObject({ days: 201, event: false, reason: 'alive' });
  });
  it.each([
    ['a visit', subjectOf('SD 80', { lastContactDate: onDay(50) })],
    [
      'a visit known by its PD date',
      subjectOf('', { visits: [{ response: 'PD', pdDate: onDay(80) }] }),
    ],
    ['therapy', subjectOf('SD 56', { newTherapyDate: onDay(80) })],
    ['stopping', subjectOf('SD 56', { stop: { date: onDay(80), reason: 'other' } })],
    ['a cutoff before death', subjectOf('SD 56', { cutoffDate: onDay(80), deathDate: onDay(90) })],
    [
      'a cutoff before the last contact',
      subjectOf('SD 56', { cutoffDate: onDay(80), lastContactDate: onDay(90) }),
    ],
  ])('knows of life by %s', (_name, subject) => {
    expect(one(subject).os).toMatchObject({ date: onDay(80), event: false });
  });
  it('does not take a missed visit for life, nor a cutoff nobody was seen at', () => {
    const missed = { date: onDay(112), missed: true };
    const subject = subjectOf('', { visits: [missed], lastContactDate: onDay(56) });
    expect(one({ ...subject, cutoffDate: onDay(300) }).os.date).toBe(onDay(56));
  });
  it('is censored at the start when nothing is known after it', () => {
    expect(one(subjectOf('')).os).toMatchObject({ days: 1, event: false, date: start });
    expect(one(subjectOf('', { lastContactDate: '2025-12-01' })).os).toMatchObject({
      days: 1,
      date: start,
    });
  });
});
