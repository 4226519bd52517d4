import { describe, expect, it } from '@jest/globals';
import { remembered } from './remembered.js';

describe('remembered', () => {
  it('makes a value once for each key, also one that is nothing', () => {
    const asked: object[] = [];
    const make = remembered((key: object): number | undefined => {
      asked.push(key);
      return asked.length > 1 ? asked.length : undefined;
    });
    const [first, second] = [{}, {}];
    expect([make(first), make(second), make(first), make(second)]).toEqual([
      undefined,
      2,
      undefined,
      2,
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(first);
  });
});
