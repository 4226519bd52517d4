import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PatternSet } from './patternSet.js';

/** Few letters, so that patterns overlap, repeat and stand by chance. */
const few = fc.constantFrom(...'abAB.');
const text = (minLength: number, maxLength: number) =>
  fc.array(few, { minLength, maxLength }).map(letters => letters.join(''));

const all = (patterns: readonly string[], body: string): string[] => {
  const found: string[] = [];
  new PatternSet(patterns.map(one => Buffer.from(one))).search(Buffer.from(body), (index, offset) =>
    found.push(`${index}@${offset}`)
  );
  return found.sort();
};

const oneByOne = (patterns: readonly string[], body: string): string[] => {
  const lower = body.toLowerCase();
  const found: string[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const wanted = pattern.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1))
      found.push(`${index}@${at}`);
  }
  return found.sort();
};

describe('a set of patterns', () => {
  it('finds what looking for one after the other finds', () => {
    fc.assert(
      fc.property(
        fc.array(text(3, 12), { minLength: 1, maxLength: 20 }),
        text(0, 400),
        (patterns, body) => {
          expect(all(patterns, body)).toEqual(oneByOne(patterns, body));
        }
      ),
      { numRuns: 500 }
    );
  });

  it('finds nothing when it is empty, and refuses what stands everywhere', () => {
    expect(all([], 'anything')).toEqual([]);
    expect(() => new PatternSet([Buffer.from('ab')])).toThrow('a pattern of 2 bytes');
  });
});
