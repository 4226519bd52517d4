import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { cleanText } from './cleanText.js';
import { deidentify } from './deidentify.js';
import { type DataElement, type Dataset, pixelDataTag, sequence, value } from './part10/element.js';
import { longestValue, mostElements } from './part10/budget.js';
import { readDicomJson } from './part10/dicomJson.js';
import { ascii, elementsOf, fileOf, found, planWith, text, unsigned } from './testing/files.js';
import { isOfVr } from './valueRepresentations.js';

const implicit = '1.2.840.10008.1.2';
const deflated = '1.2.840.10008.1.2.1.99';
const jpeg = '1.2.840.10008.1.2.4.50';
const rle = '1.2.840.10008.1.2.5';
const canary = 'CANARYMILLER';

const refusalOf = (file: Uint8Array): string => {
  const read = readDicomJson(file);
  if (!read.ok) return read.refusal.message;
  const result = deidentify(file, planWith());
  return result.ok ? 'none' : result.refusal.message;
};
const done = (file: Uint8Array): Dataset => {
  const result = deidentify(file, planWith());
  if (!result.ok) throw new Error(result.refusal.message);
  // Again, the same.
  expect(deidentify(result.bytes, planWith())).toMatchObject({ ok: true, bytes: result.bytes });
  expect(Buffer.from(result.bytes).includes(canary)).toBe(false);
  return elementsOf(result.bytes);
};

describe('a file that would cost all memory or minutes', () => {
  it('that inflates to gigabytes is refused before it has', () => {
    const block = deflateRawSync(new Uint8Array(10 * 1024 ** 2), {
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    const zeros = Buffer.concat(Array.from({ length: 15 }, () => block));
    const header = fileOf([], deflated);
    const bomb = Buffer.concat([header.subarray(0, 144 + (header[140] ?? 0)), zeros]);
    expect(refusalOf(bomb)).toMatch(/can't be inflated: it is longer than/);
  });

  it('with more elements than an image has is refused', () => {
    const items = Array.from({ length: mostElements }, (): Dataset => []);
    expect(refusalOf(fileOf([sequence(0x00081115, items)]))).toMatch(/more than \d+ elements/);
  });

  it('with a value longer than its VR may be, or than any is, is refused', () => {
    const name = text(0x00100010, 'PN', 'x'.repeat(70_000));
    expect(refusalOf(fileOf([name], implicit))).toMatch(/^00100010: 70000 bytes are too many/);
    const numbers = value(0x00281052, 'DS', new Uint8Array(longestValue + 2));
    expect(refusalOf(fileOf([numbers], implicit))).toMatch(/^00281052: \d+ bytes are too many/);
    const texts = Array.from({ length: 5 }, (_, i) =>
      value(0x0040a160 + 0x10000 * i, 'UT', new Uint8Array(longestValue))
    );
    expect(refusalOf(fileOf(texts))).toMatch(/without bulk data have more than/);
  });

  it('of zeros and one byte at its end is read once', () => {
    const file = Buffer.concat([fileOf([], implicit), Buffer.alloc(2_000_000), Buffer.from([1])]);
    expect(refusalOf(file)).toMatch(/bytes are wanted/);
  });

  // Each took minutes: an expression tried every division of them.
  it('of spaces, digits, escapes and marks is read at once', () => {
    const long = 60_000;
    const spaces = `${' '.repeat(long)}x`;
    const elements = [0x00080080, 0x00081030, 0x00104000, 0x00181030].map(tag =>
      text(tag, 'LO', spaces)
    );
    done(fileOf([...elements, text(0x00180050, 'DS', '1'.repeat(long))]));
    expect(isOfVr('DS', ascii(`${'1'.repeat(long)}x`))).toBe(false);
    expect(isOfVr('DS', ascii(`${' '.repeat(long)}x`))).toBe(false);
    expect(isOfVr('DS', ascii(' -12.5E+3 '))).toBe(true);
    expect(cleanText(`CT ${'\u0301\u0316'.repeat(100_000)} CHEST`, new Set())).toBe('CT CHEST');
    const escapes = value(0x00104000, 'UT', ascii('\x1b'.repeat(1_000_000)));
    done(fileOf([text(0x00080005, 'CS', '\\ISO 2022 IR 87'), escapes]));
  });
});

describe('bytes that are of no pixel', () => {
  const image = (pixels: Uint8Array, more: readonly DataElement[] = []): Dataset => [
    unsigned(0x00280010, 2),
    unsigned(0x00280011, 4),
    unsigned(0x00280100, 8),
    ...more,
    value(pixelDataTag, 'OW', pixels),
  ];
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

  it('are left out after native pixels, and zeros stay', () => {
    const hidden = Uint8Array.from([...pixels, ...ascii(canary)]);
    expect(found(done(fileOf(image(hidden))), pixelDataTag)).toMatchObject({ value: pixels });
    const padded = Uint8Array.from([...pixels, 0, 0]);
    expect(found(done(fileOf(image(padded))), pixelDataTag)).toMatchObject({ value: padded });
  });

  it('are refused where nobody can say which they are: too few, or of no size', () => {
    expect(refusalOf(fileOf(image(pixels.subarray(0, 6))))).toMatch(/6 bytes are fewer than 1/);
    const frames = text(0x00280008, 'IS', '2147483647');
    expect(refusalOf(fileOf(image(pixels, [frames])))).toMatch(/fewer than 2147483647 frames/);
    const bare = fileOf([value(pixelDataTag, 'OW', pixels)]);
    expect(refusalOf(bare)).toMatch(/Rows, Columns or BitsAllocated is absent/);
  });

  const compressed = (
    fragments: readonly Uint8Array[],
    offsetTable: Uint8Array,
    frames: number
  ) => [
    unsigned(0x00280010, 2),
    unsigned(0x00280011, 4),
    text(0x00280008, 'IS', String(frames)),
    { kind: 'encapsulated', tag: pixelDataTag, vr: 'OB', offsetTable, fragments } as const,
  ];
  const frame = Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 1, 0xff, 0xd9);

  it('are no offset table: it says where the frames are', () => {
    const table = ascii(canary.slice(0, 8));
    const dataset = done(fileOf(compressed([frame, frame], table, 2), jpeg));
    expect(found(dataset, pixelDataTag)).toMatchObject({
      offsetTable: new Uint8Array(Uint32Array.of(0, 18).buffer),
      fragments: [frame, frame],
    });
  });

  it('are left out of frames of RLE', () => {
    const segment = Uint8Array.of(0xf9, 7);
    const rleFrame = (starts: readonly number[], ...rest: readonly Uint8Array[]) => {
      const header = new Uint8Array(64);
      header.set(new Uint8Array(Uint32Array.of(starts.length, ...starts).buffer));
      return Uint8Array.from(Buffer.concat([header, ...rest]));
    };
    const whole = rleFrame([64, 66], segment, segment);
    const none = new Uint8Array(0);
    const pixelsOf = (one: Uint8Array) =>
      found(done(fileOf(compressed([one], none, 1), rle)), pixelDataTag);
    const text12 = ascii(canary);
    for (const hiding of [
      rleFrame([64, 66], segment, segment, text12),
      rleFrame([64, 78], segment, text12, segment),
      rleFrame([76, 78], text12, segment, segment),
    ])
      expect(pixelsOf(hiding)).toMatchObject({ fragments: [whole] });
    expect(pixelsOf(whole)).toMatchObject({ fragments: [whole] });
    for (const broken of [
      rleFrame([64], Uint8Array.of(0xfa, 7)),
      rleFrame([64], Uint8Array.of(0xf7, 1)),
      rleFrame([64, 9000], segment, segment),
      ascii(canary),
    ])
      expect(refusalOf(fileOf(compressed([broken], none, 1), rle))).toMatch(/no whole rle stream/);
  });

  it('in a hundred thousand fragments and offsets are told at once', () => {
    const offsets = new Uint8Array(
      Uint32Array.from({ length: 100_000 }, (_, i) => 4 * i + 1).buffer
    );
    const fragments = Array.from({ length: 100_000 }, () => new Uint8Array(0));
    expect(refusalOf(fileOf(compressed([frame, ...fragments], offsets, 2), jpeg))).toMatch(
      /the first fragment begins no frame/
    );
  });
});
