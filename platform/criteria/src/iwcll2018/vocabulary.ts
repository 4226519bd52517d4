import { recistVocabulary, type ResponseVocabulary } from '../bestOverallResponseVocabulary.js';

/** nPR of earlier editions is not rated: nodules in the marrow make it a partial response. */
export const iwcllVocabulary: ResponseVocabulary = {
  ...recistVocabulary,
  id: 'iwcll',
  rank: ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'SD', 'PR-L', 'PR', 'CRi', 'CR', 'NE', 'ND', 'MISSING'],
  complete: ['CR', 'CRi'],
  partial: ['PR', 'PR-L'],
  nonCrNonPd: 'SD',
};
