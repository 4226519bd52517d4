import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { software } from '../audit/software.js';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { QcDeps } from '../qc/qc-deps.js';
import { applyTransition, byPerson, bySystem, changeOf } from './apply-transition.js';
import { lockSubject } from './lock-subject.js';
import { adjudicationMachine, type AdjudicationState } from './machines/adjudication.js';
import type { ManagedAdjudication } from './managed-adjudication.js';
import { lockAdjudicationsOfSubject } from './reading-locks.js';

/**
 * Notes for signed decisions that a read they are about was marked: whether each stands is decided once its reads are.
 * Repeating it changes nothing.
 */
export const markDecisions = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  trialId: string,
  reads: readonly string[]
): Promise<void> => {
  if (reads.length === 0) return;
  const rows = await trx
    .selectFrom('adjudication')
    .innerJoin('adjudication_read as of', 'of.adjudication_id', 'adjudication.id')
    .select(['adjudication.id', 'adjudication.state', 'of.read_id'])
    .where('of.read_id', 'in', reads)
    .where('adjudication.state', 'in', ['signed', 'impactPending'])
    .orderBy('adjudication.id')
    .orderBy('of.read_id')
    .forUpdate('adjudication')
    .execute();
  const at = deps.now();
  const states = new Map<string, AdjudicationState>(rows.map(({ id, state }) => [id, state]));
  for (const { id, read_id } of rows) {
    await trx
      .insertInto('adjudication_impact')
      .values({
        ...{ id: deps.newId(), trial_id: trialId, adjudication_id: id, read_id, noticed_at: at },
      })
      .onConflict(conflict => conflict.doNothing())
      .execute();
    if (states.get(id) !== 'signed') continue;
    states.set(id, 'impactPending');
    await applyTransition(trx, [changeOf(adjudicationMachine, id, 'signed', 'markImpact')], {
      ...{ ...bySystem(`read ${read_id} was marked`), chain: trialId, at, zone: deps.zone },
      details: { adjudication: id, because: read_id },
    });
  }
};

/** What the signature of such a decision means. */
const meaning = 'I looked at what changed and decide what it means';

/** A read of it is still to be decided on; also one that was signed after it changed. */
const requireReadsDecided = async (trx: Transaction<Database>, id: string): Promise<void> => {
  const open = await trx
    .selectFrom('adjudication_read as of')
    .innerJoin('read', 'read.id', 'of.read_id')
    .leftJoin('read_impact', join =>
      join.onRef('read_impact.read_id', '=', 'read.id').on('read_impact.decision', 'is', null)
    )
    .select('read.id')
    .where('of.adjudication_id', '=', id)
    .where(({ or, eb }) =>
      or([eb('read_impact.id', 'is not', null), eb('read.state', '=', 'impactPending')])
    )
    .executeTakeFirst();
  if (open === undefined) return;
  throw new CodedError(
    409,
    'CL_READ_UNDECIDED',
    'What changed under a read of it is not decided yet: that comes first.'
  );
};

/**
 * Lets a signed decision stand of which a read was marked and stands itself, signed with the password again. The decision
 * and its signature never change.
 * @throws CodedError 403 CL_PASSWORD_WRONG or CL_ACCOUNT_LOCKED, 409 CL_READ_UNDECIDED, those of `applyTransition`
 */
export const letDecisionStand = async (
  deps: ServerDeps,
  one: ManagedAdjudication,
  by: AccountIdentity,
  { password, reason }: { readonly password: string; readonly reason: string }
): Promise<{ state: AdjudicationState; contentHash: string }> => {
  await requirePassword(deps, by, password);
  const { id, trialId } = one;
  return deps.db.transaction().execute(async trx => {
    await lockSubject(trx, one.subjectId);
    await lockAdjudicationsOfSubject(trx, one);
    const { state } = await trx
      .selectFrom('adjudication')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (state === 'impactPending') await requireReadsDecided(trx, id);
    const pending = await trx
      .selectFrom('adjudication_impact')
      .select(['id', 'read_id'])
      .where('adjudication_id', '=', id)
      .where('decided_at', 'is', null)
      .orderBy('id')
      .execute();
    const at = deps.now();
    const bound = {
      ...{ adjudication: id, impacts: pending.map(impact => impact.id) },
      ...{ because: pending.map(impact => impact.read_id), decision: 'letStand' },
      ...{ software, by: by.id, meaning, at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(bound);
    const [stands] = await applyTransition(
      trx,
      [changeOf(adjudicationMachine, id, state, 'letStand')],
      {
        ...(await byPerson(trx, trialId, by.id, { reason })),
        ...{ chain: trialId, at, zone: deps.zone },
        details: { ...bound, contentHash, why: { digest: keyedDigest(deps.auditKey, reason) } },
      }
    );
    await trx
      .updateTable('adjudication_impact')
      .set({
        ...{ decided_by: by.id, decided_at: at, zone: deps.zone },
        ...{ meaning, reason, content_hash: contentHash },
      })
      .where('adjudication_id', '=', id)
      .where('decided_at', 'is', null)
      .execute();
    // With the act, so that a process that ends now leaves what follows to another.
    await deps.jobs.send(one.courseId, trx);
    return { state: stands as AdjudicationState, contentHash };
  });
};
