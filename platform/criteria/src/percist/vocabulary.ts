import { recistVocabulary, type ResponseVocabulary } from '../bestOverallResponseVocabulary.js';

/** Section 16.1's ranks in PERCIST's terms; no confirmation is asked for. */
export const percistVocabulary: ResponseVocabulary = {
  ...recistVocabulary,
  id: 'percist',
  rank: ['CMR', 'PMR', 'SMD', 'NON-CMR/NON-PMD', 'NED', 'PMD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PMD', 'NON-CMR/NON-PMD', 'SMD', 'PMR', 'CMR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['CMR'],
  partial: ['PMR'],
  stable: 'SMD',
  nonCrNonPd: 'NON-CMR/NON-PMD',
  progression: 'PMD',
  backAfterComplete: 'PMD',
};
