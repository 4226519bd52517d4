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
const nonTarget = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  status,
});
const targetAt = fc.oneof(
  { weight: 6, arbitrary: tenths(0, 600).map(target) },
  fc.constant<LesionInput>({ id: 'T01', role: 'target', location: 'LIVER', evaluable: false })
);
const newAt = (id: string) =>
  fc
    .option(tenths(40, 300))
    .map((mm): LesionInput[] =>
      mm === null
        ? []
        : [{ id, role: 'new', location: 'LUNG', status: 'unequivocal', longestDiameterMm: mm }]
    );
const visit = fc.record({
  lesions: fc
    .tuple(
      targetAt,
      fc.constantFrom('present' as const, 'absent' as const, 'progressed' as const).map(nonTarget),
      newAt('NL01'),
      newAt('NL02')
    )
    .map(([a, b, c, d]) => [a, b, ...c, ...d]),
  gap: fc.integer({ min: 10, max: 80 }),
});
const course = fc
  .tuple(tenths(200, 600), fc.array(visit, { minLength: 1, maxLength: 6 }))
  .map(([mm, visits]) => {
    let day = 0;
    const base = { lesions: [target(mm), nonTarget('present')], gap: 0 };
    return [base, ...visits].map(({ lesions, gap }, index): TimepointInput => {
      day += gap;
      const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
      return { id: `V${index}`, date, lesions };
    });
  });
const run = (timepoints: TimepointInput[]) => assess({ criterion: 'imrecist', timepoints });
const check = (property: (timepoints: TimepointInput[]) => void) =>
  fc.assert(fc.property(course, property), { numRuns: 100 });

describe('imRECIST properties', () => {
  it('is progression by the total burden alone', () => {
    check(timepoints => {
      for (const one of run(timepoints).timepoints.slice(1))
        expect(one.overall === 'PD').toBe(one.target === 'PD');
    });
  });

  it('voids or confirms progressions only, by a later visit, and confirms one at most', () => {
    check(timepoints => {
      const rated = run(timepoints).timepoints;
      const order = rated.map(({ id }) => id);
      const revised = rated.filter(one => one.revised);
      for (const one of revised) {
        expect(one.overall).toBe('PD');
        expect(order.indexOf(one.revised?.byTimepoint ?? '')).toBeGreaterThan(
          order.indexOf(one.id)
        );
      }
      expect(revised.filter(one => one.revised?.value === 'PD').length).toBeLessThanOrEqual(1);
    });
  });
});
