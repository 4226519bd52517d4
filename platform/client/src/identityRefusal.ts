import type { InsistableKind, ToldFinding } from '@corelab/identity';
import type { ClientError } from './clientError.js';
import { record } from './httpCaller.js';

/** What a person says of a text: what looks like these kinds in it is none. `path` is a JSON Pointer into what is sent. */
export interface NotIdentity {
  path: string;
  kinds: InsistableKind[];
}

/** A text that the server did not keep, and what it found in it. */
export interface RefusedText {
  path: string;
  found: ToldFinding[];
}

/** The texts for which the server refused a call (CL_TEXT_IDENTIFIES); none where it refused it for something else. */
export function refusedTexts({ code, body }: ClientError): RefusedText[] {
  const fields = record(body)?.['fields'];
  return code === 'CL_TEXT_IDENTIFIES' && Array.isArray(fields) ? (fields as RefusedText[]) : [];
}

/** What was found in the one text of a call, with the words it was found in; null where it was refused for something else. */
export function refusedWords(error: ClientError, text: string): RefusedWords | null {
  const [first] = refusedTexts(error);
  return first === undefined ? null : { text, found: first.found };
}

export interface RefusedWords {
  text: string;
  found: ToldFinding[];
}
