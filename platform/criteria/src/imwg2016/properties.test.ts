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
  it('never changes an overall response by a later visit', () => {
    fc.assert(
      fc.property(course, timepoints => {
        const all = run(timepoints).timepoints.map(({ overall }) => overall);
        for (let length = 1; length < timepoints.length; length += 1) {
          const some = run(timepoints.slice(0, length)).timepoints;
          expect(some.map(({ overall }) => overall)).toEqual(all.slice(0, length));
        }
      }),
      { numRuns: 60 }
    );
  });

  it('does not depend on the order of lesions', () => {
    fc.assert(
      fc.property(course, timepoints => {
        const turned = timepoints.map(one => ({ ...one, lesions: [...one.lesions].reverse() }));
        const rated = (list: TimepointInput[]) =>
          run(list).timepoints.map(({ overall, revised, components }) => ({
            overall,
            revised,
            components,
          }));
        expect(rated(turned)).toEqual(rated(timepoints));
      }),
      { numRuns: 60 }
    );
  });

  it('has no confirmed category better than every unconfirmed one, and keeps confirmed progression', () => {
    const rank = ['sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'PD', 'NE', 'MISSING'];
    fc.assert(
      fc.property(course, timepoints => {
        const { timepoints: rated, bestOverallResponse } = run(timepoints);
        const { confirmed, unconfirmed } = bestOverallResponse;
        expect(rank.indexOf(confirmed.value)).toBeGreaterThanOrEqual(
          rank.indexOf(unconfirmed.value)
        );
        const shown = rated.slice(1).map(({ components }) => components?.confirmed);
        const first = shown.indexOf('PD');
        if (first >= 0) expect(new Set(shown.slice(first))).toEqual(new Set(['PD']));
      }),
      { numRuns: 60 }
    );
  });

  it('has every threshold met where serum M-protein is progression', () => {
    fc.assert(
      fc.property(course, timepoints => {
        for (const { trace } of run(timepoints).timepoints) {
          const serum = trace.find(({ rule }) => rule === 'pd.serum')?.numbers;
          if (!serum) continue;
          const [lowest, change, pct] = [serum.lowestConfirmed, serum.change, serum.changePct];
          if ((lowest ?? 0) >= 5) expect(change).toBeGreaterThanOrEqual(1);
          else {
            expect(change).toBeGreaterThanOrEqual(0.5);
            expect(pct ?? 100).toBeGreaterThanOrEqual(25);
          }
        }
      }),
      { numRuns: 60 }
    );
  });
});
