import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { course, fresh, mass, node, other, type Row, stated } from './course.testdata.js';

const base = [node('N1', 30, 20)];
/** Rule and lesion of every finding of the last of these visits that is not about PET. */
const found = (rows: readonly Row[], criterion = 'cheson-2007') =>
  (course(criterion, rows, {}).timepoints.at(-1)?.findings ?? [])
    .filter(({ rule }) => !rule.startsWith('pet'))
    .map(({ rule, lesion }) => [rule, lesion]);
const texts = (rows: readonly Row[]) =>
  course('lugano-2014', rows)
    .timepoints.at(-1)
    ?.findings.map(({ text }) => text) ?? [];

describe('what was measured', () => {
  const bare = (more: Partial<LesionInput>): LesionInput => stated('N1', more);
  const missing = (rule: string) => [[`measurement.${rule}`, 'N1']];
  it.each<[string, LesionInput, (string | null | undefined)[][]]>([
    ['two diameters', node('N1', 20, 10), []],
    ['two equal ones', node('N1', 20, 20), []],
    ['the longest alone', bare({ longestDiameterMm: 20 }), missing('perpendicularMissing')],
    [
      'the one across alone',
      bare({ perpendicularDiameterMm: 9 }),
      missing('longestDiameterMissing'),
    ],
    ['the short axis alone', bare({ shortAxisMm: 9 }), missing('longestDiameterMissing')],
    ['nothing', bare({}), missing('missing')],
    ['across is longer', node('N1', 20, 20.1), missing('perpendicularLonger')],
    ['0 mm', bare({ longestDiameterMm: 0 }), []],
    ['0 x 0 mm', node('N1', 0, 0), []],
    ['0 mm and absent', node('N1', 0, 0, { status: 'absent' }), []],
    ['0 mm but something across', node('N1', 0, 5), missing('perpendicularLonger')],
    ['0 mm and present', node('N1', 0, 0, { status: 'present' }), missing('contradiction')],
    ['20 mm and absent', node('N1', 20, 10, { status: 'absent' }), missing('contradiction')],
    ['20 mm and present', node('N1', 20, 10, { status: 'present' }), []],
    ['too small, with 0 mm', node('N1', 0, 0, { status: 'present', tooSmallToMeasure: true }), []],
    ['not evaluable, 20 mm', node('N1', 20, 10, { status: 'absent', evaluable: false }), []],
  ])('%s', (_name, lesion, expected) => {
    expect(found([[base], [[lesion]]])).toEqual(expected);
  });

  it('says what counts', () => {
    expect(texts([[base], [[node('N1', 0, 5)]]])).toEqual([
      'N1: the perpendicular diameter (5 mm) is longer than the longest (0 mm); the lesion counts as gone.',
    ]);
    expect(texts([[base], [[node('N1', 9, 10)]]])).toEqual([
      'N1: the perpendicular diameter (10 mm) is longer than the longest (9 mm); the longer one counts as the longest.',
    ]);
    expect(texts([[base], [[node('N1', 9, 8, { status: 'absent' })]]])).toEqual([
      'N1: 9 mm and status "absent" contradict each other; the lesion counts as not evaluable.',
    ]);
  });

  it('is not asked of a lesion whose parts are listed', () => {
    const parts = ['N1a', 'N1b'].map(id => node(id, 9, 8, { splitFrom: 'N1' }));
    const two = [...base, node('N2', 30, 20)];
    expect(found([[two], [[stated('N1', {}), ...parts, stated('N2', {})]]])).toEqual([
      ['measurement.missing', 'N2'],
    ]);
    const rest = [...base, other('X', 'present')];
    const pieces = ['Xa', 'Xb'].map(id => other(id, 'present', { splitFrom: 'X' }));
    expect(found([[rest], [[...base, other('X', null), ...pieces]]])).toEqual([]);
    expect(found([[rest], [[...base, other('X', null)]]])).toEqual([
      ['nonTarget.stateMissing', 'X'],
    ]);
  });
});

describe('targets at baseline', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => node(`N${index + 1}`, 30, 20));
  it('are 6 at most', () => {
    expect(found([[many(6)]])).toEqual([]);
    expect(found([[many(7)]])).toEqual([['baseline.targets.tooMany', 'N7']]);
  });

  it('that are absent are no non-targets', () => {
    expect(found([[[...base, node('N2', 0, 0)]]])).toEqual([['baseline.target.absent', 'N2']]);
    expect(found([[[...base, stated('N2', { status: 'absent' })]]])).toEqual([
      ['baseline.target.absent', 'N2'],
    ]);
    expect(found([[[...base, other('X', 'absent')]]])).toEqual([
      ['baseline.nonTarget.absent', 'X'],
    ]);
  });

  it('lie where something can be measured', () => {
    const fluid = { ...mass('M1', 30, 20), location: 'PLEURAL EFFUSION' };
    expect(texts([[[fluid]]])).toEqual(['M1: PLEURAL EFFUSION is never measurable.']);
  });

  // Cheson 2007: over 15 mm, or 11 to 15 mm and over 10 mm across; nothing can be said of one that lacks a diameter.
  it.each<[string, Partial<LesionInput>, boolean]>([
    ['14 mm, across not given', { longestDiameterMm: 14 }, false],
    ['9 mm across, longest not given', { perpendicularDiameterMm: 9 }, false],
    ['14 x 10 mm', { longestDiameterMm: 14, perpendicularDiameterMm: 10 }, true],
    ['14 x 10.1 mm', { longestDiameterMm: 14, perpendicularDiameterMm: 10.1 }, false],
  ])('%s', (_name, sizes, isSmall) => {
    const rules = found([[[stated('N1', sizes)]]]).map(([rule]) => rule);
    expect(rules.includes('baseline.target.tooSmall')).toBe(isSmall);
  });
});

describe('a new lesion listed at baseline', () => {
  it('is not used, and is none of the baseline later', () => {
    const first = [...base, fresh('L', { longestDiameterMm: 20 })];
    expect(found([[first]])).toEqual([['baseline.newLesion', 'L']]);
    expect(found([[first], [[...base, node('L', 20, 10)]]])).toEqual([
      ['lesion.notAtBaseline', 'L'],
    ]);
  });
});

describe('the role of the baseline', () => {
  it('stays, of a part of the baseline as well', () => {
    const first = [...base, node('N1a', 20, 10, { splitFrom: 'N1' })];
    const now = (role: LesionInput['role']) => [...base, { ...(first[1] as LesionInput), role }];
    expect(found([[first], [now('target')]])).toEqual([]);
    expect(found([[first], [now('non-target')]])).toEqual([['lesion.roleChanged', 'N1a']]);
    expect(
      found([
        [first],
        [[{ ...(base[0] as LesionInput), role: 'non-target' }, now('target')[1] as LesionInput]],
      ])
    ).toEqual([['lesion.roleChanged', 'N1']]);
  });
});

describe('places', () => {
  const nowhere = { location: null };
  it('are asked for at baseline and of a new lesion', () => {
    expect(found([[[{ ...base[0], ...nowhere } as LesionInput]]])).toEqual([
      ['location.missing', 'N1'],
    ]);
    const unknown = { ...node('N1', 30, 20), location: 'SOMEWHERE' };
    expect(found([[[unknown]]])).toEqual([['location.unknown', 'N1']]);
    expect(found([[base], [[...base, fresh('NL', { longestDiameterMm: 9, ...nowhere })]]])).toEqual(
      [['location.missing', 'NL']]
    );
  });

  it('are known of a lesion that is followed', () => {
    expect(found([[base], [[{ ...base[0], ...nowhere } as LesionInput]]])).toEqual([]);
  });

  it('of a new lesion are kept where there is no CT', () => {
    const rows: Row[] = [
      [base],
      [[...base, fresh('NL', { longestDiameterMm: 20 })], { ct: 'notDone', deauville: 2 }],
    ];
    expect(found(rows, 'lugano-2014')).toEqual([['ct.contradiction', null]]);
  });
});
