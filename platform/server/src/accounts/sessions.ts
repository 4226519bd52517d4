import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashText } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import {
  closedTrials,
  firstHat,
  hatNamed,
  hatsOf,
  standingHat,
  type Grant,
  type Hat,
} from '../hats/hat.js';
import { grantsOfAccount, heldHats } from '../hats/held-hats.js';
import type { AccountIdentity } from './accounts.js';
import { clockSlackMs, type AccessPolicy } from './policy.js';

/** What the person of a session works as. */
export interface SessionHat {
  /** Null for who has no role. */
  readonly worn: Hat | null;
  /** All that could be worn, in their order. */
  readonly held: readonly Hat[];
  /** Trials that it does not open. */
  readonly closed: readonly string[];
  /** What the session was in, if that is held no more and another had to take its place (`settleHat`). */
  readonly replaced: { readonly hat: Hat | null } | null;
}

export interface Session {
  readonly account: AccountIdentity;
  readonly csrfToken: string;
  readonly tokenHash: string;
  /** When it ends if nothing more is asked. */
  readonly expiresAt: Date;
  /** Which limit that is: doing nothing, or the longest time of any session. */
  readonly endsBy: 'idle' | 'limit';
  readonly hat: SessionHat;
}

interface SessionDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly policy: AccessPolicy;
}

/** 256 random bits, URL-safe. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** How stale `last_seen_at` may be, ms: writing at every frame request would cost more than it tells. */
const seenEveryMs = (policy: AccessPolicy): number => Math.min(30_000, policy.idleMs / 10);

/** How long an ended session is remembered, so that its person alone can go on in the same window. */
const rememberedMs = 24 * 60 * 60_000;

/**
 * Opens a session, in the hat given, else the one that its person chose last, else the first, of those they hold, and returns
 * the token for the cookie; the database keeps its hash alone.
 */
export const openSession = async (
  deps: SessionDeps,
  accountId: string,
  before: Hat | null = null
): Promise<{ readonly token: string; readonly hat: Hat | null }> => {
  const token = randomToken();
  const { held, chosen } = await heldHats(deps.db, accountId);
  const hat = standingHat(before, held) ?? firstHat(chosen, held);
  const now = deps.now();
  await deps.db
    .deleteFrom('session')
    .where('expires_at', '<', new Date(now.getTime() - rememberedMs))
    .execute();
  await deps.db
    .insertInto('session')
    .values({
      token_hash: hashText(token),
      account_id: accountId,
      hat,
      csrf_token: randomToken(),
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + deps.policy.absoluteMs),
    })
    .execute();
  await deps.db
    .updateTable('account')
    .set({ last_login_at: now })
    .where('id', '=', accountId)
    .execute();
  return { token, hat };
};

/** What an act on a session does to its idle time. */
export type Touch = 'act' | 'look' | 'stay';

const hatOfSession = (row: {
  readonly hat: string | null;
  readonly grants: readonly Grant[];
  readonly administrator: boolean;
}): SessionHat => {
  const held = hatsOf(row.grants, row.administrator);
  const before = hatNamed(row.hat);
  const standing = standingHat(before, held);
  const worn = standing ?? held[0] ?? null;
  return {
    ...{ worn, held, closed: worn === null ? [] : closedTrials(row.grants, worn) },
    replaced: standing === null && (before ?? worn) !== null ? { hat: before } : null,
  };
};

/**
 * The live session of a cookie's token; undefined when unknown, idle too long, or over its limit. An `act` counts
 * as seen (to `seenEveryMs`), `stay` counts at once, a `look` (a page asking how long it has) does not count.
 */
export const resumeSession = async (
  deps: SessionDeps,
  token: string,
  touch: Touch = 'act'
): Promise<Session | undefined> => {
  const now = deps.now();
  const tokenHash = hashText(token);
  const row = await deps.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select([
      'account.id',
      'account.user_name',
      'account.display_name',
      'account.active',
      'account.administrator',
      'session.csrf_token',
      'session.hat',
      'session.last_seen_at',
      'session.expires_at',
    ])
    .select(grantsOfAccount.as('grants'))
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const idleSince = now.getTime() - row.last_seen_at.getTime();
  if (!row.active || now >= row.expires_at || idleSince >= deps.policy.idleMs) return undefined;
  // The clock was ahead and was set back: how long it may live nobody knows, so its person logs in again.
  if (idleSince < -clockSlackMs) return undefined;
  const seen = touch === 'stay' || (touch === 'act' && idleSince >= seenEveryMs(deps.policy));
  if (seen) {
    await deps.db
      .updateTable('session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  const idleEnd = (seen ? now : row.last_seen_at).getTime() + deps.policy.idleMs;
  const limit = row.expires_at.getTime();
  return {
    account: { id: row.id, userName: row.user_name, displayName: row.display_name },
    csrfToken: row.csrf_token,
    tokenHash,
    expiresAt: new Date(Math.min(idleEnd, limit)),
    endsBy: idleEnd < limit ? 'idle' : 'limit',
    hat: hatOfSession(row),
  };
};

/** Whose session a cookie's token is or was, live or ended, and in which hat; undefined when it is not remembered. */
export const ownerOfSession = async (
  db: Kysely<Database>,
  token: string
): Promise<
  { readonly tokenHash: string; readonly accountId: string; readonly hat: Hat | null } | undefined
> => {
  const tokenHash = hashText(token);
  const row = await db
    .selectFrom('session')
    .select(['account_id', 'hat'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row && { tokenHash, accountId: row.account_id, hat: hatNamed(row.hat) };
};

export const closeSession = async (db: Kysely<Database>, tokenHash: string): Promise<void> => {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
};
