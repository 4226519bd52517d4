import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shiftDate } from './shiftDate.js';

describe('shiftDate', () => {
  it.each([
    ['20240228', 1, '20240229'],
    ['20230228', 1, '20230301'],
    ['20240101', -1, '20231231'],
    ['20240101103000.123456+0100', 31, '20240201103000.123456+0100'],
    ['2024010110', 1, '2024010210'],
    ['2024.01.31', 1, '20240201'],
    ['00990101', -1, '00981231'],
    ['', 5, ''],
  ])('%s by %d days is %s', (day, days, shifted) => expect(shiftDate(day, days)).toBe(shifted));

  it.each(['2024', '202401', '20240230', '20241301', 'MILLER', '99991231'])(
    'can’t shift %s by a day',
    day => expect(shiftDate(day, 1)).toBeNull()
  );

  it('comes back by as many days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('3000-01-01'), noInvalidDate: true }),
        fc.integer({ min: -5000, max: 5000 }),
        (date, days) => {
          const day = date.toISOString().slice(0, 10).replaceAll('-', '');
          expect(shiftDate(shiftDate(day, days) ?? '', -days)).toBe(day);
        }
      )
    );
  });
});
