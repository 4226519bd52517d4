import { describe, expect, it } from '@jest/globals';
import { differingPixels, isSame, type Pixels } from './differingPixels.js';

const none = { topPx: 0, bottomPx: 0 };

/** A grey picture, ten pixels wide, with some of its pixels changed. */
const picture = (rows: number, change: Readonly<Record<number, number[]>> = {}): Pixels => {
  const data = new Uint8ClampedArray(rows * 10 * 4).map((_, at) => (at % 4 === 3 ? 255 : 100));
  for (const [pixel, colours] of Object.entries(change)) data.set(colours, Number(pixel) * 4);
  return { widthPx: 10, heightPx: rows, data };
};

describe('a pane held against its picture', () => {
  it('is the same where it is, and up to the tolerance of a pixel', () => {
    expect(differingPixels(picture(10), picture(10), none)).toEqual({ compared: 100, share: 0 });
    const near = picture(10, { 7: [124, 76, 100, 255] });
    expect(differingPixels(picture(10), near, none).share).toBe(0);
  });

  it('differs by the share of pixels of which one colour is off by more', () => {
    const off = picture(10, { 7: [100, 100, 125, 255], 50: [0, 0, 0, 255] });
    const found = differingPixels(picture(10), off, none);
    expect(found).toEqual({ compared: 100, share: 0.02 });
    expect(isSame(found)).toBe(false);
  });

  it('may differ in one pixel of two hundred, and no more', () => {
    const off = (pixels: number[]) =>
      picture(40, Object.fromEntries(pixels.map(pixel => [pixel, [0, 0, 0, 255]])));
    expect(isSame(differingPixels(picture(40), off([1, 2]), none))).toBe(true);
    expect(isSame(differingPixels(picture(40), off([1, 2, 3]), none))).toBe(false);
  });

  it('is not compared where words stand, or where it does not reach', () => {
    const off = picture(10, { 7: [0, 0, 0, 255], 95: [0, 0, 0, 255], 40: [0, 0, 0, 0] });
    expect(differingPixels(picture(10), off, { topPx: 1, bottomPx: 1 })).toEqual({
      ...{ compared: 79, share: 0 },
    });
  });

  it('is not the same where there is nothing to compare, and never of another size', () => {
    const all = { topPx: 5, bottomPx: 5 };
    expect(isSame(differingPixels(picture(10), picture(10), all))).toBe(false);
    expect(() => differingPixels(picture(10), picture(9), none)).toThrow(RangeError);
  });
});
