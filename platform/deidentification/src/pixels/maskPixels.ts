import type { Rectangle } from '../plan.js';
import { RefusalError } from '../refusal.js';
import type { ImageLayout } from './imageLayout.js';

const impossible = (what: string): RefusalError =>
  new RefusalError('maskNotPossible', `a mask can't be blacked: ${what}`);

/** Black of each sample, as stored. */
const blackOf = (layout: ImageLayout, bits: number): readonly number[] => {
  const { photometric, signed, samples } = layout;
  const lowest = signed ? -(2 ** (bits - 1)) : 0;
  const highest = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  if (photometric === 'MONOCHROME2' && samples === 1) return [lowest];
  if (photometric === 'MONOCHROME1' && samples === 1) return [highest];
  if (photometric === 'RGB' && samples === 3) return [0, 0, 0];
  if (photometric === 'YBR_FULL' && samples === 3) return [0, 2 ** (bits - 1), 2 ** (bits - 1)];
  throw impossible(
    '(0028,0004) PhotometricInterpretation is none of MONOCHROME1, MONOCHROME2, RGB, YBR_FULL'
  );
};

interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly bits: 8 | 16;
}

const sizeOf = (layout: ImageLayout): Size => {
  const { rows, columns, bitsAllocated } = layout;
  if (rows === undefined || columns === undefined) throw impossible('Rows or Columns is absent');
  if (bitsAllocated !== 8 && bitsAllocated !== 16)
    throw impossible('(0028,0100) BitsAllocated is neither 8 nor 16');
  return { rows, columns, bits: bitsAllocated };
};

/**
 * Native pixels with rectangles black in every frame: the darkest stored value there is. What of a rectangle is outside
 * the image is left out.
 * @throws RefusalError maskNotPossible
 */
export const maskPixels = (
  pixels: Uint8Array,
  layout: ImageLayout,
  littleEndian: boolean,
  masks: readonly Rectangle[]
): Uint8Array => {
  const { rows, columns, bits } = sizeOf(layout);
  const { samples, frames, planar } = layout;
  if (bits === 8 && !littleEndian) throw impossible('pixels of 8 bits in big endian words');
  const bytes = bits / 8;
  const black = blackOf(layout, Math.min(layout.bitsStored ?? bits, bits));
  const frameSize = rows * columns * samples * bytes;
  if (pixels.length < frameSize * frames)
    throw impossible(`${pixels.length} bytes are fewer than ${frames} frames have`);
  const masked = pixels.slice();
  const view = new DataView(masked.buffer);
  const set = (at: number, sample: number): void => {
    if (bits === 8) view.setUint8(at, sample);
    else view.setUint16(at, sample & 0xffff, littleEndian);
  };
  const placeOf = (pixel: number, sample: number): number =>
    planar ? sample * rows * columns + pixel : pixel * samples + sample;
  for (let frame = 0; frame < frames; frame += 1)
    for (const { left, top, width, height } of masks)
      for (let row = top; row < Math.min(top + height, rows); row += 1)
        for (let column = left; column < Math.min(left + width, columns); column += 1)
          black.forEach((value, sample) =>
            set(frame * frameSize + placeOf(row * columns + column, sample) * bytes, value)
          );
  return masked;
};
