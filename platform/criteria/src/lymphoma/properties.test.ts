import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { fresh, mass, node, other, stated, timepoints } from './course.testdata.js';

const runs = { numRuns: 30 };
const tenths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(value => value / 10);
const size = fc
  .tuple(tenths(20, 600), tenths(20, 600))
  .map(([a, b]): [number, number] => [Math.max(a, b), Math.min(a, b)]);
const targetAt = (id: string): fc.Arbitrary<LesionInput> =>
  fc.oneof(
    { weight: 6, arbitrary: size.map(([a, b]) => (id === 'M1' ? mass(id, a, b) : node(id, a, b))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        stated(id, { tooSmallToMeasure: true }, id !== 'M1'),
        stated(id, { status: 'absent' }, id !== 'M1'),
        stated(id, { evaluable: false, reason: 'OBSCURED' }, id !== 'M1')
      ),
    }
  );
const ids = ['N1', 'N2', 'M1'];
const visit = fc.record({
  targets: fc.tuple(...ids.map(targetAt)),
  rest: fc.constantFrom('present' as const, 'absent' as const, 'progressed' as const),
  news: fc.constantFrom<LesionInput[][]>(
    [],
    [],
    [],
    [fresh('NL', { status: 'equivocal', longestDiameterMm: 9 })],
    [fresh('NL', { longestDiameterMm: 20, perpendicularDiameterMm: 10 })]
  ),
  pet: fc.constantFrom<Record<string, unknown>[]>(
    {},
    { pet: 'NEG' },
    { pet: 'POS' },
    { pet: 'NE' }
  ),
  deauville: fc.constantFrom<Record<string, unknown>[]>(
    {},
    { deauville: 2 },
    { deauville: 4, uptakeChange: 'REDUCED' },
    { deauville: 5, uptakeChange: 'INCREASED' },
    { pet: 'notEvaluable' }
  ),
  marrow: fc.constantFrom('negative', 'positive', 'indeterminate', null),
  clinicalStatus: fc.constantFrom('stable', 'worse'),
});
const base = fc.tuple(...ids.map(() => fc.tuple(tenths(160, 600), tenths(110, 160)))).map(sizes =>
  sizes.map(([a, b], index): LesionInput => {
    const id = ids[index] ?? '';
    return id === 'M1' ? mass(id, a, b) : node(id, a, b);
  })
);
/** `own` picks what the criterion's PET is called. */
const courses = (own: 'pet' | 'deauville') =>
  fc
    .tuple(base, fc.array(visit, { minLength: 1, maxLength: 4 }))
    .map(([first, later]) =>
      timepoints([
        [[...first, other('X', 'present')]],
        ...(later.map(
          ({ targets, rest, news, marrow, clinicalStatus, ...pets }): [LesionInput[], object] => [
            [...targets, other('X', rest), ...news],
            { marrow, clinicalStatus, ...pets[own] },
          ]
        ) as [LesionInput[], Record<string, unknown>][]),
      ])
    );
const cases = [
  ['lugano-2014', 'deauville', {}],
  ['lugano-2014', 'deauville', { petCtConflict: 'worst', diamNadir: 'ownMin' }],
  ['cheson-2007', 'pet', {}],
] as const;

describe.each(cases)('%s with %s, %j: progression', (criterion, own, parameters) => {
  const run = (list: TimepointInput[]) =>
    assess({ criterion, parameters: { ...parameters }, timepoints: list, ...{ petClass: 'avid' } });

  it('a response that is a progression has a component that is one', () => {
    fc.assert(
      fc.property(courses(own), list => {
        for (const { overall: value, components } of run(list).timepoints.slice(1)) {
          if (value !== 'PD') continue;
          const parts = Object.values(components ?? {});
          expect(
            parts.some(part => ['PD', 'PMD', 'NEW'].includes(part ?? '')) || carried(list)
          ).toBe(true);
        }
      }),
      runs
    );
  });
});

/** A PET that was not evaluable carries the last one, which may be a progression. */
function carried(list: readonly TimepointInput[]): boolean {
  return list.some(one => 'pet' in one && one.pet === 'notEvaluable');
}

describe('growth of one node under Lugano 2014', () => {
  it('meets every threshold exactly when it is a progression', () => {
    fc.assert(
      fc.property(size, size, ([a, b], [c, d]) => {
        const [, one] = assess({
          criterion: 'lugano-2014',
          timepoints: timepoints([[[node('N1', a, b)]], [[node('N1', c, d)]]]),
        }).timepoints;
        const [A, B, C, D] = [a, b, c, d].map(value => Math.round(value * 10)) as [
          number,
          number,
          number,
          number,
        ];
        const step = A <= 200 ? 50 : 100;
        const met = C > 150 && 2 * C * D >= 3 * A * B && (C - A >= step || D - B >= step);
        expect(one?.overall === 'PD').toBe(met);
      }),
      { numRuns: 100 }
    );
  });
});

describe('sums under Cheson 2007', () => {
  it('grow by half exactly when several masses are a progression by their sum', () => {
    fc.assert(
      fc.property(size, size, ([a, b], [c, d]) => {
        const rows = (x: number, y: number): [LesionInput[]] => [
          [0, 1].map(index => ({ ...mass(`M${index}`, x, y), location: 'LUNG' })),
        ];
        const [, one] = assess({
          criterion: 'cheson-2007',
          timepoints: timepoints([rows(a, b), rows(c, d)]),
        }).timepoints;
        const [A, B, C, D] = [a, b, c, d].map(value => Math.round(value * 10)) as [
          number,
          number,
          number,
          number,
        ];
        const longer = 2 * C >= 3 * A && (B > 100 || C > 150 || (C >= 150 && D >= 150));
        expect(one?.overall === 'PD').toBe(2 * C * D >= 3 * A * B || longer);
      }),
      { numRuns: 100 }
    );
  });
});
