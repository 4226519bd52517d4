import { describe, expect, it } from '@jest/globals';
import type { Labs } from './inputs.js';
import { confirmed, overall, plasmacytoma, run, serum } from './course.testdata.js';

const rate = (...labs: (Labs | undefined)[]) =>
  run(labs.map(one => (one ? { labs: one } : {}))).timepoints;
const flc = (involved: number, uninvolved = 1, flcRatioNormal = false): Labs => ({
  involvedFlcMgPerDl: involved,
  uninvolvedFlcMgPerDl: uninvolved,
  flcRatioNormal,
});

describe('what is measurable', () => {
  const none = 'No measurable marker.';
  it.each([
    [{ serumMGPerDl: 1 }, 'The response goes by serum M-protein.'],
    [{ serumMGPerDl: 0.99 }, none],
    [{ urineMMgPer24h: 200 }, 'The response goes by urine M-protein.'],
    [{ urineMMgPer24h: 199.9 }, none],
    [flc(10), 'The response goes by difference of free light chains.'],
    [flc(9.99), none],
    [flc(10, 1, true), none],
    [{ involvedFlcMgPerDl: 10, uninvolvedFlcMgPerDl: 1 }, none],
    [{ marrowPlasmaCellsPct: 30 }, 'The response goes by marrow plasma cells.'],
    [{ marrowPlasmaCellsPct: 29.9 }, none],
    [
      { ...flc(10), marrowPlasmaCellsPct: 30 },
      'The response goes by difference of free light chains.',
    ],
    [{ ...flc(10), serumMGPerDl: 1 }, 'The response goes by serum M-protein.'],
    [undefined, none],
  ] as [Labs | undefined, string][])('%j: %s', (labs, text) => {
    expect(rate(labs)[0]?.trace[0]?.text).toBe(text);
  });
});

describe('light chains that are measurable without the uninvolved one', () => {
  const alone: Labs = { involvedFlcMgPerDl: 20, flcRatioNormal: false };
  const found = (labs: Labs) =>
    rate(labs)[0]?.findings.map(({ rule, severity, text }) => [rule, severity, text]);
  it('have no difference to go by, and the baseline says so', () => {
    expect(rate(alone, flc(2))[1]?.overall).toBe('NE');
    expect(found(alone)).toEqual([
      [
        'baseline.uninvolvedChainMissing',
        'block',
        'The response goes by the difference of free light chains, and the uninvolved chain is not given: no visit has a response.',
      ],
    ]);
  });
  it('are no matter where M-protein is measurable, nor where both are given', () => {
    expect(found({ ...alone, serumMGPerDl: 3 })).toEqual([]);
    expect(found(flc(20))).toEqual([]);
  });
});

describe('progression by what was not measurable at baseline', () => {
  it.each([
    // Light chains only without M-protein, the marrow only without either.
    [
      'light chains beside M-protein',
      [
        { serumMGPerDl: 3, ...flc(12) },
        { serumMGPerDl: 3, ...flc(60) },
      ],
      'SD',
    ],
    [
      'light chains without it',
      [
        { marrowPlasmaCellsPct: 40, ...flc(9) },
        { marrowPlasmaCellsPct: 40, ...flc(60) },
      ],
      'PD',
    ],
    [
      'marrow beside M-protein',
      [
        { serumMGPerDl: 3, marrowPlasmaCellsPct: 20 },
        { serumMGPerDl: 3, marrowPlasmaCellsPct: 60 },
      ],
      'SD',
    ],
    [
      'marrow beside light chains',
      [
        { ...flc(50), marrowPlasmaCellsPct: 20 },
        { ...flc(50), marrowPlasmaCellsPct: 60 },
      ],
      'SD',
    ],
    [
      'serum beside light chains',
      [
        { ...flc(50), serumMGPerDl: 0.5 },
        { ...flc(50), serumMGPerDl: 1 },
      ],
      'PD',
    ],
    [
      'circulating cells beside M-protein',
      [
        { serumMGPerDl: 3, circulatingPlasmaCellsPerUl: 100 },
        { serumMGPerDl: 3, circulatingPlasmaCellsPerUl: 900 },
      ],
      'SD',
    ],
  ] as [string, Labs[], string][])('%s', (_name, labs, expected) => {
    expect(overall(labs)).toEqual([expected]);
  });

  it('counts no circulating cells beside a plasmacytoma', () => {
    const visit = (circulatingPlasmaCellsPerUl: number) => ({
      labs: { circulatingPlasmaCellsPerUl },
      lesions: [plasmacytoma(20, 20)],
    });
    expect(run([visit(100), visit(900)]).timepoints[1]?.overall).toBe('SD');
  });
});

describe('the lowest confirmed value', () => {
  it.each([
    // One sample before a visit without any is no pair.
    ['one sample and a visit without', [...serum(3, 1.5), {}, ...serum(2)], ['PR', 'NE', 'MR']],
    [
      'two samples around such a visit',
      [...serum(3, 1.5), {}, ...serum(1.5, 2)],
      ['PR', 'NE', 'PR', 'PD'],
    ],
    ['two equal samples', serum(3, 1.5, 1.5, 2), ['PR', 'PR', 'PD']],
    // Serum was not given at baseline: what is not known is no reference, two samples are.
    [
      'a marker without a baseline',
      [flc(50), ...[1, 0.5, 0.5, 1.1].map(serumMGPerDl => ({ ...flc(50), serumMGPerDl }))],
      ['SD', 'SD', 'SD', 'PD'],
    ],
  ] as [string, Labs[], string[]][])('%s', (_name, labs, expected) => {
    expect(overall(labs)).toEqual(expected);
  });

  it('has no per cent of a difference below 0', () => {
    const last = rate(flc(12), flc(1, 2), flc(1, 2), flc(15)).at(-1);
    expect(last?.overall).toBe('PD');
    expect(last?.trace.find(({ rule }) => rule === 'pd.flc')).toMatchObject({
      text: 'Difference of free light chains: +15 mg/dL over the lowest confirmed value of -1 mg/dL.',
      numbers: { changePct: null, lowestConfirmed: -1, change: 15 },
    });
  });
});

describe('circulating plasma cells', () => {
  const cells = (...values: (number | null)[]): Labs[] =>
    values.map(circulatingPlasmaCellsPerUl => ({ circulatingPlasmaCellsPerUl }));
  const texts = (labs: Labs[]) =>
    rate(...labs)
      .slice(1)
      .map(({ trace }) => trace.find(({ rule }) => rule.includes('irculating'))?.text);
  it('are rated by what is given', () => {
    expect(overall(cells(null, 300, 500))).toEqual(['NE', 'NE']);
    expect(texts(cells(null, 300, 500))).toEqual([undefined, undefined]);
    expect(texts(cells(120, null))).toEqual([undefined]);
    expect(texts(cells(0, 200))).toEqual([
      'Circulating plasma cells 200 per µL, n/a against the lowest confirmed value.',
    ]);
    expect(texts(cells(100, 140))).toEqual([
      'Circulating plasma cells 140 per µL, +40.00 % against the lowest confirmed value.',
    ]);
  });
  it('need a second sample', () => {
    expect(confirmed(cells(120, 200))).toEqual(['NE']);
    expect(confirmed(cells(120, 200, 200))).toEqual(['PD', 'PD']);
  });
});
