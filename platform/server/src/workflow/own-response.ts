import { criteria } from '@corelab/criteria';
import type { ReadDocument } from '@corelab/reads';
import { CodedError } from '../http/coded-error.js';
import type { OpenRead } from './open-read.js';

/**
 * A response that the reader gives is by the trial's primary criterion, and where the charter lets them: asked when it is saved,
 * and again when it is signed, since a charter may be amended in between.
 * @throws CodedError 422 CL_READER_RESPONSE
 */
export const requireOwnResponse = (
  { charter, baseline }: Pick<OpenRead, 'charter' | 'baseline'>,
  { readerResponse }: ReadDocument
): void => {
  if (readerResponse === undefined) return;
  const refused = (message: string): CodedError =>
    new CodedError(422, 'CL_READER_RESPONSE', message, {
      path: '/readerResponse',
      items: [{ lesion: null, code: 'CL_READER_RESPONSE', message }],
    });
  if (!charter.readerMayDiffer)
    throw refused(
      'The charter does not let a reader give another response than the calculated one.'
    );
  if (baseline) throw refused('There is no response at a baseline.');
  if (readerResponse.criterion !== charter.criterion)
    throw refused(`A reader's response is by ${charter.criterion}, the trial's primary criterion.`);
  const codes = criteria[charter.criterion]?.readerResponses ?? [];
  if (!codes.includes(readerResponse.value))
    throw refused(
      `"${readerResponse.value}" is no response by ${charter.criterion}: ${codes.join(', ')}.`
    );
};
