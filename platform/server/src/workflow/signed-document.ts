import { parseReadDocument, type ReadDocument } from '@corelab/reads';

/** What was signed. @throws Error when it no longer parses. */
export const signedDocument = (stored: unknown): ReadDocument => {
  const parsed = parseReadDocument(stored);
  if (!parsed.ok) {
    throw new Error(`a signed document no longer parses: ${JSON.stringify(parsed.errors)}`);
  }
  return parsed.value;
};
