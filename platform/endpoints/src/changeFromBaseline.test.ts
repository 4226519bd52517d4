import { describe, expect, it } from '@jest/globals';
import { changeFrom } from './changeFromBaseline.js';
import { endpoints } from './endpoints.js';
import type { NumericInput } from './inputSchema.js';
import { one, onDay, subjectOf } from './testing/subjects.js';

const numeric = (
  more: Partial<NumericInput>,
  values: readonly (number | null)[]
): NumericInput => ({
  name: 'RAMRIS synovitis',
  visits: values.map((value, index) => ({
    visit: `W${12 * (index + 1)}`,
    date: onDay(84 * (index + 1)),
    value,
  })),
  ...more,
});
const result = (input: NumericInput) => one(subjectOf('', { numeric: [input] })).numeric[0];

describe('change', () => {
  it.each([
    [10, 7, -3, -30],
    [3, 2.2, -0.8, -26.67],
    [0.3, 0.1, -0.2, -66.67],
    [10, 10, 0, 0],
    [0, 5, 5, null],
    [-2, -1, 1, -50],
    [0.00001, 0.00003, 0.00002, 200],
  ])('from %d to %d: %d, %p %%', (from, to, change, changePct) => {
    expect(changeFrom(from, to)).toEqual({ change, changePct });
  });
});

describe('a numeric endpoint by visit', () => {
  it('changes from baseline and from the best before, lower being better', () => {
    const input = numeric({ unit: 'points', baseline: 9, betterWhen: 'lower' }, [6, null, 7, 6]);
    expect(result(input)).toEqual({
      name: 'RAMRIS synovitis',
      unit: 'points',
      baseline: 9,
      visits: [
        {
          visit: 'W12',
          date: onDay(84),
          day: 85,
          value: 6,
          fromBaseline: { change: -3, changePct: -33.33 },
          fromBest: { change: -3, changePct: -33.33 },
        },
        {
          visit: 'W24',
          date: onDay(168),
          day: 169,
          value: null,
          fromBaseline: null,
          fromBest: null,
        },
        {
          visit: 'W36',
          date: onDay(252),
          day: 253,
          value: 7,
          fromBaseline: { change: -2, changePct: -22.22 },
          fromBest: { change: 1, changePct: 16.67 },
        },
        {
          visit: 'W48',
          date: onDay(336),
          day: 337,
          value: 6,
          fromBaseline: { change: -3, changePct: -33.33 },
          fromBest: { change: 0, changePct: 0 },
        },
      ],
      best: { change: -3, changePct: -33.33, value: 6, visit: 'W12' },
    });
  });
  it('takes the highest where higher is better', () => {
    const lvef = result(numeric({ baseline: 40, betterWhen: 'higher' }, [45, 50, 48]));
    expect(lvef?.best).toEqual({ change: 10, changePct: 25, value: 50, visit: 'W24' });
    expect(lvef?.visits[2]?.fromBest).toEqual({ change: -2, changePct: -4 });
    const again = result(numeric({ baseline: 40, betterWhen: 'higher' }, [50, 50]));
    expect(again?.best?.visit).toBe('W12');
  });
  it('has a best after baseline even when that is worse than baseline', () => {
    const worse = result(numeric({ baseline: 5, betterWhen: 'lower' }, [8, 7]));
    expect(worse?.best).toMatchObject({ value: 7, change: 2 });
    expect(worse?.visits[1]?.fromBest).toEqual({ change: 2, changePct: 40 });
  });
  it('knows no best without a direction, and no change without a baseline', () => {
    const undirected = result(numeric({ baseline: 5 }, [4]));
    expect(undirected).toMatchObject({ unit: null, best: null });
    expect(undirected?.visits[0]).toMatchObject({ fromBaseline: { change: -1 }, fromBest: null });
    expect(result(numeric({ baseline: 5, betterWhen: null }, [4]))?.best).toBeNull();
    const unbased = result(numeric({ betterWhen: 'lower' }, [4, 3]));
    expect(unbased).toMatchObject({ baseline: null, best: null });
    expect(unbased?.visits[0]).toMatchObject({ fromBaseline: null, fromBest: null });
    expect(unbased?.visits[1]).toMatchObject({ fromBaseline: null, fromBest: { change: -1 } });
  });
  it('keeps a value of the day of the cutoff', () => {
    const input = numeric({ baseline: 5 }, [4, 3]);
    const subject = subjectOf('', { numeric: [input], cutoffDate: onDay(84) });
    expect(one(subject).numeric[0]?.visits.map(({ value }) => value)).toEqual([4]);
  });
  it('counts the start as day 1', () => {
    const visits = [
      { date: onDay(0), value: 5 },
      { date: onDay(1), value: 5 },
    ];
    expect(result({ name: 'volume', visits })?.visits.map(({ day }) => day)).toEqual([1, 2]);
  });
  it('keeps visits without name, date or value', () => {
    expect(result({ name: 'volume', visits: [{}] })?.visits).toEqual([
      { visit: null, date: null, day: null, value: null, fromBaseline: null, fromBest: null },
    ]);
  });
});

describe('the cohort by named visit', () => {
  it('goes by name and then by visit', () => {
    const of = (name: string, ...visits: string[]): NumericInput => ({
      name,
      baseline: 1,
      visits: visits.map(visit => ({ visit, value: 2 })),
    });
    const subject = subjectOf('', { numeric: [of('B', 'W1'), of('A', 'W3', 'W2')] });
    const { numeric: summaries } = endpoints({ subjects: [subject] }).cohort;
    expect(summaries.map(({ name, visit }) => `${name} ${visit}`)).toEqual([
      'A W2',
      'A W3',
      'B W1',
    ]);
  });
  it('does not depend on the order of the subjects, to the last digit', () => {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in binary.
    const subjects = [0.1, 0.2, 0.3].map((value, index) =>
      subjectOf('', { id: `S${index}`, numeric: [numeric({ baseline: 0 }, [value])] })
    );
    const [ahead] = endpoints({ subjects }).cohort.numeric;
    const [back] = endpoints({ subjects: subjects.toReversed() }).cohort.numeric;
    expect(ahead?.mean).toBeCloseTo(0.2, 12);
    expect(back?.mean).toBe(ahead?.mean);
  });
  it('summarises the changes of those who have one', () => {
    const of = (id: string, values: readonly (number | null)[]) =>
      subjectOf('', { id, numeric: [numeric({ baseline: 10 }, values)] });
    const unnamed = subjectOf('', {
      id: 'D',
      numeric: [{ name: 'another', baseline: 1, visits: [{ value: 2 }] }],
    });
    const { numeric: summaries } = endpoints({
      subjects: [of('A', [9, 4]), of('B', [6, null]), of('C', [7, null]), unnamed],
    }).cohort;
    expect(summaries).toEqual([
      {
        name: 'RAMRIS synovitis',
        visit: 'W12',
        n: 3,
        mean: -8 / 3,
        standardDeviation: expect.closeTo(1.5275, 4),
        median: -3,
        min: -4,
        max: -1,
      },
      {
        name: 'RAMRIS synovitis',
        visit: 'W24',
        n: 1,
        mean: -6,
        standardDeviation: null,
        median: -6,
        min: -6,
        max: -6,
      },
    ]);
  });
});
