import { describe, expect, it } from '@jest/globals';
import { node, nodule, type Row, stated, visits } from '../lymphoma/course.testdata.js';
import type { LesionInput } from '../schemas.js';

type Pair = readonly [number, number];
const run = (rows: readonly LesionInput[][], parameters: Record<string, unknown> = {}) =>
  visits(
    'cheson-2007',
    rows.map((lesions): Row => [lesions]),
    parameters
  );
const last = (...args: Parameters<typeof run>) => run(...args).at(-1);
const one = (...sizes: Pair[]) => sizes.map(([a, b]) => [node('N1', a, b)]);
const lung = (id: string, [a, b]: Pair, more: Partial<LesionInput> = {}): LesionInput => ({
  ...node(id, a, b, more),
  location: 'LUNG',
  node: false,
});
const lungs = (...visitSizes: Pair[][]) =>
  visitSizes.map(sizes => sizes.map((size, index) => lung(`M${index + 1}`, size)));
const lost = (id: string, reason: string) => stated(id, { evaluable: false, reason });

describe('what is measured with the nodes', () => {
  it('is a node of the spleen, and a lesion of no known place', () => {
    const hilum = (a: number, b: number) => node('N1', a, b, { location: 'SPLEEN' });
    expect(last([[hilum(30, 20)], [hilum(20, 10)]])?.burden).toMatchObject({ value: 200 });
    const nowhere = (a: number, b: number) => node('N1', a, b, { location: 'SOMEWHERE' });
    expect(last([[nowhere(30, 20)], [nowhere(20, 10)]])).toMatchObject({
      overall: 'PR',
      burden: { value: 200 },
    });
  });
});

describe('growth of one lesion', () => {
  it('is against the longest diameter of the smallest product', () => {
    // 20 x 16 mm, 320 mm²; 24 x 12 mm, 288 mm²: half longer is 36 mm.
    const rows = (longest: number) => one([30, 20], [20, 16], [24, 12], [longest, 13]);
    expect(last(rows(35.9))?.overall).toBe('SD');
    expect(last(rows(36))?.overall).toBe('PD');
  });

  it('by its product is for those up to 10 mm across alone', () => {
    const product = { smallNodeGrowth: 'product' };
    // 220 to 357 mm², +62 %, but 5 % longer; 110 to 187 mm², +70 %, of one 10 mm across.
    expect(last(one([20, 11], [21, 17]), product)?.overall).toBe('SD');
    expect(last(one([30, 20], [11, 10], [17, 11]), product)?.overall).toBe('PD');
    // 14 x 10 to 16 x 10 mm is +14 % either way.
    expect(last(one([30, 20], [14, 10], [16, 10]), product)?.overall).toBe('PR');
  });

  it('names every lesion that grew', () => {
    const rows = lungs(
      [
        [20, 11],
        [20, 11],
        [60, 50],
      ],
      [
        [31, 8],
        [31, 8],
        [60, 50],
      ]
    );
    const visit = last(rows);
    expect(visit?.overall).toBe('PD');
    expect(visit?.trace.find(({ rule }) => rule === 'nodes.pd.lesion')?.text).toMatch(
      /: not decisive, M1, M2 grew\.$/
    );
  });
});

describe('nodules of liver and spleen', () => {
  it('grow by their products, not by their diameters', () => {
    // 280 to 420 mm² is exactly +50 %, and so is 20 to 30 mm.
    expect(last([[nodule('S1', 20, 14)], [nodule('S1', 30, 14)]])?.overall).toBe('SD');
    expect(last([[nodule('S1', 20, 14)], [nodule('S1', 30, 14.1)]])?.overall).toBe('PD');
  });

  it('that became one go by the product', () => {
    // 15 x 14 mm is 210 of 560 mm², but 15 of 20 mm.
    const rows = [
      [nodule('S1', 20, 14), nodule('S2', 20, 14)],
      [nodule('S1', 15, 14), { ...stated('S2', { mergedInto: 'S1' }, false), location: 'SPLEEN' }],
    ];
    expect(last(rows)?.overall).toBe('PR');
  });

  it('that fell apart go by the sum of the parts', () => {
    // 120 + 40 of 400 mm², but 12 of 20 mm.
    const parts = [
      { ...nodule('S1a', 12, 10), splitFrom: 'S1' },
      { ...nodule('S1b', 8, 5), splitFrom: 'S1' },
    ];
    expect(last([[nodule('S1', 20, 20)], parts])?.overall).toBe('PR');
  });

  it('that were not read leave nothing to say', () => {
    const rows = [
      [nodule('S1', 20, 20)],
      [{ ...lost('S1', 'OBSCURED'), location: 'SPLEEN', node: false }],
    ];
    expect(last(rows)?.overall).toBe('NE');
  });
});

describe('the sum of several', () => {
  const base = [node('N1', 40, 30), node('N2', 30, 20)];
  it('is progression also where bounds are not taken, if all were read', () => {
    const rows = [base, [node('N1', 54, 40), node('N2', 30, 20)]];
    expect(last(rows, { partialBounds: 'none' })?.overall).toBe('PD');
  });

  it('names what was not read, without a margin where nothing was', () => {
    const rows = [base, [lost('N1', 'OBSCURED'), lost('N2', 'POOR_QUALITY')]];
    expect(last(rows)?.trace.find(({ rule }) => rule === 'nodes.ne')).toEqual({
      rule: 'nodes.ne',
      text: 'Not evaluable: N1 (OBSCURED), N2 (POOR_QUALITY).',
      numbers: { spdLowerBoundMm2: 0, baselineMm2: 1800, nadirMm2: 1800 },
      source: 'Cheson 2007 Table 2',
    });
  });

  it('has no margin of a lesion that is gone', () => {
    const rows = [base, [node('N1', 0, 0), lost('N2', 'OBSCURED')]];
    const trace = last(rows, { partialBounds: 'none' })?.trace.find(
      ({ rule }) => rule === 'nodes.ne'
    );
    expect(trace?.margin).toBeUndefined();
  });
});

describe('the margin', () => {
  const marginOf = (rule: string, ...args: Parameters<typeof run>) => {
    const { value, unit, category, lesion } =
      last(...args)?.trace.find(one => one.rule === rule)?.margin ?? {};
    return [value, unit, category, lesion];
  };
  it.each<[string, string, LesionInput[][], object, (string | number | undefined)[]]>([
    // From 8 x 8 mm: progression from 15 x 15 mm on.
    ['to 15 x 15 mm', 'size.pd.smallNode', lungs([[8, 8]], [[18, 15]]), {}, [3, 'mm', 'SD', 'M1']],
    // 140 mm² at its smallest: 210 mm² is 17.5 mm at 12 mm across.
    [
      'to the product of a small one',
      'nodes.pr',
      lungs([[30, 20]], [[14, 10]], [[15.5, 12]]),
      { smallNodeGrowth: 'product' },
      [-2, 'mm', 'PD', 'M1'],
    ],
    // Gone and back: over 15 mm it is progression, 1 of 15 mm; 24 mm² of 300 mm² to the half.
    [
      'to progression of one that is back',
      'nodes.pr',
      lungs([[20, 15]], [[0, 0]], [[14, 9]]),
      {},
      [-1, 'mm', 'PD', 'M1'],
    ],
    // 600 mm² at first, 200 mm² at the nadir: the limit of 300 mm² is exactly half.
    [
      'to a response, exactly half',
      'nodes.pd',
      lungs(
        [
          [30, 10],
          [30, 10],
        ],
        [
          [20, 5],
          [20, 5],
        ],
        [
          [20, 8],
          [20, 8],
        ]
      ),
      {},
      [20, 'mm2', 'PR', undefined],
    ],
    // Nothing is a response to a sum of 0.
    [
      'to no response where the baseline is 0',
      'nodes.pd',
      lungs(
        [
          [0, 0],
          [0, 0],
        ],
        [
          [30, 20],
          [30, 20],
        ]
      ),
      {},
      [1200, 'mm2', 'SD', undefined],
    ],
    // Over the nadir of 0 by the sum, to which nothing is a response.
    [
      'of parts where the baseline is 0',
      'nodes.pd',
      [
        [lung('M1', [0, 0])],
        [lung('M1a', [12, 9], { splitFrom: 'M1' }), lung('M1b', [5, 4], { splitFrom: 'M1' })],
      ],
      {},
      [128, 'mm2', 'SD', undefined],
    ],
    // Counted as 0 of 0 mm²: any growth would be progression, nothing a response.
    [
      'of treated ones where the baseline is 0',
      'nodes.sd',
      [
        [lung('M1', [0, 0]), lung('M2', [0, 0])],
        [lung('M1', [0, 0], { locallyTreated: {} }), lung('M2', [0, 0], { locallyTreated: {} })],
      ],
      { localTreatment: 'zero' },
      [0, 'mm2', 'PD', undefined],
    ],
    [
      'of a treated one where the baseline is 0: none',
      'nodes.sd',
      [[lung('M1', [0, 0])], [lung('M1', [0, 0], { locallyTreated: {} })]],
      { localTreatment: 'zero' },
      [undefined, undefined, undefined, undefined],
    ],
  ])('%s', (_name, rule, rows, parameters, expected) => {
    expect(marginOf(rule, rows, { ...parameters })).toEqual(expected);
  });
});
