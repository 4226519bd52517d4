import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { Labs } from './inputs.js';

const run = (
  visits: { labs?: Labs; lesions?: LesionInput[]; more?: Partial<TimepointInput> }[],
  parameters: Record<string, unknown> = {},
  subject: Record<string, unknown> = {}
) =>
  assess({
    criterion: 'imwg-2016',
    parameters,
    ...subject,
    timepoints: visits.map(({ labs, lesions, more }, index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: new Date(Date.UTC(2026, 0, 5 + 28 * index)).toISOString().slice(0, 10),
      labs,
      lesions: lesions ?? [],
      ...more,
    })),
  } as AssessmentInput);
const overall = (labs: Labs[], parameters: Record<string, unknown> = {}) =>
  run(
    labs.map(one => ({ labs: one })),
    parameters
  )
    .timepoints.slice(1)
    .map(one => one.overall);
const confirmed = (labs: Labs[]) =>
  run(labs.map(one => ({ labs: one })))
    .timepoints.slice(1)
    .map(one => one.components?.confirmed);
const serum = (...values: number[]): Labs[] => values.map(serumMGPerDl => ({ serumMGPerDl }));
const plasmacytoma = (longest: number, across: number, id = 'T01'): LesionInput => ({
  id,
  role: 'target',
  location: 'SOFT TISSUE',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
});

describe('examples of IMWG 2016', () => {
  it('Y1: -50 % is PR, -49.5 % is MR', () => {
    expect(overall(serum(3, 1.5))).toEqual(['PR']);
    expect(overall(serum(3, 1.515))).toEqual(['MR']);
  });

  it('Y2: -90 % with urine below 100 mg is VGPR, -89.7 % is PR', () => {
    const urine = (value: number, serumMGPerDl: number): Labs => ({
      serumMGPerDl,
      urineMMgPer24h: value,
    });
    expect(overall([urine(60, 3), urine(60, 0.3)])).toEqual(['VGPR']);
    expect(overall([urine(60, 3), urine(60, 0.31)])).toEqual(['PR']);
    expect(overall([urine(150, 3), urine(100, 0.3)])).toEqual(['PR']);
    expect(overall([urine(150, 3), urine(99.9, 0.3)])).toEqual(['VGPR']);
    expect(overall(serum(3, 0.3))).toEqual(['PR']);
  });

  it('Y3: from 1.5, 1.9 is no progression and 2.0 is', () => {
    expect(overall(serum(3, 1.5, 1.5, 1.9, 1.9))).toEqual(['PR', 'PR', 'MR', 'MR']);
    expect(overall(serum(3, 1.5, 1.5, 2, 2))).toEqual(['PR', 'PR', 'PD', 'PD']);
    expect(confirmed(serum(3, 1.5, 1.5, 2, 2))).toEqual(['PR', 'PR', 'PD', 'PD']);
  });

  it('Y4: from 5.0, +1.0 g/dL is progression at +20 %', () => {
    expect(overall(serum(5, 6, 6))).toEqual(['PD', 'PD']);
    expect(overall(serum(5, 5.9))).toEqual(['SD']);
    expect(overall(serum(4.9, 5.9))).toEqual(['SD']);
  });

  it('Y5: light chains alone, 48.0 to 23.5 mg/dL', () => {
    const flc = (difference: number): Labs => ({
      involvedFlcMgPerDl: difference + 0.5,
      uninvolvedFlcMgPerDl: 0.5,
      flcRatioNormal: false,
    });
    expect(overall([flc(48), flc(23.5)])).toEqual(['PR']);
    expect(overall([flc(48), flc(24.5)])).toEqual(['SD']);
    expect(overall([flc(48), flc(4.8)])).toEqual(['VGPR']);
    expect(overall([flc(20), flc(30)])).toEqual(['SD']);
    expect(overall([flc(20), flc(30.1)])).toEqual(['PD']);
  });

  const negative: Labs = {
    serumMGPerDl: 0,
    urineMMgPer24h: 0,
    serumImmunofixation: 'negative',
    urineImmunofixation: 'negative',
  };
  it('Y6: negative immunofixation and marrow 3 % is CR, without marrow VGPR', () => {
    const base: Labs = { serumMGPerDl: 3, urineMMgPer24h: 300 };
    expect(overall([base, { ...negative, marrowPlasmaCellsPct: 3 }])).toEqual(['CR']);
    expect(overall([base, negative])).toEqual(['VGPR']);
    expect(overall([base, { ...negative, marrowPlasmaCellsPct: 5 }])).toEqual(['VGPR']);
    const stringent = { marrowPlasmaCellsPct: 3, clonalMarrowCells: false, flcRatioNormal: true };
    expect(overall([base, { ...negative, ...stringent }])).toEqual(['sCR']);
    expect(overall([base, { ...negative, ...stringent, clonalMarrowCells: true }])).toEqual(['CR']);
    const positive = { serumImmunofixation: 'positive' as const };
    expect(overall([base, { ...negative, ...stringent, ...positive }])).toEqual(['VGPR']);
  });

  it('Y6: marrow is not repeated to confirm, unless asked for', () => {
    const base: Labs = { serumMGPerDl: 3, urineMMgPer24h: 300 };
    const course = [base, { ...negative, marrowPlasmaCellsPct: 3 }, negative];
    expect(confirmed(course)).toEqual(['CR', 'CR']);
    expect(overall(course, { 'imwg.carryUnrepeated': false })).toEqual(['CR', 'VGPR']);
  });

  it('Y7: a plasmacytoma that shrank by 40 % keeps serum -92 % at SD', () => {
    const visit = (serumMGPerDl: number, across: number) => ({
      labs: { serumMGPerDl, urineMMgPer24h: 50 },
      lesions: [plasmacytoma(50, across)],
    });
    const last = (across: number) => run([visit(5, 40), visit(0.4, across)]).timepoints[1];
    expect(last(24)).toMatchObject({ overall: 'SD', burden: { changeFromBaselinePct: -40 } });
    expect(last(20)?.overall).toBe('PR');
    expect(last(4)?.overall).toBe('VGPR');
  });

  it('Y8: marrow alone, from 10 % to 18 or 20 %', () => {
    const marrow = (...values: number[]): Labs[] =>
      values.map(marrowPlasmaCellsPct => ({ marrowPlasmaCellsPct }));
    expect(overall(marrow(40, 10, 10, 18))).toEqual(['PR', 'PR', 'PR']);
    expect(overall(marrow(40, 10, 10, 20))).toEqual(['PR', 'PR', 'PD']);
    expect(confirmed(marrow(40, 10, 10, 20))).toEqual(['PR', 'PR', 'PD']);
  });
});

describe('markers', () => {
  const both = (serumMGPerDl: number, urineMMgPer24h: number): Labs => ({
    serumMGPerDl,
    urineMMgPer24h,
  });
  it.each([
    ['urine decides when lower', [both(3, 1000), both(0.3, 500)], 'MR'],
    ['urine below 200 mg is PR', [both(3, 1000), both(1.5, 199)], 'PR'],
    ['urine 90 % lower is PR', [both(3, 5000), both(0.1, 500)], 'PR'],
    ['serum decides when lower', [both(3, 1000), both(2.25, 50)], 'MR'],
    ['serum -24.9 %', [both(3, 1000), both(2.253, 50)], 'SD'],
    ['urine +200 mg and 25 %', [both(3, 400), both(1, 600)], 'PD'],
    ['urine +199 mg', [both(3, 400), both(1, 599)], 'SD'],
    ['urine +200 mg but 20 %', [both(3, 1000), both(3, 1200)], 'SD'],
    ['a required marker missing drops one level', [both(3, 1000), { serumMGPerDl: 1 }], 'MR'],
    ['nothing given', [both(3, 1000), {}], 'NE'],
    [
      'serum missing, immunofixation negative',
      [
        { serumMGPerDl: 3, urineMMgPer24h: 10 },
        { serumImmunofixation: 'negative', urineMMgPer24h: 10 },
      ],
      'VGPR',
    ],
  ] as [string, Labs[], string][])('%s', (_name, labs, expected) => {
    expect(overall(labs)).toEqual([expected]);
  });

  it('missingItem NE makes a missing marker not evaluable', () => {
    const labs = [both(3, 1000), { serumMGPerDl: 1 }];
    expect(overall(labs, { 'imwg.missingItem': 'NE' })).toEqual(['NE']);
    const { findings } = run(labs.map(one => ({ labs: one }))).timepoints[1] ?? {};
    expect(findings?.map(one => one.rule)).toEqual(['labs.missing']);
  });

  it('takes the lowest confirmed value: one low sample is not enough', () => {
    expect(overall(serum(3, 1.5, 2))).toEqual(['PR', 'MR']);
    expect(overall(serum(3, 1.5, 1.6, 2.1))).toEqual(['PR', 'MR', 'PD']);
    expect(overall(serum(3, 1.5, 1.7, 2.1))).toEqual(['PR', 'MR', 'MR']);
  });

  it('has no response without measurable disease, and says so', () => {
    const [base, visit] = run([
      { labs: { serumMGPerDl: 0.9 } },
      { labs: { serumMGPerDl: 0.1 } },
    ]).timepoints;
    expect(visit?.overall).toBe('NE');
    expect(base?.findings.map(one => one.rule)).toEqual(['baseline.notMeasurable']);
  });

  it('takes circulating plasma cells only as the only measure', () => {
    const cells = (...values: number[]): Labs[] =>
      values.map(circulatingPlasmaCellsPerUl => ({ circulatingPlasmaCellsPerUl }));
    expect(overall(cells(120, 200))).toEqual(['PD']);
    expect(overall(cells(120, 199))).toEqual(['NE']);
    expect(overall(cells(140, 200))).toEqual(['NE']);
  });

  it('is NE at every visit without an evaluable baseline', () => {
    const visits = [
      { labs: { serumMGPerDl: 3 }, more: { evaluable: false } },
      { labs: { serumMGPerDl: 1 } },
    ];
    expect(run(visits).timepoints[1]?.overall).toBe('NE');
    expect(run(visits).bestOverallResponse.confirmed.value).toBe('NE');
  });

  it('reports a contradiction between electrophoresis and immunofixation', () => {
    const labs: Labs = { serumMGPerDl: 0.5, serumImmunofixation: 'negative' };
    const [, visit] = run([{ labs: { serumMGPerDl: 3 } }, { labs }]).timepoints;
    expect(visit?.findings.map(one => one.rule)).toEqual(['labs.contradiction']);
    expect(visit?.overall).toBe('PR');
  });
});

describe('plasmacytomas', () => {
  const labs: Labs = { serumMGPerDl: 3, urineMMgPer24h: 0 };
  const at = (...lesions: LesionInput[]) => ({ labs, lesions });
  const small: Labs = { serumMGPerDl: 0.3, urineMMgPer24h: 0 };
  const nl: LesionInput = { id: 'NL01', role: 'new', location: 'BONE', status: 'unequivocal' };
  it.each([
    [
      'two lesions +50 %',
      [
        at(plasmacytoma(20, 20), plasmacytoma(20, 20, 'T02')),
        at(plasmacytoma(30, 20), plasmacytoma(30, 20, 'T02')),
      ],
      'PD',
    ],
    [
      'two lesions +49 %',
      [
        at(plasmacytoma(20, 20), plasmacytoma(20, 20, 'T02')),
        at(plasmacytoma(29.8, 20), plasmacytoma(29.8, 20, 'T02')),
      ],
      'SD',
    ],
    ['one lesion, diameter +50 %', [at(plasmacytoma(20, 11)), at(plasmacytoma(30, 11))], 'PD'],
    ['one lesion of 10 mm across', [at(plasmacytoma(20, 10)), at(plasmacytoma(30, 10))], 'SD'],
    ['new bone lesion', [at(), at(nl)], 'PD'],
    ['not imaged drops one level', [at(plasmacytoma(20, 20)), { labs: small, lesions: [] }], 'PR'],
  ] as [string, Parameters<typeof run>[0], string][])('%s', (_name, visits, expected) => {
    const [, visit] = run(visits).timepoints;
    expect(visit?.overall).toBe(expected);
  });

  it('needs no second examination for progression by imaging', () => {
    const result = run([at(), at(nl)]);
    expect(result.bestOverallResponse.confirmed.value).toBe('PD');
    expect(result.timepoints[1]).toMatchObject({ revised: null, components: { confirmed: 'PD' } });
  });

  it('takes the last examination where imaging is not repeated', () => {
    const gone: LesionInput = { ...plasmacytoma(0, 0), status: 'absent' };
    const complete: Labs = {
      serumMGPerDl: 0,
      serumImmunofixation: 'negative',
      urineImmunofixation: 'negative',
      marrowPlasmaCellsPct: 2,
    };
    const rated = run([
      at(plasmacytoma(20, 20)),
      { labs: complete, lesions: [gone] },
      { labs: complete, lesions: [] },
    ]);
    expect(rated.timepoints.slice(1).map(one => one.overall)).toEqual(['CR', 'CR']);
    // Listed without a measurement is not the same as not imaged.
    const listed: LesionInput = { id: 'T01', role: 'target', location: 'SOFT TISSUE' };
    const part = { ...gone, id: 'T01a', splitFrom: 'T01' };
    const unmeasured = run([
      at(plasmacytoma(20, 20)),
      { labs: complete, lesions: [part] },
      { labs: complete, lesions: [listed] },
    ]);
    expect(unmeasured.timepoints.slice(1).map(one => one.overall)).toEqual(['CR', 'PR']);
  });

  it('backdates an equivocal lesion that is confirmed', () => {
    const rated = run([at(), at({ ...nl, status: 'equivocal' }), at(nl)]).timepoints;
    expect(rated[1]).toMatchObject({ overall: 'SD', revised: { value: 'PD', byTimepoint: 'V2' } });
  });

  it.each([
    ['no perpendicular', { perpendicularDiameterMm: null }, 'measurement.perpendicularMissing'],
    [
      'no measurement',
      { longestDiameterMm: null, perpendicularDiameterMm: null },
      'measurement.missing',
    ],
  ])('%s is a finding', (_name, more, rule) => {
    const [, visit] = run([
      at(plasmacytoma(20, 20)),
      at({ ...plasmacytoma(20, 20), ...more }),
    ]).timepoints;
    expect(visit?.findings.map(one => one.rule)).toContain(rule);
  });
});

const responses = ['sCR', 'CR', 'VGPR', 'PR', 'MR'];
const nexts = ['PD', 'sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'DEATH', null];
const expectedCells = (kind: string): [string, string, string | null, string][] => [
  ...responses.flatMap((a, at) =>
    nexts.map((b): [string, string, string | null, string] => {
      const other = b === null ? -1 : responses.indexOf(b);
      const value = b === 'SD' ? 'SD' : other < 0 ? 'SD' : other <= at ? a : (b ?? '');
      return [kind, a, b, value];
    })
  ),
  ...['SD', 'NE'].flatMap(a =>
    nexts.map((b): [string, string, string | null, string] => [kind, a, b, a])
  ),
  ...nexts.map((b): [string, string, string | null, string] => [
    kind,
    'PD',
    b,
    kind === 'imaging' || b === 'PD' || b === 'DEATH' ? 'PD' : 'NE',
  ]),
];

describe('confirmation', () => {
  it.each([...expectedCells('laboratory'), ...expectedCells('imaging')])(
    '%s: %s then %s is %s',
    (kind, current, next, value) => {
      const components = { kind, current, next };
      expect(combine({ criterion: 'imwg-2016', components })).toEqual({ overall: value });
    }
  );

  it('refuses other codes', () => {
    expect(() => combine({ criterion: 'imwg-2016', components: { current: 'UPR' } })).toThrow(
      /not a response/
    );
  });

  it('revises a visit by the next evaluable one, and keeps the best confirmed', () => {
    const labs = serum(3, 1.5, 2, 1.5, 1.5, 2.9);
    const rated = run(labs.map(one => ({ labs: one }))).timepoints.slice(1);
    expect(rated.map(one => one.overall)).toEqual(['PR', 'MR', 'PR', 'PR', 'PD']);
    expect(rated.map(one => one.revised?.value ?? null)).toEqual(['MR', null, null, null, null]);
    expect(rated.map(one => one.components?.confirmed)).toEqual(['MR', 'MR', 'PR', 'PR', 'PR']);
  });

  it('waits across a visit without an answer, but not beyond new therapy', () => {
    const labs: Labs[] = [{ serumMGPerDl: 3 }, { serumMGPerDl: 1 }, {}, { serumMGPerDl: 1 }];
    expect(confirmed(labs)).toEqual(['PR', 'PR', 'PR']);
    const visits = labs.map(one => ({ labs: one }));
    const [, first] = run(visits, {}, { newTherapyDate: '2026-03-01' }).timepoints;
    expect(first?.components?.confirmed).toBe('SD');
  });

  it('counts death due to progression as the second sample, unless told otherwise', () => {
    const visits = serum(3, 4).map(labs => ({ labs }));
    const death = { deathDueToProgressionDate: '2026-03-01' };
    const value = (parameters: Record<string, unknown>, subject: Record<string, unknown>) =>
      run(visits, parameters, subject).bestOverallResponse.confirmed.value;
    expect(value({}, {})).toBe('NE');
    expect(value({}, death)).toBe('PD');
    expect(value({ 'imwg.deathConfirmsPd': false }, death)).toBe('NE');
  });

  it('takes back progression that the next sample does not show', () => {
    const rated = run(serum(3, 1, 1, 1.6, 1.2, 1.2).map(labs => ({ labs })));
    expect(rated.timepoints[3]).toMatchObject({
      overall: 'PD',
      revised: { value: 'PR', byTimepoint: 'V4' },
    });
    expect(rated.bestOverallResponse.unconfirmed.value).toBe('PR');
  });
});
