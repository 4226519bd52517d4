import { EXPLICIT_LITTLE_ENDIAN, type InstanceSpec } from '@corelab/phantoms';
import { buildInstance } from '@corelab/phantoms';
import { utf8ToBytes } from '@noble/hashes/utils';
import { keyedDigest, uidMapper } from '../keyedDigest.js';
import { defaultOptions } from '../options.js';
import { type DataElement, type Dataset, value } from '../part10/element.js';
import { readPart10, writePart10 } from '../part10/part10File.js';
import { transferSyntaxOf } from '../part10/transferSyntaxes.js';
import type { DeidentificationPlan } from '../plan.js';
import { asciiBytes, asciiOf } from '../valueRepresentations.js';

const key = utf8ToBytes('a key of the tests');

/** The default plan for subject 101-001, differing in what is given. */
export const planWith = (differs: Partial<DeidentificationPlan> = {}): DeidentificationPlan => ({
  options: defaultOptions,
  subject: '101-001',
  trial: null,
  shiftDays: 0,
  words: [],
  burnedInAnnotation: 'refused',
  masks: [],
  uid: uidMapper(key),
  digest: keyedDigest(key),
  ...differs,
});

export const ctImageStorage = '1.2.840.10008.5.1.4.1.1.2';

export const text = (tag: number, vr: string, content: string): DataElement =>
  value(tag, vr, utf8ToBytes(content));

/** US in little endian. */
export const unsigned = (tag: number, number: number): DataElement =>
  value(tag, 'US', Uint8Array.of(number & 0xff, number >>> 8));

const identified: Dataset = [
  text(0x00080016, 'UI', ctImageStorage),
  text(0x00080018, 'UI', '1.2.3.4.5'),
];

/** A Part 10 file with these elements, and a SOP class and instance where they have none. */
export const fileOf = (
  elements: Dataset,
  syntaxUid: string = EXPLICIT_LITTLE_ENDIAN
): Uint8Array => {
  const syntax = transferSyntaxOf(syntaxUid);
  if (syntax === undefined) throw new Error(`no transfer syntax ${syntaxUid}`);
  const byTag = new Map([...identified, ...elements].map(element => [element.tag, element]));
  const dataset = [...byTag.values()].sort((a, b) => a.tag - b.tag);
  return writePart10(syntax, dataset, ctImageStorage, '1.2.3.4.5');
};

/** Elements of a Part 10 file. */
export const elementsOf = (bytes: Uint8Array): Dataset => readPart10(bytes).dataset;

/** An element by its tag; undefined when it is not there. */
export const found = (dataset: Dataset, tag: number): DataElement | undefined =>
  dataset.find(element => element.tag === tag);

/** Its value as text without padding; undefined when it is not there or has none. */
export const textIn = (dataset: Dataset, tag: number): string | undefined => {
  const element = found(dataset, tag);
  return element?.kind === 'value' ? asciiOf(element.value) : undefined;
};

export const ascii = asciiBytes;

/** One slice of the first phantom, whose pixels are a gradient. */
export const phantomSlice = (differs: Partial<InstanceSpec> = {}): Promise<Uint8Array> =>
  buildInstance({
    subjectId: '101-001',
    siteId: '101',
    timepointId: 'BL',
    sex: 'F',
    birthDate: '1961-03-04',
    studyDate: '2026-01-06',
    studyInstanceUid: '2.25.101',
    seriesInstanceUid: '2.25.102',
    frameOfReferenceUid: '2.25.103',
    sopInstanceUid: '2.25.104',
    instanceNumber: 1,
    z: -100,
    sliceThicknessMm: 5,
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
    bodyPart: 'CHEST',
    canary: { patient: 1, study: 1 },
    pixels: Uint16Array.from({ length: 512 * 512 }, (_, i) => (i * 7) % 4096),
    ...differs,
  });

/**
 * A JPEG or JPEG-LS stream without the comment segment that a phantom has right after its beginning.
 * @throws Error when it has none there
 */
export const withoutFirstComment = (stream: Buffer): Buffer => {
  if (stream.readUInt32BE(0) !== 0xffd8fffe) throw new Error('the stream begins with no comment');
  return Buffer.concat([stream.subarray(0, 2), stream.subarray(4 + stream.readUInt16BE(4))]);
};
