import type { Transaction } from 'kysely';
import type { Session } from '../accounts/sessions.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { roleWords } from '../trials/role-words.js';
import { closedTrials, hatNamed, refusedHat, type Hat } from './hat.js';
import { heldHats } from './held-hats.js';

type HatDeps = Pick<ServerDeps, 'db' | 'now' | 'zone'>;

const hatWord = (hat: Hat): string =>
  hat === 'administrator' ? 'administrator of this installation' : roleWords[hat];

/** Outside any trial: a hat is of all the trials in which its role is held. */
const record = (
  trx: Transaction<Database>,
  deps: HatDeps,
  by: string,
  change: {
    readonly from: Hat | null;
    readonly to: Hat | null;
    readonly because: 'chosen' | 'roleEnded' | 'roleGiven';
  }
) =>
  appendAudit(trx, systemChain, {
    ...{ act: 'hat.changed', at: deps.now().toISOString(), zone: deps.zone, by },
    details: { ...change },
  });

/**
 * Makes a person work as something else they are, in this session and at the next login. Every request that comes after it,
 * from whichever window, is in the new hat. Does nothing, and records nothing, where the hat is worn already.
 * @throws CodedError 409 CL_ROLES_UNBLIND where beside their other roles it would unblind, 409 CL_HAT_NOT_HELD.
 */
export const changeHat = (deps: HatDeps, session: Session, to: Hat): Promise<Session> =>
  deps.db.transaction().execute(async trx => {
    const { account, tokenHash } = session;
    // Grants to this person, and changes in their other windows, take turns with this one.
    await trx.selectFrom('account').select('id').where('id', '=', account.id).forUpdate().execute();
    const { grants, held } = await heldHats(trx, account.id);
    const refused = refusedHat(grants, to);
    if (refused !== null) {
      const { code } = await trx
        .selectFrom('trial')
        .select('code')
        .where('id', '=', refused.trialId)
        .executeTakeFirstOrThrow();
      throw new CodedError(
        409,
        'CL_ROLES_UNBLIND',
        `You can't work as ${hatWord(to)} in ${code}: ${account.userName} ${refused.problem}. Ask its admin to end one of the roles.`,
        { hat: to, trial: code }
      );
    }
    if (!held.includes(to)) {
      throw new CodedError(409, 'CL_HAT_NOT_HELD', `You are not ${hatWord(to)}.`, { hat: to });
    }
    const { hat: stored } = await trx
      .selectFrom('session')
      .select('hat')
      .where('token_hash', '=', tokenHash)
      .executeTakeFirstOrThrow();
    const from = hatNamed(stored);
    if (from !== to) {
      await trx
        .updateTable('session')
        .set({ hat: to })
        .where('token_hash', '=', tokenHash)
        .execute();
      await trx.updateTable('account').set({ last_hat: to }).where('id', '=', account.id).execute();
      await record(trx, deps, account.id, { from, to, because: 'chosen' });
    }
    const closed = closedTrials(grants, to);
    return { ...session, hat: { worn: to, held, closed, replaced: null } };
  });

/**
 * Where the role of a session's hat has ended, and where its person had none and now has one: the session goes on in the
 * first hat that is held, on record. Of requests at the same time one does it.
 */
export const settleHat = async (deps: HatDeps, session: Session): Promise<void> => {
  const { replaced, worn } = session.hat;
  if (replaced === null) return;
  await deps.db.transaction().execute(async trx => {
    const moved = await trx
      .updateTable('session')
      .set({ hat: worn })
      .where('token_hash', '=', session.tokenHash)
      .where('hat', replaced.hat === null ? 'is' : '=', replaced.hat)
      .returning('hat')
      .executeTakeFirst();
    if (moved === undefined) return;
    await record(trx, deps, session.account.id, {
      ...{ from: replaced.hat, to: worn },
      because: replaced.hat === null ? 'roleGiven' : 'roleEnded',
    });
  });
};

/** What changes something is not done in another hat than the one that its page was shown in. */
export const hatEnded = (hat: Hat): CodedError =>
  new CodedError(
    409,
    'CL_HAT_ENDED',
    `You are not ${hatWord(hat)} any more, so nothing was done. Load the page again.`,
    { hat }
  );
