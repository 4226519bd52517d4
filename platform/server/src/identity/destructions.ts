import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { lockSubject } from '../workflow/lock-subject.js';
import type { DestroyedIdentity } from './destroyed-identity.js';
import { knownIdentity } from './known-identity.js';

export interface DestructionView {
  readonly id: string;
  /** What the subject is called now. */
  readonly subject: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: 'asked' | 'done' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly destroyed: DestroyedIdentity | null;
}

/** Destructions of a trial, the newest first; of one subject, by what it is called now. */
export const destructionsOf = async (
  { db }: Pick<ServerDeps, 'db'>,
  trialId: string,
  subject: string | null
): Promise<DestructionView[]> => {
  const rows = await db
    .selectFrom('identity_destruction')
    .innerJoin('subject', 'subject.id', 'identity_destruction.subject_id')
    .innerJoin('account as asker', 'asker.id', 'identity_destruction.asked_by')
    .leftJoin('account as decider', 'decider.id', 'identity_destruction.decided_by')
    .select(['identity_destruction.id', 'subject.identifier', 'reason', 'asked_at', 'outcome'])
    .select(['asker.user_name as asker', 'decider.user_name as decider'])
    .select(['decided_at', 'decision_reason', 'destroyed'])
    .where('identity_destruction.trial_id', '=', trialId)
    .$if(subject !== null, query => query.where('subject.identifier', '=', subject ?? ''))
    .orderBy('asked_at', 'desc')
    .orderBy('identity_destruction.id', 'desc')
    .limit(500)
    .execute();
  return rows.map(row => ({
    ...{ id: row.id, subject: row.identifier, reason: row.reason, askedBy: row.asker },
    ...{ askedAt: row.asked_at.toISOString(), state: row.outcome, decidedBy: row.decider },
    decidedAt: row.decided_at?.toISOString() ?? null,
    ...{ decisionReason: row.decision_reason, destroyed: row.destroyed },
  }));
};

const recorded = (
  deps: ServerDeps,
  act: string,
  by: string,
  of: { readonly subject: string; readonly destruction: string; readonly reason: string }
) => ({
  ...{ act, at: deps.now().toISOString(), zone: deps.zone, by },
  details: { ...of, reason: { digest: keyedDigest(deps.auditKey, of.reason) } },
});

/** A reason stays when the identity is gone: it may not be in it. */
const refuseNamed = (reason: string, identifiers: readonly string[]): void => {
  const said = reason.toLowerCase();
  if (!identifiers.some(one => said.includes(one.toLowerCase()))) return;
  throw new CodedError(
    422,
    'CL_REASON_IDENTIFIES',
    'The reason names the subject. It is kept when the identity is destroyed: say it without the identifier.'
  );
};

/**
 * Asks that the identity of a subject is destroyed. Nothing changes before another person confirms it.
 * @throws CodedError 422 CL_SUBJECT_UNKNOWN, CL_REASON_IDENTIFIES; 409 CL_IDENTITY_DESTROYED, CL_DESTRUCTION_ASKED
 */
export const askDestruction = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: { readonly subject: string; readonly reason: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const subject = await trx
      .selectFrom('subject')
      .select(['id', 'identifier'])
      .where('trial_id', '=', trialId)
      .where('identifier', '=', asked.subject)
      .executeTakeFirst();
    if (subject === undefined) {
      throw new CodedError(422, 'CL_SUBJECT_UNKNOWN', 'The trial has no such subject.');
    }
    await lockSubject(trx, subject.id);
    const known = await trx
      .selectFrom('identity_destruction')
      .select('outcome')
      .where('subject_id', '=', subject.id)
      .where('outcome', 'in', ['asked', 'done'])
      .executeTakeFirst();
    if (known?.outcome === 'done') {
      throw new CodedError(
        409,
        'CL_IDENTITY_DESTROYED',
        'The identity of this subject is destroyed already.'
      );
    }
    if (known !== undefined) {
      throw new CodedError(
        409,
        'CL_DESTRUCTION_ASKED',
        'The destruction of this identity was asked for already; another person confirms or refuses it.'
      );
    }
    const of = { trialId, subjectId: subject.id, identifier: subject.identifier, standIn: '' };
    refuseNamed(asked.reason, (await knownIdentity(trx, of)).identifiers);
    const id = deps.newId();
    await trx
      .insertInto('identity_destruction')
      .values({
        ...{ id, trial_id: trialId, subject_id: subject.id, reason: asked.reason },
        ...{ asked_by: by, asked_at: deps.now(), outcome: 'asked' },
      })
      .execute();
    await appendAudit(
      trx,
      trialId,
      recorded(deps, 'identity.destructionAsked', by, {
        ...{ subject: subject.id, destruction: id, reason: asked.reason },
      })
    );
    return { id };
  });

/**
 * An identity is not destroyed: whoever asked for it takes it back, another person refuses it.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_DESTRUCTION_DECIDED
 */
export const refuseDestruction = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  { id, reason }: { readonly id: string; readonly reason: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('identity_destruction')
      .select(['subject_id', 'asked_by', 'outcome'])
      .where('id', '=', id)
      .where('trial_id', '=', trialId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.outcome !== 'asked') {
      throw new CodedError(409, 'CL_DESTRUCTION_DECIDED', 'This destruction was decided already.');
    }
    const outcome = row.asked_by === by ? 'withdrawn' : 'refused';
    await trx
      .updateTable('identity_destruction')
      .set({ outcome, decided_by: by, decided_at: deps.now(), decision_reason: reason })
      .where('id', '=', id)
      .execute();
    const act =
      outcome === 'refused' ? 'identity.destructionRefused' : 'identity.destructionWithdrawn';
    await appendAudit(
      trx,
      trialId,
      recorded(deps, act, by, { subject: row.subject_id, destruction: id, reason })
    );
    return { id };
  });
