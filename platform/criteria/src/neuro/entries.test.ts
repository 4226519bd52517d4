import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import {
  fresh,
  gone,
  notRead,
  second,
  seen,
  tumour,
  unmeasured,
} from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
const good = { t2Flair: 'STABLE_OR_BETTER' };

/** Everything that is said of the last of these visits. */
function said(visits: readonly (readonly BrainLesion[])[], more: More = {}) {
  const timepoints = visits.map((lesions, index) => ({
    id: `V${index}`,
    ...seen(lesions, good),
  }));
  const input = { criterion: 'rano-hgg-2010', tumourType: 'CE', timepoints, ...more };
  const { findings = [] } = assess(input as AssessmentInput).timepoints.at(-1) ?? {};
  return findings;
}
const rules = (...given: Parameters<typeof said>) =>
  said(...given).map(({ rule, lesion }) => [rule, lesion]);
const base = [tumour(20, 20), second(20, 20)];
const one = [tumour(20, 20)];
const bare = (id: string, more: Partial<BrainLesion> = {}) => tumour(null, null, { id, ...more });
const part = (id: string, splitFrom: string, mm: number | null = 12) =>
  tumour(mm, mm, { id, splitFrom });

describe('what is entered of a measured lesion', () => {
  it.each([
    ['0 x 0 mm, yet present', tumour(0, 0, { status: 'present' }), ['measurement.contradiction']],
    ['5 x 5 mm, yet absent', tumour(5, 5, gone), ['measurement.contradiction']],
    ['0 x 0 mm and absent', tumour(0, 0, gone), []],
    ['5 x 5 mm and present', tumour(5, 5, { status: 'present' }), []],
    [
      '0 mm, present but too small to measure',
      tumour(0, 0, { status: 'present', tooSmallToMeasure: true }),
      [],
    ],
    ['0 x 0 mm', tumour(0, 0), []],
    ['not evaluable', bare('T01', notRead), []],
    ['a perpendicular only', tumour(null, 20), ['measurement.missing']],
    ['nothing', bare('T01'), ['measurement.missing']],
  ] as const)('%s', (_name, lesion, expected) => {
    expect(rules([one, [lesion]])).toEqual(expected.map(rule => [rule, 'T01']));
  });
  it('names the status that contradicts the size', () => {
    expect(said([one, [tumour(0, 0, { status: 'present' })]])[0]?.text).toBe(
      'T01: its size and status "present" contradict each other; the lesion counts as not evaluable.'
    );
  });
});

describe('split lesions', () => {
  it('need nothing themselves while their parts are listed', () => {
    const parts = [part('T02a', 'T02'), part('T02b', 'T02')];
    expect(rules([base, [tumour(20, 20), bare('T02'), ...parts]])).toEqual([]);
    const other = { ...bare('NT01'), role: 'non-target' } as const;
    const halves = ['a', 'b'].map(name => ({ ...other, id: name, splitFrom: 'NT01' }));
    const listed = [...one, other, ...halves.map(half => ({ ...half, ...gone }))];
    expect(rules([[...one, unmeasured('present')], listed])).toEqual([]);
  });
  it('may split again: a part of a part goes back to the lesion of the baseline', () => {
    const first = [part('T02a', 'T02'), part('T02b', 'T02')];
    const again = [part('T02b', 'T02'), part('T02a1', 'T02a', 8), part('T02a2', 'T02a', 8)];
    expect(rules([base, [tumour(20, 20), ...first], [tumour(20, 20), ...again]])).toEqual([]);
  });
  it('are named where no timepoint lists what they are a part of', () => {
    expect(rules([one, [...one, part('T09a', 'T09')]])).toEqual([
      ['lesion.splitFromUnknown', 'T09a'],
    ]);
  });
});

describe('roles', () => {
  it('stay those of the baseline; a new lesion at baseline is none that is followed', () => {
    const role = 'target' as const;
    expect(
      rules([
        [...one, unmeasured('present')],
        [...one, { ...unmeasured('present'), role }],
      ])
    ).toEqual([['lesion.roleChanged', 'NT01']]);
    const odd = fresh('unequivocal');
    expect(
      rules([
        [...one, odd],
        [...one, { ...odd, role }],
      ])
    ).toEqual([['lesion.notAtBaseline', 'NL01']]);
  });
  it('asks where a lesion is when it is first listed, and not again', () => {
    const nowhere = { location: null };
    expect(rules([[tumour(20, 20, nowhere)], [tumour(20, 20, nowhere)]])).toEqual([]);
    expect(rules([one, [...one, fresh('unequivocal', nowhere)]])).toEqual([
      ['location.missing', 'NL01'],
    ]);
  });
});

describe('lesions that are not measured', () => {
  const beside = (more: Partial<BrainLesion>) => ({ ...bare('NT01', more), role: 'non-target' });
  const followed = [...one, beside({ status: 'present' })] as BrainLesion[];
  it.each([
    ['nothing', {}, [['nonTarget.stateMissing', 'NT01']]],
    ['one diameter', { longestDiameterMm: 8 }, []],
    ['a state', { status: 'present' }, []],
    ['that it was not read', notRead, []],
  ] as const)('of a non-target %s is entered', (_name, more, expected) => {
    expect(rules([followed, [...one, beside(more)] as BrainLesion[]])).toEqual(expected);
  });
  it('ask for the state of a new one', () => {
    const empty = { ...bare('NL01'), role: 'new' } as const;
    expect(rules([one, [...one, empty]])).toEqual([['newLesion.stateMissing', 'NL01']]);
    for (const size of [{ longestDiameterMm: 12 }, { shortAxisMm: 12 }])
      expect(rules([one, [...one, { ...empty, ...size }]])).toEqual([]);
  });
  it('are asked for where a visit does not list them, unless nothing was read', () => {
    expect(rules([followed, one])).toEqual([['lesion.notAssessed', 'NT01']]);
    const timepoints = [
      { id: 'V0', ...seen(followed) },
      { id: 'V1', ...seen([], good), evaluable: false },
    ];
    expect(rules([], { timepoints })).toEqual([]);
  });
});
