import { ArchiveError } from './archive-error.js';
import { textOf, type DicomDataset } from './dicom-json.js';

/**
 * Whoever goes on with an answer that leaves images out shows or judges a part as the whole.
 * @param expected SOP instance UIDs of what was taken in and is in the archive
 * @param resource what was asked for
 * @throws ArchiveError CL_ARCHIVE_ANSWER
 */
export const requireAllTold = (
  metadata: readonly DicomDataset[],
  expected: Iterable<string>,
  resource: string
): void => {
  const told = new Set(metadata.map(dataset => textOf(dataset, '00080018')));
  const missing = [...expected].filter(uid => !told.has(uid)).length;
  if (missing === 0) return;
  throw new ArchiveError(
    'CL_ARCHIVE_ANSWER',
    'The image archive does not tell of all images that were taken in.',
    { resource, reason: `${missing} of them are not in its answer` }
  );
};
