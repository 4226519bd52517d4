import type { EncapsulatedElement } from '../part10/element.js';
import { transferSyntaxOf, type Compression } from '../part10/transferSyntaxes.js';
import { joined } from '../part10/writeDataset.js';
import { RefusalError } from '../refusal.js';
import { stripJpeg } from './jpegSegments.js';
import type { ImageLayout } from './imageLayout.js';
import { stripJpeg2000 } from './jpeg2000Segments.js';
import { stripRle } from './rleFrame.js';

const unreadable = (what: string): RefusalError =>
  new RefusalError('pixelDataUnreadable', `7FE00010: ${what}`);

const strip = (frame: Uint8Array, compression: Compression): Uint8Array | null => {
  if (compression === 'rle') return frame;
  return compression === 'jpeg2000'
    ? stripJpeg2000(frame)
    : stripJpeg(frame, compression === 'jpegLs');
};

/**
 * One frame as a file of a transfer syntax has it, without text in its segments; native frames and those of RLE come back
 * as they are.
 * @param transferSyntax UID
 * @returns null when the frame is no whole stream of the transfer syntax, or that is not one of `transferSyntaxes`: what
 *   can't be read can't be searched
 */
export const frameWithoutText = (frame: Uint8Array, transferSyntax: string): Uint8Array | null => {
  const known = transferSyntaxOf(transferSyntax);
  if (known === undefined) return null;
  return known.compression === null ? frame : strip(frame, known.compression);
};

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where each frame begins among the fragments, by the basic or the extended offset table: bytes from the first item. */
const startsOf = (offsetTable: Uint8Array, extended: Uint8Array | null): number[] => {
  if (extended !== null)
    return Array.from({ length: extended.length / 8 }, (_, i) =>
      Number(view(extended).getBigUint64(8 * i, true))
    );
  return Array.from({ length: Math.floor(offsetTable.length / 4) }, (_, i) =>
    view(offsetTable).getUint32(4 * i, true)
  );
};

const begins = (fragment: Uint8Array): boolean =>
  fragment[0] === 0xff && (fragment[1] === 0xd8 || fragment[1] === 0x4f);

/** The fragments of each frame. */
const framesOf = (
  pixels: EncapsulatedElement,
  frameCount: number,
  starts: readonly number[]
): readonly (readonly Uint8Array[])[] => {
  const { fragments } = pixels;
  if (frameCount === 1) return [fragments];
  if (fragments.length === frameCount) return fragments.map(one => [one]);
  const frames: Uint8Array[][] = [];
  const places = new Set(starts);
  let at = 0;
  for (const fragment of fragments) {
    const isFirst = places.size > 0 ? places.has(at) : begins(fragment);
    if (isFirst) frames.push([fragment]);
    else if (frames.length === 0) throw unreadable('the first fragment begins no frame');
    else frames.at(-1)?.push(fragment);
    at += 8 + fragment.length;
  }
  if (frames.length !== frameCount)
    throw unreadable(`${frames.length} frames are found, NumberOfFrames says ${frameCount}`);
  return frames;
};

/** Offsets of frames in bytes from the first item, and lengths of frames, as the tables want them. */
interface Places {
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
}

const placesOf = (frames: readonly (readonly Uint8Array[])[]): Places => {
  let at = 0;
  const offsets = frames.map(frame => {
    const start = at;
    for (const { length } of frame) at += 8 + length + (length % 2);
    return start;
  });
  return { offsets, lengths: frames.map(frame => frame.reduce((sum, one) => sum + one.length, 0)) };
};

const table = (numbers: readonly number[], size: 4 | 8): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * size);
  numbers.forEach((number, i) =>
    size === 4
      ? view(bytes).setUint32(4 * i, number, true)
      : view(bytes).setBigUint64(8 * i, BigInt(number), true)
  );
  return bytes;
};

const isSame = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one !== null && one.length === other.length && one.every((byte, i) => byte === other[i]);

export interface StrippedPixels {
  readonly pixels: EncapsulatedElement;
  /** New values of (7FE0,0001) and (7FE0,0002); null where they stay as they are. */
  readonly extended: { readonly offsets: Uint8Array; readonly lengths: Uint8Array } | null;
  /** Frames from which something was left out. */
  readonly changed: number;
  /** Whether an offset table did not say where the frames are. */
  readonly tables: boolean;
}

/**
 * Encapsulated pixel data without text in its frames. Frames with nothing to leave out keep their fragments byte for byte;
 * another becomes one fragment, and the offset tables that are there are made anew.
 * @param extendedOffsets value of ExtendedOffsetTable (7FE0,0001), or null, as that of ExtendedOffsetTableLengths
 */
export const stripFrames = (
  pixels: EncapsulatedElement,
  compression: Compression,
  { frames: frameCount, rows, columns }: ImageLayout,
  extendedOffsets: Uint8Array | null,
  extendedLengths: Uint8Array | null
): StrippedPixels => {
  const pixelCount = (rows ?? 0) * (columns ?? 0);
  // Where a run-length frame ends is known by its pixels alone.
  if (compression === 'rle' && pixelCount === 0) throw unreadable('Rows or Columns is absent');
  const starts = startsOf(pixels.offsetTable, extendedOffsets);
  let changed = 0;
  const frames = framesOf(pixels, frameCount, starts).map((fragments, number) => {
    const [first] = fragments;
    if (first === undefined) throw unreadable(`frame ${number + 1} has no fragment`);
    const frame = fragments.length === 1 ? first : joined(fragments);
    const stripped =
      compression === 'rle' ? stripRle(frame, pixelCount) : strip(frame, compression);
    if (stripped === null)
      throw unreadable(`frame ${number + 1} is no whole ${compression} stream`);
    if (stripped === frame) return fragments;
    changed += 1;
    return [stripped];
  });
  const { offsets, lengths } = placesOf(frames);
  // A table that does not say where the frames are may say anything, and be read by another reader.
  const offsetTable = pixels.offsetTable.length === 0 ? pixels.offsetTable : table(offsets, 4);
  const extended =
    extendedOffsets === null && extendedLengths === null
      ? null
      : { offsets: table(offsets, 8), lengths: table(lengths, 8) };
  const tables =
    !isSame(pixels.offsetTable, offsetTable) ||
    (extended !== null &&
      !(isSame(extendedOffsets, extended.offsets) && isSame(extendedLengths, extended.lengths)));
  if (changed === 0 && !tables) return { pixels, extended: null, changed, tables };
  const fragments = frames.flat();
  return { pixels: { ...pixels, offsetTable, fragments }, extended, changed, tables };
};
