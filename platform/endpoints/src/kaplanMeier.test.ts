import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kaplanMeier, type SurvivalOptions, type SurvivalTime } from './kaplanMeier.js';

const options: SurvivalOptions = { alpha: 0.05, 'km.ci': 'loglog', medianTie: 'midpoint' };
const timesOf = (text: string): SurvivalTime[] =>
  text.split(', ').map(one => ({ days: Number.parseInt(one, 10), event: !one.endsWith('+') }));
const example = timesOf('42, 84, 84+, 126, 140+, 168, 210, 252+, 300, 336+');
const four = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));

describe('section 16.4 example', () => {
  it.each([
    [42, 10, 0.9, 0.0949, [0.473, 0.9853], [0.7141, 1]],
    [84, 9, 0.8, 0.1265, [0.4087, 0.9459], [0.5521, 1]],
    [126, 7, 0.6857, 0.1515, [0.3046, 0.8871], [0.3888, 0.9826]],
    [168, 5, 0.5486, 0.1724, [0.1873, 0.8064], [0.2106, 0.8865]],
    [210, 4, 0.4114, 0.1756, [0.1025, 0.7073], [0.0673, 0.7556]],
    [300, 2, 0.2057, 0.1699, [0.0123, 0.5666], [0, 0.5387]],
  ])('day %i: %i at risk, S %d', (days, atRisk, survival, standardError, loglog, plain) => {
    const at = (ci: SurvivalOptions['km.ci']) =>
      kaplanMeier(example, { ...options, 'km.ci': ci }).curve.find(step => step.days === days);
    const step = at('loglog');
    expect(step).toMatchObject({ atRisk, events: 1 });
    expect([four(step?.survival ?? null), four(step?.standardError ?? null)]).toEqual([
      survival,
      standardError,
    ]);
    expect([four(step?.lower ?? null), four(step?.upper ?? null)]).toEqual(loglog);
    expect([four(at('plain')?.lower ?? null), four(at('plain')?.upper ?? null)]).toEqual(plain);
  });
  it('has the median 210, from 42 to not reached', () => {
    expect(kaplanMeier(example, options)).toMatchObject({
      n: 10,
      events: 6,
      censored: 4,
      median: 210,
      lower: 42,
      upper: null,
    });
  });
  it('has the log limits S exp(-+ z se / S), cut at 1', () => {
    const { curve } = kaplanMeier(example, { ...options, 'km.ci': 'log' });
    const step = curve.find(({ days }) => days === 210);
    const width = 1.959963984540054 * ((step?.standardError ?? 0) / (step?.survival ?? 1));
    expect(step?.lower).toBeCloseTo((step?.survival ?? 0) * Math.exp(-width), 12);
    expect(step?.upper).toBeCloseTo((step?.survival ?? 0) * Math.exp(width), 12);
    expect(curve.find(({ days }) => days === 42)?.upper).toBe(1);
  });
});

describe('the example in survfit of R, survival', () => {
  it.each([
    ['loglog', 42],
    ['plain', 126],
    ['log', 126],
  ] as const)('median limits with %s: %i to not reached', (ci, lower) => {
    const estimate = kaplanMeier(example, { ...options, 'km.ci': ci });
    expect(estimate).toMatchObject({ median: 210, lower, upper: null });
  });
  it('log limits', () => {
    const { curve } = kaplanMeier(example, { ...options, 'km.ci': 'log' });
    expect(curve.filter(({ events }) => events > 0).map(({ lower }) => four(lower))).toEqual([
      0.732, 0.5868, 0.4447, 0.2963, 0.1782, 0.0408,
    ]);
  });
});

describe('kaplanMeier', () => {
  it('starts at 1 with limits of 1 and keeps them while nobody had an event', () => {
    const { curve, median } = kaplanMeier(timesOf('10+, 20'), options);
    expect(curve[0]).toEqual({
      days: 0,
      atRisk: 2,
      events: 0,
      censored: 0,
      survival: 1,
      standardError: 0,
      lower: 1,
      upper: 1,
    });
    expect(curve[1]).toMatchObject({ days: 10, censored: 1, survival: 1, lower: 1, upper: 1 });
    expect(median).toBe(20);
  });
  it('leaves variance and limits undefined at 0', () => {
    expect(kaplanMeier(timesOf('10, 20'), options).curve.at(-1)).toEqual({
      days: 20,
      atRisk: 1,
      events: 1,
      censored: 0,
      survival: 0,
      standardError: null,
      lower: null,
      upper: null,
    });
  });
  it('counts a censoring on the day of an event as still at risk', () => {
    expect(kaplanMeier(timesOf('10, 10+, 20'), options).curve[1]).toMatchObject({
      atRisk: 3,
      events: 1,
      censored: 1,
      survival: 2 / 3,
    });
  });
  it.each([
    ['10, 20, 30, 40', 'midpoint', 25],
    ['10, 20, 30, 40', 'first', 20],
    ['1, 2, 3, 4, 5, 6, 7, 8, 9, 10', 'midpoint', 5.5],
    ['10, 20, 30+, 40+', 'midpoint', 20],
    ['10, 20+, 30+', 'midpoint', null],
    ['10, 20, 30', 'midpoint', 20],
  ] as const)('median of %s with %s: %p', (times, medianTie, expected) => {
    expect(kaplanMeier(timesOf(times), { ...options, medianTie }).median).toBe(expected);
  });
  it('takes the first day a limit is at 0.5 or below, and both when reached', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ days: index + 1, event: true }));
    expect(kaplanMeier(many, options)).toMatchObject({ median: 50.5, lower: 40, upper: 60 });
  });
  it('takes a limit of exactly 0.5 for one that has reached it', () => {
    // Near alpha 1 the limits close in on the curve, which is 0.5 from day 10 on.
    const narrow = { ...options, alpha: 1 - 2 ** -53 };
    expect(kaplanMeier(timesOf('10, 20'), narrow)).toMatchObject({ lower: 10, upper: 10 });
  });
  it('gives an empty curve and no median for nobody', () => {
    expect(kaplanMeier([], options)).toMatchObject({
      n: 0,
      median: null,
      lower: null,
      upper: null,
    });
  });
});

describe('properties of the curve', () => {
  const times = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 400 }), event: fc.boolean() }),
    { minLength: 1, maxLength: 80 }
  );
  it('never rises and stays in [0, 1], its limits on either side', () => {
    fc.assert(
      fc.property(
        times,
        fc.constantFrom('loglog' as const, 'plain' as const, 'log' as const),
        (sample, ci) => {
          let before = 1;
          for (const step of kaplanMeier(sample, { ...options, 'km.ci': ci }).curve) {
            expect(step.survival).toBeLessThanOrEqual(before);
            expect(step.survival).toBeGreaterThanOrEqual(0);
            if (step.lower !== null && step.upper !== null) {
              expect(step.lower).toBeLessThanOrEqual(step.survival);
              expect(step.upper).toBeGreaterThanOrEqual(step.survival);
              expect(step.lower).toBeGreaterThanOrEqual(0);
              expect(step.upper).toBeLessThanOrEqual(1);
            }
            before = step.survival;
          }
        }
      )
    );
  });
  it('is 1 - events / n without censoring', () => {
    fc.assert(
      fc.property(times, sample => {
        const all = sample.map(({ days }) => ({ days, event: true }));
        let events = 0;
        for (const step of kaplanMeier(all, options).curve) {
          events += step.events;
          expect(step.survival).toBeCloseTo(1 - events / all.length, 12);
        }
      })
    );
  });
});
