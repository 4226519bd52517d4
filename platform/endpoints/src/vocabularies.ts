import { irecistVocabulary, recistVocabulary, type ResponseVocabulary } from '@corelab/criteria';
import type { EndpointOptions } from './options.js';

export const vocabularies: Readonly<Record<EndpointOptions['vocabulary'], ResponseVocabulary>> = {
  recist: recistVocabulary,
  irecist: irecistVocabulary,
};
