import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inDateOrder, visitNumberAfter, type DatedTimepoint } from './date-order.js';
import { labelsInOrder } from './order-timepoints.js';

type Named = DatedTimepoint & { readonly id: string };
const timepoint = (
  id: string,
  visitNumber: number,
  over: Partial<Omit<DatedTimepoint, 'visitNumber'>> = {}
): Named => ({ id, visitNumber, kind: 'follow-up', date: null, day: null, ...over });
const ids = (timepoints: readonly Named[]): string[] => inDateOrder(timepoints).map(({ id }) => id);

const baseline = timepoint('BL', 2, { kind: 'baseline', date: '2026-01-05', day: 0 });
const planned = [
  timepoint('TP1', 3, { day: 56 }),
  timepoint('TP2', 4, { day: 112 }),
  timepoint('TP3', 5, { day: 168 }),
];
const end = timepoint('EOT', 6, { kind: 'end-of-treatment' });
const unscheduled = (id: string, date: string | null, visitNumber = 3.1) =>
  timepoint(id, visitNumber, { kind: 'unscheduled', date });
/** The planned ones, those named here with a date. */
const dated = (dates: Readonly<Record<string, string>>): Named[] =>
  planned.map(one => ({ ...one, date: dates[one.id] ?? null }));

describe('the timepoints of a subject', () => {
  it('are in the order of the schedule before there are images', () => {
    const screening = timepoint('SCR', 1, { kind: 'screening', day: -28 });
    expect(ids([end, ...planned, screening, { ...baseline, date: null }])).toEqual([
      ...['SCR', 'BL', 'TP1', 'TP2', 'TP3', 'EOT'],
    ]);
  });

  it.each([
    ['2026-03-20', ['BL', 'TP1', 'UNS', 'TP2', 'TP3', 'EOT']],
    ['2026-01-05', ['BL', 'UNS', 'TP1', 'TP2', 'TP3', 'EOT']],
    ['2027-01-05', ['BL', 'TP1', 'TP2', 'TP3', 'UNS', 'EOT']],
    [null, ['BL', 'TP1', 'TP2', 'TP3', 'UNS', 'EOT']],
  ])('have an unscheduled visit of %s by its date', (date, expected) => {
    const timepoints = [baseline, ...dated({ TP1: '2026-03-02' }), unscheduled('UNS', date), end];
    expect(ids(timepoints)).toEqual(expected);
  });

  it('have the end of treatment on whatever day it was', () => {
    const early = { ...end, date: '2026-04-01' };
    expect(ids([baseline, ...dated({ TP1: '2026-03-02' }), early])).toEqual([
      ...['BL', 'TP1', 'EOT', 'TP2', 'TP3'],
    ]);
  });

  it('are by date where a planned one came before the one that was planned first', () => {
    expect(ids([baseline, ...dated({ TP1: '2026-05-01', TP2: '2026-04-27' })])).toEqual([
      ...['BL', 'TP2', 'TP1', 'TP3'],
    ]);
  });

  it('leave a missing one where the schedule has it, however late those before it were', () => {
    expect(ids([baseline, ...dated({ TP1: '2026-05-20' })])).toEqual(['BL', 'TP1', 'TP2', 'TP3']);
    expect(ids([baseline, ...dated({ TP1: '2026-03-02', TP3: '2026-04-01' })])).toEqual([
      ...['BL', 'TP1', 'TP2', 'TP3'],
    ]);
  });

  it('are in one order, however they are given, and by date where they have one', () => {
    const day = fc.integer({ min: 0, max: 400 });
    const dateOf = (days: number) =>
      new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);
    const any = fc.record({
      dates: fc.array(fc.option(day), { minLength: 3, maxLength: 3 }),
      visits: fc.array(day, { maxLength: 3 }),
      ended: fc.option(day),
    });
    fc.assert(
      fc.property(any, fc.func(fc.integer()), ({ dates, visits, ended }, key) => {
        const timepoints = [
          baseline,
          ...planned.map((one, at) => {
            const days = dates[at] ?? null;
            return { ...one, date: days === null ? null : dateOf(days) };
          }),
          ...visits.map((days, at) => unscheduled(`U${at}`, dateOf(days), 3 + (at + 1) / 10)),
          { ...end, date: ended === null ? null : dateOf(ended) },
        ];
        const ordered = inDateOrder(timepoints);
        const other = [...timepoints].sort((a, b) => key(a.id) - key(b.id));
        expect(ids(other)).toEqual(ordered.map(({ id }) => id));
        const known = ordered.flatMap(({ date }) => date ?? []);
        expect(known).toEqual([...known].sort());
      })
    );
  });
});

describe('the number of an added visit', () => {
  it.each([
    [2, 3, [2, 3], 2.1],
    [2.1, 3, [2, 2.1, 3], 2.2],
    [2, 2.1, [2, 2.1, 3], 2.01],
    [2.9, 3, [2.9], 2.91],
    [5, null, [5], 5.1],
    [4, 3, [3, 4], 4.1],
    [2, 3, [2, 2.1, 2.2, 3], 2.3],
  ])('after %s and before %s, with %j there, is %s', (previous, next, taken, expected) => {
    expect(visitNumberAfter(previous, next, new Set(taken))).toBe(expected);
  });
});

describe('what readers see of timepoints', () => {
  const ordered = [
    { id: 's', kind: 'screening', label: 'Screening' },
    { id: 'b', kind: 'baseline', label: 'Baseline' },
    { id: '1', kind: 'follow-up', label: 'Week 8' },
    { id: 'u', kind: 'unscheduled', label: 'UNS-1' },
    { id: 'e', kind: 'end-of-treatment', label: 'EOT' },
  ];
  const labels = (isNumbered: boolean, of = ordered) => [...labelsInOrder(of, isNumbered).values()];

  it('is a number after the baseline where visits can not be foreseen, and the charter’s words otherwise', () => {
    expect(labels(true)).toEqual(['Screening', 'Baseline', 'TP1', 'TP2', 'TP3']);
    expect(labels(false)).toEqual(ordered.map(({ label }) => label));
  });

  it('goes on from a baseline that has a number itself', () => {
    const numbered = ordered.map(one => (one.id === 'b' ? { ...one, label: 'TP1' } : one));
    expect(labels(true, numbered)).toEqual(['Screening', 'TP1', 'TP2', 'TP3', 'TP4']);
  });
});
