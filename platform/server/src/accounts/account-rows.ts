import { sql, type Transaction } from 'kysely';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';

export type AccountDeps = Pick<ServerDeps, 'db' | 'now' | 'newId' | 'zone' | 'auditKey' | 'policy'>;

export interface AccountView {
  readonly user: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly active: boolean;
  /** It has a one-time password that was not changed yet. */
  readonly mustChangePassword: boolean;
  /** A code is asked for after its password. */
  readonly secondFactor: boolean;
  /** Its person logs in at the organisation's provider; `waiting` until the first time. */
  readonly provider: 'bound' | 'waiting' | null;
  readonly createdAt: string;
}

const hasSecondFactor = sql<boolean>`exists (select from second_factor
  where second_factor.account_id = account.id and second_factor.secret is not null)`;

export const accountColumns = [
  'id',
  'user_name',
  'display_name',
  'administrator',
  'active',
  'must_change_password',
  'created_at',
  'provider_user',
  'provider_subject',
  hasSecondFactor.as('second_factor'),
] as const;

export interface AccountRow {
  id: string;
  user_name: string;
  display_name: string;
  administrator: boolean;
  active: boolean;
  must_change_password: boolean;
  created_at: Date;
  second_factor: boolean;
  provider_user: string | null;
  provider_subject: string | null;
}

export const viewOf = (row: AccountRow): AccountView => ({
  user: row.user_name,
  name: row.display_name,
  administrator: row.administrator,
  active: row.active,
  mustChangePassword: row.must_change_password,
  secondFactor: row.second_factor,
  provider: row.provider_subject !== null ? 'bound' : row.provider_user !== null ? 'waiting' : null,
  createdAt: row.created_at.toISOString(),
});

/** The account of a user name, locked. @throws CodedError 404 CL_NOT_FOUND. */
export const lockAccount = async (
  trx: Transaction<Database>,
  userName: string
): Promise<AccountRow> => {
  const row = await trx
    .selectFrom('account')
    .select(accountColumns)
    .where('user_name', '=', userName)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

/** An entry of the chain outside any trial. */
export const recordOfAccount = (
  trx: Transaction<Database>,
  deps: AccountDeps,
  by: string | null,
  act: string,
  details: Readonly<Record<string, unknown>>
) =>
  appendAudit(trx, systemChain, {
    act,
    at: deps.now().toISOString(),
    zone: deps.zone,
    by,
    details,
  });
