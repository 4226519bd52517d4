import { joined } from '../part10/writeDataset.js';

const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number =>
  uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);

const startOfCodestream = 0xff4f;
const startOfTilePart = 0xff90;
const startOfData = 0xff93;
const endOfCodestream = 0xffd9;
const comment = 0xff64;

/** Marker segments from `at` until the marker `stop`; null when the bytes are none. */
const segments = (
  bytes: Uint8Array,
  at: number,
  stop: number
): {
  readonly comments: readonly (readonly [from: number, end: number])[];
  readonly end: number;
} | null => {
  const comments: [number, number][] = [];
  let place = at;
  while (uint16(bytes, place) !== stop) {
    const length = uint16(bytes, place + 2);
    const end = place + 2 + length;
    if (bytes[place] !== 0xff || length < 2 || end + 2 > bytes.length) return null;
    if (uint16(bytes, place) === comment) comments.push([place, end]);
    place = end;
  }
  return { comments, end: place };
};

/**
 * A codestream of JPEG 2000 or its high-throughput form without the comments of its main header and without what follows
 * its end. Comments in headers of tile parts are blanked and keep their length, which other segments count.
 * @returns the same array when there is nothing to leave out; null when the bytes are no such codestream
 */
export const stripJpeg2000 = (frame: Uint8Array): Uint8Array | null => {
  if (uint16(frame, 0) !== startOfCodestream) return null;
  const main = segments(frame, 2, startOfTilePart);
  if (main === null) return null;
  const blanked: (readonly [number, number])[] = [];
  let at = main.end;
  while (uint16(frame, at) === startOfTilePart) {
    const part = segments(frame, at, startOfData);
    if (part === null) return null;
    blanked.push(...part.comments);
    const length = uint32(frame, at + 6);
    // 0: the tile part goes on to the end of the codestream, which is its last marker.
    const next = length === 0 ? lastMarker(frame) : at + length;
    if (next < part.end || next > frame.length) return null;
    at = next;
  }
  if (uint16(frame, at) !== endOfCodestream || at + 2 > frame.length) return null;
  const end = at + 2;
  const isPadding = frame.subarray(end).every(byte => byte === 0);
  // Length and registration of a comment stay, its text becomes spaces.
  const isBlank = blanked.every(([from, to]) =>
    frame.subarray(from + 6, to).every(one => one === 0x20)
  );
  if (main.comments.length === 0 && isBlank && isPadding) return frame;
  const copy = frame.slice();
  for (const [from, to] of blanked) copy.fill(0x20, Math.min(from + 6, to), to);
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const [start, stop] of main.comments) {
    kept.push(copy.subarray(from, start));
    from = stop;
  }
  kept.push(copy.subarray(from, end));
  return joined(kept);
};

const lastMarker = (bytes: Uint8Array): number => {
  for (let at = bytes.length - 2; at > 0; at -= 1)
    if (uint16(bytes, at) === endOfCodestream) return at;
  return -1;
};
