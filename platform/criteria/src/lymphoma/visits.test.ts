import { describe, expect, it } from '@jest/globals';
import { course, node, type Row, stated, visits } from './course.testdata.js';

const base = [node('N1', 30, 20), node('N2', 30, 20)];

describe('a baseline that cannot be used', () => {
  const problem = (first: Row) =>
    course('cheson-2007', [first, [base]]).timepoints[0]?.findings.find(
      ({ rule }) => rule === 'baseline.notEvaluable'
    )?.text;
  it.each<[string, Row, string]>([
    ['not evaluable', [base, { evaluable: false }], 'the baseline is not evaluable (OTHER)'],
    [
      'not evaluable, with a reason',
      [base, { evaluable: false, reason: 'POOR_QUALITY' }],
      'the baseline is not evaluable (POOR_QUALITY)',
    ],
    [
      'two targets without a value',
      [[stated('N1', { evaluable: false, reason: 'OBSCURED' }), stated('N2', {})]],
      'the baseline has no value for N1 (OBSCURED), N2 (NOT_MEASURED)',
    ],
  ])('%s', (_name, first, expected) => {
    expect(problem(first)).toBe(`Every visit is NE: ${expected}.`);
  });
});

describe('a visit that is not evaluable', () => {
  it.each<[Record<string, unknown>, string]>([
    [{}, 'NOT_IMAGED'],
    [{ reason: 'POOR_QUALITY' }, 'POOR_QUALITY'],
  ])('with %j is NE for %s', (more, reason) => {
    const [visit] = visits('cheson-2007', [[base], [base, { evaluable: false, ...more }]]);
    expect(visit).toMatchObject({ overall: 'NE', target: 'NE' });
    expect(visit?.trace).toEqual([
      {
        rule: 'overall.ne',
        text: `Not evaluable: the visit is not evaluable (${reason}).`,
        numbers: {},
        source: 'Cheson 2007 Table 2',
      },
    ]);
  });
});

describe('the date of a visit without lesions', () => {
  const dated = (petDate: string, visitDateRule: string) =>
    visits(
      'lugano-2014',
      [
        [[], { noDisease: true }],
        [[], { date: '2026-03-02', petDate, deauville: 1 }],
      ],
      { visitDateRule }
    )[0]?.date;
  it('is its own or that of its PET', () => {
    expect(dated('2026-03-01', 'latest')).toBe('2026-03-02');
    expect(dated('2026-03-03', 'latest')).toBe('2026-03-03');
    expect(dated('2026-03-01', 'earliest')).toBe('2026-03-01');
    expect(dated('2026-03-03', 'earliest')).toBe('2026-03-02');
  });
});

describe('the size of what is too small to measure', () => {
  it('is that of the parameters, with all its decimals', () => {
    const small = base.map(({ id }) => stated(id, { tooSmallToMeasure: true }));
    const [visit] = visits('cheson-2007', [[base], [small]], { tstmDefaultMm: 4.25 });
    // Twice 4.25 x 4.25 mm.
    expect(visit?.burden?.value).toBe(36.13);
  });
});
