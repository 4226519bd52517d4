/**
 * A criterion's response codes and the part each plays in the best overall response. `complete` and `partial` are what
 * confirmation is about; `stable` and `nonCrNonPd` must have lasted `minStableDays`.
 */
export interface ResponseVocabulary {
  readonly id: string;
  /** Best first. ND: visit not done. MISSING: no visit. */
  readonly rank: readonly string[];
  /** Which of two assessments on one date is kept: the first in this list. */
  readonly worstFirst: readonly string[];
  readonly complete: readonly string[];
  readonly partial: readonly string[];
  /** Below partial and confirmed alike, by itself or anything better; none without it. */
  readonly minor?: readonly string[];
  /** Also what an unconfirmed response counts as once it has lasted. */
  readonly stable: string;
  readonly nonCrNonPd: string;
  /** Ends the course. */
  readonly progression: string;
  /** Progression that waits for its confirmation; null where the first progression is final. */
  readonly pendingProgression: string | null;
  /** What disease seen again after an unconfirmed complete response is. */
  readonly backAfterComplete: string;
}

/** Specification section 16.1; MR is RANO's. */
export const recistVocabulary: ResponseVocabulary = {
  id: 'recist',
  rank: ['CR', 'PR', 'MR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'NON-CR/NON-PD', 'SD', 'MR', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['CR'],
  partial: ['PR'],
  stable: 'SD',
  nonCrNonPd: 'NON-CR/NON-PD',
  progression: 'PD',
  pendingProgression: null,
  backAfterComplete: 'PD',
};

/** Specification section 9: pPD waits for the scan that makes it PD, which itself is cPD, or stable disease. */
export const rano2Vocabulary: ResponseVocabulary = {
  id: 'rano-2.0',
  rank: ['CR', 'PR', 'MR', 'SD', 'NED', 'PD', 'cPD', 'pPD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'cPD', 'pPD', 'SD', 'MR', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['CR'],
  partial: ['PR'],
  minor: ['MR'],
  stable: 'SD',
  nonCrNonPd: 'NON-CR/NON-PD',
  progression: 'PD',
  pendingProgression: 'pPD',
  backAfterComplete: 'PD',
};

/** Specification section 2, iBOR: Seymour et al. 2017; NED keeps its place of section 16.1. */
export const irecistVocabulary: ResponseVocabulary = {
  id: 'irecist',
  rank: ['ICR', 'IPR', 'ISD', 'NON-ICR/NON-IUPD', 'NED', 'ICPD', 'IUPD', 'NE', 'ND', 'MISSING'],
  worstFirst: [
    'ICPD',
    'IUPD',
    'NON-ICR/NON-IUPD',
    'ISD',
    'IPR',
    'ICR',
    'NED',
    'NE',
    'ND',
    'MISSING',
  ],
  complete: ['ICR'],
  partial: ['IPR'],
  stable: 'ISD',
  nonCrNonPd: 'NON-ICR/NON-IUPD',
  progression: 'ICPD',
  pendingProgression: 'IUPD',
  backAfterComplete: 'IUPD',
};

/** Responses that say nothing of the disease: they neither close a run of unconfirmed progression nor confirm it. */
const silent: readonly string[] = ['NE', 'ND', 'MISSING'];

/**
 * Index of the first unconfirmed progression of the run that `at` belongs to; `at` itself where none precedes it.
 * Anything but unconfirmed progression and visits without an answer closes a run.
 */
export function progressionRunStart(
  responses: readonly string[],
  at: number,
  { pendingProgression }: ResponseVocabulary
): number {
  let start = at;
  for (const [index, response] of [...responses.slice(0, at).entries()].reverse()) {
    if (response === pendingProgression) start = index;
    else if (!silent.includes(response)) break;
  }
  return start;
}
