import { joined } from '../part10/writeDataset.js';

const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const startOfImage = 0xffd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, i) => bytes[at + i] === character.charCodeAt(0));

/**
 * Whether a segment goes: comments and application data. Of these, two stay since they steer decoding, and only in the
 * size in which they can hold nothing else: APP14 `Adobe` (colour transform; 14 bytes with its length) and APP8 `mrfx`
 * (JPEG-LS colour transform; 7 bytes).
 */
const goes = (bytes: Uint8Array, at: number, code: number, length: number): boolean => {
  if (code === comment) return true;
  if (code < 0xe0 || code > 0xef) return false;
  if (code === 0xee) return !(length === 14 && startsWith(bytes, at + 4, 'Adobe'));
  if (code === 0xe8) return !(length === 7 && startsWith(bytes, at + 4, 'mrfx'));
  return true;
};

/** Markers without a segment: restarts, TEM. */
const isBare = (code: number): boolean => (code >= 0xd0 && code <= 0xd7) || code === 0x01;

/** Where the marker after entropy-coded data is. JPEG stuffs a zero byte after FF, JPEG-LS a zero bit. */
const nextMarker = (bytes: Uint8Array, from: number, jpegLs: boolean): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0;
    const stuffed = jpegLs ? code < 0x80 : code === 0;
    if (!stuffed && !isBare(code) && code !== 0xff) return at;
  }
  return bytes.length;
};

/**
 * A frame of JPEG or JPEG-LS without comments and application data anywhere in it, and without what follows its end;
 * all else byte for byte.
 * @returns the same array when there is nothing to leave out; null when the bytes are no such frame
 */
export const stripJpeg = (frame: Uint8Array, jpegLs: boolean): Uint8Array | null => {
  if (uint16(frame, 0) !== startOfImage) return null;
  const kept: Uint8Array[] = [];
  let from = 0;
  let at = 2;
  for (;;) {
    if (frame[at] !== 0xff) return null;
    const code = frame[at + 1] ?? 0;
    if (code === 0xff) at += 1;
    else if (code === endOfImage) break;
    else if (isBare(code)) at += 2;
    else {
      const length = uint16(frame, at + 2);
      const end = at + 2 + length;
      if (code < 0xc0 || length < 2 || end > frame.length) return null;
      if (goes(frame, at, code, length)) {
        kept.push(frame.subarray(from, at));
        from = end;
      }
      at = code === startOfScan ? nextMarker(frame, end, jpegLs) : end;
    }
    if (at >= frame.length) return null;
  }
  const end = at + 2;
  const isPadding = frame.subarray(end).every(byte => byte === 0);
  if (from === 0 && isPadding) return frame;
  kept.push(frame.subarray(from, end));
  return joined(kept);
};
