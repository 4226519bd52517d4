import { recistVocabulary, type ResponseVocabulary } from '../bestOverallResponseVocabulary.js';

const indeterminate = ['IR1', 'IR2a', 'IR2b', 'IR3'];

/** LYRIC's indeterminate responses rank between stable disease and progression: neither of them is shown. */
export const luganoVocabulary: ResponseVocabulary = {
  ...recistVocabulary,
  id: 'lugano',
  rank: ['CR', 'PR', 'SD', 'NED', ...indeterminate, 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', ...indeterminate, 'SD', 'PR', 'CR', 'NED', 'NE', 'ND', 'MISSING'],
};
