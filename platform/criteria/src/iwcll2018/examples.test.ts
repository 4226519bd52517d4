import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess, combine } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { IwcllTimepoint, Labs } from './inputs.js';

interface Values {
  /** Longest and perpendicular diameter of one node, mm. */
  readonly node?: readonly [number, number] | null;
  readonly lesions?: LesionInput[];
  readonly labs?: Labs;
  readonly more?: Partial<TimepointInput & IwcllTimepoint>;
}

const node = (longest: number, across: number, id = 'T01'): LesionInput => ({
  id,
  role: 'target',
  location: 'AXILLARY LYMPH NODE',
  laterality: 'LEFT',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});
const normal: Labs = { lymphocytes10e9PerL: 2, platelets10e9PerL: 200, haemoglobinGPerDl: 13 };
const run = (
  visits: Values[],
  parameters: Record<string, unknown> = {},
  subject: Record<string, unknown> = {}
) =>
  assess({
    criterion: 'iwcll-2018',
    parameters,
    ...subject,
    timepoints: visits.map(({ node: size, lesions, labs, more }, index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      lesions: lesions ?? (size ? [node(size[0], size[1])] : []),
      spleenLengthMm: 110,
      liverExcessMm: 0,
      constitutionalSymptoms: false,
      labs: { ...normal, ...labs },
      ...more,
    })),
  } as AssessmentInput);
const overall = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(one => one.overall);

const q1 = (lymphocytes10e9PerL: number): Values[] => [
  {
    node: [100, 50],
    labs: { lymphocytes10e9PerL: 80, haemoglobinGPerDl: 9 },
    more: { spleenLengthMm: 180 },
  },
  {
    node: [60, 40],
    labs: { lymphocytes10e9PerL, haemoglobinGPerDl: 12 },
    more: { spleenLengthMm: 155 },
  },
];
const clean: Values = { node: [14, 10], labs: { marrow: 'normal' } };

describe('examples of iwCLL 2018', () => {
  it('Q1: nodes -52 %, spleen excess, lymphocytes -50 %, haemoglobin 12', () => {
    expect(overall(q1(40))).toEqual(['PR']);
    expect(run(q1(40)).timepoints[1]?.burden?.changeFromBaselinePct).toBe(-52);
  });

  it('Q2: lymphocytes 150 under ibrutinib is PR-L, and progression otherwise', () => {
    expect(overall(q1(150), {}, { bcrInhibitor: true })).toEqual(['PR-L']);
    expect(overall(q1(150))).toEqual(['PD']);
    expect(overall(q1(40), {}, { bcrInhibitor: true })).toEqual(['PR']);
  });

  it('Q3: nodes from 2400 to 3600 mm²', () => {
    const visits = (longest: number) => [
      { node: [100, 50] as const },
      { node: [60, 40] as const },
      { node: [longest, 40] as const },
    ];
    expect(overall(visits(90))).toEqual(['PR', 'PD']);
    expect(overall(visits(89.9))[1]).toBe('SD');
  });

  it('Q4: everything complete but platelets of 80', () => {
    const low = { ...clean, labs: { ...clean.labs, platelets10e9PerL: 80 } };
    expect(overall([{ node: [30, 30] }, low])).toEqual(['CRi']);
    expect(overall([{ node: [30, 30] }, clean])).toEqual(['CR']);
  });

  it('Q5: haemoglobin 12.0 to 10.0 due to the leukaemia', () => {
    const fall = (haemoglobinGPerDl: number, cytopeniaDueToCll: boolean | null): Values[] => [
      { node: [30, 30], labs: { haemoglobinGPerDl: 12 } },
      { node: [30, 30], labs: { haemoglobinGPerDl, cytopeniaDueToCll } },
    ];
    expect(overall(fall(10, true))).toEqual(['PD']);
    expect(overall(fall(10.1, true))).toEqual(['SD']);
    expect(overall(fall(10, false))).toEqual(['SD']);
    expect(run(fall(10, null)).timepoints[1]?.findings.map(one => one.rule)).toEqual([
      'cytopenia.causeNotStated',
    ]);
  });

  it('Q6: the only abnormal parameter of group A improved, platelets 70 to 110', () => {
    const visits = (platelets10e9PerL: number): Values[] => [
      { node: [100, 50], labs: { platelets10e9PerL: 70 } },
      { node: [50, 40], labs: { platelets10e9PerL } },
    ];
    expect(overall(visits(110))).toEqual(['PR']);
    expect(overall(visits(105))).toEqual(['PR']);
    expect(overall(visits(99))).toEqual(['SD']);
  });
});

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

const groupsA = ['CR', 'PR', 'PR-L', 'SD', 'PD', 'NE'];
const groupsB = ['CR', 'PR', 'SD', 'PD', 'NE', null];
const marrows = ['NORMAL', 'HYPOCELLULAR', 'INVOLVED', 'PD', null];
/** Section 15 in its own order: progression, not evaluable, complete, the rule of partial response, stable. */
function byText(a: string, b: string | null, marrow: string | null, cytopenia: boolean): string {
  if (a === 'PD' || b === 'PD' || marrow === 'PD') return 'PD';
  if (a === 'NE' || b === 'NE') return 'NE';
  const clear = marrow === 'NORMAL' || marrow === 'HYPOCELLULAR';
  if (a === 'CR' && clear && cytopenia) return 'CRi';
  if (a === 'CR' && clear && b === 'CR') return marrow === 'NORMAL' ? 'CR' : 'CRi';
  if (a === 'SD' || b === 'SD') return 'SD';
  return a === 'PR-L' ? 'PR-L' : 'PR';
}
const cells = groupsA.flatMap(groupA =>
  groupsB.flatMap(groupB =>
    marrows.flatMap(marrow =>
      [false, true].map(cytopenia => ({ groupA, groupB, marrow, cytopenia }))
    )
  )
);

describe('combination', () => {
  it.each(cells)('$groupA, $groupB, marrow $marrow, cytopenia $cytopenia', components => {
    const { groupA, groupB, marrow, cytopenia } = components;
    expect(combine({ criterion: 'iwcll-2018', components })).toEqual({
      overall: byText(groupA, groupB, marrow, cytopenia),
    });
    expect(
      combine({ criterion: 'iwcll-2018', components: { ...components, newLesions: true } })
    ).toEqual({ overall: 'PD' });
  });

  it('refuses other codes', () => {
    const components = { groupA: 'MR' };
    expect(() => combine({ criterion: 'iwcll-2018', components })).toThrow(/not a response/);
  });
});

const values = fc.record({
  a: fc.integer({ min: 5, max: 60 }),
  b: fc.integer({ min: 5, max: 60 }),
  spleen: fc.option(fc.integer({ min: 90, max: 220 })),
  lymphocytes: fc.option(fc.integer({ min: 1, max: 150 })),
  platelets: fc.option(fc.integer({ min: 30, max: 250 })),
  marrow: fc.constantFrom('normal' as const, 'involved' as const, null),
  due: fc.constantFrom(true, false, null),
});
const course = fc.array(values, { minLength: 2, maxLength: 6 }).map(list =>
  list.map((one, index): Values => ({
    lesions: [
      node(index === 0 ? one.a + 15 : one.a, one.a, 'T01'),
      node(index === 0 ? one.b + 15 : one.b, one.b, 'T02'),
    ],
    labs: {
      lymphocytes10e9PerL: one.lymphocytes,
      platelets10e9PerL: one.platelets,
      marrow: one.marrow,
      cytopeniaDueToCll: one.due,
    },
    more: { spleenLengthMm: one.spleen },
  }))
);

describe('iwCLL 2018 properties', () => {
  it('never changes an overall response by a later visit', () => {
    fc.assert(
      fc.property(course, visits => {
        const all = overall(visits);
        for (let length = 2; length < visits.length; length += 1)
          expect(overall(visits.slice(0, length))).toEqual(all.slice(0, length - 1));
      }),
      { numRuns: 60 }
    );
  });

  it('does not depend on the order of lesions, and its nadir never rises', () => {
    fc.assert(
      fc.property(course, visits => {
        const turned = visits.map(one => ({ ...one, lesions: [...(one.lesions ?? [])].reverse() }));
        expect(overall(turned)).toEqual(overall(visits));
        const nadirs = run(visits)
          .timepoints.slice(1)
          .map(one => one.burden?.nadir ?? 0);
        nadirs.slice(1).forEach((nadir, index) => {
          expect(nadir).toBeLessThanOrEqual(nadirs[index] ?? 0);
        });
      }),
      { numRuns: 60 }
    );
  });

  it('has every threshold met where nodes progress, and no better confirmed response', () => {
    const rank = ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE', 'MISSING'];
    fc.assert(
      fc.property(course, visits => {
        const { timepoints, bestOverallResponse } = run(visits);
        for (const { trace } of timepoints) {
          const nodes = trace.find(({ rule }) => rule === 'nodes.pd')?.numbers;
          if (nodes) expect(nodes.changeFromLowestPct).toBeGreaterThanOrEqual(50);
        }
        const { confirmed, unconfirmed } = bestOverallResponse;
        if (confirmed.value !== 'PD')
          expect(rank.indexOf(confirmed.value)).toBeGreaterThanOrEqual(
            rank.indexOf(unconfirmed.value)
          );
      }),
      { numRuns: 60 }
    );
  });
});
