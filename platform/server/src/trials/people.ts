import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

export interface GrantView {
  role: string;
  sites: string[];
  grantedAt: string;
  grantedBy: string | null;
  reason: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
}

export interface PersonView {
  user: string;
  name: string;
  active: boolean;
  roles: GrantView[];
}

/** Everybody who has or had a role in a trial, by user name, with their grants in the order they were made. */
export const peopleOf = async (db: Kysely<Database>, trialId: string): Promise<PersonView[]> => {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .leftJoin('account as granter', 'granter.id', 'role_grant.granted_by')
    .leftJoin('account as ender', 'ender.id', 'role_grant.ended_by')
    .select([
      'account.user_name',
      'account.display_name',
      'account.active',
      'role_grant.role',
      'role_grant.granted_at',
      'role_grant.reason',
      'role_grant.ended_at',
      'role_grant.end_reason',
      'granter.user_name as granted_by',
      'ender.user_name as ended_by',
      sql<
        string[]
      >`array(select site.code from role_grant_site join site on site.id = role_grant_site.site_id
        where role_grant_site.grant_id = role_grant.id order by site.code)`.as('sites'),
    ])
    .where('role_grant.trial_id', '=', trialId)
    .orderBy('account.user_name')
    .orderBy('role_grant.granted_at')
    .orderBy('role_grant.role')
    .execute();
  const people = new Map<string, PersonView>();
  for (const row of rows) {
    const person = people.get(row.user_name) ?? {
      ...{ user: row.user_name, name: row.display_name, active: row.active, roles: [] },
    };
    people.set(row.user_name, person);
    person.roles.push({
      role: row.role,
      sites: row.sites,
      grantedAt: row.granted_at.toISOString(),
      grantedBy: row.granted_by,
      reason: row.reason,
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: row.ended_by,
      endReason: row.end_reason,
    });
  }
  return [...people.values()];
};
