import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf, type RecordedAct } from './apply-transition.js';
import { lockRead } from './drafts.js';
import { readMachine } from './machines/read.js';
import { readAgain } from './read-again.js';
import { laterReadsOf, markImpact } from './read-impacts.js';

/** What a change means for a read that has begun. */
export const impactDecisions = [
  /** The read stands, and what changed is shown in no later read of its course either. */
  'noImpact',
  /** The read stands, and later reads of its course show what there is now. */
  'laterReads',
  /** A new version is read on what there is now. */
  'readAgain',
] as const;
export type ImpactDecision = (typeof impactDecisions)[number];

/** What the signature of a decision may mean. */
export const impactMeanings = ['I looked at what changed and decide what it means'] as const;

export interface SignedDecision {
  readonly decision: ImpactDecision;
  readonly password: string;
  readonly meaning: string;
  readonly reason: string;
}

export interface DecidedImpact {
  readonly id: string;
  readonly decision: ImpactDecision;
  readonly contentHash: string;
  /** Whose release is then to be asked for. */
  readonly courseId: string;
}

/**
 * Decides what a change means for a read, signed with the password again. The signed read, its manifest and its
 * signature never change: it stands, or a new version takes its place. A new version decides every change of the read
 * that was undecided, and the signed later reads of the course, which stood on it, get a decision of their own to come.
 * @throws CodedError 404 CL_NOT_FOUND, 403 CL_PASSWORD_WRONG or CL_ACCOUNT_LOCKED, 422 CL_MEANING_UNKNOWN,
 * 409 CL_IMPACT_DECIDED, those of `applyTransition`
 */
export const decideImpact = async (
  deps: ServerDeps,
  trial: TrialHandle,
  impactId: string,
  by: AccountIdentity,
  { decision, password, meaning, reason }: SignedDecision
): Promise<DecidedImpact> => {
  const seen = await deps.db
    .selectFrom('read_impact')
    .select('read_id')
    .where('id', '=', impactId)
    .where('trial_id', '=', trial.id)
    .executeTakeFirst();
  if (seen === undefined) throw notFound();
  await requirePassword(deps, by, password);
  if (!impactMeanings.some(known => known === meaning)) {
    throw new CodedError(
      422,
      'CL_MEANING_UNKNOWN',
      `A decision about a change means: ${impactMeanings.join(', ')}.`
    );
  }
  return deps.db.transaction().execute(async trx => {
    const state = await lockRead(trx, seen.read_id);
    const impact = await trx
      .selectFrom('read_impact')
      .innerJoin('read', 'read.id', 'read_impact.read_id')
      .leftJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
      .selectAll('read_impact')
      .select(['read.course_id', 'read.ordinal', 'image_manifest.hash as manifest'])
      .where('read_impact.id', '=', impactId)
      .executeTakeFirstOrThrow();
    const again = decision === 'readAgain';
    const pending = await trx
      .selectFrom('read_impact')
      .select('id')
      .where('read_id', '=', impact.read_id)
      .where('decision', 'is', null)
      .orderBy('id')
      .execute();
    if (impact.decision !== null) {
      throw new CodedError(
        409,
        'CL_IMPACT_DECIDED',
        `This change is already decided with "${impact.decision}".`
      );
    }
    const decides = again ? pending.map(({ id }) => id) : [impactId];
    const at = deps.now();
    const bound = {
      ...{ impacts: decides, read: impact.read_id, manifestHash: impact.manifest, decision },
      ...{ cause: impact.cause, exam: impact.exam_id, timepoint: impact.timepoint_id },
      ...{ by: by.id, meaning, at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(bound);
    const act: RecordedAct = {
      ...(await byPerson(trx, trial.id, by.id, { reason })),
      ...{ chain: trial.id, at, zone: deps.zone },
      details: { ...bound, contentHash, why: { digest: keyedDigest(deps.auditKey, reason) } },
    };
    await trx
      .updateTable('read_impact')
      .set({
        ...{ decision, decided_by: by.id, decided_at: at, zone: deps.zone },
        ...{ meaning, reason, content_hash: contentHash },
      })
      .where('id', 'in', decides)
      .execute();
    if (again) {
      await readAgain(trx, deps, { id: impact.read_id, state }, act, impact.cause);
      const stoodOnIt = await laterReadsOf(
        trx,
        { courseId: impact.course_id, ordinal: impact.ordinal },
        ['signed', 'impactPending']
      );
      await markImpact(trx, deps, stoodOnIt, {
        ...{ trialId: trial.id, cause: 'earlierRead', examId: null },
        timepointId: impact.timepoint_id,
      });
    } else if (state === 'impactPending' && pending.length === 1) {
      await applyTransition(trx, [changeOf(readMachine, impact.read_id, state, 'letStand')], act);
    } else {
      await appendAudit(trx, trial.id, {
        ...{ act: 'read.impactDecided', at: at.toISOString(), zone: deps.zone, by: by.id },
        details: act.details,
      });
    }
    return { id: impactId, decision, contentHash, courseId: impact.course_id };
  });
};
