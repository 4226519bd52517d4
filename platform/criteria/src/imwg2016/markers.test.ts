import { describe, expect, it } from '@jest/globals';
import type { Labs } from './inputs.js';
import { run, overall, serum } from './course.testdata.js';

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

describe('what a visit says', () => {
  const texts = (labs: Labs[], at: number) =>
    run(labs.map(one => ({ labs: one }))).timepoints[at]?.trace.map(({ text }) => text);
  it('has values, changes and their units in words', () => {
    expect(texts(serum(3, 1.5, 1.5, 2), 3)).toEqual(
      expect.arrayContaining([
        'Serum M-protein 2 g/dL, -33.33 % against baseline: MR.',
        'Serum M-protein: +33.33 % and +0.5 g/dL over the lowest confirmed value of 1.5 g/dL.',
        'Progression by serum M-protein.',
      ])
    );
    expect(texts([{ marrowPlasmaCellsPct: 40 }, { marrowPlasmaCellsPct: 50 }], 1)).toEqual(
      expect.arrayContaining([
        'Marrow plasma cells 50 %, +25.00 % against baseline: SD.',
        'Marrow plasma cells: +25.00 % and +10 points over the lowest confirmed value of 40 %.',
      ])
    );
  });
  it('rates nothing where it was not evaluable, nor against a baseline that gives nothing', () => {
    const rules = (visits: Parameters<typeof run>[0]) =>
      run(visits).timepoints[1]?.trace.map(({ rule }) => rule);
    const base = { labs: { serumMGPerDl: 3 } };
    expect(rules([base, { labs: { serumMGPerDl: 1 }, more: { evaluable: false } }])).toEqual([
      'newLesion.ne',
      'overall.ne',
    ]);
    expect(rules([{ ...base, more: { evaluable: false } }, base])).toEqual([
      'newLesion.none',
      'overall.ne',
    ]);
  });
});
