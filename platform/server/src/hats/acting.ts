import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import type { Hat } from './hat.js';

/** Who makes a request in a session, and in which hat. */
export interface Acting {
  readonly accountId: string;
  /** None for who has no role. */
  readonly hat: Hat | null;
  /** Whether the hat carries the right of an administrator of the installation, for who has it. */
  readonly administers: boolean;
  /** Trials that the hat does not open. */
  readonly closed: readonly string[];
}

const requests = new AsyncLocalStorage<Acting>();

/** Does something in the hat of a session. Outside of it, as a program's token and the server itself, all roles count. */
export const actIn = <Result>(acting: Acting, act: () => Result): Result =>
  requests.run(acting, act);

/** What the person of the running request acts in; undefined of anybody else, and where no session asks. */
const actingOf = (accountId: string): Acting | undefined => {
  const acting = requests.getStore();
  return acting?.accountId === accountId ? acting : undefined;
};

/** For a query with a table or view of roles: which of its rows, all of one person, count in the hat that is worn. */
export const countsInHat = (accountId: string, table: string) => {
  const acting = actingOf(accountId);
  if (acting === undefined) return sql<boolean>`true`;
  if (acting.hat === null) return sql<boolean>`false`;
  // Who deploys their first trial is its admin from then on, in the same request.
  const worn = acting.hat === 'administrator' ? 'admin' : acting.hat;
  const [role, trial] = [sql.ref(`${table}.role`), sql.ref(`${table}.trial_id`)];
  return acting.closed.length === 0
    ? sql<boolean>`${role} = ${worn}`
    : sql<boolean>`(${role} = ${worn} and ${trial} <> all(${acting.closed}::uuid[]))`;
};

/**
 * The roles in which a person acts now, by trial: to be asked in place of `trial_role` wherever it is their own right that
 * matters. What others hold, and what somebody could be given, is in `trial_role`.
 */
export const rolesActing = (accountId: string) =>
  sql<{ trial_id: string; role: string }>`(
    select trial_role.trial_id, trial_role.role from trial_role
    where trial_role.account_id = ${accountId} and ${countsInHat(accountId, 'trial_role')})`;

/** Whether a person who is an administrator of the installation acts as one now. */
export const actsAsAdministrator = (accountId: string): boolean =>
  actingOf(accountId)?.administers ?? true;

/** The hat that a person wears in the running request; undefined where all their roles count. */
export const hatOf = (accountId: string): Hat | null | undefined => actingOf(accountId)?.hat;
