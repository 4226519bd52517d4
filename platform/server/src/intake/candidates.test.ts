import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, nearSubjects } from './candidates.js';

describe('subjects near in spelling', () => {
  it('are those within two characters, separators and case ignored, the nearest first', () => {
    const known = ['101-004', '101-040', '101-114', '102-555', 'X101_004'];
    expect(nearSubjects('101 004', known, 5)).toEqual([
      '101-004',
      'X101_004',
      '101-040',
      '101-114',
    ]);
    expect(nearSubjects('101 004', known, 1)).toEqual(['101-004']);
    expect(nearSubjects('999999', known, 5)).toEqual([]);
  });
});

describe('the distance of two texts', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['004', '040', 2],
  ])('%j and %j: %d', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is a metric', () => {
    const text = fc.string({ maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      })
    );
  });
});
