import { describe, expect, it } from '@jest/globals';
import { scored, valueOf } from './testing.testdata.js';

// The worked examples of the specification (scores and quantification, section 5).

const unseen = { missing: 'NE', reason: 'POOR_QUALITY' } as const;

describe('MTA', () => {
  it('is the mean of both sides, or what the charter says', () => {
    const of = (agg: string) =>
      scored('mta', { left: 2, right: 3 }, { parameters: { 'mta.agg': agg } });
    expect(['mean', 'max', 'left', 'right'].map(agg => of(agg).total?.value)).toEqual([
      2.5, 3, 2, 3,
    ]);
  });

  it('is of the other side where one can not be seen, flagged', () => {
    expect(scored('mta', { left: 2, right: unseen }).total).toMatchObject({
      ...{ value: 2, nUsed: 1, nExpected: 2, flags: ['F-PARTIAL'] },
    });
  });
});

describe('Fazekas', () => {
  it('is the sum of both, and null where one can not be seen', () => {
    expect(scored('faz', { pv: 2, deep: 1 }).total?.value).toBe(3);
    const partial = scored('faz', { pv: unseen, deep: 1 });
    expect([partial.total?.value, valueOf(partial, 'single')]).toEqual([null, 1]);
  });
});

describe('ASPECTS', () => {
  it('is 10 less a point for each region', () => {
    const output = scored('aspects', { I: 1, M2: 1, L: 1 });
    expect([output.total?.value, valueOf(output, 'atMost'), valueOf(output, 'atLeast')]).toEqual([
      ...[7, 7, 7],
    ]);
    expect([scored('aspects', {}).total?.value]).toEqual([10]);
  });

  it('is between two numbers where a region can not be seen', () => {
    const output = scored('aspects', { I: 1, M2: unseen, M4: unseen });
    expect([output.total?.value, valueOf(output, 'atMost'), valueOf(output, 'atLeast')]).toEqual([
      ...[null, 9, 7],
    ]);
  });
});
