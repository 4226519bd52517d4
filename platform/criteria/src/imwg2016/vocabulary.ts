import { recistVocabulary, type ResponseVocabulary } from '../bestOverallResponseVocabulary.js';

/** Confirmation is IMWG's own (two consecutive samples), so nothing here waits for days. */
export const imwgVocabulary: ResponseVocabulary = {
  ...recistVocabulary,
  id: 'imwg',
  rank: ['sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'SD', 'MR', 'PR', 'VGPR', 'CR', 'sCR', 'NE', 'ND', 'MISSING'],
  complete: [],
  partial: [],
  nonCrNonPd: 'SD',
};
