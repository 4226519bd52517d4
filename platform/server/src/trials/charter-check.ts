import { loadCharter, type Charter, type CharterError } from '@corelab/charter';
import { CodedError } from '../http/coded-error.js';
import { notActedOn, type NotActedOn } from './not-acted-on.js';

/** What there is to say of a charter's text. */
export interface CharterCheck {
  /** Null while the text has errors. */
  readonly whole: { readonly charter: Charter; readonly hash: string } | null;
  readonly errors: readonly CharterError[];
  /** What stands in no one's way and should be known before approval. */
  readonly findings: readonly CharterError[];
  /** What the charter asks for and this release does not do. */
  readonly unsupported: readonly NotActedOn[];
}

export const checkCharter = (source: string): CharterCheck => {
  const loaded = loadCharter(source);
  if (!loaded.ok) return { whole: null, errors: loaded.errors, findings: [], unsupported: [] };
  const { charter, hash, findings } = loaded;
  return { whole: { charter, hash }, errors: [], findings, unsupported: notActedOn(charter) };
};

/**
 * The charter of a text that a trial can be run by.
 * @throws CodedError 422 CL_CHARTER_INVALID (every defect with line and column), CL_CHARTER_UNSUPPORTED (every place)
 */
export const runnableCharter = (check: CharterCheck): NonNullable<CharterCheck['whole']> => {
  const { whole, errors, unsupported } = check;
  if (whole === null) {
    const [first] = errors;
    throw new CodedError(
      422,
      'CL_CHARTER_INVALID',
      `Line ${first?.line}, column ${first?.column}: ${first?.message}`,
      { errors }
    );
  }
  const [lacking] = unsupported;
  if (lacking !== undefined) {
    throw new CodedError(
      422,
      'CL_CHARTER_UNSUPPORTED',
      `The charter is valid, but this release does not do all that it says. ${lacking.path}: ${lacking.message}.`,
      { unsupported }
    );
  }
  return whole;
};
