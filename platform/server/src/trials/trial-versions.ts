import type { Kysely, Transaction } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { VersionInForce } from './scope.js';

export type CharterVersionRow = Row<'charter_version'>;

/** Waits for whoever changes which of the trial's versions is in force, and keeps others from it until the end. */
export const lockTrialCharter = async (
  trx: Transaction<Database>,
  trialId: string
): Promise<void> => {
  await trx
    .selectFrom('trial')
    .select('id')
    .where('id', '=', trialId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
};

/** The version in force; null before the first is approved. */
export const effectiveVersion = async (
  db: Kysely<Database>,
  trialId: string
): Promise<CharterVersionRow | null> =>
  (await db
    .selectFrom('charter_version')
    .selectAll()
    .where('trial_id', '=', trialId)
    .where('state', '=', 'effective')
    .executeTakeFirst()) ?? null;

/** The versions that are or were in force, in the order in which they came into force. */
export const versionsInForce = (db: Kysely<Database>, trialId: string): Promise<VersionInForce[]> =>
  db
    .selectFrom('charter_version')
    .select(['id', 'scope'])
    .where('trial_id', '=', trialId)
    .where('state', 'in', ['effective', 'superseded'])
    .orderBy('effective_from')
    .orderBy('version')
    .execute();

/** @throws CodedError 404 CL_NOT_FOUND */
export const versionOf = async (
  db: Kysely<Database>,
  trialId: string,
  version: number
): Promise<CharterVersionRow> => {
  const row = await db
    .selectFrom('charter_version')
    .selectAll()
    .where('trial_id', '=', trialId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

/** The latest that was saved, whatever became of it. */
export const newestVersion = async (
  db: Kysely<Database>,
  trialId: string
): Promise<CharterVersionRow | null> =>
  (await db
    .selectFrom('charter_version')
    .selectAll()
    .where('trial_id', '=', trialId)
    .orderBy('version', 'desc')
    .executeTakeFirst()) ?? null;
