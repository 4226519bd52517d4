import { describe, expect, it } from '@jest/globals';
import type { Answers } from './answer.js';
import { answersOf, highestAnswers, scored, valueOf } from './testing.testdata.js';

// The worked examples of the specification (scores and quantification, sections 2 and 3).

const ramrisCase: Answers = {
  'erosion.SCA': 2,
  'erosion.LUN': 3,
  'erosion.CAP': 1,
  'erosion.TRQ': 1,
  'erosion.MC2H': 1,
  'oedema.LUN': 2,
  'oedema.CAP': 1,
  'oedema.SCA': 1,
  'oedema.MC3H': 1,
  'synovitis.DRUJ': 1,
  'synovitis.RCJ': 2,
  'synovitis.ICC': 2,
  'synovitis.MCP2': 1,
  'tenosynovitis.E6': 2,
  'tenosynovitis.E4': 1,
  'tenosynovitis.F1': 1,
  'jsn.DR-SCA': 1,
  'jsn.CAP-LUN': 2,
};
const notImaged = { missing: 'NI' } as const;

describe('RAMRIS', () => {
  it('sums its features, and inflammation and damage of them', () => {
    const output = scored('ramris', ramrisCase);
    const values = ['erosion', 'oedema', 'synovitis', 'tenosynovitis', 'jsn'].map(metric =>
      valueOf(output, metric)
    );
    expect(values).toEqual([8, 5, 6, 4, 3]);
    expect([valueOf(output, 'inflammation'), valueOf(output, 'damage')]).toEqual([15, 11]);
    expect([valueOf(output, 'erosion.wrist'), valueOf(output, 'erosion.mcp')]).toEqual([7, 1]);
    expect(output.missing).toEqual([]);
    expect(output.total).toBeNull();
  });

  it('prorates each sum over its own sites where enough of them were imaged', () => {
    const gone = Object.fromEntries(
      ['erosion', 'oedema'].flatMap(feature =>
        ['MC5H', 'PP5B'].map(site => [`${feature}.${site}`, notImaged])
      )
    );
    const output = scored('ramris', { ...ramrisCase, ...gone });
    const erosion = output.subscores.find(({ metric }) => metric === 'erosion');
    expect(erosion).toMatchObject({ nUsed: 21, nExpected: 23, prorated: true });
    expect(erosion?.value).toBeCloseTo((8 * 23) / 21, 12);
    // 6 of 8 MCP bones are less than 0.8 of them.
    expect(valueOf(output, 'erosion.mcp')).toBeNull();
    expect(output.subscores.find(({ metric }) => metric === 'damage')?.prorated).toBe(true);
    const raw = scored(
      'ramris',
      { ...ramrisCase, ...gone },
      { parameters: { 'sum.prorate': false } }
    );
    expect(raw.subscores.find(({ metric }) => metric === 'erosion')).toMatchObject({
      ...{ value: 8, prorated: false, flags: ['F-PARTIAL'] },
    });
  });

  it('scales both visits of a change by the same factor, whatever keeps an item from being usable', () => {
    const at = (missing: 'NI' | 'NA') => ({ ...ramrisCase, 'erosion.PP5B': { missing } }) as const;
    const { changes } = scored('ramris', at('NA'), { baseline: answersOf('ramris', at('NI')) });
    expect(changes.find(({ metric }) => metric === 'erosion')).toMatchObject({
      ...{ base: 8, post: 8, abs: 0, nUsed: 22, nExpected: 22 },
    });
  });

  it('has the ranges of the published table, with and without the first MCP joint', () => {
    const highest = (mcp1: boolean): (number | string | null)[] => {
      const parameters = { 'ramris.mcp1': mcp1 };
      const output = scored('ramris', highestAnswers('ramris', parameters), { parameters });
      return [
        'erosion',
        'oedema',
        'synovitis',
        'tenosynovitis',
        'jsn',
        'inflammation',
        'damage',
      ].map(metric => valueOf(output, metric));
    };
    expect(highest(false)).toEqual([230, 69, 21, 39, 84, 129, 314]);
    expect(highest(true)).toEqual([250, 75, 24, 42, 88, 141, 338]);
  });

  it('combines means of parts by their maxima where the charter says so', () => {
    const output = scored('ramris', ramrisCase, { parameters: { 'ramris.combine': 'normalised' } });
    expect(valueOf(output, 'damage')).toBeCloseTo((8 / 230 + 3 / 84) / 2, 12);
  });

  it('takes half steps where the charter permits them', () => {
    const half = { 'erosion.SCA': 1.5 };
    expect(() => scored('ramris', half)).toThrow('erosion.SCA can not be 1.5');
    const parameters = { 'ramris.increment': 0.5 };
    expect(valueOf(scored('ramris', half, { parameters }), 'erosion')).toBe(1.5);
  });
});

describe('knee radiographs', () => {
  it('have a grade, and osteoarthritis from the second on', () => {
    expect([0, 1, 2, 3, 4].map(grade => valueOf(scored('kl', { grade }), 'oa'))).toEqual([
      ...['N', 'N', 'Y', 'Y', 'Y'],
    ]);
    const later = scored('kl', { grade: 2 }, { parameters: { 'kl.oaCut': 3 } });
    expect(valueOf(later, 'oa')).toBe('N');
  });

  it('have sums of OARSI features, of all items or none', () => {
    const said = { 'osteophyte.MF': 1, 'osteophyte.MT': 2, 'osteophyte.LT': 1, 'jsn.M': 2 };
    const output = scored('oarsi', said);
    expect([valueOf(output, 'osteophytes'), valueOf(output, 'jsn')]).toEqual([4, 2]);
    const hidden = { missing: 'NE', reason: 'POOR_QUALITY' } as const;
    const partial = scored('oarsi', { ...said, 'osteophyte.LF': hidden });
    expect([valueOf(partial, 'osteophytes'), valueOf(partial, 'jsn')]).toEqual([null, 2]);
  });
});

describe('joint space width', () => {
  it('changes in millimetres and percent, and is 0 where the joint is closed', () => {
    const { changes, subscores } = scored(
      'jsw',
      { medial: 3.4, lateral: 0 },
      { baseline: { medial: 4.1, lateral: 0 } }
    );
    expect(subscores).toEqual([
      expect.objectContaining({ metric: 'medial', value: 3.4, unit: 'mm' }),
      expect.objectContaining({ metric: 'lateral', value: 0 }),
    ]);
    expect(changes[0]).toMatchObject({
      ...{ abs: expect.closeTo(-0.7, 12), pct: expect.closeTo(-17.073, 3) },
    });
    expect(changes[1]).toMatchObject({ abs: 0, pct: null, flags: ['F-BASE0'] });
  });
});

describe('fractures', () => {
  it('are united by RUST of 10', () => {
    const output = scored('rust', { medial: 3, lateral: 3, anterior: 2, posterior: 2 });
    expect([output.total?.value, valueOf(output, 'union')]).toEqual([10, 'Y']);
    const less = scored('rust', { medial: 3, lateral: 2, anterior: 2, posterior: 2 });
    expect([less.total?.value, valueOf(less, 'union')]).toEqual([9, 'N']);
  });

  it('are united by mRUST of 13, or by three bridged cortices', () => {
    const output = scored('mrust', { medial: 3, lateral: 3, anterior: 4, posterior: 2 });
    expect([output.total?.value, valueOf(output, 'union'), valueOf(output, 'union3of4')]).toEqual([
      ...[12, 'N', 'Y'],
    ]);
  });

  it('have no total with a hidden cortex, unless it is scaled', () => {
    const hidden = { missing: 'NE', reason: 'OBSCURED' } as const;
    const said = { medial: 3, lateral: 3, anterior: 2, posterior: hidden };
    const output = scored('rust', said);
    expect([output.total?.value, valueOf(output, 'union'), valueOf(output, 'mean')]).toEqual([
      ...[null, null, 8 / 3],
    ]);
    const scaled = scored('rust', said, { parameters: { 'rust.missing': 'scale' } });
    expect(scaled.total?.value).toBeCloseTo(32 / 3, 12);
    const two = scored(
      'rust',
      { ...said, anterior: hidden },
      { parameters: { 'rust.missing': 'scale' } }
    );
    expect([two.total?.value, valueOf(two, 'union3of4')]).toEqual([null, null]);
  });
});

describe('the Mayo endoscopic subscore', () => {
  const segments = { rectum: 3, sigmoid: 3, descending: 2, transverse: 0, ascending: 0 };
  const said = { ...segments, extent: 45 };

  it('is the worst segment, with the modified sums', () => {
    const output = scored('mes', said);
    expect(output.total?.value).toBe(3);
    expect([valueOf(output, 'ms'), valueOf(output, 'ems'), valueOf(output, 'mmes')]).toEqual([
      ...[8, 36, 12],
    ]);
    expect([valueOf(output, 'improvement'), valueOf(output, 'remission')]).toEqual(['N', 'N']);
  });

  it('has no extended score without extent, and a modified one where nothing is inflamed', () => {
    const output = scored('mes', segments);
    expect([valueOf(output, 'ems'), valueOf(output, 'mmes')]).toEqual([null, null]);
    expect(valueOf(scored('mes', {}), 'mmes')).toBe(0);
  });

  it('is not known where rectum or sigmoid is missing, unless another segment is 3', () => {
    const unseen = { missing: 'NI' } as const;
    expect(scored('mes', { rectum: unseen, descending: 2 }).total?.value).toBeNull();
    expect(scored('mes', { rectum: unseen, descending: 3 }).total).toMatchObject({
      ...{ value: 3, flags: ['F-PARTIAL'] },
    });
    const proximal = scored('mes', { rectum: 1, ascending: unseen });
    expect(proximal.total).toMatchObject({ value: 1, flags: ['F-PARTIAL'] });
    expect(valueOf(proximal, 'ms')).toBeNull();
  });

  it('may end at the sigmoid at every visit', () => {
    const parameters = { 'mes.extent': 'rectosigmoid' };
    const output = scored('mes', { rectum: 0, sigmoid: 1 }, { parameters });
    expect([output.total?.value, output.total?.flags]).toEqual([1, []]);
    expect(() => scored('mes', { descending: 1 }, { parameters })).toThrow('no item descending');
  });
});

describe('UCEIS', () => {
  it('is the sum of three, in classes', () => {
    const output = scored('uceis', { vascular: 2, bleeding: 1, erosions: 2 });
    expect([output.total?.value, valueOf(output, 'class')]).toEqual([5, 'moderate']);
  });

  it('changes its class between 1 and 2, 4 and 5, 6 and 7', () => {
    const of = (vascular: number, bleeding: number, erosions: number) =>
      valueOf(scored('uceis', { vascular, bleeding, erosions }), 'class');
    expect([of(0, 0, 1), of(0, 1, 1), of(2, 1, 1), of(2, 2, 1), of(2, 2, 2), of(2, 3, 2)]).toEqual([
      ...['remission', 'mild', 'mild', 'moderate', 'moderate', 'severe'],
    ]);
  });
});

describe('SES-CD', () => {
  const rows = (said: Readonly<Record<string, readonly number[]>>): Answers =>
    Object.fromEntries(
      Object.entries(said).flatMap(([site, values]) =>
        ['ulcerSize', 'ulcerated', 'affected', 'narrowing'].map((feature, index) => [
          `${feature}.${site}`,
          values[index] ?? 0,
        ])
      )
    );
  const before = rows({ ileum: [2, 2, 2, 1], right: [1, 1, 1, 0], left: [1, 1, 2, 0] });
  const later = rows({ ileum: [1, 1, 1, 0], left: [1, 1, 1, 0] });

  it('sums segments, and their change from the baseline', () => {
    const output = scored('sescd', before);
    expect([valueOf(output, 'ileum'), valueOf(output, 'right'), valueOf(output, 'left')]).toEqual([
      ...[7, 3, 4],
    ]);
    expect(output.total?.value).toBe(14);
    const change = scored('sescd', later, { baseline: answersOf('sescd', before) }).changes;
    expect(change.find(({ metric }) => metric === 'total')).toMatchObject({
      ...{ base: 14, post: 6, abs: -8 },
      pct: expect.closeTo(-57.142857, 5),
    });
  });

  it('compares the segments explored at both visits alone', () => {
    const unseen = Object.fromEntries(
      ['ulcerSize', 'ulcerated', 'affected', 'narrowing'].map(feature => [
        `${feature}.ileum`,
        { missing: 'NI' } as const,
      ])
    );
    const output = scored(
      'sescd',
      { ...later, ...unseen },
      { baseline: answersOf('sescd', before) }
    );
    expect(output.total).toMatchObject({ value: 3, flags: ['F-PARTIAL'] });
    expect(output.changes.find(({ metric }) => metric === 'total')).toMatchObject({
      ...{ base: 7, post: 3, abs: -4 },
    });
  });

  const outcomes = (said: Answers, more: Omit<Parameters<typeof scored>[2], 'baseline'> = {}) =>
    Object.fromEntries(
      scored('sescd', said, { ...more, baseline: answersOf('sescd', before) }).outcomes.map(
        ({ outcome, value }) => [outcome, value]
      )
    );

  it('is a response by half of the score, at the cut and beside it', () => {
    expect(outcomes(later)).toEqual({ response: 'Y', remission: 'N' });
    const half = rows({ ileum: [2, 2, 2, 1] });
    expect([
      outcomes(half)['response'],
      outcomes({ ...half, 'affected.left': 1 })['response'],
    ]).toEqual(['Y', 'N']);
    const parameters = { 'sescd.response': 60 };
    expect(outcomes(later, { parameters })['response']).toBe('N');
  });

  it('is a remission with few points, none above 1, and a fall of two', () => {
    const few = rows({ ileum: [1, 1, 1, 0] });
    expect(outcomes(few)['remission']).toBe('Y');
    expect(outcomes(few, { parameters: { 'sescd.remission': 2 } })['remission']).toBe('N');
    expect(outcomes(rows({ ileum: [2, 1, 1, 0] }))['remission']).toBe('N');
    const same = scored('sescd', few, { baseline: answersOf('sescd', few) }).outcomes;
    expect(same.map(({ value }) => value)).toEqual(['N', 'N']);
  });

  it('has no outcome where other segments were explored, or nothing was there before', () => {
    expect(outcomes({ ...later, 'narrowing.ileum': { missing: 'NI' } })).toEqual({
      ...{ response: null, remission: null },
    });
    const none = scored('sescd', {}, { baseline: answersOf('sescd', {}) }).outcomes;
    expect(none[0]).toEqual({
      ...{ outcome: 'response', value: null },
      how: 'null: fall of total in percent is null',
    });
  });

  it('names what can not be so', () => {
    const rules = (said: Answers) => scored('sescd', said).findings.map(({ rule }) => rule);
    expect(rules(before)).toEqual([]);
    expect(rules({ 'ulcerSize.left': 1 })).toEqual(['sescd.ulcerSurface']);
    expect(rules({ 'ulcerated.left': 1 })).toEqual([
      ...['sescd.surfaceUlcer', 'sescd.ulceratedAffected'],
    ]);
    expect(rules({ 'narrowing.right': 3 })).toEqual(['sescd.notPassed']);
    expect(rules({ 'narrowing.right': 3, 'narrowing.ileum': { missing: 'NI' } })).toEqual([]);
  });

  it('flags a sum that no colon can have', () => {
    expect(scored('sescd', highestAnswers('sescd')).total).toMatchObject({
      value: 60,
      flags: ['F-RANGE'],
    });
  });
});
