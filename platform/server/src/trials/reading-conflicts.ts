import { sql, type Kysely, type Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { accountNamed, type RoleDeps } from './role-grants.js';

/**
 * For a query that has `course`: true where the person must not read its subject, for itself or for a site that it is or
 * was at.
 */
export const inConflict = (accountId: string) => sql<boolean>`exists (
  select 1 from reading_conflict where reading_conflict.account_id = ${accountId} and reading_conflict.ended_at is null
  and (reading_conflict.subject_id = course.subject_id or reading_conflict.site_id in (
    select subject_site.site_id from subject_site where subject_site.subject_id = course.subject_id)))`;

export interface ConflictView {
  id: string;
  user: string;
  subject: string | null;
  site: string | null;
  reason: string;
  recordedBy: string;
  recordedAt: string;
  endedAt: string | null;
  endReason: string | null;
}

/** All conflicts of a trial's people, also those that ended. */
export const conflictsOf = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ConflictView[]> => {
  const rows = await db
    .selectFrom('reading_conflict as conflict')
    .innerJoin('account', 'account.id', 'conflict.account_id')
    .innerJoin('account as recorder', 'recorder.id', 'conflict.recorded_by')
    .leftJoin('subject', 'subject.id', 'conflict.subject_id')
    .leftJoin('site', 'site.id', 'conflict.site_id')
    .select(['conflict.id', 'conflict.reason', 'conflict.recorded_at', 'conflict.ended_at'])
    .select(['conflict.end_reason', 'account.user_name', 'recorder.user_name as recorded_by'])
    .select(['subject.identifier', 'site.code'])
    .where('conflict.trial_id', '=', trialId)
    .orderBy('account.user_name')
    .orderBy('conflict.recorded_at')
    .orderBy('conflict.id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    user: row.user_name,
    subject: row.identifier,
    site: row.code,
    reason: row.reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
  }));
};

export interface ConflictAsked {
  readonly user: string;
  /** Its identifier in the trial; this or `site`. */
  readonly subject: string | null;
  readonly site: string | null;
  readonly reason: string;
}

/** @throws CodedError 422 CL_CONFLICT. */
const about = async (
  trx: Transaction<Database>,
  trialId: string,
  { subject, site }: ConflictAsked
): Promise<{ subject_id: string | null; site_id: string | null }> => {
  const refuse = (message: string): CodedError => new CodedError(422, 'CL_CONFLICT', message);
  if ((subject === null) === (site === null)) {
    throw refuse('A conflict is about a subject or about a site: give one of them.');
  }
  if (subject !== null) {
    const row = await trx
      .selectFrom('subject')
      .select('id')
      .where('trial_id', '=', trialId)
      .where('identifier', '=', subject)
      .executeTakeFirst();
    if (row === undefined) throw refuse('The trial has no such subject.');
    return { subject_id: row.id, site_id: null };
  }
  const row = await trx
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('code', '=', site)
    .executeTakeFirst();
  if (row === undefined) throw refuse(`No image has come from a site ${site} yet.`);
  return { subject_id: null, site_id: row.id };
};

/**
 * Records that a person must not read a subject, or any subject of a site. Reads of these they have are closed to them.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN, CL_CONFLICT.
 */
export const recordConflict = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: ConflictAsked
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const person = await accountNamed(trx, asked.user);
    const of = await about(trx, trialId, asked);
    const at = deps.now();
    const id = deps.newId();
    await trx
      .insertInto('reading_conflict')
      .values({
        ...{ id, trial_id: trialId, account_id: person.id, ...of, reason: asked.reason },
        ...{ recorded_by: by, recorded_at: at },
      })
      .execute();
    await appendAudit(trx, trialId, {
      act: 'conflict.recorded',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        ...{ conflict: id, account: person.id, subject: of.subject_id, site: of.site_id },
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    return { id };
  });

/** @throws CodedError 404 CL_NOT_FOUND, 409 CL_CONFLICT_ENDED. */
export const endConflict = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: { readonly id: string; readonly reason: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('reading_conflict')
      .select(['account_id', 'ended_at'])
      .where('id', '=', asked.id)
      .where('trial_id', '=', trialId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.ended_at !== null) {
      throw new CodedError(409, 'CL_CONFLICT_ENDED', 'This conflict has ended already.');
    }
    const at = deps.now();
    await trx
      .updateTable('reading_conflict')
      .set({ ended_at: at, ended_by: by, end_reason: asked.reason })
      .where('id', '=', asked.id)
      .execute();
    await appendAudit(trx, trialId, {
      act: 'conflict.ended',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        ...{ conflict: asked.id, account: row.account_id },
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    return { id: asked.id };
  });
