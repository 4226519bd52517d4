import { type CharacterRepertoire, decodeText, defaultRepertoire } from '../characterSets.js';
import { type Refusal, RefusalError } from '../refusal.js';
import { asciiOf, hexOf, isEncodedText } from '../valueRepresentations.js';
import type { DataElement, Dataset, ValueElement } from './element.js';
import { readPart10 } from './part10File.js';
import { repertoireIn } from './repertoire.js';

/** The DICOM JSON model (PS3.18, annex F) without bulk data: what is binary and no number has no `Value`. */
export interface JsonElement {
  readonly vr: string;
  readonly Value?: readonly unknown[];
}

/** By tag, eight upper-case hexadecimal digits. */
export type JsonDataset = Readonly<Record<string, JsonElement>>;

/** One value, in which a backslash is a character. */
const single: ReadonlySet<string> = new Set(['LT', 'ST', 'UT', 'UR']);

type Read = (view: DataView, at: number, littleEndian: boolean) => number | string;

const attributeTag: Read = (view, at, little) =>
  hexOf((view.getUint16(at, little) << 16) | view.getUint16(at + 2, little));

/** How values of fixed size are read, and their bytes. */
const binary: Readonly<Record<string, readonly [size: number, read: Read]>> = {
  AT: [4, attributeTag],
  FD: [8, (view, at, little) => view.getFloat64(at, little)],
  FL: [4, (view, at, little) => view.getFloat32(at, little)],
  SL: [4, (view, at, little) => view.getInt32(at, little)],
  SS: [2, (view, at, little) => view.getInt16(at, little)],
  SV: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  UL: [4, (view, at, little) => view.getUint32(at, little)],
  US: [2, (view, at, little) => view.getUint16(at, little)],
  UV: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
};

const textual: ReadonlySet<string> = new Set([
  ...['AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT'],
  ...['PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT'],
]);

const numbersOf = (
  { value }: ValueElement,
  [size, read]: readonly [size: number, read: Read],
  littleEndian: boolean
): (number | string)[] => {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return Array.from({ length: Math.floor(value.length / size) }, (_, at) =>
    read(view, at * size, littleEndian)
  );
};

/** PS3.5, 6.2: the groups of a name, of which those at the end may be left out. */
const nameOf = (text: string): Readonly<Record<string, string>> => {
  const [alphabetic = '', ideographic = '', phonetic = ''] = text.split('=');
  return {
    ...(alphabetic === '' ? {} : { Alphabetic: alphabetic }),
    ...(ideographic === '' ? {} : { Ideographic: ideographic }),
    ...(phonetic === '' ? {} : { Phonetic: phonetic }),
  };
};

/** A value as the model has it; null for an empty one among others. A number that is none stays the text that it was. */
const valueOf = (vr: string, text: string): unknown => {
  if (text === '') return null;
  if (vr === 'PN') return nameOf(text);
  if (vr !== 'DS' && vr !== 'IS') return text;
  return Number.isFinite(Number(text)) ? Number(text) : text;
};

const textsOf = ({ vr, value }: ValueElement, repertoire: CharacterRepertoire): unknown[] => {
  const text = isEncodedText(vr) ? decodeText(value, repertoire) : asciiOf(value);
  if (text === '') return [];
  return (single.has(vr) ? [text] : text.split('\\')).map(one => valueOf(vr, one.trim()));
};

const jsonOf = (
  dataset: Dataset,
  littleEndian: boolean,
  outer: CharacterRepertoire
): JsonDataset => {
  const repertoire = repertoireIn(dataset, outer);
  const elementJson = (element: DataElement): JsonElement => {
    const { vr } = element;
    if (element.kind === 'sequence')
      return { vr, Value: element.items.map(item => jsonOf(item, littleEndian, repertoire)) };
    if (element.kind === 'encapsulated') return { vr };
    const fixed = binary[vr];
    if (fixed !== undefined) return { vr, Value: numbersOf(element, fixed, littleEndian) };
    return textual.has(vr) ? { vr, Value: textsOf(element, repertoire) } : { vr };
  };
  return Object.fromEntries(dataset.map(element => [hexOf(element.tag), elementJson(element)]));
};

export type ReadJson =
  | { readonly ok: true; readonly dataset: JsonDataset }
  | { readonly ok: false; readonly refusal: Refusal };

/** The dataset of a Part 10 file, its text decoded by the character sets that it names, several of them too. */
export const readDicomJson = (bytes: Uint8Array): ReadJson => {
  try {
    const { syntax, dataset } = readPart10(bytes);
    return { ok: true, dataset: jsonOf(dataset, syntax.littleEndian, defaultRepertoire) };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ok: false, refusal: { code: error.code, message: error.message } };
  }
};
