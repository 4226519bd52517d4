import { describe, expect, it } from '@jest/globals';
import type { Answers } from './answer.js';
import { highestAnswers, scored, valueOf } from './testing.testdata.js';

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

describe('Marshall', () => {
  const of = (said: Answers) =>
    scored('marshall', { volume: 0, shift: 0, ...said }).total?.value ?? null;

  it('is the first class that applies', () => {
    expect(of({ volume: 30, shift: 7, cisterns: 1, blood: 1 })).toBe('VI');
    expect(of({ volume: 30, evacuated: 1 })).toBe('V');
    expect([of({ shift: 5.1 }), of({ shift: 5, cisterns: 2 }), of({ shift: 5 })]).toEqual([
      ...['IV', 'III', 'II'],
    ]);
    expect([of({ volume: 25 }), of({ volume: 25.1 }), of({ blood: 1 }), of({})]).toEqual([
      ...['II', 'VI', 'II', 'I'],
    ]);
  });

  it('is not known where something was not seen', () => {
    expect(of({ cisterns: unseen })).toBeNull();
  });
});

describe('the Rotterdam score', () => {
  it('is the sum of its points and one', () => {
    expect(scored('rotterdam', { cisterns: 1, shift: 1, epidural: 1, blood: 1 }).total?.value).toBe(
      5
    );
    expect(scored('rotterdam', highestAnswers('rotterdam')).total?.value).toBe(6);
    expect(scored('rotterdam', { blood: unseen }).total?.value).toBeNull();
  });

  it('of a scan without findings is 2, or 1 where the charter says so', () => {
    const nothing = { epidural: 1 };
    const parameters = { 'rotterdam.normalScan': 'forceOne' };
    expect(scored('rotterdam', nothing).total?.value).toBe(2);
    expect(scored('rotterdam', nothing, { parameters }).total?.value).toBe(1);
    expect(scored('rotterdam', { epidural: 0, shift: 1 }, { parameters }).total?.value).toBe(2);
  });
});
