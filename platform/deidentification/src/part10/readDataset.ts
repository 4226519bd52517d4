import { dictionaryVr } from '../dictionary.js';
import { RefusalError } from '../refusal.js';
import { hexOf, valueRepresentations } from '../valueRepresentations.js';
import { ReadingBudget } from './budget.js';
import { type DataElement, type Dataset, pixelDataTag, sequence, value } from './element.js';

export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

/** What sequences of VR UN are written in, whatever the file is in (PS3.5, 6.2.2). */
const implicitLittleEndian: Encoding = { explicit: false, littleEndian: true };

const metaLength = 0x00020000;
const itemTag = 0xfffee000;
const itemEnd = 0xfffee00d;
const sequenceEnd = 0xfffee0dd;
const undefinedLength = 0xffffffff;
/** Deeper than any IOD; keeps a forged file from exhausting the stack. */
const deepest = 32;

const malformed = (tag: number | null, what: string): RefusalError =>
  new RefusalError('malformed', tag === null ? what : `${hexOf(tag)}: ${what}`);

interface Header {
  readonly tag: number;
  readonly vr: string;
  readonly length: number;
}

/** Reads elements one after another; every byte read is accounted for, and values are views of the bytes. */
class Reader {
  private at = 0;
  private readonly view: DataView;

  private readonly bytes: Uint8Array;
  private readonly encoding: Encoding;
  private readonly budget: ReadingBudget;
  /** Where nothing but zeros follow; null until it is asked for. */
  private zerosFrom: number | null = null;

  constructor(bytes: Uint8Array, encoding: Encoding, budget = new ReadingBudget()) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.budget = budget;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private need(length: number, tag: number | null): void {
    if (this.at + length > this.bytes.length)
      throw malformed(tag, `${length} bytes are wanted, ${this.bytes.length - this.at} are left`);
  }

  private uint16(): number {
    this.need(2, null);
    const number = this.view.getUint16(this.at, this.encoding.littleEndian);
    this.at += 2;
    return number;
  }

  private uint32(): number {
    this.need(4, null);
    const number = this.view.getUint32(this.at, this.encoding.littleEndian);
    this.at += 4;
    return number;
  }

  private take(length: number, tag: number): Uint8Array {
    this.need(length, tag);
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  private tag(): number {
    return this.uint16() * 0x10000 + this.uint16();
  }

  private header(): Header {
    this.budget.count();
    const tag = this.tag();
    if (tag === itemTag || tag === itemEnd || tag === sequenceEnd)
      return { tag, vr: '', length: this.uint32() };
    if (!this.encoding.explicit)
      return { tag, vr: dictionaryVr(tag) ?? 'UN', length: this.uint32() };
    this.need(2, tag);
    const vr = String.fromCharCode(this.bytes[this.at] ?? 0, this.bytes[this.at + 1] ?? 0);
    this.at += 2;
    const rule = valueRepresentations[vr];
    if (rule === undefined) throw malformed(tag, 'no VR follows the tag');
    if (rule.long !== true) return { tag, vr, length: this.uint16() };
    this.at += 2;
    return { tag, vr, length: this.uint32() };
  }

  private items(tag: number, length: number, depth: number): Dataset[] {
    const end = length === undefinedLength ? null : this.at + length;
    if (end !== null) this.need(length, tag);
    const items: Dataset[] = [];
    while (end === null || this.at < end) {
      const item = this.header();
      if (item.tag === sequenceEnd && end === null) return items;
      if (item.tag !== itemTag) throw malformed(tag, 'something other than an item is in it');
      if (item.length === undefinedLength) items.push(this.dataset(null, depth + 1));
      else {
        this.need(item.length, tag);
        items.push(this.dataset(this.at + item.length, depth + 1));
      }
    }
    if (this.at !== end) throw malformed(tag, 'its items are longer than it is');
    return items;
  }

  private encapsulated(tag: number, vr: string): DataElement {
    const pieces: Uint8Array[] = [];
    for (;;) {
      const item = this.header();
      if (item.tag === sequenceEnd) break;
      if (item.tag !== itemTag || item.length === undefinedLength)
        throw malformed(tag, 'something other than a fragment is in it');
      pieces.push(this.take(item.length, tag));
    }
    const [offsetTable, ...fragments] = pieces;
    if (offsetTable === undefined) throw malformed(tag, 'the basic offset table is missing');
    return { kind: 'encapsulated', tag, vr, offsetTable, fragments };
  }

  /** A sequence of VR UN; null where the bytes are none. */
  private unknownSequence(header: Header, depth: number): DataElement | null {
    const { tag, length } = header;
    if (length === undefinedLength) {
      const rest = this.bytes.subarray(this.at);
      const inner = new Reader(rest, implicitLittleEndian, this.budget);
      const items = inner.items(tag, length, depth);
      this.at += inner.at;
      return sequence(tag, items);
    }
    if (dictionaryVr(tag) !== 'SQ') return null;
    const inner = new Reader(this.take(length, tag), implicitLittleEndian, this.budget);
    return sequence(tag, inner.items(tag, length, depth));
  }

  private element(header: Header, depth: number): DataElement {
    const { tag, vr, length } = header;
    if (vr === 'SQ') return sequence(tag, this.items(tag, length, depth));
    if (tag === pixelDataTag && length === undefinedLength)
      return this.encapsulated(tag, vr === 'UN' ? 'OB' : vr);
    if (vr === 'UN') {
      const found = this.unknownSequence(header, depth);
      if (found !== null) return found;
      return this.plain(tag, dictionaryVr(tag) ?? 'UN', length);
    }
    if (length === undefinedLength) throw malformed(tag, `VR ${vr} has no undefined length`);
    return this.plain(tag, vr, length);
  }

  private plain(tag: number, vr: string, length: number): DataElement {
    this.need(length, tag);
    this.budget.value(tag, vr, length);
    return value(tag, vr, this.take(length, tag));
  }

  /** @param end where the dataset ends; null when an item delimiter ends it */
  dataset(end: number | null, depth: number): Dataset {
    if (depth > deepest) throw malformed(null, `sequences are nested deeper than ${deepest}`);
    const elements: DataElement[] = [];
    while (end === null || this.at < end) {
      if (depth === 0 && this.isPadding()) break;
      const header = this.header();
      if (header.tag === itemEnd && end === null) return inOrder(elements);
      if (header.vr === '') throw malformed(header.tag, 'an item or delimiter outside a sequence');
      elements.push(this.element(header, depth));
    }
    if (depth > 0 && this.at !== end)
      throw malformed(elements.at(-1)?.tag ?? null, 'it is longer than its item');
    return inOrder(elements);
  }

  /**
   * The elements of group 0002 at the beginning, and where they end: where the group's length says, since a dataset may
   * begin with such an element too; with no length, or one that ends between no two of them, where the group does.
   */
  fileMeta(): { readonly elements: Dataset; readonly end: number } {
    const elements: DataElement[] = [];
    let end = -1;
    while (
      this.at !== end &&
      this.at + 8 <= this.bytes.length &&
      this.view.getUint16(this.at, true) === 2
    ) {
      const element = this.element(this.header(), 1);
      elements.push(element);
      if (
        elements.length === 1 &&
        element.tag === metaLength &&
        element.kind === 'value' &&
        element.value.length === 4
      )
        end = this.at + this.view.getUint32(this.at - 4, true);
    }
    return { elements: inOrder(elements), end: this.at };
  }

  /** Zeros to the end of the file: some writers fill a block. */
  private isPadding(): boolean {
    if (this.bytes[this.at] !== 0 || this.bytes[this.at + 1] !== 0) return false;
    // Looked for once: elements of zeros would have each of them read to the end.
    this.zerosFrom ??= this.bytes.findLastIndex(byte => byte !== 0) + 1;
    return this.at >= this.zerosFrom;
  }
}

/** By tag; of a tag that comes twice the first, since a second one is read by nobody and hides. */
const inOrder = (elements: readonly DataElement[]): Dataset => {
  const ordered = elements.every(({ tag }, at) => at === 0 || tag > (elements[at - 1]?.tag ?? 0));
  if (ordered) return elements;
  const byTag = new Map<number, DataElement>();
  for (const element of elements) if (!byTag.has(element.tag)) byTag.set(element.tag, element);
  return [...byTag.values()].sort((a, b) => a.tag - b.tag);
};

/** @throws RefusalError malformed */
export const readDataset = (bytes: Uint8Array, encoding: Encoding): Dataset =>
  new Reader(bytes, encoding).dataset(bytes.length, 0);

/** The file meta, always explicit little endian, from the byte after DICM. @throws RefusalError malformed */
export const readFileMeta = (
  bytes: Uint8Array
): { readonly elements: Dataset; readonly end: number } =>
  new Reader(bytes, { explicit: true, littleEndian: true }).fileMeta();
