import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import type { Labs } from './inputs.js';
import { overall, plasmacytoma, run, serum } from './course.testdata.js';

const negative: Labs = { serumImmunofixation: 'negative', urineImmunofixation: 'negative' };
const complete: Labs = { ...negative, serumMGPerDl: 0, marrowPlasmaCellsPct: 2 };
const flc: Labs = { involvedFlcMgPerDl: 50, uninvolvedFlcMgPerDl: 1, flcRatioNormal: false };
const last = (labs: (Labs | undefined)[]) =>
  run(labs.map(one => (one ? { labs: one } : {}))).timepoints.at(-1);
const said = (labs: (Labs | undefined)[], rule: string) =>
  last(labs)?.trace.find(one => one.rule.startsWith(rule))?.text;

describe('urine that a very good partial response asks for', () => {
  it.each([
    ['not measured, 99.9 mg at baseline', 99.9, {}, 'VGPR'],
    ['not measured, 100 mg at baseline', 100, {}, 'PR'],
    ['not measured, immunofixation negative', 150, { urineImmunofixation: 'negative' }, 'VGPR'],
    ['not measured, immunofixation positive', 150, { urineImmunofixation: 'positive' }, 'PR'],
  ] as [string, number, Labs, string][])('%s', (_name, urineMMgPer24h, more, expected) => {
    expect(
      overall([
        { serumMGPerDl: 3, urineMMgPer24h },
        { serumMGPerDl: 0.3, ...more },
      ])
    ).toEqual([expected]);
  });
  it.each([
    ['PR at 199.9 of 300 mg', 199.9, 'PR'],
    ['not at 200 mg, a third less', 200, 'SD'],
    ['VGPR at 99.9 mg', 99.9, 'VGPR'],
    ['not at 100 mg', 100, 'PR'],
  ])('alone: %s', (_name, urineMMgPer24h, expected) => {
    expect(overall([{ urineMMgPer24h: 300 }, { urineMMgPer24h }])).toEqual([expected]);
  });
  it('says whether it is known', () => {
    expect(said(serum(3, 0.3), 'overall')).toBe(
      'serum M-protein VGPR, but urine M-protein below 100 mg/24 h is not known.'
    );
  });
});

describe('a required marker that is missing', () => {
  const base: Labs = { serumMGPerDl: 3, urineMMgPer24h: 300 };
  it.each([
    ['urine', [base, { serumMGPerDl: 1.5 }], 'MR', ['urine M-protein']],
    ['urine of SD', [base, { serumMGPerDl: 3 }], 'NE', ['urine M-protein']],
    [
      'urine, immunofixation negative',
      [base, { serumMGPerDl: 0.3, urineImmunofixation: 'negative' }],
      'VGPR',
      [],
    ],
    [
      'urine, immunofixation positive',
      [base, { serumMGPerDl: 0.3, urineImmunofixation: 'positive' }],
      'PR',
      ['urine M-protein'],
    ],
    [
      'serum, immunofixation negative',
      [base, { urineMMgPer24h: 20, serumImmunofixation: 'negative' }],
      'VGPR',
      [],
    ],
    ['both', [base, undefined], 'NE', ['serum M-protein', 'urine M-protein']],
    [
      'one light chain',
      [flc, { involvedFlcMgPerDl: 5 }],
      'NE',
      ['difference of free light chains'],
    ],
    [
      'the other light chain',
      [flc, { uninvolvedFlcMgPerDl: 5 }],
      'NE',
      ['difference of free light chains'],
    ],
    [
      'light chains, immunofixation negative',
      [flc, negative],
      'NE',
      ['difference of free light chains'],
    ],
    ['marrow', [{ marrowPlasmaCellsPct: 40 }, {}], 'NE', ['marrow plasma cells']],
    [
      'null',
      [base, { serumMGPerDl: null, urineMMgPer24h: null }],
      'NE',
      ['serum M-protein', 'urine M-protein'],
    ],
    ['nothing', [flc, flc], 'SD', []],
    // The difference at baseline is not known, so nothing can be said against it.
    [
      'one light chain of the baseline',
      [{ involvedFlcMgPerDl: 50, flcRatioNormal: false }, flc],
      'NE',
      [],
    ],
  ] as [string, (Labs | undefined)[], string, string[]][])(
    '%s',
    (_name, labs, expected, missing) => {
      expect(last(labs)?.overall).toBe(expected);
      expect(last(labs)?.findings.map(({ text }) => text)).toEqual(
        missing.map(name => `${name} is measurable at baseline and missing here.`)
      );
    }
  );

  it('is named', () => {
    const lesions = [plasmacytoma(20, 20)];
    const visits = [
      { labs: base, lesions },
      { labs: { serumMGPerDl: 1.5 }, lesions: [] },
    ];
    expect(run(visits).timepoints[1]?.trace.at(-1)?.text).toBe(
      'serum M-protein PR; urine M-protein, plasmacytomas missing: one level lower.'
    );
    const measured = [visits[0] ?? {}, { labs: { serumMGPerDl: 1.5 }, lesions }];
    expect(run(measured).timepoints[1]?.trace.at(-1)?.text).toBe(
      'serum M-protein PR, plasmacytomas SD; urine M-protein missing: one level lower.'
    );
  });

  it('and progressions are', () => {
    const both = (serumMGPerDl: number, urineMMgPer24h: number) => ({
      serumMGPerDl,
      urineMMgPer24h,
    });
    expect(said([both(3, 300), both(4, 600)], 'overall')).toBe(
      'Progression by serum M-protein, urine M-protein.'
    );
  });

  it.each([
    ['urine', { urineMMgPer24h: 20, urineImmunofixation: 'negative' }, 'urine M-protein 20'],
    ['serum', { serumMGPerDl: 0.2, serumImmunofixation: 'negative' }, 'serum M-protein 0.2'],
  ] as [string, Labs, string][])('a contradiction of %s is', (_name, labs, text) => {
    const rule = 'labs.contradiction';
    const found = last([base, { ...base, ...labs }])?.findings.find(one => one.rule === rule);
    expect(found?.text).toBe(
      `${text} with negative immunofixation contradict each other; it is no complete response.`
    );
  });
});

describe('what keeps a complete response away', () => {
  const rest = 'marrow plasma cells below 5 % (not known)';
  it.each([
    [
      'immunofixation of serum',
      { ...complete, serumImmunofixation: null },
      'serum immunofixation negative (not known)',
    ],
    [
      'immunofixation of urine',
      { ...complete, urineImmunofixation: undefined },
      'urine immunofixation negative (not known)',
    ],
    [
      'positive',
      { ...complete, serumImmunofixation: 'positive' },
      'serum immunofixation negative (no)',
    ],
    [
      'two',
      { ...complete, urineImmunofixation: 'positive', marrowPlasmaCellsPct: null },
      `urine immunofixation negative (no), ${rest}`,
    ],
    [
      'the marrow at 5 %',
      { ...complete, marrowPlasmaCellsPct: 5 },
      'marrow plasma cells below 5 % (no)',
    ],
    ['urine', { ...complete, urineMMgPer24h: 1 }, 'no M-protein by electrophoresis (no)'],
  ] as [string, Labs, string][])('%s', (_name, labs, items) => {
    expect(said([{ serumMGPerDl: 3 }, labs], 'complete')).toBe(
      `Not a complete response: ${items}.`
    );
  });

  it.each([
    [
      'electrophoresis not given',
      [{ serumMGPerDl: 3 }, { ...complete, serumMGPerDl: null }],
      ['CR'],
    ],
    [
      'marrow null, given before',
      [{ serumMGPerDl: 3 }, complete, { ...complete, marrowPlasmaCellsPct: null }],
      ['CR', 'CR'],
    ],
    ['nothing was measurable', [{ serumMGPerDl: 0.5 }, complete], ['NE']],
    [
      'the ratio of light chains only',
      [flc, { ...flc, ...complete, flcRatioNormal: null }],
      ['SD'],
    ],
    ['no laboratory for light chains only', [flc, {}], ['NE']],
  ] as [string, Labs[], string[]][])('%s', (_name, labs, expected) => {
    expect(overall(labs)).toEqual(expected);
  });

  it('is nothing where a plasmacytoma alone was measurable, and is gone', () => {
    const visits = [
      { lesions: [plasmacytoma(20, 20)] },
      { labs: complete, lesions: [plasmacytoma(0, 0)] },
    ];
    expect(run(visits).timepoints[1]?.overall).toBe('CR');
  });

  it('is a new lesion that was not looked for again', () => {
    const seen: LesionInput = { id: 'NL01', role: 'new', location: 'BONE', status: 'equivocal' };
    const visits = [
      { labs: { serumMGPerDl: 3 } },
      { labs: complete, lesions: [seen] },
      { labs: complete },
    ];
    const [, first, second] = run(visits).timepoints;
    expect([first?.overall, first?.newLesions]).toEqual(['CR', false]);
    expect([second?.overall, second?.newLesions]).toEqual(['VGPR', null]);
    expect(second?.trace.find(({ rule }) => rule === 'complete.no')?.text).toBe(
      'Not a complete response: no plasmacytoma (not known).'
    );
  });
});
