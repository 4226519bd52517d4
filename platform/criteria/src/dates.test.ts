import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CriterionError } from './criterion.js';
import { compareDates, dayNumber, earliest, latest } from './dates.js';

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['0000-01-01', -719_528],
  ])('of %s is %d', (date, days) => {
    expect(dayNumber(date, '')).toBe(days);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2024-01-32',
    '2024-02-30',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
  ])('refuses %s, which does not exist', date => {
    expect(() => dayNumber(date, '/date')).toThrow(CriterionError);
  });

  it.each(['2025-1-01', '2025-01-01T00:00', ' 2025-01-1', '2025-01-1 ', '2025/01/01', ''])(
    'refuses "%s", which is not YYYY-MM-DD',
    date => {
      expect(() => dayNumber(date, '/date')).toThrow(CriterionError);
    }
  );

  it("is that of the language's own calendar for every day of the years 0 to 9999", () => {
    const first = Date.parse('0000-01-01T00:00:00Z') / 86_400_000;
    const last = Date.parse('9999-12-31T00:00:00Z') / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), day => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dayNumber(date, '')).toBe(day);
      }),
      { numRuns: 2000 }
    );
  });

  it('refuses what the calendar would carry over into the next month', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2040 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const date = `${year}-${two(month)}-${two(day)}`;
          const carried = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
          if (carried === date) expect(dayNumber(date, '')).toBeGreaterThan(7000);
          else expect(() => dayNumber(date, '/date')).toThrow(CriterionError);
        }
      )
    );
  });
});

describe('dates in order', () => {
  it.each([
    ['2020-01-31', '2020-02-01', -1],
    ['2020-02-01', '2020-01-31', 1],
    ['2020-02-01', '2020-02-01', 0],
    [null, '2020-02-01', -1],
    ['2020-02-01', null, 1],
    [null, null, 0],
  ])('%s and %s: %d', (a, b, order) => {
    expect(compareDates(a, b)).toBe(order);
  });

  it.each([
    [['2020-02-01', '2020-01-31', '2020-03-01'], '2020-01-31', '2020-03-01'],
    [['2020-03-01', '2020-02-01'], '2020-02-01', '2020-03-01'],
    [[null, '2020-02-01', null], '2020-02-01', '2020-02-01'],
    [[null], null, null],
    [[], null, null],
  ])('of %j the earliest is %s and the latest %s', (dates, first, last) => {
    const given = [...dates];
    expect([earliest(dates), latest(dates)]).toEqual([first, last]);
    expect(dates).toEqual(given);
  });
});
