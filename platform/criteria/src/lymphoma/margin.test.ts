import { describe, expect, it } from '@jest/globals';
import { mass, node, type Row, visits } from './course.testdata.js';

/** The margin of one rule at the last of these visits. */
function marginOf(criterion: string, rule: string, rows: readonly Row[]) {
  const trace = visits(criterion, rows)
    .at(-1)
    ?.trace.find(one => one.rule === rule);
  return [trace?.margin?.value, trace?.margin?.unit, trace?.margin?.category];
}
const one = (...sizes: [number, number][]): Row[] => sizes.map(([a, b]) => [[node('N1', a, b)]]);
const lungs = (...sizes: [number, number][]): Row[] =>
  sizes.map(([a, b]) => [['M1', 'M2'].map(id => ({ ...mass(id, a, b), location: 'LUNG' }))]);

describe('the margin of a lesion that grew under Lugano 2014', () => {
  it.each([
    // 16 x 10 mm: 240 mm², 5 mm more of either diameter, and over 15 mm.
    ['the product, 5 % of 160 mm²', one([16, 10], [31, 8]), [8, 'mm2']],
    ['the longest diameter, 1 of 16 mm', one([16, 10], [22, 14]), [1, 'mm']],
    ['the limit of 15 mm', one([12, 5], [15.1, 12]), [0.1, 'mm']],
    ['the diameter that is lost last', one([16, 10], [21, 17]), [2, 'mm']],
  ] as const)('is to %s', (_name, rows, expected) => {
    const [value, unit] = marginOf('lugano-2014', 'ct.pd.growth', rows);
    expect([value, unit]).toEqual(expected);
  });
});

/** What of a margin is compared here: value, unit, category, lesion. */
function wholeMarginOf(rule: string, rows: readonly Row[], criterion = 'lugano-2014') {
  const trace = visits(criterion, rows)
    .at(-1)
    ?.trace.find(one => one.rule === rule);
  const { value, unit, category, lesion } = trace?.margin ?? {};
  return [value, unit, category, ...(lesion === undefined ? [] : [lesion])];
}
const nodes = (...sizes: [number, number][][]): Row[] =>
  sizes.map(each => [each.map(([a, b], index) => node(`N${index + 1}`, a, b))]);

describe('the margin of several lesions that grew under Lugano 2014', () => {
  it('is that of the last that would have to fall short, in the trace of each', () => {
    // N1: 2 of its 10 mm across; N2: 8 of its 160 mm². The sum of 605 mm² is no response to 320 mm².
    const rows = nodes(
      [
        [16, 10],
        [16, 10],
      ],
      [
        [21, 17],
        [31, 8],
      ]
    );
    const traces = visits('lugano-2014', rows).at(-1)?.trace ?? [];
    expect(
      traces.filter(({ rule }) => rule === 'ct.pd.growth').map(({ margin }) => margin)
    ).toEqual([
      { value: 2, unit: 'mm', category: 'SD', lesion: 'N1' },
      { value: 2, unit: 'mm', category: 'SD', lesion: 'N1' },
    ]);
  });
});

describe('the margin of a resolved lesion that is back under Lugano 2014', () => {
  const back = (status: 'present' | 'unequivocal', longest: number): Row[] => [
    [[mass('M1', 20, 10)]],
    [[mass('M1', 0, 0)]],
    [[mass('M1', longest, 5, { status })]],
  ];
  it('is to 10 mm outside the nodes', () => {
    // 60 of 200 mm² would be a response.
    expect(wholeMarginOf('ct.pd.regrowth', back('present', 12))).toEqual([2, 'mm', 'PR', 'M1']);
  });

  it('is none where the reader calls it unequivocal', () => {
    expect(wholeMarginOf('ct.pd.regrowth', back('unequivocal', 12))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the margin of a sum under Lugano 2014', () => {
  it.each([
    // 112 of 200 mm²: 12 mm² over the half, 26.9 mm of the longest diameter below progression.
    ['the half of the baseline', 'target.sd', nodes([[20, 10]], [[16, 7]]), [12, 'mm2', 'PR']],
    // 10 mm across, 240 mm² from 24 mm on: 4 of 16 mm, but 5 of 15 mm to normal and 120 of 160 mm² to the half.
    [
      'progression of the only node',
      'target.sd',
      nodes([[16, 10]], [[20, 10]]),
      [-4, 'mm', 'PD', 'N1'],
    ],
    // 4 of 15 mm to normal, 5 of 16 mm to progression.
    ['normal size', 'target.sd', nodes([[16, 10]], [[19, 10]]), [4, 'mm', 'CR', 'N1']],
    // 485 of 1100 mm²: 65 to the half, 6 %; N2 from 30 mm on 450 of its 300 mm²: 1 of 20 mm, 5 %.
    [
      'progression of one node within a response',
      'target.pr',
      nodes(
        [
          [40, 20],
          [20, 15],
        ],
        [
          [10, 5],
          [29, 15],
        ]
      ),
      [-1, 'mm', 'PD', 'N2'],
    ],
  ] as const)('is to %s', (_name, rule, rows, expected) => {
    expect(wholeMarginOf(rule, rows)).toEqual(expected);
  });

  it.each([
    // Every node normal: the nearest to 15 mm. At 15 mm the sum would be 14 mm² more of 250 mm²: half of 500 mm².
    ['a normal node', nodes([[25, 20]], [[14, 14]]), 'target.cr', [-1, 'mm', 'PR', 'N1']],
    // 15 x 14 mm is 210 mm², more than half of 400 mm².
    [
      'a normal node, SD beyond',
      nodes([[20, 20]], [[14, 14]]),
      'target.cr',
      [-1, 'mm', 'SD', 'N1'],
    ],
    // Over 15 mm it would have grown from 8 x 8 mm.
    [
      'a normal node, PD beyond',
      nodes([[30, 20]], [[8, 8]], [[14, 14]]),
      'target.cr',
      [-1, 'mm', 'PD', 'N1'],
    ],
    // Both must be normal: N2 is 2 mm off.
    [
      'two abnormal nodes',
      nodes(
        [
          [40, 20],
          [40, 20],
        ],
        [
          [16, 10],
          [17, 10],
        ]
      ),
      'target.pr',
      [2, 'mm', 'CR', 'N2'],
    ],
  ] as const)('is to normal size: %s', (_name, rows, rule, expected) => {
    expect(wholeMarginOf(rule, rows)).toEqual(expected);
  });

  it('is not to normal size where something extranodal is left', () => {
    const rows: Row[] = [
      [[node('N1', 40, 20), mass('M1', 20, 10)]],
      [[node('N1', 16, 10), mass('M1', 6, 5)]],
    ];
    expect(wholeMarginOf('target.pr', rows)).toEqual([-310, 'mm2', 'SD']);
  });

  it('is to CR where the node that grew would be normal, alone', () => {
    const rows = nodes([[20, 10]], [[8, 8]], [[15.5, 12]]);
    expect(wholeMarginOf('ct.pd.growth', rows)).toEqual([0.5, 'mm', 'CR', 'N1']);
    const gone = nodes([[20, 10]], [[0, 0]], [[15.5, 12]]);
    expect(wholeMarginOf('ct.pd.regrowth', gone)).toEqual([0.5, 'mm', 'CR', 'N1']);
  });

  it('is to progression of what was read where a target is missing', () => {
    const rows: Row[] = [
      [[node('N1', 16, 10), node('N2', 20, 20)]],
      [[node('N1', 19, 10), node('N2', 20, 20, { evaluable: false })]],
    ];
    expect(wholeMarginOf('target.ne', rows)).toEqual([-5, 'mm', 'PD', 'N1']);
  });
});

describe('the margin of the spleen under Lugano 2014', () => {
  const spleen = (...lengths: (number | null)[]): Row[] =>
    lengths.map(spleenLengthMm => [[node('N1', 20, 20)], { spleenLengthMm }]);
  it.each([
    // 20 mm over normal at baseline: progression over 160 mm, regressed below 140 mm, normal up to 130 mm.
    ['spleen.enlarged', spleen(150, 160), [0, 'mm', 'PD']],
    ['spleen.growth', spleen(150, 161), [1, 'mm', 'ENLARGED']],
    ['spleen.enlarged', spleen(150, 141), [1, 'mm', 'REGRESSED']],
    ['spleen.regressed', spleen(150, 138), [-2, 'mm', 'ENLARGED']],
    ['spleen.regressed', spleen(150, 133), [3, 'mm', 'NORMAL']],
    // Back to normal, then 20 mm over its smallest length of 125 mm.
    ['spleen.enlarged', spleen(150, 125, 144), [-1, 'mm', 'PD']],
    ['spleen.recurrent', spleen(150, 125, 146.5), [1.5, 'mm', 'ENLARGED']],
    // Not enlarged at baseline: 20 mm over it, and over 130 mm.
    ['spleen.normal', spleen(125, 128), [-2, 'mm', 'ENLARGED']],
    ['spleen.normal', spleen(105, 129), [-1, 'mm', 'PD']],
    ['spleen.enlarged', spleen(120, 131), [1, 'mm', 'NORMAL']],
    ['spleen.enlarged', spleen(125, 144), [-1, 'mm', 'PD']],
    ['spleen.new', spleen(125, 145), [0, 'mm', 'ENLARGED']],
    ['spleen.new', spleen(105, 131), [1, 'mm', 'NORMAL']],
    ['spleen.noBaseline', spleen(null, 128), [-2, 'mm', 'ENLARGED']],
  ] as const)('%s is to the nearest length that changes it', (rule, rows, expected) => {
    expect(wholeMarginOf(rule, rows)).toEqual(expected);
  });
});

describe('the margin of a sum under Cheson 2007', () => {
  // Two masses of 20 x 9 mm: 360 mm², response from 180 mm² down, progression from 540 mm² up.
  it.each([
    ['nodes.sd', lungs([20, 9], [20, 13]), [-20, 'mm2', 'PD']],
    ['nodes.sd', lungs([20, 9], [20, 5]), [20, 'mm2', 'PR']],
    ['nodes.pd', lungs([20, 9], [20, 14]), [20, 'mm2', 'SD']],
    ['nodes.pd', lungs([40, 9], [20, 5], [20, 8]), [20, 'mm2', 'PR']],
    // Over 10 mm across each mass grew by itself too, from 30 mm on: 1 of 20 mm, the sum 22 of 440 mm².
    ['nodes.pd', lungs([20, 11], [31, 11]), [22, 'mm2', 'SD']],
  ] as const)('%s', (rule, rows, expected) => {
    expect(marginOf('cheson-2007', rule, rows)).toEqual(expected);
  });
});

describe('the margin of one lesion under Cheson 2007', () => {
  const masses = (...sizes: [number, number][]): Row[] =>
    sizes.map(([a, b]) => [[mass('M1', a, b)]]);
  const lung = (rows: Row[]): Row[] =>
    rows.map(([lesions]) => [lesions.map(one => ({ ...one, location: 'LUNG' }))]);
  const half = { ...mass('M2', 20, 12), location: 'LUNG' };
  it.each([
    // Up to 10 mm across: half longer, 18 mm, and over 15 mm.
    ['nodes.sd', lung(masses([12, 9], [14, 9])), [-4, 'mm', 'PD', 'M1']],
    ['size.pd.smallNode', lung(masses([12, 9], [19, 9])), [1, 'mm', 'SD', 'M1']],
    ['size.pd.smallNode', lung(masses([8, 8], [15.5, 6])), [0.5, 'mm', 'SD', 'M1']],
    // Over 10 mm across: half longer.
    ['size.pd.longest', nodes([[12, 11]], [[18, 11]]), [0, 'mm', 'SD', 'N1']],
    // A node over 15 mm at baseline is normal up to that: 139.5 of 330 mm² otherwise.
    ['nodes.pr', nodes([[22, 15]], [[15.5, 9]]), [0.5, 'mm', 'CR', 'N1']],
    ['nodes.cr', nodes([[22, 15]], [[14, 10]]), [-1, 'mm', 'PR', 'N1']],
    // Back after it had gone, at 15 mm it is normal as well.
    ['size.pd.smallNode', nodes([[22, 15]], [[0, 0]], [[16, 10]]), [1, 'mm', 'CR', 'N1']],
    // A smaller one up to 10 mm across.
    ['nodes.cr', nodes([[14, 11]], [[12, 9.8]]), [-0.2, 'mm', 'SD', 'N1']],
    // The greatest diameter of a single nodule for the response, its product for progression.
    ['nodules.sd', masses([20, 10], [12, 10]), [2, 'mm', 'PR', 'M1']],
    ['nodules.sd', masses([20, 14], [28, 15]), [0, 'mm2', 'PD']],
    // With the other mass not read: 2 of 20 mm longer, but the sum is far from 720 mm².
    [
      'nodes.ne',
      [
        ...lung([[[mass('M1', 20, 12), half]]]),
        ...lung([[[mass('M1', 28, 12), { ...half, evaluable: false }]]]),
      ],
      [-2, 'mm', 'PD', 'M1'],
    ],
  ] as const)('%s', (rule, rows, expected) => {
    expect(wholeMarginOf(rule, rows, 'cheson-2007')).toEqual(expected);
  });
});
