import { type Dataset, elementOf, unsignedOf } from '../part10/element.js';
import { RefusalError } from '../refusal.js';
import type { ImageLayout } from './imageLayout.js';

const overlayData = 0x3000;
const overlayBitsAllocated = 0x0100;
const overlayBitPosition = 0x0102;

/**
 * Bits of each pixel that hold overlays: groups 6000 to 60FE that have no data of their own and say a bit (PS3.5, 8.1.2,
 * retired, still met). 0 when there are none.
 */
export const overlayMask = (dataset: Dataset, littleEndian: boolean): number => {
  const overlays = dataset.filter(({ tag }) => tag >>> 24 === 0x60);
  let mask = 0;
  for (const { tag } of overlays) {
    if ((tag & 0xffff) !== overlayBitPosition) continue;
    const base = tag - overlayBitPosition;
    const allocated = unsignedOf(overlays, base + overlayBitsAllocated, littleEndian);
    const position = unsignedOf(overlays, tag, littleEndian);
    const hasData = elementOf(overlays, base + overlayData) !== undefined;
    if (!hasData && allocated !== undefined && allocated > 1 && position !== undefined)
      mask |= 1 << position;
  }
  return mask >>> 0;
};

const refused = (what: string): RefusalError => new RefusalError('overlayInPixels', what);

/**
 * Native pixels whose overlay bits are 0; their values stay, since overlays stand outside the bits stored.
 * @throws RefusalError overlayInPixels where the bits are among those stored, or pixels are not of 8 or 16 bits
 */
export const clearOverlayBits = (
  pixels: Uint8Array,
  layout: ImageLayout,
  littleEndian: boolean,
  mask: number
): Uint8Array => {
  const { bitsAllocated, bitsStored, highBit } = layout;
  if (bitsAllocated !== 8 && bitsAllocated !== 16)
    throw refused('(0028,0100) BitsAllocated of pixels with an overlay is neither 8 nor 16');
  const high = highBit ?? bitsAllocated - 1;
  const stored = bitsStored ?? bitsAllocated;
  const values = ((2 ** stored - 1) << (high - stored + 1)) >>> 0;
  if ((mask & values) !== 0)
    throw refused('(60xx,0102) OverlayBitPosition is among the bits of the pixels');
  const cleared = pixels.slice();
  if (bitsAllocated === 8) {
    for (let at = 0; at < cleared.length; at += 1) cleared[at] = (cleared[at] ?? 0) & ~mask;
    return cleared;
  }
  const view = new DataView(cleared.buffer);
  for (let at = 0; at + 1 < cleared.length; at += 2)
    view.setUint16(at, view.getUint16(at, littleEndian) & ~mask, littleEndian);
  return cleared;
};
