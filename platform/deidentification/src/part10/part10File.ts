import { deflateRaw, Inflate } from 'pako';
import { RefusalError } from '../refusal.js';
import { asciiBytes, asciiOf } from '../valueRepresentations.js';
import { type Dataset, elementOf, value } from './element.js';
import { readDataset, readFileMeta } from './readDataset.js';
import { type TransferSyntax, transferSyntaxOf } from './transferSyntaxes.js';
import { datasetPieces, joined, writeDataset } from './writeDataset.js';

export interface Part10File {
  readonly syntax: TransferSyntax;
  readonly meta: Dataset;
  readonly dataset: Dataset;
}

const preamble = 128;
const metaStart = preamble + 4;
const prefix = 'DICM';

/** Of this package; a UUID under 2.25, fixed. */
const implementationClassUid = '2.25.59141537716224474724213611634655789400';
const implementationVersion = 'CORELAB_DEID_1';
const explicitLittleEndian = { explicit: true, littleEndian: true };

/** A few kilobytes of deflate can be gigabytes: what is more than this is refused before it is there. */
export const mostInflated = 128 * 1024 ** 2;

const notInflated = (why: string): RefusalError =>
  new RefusalError('malformed', `the dataset can't be inflated: ${why}`);

const inflated = (bytes: Uint8Array): Uint8Array => {
  const inflate = new Inflate({ raw: true });
  const pieces: Uint8Array[] = [];
  let length = 0;
  inflate.onData = piece => {
    length += piece.length;
    if (length > mostInflated) throw notInflated(`it is longer than ${mostInflated} bytes`);
    pieces.push(piece);
  };
  inflate.push(bytes, true);
  if (inflate.err !== 0) throw notInflated(inflate.msg === '' ? 'it is damaged' : inflate.msg);
  if (!inflate.ended) throw notInflated('it ends too early');
  return joined(pieces);
};

/** @throws RefusalError notDicom, transferSyntaxUnknown, malformed */
export const readPart10 = (bytes: Uint8Array): Part10File => {
  if (bytes.length < metaStart || asciiOf(bytes.subarray(preamble, metaStart)) !== prefix)
    throw new RefusalError(
      'notDicom',
      'not a DICOM Part 10 file: DICM is missing after the preamble'
    );
  const { elements: meta, end } = readFileMeta(bytes.subarray(metaStart));
  const named = elementOf(meta, 0x00020010);
  const uid = named?.kind === 'value' ? asciiOf(named.value) : '';
  const syntax = transferSyntaxOf(uid);
  if (syntax === undefined)
    throw new RefusalError(
      'transferSyntaxUnknown',
      uid === ''
        ? '(0002,0010) TransferSyntaxUID is absent'
        : `(0002,0010) TransferSyntaxUID is ${/^[\d.]{1,64}$/.test(uid) ? uid : 'not a UID'}`
    );
  const rest = bytes.subarray(metaStart + end);
  const dataset = readDataset(syntax.deflated ? inflated(rest) : rest, syntax);
  return { syntax, meta, dataset };
};

const uidValue = (tag: number, uid: string) => value(tag, 'UI', asciiBytes(uid));

/** A new file meta: nothing of the old one but the transfer syntax, no application entity, no private information. */
const fileMeta = (syntax: TransferSyntax, sopClass: string, sopInstance: string): Uint8Array => {
  const rest = writeDataset(
    [
      value(0x00020001, 'OB', Uint8Array.of(0, 1)),
      uidValue(0x00020002, sopClass),
      uidValue(0x00020003, sopInstance),
      uidValue(0x00020010, syntax.uid),
      uidValue(0x00020012, implementationClassUid),
      value(0x00020013, 'SH', asciiBytes(implementationVersion)),
    ],
    explicitLittleEndian
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, rest.length, true);
  return joined([writeDataset([value(0x00020000, 'UL', length)], explicitLittleEndian), rest]);
};

/** A Part 10 file with an empty preamble, in the transfer syntax given. @throws RefusalError malformed */
export const writePart10 = (
  syntax: TransferSyntax,
  dataset: Dataset,
  sopClass: string,
  sopInstance: string
): Uint8Array => {
  const pieces = datasetPieces(dataset, syntax);
  const body = syntax.deflated ? [evenly(deflateRaw(joined(pieces)))] : pieces;
  return joined([
    new Uint8Array(preamble),
    asciiBytes(prefix),
    fileMeta(syntax, sopClass, sopInstance),
    ...body,
  ]);
};

/** PS3.5, A.5: a deflated dataset of odd length is followed by a zero byte. */
const evenly = (bytes: Uint8Array): Uint8Array =>
  bytes.length % 2 === 0 ? bytes : joined([bytes, new Uint8Array(1)]);
