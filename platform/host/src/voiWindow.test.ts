import { describe, expect, it } from '@jest/globals';
import { rangeOf, windowOf } from './voiWindow.js';

describe('windows and ranges of grey values', () => {
  it('are those of the host for the usual soft tissue window', () => {
    expect(windowOf({ lower: -160, upper: 239 })).toEqual({ width: 400, center: 40 });
    expect(rangeOf({ width: 400, center: 40 })).toEqual({ lower: -160, upper: 239 });
  });

  it('invert each other', () => {
    const lung = { width: 1500, center: -600 };
    expect(windowOf(rangeOf(lung))).toEqual(lung);
  });
});
