import { vocabularies } from '@corelab/endpoints';
import { storedCharter } from '../trials/charter-terms.js';

/** Stands for a visit without a response, which nobody says of one. */
const missing = 'MISSING';

/** The responses that a visit can have by a charter's primary criterion, the deepest first. */
export const responseWords = (resolved: unknown): readonly string[] => {
  const { vocabulary } = storedCharter(resolved).endpoints;
  if (vocabulary === undefined)
    throw new Error('the stored charter has no vocabulary of responses');
  return vocabularies[vocabulary].responses.rank.filter(code => code !== missing);
};
