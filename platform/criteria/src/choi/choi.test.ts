import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess, combine } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import type { ChoiLesion } from './inputs.js';

type Lesion = LesionInput & ChoiLesion;
const lesion = (mm: number, hu: number | null, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  densityHu: hu,
  ...more,
});
const other = (status: 'present' | 'absent' | 'progressed'): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LUNG',
  status,
});
const fresh = (status: 'equivocal' | 'unequivocal'): Lesion => ({
  id: 'NL01',
  role: 'new',
  status,
});
const run = (visits: Lesion[][], parameters: Record<string, unknown> = {}, more = {}) =>
  assess({
    criterion: 'choi',
    parameters,
    timepoints: visits.map((lesions, at): TimepointInput => ({
      id: at === 0 ? 'BL' : `V${at}`,
      date: new Date(Date.UTC(2026, 0, 5 + 56 * at)).toISOString().slice(0, 10),
      lesions,
      ...(at === 0 ? {} : more),
    })),
  });
const overalls = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ overall }) => overall);
const single = (...pairs: [number, number][]) => pairs.map(([mm, hu]) => [lesion(mm, hu)]);

describe('worked examples of Choi', () => {
  it.each([
    ['K1', single([100, 80], [95, 68]), {}, ['PR']],
    ['K2', single([100, 80], [95, 68.1]), {}, ['SD']],
    ['K3', single([100, 80], [90, 80]), {}, ['PR']],
    ['K3 mChoi', single([100, 80], [90, 80]), { 'choi.variant': 'mChoi' }, ['SD']],
    ['K4', single([100, 80], [90, 80], [98.9, 78]), {}, ['PR', 'SD']],
    ['K4 progression', single([100, 80], [90, 80], [99, 78]), {}, ['PR', 'PD']],
    [
      'K4 baseline',
      single([100, 80], [90, 80], [99, 78]),
      { 'choi.pdRef': 'baseline' },
      ['PR', 'SD'],
    ],
    ['K5', single([100, 80], [112, 66]), {}, ['PR']],
    ['K5 mChoi', single([100, 80], [112, 66]), { 'choi.variant': 'mChoi' }, ['SD']],
    ['mChoi, both', single([100, 80], [90, 68]), { 'choi.variant': 'mChoi' }, ['PR']],
  ])('%s', (_name, visits, parameters, expected) => {
    expect(overalls(visits, parameters)).toEqual(expected);
  });
  it('K6: a new nodule inside is progression', () => {
    expect(overalls([[lesion(100, 80)], [lesion(80, 60, { intratumoralNodule: 'new' })]])).toEqual([
      'PD',
    ]);
    expect(
      overalls([[lesion(100, 80)], [lesion(80, 60, { intratumoralNodule: 'stable' })]])
    ).toEqual(['PR']);
  });
});

describe('a nodule inside a mass', () => {
  const on = (date: string, more: Partial<Lesion> = {}) => ({ date, ...more });
  const base = [lesion(60, 80), lesion(40, 60, { id: 'T02' }), other('present')];
  const dated = (...visit: Lesion[]) => run([base, visit]).timepoints[1];

  it('has the date of its own scan', () => {
    const visit = dated(
      lesion(60, 80, on('2026-03-02', { intratumoralNodule: 'new' })),
      lesion(40, 60, { id: 'T02', ...on('2026-03-04') }),
      other('present')
    );
    expect(visit).toMatchObject({ overall: 'PD', target: 'PD', date: '2026-03-02' });
  });
  it('is found in a part of a lesion', () => {
    const visit = dated(
      lesion(30, 60, { id: 'T01a', splitFrom: 'T01', ...on('2026-03-03') }),
      lesion(20, 60, {
        id: 'T01b',
        splitFrom: 'T01',
        ...on('2026-03-05', { intratumoralNodule: 'grown' }),
      }),
      lesion(40, 60, { id: 'T02', ...on('2026-03-06') })
    );
    expect(visit).toMatchObject({ overall: 'PD', date: '2026-03-05' });
    expect(visit?.trace[0]?.text).toContain('inside T01:');
  });
  it('in a non-target is progression of that, at a baseline without targets too', () => {
    const nodule = { ...other('present'), intratumoralNodule: 'new' } satisfies Lesion;
    expect(run([[other('present')], [nodule]]).timepoints[1]).toMatchObject({
      overall: 'PD',
      target: null,
      nonTarget: 'PD',
    });
  });
  it('of a visit that was not evaluable is none', () => {
    const nodule = { ...other('present'), intratumoralNodule: 'new' } satisfies Lesion;
    const visits = [
      [lesion(60, 80), other('present')],
      [lesion(60, 80, { intratumoralNodule: 'new' }), nodule],
    ];
    const { timepoints } = run(visits, {}, { evaluable: false });
    expect(timepoints[1]).toMatchObject({ overall: 'NE', target: 'NE', nonTarget: 'NE' });
  });
});

describe('every cell of the table', () => {
  const columns = ['CR', 'NON-CR/NON-PD', 'PD', 'NE', null];
  it.each([
    ['CR', ['CR', 'PR', 'PD', 'PR', 'CR']],
    ['PR', ['PR', 'PR', 'PD', 'PR', 'PR']],
    ['SD', ['SD', 'SD', 'PD', 'SD', 'SD']],
    ['PD', ['PD', 'PD', 'PD', 'PD', 'PD']],
    ['NE', ['NE', 'NE', 'PD', 'NE', 'NE']],
    [null, ['CR', 'NON-CR/NON-PD', 'PD', 'NE', 'NED']],
  ])('target %s', (target, expected) => {
    const row = (newLesions: boolean) =>
      columns.map(
        nonTarget =>
          combine({ criterion: 'choi', components: { target, nonTarget, newLesions } }).overall
      );
    expect(row(false)).toEqual(expected);
    expect(row(true)).toEqual(columns.map(() => 'PD'));
  });
});

describe('density', () => {
  const rules = (visits: Lesion[][], at: number) =>
    run(visits).timepoints[at]?.findings.map(({ rule }) => rule);
  it('missing leaves size alone to decide, with a finding, and rescues nothing', () => {
    expect(overalls([[lesion(100, 80)], [lesion(89, null)]])).toEqual(['PR']);
    expect(overalls([[lesion(100, 80)], [lesion(112, null)]])).toEqual(['PD']);
    expect(overalls([[lesion(100, 80)], [lesion(90, null)]], { 'choi.variant': 'mChoi' })).toEqual([
      'PR',
    ]);
    expect(rules([[lesion(100, 80)], [lesion(89, null)]], 1)).toContain('density.missing');
  });
  it('of 0 HU or less at baseline is not compared', () => {
    expect(overalls(single([100, -10], [100, -20]))).toEqual(['SD']);
    expect(rules(single([100, -10], [100, -20]), 0)).toContain('density.baselineNotPositive');
    const zero = single([100, 0], [100, -20]);
    expect(overalls(zero)).toEqual(['SD']);
    expect(rules(zero, 0)).toContain('density.baselineNotPositive');
    expect(rules(single([100, 0.1], [100, 0.1]), 0)).not.toContain('density.baselineNotPositive');
  });
  it('is the mean over lesions, or weighted by area', () => {
    const pair = (first: number, second: number) => [
      lesion(50, first, { densityAreaMm2: 100 }),
      lesion(50, second, { id: 'T02', densityAreaMm2: 300 }),
    ];
    // Mean 80 to 68 (-15 %); by area (60 + 300) / 4 = 90 to (36 + 300) / 4 = 84 (-6.7 %).
    const visits = [pair(60, 100), pair(36, 100)];
    expect(overalls(visits)).toEqual(['PR']);
    expect(overalls(visits, { huAggregate: 'areaWeighted' })).toEqual(['SD']);
  });
  it('of a part of a lesion is missed like that of a lesion', () => {
    const part = (id: string, hu: number | null) => lesion(50, hu, { id, splitFrom: 'T01' });
    const visits = [[lesion(100, 80)], [part('T01a', 40), part('T01b', null)]];
    expect(overalls(visits)).toEqual(['SD']);
    expect(rules(visits, 1)).toContain('density.missing');
    const small: Lesion = { id: 'T01b', role: 'target', splitFrom: 'T01', tooSmallToMeasure: true };
    expect(rules([[lesion(100, 80)], [part('T01a', 40), small]], 1)).toContain('density.missing');
  });
  it('of a target that was not read is no finding: the target is', () => {
    const visits = [[lesion(100, 80)], [lesion(50, 40, { evaluable: false })]];
    expect(rules(visits, 1)).not.toContain('density.missing');
  });
  it('of the parts of a split lesion is their mean', () => {
    const part = (id: string, hu: number) => lesion(50, hu, { id, splitFrom: 'T01' });
    expect(overalls([[lesion(100, 80)], [part('T01a', 60), part('T01b', 76)]])).toEqual(['PR']);
    expect(overalls([[lesion(100, 80)], [part('T01a', 60), part('T01b', 76.2)]])).toEqual(['SD']);
  });
});

describe('states', () => {
  const two = [lesion(50, 80), lesion(50, 80, { id: 'T02' })];
  const ne: Lesion = { id: 'T02', role: 'target', evaluable: false, reason: 'OBSCURED' };
  it('is PD by what was read, else NE', () => {
    expect(overalls([two, [lesion(110, 60), ne]])).toEqual(['PD']);
    expect(overalls([two, [lesion(109, 60), ne]])).toEqual(['NE']);
  });
  it('leaves an unread visit out of the nadir', () => {
    expect(
      overalls([two, [lesion(10, 80), ne], [lesion(49, 80), lesion(49, 80, { id: 'T02' })]])
    ).toEqual(['NE', 'SD']);
  });
  it('is CR only with everything gone', () => {
    const gone: Lesion = { id: 'T01', role: 'target', status: 'absent' };
    const base = [lesion(50, 80), other('present')];
    expect(overalls([base, [gone, other('absent')]])).toEqual(['CR']);
    expect(overalls([base, [gone, other('present')]])).toEqual(['PR']);
    expect(overalls([base, [gone, other('absent')], [lesion(3, 80), other('absent')]])).toEqual([
      'CR',
      'PD',
    ]);
  });
  it('takes merged lesions as one', () => {
    const merged: Lesion = { id: 'T02', role: 'target', mergedInto: 'T01' };
    expect(overalls([two, [lesion(90, 80), merged]])).toEqual(['PR']);
  });
  it('follows non-targets, new lesions and equivocal ones', () => {
    const base = [lesion(50, 80), other('present')];
    const same = [lesion(50, 80), other('present')];
    expect(overalls([base, [lesion(50, 80), other('progressed')]])).toEqual(['PD']);
    expect(overalls([base, [...same, fresh('unequivocal')]])).toEqual(['PD']);
    const { timepoints } = run([
      base,
      [...same, fresh('equivocal')],
      [...same, fresh('unequivocal')],
    ]);
    expect(timepoints[1]).toMatchObject({
      overall: 'SD',
      revised: { value: 'PD', byTimepoint: 'V2', rule: 'newLesion.equivocalConfirmed' },
    });
  });
  it('does not call it stable when symptoms declined', () => {
    const visits = single([100, 80], [100, 80]);
    expect(overalls(visits, {}, { symptomaticDecline: true })).toEqual(['NE']);
    expect(
      overalls(visits, { 'choi.symptomaticDecline': 'SD' }, { symptomaticDecline: true })
    ).toEqual(['SD']);
  });
  it('is NE after a baseline without a measurement, and says what was wrong', () => {
    const { timepoints } = run([[lesion(100, 80), { id: 'T02', role: 'target' }], two]);
    expect(timepoints[1]?.overall).toBe('NE');
    expect(timepoints[0]?.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['baseline.notEvaluable', 'measurement.missing'])
    );
  });
  it('objects to small targets and to more than five in an organ', () => {
    const many = Array.from({ length: 6 }, (_, at) => lesion(9.9, 80, { id: `T${at}` }));
    const found = run([many]).timepoints[0]?.findings.map(({ rule }) => rule);
    expect(found).toEqual(
      expect.arrayContaining(['baseline.target.tooSmall', 'baseline.targets.tooManyPerOrgan'])
    );
  });
});

describe('entries', () => {
  it('keep their decimals, those of a parameter too', () => {
    const small: Lesion = { id: 'T01', role: 'target', tooSmallToMeasure: true };
    const { timepoints } = run([[lesion(100, 80.125)], [small]], { tstmDefaultMm: 2.25 });
    expect(timepoints[0]?.trace[0]?.numbers).toMatchObject({ densityHu: 80.13 });
    expect(timepoints[1]?.burden).toMatchObject({ value: 2.25 });
  });
  it('without a diameter are not called too small', () => {
    const [baseline] = run([[{ ...lesion(100, 80), longestDiameterMm: null }]]).timepoints;
    expect(baseline?.findings.map(({ rule }) => rule)).not.toContain('baseline.target.tooSmall');
  });
  it('of no timepoint give none', () => {
    expect(run([])).toMatchObject({ criterion: 'choi', timepoints: [] });
  });
  it('out of place are named with the criterion', () => {
    expect(() => run([], { unknown: 1 })).toThrow(/choi/);
    expect(() => combine({ criterion: 'choi', components: { target: 'MR' } })).toThrow(/choi/);
  });
});

describe('Choi properties', () => {
  const one = fc.tuple(fc.integer({ min: 100, max: 900 }), fc.integer({ min: -100, max: 1200 }));
  const course = fc
    .array(fc.tuple(one, one), { minLength: 2, maxLength: 6 })
    .map(visits =>
      visits.map(([a, b]) => [
        lesion(a[0] / 10, a[1] / 10),
        lesion(b[0] / 10, b[1] / 10, { id: 'T02' }),
      ])
    );
  const holds = (test: (visits: Lesion[][]) => void) =>
    fc.assert(fc.property(course, test), { numRuns: 60 });

  it('changes nothing when every length or every density doubles', () => {
    holds(visits => {
      const scaled = (length: number, density: number) =>
        overalls(
          visits.map(lesions =>
            lesions.map(item => ({
              ...item,
              longestDiameterMm: (item.longestDiameterMm ?? 0) * length,
              densityHu: (item.densityHu ?? 0) * density,
            }))
          )
        );
      expect(scaled(2, 1)).toEqual(scaled(1, 1));
      expect(scaled(1, 2)).toEqual(scaled(1, 1));
    });
  });
});

describe('density of a target treated locally', () => {
  const two = (a: [number, number], b: [number, number], more: Partial<Lesion> = {}): Lesion[] => [
    lesion(a[0], a[1]),
    lesion(b[0], b[1], { id: 'T02', ...more }),
  ];
  const treated = { locallyTreated: { kind: 'ablation' } };

  it('is not known: the rest can not rescue growth', () => {
    // T01 alone is 77 mm over a nadir of 70 mm; its own density fell by half.
    const [visit] = run([
      two([40, 80], [30, 80]),
      two([77, 40], [1, 80], treated),
    ]).timepoints.slice(1);
    expect(visit?.overall).toBe('PD');
    expect(visit?.trace[0]).toMatchObject({
      rule: 'target.pd.partial',
      numbers: { densityHu: null },
    });
  });

  it('is out of the baseline it is compared with where the target is excluded', () => {
    // Without T02 the mean goes from 100 to 86 HU (-14 %); against the mean of both (90 HU) it would be less still.
    const visits = [two([40, 100], [30, 80]), two([40, 86], [30, 80], treated)];
    const [visit] = run(visits, { localTreatment: 'exclude' }).timepoints.slice(1);
    expect(visit?.overall).toBe('SD');
    expect(visit?.trace[0]?.numbers).toMatchObject({
      densityHu: 86,
      baselineDensityHu: 100,
      densityChangePct: -14,
    });
  });
});
