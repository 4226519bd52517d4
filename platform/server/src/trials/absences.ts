import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { isFullDate } from './calendar-day.js';
import { accountNamed, type RoleDeps } from './role-grants.js';

export interface AbsenceView {
  id: string;
  user: string;
  from: string;
  to: string;
  backup: string | null;
  recordedBy: string;
  recordedAt: string;
  cancelledAt: string | null;
}

/** All absences of a trial's people, the earliest first; cancelled ones too. */
export const absencesOf = async (db: Kysely<Database>, trialId: string): Promise<AbsenceView[]> => {
  const rows = await db
    .selectFrom('absence')
    .innerJoin('account', 'account.id', 'absence.account_id')
    .innerJoin('account as recorder', 'recorder.id', 'absence.recorded_by')
    .leftJoin('account as backup', 'backup.id', 'absence.backup_id')
    .select(['absence.id', 'absence.from_day', 'absence.to_day', 'absence.recorded_at'])
    .select(['absence.cancelled_at', 'account.user_name', 'recorder.user_name as recorded_by'])
    .select('backup.user_name as backup')
    .where('absence.trial_id', '=', trialId)
    .orderBy('absence.from_day')
    .orderBy('account.user_name')
    .orderBy('absence.id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    user: row.user_name,
    from: row.from_day,
    to: row.to_day,
    backup: row.backup,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
  }));
};

/** Who of a trial is away on a day, and who was named to stand in for them. */
export const absentOn = async (
  db: Kysely<Database>,
  trialId: string,
  day: string
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await db
    .selectFrom('absence')
    .select(['account_id', 'backup_id'])
    .where('trial_id', '=', trialId)
    .where('cancelled_at', 'is', null)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map(row => [row.account_id, row.backup_id]));
};

export interface AbsenceAsked {
  readonly user: string;
  readonly from: string;
  readonly to: string;
  readonly backup: string | null;
}

/** @throws CodedError 422 CL_BACKUP: only who reads in the trial can stand in. */
const backupId = async (
  trx: Transaction<Database>,
  trialId: string,
  asked: AbsenceAsked
): Promise<string | null> => {
  if (asked.backup === null) return null;
  const { id } = await accountNamed(trx, asked.backup);
  const reads = await trx
    .selectFrom('trial_role')
    .select('role')
    .where('trial_id', '=', trialId)
    .where('account_id', '=', id)
    .where('role', 'in', ['reader', 'adjudicator'])
    .executeTakeFirst();
  if (reads !== undefined && asked.backup !== asked.user) return id;
  throw new CodedError(
    422,
    'CL_BACKUP',
    asked.backup === asked.user
      ? 'Nobody stands in for themselves.'
      : `${asked.backup} does not read in this trial and can't stand in.`
  );
};

/**
 * Records that a person of the trial is away from one day to another, both included. In that time no read is given to them;
 * the ones they have stay theirs.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN, CL_ABSENCE, CL_BACKUP.
 */
export const recordAbsence = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: AbsenceAsked
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const refuse = (message: string): CodedError => new CodedError(422, 'CL_ABSENCE', message);
    const { user, from, to } = asked;
    for (const day of [from, to]) {
      if (!isFullDate(day)) throw refuse(`${day} is not a date (YYYY-MM-DD).`);
    }
    if (to < from) throw refuse(`The absence ends on ${to}, before it begins on ${from}.`);
    const person = await accountNamed(trx, user);
    const role = await trx
      .selectFrom('trial_role')
      .select('role')
      .where('trial_id', '=', trialId)
      .where('account_id', '=', person.id)
      .executeTakeFirst();
    if (role === undefined) throw refuse(`${user} has no role in this trial.`);
    const backup = await backupId(trx, trialId, asked);
    const at = deps.now();
    const id = deps.newId();
    await trx
      .insertInto('absence')
      .values({
        ...{ id, trial_id: trialId, account_id: person.id, from_day: from, to_day: to },
        ...{ backup_id: backup, recorded_by: by, recorded_at: at },
      })
      .execute();
    await appendAudit(trx, trialId, {
      act: 'absence.recorded',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: { absence: id, account: person.id, from, to, backup },
    });
    return { id };
  });

/** @throws CodedError 404 CL_NOT_FOUND, 409 CL_CANCELLED. */
export const cancelAbsence = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  id: string
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('absence')
      .select(['account_id', 'cancelled_at'])
      .where('id', '=', id)
      .where('trial_id', '=', trialId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.cancelled_at !== null) {
      throw new CodedError(409, 'CL_CANCELLED', 'This absence was cancelled already.');
    }
    const at = deps.now();
    await trx
      .updateTable('absence')
      .set({ cancelled_at: at, cancelled_by: by })
      .where('id', '=', id)
      .execute();
    await appendAudit(trx, trialId, {
      act: 'absence.cancelled',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: { absence: id, account: row.account_id },
    });
    return { id };
  });
