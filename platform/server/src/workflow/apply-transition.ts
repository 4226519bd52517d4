import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { rolesIn } from '../trials/roles.js';
import type { Machine } from './machines/machine.js';
import {
  possibilities,
  standing,
  stepsFrom,
  transition,
  type Attempt,
  type Outcome,
  type RefusalCode,
} from './machines/transition.js';
import { recordStanding } from './standing-span.js';

/** One thing that an act takes from one state to the next. */
export interface Change {
  readonly machine: Machine;
  /** Key of the thing's row. */
  readonly id: string;
  /** The state that the caller saw; null for a thing that begins, whose row the caller inserts. */
  readonly from: string | null;
  readonly act: string;
}

/** An act as it is tried and recorded. */
export interface RecordedAct extends Attempt {
  /** The audit chain: the trial's id. */
  readonly chain: string;
  readonly at: Date;
  readonly zone: string;
  /** Into the audit entry, so without identifying values: a reason in words goes in as a keyed digest. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A change of a thing, with the machine's own words for state and act. */
export const changeOf = <State extends string, Act extends string>(
  machine: Machine<State, Act>,
  id: string,
  from: NoInfer<State> | null,
  act: NoInfer<Act>
): Change => ({ machine, id, from, act });

/** The server acts by itself; `reason` is what made it. */
export const bySystem = (reason: string | null = null): Attempt => ({
  by: null,
  roles: ['system'],
  reason,
  secondPerson: null,
});

/** A person acts with the roles they have in the trial at this moment. */
export const byPerson = async (
  trx: Transaction<Database>,
  trialId: string,
  accountId: string,
  more: Partial<Pick<Attempt, 'reason' | 'secondPerson'>> = {}
): Promise<Attempt> => ({
  by: accountId,
  roles: await rolesIn(trx, trialId, accountId),
  reason: more.reason ?? null,
  secondPerson: more.secondPerson ?? null,
});

const statusOf: Readonly<Record<Exclude<RefusalCode, 'CL_STATE_UNKNOWN'>, number>> = {
  CL_ACT_NOT_POSSIBLE: 409,
  CL_ACT_NOT_YOURS: 403,
  CL_REASON_NEEDED: 422,
  CL_SECOND_PERSON_NEEDED: 422,
};

const refuse = (change: Change, refusal: Extract<Outcome, { ok: false }>): Error =>
  refusal.code === 'CL_STATE_UNKNOWN'
    ? new Error(refusal.message)
    : new CodedError(statusOf[refusal.code], refusal.code, refusal.message, {
        state: change.from,
        possible: refusal.possible,
      });

/** The row's state was not the one seen: another process was first, or there is no such row. */
const overtaken = async (
  trx: Transaction<Database>,
  { machine, id, act }: Change,
  table: string
): Promise<CodedError> => {
  const { rows } = await sql<{ state: string }>`
    select state from ${sql.table(table)} where id = ${id}`.execute(trx);
  const now = rows[0]?.state;
  if (now === undefined) return notFound();
  const steps = stepsFrom(machine, now);
  return new CodedError(
    409,
    'CL_STATE_CHANGED',
    `Somebody else was first. ${standing(machine, now)}: ${act} did not happen; ${possibilities(steps)}.`,
    { state: now, possible: steps.map(step => step.act) }
  );
};

/** Moves the row if it still stands where the caller saw it: of several that try at once, one does. */
const move = async (trx: Transaction<Database>, change: Change, to: string): Promise<void> => {
  const { table, name } = change.machine;
  if (table === null) throw new Error(`no table holds the state of a ${name}`);
  const { rows } = await sql`
    update ${sql.table(table)} set state = ${to}
    where id = ${change.id} and state = ${change.from} returning id`.execute(trx);
  if (rows.length === 0) throw await overtaken(trx, change, table);
};

/**
 * Does one act inside the caller's transaction: everything it changes, and the one audit entry that tells of it, in
 * which `transitions` lists the changes. Throwing, it leaves nothing behind once the transaction is rolled back.
 * @returns the new states, in the order of `changes`
 * @throws CodedError 409 CL_ACT_NOT_POSSIBLE or CL_STATE_CHANGED, 403 CL_ACT_NOT_YOURS, 422 CL_REASON_NEEDED or
 * CL_SECOND_PERSON_NEEDED (all with `state` and `possible`), 404 CL_NOT_FOUND
 */
export const applyTransition = async (
  trx: Transaction<Database>,
  changes: readonly Change[],
  act: RecordedAct
): Promise<string[]> => {
  const outcomes = changes.map(change => {
    const outcome = transition(change.machine, change.from, change.act, act);
    if (!outcome.ok) throw refuse(change, outcome);
    return { change, to: outcome.state, audit: outcome.step.audit };
  });
  const acts = new Set(outcomes.flatMap(({ audit }) => (audit === null ? [] : [audit])));
  const [auditAct] = acts;
  if (auditAct === undefined || acts.size > 1) {
    throw new Error(`one act is one audit entry, not ${acts.size}: ${[...acts].join(', ')}`);
  }
  for (const { change, to } of outcomes) {
    if (change.from !== null) await move(trx, change, to);
  }
  const { sequence } = await appendAudit(trx, act.chain, {
    act: auditAct,
    at: act.at.toISOString(),
    zone: act.zone,
    by: act.by,
    details: {
      ...act.details,
      ...(act.secondPerson === null ? {} : { secondPerson: act.secondPerson }),
      transitions: outcomes.map(({ change, to }) => ({
        thing: change.machine.name,
        id: change.id,
        act: change.act,
        from: change.from,
        to,
      })),
    },
  });
  await recordStanding(
    trx,
    outcomes.map(({ change, to }) => ({ ...change, to })),
    sequence
  );
  return outcomes.map(({ to }) => to);
};
