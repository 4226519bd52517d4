import { createHmac } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { keyOfTrial, type IntakeDeps } from '../intake/intake-deps.js';

type Db = Transaction<Database>;
type KeyDeps = Pick<IntakeDeps, 'auditKey' | 'trialKey'>;

/** What was destroyed of a subject's identity, by kind: numbers alone. */
export interface DestroyedIdentity {
  /** What the subject was called, in whatever place. */
  readonly identifiers: number;
  /** Images in the archive that bore it. */
  readonly images: number;
  /** Files that were kept apart as they were received. */
  readonly keptApart: number;
  /** Texts that persons wrote about the subject's images. */
  readonly texts: number;
  /** Other texts in which it was named, and which name the stand-in now. */
  readonly mentions: number;
  /** Rows by table that still have it: what was signed is not changed. */
  readonly remaining: Readonly<Record<string, number>>;
}

/** One key for this use, made of the trial's; what a subject was called is not to be had from the digest without it. */
export const identifierDigest = (deps: KeyDeps, trialId: string, identifier: string): string => {
  const key = createHmac('sha256', keyOfTrial(deps, trialId)).update('destroyed identity').digest();
  return createHmac('sha256', key)
    .update(`${trialId}\n${identifier.trim().toLowerCase()}`)
    .digest('hex');
};

const lockName = (trialId: string): string => `identity:${trialId}`;

/** What is taken in knows of every identity destroyed before it, and one that is destroyed later knows of it. */
export const lockIdentities = async (
  trx: Db,
  trialId: string,
  how: 'read' | 'destroy'
): Promise<void> => {
  const key = sql`hashtextextended(${lockName(trialId)}, 0)`;
  await (
    how === 'read'
      ? sql`select pg_advisory_xact_lock_shared(${key})`
      : sql`select pg_advisory_xact_lock(${key})`
  ).execute(trx);
};

/** Those of some identifiers that were a subject's whose identity is destroyed. */
export const destroyedAmong = async (
  trx: Db,
  deps: KeyDeps,
  trialId: string,
  identifiers: readonly string[]
): Promise<ReadonlySet<string>> => {
  const byDigest = new Map(
    identifiers.map(one => [identifierDigest(deps, trialId, one), one] as const)
  );
  if (byDigest.size === 0) return new Set();
  const rows = await trx
    .selectFrom('destroyed_identifier')
    .select('digest')
    .where('trial_id', '=', trialId)
    .where('digest', 'in', [...byDigest.keys()])
    .execute();
  const found = new Set(rows.map(({ digest }) => digest));
  return new Set([...byDigest].flatMap(([digest, one]) => (found.has(digest) ? [one] : [])));
};

/** Those of some studies that belong to a subject whose identity is destroyed. */
export const studiesOfDestroyed = async (
  trx: Db,
  studyUids: readonly string[]
): Promise<ReadonlySet<string>> => {
  const rows = await trx
    .selectFrom('exam_study')
    .innerJoin('exam', 'exam.id', 'exam_study.exam_id')
    .innerJoin('identity_destruction', 'identity_destruction.subject_id', 'exam.subject_id')
    .select('exam_study.study_uid')
    .where('identity_destruction.outcome', '=', 'done')
    .where('exam_study.study_uid', 'in', studyUids)
    .execute();
  return new Set(rows.map(row => row.study_uid));
};

/** @throws CodedError 409 CL_IDENTITY_DESTROYED where that is what a subject was called */
export const refuseDestroyed = async (
  trx: Db,
  deps: KeyDeps,
  trialId: string,
  identifier: string
): Promise<void> => {
  await lockIdentities(trx, trialId, 'read');
  if ((await destroyedAmong(trx, deps, trialId, [identifier])).size === 0) return;
  throw new CodedError(
    409,
    'CL_IDENTITY_DESTROYED',
    'The identity of the subject of that identifier was destroyed: nothing is kept under it any more.'
  );
};
