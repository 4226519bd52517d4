import { frameWithoutText } from '@corelab/deidentification';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import { numbersOf, type DicomDataset } from '../archive/dicom-json.js';

/**
 * One frame as the archive has it, without the text that a compressed stream may carry.
 * @param frameNumber from 1
 * @param nativeBytes what an uncompressed frame has, where that is known
 * @throws ArchiveError `CL_ARCHIVE_ANSWER` when the frame can't be read as what its transfer syntax says, and what it holds
 *   beside pixels is not known
 */
export const textlessFrame = async (
  archive: Archive,
  archiveId: string,
  frameNumber: number,
  transferSyntax: string,
  nativeBytes: number | null = null
): Promise<Uint8Array> => {
  const frame = frameWithoutText(await archive.frame(archiveId, frameNumber), transferSyntax);
  if (frame !== null && isWhole(frame, transferSyntax, nativeBytes)) return frame;
  throw new ArchiveError(
    'CL_ARCHIVE_ANSWER',
    'A frame of an image is not what its transfer syntax says, so that it is not known what it holds beside pixels.',
    {
      resource: archiveId,
      reason: `frame ${frameNumber} is no whole frame of transfer syntax ${transferSyntax}`,
    }
  );
};

/** The transfer syntaxes whose frames are pixel after pixel. */
const native: readonly string[] = [
  ...['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2'],
  '1.2.840.10008.1.2.1.99',
];

/** A last byte may fill up to an even number. */
const isWhole = (
  { length }: Uint8Array,
  transferSyntax: string,
  nativeBytes: number | null
): boolean =>
  nativeBytes === null ||
  !native.includes(transferSyntax) ||
  length === nativeBytes ||
  (length === nativeBytes + 1 && length % 2 === 0);

/** Bytes of one uncompressed frame of an image; null where it does not say how many. */
export const nativeFrameBytes = (dataset: DicomDataset): number | null => {
  const of = (tag: string): number | undefined => numbersOf(dataset, tag)?.[0];
  const [rows, columns, bits] = [of('00280010'), of('00280011'), of('00280100')];
  if (rows === undefined || columns === undefined || bits === undefined) return null;
  return Math.ceil((rows * columns * (of('00280002') ?? 1) * bits) / 8);
};
