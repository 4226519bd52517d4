import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { type Values, node, run, overall, clean } from './course.testdata.js';

describe('parameters of the table', () => {
  const spleen = (spleenLengthMm: number | null) => ({ spleenLengthMm });
  it('measures the spleen by its excess or its length', () => {
    const visits = (now: number): Values[] => [
      { more: spleen(180) },
      { more: spleen(now), labs: { marrow: 'involved' } },
    ];
    expect(overall(visits(155))).toEqual(['PR']);
    expect(overall(visits(155.1))).toEqual(['SD']);
    expect(overall(visits(205))).toEqual(['PD']);
    expect(overall(visits(204))).toEqual(['SD']);
    expect(overall(visits(155), { spleenMetric: 'length' })).toEqual(['SD']);
    expect(overall(visits(205), { spleenMetric: 'length' })).toEqual(['SD']);
  });

  it.each<[string, Values[], string]>([
    ['spleen newly enlarged', [{ node: [30, 30] }, { node: [30, 30], more: spleen(130) }], 'PD'],
    [
      'liver newly enlarged',
      [{ node: [30, 30] }, { node: [30, 30], more: { liverExcessMm: 10 } }],
      'PD',
    ],
    [
      'lymphocytes +50 % but under 5',
      [{ node: [30, 30] }, { node: [30, 30], labs: { lymphocytes10e9PerL: 4.9 } }],
      'SD',
    ],
    [
      'lymphocytes +50 % and 5',
      [{ node: [30, 30] }, { node: [30, 30], labs: { lymphocytes10e9PerL: 5 } }],
      'PD',
    ],
    [
      'platelets halved by the leukaemia',
      [
        { node: [30, 30] },
        { node: [30, 30], labs: { platelets10e9PerL: 100, cytopeniaDueToCll: true } },
      ],
      'PD',
    ],
    [
      'marrow cells +50 %',
      [
        { node: [30, 30], labs: { marrowCllPct: 20 } },
        { node: [10, 10], labs: { marrowCllPct: 30 } },
      ],
      'PD',
    ],
    ['transformation', [{ node: [30, 30] }, { ...clean, more: { transformation: true } }], 'PD'],
    [
      'nodes under 15 mm do not progress',
      [{ node: [30, 30] }, { node: [10, 10] }, { node: [14, 14] }],
      'PR',
    ],
    [
      'symptoms keep CR away',
      [{ node: [30, 30] }, { ...clean, more: { constitutionalSymptoms: true } }],
      'PR',
    ],
    ['a node of 15 mm keeps CR away', [{ node: [40, 30] }, { ...clean, node: [15, 10] }], 'PR'],
    ['marrow not done', [{ node: [30, 30] }, { ...clean, labs: {} }], 'PR'],
    [
      'marrow hypocellular',
      [{ node: [30, 30] }, { ...clean, labs: { marrow: 'hypocellular' } }],
      'CRi',
    ],
    ['marrow with nodules', [{ node: [30, 30] }, { ...clean, labs: { marrow: 'involved' } }], 'PR'],
    [
      'haemoglobin 12 under support',
      [
        { node: [30, 30] },
        { ...clean, labs: { marrow: 'normal', haemoglobinGPerDl: 12, supported: true } },
      ],
      'CRi',
    ],
    [
      'one of two of group A',
      [
        { node: [30, 30], labs: { lymphocytes10e9PerL: 40 } },
        { node: [15, 15], labs: { lymphocytes10e9PerL: 30 } },
      ],
      'SD',
    ],
    [
      'a parameter missing',
      [
        { node: [30, 30], labs: { lymphocytes10e9PerL: 40 } },
        { node: [15, 15], labs: { lymphocytes10e9PerL: null } },
      ],
      'NE',
    ],
    [
      'symptoms not stated',
      [{ node: [30, 30] }, { ...clean, more: { constitutionalSymptoms: null } }],
      'PR',
    ],
    ['node not assessed', [{ node: [30, 30] }, { lesions: [] }], 'NE'],
    ['no disease at baseline', [{}, clean], 'NE'],
    ['baseline not evaluable', [{ node: [30, 30], more: { evaluable: false } }, clean], 'NE'],
    ['visit not evaluable', [{ node: [30, 30] }, { ...clean, more: { evaluable: false } }], 'NE'],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits).at(-1)).toBe(expected);
  });

  it('takes a new node from 15 mm on, and backdates an equivocal one', () => {
    const nl = (mm: number, status: 'equivocal' | 'unequivocal'): LesionInput => ({
      ...node(mm, 10, 'NL01'),
      role: 'new',
      status,
    });
    const last = (lesion: LesionInput): Values => ({ lesions: [node(30, 30), lesion] });
    const base: Values = { node: [30, 30] };
    expect(overall([base, last(nl(15, 'unequivocal'))])).toEqual(['PD']);
    expect(overall([base, last(nl(14.9, 'unequivocal'))])).toEqual(['SD']);
    const rated = run([base, last(nl(16, 'equivocal')), last(nl(16, 'unequivocal'))]).timepoints;
    expect(rated[1]).toMatchObject({ overall: 'SD', revised: { value: 'PD', byTimepoint: 'V2' } });
  });

  it('reports what breaks a rule', () => {
    const rules = (values: Values[], index: number) =>
      run(values).timepoints[index]?.findings.map(one => one.rule) ?? [];
    const seven = Array.from({ length: 7 }, (_one, index) => node(20, 20, `T${index}`));
    expect(rules([{ lesions: seven }], 0)).toContain('baseline.targets.tooMany');
    expect(rules([{ node: [12, 10] }], 0)).toContain('baseline.node.normal');
    expect(rules([{}, clean], 0)).toContain('baseline.notEvaluable');
    const missing = { ...node(30, 30), perpendicularDiameterMm: null };
    expect(rules([{ node: [30, 30] }, { lesions: [missing] }], 1)).toContain(
      'measurement.perpendicularMissing'
    );
    const noCount: Values = { node: [30, 30], labs: { lymphocytes10e9PerL: null } };
    expect(rules([{ node: [30, 30], labs: { lymphocytes10e9PerL: 40 } }, noCount], 1)).toContain(
      'item.missing'
    );
  });

  it('confirms a response after 56 days', () => {
    const base: Values = { node: [30, 30] };
    const confirmed = (...visits: Values[]) =>
      run([base, ...visits]).bestOverallResponse.confirmed.value;
    expect(confirmed(clean, clean)).toBe('SD');
    expect(confirmed(clean, clean, clean)).toBe('CR');
  });
});

describe('a parameter that is normal again', () => {
  const symptoms = { constitutionalSymptoms: true };
  it('has improved, however little over normal it was', () => {
    // Node 15 x 12 to 14 x 11 mm, lymphocytes 5 to 3.9: neither by half.
    const slight: Values[] = [
      { node: [15, 12], labs: { lymphocytes10e9PerL: 5 } },
      { node: [14, 11], labs: { lymphocytes10e9PerL: 3.9, marrow: 'normal' }, more: symptoms },
    ];
    expect(overall(slight)).toEqual(['PR']);
  });

  it('is the spleen by its length as well', () => {
    const visits = (now: number): Values[] => [
      { more: { spleenLengthMm: 180 } },
      { more: { spleenLengthMm: now, ...symptoms } },
    ];
    expect(overall(visits(129), { spleenMetric: 'length' })).toEqual(['PR']);
    expect(overall(visits(130), { spleenMetric: 'length' })).toEqual(['SD']);
  });

  it('has its margin to the normal limit', () => {
    const marginOf = (rule: string, visits: Values[], parameters = {}) =>
      run(visits, parameters).timepoints[1]?.trace.find(one => one.rule === rule)?.margin;
    const spleens: Values[] = [180, 129].map(spleenLengthMm => ({ more: { spleenLengthMm } }));
    expect(marginOf('spleen.pr', spleens, { spleenMetric: 'length' })).toEqual({
      value: -1,
      unit: 'mm',
      category: 'SD',
    });
    const counts: Values[] = [5, 3.9].map(lymphocytes10e9PerL => ({
      labs: { lymphocytes10e9PerL },
    }));
    expect(marginOf('lymphocytes.pr', counts)).toMatchObject({ value: -0.1, category: 'SD' });
  });

  it('has no margin to half of the baseline where its size does not tell', () => {
    const [, visit] = run([
      { node: [15, 12] },
      { node: [14, 11], labs: { marrow: 'normal' } },
    ]).timepoints;
    expect(visit?.trace.find(({ rule }) => rule === 'nodes.pr')).toMatchObject({ margin: null });
  });
});

describe('a visit that is not rated', () => {
  it('has no response of either group', () => {
    const free: Values[] = [{}, { node: [30, 30], labs: { marrow: 'normal' } }];
    const [, visit] = run(free).timepoints;
    expect(visit).toMatchObject({
      overall: 'NE',
      components: { groupA: 'NE', groupB: 'NE', marrow: 'NORMAL' },
    });
    expect(visit?.trace.at(-1)?.rule).toBe('overall.ne');
  });
});

describe('decimals', () => {
  it('are kept of blood counts, lengths and parameters', () => {
    const cause = { cytopeniaDueToCll: true };
    const counts = (haemoglobinGPerDl: number): Values => ({
      node: [30, 30],
      labs: { haemoglobinGPerDl, ...cause },
    });
    expect(overall([counts(12.005), counts(10.006), counts(10.005)])).toEqual(['SD', 'PD']);
    const spleens = [180.004, 155.002, 155.003].map((spleenLengthMm): Values => ({
      node: [30, 30],
      more: { spleenLengthMm },
    }));
    expect(
      run(spleens)
        .timepoints.slice(1)
        .map(({ trace }) => trace.find(({ rule }) => rule.startsWith('spleen.'))?.rule)
    ).toEqual(['spleen.pr', 'spleen.sd']);
    const small: LesionInput = { id: 'T01', role: 'target', tooSmallToMeasure: true };
    const [, visit] = run([{ node: [30, 30] }, { lesions: [small] }], {
      tstmDefaultMm: 5.125,
    }).timepoints;
    expect(visit?.burden?.value).toBe(26.27);
  });
});

describe('a new node', () => {
  const base: Values = { node: [30, 30] };
  const withNew = (more: Partial<LesionInput>): Values => ({
    lesions: [
      node(30, 30),
      { id: 'L1', role: 'new', location: 'INGUINAL LYMPH NODE', longestDiameterMm: 20, ...more },
    ],
  });
  it.each<[string, Partial<LesionInput>, boolean | null]>([
    ['of 20 mm', {}, true],
    ['not evaluable', { evaluable: false }, null],
    ['absent', { status: 'absent' }, false],
    ['equivocal', { status: 'equivocal' }, false],
    [
      'without a length, called unequivocal',
      { longestDiameterMm: null, status: 'unequivocal' },
      true,
    ],
  ])('%s', (_name, more, expected) => {
    expect(run([base, withNew(more)]).timepoints[1]?.newLesions).toBe(expected);
  });

  it('not evaluable does not make a response worse than partial', () => {
    const last: Values = { ...withNew({ evaluable: false }) };
    expect(overall([base, last])).toEqual(['SD']);
  });
});

describe('the order of spleen and liver', () => {
  it('is not evaluable while one of the two is missing and the other improved', () => {
    const visits: Values[] = [
      { more: { spleenLengthMm: 180, liverExcessMm: 40 } },
      { more: { spleenLengthMm: 140, liverExcessMm: null } },
    ];
    expect(overall(visits)).toEqual(['NE']);
  });
});

describe('lymphocytes left out under an inhibitor', () => {
  it('are no response where nothing else was abnormal', () => {
    const visits: Values[] = [80, 60].map(lymphocytes10e9PerL => ({
      labs: { lymphocytes10e9PerL },
    }));
    expect(overall(visits, {}, { bcrInhibitor: true })).toEqual(['SD']);
  });
});
