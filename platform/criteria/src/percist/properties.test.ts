import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combine } from '../assess.js';
import { fresh, hot, other, run, scan, type Scan } from './course.testdata.js';
import type { PercistLesion } from './inputs.js';

const runs = { numRuns: 80 };
const sul = fc.integer({ min: 1, max: 1500 }).map(value => value / 100);
const target = (id: string) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(sul, fc.constantFrom(true, false, null))
        .map(([value, distinctFromBackground]) => hot(value, { id, distinctFromBackground })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<PercistLesion>(
        hot(null, { id, status: 'absent' }),
        hot(null, { id, evaluable: false, reason: 'OBSCURED' })
      ),
    }
  );
const followUp = fc
  .record({
    targets: fc.tuple(target('T01'), target('T02')),
    rest: fc.constantFrom('present' as const, 'absent' as const, 'progressed' as const),
    news: fc.constantFrom<PercistLesion[][]>(
      [],
      [],
      [],
      [fresh('equivocal')],
      [fresh('unequivocal')]
    ),
    liverSulMean: fc.constantFrom(1, 1.1, 1.3, null),
    uptakeMinutes: fc.constantFrom(60, 65, null),
    tlg: fc.constantFrom(null, 50, 120),
  })
  .map(({ targets, rest, news, ...more }) => scan([...targets, other(rest), ...news], more));
const course = fc
  .tuple(sul, sul, fc.constantFrom(null, 60), fc.array(followUp, { minLength: 1, maxLength: 5 }))
  .map(([first, second, tlg, visits]): Scan[] => [
    scan([hot(first), hot(second, { id: 'T02' }), other('present')], { tlg }),
    ...visits,
  ]);
const parameters = fc.record({
  'percist.pmdRef': fc.constantFrom('baseline', 'nadir'),
  'percist.strict': fc.boolean(),
  'percist.belowLimit': fc.constantFrom('nonMeasurable', 'rate'),
});
const rank = ['PMD', 'SMD', 'PMR', 'CMR'];

describe('PERCIST properties', () => {
  it('never changes an overall response by a later visit', () => {
    fc.assert(
      fc.property(course, parameters, (scans, chosen) => {
        const all = run(scans, chosen).timepoints.map(({ overall }) => overall);
        for (let length = 1; length < scans.length; length += 1) {
          const some = run(scans.slice(0, length), chosen).timepoints;
          expect(some.map(({ overall }) => overall)).toEqual(all.slice(0, length));
        }
      }),
      runs
    );
  });

  it('does not depend on the order of lesions', () => {
    fc.assert(
      fc.property(course, parameters, (scans, chosen) => {
        const turned = scans.map(one => ({ ...one, lesions: [...one.lesions].reverse() }));
        const rated = (list: Scan[]) =>
          run(list, chosen).timepoints.map(({ overall, revised, burden, burdens }) => ({
            overall,
            revised,
            burden,
            burdens,
          }));
        expect(rated(turned)).toEqual(rated(scans));
      }),
      runs
    );
  });

  it('is what the table makes of its components', () => {
    fc.assert(
      fc.property(course, parameters, (scans, chosen) => {
        for (const { target, nonTarget, newLesions, overall } of run(
          scans,
          chosen
        ).timepoints.slice(1))
          expect(
            combine({
              criterion: 'percist-1.0',
              components: { target, nonTarget, newLesions: newLesions ?? 'NE' },
            }).overall
          ).toBe(overall);
      }),
      runs
    );
  });

  it('has no better response at a hotter lesion', () => {
    fc.assert(
      fc.property(sul, sul, sul, parameters, (before, a, b, chosen) => {
        const at = (value: number) =>
          rank.indexOf(
            run([scan([hot(before)]), scan([hot(value, { distinctFromBackground: false })])], {
              ...chosen,
              'percist.belowLimit': 'rate',
            }).timepoints[1]?.overall ?? ''
          );
        const [cool, warm] = [Math.min(a, b), Math.max(a, b)];
        expect(at(cool)).toBeGreaterThanOrEqual(at(warm));
        expect(at(warm)).toBeGreaterThanOrEqual(0);
      }),
      runs
    );
  });

  it('has by ">" no change that it has not by "≥"', () => {
    fc.assert(
      fc.property(sul, sul, (before, after) => {
        const by = (strict: boolean) =>
          run([scan([hot(before)]), scan([hot(after)])], {
            'percist.strict': strict,
            'percist.belowLimit': 'rate',
          }).timepoints[1]?.overall;
        expect([by(false), 'SMD']).toContain(by(true));
      }),
      runs
    );
  });

  it('gives every number of a trace or null, every category a source', () => {
    fc.assert(
      fc.property(course, parameters, (scans, chosen) => {
        for (const { trace } of run(scans, chosen).timepoints)
          for (const { source, numbers } of trace) {
            expect(source).toContain('PERCIST');
            for (const value of Object.values(numbers))
              expect(value === null || Number.isFinite(value)).toBe(true);
          }
      }),
      runs
    );
  });
});
