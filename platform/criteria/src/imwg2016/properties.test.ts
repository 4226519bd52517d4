import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import type { AssessmentInput, TimepointInput } from '../schemas.js';

const tenths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(value => value / 10);
const labs = fc.record({
  serumMGPerDl: fc.option(tenths(0, 70)),
  urineMMgPer24h: fc.option(tenths(0, 9000)),
  serumImmunofixation: fc.constantFrom('positive', 'negative', null),
  urineImmunofixation: fc.constantFrom('positive', 'negative', null),
  marrowPlasmaCellsPct: fc.option(tenths(0, 600)),
});
const base = fc.record({ serumMGPerDl: tenths(10, 70), urineMMgPer24h: tenths(0, 9000) });
const course = fc
  .tuple(
    base,
    fc.array(fc.tuple(labs, tenths(0, 400), tenths(0, 400)), { minLength: 1, maxLength: 6 })
  )
  .map(([first, visits]) => {
    const lesions = (a: number, b: number) =>
      [a, b].map((mm, index) => ({
        id: `T0${index + 1}`,
        role: 'target',
        location: 'SOFT TISSUE',
        longestDiameterMm: mm,
        perpendicularDiameterMm: mm,
      }));
    return [
      { labs: first, lesions: lesions(20, 30) },
      ...visits.map(([one, a, b]) => ({ labs: one, lesions: lesions(a, b) })),
    ].map((one, index) => ({
      id: `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      ...one,
    })) as TimepointInput[];
  });
const run = (timepoints: TimepointInput[]) =>
  assess({ criterion: 'imwg-2016', timepoints } as AssessmentInput);

describe('IMWG 2016 properties', () => {
  it('keeps a confirmed progression at every later visit', () => {
    fc.assert(
      fc.property(course, timepoints => {
        const shown = run(timepoints)
          .timepoints.slice(1)
          .map(({ components }) => components?.confirmed);
        const first = shown.indexOf('PD');
        if (first >= 0) expect(new Set(shown.slice(first))).toEqual(new Set(['PD']));
      }),
      { numRuns: 60 }
    );
  });
});
