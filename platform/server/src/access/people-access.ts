import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What is reviewed: one trial, or with null the installation with all of its trials. */
export interface AccessScope {
  readonly trialId: string | null;
}

export interface GrantOfPerson {
  readonly trial: string;
  readonly role: string;
  readonly sites: readonly string[];
  readonly grantedAt: string;
  readonly grantedBy: string | null;
  readonly reason: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
}

export interface QualificationOfPerson {
  readonly trial: string;
  readonly kind: string;
  readonly charterVersion: number | null;
  readonly date: string;
  readonly expiry: string | null;
  /** On the day of the review: it holds, ends within 60 days, or has ended. */
  readonly standing: 'holds' | 'lapsing' | 'lapsed';
}

/** One person: what they may do, since when, and by whom. */
export interface PersonAccess {
  readonly user: string;
  readonly name: string;
  readonly active: boolean;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly lastLoginAt: string | null;
  readonly secondFactor: boolean;
  /** The right to make accounts and trials; null without it. `since` and `by` as far as the record of changes goes. */
  readonly administrator: { readonly since: string; readonly by: string | null } | null;
  /** Those that open something. */
  readonly tokens: readonly {
    readonly name: string;
    readonly createdAt: string;
    readonly createdBy: string | null;
    readonly lastUsedAt: string | null;
  }[];
  /** In the order they were granted, ended ones too. */
  readonly grants: readonly GrantOfPerson[];
  readonly qualifications: readonly QualificationOfPerson[];
}

const lapsingDays = 60;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

const standingOn = (day: string, expiry: string | null): QualificationOfPerson['standing'] => {
  if (expiry === null || expiry > dayAfter(day, lapsingDays)) return 'holds';
  return expiry < day ? 'lapsed' : 'lapsing';
};

const grouped = <Row extends { account_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.account_id, [...(groups.get(row.account_id) ?? []), row]);
  return groups;
};

const grantRows = (db: Kysely<Database>, { trialId }: AccessScope) =>
  db
    .selectFrom('role_grant')
    .innerJoin('trial', 'trial.id', 'role_grant.trial_id')
    .leftJoin('account as granter', 'granter.id', 'role_grant.granted_by')
    .leftJoin('account as ender', 'ender.id', 'role_grant.ended_by')
    .select(['role_grant.account_id', 'trial.code as trial', 'role_grant.role'])
    .select(['role_grant.granted_at', 'role_grant.reason', 'granter.user_name as granted_by'])
    .select(['role_grant.ended_at', 'role_grant.end_reason', 'ender.user_name as ended_by'])
    .select(
      sql<
        string[]
      >`array(select site.code from role_grant_site join site on site.id = role_grant_site.site_id
        where role_grant_site.grant_id = role_grant.id order by site.code)`.as('sites')
    )
    .$if(trialId !== null, query => query.where('role_grant.trial_id', '=', trialId ?? ''))
    .orderBy('role_grant.granted_at')
    .orderBy('trial.code')
    .orderBy('role_grant.role')
    .execute();

const qualificationRows = (db: Kysely<Database>, { trialId }: AccessScope) =>
  db
    .selectFrom('qualification')
    .innerJoin('trial', 'trial.id', 'qualification.trial_id')
    .select(['qualification.account_id', 'trial.code as trial', 'kind', 'charter_version'])
    .select(['date', 'expiry'])
    .where('withdrawn_at', 'is', null)
    .$if(trialId !== null, query => query.where('qualification.trial_id', '=', trialId ?? ''))
    .orderBy('date')
    .orderBy('qualification.id')
    .execute();

const tokenRows = (db: Kysely<Database>) =>
  db
    .selectFrom('api_token')
    .leftJoin('account as maker', 'maker.id', 'api_token.created_by')
    .select(['api_token.account_id', 'name', 'api_token.created_at', 'last_used_at'])
    .select('maker.user_name as created_by')
    .where('revoked_at', 'is', null)
    .orderBy('api_token.created_at')
    .orderBy('api_token.id')
    .execute();

/** When accounts were closed, and became administrators, the newest change of each kind. */
const changeRows = (db: Kysely<Database>) =>
  db
    .selectFrom('account_change')
    .leftJoin('account as changer', 'changer.id', 'account_change.changed_by')
    .select(['account_change.account_id', 'act', 'changed_at', 'changer.user_name as by'])
    .where('act', 'in', ['account.deactivated', 'account.administratorGiven'])
    .orderBy('changed_at', 'desc')
    .execute();

/** Everybody whom the scope knows, by user name, also who may do nothing any more. */
export const peopleAccess = async (
  db: Kysely<Database>,
  scope: AccessScope,
  /** The calendar day on which qualifications are looked at. */
  today: string
): Promise<PersonAccess[]> => {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'user_name', 'display_name', 'active', 'administrator', 'created_at'])
    .select('last_login_at')
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('second_factor')
            .select('second_factor.account_id')
            .whereRef('second_factor.account_id', '=', 'account.id')
            .where('secret', 'is not', null)
        )
        .as('second_factor')
    )
    .orderBy('user_name')
    .execute();
  const grants = grouped(await grantRows(db, scope));
  const qualifications = grouped(await qualificationRows(db, scope));
  const tokens = grouped(await tokenRows(db));
  const changes = grouped(await changeRows(db));
  return accounts
    .filter(({ id }) => scope.trialId === null || grants.has(id))
    .map(row => {
      const change = (act: string) => changes.get(row.id)?.find(one => one.act === act);
      const given = change('account.administratorGiven');
      return {
        user: row.user_name,
        name: row.display_name,
        active: row.active,
        createdAt: row.created_at.toISOString(),
        closedAt: row.active
          ? null
          : (change('account.deactivated')?.changed_at.toISOString() ?? null),
        lastLoginAt: row.last_login_at?.toISOString() ?? null,
        secondFactor: Boolean(row.second_factor),
        administrator: row.administrator
          ? {
              since: (given?.changed_at ?? row.created_at).toISOString(),
              by: given?.by ?? null,
            }
          : null,
        tokens: (tokens.get(row.id) ?? []).map(token => ({
          name: token.name,
          createdAt: token.created_at.toISOString(),
          createdBy: token.created_by,
          lastUsedAt: token.last_used_at?.toISOString() ?? null,
        })),
        grants: (grants.get(row.id) ?? []).map(grant => ({
          ...{ trial: grant.trial, role: grant.role, sites: grant.sites },
          grantedAt: grant.granted_at.toISOString(),
          ...{ grantedBy: grant.granted_by, reason: grant.reason },
          endedAt: grant.ended_at?.toISOString() ?? null,
          ...{ endedBy: grant.ended_by, endReason: grant.end_reason },
        })),
        qualifications: (qualifications.get(row.id) ?? []).map(one => ({
          ...{ trial: one.trial, kind: one.kind, charterVersion: one.charter_version },
          ...{ date: one.date, expiry: one.expiry, standing: standingOn(today, one.expiry) },
        })),
      };
    });
};
