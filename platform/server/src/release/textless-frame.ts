import { frameWithoutText } from '@corelab/deidentification';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';

/**
 * One frame as the archive has it, without the text that a compressed stream may carry.
 * @param frameNumber from 1
 * @throws ArchiveError `CL_ARCHIVE_ANSWER` when the frame can't be read as what its transfer syntax says, and what it holds
 *   beside pixels is not known
 */
export const textlessFrame = async (
  archive: Archive,
  archiveId: string,
  frameNumber: number,
  transferSyntax: string
): Promise<Uint8Array> => {
  const frame = frameWithoutText(await archive.frame(archiveId, frameNumber), transferSyntax);
  if (frame !== null) return frame;
  throw new ArchiveError(
    'CL_ARCHIVE_ANSWER',
    'A frame of an image is not what its transfer syntax says, so that it is not known what it holds beside pixels.',
    {
      resource: archiveId,
      reason: `frame ${frameNumber} is no whole frame of transfer syntax ${transferSyntax}`,
    }
  );
};
