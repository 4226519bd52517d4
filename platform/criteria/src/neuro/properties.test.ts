import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import { percentChange, scaled } from '../decimal.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const ids = ['T01', 'T02'];
const side = (from: number) => fc.integer({ min: from, max: 600 }).map(value => value / 10);
const lesionAt = (id: string): fc.Arbitrary<LesionInput> => {
  const one: LesionInput = { id, role: 'target', location: 'BRAIN' };
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(side(1), side(1)).map(([a, b]) => ({
        ...one,
        longestDiameterMm: Math.max(a, b),
        perpendicularDiameterMm: Math.min(a, b),
      })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<LesionInput>(
        { ...one, status: 'absent' },
        { ...one, evaluable: false }
      ),
    }
  );
};
const baselineAt = (id: string) =>
  fc.tuple(side(100), side(100)).map(([a, b]): LesionInput => ({
    id,
    role: 'target',
    location: 'BRAIN',
    longestDiameterMm: Math.max(a, b),
    perpendicularDiameterMm: Math.min(a, b),
  }));
const extra = fc.constantFrom<LesionInput[]>(
  [],
  [],
  [],
  [{ id: 'NL01', role: 'new', location: 'BRAIN', status: 'equivocal' }],
  [{ id: 'NL01', role: 'new', location: 'BRAIN', status: 'unequivocal' }]
);
const context = fc.record({
  steroids: fc.constantFrom('NONE', 'LOWER', 'SAME', 'HIGHER', null),
  clinicalStatus: fc.constantFrom('BETTER', 'SAME', 'SAME', 'WORSE', null),
  t2Flair: fc.constantFrom('STABLE_OR_BETTER', 'STABLE_OR_BETTER', 'SIGNIFICANT_INCREASE', null),
});
const visits = fc.array(fc.tuple(fc.tuple(...ids.map(lesionAt)), extra, context), {
  minLength: 1,
  maxLength: 5,
});
const course = fc
  .tuple(fc.tuple(...ids.map(baselineAt)), visits)
  .map(([base, later]): TimepointInput[] =>
    [
      { lesions: base as LesionInput[] },
      ...later.map(([own, more, told]) => ({ lesions: [...own, ...more], ...told })),
    ].map((one, index) => ({
      id: `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 42 * index)).toISOString().slice(0, 10),
      ...one,
    }))
  );
const check = (property: (timepoints: TimepointInput[]) => void): void => {
  fc.assert(fc.property(course, property), { numRuns: 60 });
};
const settings = [
  ['rano-hgg-2010', {}],
  ['rano-hgg-2010', { setting: 'newDiagnosis', radiotherapyEndDate: '2025-12-20' }],
  ['macdonald', {}],
  ['rano-2.0', { tumourType: 'CE' }],
  ['rano-2.0', { tumourType: 'CE', setting: 'newDiagnosis', radiotherapyEndDate: '2025-12-20' }],
] as const;
const ranks = ['CR', 'PR', 'MR', 'SD', 'NED', 'PD', 'cPD', 'pPD', 'NE'];

describe.each(settings)('properties of %s %j', (criterion, subject) => {
  const run = (timepoints: TimepointInput[]) => assess({ criterion, timepoints, ...subject });
  const overall = (timepoints: TimepointInput[]) =>
    run(timepoints).timepoints.map(one => one.overall);

  it('never changes an overall response by a later visit', () => {
    check(timepoints => {
      const all = overall(timepoints);
      for (let length = 1; length < timepoints.length; length += 1)
        expect(overall(timepoints.slice(0, length))).toEqual(all.slice(0, length));
    });
  });

  it('does not depend on the order of lesions', () => {
    check(timepoints => {
      const turned = timepoints.map(one => ({ ...one, lesions: [...one.lesions].reverse() }));
      expect(overall(turned)).toEqual(overall(timepoints));
    });
  });

  it('does not depend on the unit: every length times three', () => {
    const times = (mm: number | null | undefined) => (mm == null ? mm : Math.round(mm * 30) / 10);
    check(timepoints => {
      const larger = timepoints.map(one => ({
        ...one,
        lesions: one.lesions.map(lesion =>
          lesion.longestDiameterMm == null
            ? lesion
            : {
                ...lesion,
                longestDiameterMm: times(lesion.longestDiameterMm),
                perpendicularDiameterMm: times(lesion.perpendicularDiameterMm),
              }
        ),
      }));
      expect(overall(larger as TimepointInput[])).toEqual(overall(timepoints));
    });
  });

  it('is progression by size only 25 % or more over the nadir, and the nadir never rises', () => {
    check(timepoints => {
      let last = Number.POSITIVE_INFINITY;
      for (const { target, burden, overall: value } of run(timepoints).timepoints.slice(1)) {
        const known = burden?.value ?? burden?.lowerBound ?? 0;
        const nadir = burden?.nadir ?? 0;
        // Pseudo-progression starts the nadir of RANO 2.0 again.
        if (criterion !== 'rano-2.0' || !('setting' in subject))
          expect(nadir).toBeLessThanOrEqual(last);
        last = nadir;
        if (target !== 'PD') continue;
        const change = percentChange(scaled(known, 2), scaled(nadir, 2));
        expect(change === null ? known : change).toBeGreaterThanOrEqual(
          change === null ? 0.01 : 25
        );
        if (!('setting' in subject)) expect(value).toBe('PD');
      }
    });
  });

  it('has no best response that confirmation makes better', () => {
    check(timepoints => {
      const { unconfirmed, confirmed } = run(timepoints).bestOverallResponse;
      expect(ranks.indexOf(confirmed.value)).toBeGreaterThanOrEqual(
        ranks.indexOf(unconfirmed.value)
      );
    });
  });
});
