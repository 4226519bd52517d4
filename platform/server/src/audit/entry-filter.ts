import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { AuditScope } from './audit-scope.js';
import { idsOfSubject } from './subject-ids.js';

/** What entries are looked for by; what is left out narrows nothing. */
export interface EntryFilter {
  readonly acts?: readonly string[];
  /** Id of an account, or `server`: by nobody. */
  readonly by?: string;
  readonly role?: string;
  /** Id of a subject. */
  readonly subject?: string;
  /** Id of a read as entries name it. */
  readonly read?: string;
  /** ISO 8601: from then on. */
  readonly from?: string;
  /** ISO 8601: before then. */
  readonly to?: string;
  /** Words, each the beginning of one in the details. */
  readonly text?: string;
}

export interface EntryCondition {
  readonly where: RawBuilder<unknown>;
  /** In an interval of time they are in the order of the clock; else in that of the chain. */
  readonly byInstant: boolean;
}

/** Any of these words, each as a whole. */
export const anyWord = (words: readonly string[]): RawBuilder<unknown> =>
  sql`${words.map(word => `'${word}'`).join(' | ')}::tsquery`;

/** @throws CodedError 422 CL_INSTANT for an instant that is none */
const instant = (name: string, asked: string): string => {
  const at = new Date(asked);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  throw new CodedError(
    422,
    'CL_INSTANT',
    `${name}: ${asked} is no instant such as 2026-03-01T09:00:00Z.`
  );
};

/**
 * The condition of a filter over `audit_entry`.
 * @throws CodedError 404 CL_NOT_FOUND for a subject that the trial does not have, 422 CL_INSTANT, CL_AUDIT_WORDS
 */
export const entryCondition = async (
  db: Kysely<Database>,
  { chain, trialId }: AuditScope,
  filter: EntryFilter
): Promise<EntryCondition> => {
  const { acts, by, role, subject, read, from, to, text } = filter;
  const terms: RawBuilder<unknown>[] = [sql`chain = ${chain}`];
  if (acts !== undefined && acts.length > 0)
    terms.push(sql`entry ->> 'act' in (${sql.join(acts)})`);
  if (by !== undefined)
    terms.push(by === 'server' ? sql`entry ->> 'by' is null` : sql`entry ->> 'by' = ${by}`);
  if (role !== undefined) {
    terms.push(sql`audit_words(entry) @@ ${anyWord([`role:${role}`])}`);
    // Where the role is that of most entries, the words of each would be made for nothing.
    terms.push(sql`entry -> 'roles' ? ${role}`);
  }
  if (read !== undefined) terms.push(sql`audit_words(entry) @@ ${anyWord([read])}`);
  if (subject !== undefined) {
    const ids = await idsOfSubject(db, trialId, subject);
    terms.push(sql`audit_words(entry) @@ ${anyWord(ids)}`);
  }
  if (from !== undefined) terms.push(sql`entry ->> 'at' >= ${instant('from', from)}`);
  if (to !== undefined) terms.push(sql`entry ->> 'at' < ${instant('to', to)}`);
  if (text !== undefined) {
    if (!/[\p{L}\p{N}]/u.test(text))
      throw new CodedError(
        422,
        'CL_AUDIT_WORDS',
        `"${text}" has no word: type letters or digits that a word of the details begins with.`
      );
    terms.push(sql`audit_words(entry) @@ audit_query(${text})`);
  }
  return {
    where: sql.join(terms, sql` and `),
    byInstant: from !== undefined || to !== undefined,
  };
};
