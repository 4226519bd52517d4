import { recistVocabulary, type ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import type { RatedTimepoint } from '../reason.js';
import type { Parameters } from './parameters.js';

/** Progression or not: stable stands for "no progression", which has no response above it. */
export const pcwg2Vocabulary: ResponseVocabulary = {
  ...recistVocabulary,
  id: 'pcwg2',
  rank: ['NON-PD', 'NED', 'PD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['PD', 'NON-PD', 'NED', 'NE', 'ND', 'MISSING'],
  complete: [],
  partial: [],
  stable: 'NON-PD',
  nonCrNonPd: 'NON-PD',
};

/** How the standard's responses enter the best overall response: PDu that nothing resolved counts by `pduBor`. */
export function vocabularyOf({ standard, pduBor }: Parameters): {
  readonly vocabulary: ResponseVocabulary;
  counted(visit: RatedTimepoint): RatedTimepoint;
} {
  const vocabulary = standard === 'pcwg2' ? pcwg2Vocabulary : recistVocabulary;
  const unresolved = pduBor === 'PD' ? vocabulary.progression : vocabulary.stable;
  return {
    vocabulary,
    counted: visit => {
      const value = visit.revised?.value ?? visit.overall ?? null;
      return value === 'PDu' ? { ...visit, overall: unresolved, revised: null } : visit;
    },
  };
}
