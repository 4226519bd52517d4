/** Pixels of a picture, four bytes each, row by row. */
export interface Pixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8ClampedArray;
}

export interface PixelDifference {
  /** Pixels that both pictures have, without the rows of words. */
  readonly compared: number;
  /** Share of these that differ, 0 to 1. */
  readonly share: number;
}

/** Grey values that a pixel may be off by: drawn twice, an edge falls between pixels a little elsewhere. */
export const toleranceOfPixel = 24;
/** Share of pixels that may be off by more. */
export const toleranceOfPicture = 0.005;

const opaque = 255;

/**
 * Holds a picture against another of the same size: how many pixels differ in one of their colours by more than the
 * tolerance. Pixels that the second does not have (it is transparent there), and rows of words, are left out.
 */
export function differingPixels(
  one: Pixels,
  other: Pixels,
  words: { readonly topPx: number; readonly bottomPx: number }
): PixelDifference {
  if (one.widthPx !== other.widthPx || one.heightPx !== other.heightPx) {
    throw new RangeError('pictures of two sizes are not compared');
  }
  let compared = 0;
  let differing = 0;
  for (let row = words.topPx; row < one.heightPx - words.bottomPx; row += 1) {
    for (let column = 0; column < one.widthPx; column += 1) {
      const at = (row * one.widthPx + column) * 4;
      if ((other.data[at + 3] ?? 0) < opaque) continue;
      compared += 1;
      const isOff = [0, 1, 2].some(
        colour =>
          Math.abs((one.data[at + colour] ?? 0) - (other.data[at + colour] ?? 0)) > toleranceOfPixel
      );
      if (isOff) differing += 1;
    }
  }
  return { compared, share: compared === 0 ? 1 : differing / compared };
}

/** Whether two pictures show the same. */
export const isSame = ({ compared, share }: PixelDifference): boolean =>
  compared > 0 && share <= toleranceOfPicture;
