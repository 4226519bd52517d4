import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterWorkingDays, daysBetween } from './calendar.js';

const week = {
  workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  holidays: [] as string[],
};

describe('working days', () => {
  it.each([
    // 2026-03-01 is a Sunday.
    ['from a Sunday, of which Monday is the first', '2026-03-01', 1, '2026-03-02'],
    ['within a week', '2026-03-02', 4, '2026-03-06'],
    ['over a weekend', '2026-03-06', 1, '2026-03-09'],
    ['a working week', '2026-03-04', 5, '2026-03-11'],
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['over a leap day, a Tuesday in 2028', '2028-02-28', 1, '2028-02-29'],
  ])('%s', (_what, date, days, expected) => {
    expect(afterWorkingDays(date, days, week)).toBe(expected);
  });

  it('leave out holidays, and go by the days that people work on', () => {
    const holidays = ['2026-12-24', '2026-12-25', '2027-01-01'];
    expect(afterWorkingDays('2026-12-23', 1, { ...week, holidays })).toBe('2026-12-28');
    expect(afterWorkingDays('2026-12-31', 1, { ...week, holidays })).toBe('2027-01-04');
    const gulf = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'];
    expect(afterWorkingDays('2026-03-05', 1, { ...week, workingDays: gulf })).toBe('2026-03-08');
  });

  it('are counted from full dates alone', () => {
    expect(() => afterWorkingDays('2026-03', 1, week)).toThrow('2026-03 is not a full date');
  });

  it('without holidays take five in a week, wherever they begin', () => {
    const dates = fc.date({
      ...{ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z') },
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 50 }), (date, weeks) => {
        const from = date.toISOString().slice(0, 10);
        const first = afterWorkingDays(from, 1, week);
        const after = afterWorkingDays(first, 5 * weeks, week);
        expect(daysBetween(first, after)).toBe(7 * weeks);
      })
    );
  });
});
