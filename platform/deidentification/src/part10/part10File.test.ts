import { describe, expect, it } from '@jest/globals';
import dcmjs from 'dcmjs';
import { deidentify } from '../deidentify.js';
import {
  ascii,
  elementsOf,
  fileOf,
  found,
  planWith,
  text,
  textIn,
  unsigned,
} from '../testing/files.js';
import { type Dataset, sequence, value } from './element.js';
import { readDataset } from './readDataset.js';
import { writeDataset } from './writeDataset.js';

const explicit = { explicit: true, littleEndian: true };
const implicit = { explicit: false, littleEndian: true };

const uint32 = (number: number): number[] => [...new Uint8Array(Uint32Array.of(number).buffer)];
const undefinedLength = uint32(0xffffffff);
const item = (content: readonly number[], length = uint32(content.length)): number[] => [
  ...[0xfe, 0xff, 0x00, 0xe0],
  ...length,
  ...content,
];
const itemEnd = [0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0];
const sequenceEnd = [0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0];

/** (0008,1111) in explicit VR of a VR and with what follows its length. */
const references = (vr: string, length: readonly number[], content: readonly number[]) =>
  Uint8Array.from([0x08, 0x00, 0x11, 0x11, ...Buffer.from(vr), 0, 0, ...length, ...content]);

const inner: Dataset = [text(0x00100010, 'PN', 'MILLER')];
const innerIn = (encoding: typeof explicit): number[] => [...writeDataset(inner, encoding)];

describe('a sequence', () => {
  const expected = [sequence(0x00081111, [inner])];
  const wholeItem = item(innerIn(explicit));
  const openItem = [...item(innerIn(explicit), undefinedLength), ...itemEnd];
  const unknownItem = item(innerIn(implicit));

  it.each([
    ['of lengths', references('SQ', uint32(wholeItem.length), wholeItem)],
    ['with delimiters', references('SQ', undefinedLength, [...openItem, ...sequenceEnd])],
    ['of unknown VR with a length', references('UN', uint32(unknownItem.length), unknownItem)],
    [
      'of unknown VR with delimiters',
      references('UN', undefinedLength, [...unknownItem, ...sequenceEnd]),
    ],
  ])('%s is read', (_, bytes) => {
    expect(readDataset(bytes, explicit)).toEqual(expected);
  });

  it.each([
    ['without its delimiter', references('SQ', undefinedLength, openItem)],
    ['longer than the file', references('SQ', uint32(500), wholeItem)],
    ['with an element for an item', references('SQ', uint32(16), innerIn(explicit))],
    ['shorter than its item', references('SQ', uint32(wholeItem.length - 2), wholeItem)],
  ])('%s is refused', (_, bytes) => {
    expect(() => readDataset(bytes, explicit)).toThrow(/^00081111|bytes are wanted|longer/);
  });
});

describe('a dataset', () => {
  it('is read in the order of its tags, each once', () => {
    const bytes = Uint8Array.from(
      [text(0x00100020, 'LO', 'ID'), ...inner, text(0x00100010, 'PN', 'SECOND')].flatMap(one => [
        ...writeDataset([one], explicit),
      ])
    );
    const read = readDataset(bytes, explicit);
    expect(read.map(({ tag }) => tag)).toEqual([0x00100010, 0x00100020]);
    expect(textIn(read, 0x00100010)).toBe('MILLER');
  });

  it('ends where nothing but zeros follow', () => {
    const bytes = Uint8Array.from([...innerIn(explicit), ...new Uint8Array(37)]);
    expect(readDataset(bytes, explicit)).toEqual(inner);
  });

  it('has the VRs of the standard where the file has none', () => {
    const dataset = [...inner, unsigned(0x00280010, 512), sequence(0x00400441, [inner])];
    expect(readDataset(writeDataset(dataset, implicit), implicit)).toEqual(dataset);
  });

  it('with a value too long for its VR is refused', () => {
    const long = value(0x00100010, 'PN', new Uint8Array(70_000));
    expect(() => writeDataset([long], explicit)).toThrow('00100010: 70000 bytes');
  });
});

describe('a file meta', () => {
  const stray = text(0x00020003, 'UI', '1.2.34');

  it.each(['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.1.99'])(
    'ends where its length says, though the dataset goes on in its group: %s',
    syntax => {
      expect(found(elementsOf(fileOf([stray], syntax)), 0x00020003)).toEqual(stray);
    }
  );

  it('ends with its group where its length is wrong', () => {
    const bytes = fileOf([]);
    // The value of (0002,0000), after preamble, DICM and its header.
    bytes[140] = (bytes[140] ?? 0) + 1;
    expect(elementsOf(bytes)).toEqual(elementsOf(fileOf([])));
  });
});

describe('a de-identified file', () => {
  const elements: Dataset = [
    text(0x00080060, 'CS', 'CT'),
    value(0x00080000, 'UL', Uint8Array.of(9, 0, 0, 0)),
    text(0x00081030, 'LO', 'CT CHEST for MILLER'),
    text(0x00080080, 'LO', 'MILLER CLINIC'),
    sequence(0x00081115, [[text(0x0020000e, 'UI', '1.2.3')]]),
    value(0xfffcfffc, 'OB', ascii('MILLER')),
  ];

  it.each([['1.2.840.10008.1.2'], ['1.2.840.10008.1.2.1'], ['1.2.840.10008.1.2.1.99']])(
    'is what another reader reads: %s',
    uid => {
      const result = deidentify(fileOf(elements, uid), planWith());
      if (!result.ok) throw new Error(result.refusal.message);
      const { dict } = dcmjs.data.DicomMessage.readFile(result.bytes.slice().buffer);
      const of = (tag: string) => dict[tag]?.Value[0];
      expect(of('00081030')).toBe('CT CHEST');
      expect(of('00100020')).toBe('101-001');
      expect(of('00081115')).toMatchObject({ '0020000E': { Value: ['1.2.3'] } });
      expect(dict['00080080']).toBeUndefined();
      expect(dict['FFFCFFFC']).toBeUndefined();
    }
  );

  it('in big endian is read back, in big endian', () => {
    const big = fileOf(
      [...elements, value(0x00280010, 'US', Uint8Array.of(2, 0))],
      '1.2.840.10008.1.2.2'
    );
    const result = deidentify(big, planWith());
    if (!result.ok) throw new Error(result.refusal.message);
    expect(textIn(elementsOf(result.bytes), 0x00081030)).toBe('CT CHEST');
    expect(found(elementsOf(result.bytes), 0x00280010)).toMatchObject({
      value: Uint8Array.of(2, 0),
    });
  });
});
