import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, gone, notRead, seen, tumour } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import { dateOn } from '../courses/course.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
const one = [tumour(40, 25)];

/** The visits after a baseline with one measured lesion, four weeks apart. */
function rate(
  visits: readonly (readonly BrainLesion[])[],
  more: More = {},
  visitMore: readonly More[] = []
) {
  const timepoints = [one, ...visits].map((lesions, index) => ({
    id: `V${index}`,
    date: dateOn(28 * index),
    ...seen(lesions, visitMore[index]),
  }));
  const input = { criterion: 'rano-2.0', tumourType: 'CE', timepoints, ...more };
  return assess(input as AssessmentInput).timepoints.slice(1);
}
const nl = (longest: number | null, across: number | null, more: Partial<BrainLesion> = {}) =>
  tumour(longest, across, { id: 'NL01', role: 'new', ...more });

describe('a new lesion', () => {
  const small = { tooSmallToMeasure: true };
  it.each([
    ['10 x 10 mm', nl(10, 10), 'newLesion.unequivocal', 'PD'],
    ['10 x 9.9 mm: followed', nl(10, 9.9), 'newLesion.equivocal', 'SD'],
    ['9.9 mm, its perpendicular not given', nl(9.9, null), 'newLesion.equivocal', 'SD'],
    ['10 mm, its perpendicular not given', nl(10, null), 'newLesion.unequivocal', 'PD'],
    ['too small to measure', nl(null, null, small), 'newLesion.equivocal', 'SD'],
    ['too small to measure, with a 0 for its size', nl(0, 0, small), 'newLesion.equivocal', 'SD'],
    ['0 x 0 mm: gone', nl(0, 0), 'newLesion.none', 'SD'],
    ['absent, with the size that it had', nl(9, 9, gone), 'newLesion.none', 'SD'],
    ['not read, with the size that it had', nl(9, 9, notRead), 'newLesion.ne', 'SD'],
  ] as const)('%s', (_name, lesion, rule, overall) => {
    const [visit] = rate([[...one, lesion]]);
    expect(visit?.trace.map(why => why.rule)).toContain(rule);
    expect(visit?.overall).toBe(overall);
  });
  it('that a later visit does not list was not looked at: no complete response', () => {
    const off = { steroids: 'NONE' };
    const seenBefore = [[...one, fresh('equivocal')], [tumour(0, 0)]];
    const [, visit] = rate(seenBefore, {}, [{}, {}, off]);
    expect([visit?.newLesions, visit?.overall]).toEqual([null, 'PR']);
    const ignored = { parameters: { newLesionNe: 'ignore' } };
    expect(rate(seenBefore, ignored, [{}, {}, off])[1]?.overall).toBe('CR');
  });
  it('on FDG-PET alone is none, whatever the baseline PET showed', () => {
    const pet = fresh('unequivocal', { method: 'FDG-PET' });
    const [visit] = rate([[...one, pet]], {}, [{ petNegative: true }]);
    expect([visit?.newLesions, visit?.overall]).toEqual([false, 'SD']);
  });
});

describe('dates', () => {
  const on = (day: number) => ({ date: dateOn(day) });
  it('of progression by a new lesion: its own scan, not that of the rest', () => {
    const lesions = [tumour(40, 25, on(29)), fresh('unequivocal', on(31))];
    expect(rate([lesions])[0]).toMatchObject({ overall: 'PD', date: dateOn(31) });
  });
  it('of progression by size: the latest scan in the sum', () => {
    const lesions = [tumour(50, 25, on(31)), fresh('absent', on(33))];
    expect(rate([lesions])[0]).toMatchObject({ overall: 'PD', date: dateOn(31) });
  });
  it('of one kind of a mixed tumour: by its own size', () => {
    const both = (ce: number, nonce: number, day: number) => [
      tumour(40, ce, { compartment: 'CE', ...on(day) }),
      tumour(40, nonce, { id: 'T02', compartment: 'NONCE', ...on(day) }),
    ];
    const timepoints = [
      { id: 'BL', ...on(0), ...seen(both(25, 25, 0)) },
      { id: 'V1', ...on(28), ...seen([...both(25, 40, 30), fresh('absent', on(33))]) },
    ];
    expect(rate([], { tumourType: 'MIXED', timepoints })[0]).toMatchObject({
      overall: 'PD',
      date: dateOn(30),
    });
  });
});
