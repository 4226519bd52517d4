import { joined } from '../part10/writeDataset.js';

const headerBytes = 64;
const mostSegments = 15;

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a segment that packs so many bytes ends (PS3.5, G.3.2); null when its end comes before, or within a run. */
const segmentEnd = (segment: Uint8Array, unpacked: number): number | null => {
  let at = 0;
  let left = unpacked;
  while (left > 0) {
    const control = segment[at];
    if (control === undefined) return null;
    const literal = control < 0x80;
    const run = literal ? control + 1 : control === 0x80 ? 0 : 257 - control;
    at += 1 + (literal ? run : run === 0 ? 0 : 1);
    left -= run;
    if (at > segment.length) return null;
  }
  return left === 0 ? at : null;
};

/**
 * A frame of RLE (PS3.5, annex G) without bytes that no segment has: after and between them, and in the unused part of its
 * header.
 * @param pixels of a frame: each segment has a byte of each
 * @returns the same array when there are none but zeros; null when the bytes are no such frame
 */
export const stripRle = (frame: Uint8Array, pixels: number): Uint8Array | null => {
  if (frame.length < headerBytes) return null;
  const count = view(frame).getUint32(0, true);
  if (count < 1 || count > mostSegments) return null;
  const starts = Array.from({ length: count }, (_, i) => view(frame).getUint32(4 + 4 * i, true));
  const segments: Uint8Array[] = [];
  const rest = [frame.subarray(4 + 4 * count, headerBytes)];
  for (const [i, start] of starts.entries()) {
    const next = starts[i + 1] ?? frame.length;
    if (start < headerBytes || next < start || next > frame.length) return null;
    const end = segmentEnd(frame.subarray(start, next), pixels);
    if (end === null) return null;
    segments.push(frame.subarray(start, start + end));
    rest.push(frame.subarray(start + end, next));
  }
  rest.push(frame.subarray(headerBytes, starts[0]));
  if (rest.every(bytes => bytes.every(byte => byte === 0))) return frame;
  const header = new Uint8Array(headerBytes);
  view(header).setUint32(0, count, true);
  const pieces: Uint8Array[] = [header];
  let at = headerBytes;
  for (const [i, segment] of segments.entries()) {
    view(header).setUint32(4 + 4 * i, at, true);
    const even = segment.length % 2 === 0 ? segment : joined([segment, new Uint8Array(1)]);
    pieces.push(even);
    at += even.length;
  }
  return joined(pieces);
};
