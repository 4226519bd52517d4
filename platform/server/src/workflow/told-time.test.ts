import { describe, expect, it } from '@jest/globals';
import {
  dateTold,
  dayTold,
  labelsTold,
  labelTold,
  withTimeTold,
  type Telling,
} from './told-time.js';

const told = (
  dates: Telling['charter']['blinding']['dates'],
  labels: Telling['charter']['blinding']['labels'] = 'timepoint'
): Telling => ({
  charter: { blinding: { dates, labels, sexAge: false, manufacturer: false } },
  dateShiftDays: -100,
});

describe('when a timepoint was', () => {
  it.each([
    ['shifted', '2025-11-22', 56],
    ['shown', '2026-03-02', 56],
    ['offsets', '', 56],
    ['removed', '', null],
  ] as const)('is told by the charter: %s', (dates, date, day) => {
    expect(dateTold(told(dates), '2026-03-02')).toBe(date);
    expect(dayTold(told(dates), '2026-01-05', '2026-03-02')).toBe(day);
  });

  it('is not told where it is not known', () => {
    expect(dateTold(told('shifted'), null)).toBe('');
    expect(dateTold(told('shown'), null)).toBe('');
    expect(dayTold(told('offsets'), null, '2026-03-02')).toBeNull();
    expect(dayTold(told('offsets'), '2026-01-05', '2026-03')).toBeNull();
  });

  it('stands in its label where the charter says so', () => {
    const label = (day: number | null) => labelTold(told('offsets', 'day'), 'TP 3', day);
    expect([56, 0, -14, null].map(label)).toEqual([
      'TP 3, Day +56',
      'TP 3, Day 0',
      'TP 3, Day −14',
      'TP 3',
    ]);
    expect(labelTold(told('offsets'), 'TP 3', 56)).toBe('TP 3');
    const two = [
      { label: 'BL', date: '2026-01-05' },
      { label: 'TP 1', date: '2026-03-02' },
    ];
    expect(labelsTold(told('shifted', 'day'), two, '2026-01-05')).toBe('BL, Day 0; TP 1, Day +56');
    expect(labelsTold(told('shifted'), two, '2026-01-05')).toBe('BL, TP 1');
  });
});

describe('a derived result', () => {
  /** On dates moved by 100 days: 2025-09-27 is the baseline. */
  const result = {
    timepoints: [
      { id: 'TP1', date: '2025-11-22', trace: [{ text: 'PD since 2025-11-22, again' }] },
    ],
    variables: [
      { variable: 'pdDate', distance: 56, a: { value: '2025-11-22', timepoint: 'TP1', day: 56 } },
      { variable: 'burden', distance: 4.5 },
    ],
    messages: [
      { key: 'counterfactual.as.pdDate', values: { value: '2025-11-22', day: 56 } },
      { key: 'agreement.differ.pdDate', values: {} },
    ],
  };
  const of = (dates: Telling['charter']['blinding']['dates']) =>
    withTimeTold(result, told(dates), '2026-01-05');

  it('is as it is where dates are shifted', () => {
    expect(of('shifted')).toBe(result);
  });

  it('has real dates where they are shown', () => {
    expect(JSON.stringify(of('shown'))).toBe(
      JSON.stringify(result).replaceAll('2025-11-22', '2026-03-02')
    );
  });

  it('has durations from the baseline where days alone are told', () => {
    expect(of('offsets')).toMatchObject({
      timepoints: [{ date: 'P56D', trace: [{ text: 'PD since day 56, again' }] }],
      variables: [{ distance: 56, a: { value: 'P56D', day: 56 } }, { distance: 4.5 }],
    });
    const early = withTimeTold({ date: '2025-09-13' }, told('offsets'), '2026-01-05');
    expect(early).toEqual({ date: '-P14D' });
    expect(withTimeTold({ date: '2025-09-13' }, told('offsets'), null)).toEqual({ date: null });
  });

  it('has neither dates nor days where they are removed', () => {
    expect(of('removed')).toEqual({
      timepoints: [{ id: 'TP1', date: null, trace: [{ text: 'PD since …, again' }] }],
      variables: [
        { variable: 'pdDate', distance: null, a: { value: null, timepoint: 'TP1', day: null } },
        { variable: 'burden', distance: 4.5 },
      ],
      messages: [
        { key: 'counterfactual.as.pdDate.undated', values: { value: null, day: null } },
        { key: 'agreement.differ.pdDate', values: {} },
      ],
    });
  });
});
