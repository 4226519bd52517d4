import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { second, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import type { AssessmentInput } from '../schemas.js';

const small = { tooSmallToMeasure: true };
const area = ['rano-hgg-2010', { tstmDefaultMm: 0 }] as const;
const volume = ['rano-2.0', { burden: 'volume', tstmDefaultMl: 0 }] as const;
const sized = (mm: number | null, more: Partial<BrainLesion> = {}) =>
  tumour(mm, mm, { ...(mm === null ? {} : { volumeMl: mm / 10 }), ...more });

function rate(
  [criterion, parameters]: typeof area | typeof volume,
  visits: readonly (readonly BrainLesion[])[]
) {
  const timepoints = visits.map((lesions, index) => ({
    id: `V${index}`,
    ...seen(lesions, { steroids: 'NONE', t2Flair: 'STABLE_OR_BETTER' }),
  }));
  const input = { criterion, parameters, tumourType: 'CE', timepoints } as AssessmentInput;
  return assess(input).timepoints.slice(1);
}

describe.each([
  // Half of the baseline: a partial response by area, not by volume.
  ['an area', area, 'mm²', 'PR'],
  ['a volume', volume, 'ml', 'SD'],
] as const)('lesions too small to measure that count %s of 0', (_name, criterion, unit, half) => {
  it('keep a complete response away: they are there', () => {
    const [visit] = rate(criterion, [[sized(20)], [sized(null, small)]]);
    expect([visit?.target, visit?.overall, visit?.burden?.value]).toEqual(['PR', 'PR', 0]);
  });
  it('are stable over a baseline of 0, which there is no per cent of', () => {
    const [visit] = rate(criterion, [[sized(null, small)], [sized(null, small)]]);
    expect(visit?.target).toBe('SD');
    expect(visit?.trace[0]?.text).toContain(`n/a against the baseline of 0 ${unit}`);
  });
  it('are gone with the lesion that they merged with', () => {
    const merged = tumour(null, null, { id: 'T02', mergedInto: 'T01' });
    const base = [sized(20), sized(20, { id: 'T02' })];
    const visits = rate(criterion, [base, [sized(20), merged], [sized(0), merged]]);
    expect(visits.map(({ target }) => target)).toEqual([half, 'CR']);
  });
});

it('keeps the decimals of the size that a lesion too small to measure counts: 2.25 x 2.25 mm', () => {
  const visits = [[tumour(20, 20), second(null, null, small)]];
  const input = {
    criterion: 'rano-hgg-2010',
    parameters: { tstmDefaultMm: 2.25 },
    timepoints: visits.map((lesions, index) => ({ id: `V${index}`, ...seen(lesions) })),
  } as AssessmentInput;
  expect(assess(input).timepoints[0]?.burden?.value).toBe(405.06);
});
