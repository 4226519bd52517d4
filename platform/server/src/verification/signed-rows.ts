import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';
import type { SignatureProblem } from './problems.js';
import type { SignedAct } from './signed-acts.js';

/** Where signatures are kept: what each is of, and which of its columns names that. */
const places = [
  { kind: 'read', table: 'signature', of: 'read_id' },
  { kind: 'globalRead', table: 'global_read_signature', of: 'global_read_id' },
  { kind: 'adjudication', table: 'adjudication_signature', of: 'adjudication_id' },
  { kind: 'proposal', table: 'consensus_proposal', of: 'consensus_id' },
  { kind: 'vote', table: 'consensus_vote', of: 'proposal_id' },
  { kind: 'impact', table: 'read_impact', of: 'read_id' },
  { kind: 'adjudicationImpact', table: 'adjudication_impact', of: 'adjudication_id' },
  { kind: 'charterVersion', table: 'charter_decision', of: 'charter_version_id' },
  { kind: 'review', table: 'audit_review_signature', of: 'review_id' },
] as const;

/** Which act tells of a signature of which kind; of several kinds one entry tells with a proposal and its author's vote. */
const kindOfAct: Readonly<Record<string, string>> = {
  'read.signed': 'read',
  'globalRead.signed': 'globalRead',
  'adjudication.signed': 'adjudication',
  'consensus.proposed': 'proposal',
  'review.signed': 'review',
};

/**
 * Whether there is an entry for every signature and a signature for every entry.
 * @param acts of all chains, by the hash of what was bound
 */
export const compareRows = async (
  db: Kysely<Database>,
  acts: ReadonlyMap<string, SignedAct>
): Promise<{ readonly signatures: number; readonly problems: readonly SignatureProblem[] }> => {
  const problems: SignatureProblem[] = [];
  const known = new Set<string>();
  for (const { kind, table, of } of places) {
    const { rows } = await sql<{ id: string; hash: string }>`
      select ${sql.ref(of)}::text as id, content_hash as hash from ${sql.table(table)}
      where content_hash is not null order by 1, 2`.execute(db);
    for (const { id, hash } of rows) {
      known.add(hash);
      if (acts.has(hash)) continue;
      const message = `no entry tells of this signature of a ${kind}: it was made or changed beside the program`;
      problems.push({ code: 'CL_SIGNATURE_UNRECORDED', kind, id, sequence: null, message });
    }
  }
  for (const [hash, { act, sequence, details }] of acts) {
    const kind = kindOfAct[act];
    if (kind === undefined || known.has(hash)) continue;
    const id = details[kind === 'proposal' ? 'consensus' : kind];
    problems.push({
      ...{ code: 'CL_SIGNATURE_MISSING', kind, id: typeof id === 'string' ? id : '', sequence },
      message: `entry ${sequence} tells of a signature that is not there or has another content`,
    });
  }
  return { signatures: known.size, problems };
};

/** What an act tells beside what its signature binds. */
const unbound = [
  ...['contentHash', 'requestId', 'transitions', 'secondPerson', 'reasonCode', 'notIdentity'],
];

/** What an entry says was bound. */
export const boundIn = ({ details }: Pick<SignedAct, 'details'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).filter(([key]) => !unbound.includes(key)));

/** The derivation of a criterion as it was bound; null where none of it was. */
export const boundResult = (
  bound: Readonly<Record<string, unknown>>,
  criterion: string
): Readonly<Record<string, unknown>> | null => {
  if (bound['criterion'] === criterion) return bound;
  const others: unknown = bound['others'];
  if (!Array.isArray(others)) return null;
  return others.filter(isRecord).find(other => other['criterion'] === criterion) ?? null;
};
