import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import {
  fresh,
  mass,
  node,
  nodule,
  other,
  type Row,
  stated,
  timepoints,
} from '../lymphoma/course.testdata.js';

const rated = (
  petClass: 'avid' | 'variable' | null,
  rows: readonly Row[],
  parameters: Record<string, unknown> = {}
) => {
  const input = { criterion: 'cheson-2007', parameters, petClass, timepoints: timepoints(rows) };
  return assess(input).timepoints.slice(1);
};
const overall = (...args: Parameters<typeof rated>) => rated(...args).map(one => one.overall);
const one = (longest: number, across: number, more: Record<string, unknown> = {}): Row => [
  [node('N1', longest, across)],
  more,
];
const two = (a: [number, number], b: [number, number], more: Record<string, unknown> = {}): Row => [
  [node('N1', ...a), node('N2', ...b)],
  more,
];
const NEG = { pet: 'NEG' };
const POS = { pet: 'POS' };

describe('worked examples of section 7', () => {
  it('C1: avid, mass 60 to 30 mm, PET negative, marrow negative', () => {
    expect(overall('avid', [one(60, 40), one(30, 20, { ...NEG, marrow: 'negative' })])).toEqual([
      'CR',
    ]);
  });

  it('C2: avid, SPD 2200 to 1100, PET positive', () => {
    const [visit] = rated('avid', [two([40, 40], [30, 20]), two([30, 30], [20, 10], POS)]);
    expect(visit).toMatchObject({ overall: 'PR', target: 'PR' });
    expect(visit?.burden).toMatchObject({ value: 1100, changeFromBaselinePct: -50 });
  });

  it.each([
    ['node 22 to 15 mm', [22, 12], [15, 12], 'CR'],
    ['node 22 to 15.1 mm', [22, 12], [15.1, 12], 'SD'],
    ['node 14 x 11 to 12 x 10', [14, 11], [12, 10], 'CR'],
    ['node 14 x 11 to 12 x 10.5', [14, 11], [12, 10.5], 'SD'],
  ] satisfies [string, [number, number], [number, number], string][])(
    'C3: variable, %s',
    (_name, base, now, expected) => {
      expect(overall('variable', [one(...base), one(...now)])).toEqual([expected]);
    }
  );

  it('C4: two nodes, nadir SPD 1100 to 1650', () => {
    const rows = (last: Row): Row[] => [two([40, 40], [30, 20]), two([30, 30], [20, 10]), last];
    expect(overall('variable', rows(two([40, 30], [25, 18])))).toEqual(['PR', 'PD']);
    // 1649.9: one tenth of a square millimetre short, no single node longer by half
    expect(overall('variable', rows(two([40, 30], [25, 17.996])))).toEqual(['PR', 'SD']);
  });

  it('C5: one node, nadir 12 x 11 to 18 x 11', () => {
    expect(overall('variable', [one(12, 11), one(18, 11)])).toEqual(['PD']);
    expect(overall('variable', [one(12, 11), one(17.9, 11)])).toEqual(['SD']);
  });

  it.each([
    [15, 'SD', false],
    [16, 'PD', true],
  ])('C6: new node of %d mm', (mm, expected, isNew) => {
    const [visit] = rated('variable', [
      one(30, 20),
      [[node('N1', 30, 20), fresh('NL', { node: true, longestDiameterMm: mm })]],
    ]);
    expect(visit).toMatchObject({ overall: expected, newLesions: isNew });
  });

  it.each([
    ['20 x 14 and no more than +50 %', [20, 21], 'SD'],
    ['432 mm² (+54.3 %)', [20, 21.6], 'PD'],
  ] satisfies [string, [number, number], string][])(
    'C7: splenic nodule 280 to %s',
    (_name, now, expected) => {
      expect(overall('variable', [[[nodule('S1', 20, 14)]], [[nodule('S1', ...now)]]])).toEqual([
        expected,
      ]);
    }
  );
});

describe('rules of section 7', () => {
  it.each([
    // 10 x 8 (nadir): 16 x 8 is +60 % and over 15 mm; 15 x 14 is +50 % but neither over 15 nor 15 x 15
    ['16 x 8', [16, 8], {}, 'PD'],
    ['15 x 14', [15, 14], {}, 'CR'],
    ['15 x 15', [15, 15], {}, 'CR'],
    ['15 x 15, growth before normal size', [15, 15], { normalNodesBeatPd: false }, 'PD'],
    ['15 x 14, growth before normal size', [15, 14], { normalNodesBeatPd: false }, 'CR'],
  ] satisfies [string, [number, number], Record<string, unknown>, string][])(
    'a node of 10 x 8 at its smallest, now %s',
    (_name, now, parameters, expected) => {
      const rows = [one(30, 20), one(10, 8), one(...now)];
      expect(overall('variable', rows, parameters)).toEqual(['CR', expected]);
    }
  );

  it('smallNodeGrowth: 14 x 10 to 16 x 15 is +14 % in length, +71 % in product', () => {
    const rows = [one(30, 20), one(14, 10), one(16, 15)];
    expect(overall('variable', rows)).toEqual(['CR', 'PR']);
    expect(overall('variable', rows, { smallNodeGrowth: 'product' })).toEqual(['CR', 'PD']);
  });

  it('FDG-avid progression by size needs a positive PET, unless too small for one', () => {
    const grown = (pet: Record<string, unknown>): Row[] => [one(20, 15), one(31, 20, pet)];
    expect(overall('avid', grown(POS))).toEqual(['PD']);
    expect(overall('avid', grown({ pet: 'NE' }))).toEqual(['PD']);
    expect(overall('avid', grown({}))).toEqual(['PD']);
    const [negative] = rated('avid', grown(NEG));
    expect(negative?.overall).toBe('SD');
    expect(negative?.findings.map(({ rule }) => rule)).toContain('pet.pdNegative');
    expect(overall('avid', grown(NEG), { avidPdNeedsPet: false })).toEqual(['PD']);
    const small: Row[] = [[[nodule('S1', 11, 8)]], [[nodule('S1', 14, 10)], NEG]];
    expect(overall('avid', small)).toEqual(['PD']);
  });

  it.each([
    ['involved still', { marrow: 'positive' }, {}, 'PR'],
    ['not repeated', {}, {}, 'PR'],
    ['not repeated, ignored', {}, { marrowMissing: 'ignore' }, 'CR'],
    ['cleared', { marrow: 'negative' }, {}, 'CR'],
    ['indeterminate', { marrow: 'indeterminate' }, {}, 'PR'],
    [
      'indeterminate, immunohistochemistry negative',
      { marrow: 'indeterminate', marrowIhc: 'negative' },
      {},
      'CR',
    ],
  ])('marrow involved at baseline, %s', (_name, now, parameters, expected) => {
    const rows = [one(30, 20, { marrow: 'positive' }), one(14, 10, { ...NEG, ...now })];
    expect(overall('avid', rows, parameters)).toEqual([expected]);
  });

  it('new and recurrent marrow involvement is progression', () => {
    const marrow = (...states: string[]) =>
      states.map((state, index) => one(index === 0 ? 30 : 14, 10, { ...NEG, marrow: state }));
    expect(overall('avid', marrow('negative', 'positive'))).toEqual(['PD']);
    expect(overall('avid', marrow('positive', 'negative', 'positive'))).toEqual(['CR', 'PD']);
  });

  it('liver, spleen and nodules stand in the way of CR', () => {
    const now = (more: Record<string, unknown>) =>
      overall('avid', [one(60, 40), one(30, 20, { ...NEG, ...more })]);
    expect(now({ spleen: 'enlarged' })).toEqual(['PR']);
    expect(now({ liver: 'larger' })).toEqual(['SD']);
    const nodules = (longest: number): Row[] => [
      [[node('N1', 60, 40), nodule('S1', 20, 20)]],
      [[node('N1', 30, 20), nodule('S1', longest, 10)], NEG],
    ];
    expect(overall('avid', nodules(10))).toEqual(['PR']);
    expect(overall('avid', nodules(11))).toEqual(['SD']);
    expect(overall('avid', nodules(0))).toEqual(['CR']);
  });

  it('keeps nodules of liver and spleen out of the burden', () => {
    const [visit] = rated('variable', [
      [[node('N1', 30, 20), mass('M1', 50, 50)]],
      [[node('N1', 20, 10), mass('M1', 20, 20)]],
    ]);
    expect(visit?.burden).toMatchObject({ value: 200, nadir: 600 });
    expect(visit?.overall).toBe('PR');
  });

  it('has no burden where nodules are all that is measured', () => {
    const input = {
      criterion: 'cheson-2007',
      petClass: 'variable',
      timepoints: timepoints([[[nodule('S1', 20, 20)]], [[nodule('S1', 10, 10)]]]),
    };
    expect(assess(input).timepoints.map(({ burden }) => burden)).toEqual([null, null]);
  });

  it('an enlarged organ alone that is not stated: NE, unless the rest is progression', () => {
    const base: Row = [[], { spleen: 'enlarged' }];
    expect(overall('variable', [base, [[]], [[], { spleen: 'enlarged' }]])).toEqual(['NE', 'SD']);
    const found = fresh('NL', { longestDiameterMm: 20 });
    expect(overall('variable', [base, [[found]]])).toEqual(['PD']);
  });

  it('keeps what the examinations found where a visit is not evaluable', () => {
    const [visit] = rated('avid', [one(60, 40), [[], { evaluable: false }]]);
    expect(visit?.components).toEqual({ size: 'NE', pet: 'NE', petClass: 'avid', marrow: 'CLEAR' });
  });

  it('takes the PET of the sites where the visit has none', () => {
    const rows = (pet: string, second: string): Row[] => [
      two([40, 40], [30, 20]),
      [[node('N1', 40, 40, { pet } as object), node('N2', 30, 20, { pet: second } as object)]],
    ];
    expect(overall('avid', rows('NEG', 'NEG'))).toEqual(['CR']);
    expect(overall('avid', rows('NEG', 'POS'))).toEqual(['SD']);
    expect(rated('avid', rows('NEG', 'NE'))[0]?.components).toMatchObject({ pet: 'NE' });
  });

  it('says that CT decides alone where the class is not stated', () => {
    const [visit] = rated(null, [one(60, 40), one(30, 20, NEG)]);
    expect(visit?.overall).toBe('PR');
    expect(visit?.findings.map(({ rule }) => rule)).toContain('petClass.missing');
  });

  it('not evaluable, partial sums and no disease', () => {
    const lost = stated('N2', { evaluable: false, reason: 'OBSCURED' });
    const base = two([40, 30], [30, 20]);
    expect(overall('variable', [base, [[node('N1', 40, 30), lost]]])).toEqual(['NE']);
    expect(overall('variable', [base, [[node('N1', 54, 50), lost]]])).toEqual(['PD']);
    expect(
      overall('variable', [base, [[node('N1', 54, 50), lost]]], { partialBounds: 'none' })
    ).toEqual(['NE']);
    expect(overall('variable', [[[lost]], one(30, 20)])).toEqual(['NE']);
    const free: Row = [[], { noDisease: true }];
    expect(overall('avid', [free, [[], NEG]])).toEqual(['NED']);
    const found = fresh('NL', { longestDiameterMm: 20 });
    expect(overall('avid', [free, [[found], NEG]])).toEqual(['PD']);
  });

  it('disease that is not measured', () => {
    const base: Row = [[other('X', 'present')]];
    const now = (status: 'present' | 'absent' | 'progressed'): Row => [[other('X', status)]];
    expect(overall('variable', [base, now('present'), now('absent'), now('present')])).toEqual([
      'SD',
      'CR',
      'PD',
    ]);
    expect(overall('variable', [base, now('progressed')])).toEqual(['PD']);
  });

  it('a confluent mass by its sum, parts by their own sizes', () => {
    const base = two([20, 20], [20, 20]);
    const joint = (longest: number, across: number): Row => [
      [node('N1', longest, across), stated('N2', { mergedInto: 'N1' })],
    ];
    expect(overall('variable', [base, joint(40, 30)])).toEqual(['PD']);
    expect(overall('variable', [base, joint(40, 29.9)])).toEqual(['SD']);
    const part = (id: string, longest: number, across: number) =>
      node(id, longest, across, { splitFrom: 'N1' });
    const whole = one(40, 30);
    const parts = (a: number, b: number): Row => [[part('N1a', a, 10), part('N1b', b, 9)]];
    expect(overall('variable', [whole, parts(14, 12)])).toEqual(['CR']);
    expect(overall('variable', [whole, parts(16, 12)])).toEqual(['PR']);
    expect(overall('variable', [whole, parts(90, 89.9)])).toEqual(['SD']);
    expect(overall('variable', [whole, parts(90, 100)])).toEqual(['PD']);
  });

  it('a node that had gone and is back', () => {
    const gone: Row = [[stated('N1', { status: 'absent' })]];
    expect(overall('variable', [one(30, 20), gone, one(15, 10)])).toEqual(['CR', 'CR']);
    expect(overall('variable', [one(30, 20), gone, one(16, 10)])).toEqual(['CR', 'PD']);
  });

  it('treated on study', () => {
    const treated: Row = [[node('N1', 14, 10, { locallyTreated: {} })]];
    expect(overall('variable', [one(30, 20), treated])).toEqual(['NE']);
  });
});
