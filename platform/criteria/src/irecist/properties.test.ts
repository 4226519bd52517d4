import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const tenths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(value => value / 10);
const target = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
const targetAt: fc.Arbitrary<LesionInput> = fc.oneof(
  { weight: 6, arbitrary: tenths(0, 600).map(target) },
  fc.constant<LesionInput>({ id: 'T01', role: 'target', location: 'LIVER', evaluable: false })
);
const nonTargetAt = fc
  .constantFrom('present' as const, 'present' as const, 'absent' as const, 'progressed' as const)
  .map((status): LesionInput => ({ id: 'NT01', role: 'non-target', location: 'BONE', status }));
const newAt = (id: string) =>
  fc
    .option(
      fc.record({
        mm: tenths(40, 300),
        status: fc.constantFrom('equivocal' as const, 'unequivocal' as const, 'absent' as const),
      })
    )
    .map((one): LesionInput[] =>
      one === null
        ? []
        : [
            {
              id,
              role: 'new',
              location: 'LUNG',
              status: one.status,
              ...(one.status === 'absent' ? {} : { longestDiameterMm: one.mm }),
            },
          ]
    );
const visit = fc.record({
  lesions: fc
    .tuple(targetAt, nonTargetAt, newAt('NL01'), newAt('NL02'))
    .map(([a, b, c, d]) => [a, b, ...c, ...d]),
  ntFurther: fc.constantFrom(true, false, null),
  gap: fc.integer({ min: 10, max: 80 }),
});
const course = fc
  .tuple(tenths(200, 600), fc.array(visit, { minLength: 1, maxLength: 6 }))
  .map(([mm, visits]) => {
    let day = 0;
    const base: LesionInput = {
      id: 'NT01',
      role: 'non-target',
      location: 'BONE',
      status: 'present',
    };
    return [{ lesions: [target(mm), base], ntFurther: null, gap: 0 }, ...visits].map(
      ({ lesions, ntFurther, gap }, index) => {
        day += gap;
        const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
        return { id: `V${index}`, date, lesions, ntFurther };
      }
    );
  });
const run = (timepoints: TimepointInput[]) => assess({ criterion: 'irecist', timepoints });
const check = (property: (timepoints: TimepointInput[]) => void) =>
  fc.assert(fc.property(course, property), { numRuns: 100 });

describe('iRECIST properties', () => {
  it('confirms only after an unconfirmed progression, with nothing but iUPD and NE between, 26 days on', () => {
    check(timepoints => {
      const rated = run(timepoints).timepoints;
      rated.forEach((one, index) => {
        if (one.overall !== 'ICPD') return;
        let first = index - 1;
        while (rated[first]?.overall === 'NE') first -= 1;
        expect(rated[first]?.overall).toBe('IUPD');
        const revised = rated.find(
          ({ revised: by }) => by?.byTimepoint === one.id && by.value === 'ICPD'
        );
        expect(revised?.overall).toBe('IUPD');
        const days =
          (Date.parse(timepoints[index]?.date ?? '') -
            Date.parse(timepoints.find(({ id }) => id === revised?.id)?.date ?? '')) /
          86_400_000;
        expect(days).toBeGreaterThanOrEqual(26);
      });
    });
  });
});
