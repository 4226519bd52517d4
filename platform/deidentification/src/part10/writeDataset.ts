import { RefusalError } from '../refusal.js';
import { hexOf, kindOf, valueRepresentations } from '../valueRepresentations.js';
import type { DataElement, Dataset } from './element.js';
import type { Encoding } from './readDataset.js';

const itemTag = 0xfffee000;
const sequenceEnd = 0xfffee0dd;
const undefinedLength = 0xffffffff;
const space = Uint8Array.of(0x20);
const zero = Uint8Array.of(0);

/** Values end on an even byte: text with a space, UIDs and all else with zero (PS3.5, 6.2). */
const padOf = (vr: string): Uint8Array => {
  const kind = kindOf(vr);
  return kind === 'uid' || kind === 'binary' || kind === 'bulk' || kind === 'unknown'
    ? zero
    : space;
};

/** Pieces in order; joined once, so that pixels are copied once. */
class Writer {
  readonly pieces: Uint8Array[] = [];
  length = 0;

  private readonly encoding: Encoding;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
  }

  put(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push(bytes);
    this.length += bytes.length;
  }

  private header(tag: number, vr: string | null, length: number): void {
    const { explicit, littleEndian } = this.encoding;
    const long = valueRepresentations[vr ?? '']?.long === true;
    const bytes = new Uint8Array(explicit && long ? 12 : 8);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, tag >>> 16, littleEndian);
    view.setUint16(2, tag & 0xffff, littleEndian);
    if (!explicit || vr === null) view.setUint32(4, length, littleEndian);
    else {
      bytes[4] = vr.charCodeAt(0);
      bytes[5] = vr.charCodeAt(1);
      if (long) view.setUint32(8, length, littleEndian);
      else {
        if (length > 0xffff)
          throw new RefusalError(
            'malformed',
            `${hexOf(tag)}: ${length} bytes are too many for ${vr}`
          );
        view.setUint16(6, length, littleEndian);
      }
    }
    this.put(bytes);
  }

  private padded(bytes: Uint8Array, pad: Uint8Array): void {
    this.put(bytes);
    if (bytes.length % 2 === 1) this.put(pad);
  }

  private inner(dataset: Dataset): Writer {
    const inner = new Writer(this.encoding);
    for (const element of dataset) inner.element(element);
    return inner;
  }

  private append(other: Writer): void {
    for (const piece of other.pieces) this.put(piece);
  }

  element(element: DataElement): void {
    const { tag, vr } = element;
    if (element.kind === 'value') {
      this.header(tag, vr, element.value.length + (element.value.length % 2));
      this.padded(element.value, padOf(vr));
    } else if (element.kind === 'sequence') {
      const items = element.items.map(item => this.inner(item));
      const length = items.reduce((sum, item) => sum + 8 + item.length, 0);
      this.header(tag, vr, length);
      for (const item of items) {
        this.header(itemTag, null, item.length);
        this.append(item);
      }
    } else {
      this.header(tag, vr, undefinedLength);
      for (const piece of [element.offsetTable, ...element.fragments]) {
        this.header(itemTag, null, piece.length + (piece.length % 2));
        this.padded(piece, zero);
      }
      this.header(sequenceEnd, null, 0);
    }
  }
}

/** Joins bytes. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

/** The dataset's bytes in pieces, sequences and items with their lengths. */
export const datasetPieces = (dataset: Dataset, encoding: Encoding): readonly Uint8Array[] => {
  const writer = new Writer(encoding);
  for (const element of dataset) writer.element(element);
  return writer.pieces;
};

/** The dataset's bytes. @throws RefusalError malformed when a value is too long for its VR */
export const writeDataset = (dataset: Dataset, encoding: Encoding): Uint8Array =>
  joined(datasetPieces(dataset, encoding));
