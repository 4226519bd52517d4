import { describe, expect, it } from '@jest/globals';
import type { Overall } from './categories.js';
import { carriesPr, lastResponse, type RatedVisit } from './responseCarry.js';

const on = (date: string | null, target: string, overall: string = target): RatedVisit => ({
  date,
  target,
  overall: overall as Overall,
});

describe('a partial response that is carried', () => {
  const pr = on('2026-01-01', 'PR');
  it.each<[string, RatedVisit[], boolean]>([
    ['none yet', [on('2026-01-01', 'SD')], false],
    ['a partial one', [pr], true],
    ['a complete one', [on('2026-01-01', 'CR')], true],
    ['a partial one of the targets alone', [on('2026-01-01', 'PR', 'SD')], true],
    ['stable since', [pr, on('2026-02-01', 'SD')], true],
    ['progression since', [pr, on('2026-02-01', 'PD')], false],
    ['progression since, by a new lesion', [pr, on('2026-02-01', 'PR', 'PD')], false],
    ['progression before', [on('2025-12-01', 'PD'), pr], true],
    ['no visit', [], false],
  ])('%s', (_name, visits, carried) => {
    const parameters = { confirmation: 'none', confirmationDays: 28 } as const;
    expect(carriesPr(visits, { prCarry: 'faq', ...parameters })).toBe(carried);
    expect(carriesPr(visits, { prCarry: 'none', ...parameters })).toBe(false);
  });
  it.each<[string, RatedVisit[], boolean]>([
    ['once', [pr], false],
    ['28 days apart', [pr, on('2026-01-29', 'PR')], true],
    ['27 days apart', [pr, on('2026-01-28', 'PR')], false],
    ['the later one complete', [pr, on('2026-01-29', 'CR')], true],
    ['a stable visit is no second', [pr, on('2026-01-29', 'SD')], false],
    [
      'from the first to the last',
      [pr, on('2026-01-10', 'SD'), on('2026-01-20', 'PR'), on('2026-01-29', 'PR')],
      true,
    ],
    ['the first before a progression', [pr, on('2026-01-10', 'PD'), on('2026-01-29', 'PR')], false],
    ['no dates', [on(null, 'PR'), on(null, 'PR')], false],
    ['the first without a date', [on(null, 'PR'), on('2026-01-29', 'PR')], false],
    ['the last without a date', [pr, on(null, 'PR')], false],
  ])('once it is confirmed: %s', (_name, visits, carried) => {
    const parameters = { prCarry: 'faq', confirmation: 'responses', confirmationDays: 28 } as const;
    expect(carriesPr(visits, parameters)).toBe(carried);
  });
});

describe('the last response', () => {
  it('is that of the last visit that was evaluable', () => {
    expect(lastResponse([on(null, 'CR'), on(null, 'PR'), on(null, 'NE')])).toBe('PR');
    expect(lastResponse([on(null, 'CR', 'NE')])).toBeNull();
    expect(lastResponse([])).toBeNull();
  });
});
