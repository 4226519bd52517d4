import { handmadeFile, type HandmadeImage } from '../handmade-image.js';

/** An element as it is written, right or wrong. */
export interface RawElement {
  readonly tag: number;
  readonly vr: string;
  readonly value: Uint8Array;
  /** What its length says; else what it is. */
  readonly length?: number;
}

export const explicitLittle = '1.2.840.10008.1.2.1';
export const implicitLittle = '1.2.840.10008.1.2';
export const deflatedLittle = '1.2.840.10008.1.2.1.99';
export const undefinedLength = 0xffffffff;
export const pixelTag = 0x7fe00010;

const longVrs: ReadonlySet<string> = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '));

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const joined = (...pieces: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces));
export const uint16 = (...numbers: readonly number[]): Uint8Array =>
  new Uint8Array(Uint16Array.from(numbers).buffer);
export const uint32 = (...numbers: readonly number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(numbers).buffer);

const tagBytes = (tag: number): Uint8Array => uint16(tag >>> 16, tag & 0xffff);
const even = (value: Uint8Array, pad: number): Uint8Array =>
  value.length % 2 === 0 ? value : joined(value, Uint8Array.of(pad));

/** One element, its value padded to an even length where its length is not said. */
export const encoded = ({ tag, vr, value, length }: RawElement, explicit = true): Uint8Array => {
  const bytes =
    length === undefined ? even(value, vr === 'UI' || longVrs.has(vr) ? 0 : 0x20) : value;
  const said = length ?? bytes.length;
  if (!explicit) return joined(tagBytes(tag), uint32(said), bytes);
  const head = longVrs.has(vr)
    ? joined(latin(vr), uint16(0), uint32(said))
    : joined(latin(vr), uint16(said & 0xffff));
  return joined(tagBytes(tag), head, bytes);
};

export const item = (content: Uint8Array, length = content.length): Uint8Array =>
  joined(tagBytes(0xfffee000), uint32(length), content);
export const sequenceEnd = (): Uint8Array => joined(tagBytes(0xfffee0dd), uint32(0));
export const itemEnd = (): Uint8Array => joined(tagBytes(0xfffee00d), uint32(0));

export const text = (tag: number, vr: string, content: string): RawElement => ({
  ...{ tag, vr, value: latin(content) },
});
export const number16 = (tag: number, number: number): RawElement => ({
  ...{ tag, vr: 'US', value: uint16(number) },
});

/** The elements of a dataset in explicit little endian without sequences. */
const elementsIn = (bytes: Buffer): RawElement[] => {
  const elements: RawElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes.readUInt16LE(at) * 0x10000 + bytes.readUInt16LE(at + 2);
    const vr = bytes.toString('latin1', at + 4, at + 6);
    const long = longVrs.has(vr);
    const length = long ? bytes.readUInt32LE(at + 8) : bytes.readUInt16LE(at + 6);
    const start = at + (long ? 12 : 8);
    elements.push({ tag, vr, value: new Uint8Array(bytes.subarray(start, start + length)) });
    at = start + length;
  }
  return elements;
};

/** The dataset of a handmade image. */
export const elementsOfImage = (image: HandmadeImage): readonly RawElement[] => {
  const bytes = Buffer.from(handmadeFile(image));
  // (0002,0000) comes first; its value says where the meta ends.
  return elementsIn(bytes.subarray(144 + bytes.readUInt32LE(140)));
};

/** The elements with others in place of those with their tags, in order. */
export const changed = (
  elements: readonly RawElement[],
  ...over: readonly RawElement[]
): readonly RawElement[] =>
  [...new Map([...elements, ...over].map(one => [one.tag, one])).values()].sort(
    (one, other) => one.tag - other.tag
  );

export const without = (
  elements: readonly RawElement[],
  ...tags: readonly number[]
): readonly RawElement[] => elements.filter(({ tag }) => !tags.includes(tag));

export const bodyOf = (elements: readonly RawElement[], explicit = true): Uint8Array =>
  joined(...elements.map(element => encoded(element, explicit)));

export interface FileParts {
  readonly preamble?: Uint8Array;
  /** Null: none. */
  readonly syntax?: string | null;
  /** What (0002,0000) says; else what is right. */
  readonly groupLength?: number;
  readonly meta?: readonly RawElement[];
}

/** A Part 10 file around a dataset's bytes. */
export const fileAround = (body: Uint8Array, parts: FileParts = {}): Uint8Array => {
  const { preamble = new Uint8Array(128), syntax = explicitLittle } = parts;
  const meta = bodyOf([
    { tag: 0x00020001, vr: 'OB', value: Uint8Array.of(0, 1) },
    ...(syntax === null ? [] : [text(0x00020010, 'UI', syntax)]),
    ...(parts.meta ?? []),
  ]);
  const length = uint32(parts.groupLength ?? meta.length);
  const group = encoded({ tag: 0x00020000, vr: 'UL', value: length });
  return joined(preamble, latin('DICM'), group, meta, body);
};

/** Where the elements of a file in explicit little endian begin, its end, and the middle of each value. */
export const placesIn = (elements: readonly RawElement[], bodyStart: number): number[] => {
  const places = [10, 128, 131, 132, 140, bodyStart - 3];
  let at = bodyStart;
  for (const element of elements) {
    const { length } = encoded(element);
    places.push(at, at + 3, at + 6, at + Math.floor(length / 2));
    at += length;
  }
  return places;
};
