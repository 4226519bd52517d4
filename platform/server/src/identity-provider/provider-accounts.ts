import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { hashPassword } from '../accounts/password.js';
import { clockSlackMs } from '../accounts/policy.js';
import { dropSecondFactor } from '../accounts/second-factor.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { ProviderPerson } from './identity-provider.js';

export type ProviderAccountDeps = Pick<ServerDeps, 'db' | 'now' | 'zone' | 'auditKey'>;

const nobody = (): CodedError =>
  new CodedError(
    403,
    'CL_PROVIDER_NOBODY',
    'There is no account here for this person. An administrator makes one, and names the person as the organisation’s login does.'
  );

/** The digest that stands for a person of the provider in the record. */
export const digestOfPerson = (
  { auditKey }: Pick<ServerDeps, 'auditKey'>,
  { issuer, subject }: Pick<ProviderPerson, 'issuer' | 'subject'>
): string => keyedDigest(auditKey, `${issuer} ${subject}`);

/** Whether an account's person logs in at the provider. */
export const isOfProvider = async (db: Kysely<Database>, accountId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('account')
    .select(['provider_user', 'provider_subject'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.provider_user !== null || row.provider_subject !== null;
};

/** The provider of the installation as a person is told of it; null where it has none. */
export const providerFor = async (
  { db, identityProvider }: Pick<ServerDeps, 'db' | 'identityProvider'>,
  accountId: string
): Promise<{ readonly name: string; readonly signs: boolean } | null> =>
  identityProvider === undefined
    ? null
    : { name: identityProvider.name, signs: await isOfProvider(db, accountId) };

interface OwnAccount extends AccountIdentity {
  readonly lastAuthTime: number | null;
}

const columns = ['id', 'user_name', 'display_name', 'provider_auth_time'] as const;

const accountOf = async (
  trx: Transaction<Database>,
  deps: ProviderAccountDeps,
  person: ProviderPerson
): Promise<OwnAccount> => {
  const active = () =>
    trx.selectFrom('account').select(columns).where('active', '=', true).forUpdate();
  const view = (row: {
    id: string;
    user_name: string;
    display_name: string;
    provider_auth_time: number | string | null;
  }): OwnAccount => ({
    ...{ id: row.id, userName: row.user_name, displayName: row.display_name },
    lastAuthTime: row.provider_auth_time === null ? null : Number(row.provider_auth_time),
  });
  const { issuer, subject, named } = person;
  const bound = await active()
    .where('provider_issuer', '=', issuer)
    .where('provider_subject', '=', subject)
    .executeTakeFirst();
  if (bound !== undefined) return view(bound);
  if (named === null) throw nobody();
  const waiting = await active()
    .where('provider_user', '=', named)
    .where('provider_subject', 'is', null)
    .executeTakeFirst();
  if (waiting === undefined) throw nobody();
  await trx
    .updateTable('account')
    .set({ provider_issuer: issuer, provider_subject: subject })
    .where('id', '=', waiting.id)
    .execute();
  await appendAudit(trx, systemChain, {
    ...{ act: 'account.bound', at: deps.now().toISOString(), zone: deps.zone, by: waiting.id },
    details: { account: waiting.id, person: digestOfPerson(deps, person) },
  });
  return view(waiting);
};

const notFresh = (): CodedError =>
  new CodedError(
    401,
    'CL_PROVIDER_NOT_FRESH',
    'The organisation’s login did not ask for the password again, as it was told to. Begin again; if this goes on, its settings for this program have to let `prompt=login` and `auth_time` through.'
  );

/**
 * The account of a person who has just typed their secret at the provider, in the transaction of what they are let in for. A
 * first login binds the account that was made for them.
 * @param begunAt when this server sent them there
 * @throws CodedError 403 CL_PROVIDER_NOBODY, 401 CL_PROVIDER_NOT_FRESH
 */
export const freshAccount = async (
  trx: Transaction<Database>,
  deps: ProviderAccountDeps,
  person: ProviderPerson,
  begunAt: Date
): Promise<AccountIdentity> => {
  const { lastAuthTime, ...account } = await accountOf(trx, deps, person);
  const { authTime } = person;
  const isFresh =
    authTime !== null &&
    authTime * 1000 >= begunAt.getTime() - clockSlackMs &&
    (lastAuthTime === null || authTime > lastAuthTime);
  if (!isFresh) throw notFresh();
  await trx
    .updateTable('account')
    .set({ provider_auth_time: authTime })
    .where('id', '=', account.id)
    .execute();
  return account;
};

/**
 * Binds the account of a session to a person of the provider: from now on they log in there, and the password here is nobody's.
 * @throws CodedError 409 CL_PROVIDER_TAKEN where the person has another account, or the account another person
 */
export const linkAccount = async (
  deps: ProviderAccountDeps,
  account: AccountIdentity,
  person: ProviderPerson
): Promise<void> => {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const { issuer, subject } = person;
  await deps.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('account')
      .select(['id', 'provider_subject', 'provider_issuer'])
      .where(where =>
        where.or([
          where('id', '=', account.id),
          where.and([
            where('provider_issuer', '=', issuer),
            where('provider_subject', '=', subject),
          ]),
        ])
      )
      .orderBy('id')
      .forUpdate()
      .execute();
    const own = known.find(({ id }) => id === account.id);
    if (known.length > 1 || own === undefined || own.provider_subject !== null) {
      throw new CodedError(
        409,
        'CL_PROVIDER_TAKEN',
        'That person has an account here already, or this account is bound to another one.'
      );
    }
    await trx
      .updateTable('account')
      .set({
        ...{ provider_issuer: issuer, provider_subject: subject, provider_user: null },
        ...{ provider_auth_time: person.authTime, password_hash: passwordHash },
        must_change_password: false,
      })
      .where('id', '=', account.id)
      .execute();
    await dropSecondFactor(trx, account.id);
    await appendAudit(trx, systemChain, {
      ...{ act: 'account.linked', at: deps.now().toISOString(), zone: deps.zone, by: account.id },
      details: { account: account.id, person: digestOfPerson(deps, person) },
    });
  });
};
