import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LesionInput } from '../schemas.js';
import { fresh, index, nonIndex, overalls, run } from './irrc.testdata.js';

const area = fc.integer({ min: 5, max: 200 }).map(tens => tens * 10);
const indexAt = (id: string): fc.Arbitrary<LesionInput> =>
  fc.oneof(
    { weight: 4, arbitrary: area.map(value => index(value, id)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<LesionInput>(
        { id, role: 'target', location: 'LIVER', status: 'absent' },
        { id, role: 'target', location: 'LIVER', evaluable: false, reason: 'OBSCURED' }
      ),
    }
  );
const news = fc.constantFrom<LesionInput[]>(
  [],
  [fresh(12, 10)],
  [fresh(4, 4)],
  [fresh(12, 10, { status: 'equivocal' })]
);
const visit = fc
  .tuple(indexAt('T01'), indexAt('T02'), fc.constantFrom('present', 'absent', 'progressed'), news)
  .map(([a, b, status, added]) => [a, b, nonIndex(status as 'present'), ...added]);
const course = fc
  .tuple(area, area, fc.array(visit, { minLength: 1, maxLength: 5 }))
  .map(([a, b, visits]) => [[index(a), index(b, 'T02'), nonIndex('present')], ...visits]);
const holds = <T>(arbitrary: fc.Arbitrary<T>, test: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, test), { numRuns: 60 });
const rank = ['irCR', 'irPR', 'irSD', 'NED', 'irPD', 'NE', 'ND', 'MISSING'];

describe('irRC properties', () => {
  it('never changes an overall response by a later visit', () => {
    holds(course, visits => {
      const all = overalls(visits);
      for (let length = 1; length < visits.length; length += 1)
        expect(overalls(visits.slice(0, length + 1))).toEqual(all.slice(0, length));
    });
  });
  it('does not depend on the order of lesions', () => {
    holds(course, visits => {
      expect(overalls(visits.map(lesions => [...lesions].reverse()))).toEqual(overalls(visits));
    });
  });
  it('changes nothing when index lesions alone are all twice as large', () => {
    holds(fc.array(area, { minLength: 2, maxLength: 6 }), areas => {
      const rate = (factor: number) => overalls(areas.map(value => [index(value * factor)]));
      expect(rate(2)).toEqual(rate(1));
    });
  });
  it('is irPD by a complete burden only from 125 % of the nadir, which never rises', () => {
    holds(course, visits => {
      let nadir = Number.POSITIVE_INFINITY;
      for (const { overall, burden } of run(visits).timepoints.slice(1)) {
        if (typeof burden?.nadir !== 'number') continue;
        expect(burden.nadir).toBeLessThanOrEqual(nadir);
        nadir = burden.nadir;
        if (overall === 'irPD' && typeof burden.value === 'number')
          expect(4 * burden.value).toBeGreaterThanOrEqual(5 * burden.nadir);
      }
    });
  });
  it('has an unconfirmed best response no worse than the confirmed one', () => {
    holds(course, visits => {
      const { unconfirmed, confirmed } = run(visits).bestOverallResponse;
      expect(rank.indexOf(unconfirmed.value)).toBeLessThanOrEqual(rank.indexOf(confirmed.value));
    });
  });
});
