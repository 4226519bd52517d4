import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

type Rows = LesionInput[];
const t = (id: string, mm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  node: false,
  longestDiameterMm: mm,
  ...more,
});
const sum = (mm: number): Rows => [t('T01', mm)];
const node = (id: string, mm: number): LesionInput => ({
  id,
  role: 'target',
  location: 'LYMPH NODE',
  node: true,
  shortAxisMm: mm,
});
const flagged = (id: string, more: Partial<LesionInput>): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  ...more,
});
const gone = (id: string) => flagged(id, { status: 'absent' });
const tstm = (id: string) => flagged(id, { tooSmallToMeasure: true });
const ne = (id: string) => flagged(id, { evaluable: false, reason: 'NOT_IMAGED' });

const timepoints = (visits: Rows[]): TimepointInput[] =>
  visits.map((lesions, index) => ({
    id: index === 0 ? 'BL' : `V${index}`,
    date: new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10),
    lesions,
  }));
const run = (visits: Rows[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion: 'recist-1.1', parameters, timepoints: timepoints(visits) }).timepoints.slice(
    1
  );

describe('published and derived examples of RECIST 1.1', () => {
  const mixed = [node('T01', 20), t('T02', 30)];
  const crThenNode = [mixed, [node('T01', 9), gone('T02')], [node('T01', 11), gone('T02')]];
  const three = [t('T01', 20), t('T02', 20), t('T03', 10)];
  it.each([
    ['R1', [sum(165), sum(63), sum(65)], {}, ['PR', 'PR'], [-61.82, -60.61], null],
    [
      'R2',
      [sum(100), sum(80), sum(60), sum(71), sum(72)],
      {},
      ['SD', 'PR', 'SD', 'PD'],
      null,
      [-20, -25, 18.33, 20],
    ],
    ['R3', [sum(18), sum(12), sum(15), sum(17)], {}, ['PR', 'SD', 'PD'], null, [-33.33, 25, 41.67]],
    ['R4', crThenNode, {}, ['CR', 'PD'], null, [-82, 22.22]],
    ['R4 sumRule', crThenNode, { reappearAfterCr: 'sumRule' }, ['CR', 'PR'], null, [-82, 22.22]],
    [
      'R5 partial sum is progression',
      [three, [t('T01', 40), t('T02', 40), ne('T03')]],
      {},
      ['PD'],
      [null],
      [null],
    ],
    [
      'R5 partial sum is not',
      [three, [t('T01', 20), t('T02', 20), ne('T03')]],
      {},
      ['NE'],
      [null],
      [null],
    ],
    [
      'R6',
      [
        [t('T01', 12), t('T02', 14)],
        [tstm('T01'), tstm('T02')],
        [t('T01', 0), tstm('T02')],
        [t('T01', 0), t('T02', 9)],
        [t('T01', 0), t('T02', 10)],
      ],
      {},
      ['PR', 'PR', 'PR', 'PD'],
      null,
      [-61.54, -50, 80, 100],
    ],
    [
      'R7 merged',
      [
        [t('T01', 20), t('T02', 15)],
        [t('T01', 30), flagged('T02', { mergedInto: 'T01' })],
      ],
      {},
      ['SD'],
      [-14.29],
      null,
    ],
    [
      'R7 split',
      [sum(40), [t('T01a', 12, { splitFrom: 'T01' }), t('T01b', 10, { splitFrom: 'T01' })]],
      {},
      ['PR'],
      [-45],
      null,
    ],
    [
      'R7 split, parent keeps one part',
      [sum(40), [t('T01', 12), t('T01b', 10, { splitFrom: 'T01' })]],
      {},
      ['PR'],
      [-45],
      null,
    ],
    [
      'R8',
      [sum(100), sum(70), sum(70.1), sum(83.9), sum(84)],
      {},
      ['PR', 'SD', 'SD', 'PD'],
      null,
      [-30, 0.14, 19.86, 20],
    ],
    [
      'R9 faq',
      [sum(100), sum(70), sum(70), sum(80), sum(80), sum(80)],
      { prCarry: 'faq' },
      ['PR', 'PR', 'PR', 'PR', 'PR'],
      null,
      null,
    ],
    [
      'R9 none',
      [sum(100), sum(70), sum(70), sum(80), sum(80), sum(80)],
      {},
      ['PR', 'PR', 'SD', 'SD', 'SD'],
      null,
      null,
    ],
  ] satisfies [
    string,
    Rows[],
    Record<string, unknown>,
    string[],
    (number | null)[] | null,
    (number | null)[] | null,
  ][])('%s', (_name, visits, parameters, expected, fromBaseline, fromNadir) => {
    const rated = run(visits, parameters);
    expect(rated.map(({ overall }) => overall)).toEqual(expected);
    expect(rated.map(({ target }) => target)).toEqual(expected);
    if (fromBaseline)
      expect(rated.map(({ burden }) => burden?.changeFromBaselinePct)).toEqual(fromBaseline);
    if (fromNadir) expect(rated.map(({ burden }) => burden?.changeFromNadirPct)).toEqual(fromNadir);
  });
});

describe('decimals decide as they were written', () => {
  it.each([
    [
      'thirds of a tenth add up exactly',
      [
        [t('T01', 0.1), t('T02', 0.2)],
        [t('T01', 0.21), t('T02', 0)],
      ],
      'PR',
    ],
    ['just above -30 %', [sum(33.33), sum(23.332)], 'SD'],
    ['exactly -30 %', [sum(33.33), sum(23.331)], 'PR'],
    ['+5 mm exactly', [sum(20.2), sum(25.2)], 'PD'],
    ['0.001 mm short of +5 mm', [sum(20.2), sum(25.199)], 'SD'],
  ] satisfies [string, Rows[], string][])('%s', (_name, visits, expected) => {
    expect(run(visits)[0]?.overall).toBe(expected);
  });
});

describe('states of a target', () => {
  it.each([
    ['target not listed', [sum(20), []], {}, 'NE', 'NOT_ASSESSED'],
    ['no measurement and no state', [sum(20), [flagged('T01', {})]], {}, 'NE', 'NOT_MEASURED'],
    [
      'node by long axis only',
      [[node('T01', 20)], [flagged('T01', { node: true, longestDiameterMm: 9 })]],
      {},
      'NE',
      'NOT_MEASURED',
    ],
    [
      'absent with a diameter',
      [sum(20), [t('T01', 5, { status: 'absent' })]],
      {},
      'NE',
      'CONTRADICTION',
    ],
    [
      'treated on study',
      [sum(20), [t('T01', 5, { locallyTreated: { date: '2026-02-01' } })]],
      {},
      'NE',
      'TREATED_LOCAL',
    ],
    [
      'treated, counted as zero',
      [sum(20), [t('T01', 5, { locallyTreated: {} })]],
      { localTreatment: 'zero' },
      'PR',
      'TREATED_LOCAL',
    ],
    [
      'treated later than the scan',
      [sum(20), [t('T01', 5, { locallyTreated: { date: '2026-12-01' } })]],
      {},
      'PR',
      null,
    ],
    [
      'merged into nothing',
      [sum(20), [flagged('T01', { mergedInto: 'T09' })]],
      {},
      'NE',
      'MERGED_INTO_UNKNOWN',
    ],
    [
      'too small, node',
      [[node('T01', 20)], [flagged('T01', { tooSmallToMeasure: true })]],
      {},
      'CR',
      null,
    ],
    ['too small, other default', [sum(10), [tstm('T01')]], { tstmDefaultMm: 8 }, 'SD', null],
    ['measured under 5 mm', [sum(20), sum(3)], {}, 'PR', null],
  ] satisfies [string, Rows[], Record<string, unknown>, string, string | null][])(
    '%s',
    (_name, visits, parameters, overall, reason) => {
      const [visit] = run(visits, parameters);
      expect(visit?.overall).toBe(overall);
      expect(visit?.lesions[0]?.reason).toBe(reason);
    }
  );

  it('takes an excluded treated lesion out of the sum and of its references', () => {
    const [visit] = run(
      [
        [t('T01', 20), t('T02', 30)],
        [t('T01', 20), t('T02', 3, { locallyTreated: {} })],
      ],
      { localTreatment: 'exclude' }
    );
    expect(visit?.burden).toMatchObject({ value: 20, nadir: 20, changeFromBaselinePct: 0 });
    expect(visit?.overall).toBe('SD');
  });

  it('keeps a merge until the lesion is measured again, and expects parts it has seen', () => {
    const base = [t('T01', 20), t('T02', 15)];
    expect(
      run([base, [t('T01', 30), flagged('T02', { mergedInto: 'T01' })], sum(30)])[1]?.overall
    ).toBe('SD');
    const parts = [t('T01a', 12, { splitFrom: 'T01' }), t('T01b', 10, { splitFrom: 'T01' })];
    expect(run([sum(40), parts, parts.slice(0, 1)])[1]?.overall).toBe('NE');
  });

  it('takes the parts of a part for it, however often a lesion falls apart', () => {
    const part = (id: string, splitFrom: string, mm: number) => t(id, mm, { splitFrom });
    const b = part('T01b', 'T01', 10);
    const rated = run([
      sum(40),
      [part('T01a', 'T01', 12), b],
      [part('T01c', 'T01a', 6), part('T01d', 'T01a', 5), b],
      [part('T01e', 'T01c', 3), part('T01d', 'T01a', 5), b],
      [part('T01e', 'T01c', 3), b],
    ]);
    expect(rated.map(({ burden }) => burden?.value)).toEqual([22, 21, 18, null]);
  });

  it('makes every visit NE when the baseline has no value', () => {
    const rated = run([
      [ne('T01'), t('T02', 20)],
      [t('T01', 90), t('T02', 90), { id: 'NL01', role: 'new', status: 'unequivocal' }],
    ]);
    expect(rated[0]).toMatchObject({ overall: 'NE', target: 'NE' });
  });

  it('ignores an incomplete visit for the nadir, and uses it with nadirFromPartial', () => {
    const two = [t('T01', 20), t('T02', 20)];
    const visits = [two, [t('T01', 5), ne('T02')], two];
    expect(run(visits)[1]).toMatchObject({ overall: 'SD', burden: { nadir: 40 } });
    expect(run(visits, { nadirFromPartial: true })[1]).toMatchObject({
      overall: 'PD',
      burden: { nadir: 5 },
    });
  });
});
