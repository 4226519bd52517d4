import { describe, expect, it } from '@jest/globals';
import type { PercistLesion } from './inputs.js';
import { hot, rulesOf, scan, visitOf } from './course.testdata.js';

type Place = PercistLesion['location'];
const lesions = (suls: readonly number[], places: readonly Place[] = []): PercistLesion[] =>
  suls.map((sul, at) => hot(sul, { id: `T${at + 1}`, location: places[at] ?? null }));
const sumOf = (
  scans: readonly (readonly [readonly number[], (readonly Place[])?])[],
  parameters: Record<string, unknown> = {}
) =>
  visitOf(
    scans.map(([suls, places]) => scan(lesions(suls, places))),
    scans.length - 1,
    parameters
  ).burdens?.['sulPeakSum'];

describe('the sum of the hottest lesions', () => {
  it.each([[[9, 5, 7]], [[5, 7, 9]], [[9, 7, 5]], [[7, 9, 5]], [[5, 9, 7]], [[7, 5, 9]]])(
    'takes the highest numbers in whatever order: %j',
    suls => {
      expect(sumOf([[suls]], { maxTargets: 2 })?.value).toBe(16);
    }
  );

  it('takes lesions without a place for lesions of as many organs', () => {
    const limits = { maxTargetsPerOrgan: 1 };
    expect(sumOf([[[9, 7, 5]]], limits)?.value).toBe(21);
    expect(
      sumOf(
        [
          [
            [9, 7, 5],
            ['LUNG', 'LUNG', 'LUNG'],
          ],
        ],
        limits
      )?.value
    ).toBe(9);
  });

  it('takes nodes without a place for one organ', () => {
    const nodes = lesions([9, 7, 5]).map(lesion => ({ ...lesion, node: true }));
    const { burdens } = visitOf([scan(nodes)], 0, { maxTargetsPerOrgan: 1 });
    expect(burdens?.['sulPeakSum']?.value).toBe(9);
  });

  it('of an earlier scan is by the places as they were known then', () => {
    const places: Place[] = ['LUNG', 'LUNG'];
    const all: Place[] = [...places, 'LUNG'];
    // Baseline: 10 + 8 + 6, the third having no place; V1 and V2: the two hottest of the lung.
    const scans = [
      [[10, 8, 6], places],
      [[5, 4, 3], all],
      [[6, 6, 3], all],
    ] as const;
    expect(sumOf(scans.slice(0, 1))?.value).toBe(24);
    expect(sumOf(scans.slice(0, 2))).toMatchObject({ value: 9, changeFromBaselinePct: -62.5 });
    expect(sumOf(scans)).toMatchObject({ value: 12, nadir: 9, changeFromBaselinePct: -50 });
  });
});

describe('what is asked of a lesion that the baseline lists', () => {
  it('is no place again, and no role where it is not followed', () => {
    const base = scan([hot(8)]);
    const rules = (lesion: PercistLesion) => rulesOf([base, scan([lesion])]);
    expect(rules(hot(8, { location: null }))).not.toContain('location.missing');
    expect(rules(hot(8, { role: 'non-target' }))).toContain('lesion.roleChanged');
    const part = hot(4, { id: 'T01a', splitFrom: 'T01' });
    const changed = [
      scan([hot(8), part]),
      scan([hot(8), { ...part, role: 'non-target' as const }]),
    ];
    expect(rulesOf(changed)).not.toContain('lesion.roleChanged');
  });
});
