import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const tenths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(value => value / 10);
const ids = ['T01', 'T02', 'T03'];

const targetAt = (id: string): fc.Arbitrary<LesionInput> =>
  fc.oneof(
    tenths(0, 900).map((mm): LesionInput => ({
      id,
      role: 'target',
      location: 'LIVER',
      longestDiameterMm: mm,
    })),
    fc.constantFrom<LesionInput>(
      { id, role: 'target', location: 'LIVER', tooSmallToMeasure: true },
      { id, role: 'target', location: 'LIVER', status: 'absent' },
      { id, role: 'target', location: 'LIVER', evaluable: false, reason: 'OBSCURED' }
    )
  );
const nonTarget: fc.Arbitrary<LesionInput> = fc
  .constantFrom('present' as const, 'absent' as const, 'progressed' as const)
  .map(status => ({ id: 'NT01', role: 'non-target', location: 'LUNG', status }));
const newLesion: fc.Arbitrary<LesionInput[]> = fc.constantFrom<LesionInput[][]>(
  [],
  [],
  [{ id: 'NL01', role: 'new', status: 'equivocal' }],
  [{ id: 'NL01', role: 'new', status: 'unequivocal' }]
);
const visit = fc
  .tuple(...ids.map(targetAt), nonTarget, newLesion)
  .map(([a, b, c, nt, nl]) => [a, b, c, nt, ...(nl as LesionInput[])] as LesionInput[]);
const baseline = fc.tuple(...ids.map(() => tenths(100, 900))).map(sizes => [
  ...sizes.map((mm, index): LesionInput => ({
    id: ids[index] ?? '',
    role: 'target',
    location: 'LIVER',
    longestDiameterMm: mm,
  })),
  { id: 'NT01', role: 'non-target', location: 'LUNG', status: 'present' } satisfies LesionInput,
]);
const course = fc
  .tuple(baseline, fc.array(visit, { minLength: 1, maxLength: 5 }))
  .map(([base, visits]) =>
    [base, ...visits].map((lesions, index): TimepointInput => ({
      id: `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10),
      lesions,
    }))
  );
const run = (timepoints: TimepointInput[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion: 'recist-1.1', parameters, timepoints });
const overall = (timepoints: TimepointInput[]) =>
  run(timepoints).timepoints.map(one => one.overall);

describe('RECIST 1.1 properties', () => {
  it('is progression at every visit with an unequivocal new lesion', () => {
    fc.assert(
      fc.property(course, timepoints => {
        run(timepoints)
          .timepoints.slice(1)
          .forEach(one => {
            if (one.newLesions === true) expect(one.overall).toBe('PD');
          });
      })
    );
  });

  it('compares alike at any number of decimals', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 2, max: 6 }), (timepoints, places) => {
        const finer = timepoints.map((one, index) => {
          const extra: LesionInput = {
            id: 'NT02',
            role: 'new',
            status: 'absent',
            longestDiameterMm: 0,
            sliceThicknessMm: 1 + 10 ** -places,
          };
          return index === 0 ? one : { ...one, lesions: [...one.lesions, extra] };
        });
        expect(overall(finer)).toEqual(overall(timepoints));
      })
    );
  });

  it('keeps the relative rules when every length, and the absolute ones in mm, grow tenfold', () => {
    fc.assert(
      fc.property(tenths(100, 900), tenths(0, 600), (base, current) => {
        const one =
          (factor: number) =>
          (mm: number): LesionInput[] => [
            {
              id: 'T01',
              role: 'target',
              location: 'LIVER',
              longestDiameterMm: Math.round(mm * 10 * factor) / 10,
            },
          ];
        const response = (factor: number) =>
          run(
            [base, current].map((mm, index) => ({
              id: `V${index}`,
              date: `2026-0${index + 1}-05`,
              lesions: one(factor)(mm),
            }))
          ).timepoints[1]?.target === 'PR';
        expect(response(10)).toBe(response(1));
      })
    );
  });
});
