import { describe, expect, it } from '@jest/globals';
import { isProgression, isResponse, limitOf, stepsToZero, words } from './shrinkage.js';

const study = { base: 3 };

describe('shrinkage', () => {
  it('is a response from 30 % on', () => {
    expect([-31, -30, -29].map(isResponse)).toEqual([true, true, false]);
  });
  it('grows, but its boundary is not looked at', () => {
    expect([19, 21].map(isProgression)).toEqual([false, true]);
  });
  it('ends', () => {
    expect(stepsToZero(3)).toBe(3);
  });
  it('has a limit, made once', () => {
    expect([limitOf(study), limitOf(study)]).toEqual([6, 6]);
  });
  it('has a word', () => {
    expect(words).toHaveLength(1);
  });
});
