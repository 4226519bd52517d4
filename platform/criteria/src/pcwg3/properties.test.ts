import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess, combine } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';

const NN = 'NON-CR/NON-PD';
const bones = ['NED', 'NON-PD', 'PDu', 'PD', 'NE'];
const table: Record<string, string[]> = {
  CR: ['CR', 'PR', 'PR', 'PD', 'PR'],
  PR: ['PR', 'PR', 'PR', 'PD', 'PR'],
  SD: ['SD', 'SD', 'SD', 'PD', 'SD'],
  [NN]: [NN, NN, NN, 'PD', NN],
  NED: ['NE', NN, 'PDu', 'PD', 'NE'],
  PD: ['PD', 'PD', 'PD', 'PD', 'PD'],
  NE: ['NE', 'NE', 'NE', 'PD', 'NE'],
};
const withoutTargets = { ...table, CR: ['CR', NN, NN, 'PD', NN] };
const plain = ['NON-PD', 'NON-PD', 'NON-PD', 'PD', 'NON-PD'];
const pcwg2: Record<string, string[]> = {
  CR: plain,
  PR: plain,
  SD: plain,
  [NN]: plain,
  NED: ['NE', 'NON-PD', 'PDu', 'PD', 'NE'],
  PDu: ['PDu', 'PDu', 'PDu', 'PD', 'PDu'],
  PD: ['PD', 'PD', 'PD', 'PD', 'PD'],
  NE: ['NE', 'NE', 'NE', 'PD', 'NE'],
};
const cells = (name: string, rows: Record<string, string[]>, fixed: Record<string, unknown>) =>
  Object.entries(rows).flatMap(([softTissue, values]) =>
    values.map((value, index) => ({ name, softTissue, bone: bones[index], value, fixed }))
  );

describe('combination tables', () => {
  it.each([
    ...cells('PCWG3', table, {}),
    ...cells('PCWG3 without targets', withoutTargets, { targetsAtBaseline: false }),
    ...cells('PCWG2', pcwg2, { standard: 'pcwg2' }),
  ])('$name: $softTissue and $bone is $value', ({ softTissue, bone, value, fixed }) => {
    expect(combine({ criterion: 'pcwg3', components: { softTissue, bone, ...fixed } })).toEqual({
      overall: value,
    });
  });

  it('refuses a code it does not have', () => {
    for (const components of [{ softTissue: 'PDu' }, { bone: 'FLARE' }])
      expect(() => combine({ criterion: 'pcwg3', components })).toThrow(/not a response/);
  });

  it('nedNed says what no disease anywhere is', () => {
    const visit = (id: string, month: number, newLesions?: number): TimepointInput =>
      ({
        id,
        date: `2026-0${month}-05`,
        noDisease: month === 1,
        boneScan: { lesionsPresent: false, newLesions },
        lesions: [],
      }) as TimepointInput;
    const overall = (parameters: Record<string, unknown>) =>
      assess({
        criterion: 'pcwg3',
        parameters,
        timepoints: [visit('BL', 1), visit('V1', 3, 0)],
      }).timepoints[1]?.overall;
    expect(overall({})).toBe('NE');
    expect(overall({ 'pcwg.nedNed': 'NED' })).toBe('NED');
  });
});

const visit = fc.record({
  mm: fc.constantFrom(0, 20, 34.9, 35, 50, 60, 61),
  second: fc.constantFrom(10, 20, 30),
  newLesions: fc.constantFrom(0, 0, 1, 2, 3, 4, 6, null),
  gap: fc.integer({ min: 14, max: 90 }),
});
const course = fc.array(visit, { minLength: 1, maxLength: 6 }).map(visits => {
  let days = 0;
  const lesions = (mm: number, second: number): LesionInput[] => [
    { id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm: mm },
    { id: 'T02', role: 'target', location: 'LUNG', longestDiameterMm: second },
  ];
  return [
    { id: 'BL', date: '2026-01-05', boneScan: { lesionsPresent: true }, lesions: lesions(50, 20) },
    ...visits.map(({ mm, second, newLesions, gap }, index) => {
      days += gap;
      return {
        id: `V${index + 1}`,
        date: new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10),
        boneScan: newLesions === null ? null : { newLesions, lesionsPresent: true },
        lesions: lesions(mm, second),
      };
    }),
  ] as TimepointInput[];
});
const standards = fc.constantFrom('pcwg3', 'pcwg2');
const run = (timepoints: TimepointInput[], standard: string) =>
  assess({ criterion: 'pcwg3', parameters: { standard }, timepoints } as AssessmentInput);

describe('PCWG properties', () => {
  it('revises nothing but unconfirmed progression of bone', () => {
    fc.assert(
      fc.property(course, standards, (timepoints, standard) => {
        const { timepoints: rated } = run(timepoints, standard);
        for (const { components } of rated.slice(1)) {
          if (components?.boneRevised) expect(components.bone).toBe('PDu');
        }
      }),
      { numRuns: 60 }
    );
  });
});
