import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { gone, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import type { AssessmentInput } from '../schemas.js';

/** The second of two visits where volumes are the burden; the patient off steroids. */
function rate(base: readonly BrainLesion[], lesions: readonly BrainLesion[]) {
  const timepoints = [base, lesions].map((list, index) => ({
    id: `V${index}`,
    ...seen(list, { steroids: 'NONE' }),
  }));
  const parameters = { burden: 'volume' };
  const input = { criterion: 'rano-2.0', tumourType: 'NONCE', parameters, timepoints };
  const [, visit] = assess(input as AssessmentInput).timepoints;
  if (!visit) throw new Error('no visit');
  return visit;
}
const ml = (volumeMl: number, more: Partial<BrainLesion> = {}) =>
  tumour(null, null, { volumeMl, ...more });
const nt = (more: Partial<BrainLesion>): BrainLesion =>
  tumour(null, null, { id: 'NT01', role: 'non-target', ...more });

describe('volumes', () => {
  it.each([
    [3.5, 'PR'],
    [3.5001, 'MR'],
  ])('keep their decimals: %d of 10 ml is %s', (volume, expected) => {
    expect(rate([ml(10)], [ml(volume)]).overall).toBe(expected);
  });
  it.each([
    ['2 ml', { volumeMl: 2 }, 'NON-CR/NON-PD', 'PR'],
    ['0 ml: gone', { volumeMl: 0 }, 'CR', 'CR'],
    ['a longest diameter', { longestDiameterMm: 8 }, 'NON-CR/NON-PD', 'PR'],
    ['its state', gone, 'CR', 'CR'],
  ] as const)('tell whether a non-target is there: %s', (_name, more, nonTarget, overall) => {
    const visit = rate([ml(10), nt({ volumeMl: 2 })], [ml(0), nt(more)]);
    expect([visit.nonTarget, visit.overall, visit.findings]).toEqual([nonTarget, overall, []]);
  });
  it.each([
    [6.7, 'SD'],
    [6.8, 'PD'],
  ])('alone tell that a non-target grew: 10 and %d ml against 12 ml is %s', (volumeMl, overall) => {
    const visit = rate([ml(10), nt({ volumeMl: 2 })], [ml(10), nt({ volumeMl })]);
    expect(visit.overall).toBe(overall);
  });
  it.each([
    ['a perpendicular alone', nt({ perpendicularDiameterMm: 8 }), 'nonTarget.stateMissing'],
    [
      'a new lesion by its volume alone',
      nt({ role: 'new', volumeMl: 2 }),
      'newLesion.stateMissing',
    ],
  ])('do not tell of %s', (_name, lesion, rule) => {
    const base = lesion.role === 'new' ? [ml(10)] : [ml(10), nt({ volumeMl: 2 })];
    const visit = rate(base, [ml(0), lesion]);
    expect([visit.overall, visit.findings.map(one => one.rule)]).toEqual(['PR', [rule]]);
  });
});
