import { RefusalError } from '../refusal.js';
import type { ImageLayout } from './imageLayout.js';

const unreadable = (what: string): RefusalError =>
  new RefusalError('pixelDataUnreadable', `7FE00010: ${what}`);

/** Samples that each pixel takes room for: of those with subsampled colour (PS3.3, C.7.6.3.1.2) two pixels share two. */
const stored = ({ samples, photometric }: ImageLayout): number => {
  if (photometric === 'YBR_FULL_422' || photometric === 'YBR_PARTIAL_422') return 2;
  return photometric === 'YBR_PARTIAL_420' ? 1.5 : samples;
};

/**
 * Native pixels without what follows the last of them, which nobody sees and where anything may be written; zeros there, as
 * files of even length have them, stay.
 * @returns the same array when there is nothing to leave out
 * @throws RefusalError pixelDataUnreadable where the file does not say how long they are, or they are shorter
 */
export const fitPixels = (pixels: Uint8Array, layout: ImageLayout): Uint8Array => {
  const { rows, columns, bitsAllocated, frames } = layout;
  if (rows === undefined || columns === undefined || bitsAllocated === undefined)
    throw unreadable('Rows, Columns or BitsAllocated is absent');
  const expected = Math.ceil((rows * columns * stored(layout) * bitsAllocated * frames) / 8);
  if (pixels.length < expected)
    throw unreadable(
      `${pixels.length} bytes are fewer than ${frames} frames of ${columns} by ${rows} pixels have`
    );
  const isPadding = pixels.subarray(expected).every(byte => byte === 0);
  return isPadding ? pixels : pixels.subarray(0, expected);
};
