import type { CharterTerms } from '../trials/charter-terms.js';

/** What a reader is told of the track that they read in: nothing where it is that of the endpoint. */
export const trackTold = ({ track: id, trackKind: kind }: CharterTerms) =>
  kind === 'efficacy' ? {} : { track: { id, kind } };
