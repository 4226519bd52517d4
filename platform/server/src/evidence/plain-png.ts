import { crc32, inflateSync } from 'node:zlib';

const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks without which there is no picture (PNG, section 11.2); every other one could hold words. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** Samples of a pixel by colour type, of those that a canvas is written as. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface PlainPng {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The picture with nothing beside its pixels. */
  readonly bytes: Uint8Array;
}

/** What keeps bytes from being a PNG of a canvas, as the end of a sentence. */
export class NotPng extends Error {}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
}

const chunksOf = (bytes: Buffer): Chunk[] => {
  if (!bytes.subarray(0, begin.length).equals(begin)) throw new NotPng('does not begin as a PNG');
  const chunks: Chunk[] = [];
  let at = begin.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length) throw new NotPng('is cut off');
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw new NotPng('is cut off');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw new NotPng(`has a damaged part ${JSON.stringify(type)}`);
    const data = bytes.subarray(at + 8, end - 4);
    chunks.push({ type, data, whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
};

/**
 * A PNG with its pixels alone: no texts, times or profiles, whatever program wrote it.
 * @throws NotPng for anything but a whole picture of 8 bits a sample, within the given number of pixels
 */
export const plainPng = (given: Uint8Array, mostPixels: number): PlainPng => {
  const chunks = chunksOf(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw new NotPng('has no header');
  if (chunks.at(-1)?.type !== 'IEND') throw new NotPng('is cut off');
  const [widthPx, heightPx] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [bits, colour, , , interlace] = header.data.subarray(8);
  const perPixel = samples[colour ?? -1];
  if (bits !== 8 || perPixel === undefined || interlace !== 0)
    throw new NotPng('is of a form that no canvas is written in');
  if (widthPx === 0 || heightPx === 0 || widthPx * heightPx > mostPixels)
    throw new NotPng(`has ${widthPx} x ${heightPx} pixels`);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(c => c.data));
  const size = (1 + widthPx * perPixel) * heightPx;
  let unpacked: Buffer;
  try {
    unpacked = inflateSync(packed, { maxOutputLength: size + 1 });
  } catch (reason) {
    if (!(reason instanceof Error)) throw reason;
    throw new NotPng(`can't be unpacked (${reason.message})`);
  }
  if (unpacked.length !== size) throw new NotPng('has not the pixels that its header says');
  const parts = chunks.filter(({ type }) => kept.includes(type)).map(({ whole }) => whole);
  return { widthPx, heightPx, bytes: Buffer.concat([begin, ...parts]) };
};
