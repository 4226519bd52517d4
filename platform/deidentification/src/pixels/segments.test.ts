import { describe, expect, it } from '@jest/globals';
import { JPEG_LS_LOSSLESS } from '@corelab/phantoms';
import { deidentify } from '../deidentify.js';
import type { EncapsulatedElement } from '../part10/element.js';
import { pixelDataTag } from '../part10/element.js';
import {
  elementsOf,
  found,
  phantomSlice,
  planWith,
  withoutFirstComment,
} from '../testing/files.js';
import { stripJpeg2000 } from './jpeg2000Segments.js';
import { stripJpeg } from './jpegSegments.js';

const canary = 'CANARYMILLER';
const text = [...Buffer.from(canary)];
const segment = (code: number, body: readonly number[]): number[] => [
  ...[0xff, code, 0, body.length + 2],
  ...body,
];
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flat());

const soi = [0xff, 0xd8];
const eoi = [0xff, 0xd9];
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 0xff, 0x00, 0xff, 0xd0, 7];
const frame = segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
const adobe = segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 1]);

describe('a JPEG frame', () => {
  const clean = bytes(soi, adobe, frame, scan, eoi);

  it('comes back as it is when there is nothing to leave out', () => {
    expect(stripJpeg(clean, false)).toBe(clean);
    const padded = bytes([...clean], [0]);
    expect(stripJpeg(padded, false)).toBe(padded);
  });

  it.each([
    ['a comment', bytes(soi, segment(0xfe, text), adobe, frame, scan, eoi)],
    ['application data', bytes(soi, segment(0xe1, text), adobe, frame, scan, eoi)],
    ['a comment between scans', bytes(soi, adobe, frame, scan, segment(0xfe, text), eoi)],
    ['text after its end', bytes(soi, adobe, frame, scan, eoi, text)],
    ['fill bytes before a comment', bytes(soi, adobe, frame, segment(0xfe, text), scan, eoi)],
    [
      'application data that looks like what decoding needs',
      bytes(soi, adobe, segment(0xee, [...Buffer.from('Adobe'), ...text]), frame, scan, eoi),
    ],
  ])('loses %s and nothing else', (_, given) => {
    expect(stripJpeg(given, false)).toEqual(clean);
  });

  it.each([
    ['no image', bytes([1, 2, 3, 4])],
    ['no end', bytes(soi, frame, scan)],
    ['a segment beyond the end', bytes(soi, [0xff, 0xfe, 0xff, 0xff], text)],
    ['text where a marker belongs', bytes(soi, text, frame, scan, eoi)],
  ])('is unreadable with %s', (_, given) => expect(stripJpeg(given, false)).toBeNull());
});

describe('a JPEG-LS frame', () => {
  // JPEG-LS stuffs a bit: FF 7E is data, where JPEG would have a marker.
  const lsScan = [...segment(0xda, [1, 1, 0, 0, 0, 0]), 5, 0xff, 0x7e, 5];
  const colour = segment(0xe8, [...Buffer.from('mrfx'), 1]);
  const clean = bytes(soi, colour, segment(0xf7, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]), lsScan, eoi);

  it('keeps its colour transform, loses comments', () => {
    expect(stripJpeg(clean, true)).toBe(clean);
    const given = bytes(soi, segment(0xfe, text), [...clean.subarray(2)]);
    expect(stripJpeg(given, true)).toEqual(clean);
  });
});

describe('a JPEG 2000 codestream', () => {
  const size = segment(0x51, [1, 2, 3]);
  const comment = (content: readonly number[]) => segment(0x64, [0, 1, ...content]);
  const tile = (header: readonly number[], length?: number): number[] => {
    const data = [0xff, 0x93, 9, 8, 7];
    const whole = length ?? 12 + header.length + data.length;
    return [0xff, 0x90, 0, 10, 0, 0, 0, 0, 0, whole, 0, 1, ...header, ...data];
  };
  const clean = bytes([0xff, 0x4f], size, tile([]), tile([]), eoi);

  it('comes back as it is when there is nothing to leave out', () => {
    expect(stripJpeg2000(clean)).toBe(clean);
    const open = bytes([0xff, 0x4f], size, tile([], 0), eoi);
    expect(stripJpeg2000(open)).toBe(open);
  });

  it('loses comments of its main header, and what follows its end', () => {
    const given = bytes([0xff, 0x4f], size, comment(text), tile([]), tile([]), eoi, text);
    expect(stripJpeg2000(given)).toEqual(clean);
  });

  it('has the comments of its tiles blanked, in their length', () => {
    const given = bytes([0xff, 0x4f], size, tile(comment(text)), tile([]), eoi);
    const blank = bytes([0xff, 0x4f], size, tile(comment(text.map(() => 0x20))), tile([]), eoi);
    expect(stripJpeg2000(given)).toEqual(blank);
    expect(stripJpeg2000(blank)).toBe(blank);
  });

  it.each([
    ['no codestream', bytes(text)],
    ['no end', bytes([0xff, 0x4f], size, tile([]))],
    ['a tile beyond the end', bytes([0xff, 0x4f], size, tile([], 200), eoi)],
  ])('is unreadable: %s', (_, given) => expect(stripJpeg2000(given)).toBeNull());
});

describe('a JPEG-LS phantom with comments in its frame', () => {
  it('has its frame without them', async () => {
    const plain = await phantomSlice({ transferSyntax: JPEG_LS_LOSSLESS });
    const pixels = found(elementsOf(plain), pixelDataTag) as EncapsulatedElement;
    const stream = withoutFirstComment(Buffer.concat(pixels.fragments));
    const commented = bytes(soi, segment(0xfe, text), segment(0xe1, text), [...stream.subarray(2)]);
    const file = await phantomSlice({
      transferSyntax: JPEG_LS_LOSSLESS,
      overrides: { '7FE00010': { vr: 'OB', Value: [commented.buffer] } },
    });
    expect(Buffer.from(file).includes(canary)).toBe(true);
    const result = deidentify(file, planWith());
    if (!result.ok) throw new Error(result.refusal.message);
    expect(Buffer.from(result.bytes).includes(canary)).toBe(false);
    const now = found(elementsOf(result.bytes), pixelDataTag) as EncapsulatedElement;
    expect(Buffer.concat(now.fragments).equals(stream)).toBe(true);
    const entry = result.report.entries.find(({ rule }) => rule === 'commentSegments');
    expect(entry).toMatchObject({ path: '7FE00010', action: 'cleaned', instances: 1 });
  });
});
