import { describe, expect, it } from '@jest/globals';
import { dateProblem, latestDay } from './partial-date.js';

const today = '2026-03-10';

describe('a date of a clinical fact', () => {
  it.each(['2026', '2026-03', '2026-03-10', '2024-02-29', '1900'])('can be %s', date => {
    expect(dateProblem(date, today)).toBeNull();
  });

  it.each([
    ['2026-03-11', 'dateFuture'],
    ['2026-04', 'dateFuture'],
    ['2027', 'dateFuture'],
    ['2025-02-29', 'dateNoDay'],
    ['2025-13', 'dateNoDay'],
    ['2025-00-01', 'dateNoDay'],
    ['2025-04-31', 'dateNoDay'],
    ['1899-12-31', 'dateEarly'],
    ['2026-03-01T10:00:00Z', 'dateForm'],
    ['01.03.2026', 'dateForm'],
    ['2026-3-1', 'dateForm'],
    ['', 'dateForm'],
  ])('can not be %s', (date, why) => {
    expect(dateProblem(date, today)).toBe(why);
  });

  it('means at the latest the last day of what is known of it', () => {
    expect(['2026', '2026-02', '2024-02', '2026-04-05'].map(latestDay)).toEqual([
      ...['2026-12-31', '2026-02-28', '2024-02-29', '2026-04-05'],
    ]);
  });
});
