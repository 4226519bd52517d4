import { sql } from 'kysely';
import { recordWatch } from '../acts/record-invariants.js';
import { fail } from '../acts/fail.js';
import type { TrialRecord } from '../acts/trial-record.js';
import type { Reader } from './reading-load.js';

/** What must come together with a signature, by read: none of them without the others. */
const wholeSignatures = async ({ on }: TrialRecord): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{
    read: string;
    state: string;
    hash: string | null;
    results: number;
    entries: number;
    from: number | null;
  }>`
    select read.public_id as read, read.state, signature.content_hash as hash,
      read.from_sequence as from,
      (select count(*) from derived_result where derived_result.read_id = read.id)::int as results,
      (select count(*) from audit_entry
        where entry -> 'details' ->> 'contentHash' = signature.content_hash)::int as entries
    from read left join signature on signature.read_id = read.id`.execute(on.server.deps.db);
  for (const row of rows) {
    const parts = [row.hash, row.state === 'signed', row.results > 0, row.from, row.entries > 0];
    const some = parts.filter(part => part !== null && part !== false).length;
    if (some !== 0 && some !== parts.length) fail('half a signature', row);
    if (row.entries > 1) fail('a signature that is told twice', row);
  }
  return new Map(rows.flatMap(({ read, hash }) => (hash === null ? [] : [[read, hash]])));
};

/** A draft's entry is that of its last version, and of no other document. */
const wholeDrafts = async ({ on }: TrialRecord): Promise<void> => {
  const { rows } = await sql`
    select draft.read_id, draft.version, draft.hash from draft
      where not exists (select from audit_entry
        where entry -> 'details' ->> 'read' = draft.read_id::text
          and entry -> 'details' ->> 'documentHash' = draft.hash)
      or exists (select from audit_entry
        where entry -> 'details' ->> 'read' = draft.read_id::text
          and (entry -> 'details' ->> 'version')::int > draft.version)`.execute(on.server.deps.db);
  if (rows.length > 0) fail('drafts and their entries differ', rows);
};

/** Watches a trial in its database, from one fault to the next; the server may be at work, so each look is at one moment. */
export const nothingHalfDone = ({ on, trialId }: TrialRecord) => {
  const { db } = on.server.deps;
  let moment = db;
  const trial: TrialRecord = {
    trialId,
    on: {
      server: {
        deps: {
          get db() {
            return moment;
          },
        },
      },
    },
  };
  const record = recordWatch(trial);
  const signedNow = (): Promise<ReadonlyMap<string, string>> =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async trx => {
        moment = trx;
        await record.check();
        await wholeDrafts(trial);
        return wholeSignatures(trial);
      });
  /** @throws Error that names what is there in part, or is not what was acknowledged. */
  return async (readers: readonly Reader[]): Promise<void> => {
    const signed = await signedNow();
    for (const { ledger } of readers) {
      for (const [read, hash] of ledger.signatures) {
        if (signed.get(read) !== hash) fail('an acknowledged signature is not there', { read });
      }
    }
  };
};
