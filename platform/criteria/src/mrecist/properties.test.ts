import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import type { LesionOwn, TimepointOwn } from './inputs.js';

type Lesion = LesionInput & LesionOwn;
type Visit = TimepointInput & TimepointOwn;

const tenths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(value => value / 10);
const target = (id: string, mm: number): Lesion => ({
  id,
  role: 'target',
  location: 'LIVER',
  viableDiameterMm: mm,
});
const nonTarget = (arterialEnhancement: boolean): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LIVER',
  status: 'present',
  arterialEnhancement,
});
const nodule = fc
  .record({ mm: tenths(50, 300), arterialEnhancement: fc.boolean(), washout: fc.boolean() })
  .map(({ mm, ...pattern }): Lesion[] => [
    { id: 'NL01', role: 'new', location: 'LIVER', longestDiameterMm: mm, ...pattern },
  ]);
const visit = fc.record({
  lesions: fc
    .tuple(
      fc.tuple(tenths(0, 600), tenths(0, 600)),
      fc.boolean(),
      fc.oneof({ weight: 3, arbitrary: fc.constant<Lesion[]>([]) }, nodule)
    )
    .map(([[a, b], enhancing, added]) => [
      target('T01', a),
      target('T02', b),
      nonTarget(enhancing),
      ...added,
    ]),
  arterialPhase: fc.constantFrom('adequate' as const, 'adequate' as const, 'poor' as const),
});
const course = fc
  .tuple(tenths(100, 600), tenths(100, 600), fc.array(visit, { minLength: 1, maxLength: 6 }))
  .map(([a, b, visits]) => {
    const base = {
      lesions: [target('T01', a), target('T02', b), nonTarget(true)],
      arterialPhase: 'adequate' as const,
    };
    return [base, ...visits].map((one, index): Visit => ({
      ...one,
      id: `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10),
    }));
  });
const run = (timepoints: Visit[]) => assess({ criterion: 'mrecist', timepoints });
const overall = (timepoints: Visit[]) => run(timepoints).timepoints.map(one => one.overall);
const check = (property: (timepoints: Visit[]) => void) =>
  fc.assert(fc.property(course, property), { numRuns: 100 });

describe('mRECIST properties', () => {
  it('never changes an overall response by a later visit', () => {
    check(timepoints => {
      const all = overall(timepoints);
      for (let length = 1; length <= timepoints.length; length += 1)
        expect(overall(timepoints.slice(0, length))).toEqual(all.slice(0, length));
    });
  });

  it('does not depend on the order of lesions', () => {
    check(timepoints => {
      const turned = timepoints.map(one => ({ ...one, lesions: [...one.lesions].reverse() }));
      expect(overall(turned)).toEqual(overall(timepoints));
    });
  });

  it('rates targets alike when every viable diameter grows threefold', () => {
    check(timepoints => {
      const tripled = ({ viableDiameterMm = 0 }: Lesion): number =>
        Math.round((viableDiameterMm ?? 0) * 10) * 3;
      const grown = timepoints.map(one => ({
        ...one,
        lesions: one.lesions.map((lesion: Lesion) =>
          lesion.role === 'target' ? { ...lesion, viableDiameterMm: tripled(lesion) / 10 } : lesion
        ),
      }));
      const targets = (list: Visit[]) => run(list).timepoints.map(one => one.target);
      expect(targets(grown)).toEqual(targets(timepoints));
    });
  });

  it('calls progression by the sum only at 20 % over a nadir that never rises', () => {
    check(timepoints => {
      let least = Number.POSITIVE_INFINITY;
      for (const { trace, burden } of run(timepoints).timepoints.slice(1)) {
        const nadir = burden?.nadir ?? 0;
        expect(nadir).toBeLessThanOrEqual(least);
        least = nadir;
        const numbers = trace.find(({ rule }) => rule === 'target.pd')?.numbers;
        if (numbers && nadir > 0) expect(numbers.changeFromNadirPct).toBeGreaterThanOrEqual(20);
      }
    });
  });

  it('has an unconfirmed best response that is never worse than the confirmed one', () => {
    const rank = ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE', 'MISSING'];
    check(timepoints => {
      const { unconfirmed, confirmed } = run(timepoints).bestOverallResponse;
      expect(rank.indexOf(unconfirmed.value)).toBeLessThanOrEqual(rank.indexOf(confirmed.value));
    });
  });
});
