import { describe, expect, it } from '@jest/globals';
import { adjudicationCase, assignSides, slotOf } from './adjudicationCase.js';
import { sizes } from './testing/reads.js';

describe('neutral names', () => {
  it.each([
    ['a', false, 'reader1'],
    ['b', false, 'reader2'],
    ['a', true, 'reader2'],
    ['b', true, 'reader1'],
  ] as const)('%s, swapped %s, is the read of %s', (side, swap, slot) => {
    expect(slotOf(side, swap)).toBe(slot);
    expect(assignSides('reader1', 'reader2', swap)[side]).toBe(slot);
  });
});

describe('a case', () => {
  const first = sizes(100, 70, 70, 100);
  const second = sizes(100, 80, 80, 80);
  it('shows what is known at the end of its scope, and nothing later', () => {
    const { comparison, differences } = adjudicationCase(
      first,
      second,
      false,
      {},
      {
        kind: 'timepoint',
        timepoint: 'TP1',
      }
    );
    expect(comparison.fired).toEqual(['bor', 'respDate']);
    expect(differences.map(({ timepoint }) => timepoint)).toEqual(['TP1']);
  });
  it('settles a date only by one that agrees, not by one that leaves the scope', () => {
    // A progresses at TP3 alone (100 over 70); with B's 80 there it is 10 mm over 70 and no fifth.
    const { differences } = adjudicationCase(
      first,
      second,
      false,
      { triggers: ['pdDate'], counterfactual: true },
      { kind: 'period', after: 'TP2', through: null }
    );
    const [top] = differences;
    expect(top).toMatchObject({ kind: 'size', timepoint: 'TP3' });
    expect(top?.counterfactuals?.[0]).toMatchObject({ in: 'a', agrees: ['pdDate'] });
    // B with 100 at TP3 progresses there as well: 20 mm over 80.
    expect(top?.counterfactuals?.[1]).toMatchObject({ in: 'b', agrees: ['pdDate'] });
  });
  it('a single read has nothing to rank', () => {
    expect(adjudicationCase(first, null, true)).toMatchObject({
      comparison: { status: 'single', single: 'b' },
      differences: [],
    });
  });
});
