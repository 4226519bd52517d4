import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { calendarDay, isFullDate } from './calendar-day.js';
import type { HeldQualification, QualificationKind } from './missing-qualifications.js';
import { accountNamed, type RoleDeps } from './role-grants.js';

/** What is on record of a person in a trial and was not withdrawn. */
export const heldQualifications = async (
  db: Kysely<Database>,
  trialId: string,
  accountId: string
): Promise<HeldQualification[]> => {
  const rows = await db
    .selectFrom('qualification')
    .select(['kind', 'charter_version', 'date', 'expiry'])
    .where('trial_id', '=', trialId)
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map(row => ({
    kind: row.kind as QualificationKind,
    charterVersion: row.charter_version,
    date: row.date,
    expiry: row.expiry,
  }));
};

export interface QualificationView {
  id: string;
  user: string;
  kind: string;
  charterVersion: number | null;
  documentHash: string | null;
  date: string;
  expiry: string | null;
  grantedBy: string;
  grantedAt: string;
  withdrawnAt: string | null;
  withdrawReason: string | null;
}

/** All qualifications of a trial, or of one of its people; withdrawn ones too. */
export const qualificationsOf = async (
  db: Kysely<Database>,
  trialId: string,
  user: string | null
): Promise<QualificationView[]> => {
  const rows = await db
    .selectFrom('qualification')
    .innerJoin('account', 'account.id', 'qualification.account_id')
    .innerJoin('account as granter', 'granter.id', 'qualification.granted_by')
    .select([
      'qualification.id',
      'account.user_name',
      'qualification.kind',
      'qualification.charter_version',
      'qualification.document_hash',
      'qualification.date',
      'qualification.expiry',
      'qualification.granted_at',
      'qualification.withdrawn_at',
      'qualification.withdraw_reason',
      'granter.user_name as granted_by',
    ])
    .where('qualification.trial_id', '=', trialId)
    .$if(user !== null, query => query.where('account.user_name', '=', user ?? ''))
    .orderBy('account.user_name')
    .orderBy('qualification.granted_at')
    .orderBy('qualification.id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    user: row.user_name,
    kind: row.kind,
    charterVersion: row.charter_version,
    documentHash: row.document_hash,
    date: row.date,
    expiry: row.expiry,
    grantedBy: row.granted_by,
    grantedAt: row.granted_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawReason: row.withdraw_reason,
  }));
};

export interface QualificationAsked {
  readonly user: string;
  readonly kind: QualificationKind;
  readonly charterVersion: number | null;
  /** SHA-256 (hex) of the document that shows it, which is kept elsewhere. */
  readonly documentHash: string | null;
  readonly date: string;
  readonly expiry: string | null;
}

/** @throws CodedError 422 CL_QUALIFICATION with what is wrong. */
const checkAsked = async (
  trx: Transaction<Database>,
  trialId: string,
  asked: QualificationAsked,
  today: string
): Promise<void> => {
  const refuse = (message: string): CodedError => new CodedError(422, 'CL_QUALIFICATION', message);
  const { date, expiry, kind, charterVersion } = asked;
  for (const day of [date, expiry]) {
    if (day !== null && !isFullDate(day)) throw refuse(`${day} is not a date (YYYY-MM-DD).`);
  }
  if (date > today) throw refuse(`The date ${date} has not come yet.`);
  if (expiry !== null && expiry < date) throw refuse(`It expires on ${expiry}, before ${date}.`);
  if (kind !== 'charterTraining') {
    if (charterVersion === null) return;
    throw refuse('Only charter training is of a version of the charter.');
  }
  if (charterVersion === null) throw refuse('Charter training needs the version it was in.');
  const version = await trx
    .selectFrom('charter_version')
    .select('version')
    .where('trial_id', '=', trialId)
    .where('version', '=', charterVersion)
    .executeTakeFirst();
  if (version === undefined)
    throw refuse(`The trial has no version ${charterVersion} of its charter.`);
};

/**
 * Puts a qualification of another person on record.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN, 422 CL_QUALIFICATION, 409 CL_OWN_QUALIFICATION.
 */
export const recordQualification = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: QualificationAsked
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const person = await accountNamed(trx, asked.user);
    if (person.id === by) {
      throw new CodedError(
        409,
        'CL_OWN_QUALIFICATION',
        'Your own qualifications are recorded by somebody else.'
      );
    }
    const at = deps.now();
    await checkAsked(trx, trialId, asked, calendarDay(at, deps.zone));
    const id = deps.newId();
    const { kind, date, expiry } = asked;
    await trx
      .insertInto('qualification')
      .values({
        ...{ id, trial_id: trialId, account_id: person.id, kind, date, expiry },
        charter_version: asked.charterVersion,
        document_hash: asked.documentHash,
        granted_by: by,
        granted_at: at,
      })
      .execute();
    await appendAudit(trx, trialId, {
      act: 'qualification.recorded',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        ...{ qualification: id, account: person.id, kind, date, expiry },
        charterVersion: asked.charterVersion,
        documentHash: asked.documentHash,
      },
    });
    return { id };
  });

const notWithdrawable = async (
  trx: Transaction<Database>,
  trialId: string,
  id: string
): Promise<CodedError> => {
  const row = await trx
    .selectFrom('qualification')
    .select('id')
    .where('id', '=', id)
    .where('trial_id', '=', trialId)
    .executeTakeFirst();
  return row === undefined
    ? notFound()
    : new CodedError(409, 'CL_WITHDRAWN', 'This was withdrawn already.');
};

/**
 * Withdraws a qualification: from now on it is none.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_WITHDRAWN.
 */
export const withdrawQualification = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: { readonly id: string; readonly reason: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const at = deps.now();
    const row = await trx
      .updateTable('qualification')
      .set({ withdrawn_at: at, withdrawn_by: by, withdraw_reason: asked.reason })
      .where('id', '=', asked.id)
      .where('trial_id', '=', trialId)
      .where('withdrawn_at', 'is', null)
      .returning(['id', 'account_id', 'kind'])
      .executeTakeFirst();
    if (row === undefined) throw await notWithdrawable(trx, trialId, asked.id);
    await appendAudit(trx, trialId, {
      act: 'qualification.withdrawn',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        ...{ qualification: row.id, account: row.account_id, kind: row.kind },
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    return { id: row.id };
  });
