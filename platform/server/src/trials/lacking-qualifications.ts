import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { trialTerms } from './charter-terms.js';
import {
  missingQualifications,
  type HeldQualification,
  type QualificationKind,
} from './missing-qualifications.js';
import type { Role } from './roles.js';
import { effectiveVersion } from './trial-versions.js';

/** What a person lacks today to act in a role that they have, by the charter version in force. */
export interface LackingView {
  user: string;
  role: string;
  kind: string;
  /** The last day of the one that was on record; null where there never was one. */
  expired: string | null;
  charterVersion: number;
}

/**
 * What the people of a trial, or one of them, lack for the roles they have, by user and role; empty while no version is in
 * force. Reads made under an earlier version may ask for its own charter training.
 */
export const lackingQualifications = async (
  db: Kysely<Database>,
  trialId: string,
  { user, day }: { readonly user: string | null; readonly day: string }
): Promise<LackingView[]> => {
  const inForce = await effectiveVersion(db, trialId);
  if (inForce === null) return [];
  const required = trialTerms(inForce.resolved).qualifications;
  const roles = await db
    .selectFrom('trial_role')
    .innerJoin('account', 'account.id', 'trial_role.account_id')
    .select(['trial_role.account_id', 'trial_role.role', 'account.user_name'])
    .where('trial_role.trial_id', '=', trialId)
    .where('account.active', '=', true)
    .$if(user !== null, query => query.where('account.user_name', '=', user ?? ''))
    .orderBy('account.user_name')
    .orderBy('trial_role.role')
    .execute();
  const rows = await db
    .selectFrom('qualification')
    .select(['account_id', 'kind', 'charter_version', 'date', 'expiry'])
    .where('trial_id', '=', trialId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const heldBy = (accountId: string): HeldQualification[] =>
    rows
      .filter(row => row.account_id === accountId)
      .map(row => ({
        ...{ kind: row.kind as QualificationKind, charterVersion: row.charter_version },
        ...{ date: row.date, expiry: row.expiry },
      }));
  const charterVersion = inForce.version;
  return roles.flatMap(({ account_id: id, role, user_name: name }) =>
    missingQualifications(required, heldBy(id), {
      ...{ role: role as Role, charterVersion, day },
    }).map(({ kind, expired }) => ({ user: name, role, kind, expired, charterVersion }))
  );
};
