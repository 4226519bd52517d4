import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, changeOf } from './apply-transition.js';
import { lockRead } from './drafts.js';
import { readMachine } from './machines/read.js';
import type { Attempt } from './machines/transition.js';

interface Handing {
  readonly trialId: string;
  readonly readId: string;
  readonly accountId: string;
  readonly attempt: Attempt;
}

/** Who has a read now; null while it is nobody's. */
export const holderOf = async (
  trx: Transaction<Database>,
  readId: string
): Promise<string | null> => {
  const row = await trx
    .selectFrom('read_assignment')
    .select('account_id')
    .where('read_id', '=', readId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.account_id ?? null;
};

/** One entry: of the transition where the read is released, else of the plan alone. */
const record = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trialId, readId, attempt }: Handing,
  step: { readonly from: 'ready' | 'assigned'; readonly act: 'assign' | 'unassign' },
  details: Readonly<Record<string, unknown>>
): Promise<void> => {
  const state = await lockRead(trx, readId);
  const at = deps.now();
  if (state === step.from) {
    await applyTransition(trx, [changeOf(readMachine, readId, state, step.act)], {
      ...{ ...attempt, chain: trialId, at, zone: deps.zone, details },
    });
    return;
  }
  const act = step.act === 'assign' ? 'read.assigned' : 'read.unassigned';
  await appendAudit(trx, trialId, {
    ...{ act, at: at.toISOString(), zone: deps.zone, by: attempt.by, details },
  });
};

/** Gives a read that is nobody's to a person who may have it; `why` is kept beside the assignment, outside the audit trail. */
export const giveRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  handing: Handing,
  why: string
): Promise<void> => {
  const { readId, accountId } = handing;
  await trx
    .insertInto('read_assignment')
    .values({ read_id: readId, account_id: accountId, assigned_at: deps.now(), reason: why })
    .execute();
  const details = { read: readId, to: accountId };
  await record(trx, deps, handing, { from: 'ready', act: 'assign' }, details);
};

/** Takes a read from whoever has it. */
export const takeRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  handing: Handing
): Promise<void> => {
  const { readId, accountId } = handing;
  await trx
    .updateTable('read_assignment')
    .set({ ended_at: deps.now() })
    .where('read_id', '=', readId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
  const details = { read: readId, from: accountId };
  await record(trx, deps, handing, { from: 'assigned', act: 'unassign' }, details);
};
