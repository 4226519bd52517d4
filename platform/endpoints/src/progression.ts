import { progressionRunStart } from '@corelab/criteria';
import type { CountedAssessment } from './bestResponse.js';
import type { EndpointOptions } from './options.js';
import { vocabularies } from './vocabularies.js';

/** `pending`: an iRECIST run, or pPD of RANO 2.0, that nothing confirmed and nothing reset. */
export interface Progression {
  /** The visit that gives the date: of a run the first. */
  readonly first: CountedAssessment;
  /** The visit that made it final; null while pending. */
  readonly confirmedBy: CountedAssessment | null;
  readonly pending: boolean;
}

/**
 * The first progression of a course. iRECIST: the first unconfirmed progression of the run that was confirmed; runs
 * that were reset do not count.
 */
export function progressionOf(
  visits: readonly CountedAssessment[],
  options: EndpointOptions
): Progression | null {
  const { responses: vocabulary, progression } = vocabularies[options.vocabulary];
  const responses = visits.map(({ response }) => response);
  const final = responses.findIndex(response => progression.includes(response));
  if (final >= 0) {
    const first = visits[progressionRunStart(responses, final, vocabulary)];
    return first ? { first, confirmedBy: visits[final] ?? null, pending: false } : null;
  }
  const open = visits[progressionRunStart(responses, responses.length, vocabulary)];
  return open ? { first: open, confirmedBy: null, pending: true } : null;
}
