import { keyedDigest } from '../audit/canonical-json.js';
import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { timepointMachine, type TimepointState } from './machines/timepoint.js';

export interface TimepointDecision {
  readonly trialId: string;
  readonly accountId: string;
  readonly subject: string;
  /** Code of the schedule. */
  readonly timepoint: string;
  readonly reason: string;
}

/**
 * What a data manager says of a timepoint: there will be no images, there will be after all, or what is there is all.
 * @throws CodedError 404 CL_NOT_FOUND; 409 and 403 as its machine says
 */
export const decideTimepoint = (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone' | 'auditKey'>,
  { trialId, accountId, subject, timepoint, reason }: TimepointDecision,
  act: 'declareMissed' | 'expectAgain' | 'complete'
): Promise<TimepointState> =>
  deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('timepoint')
      .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
      .select(['timepoint.id', 'timepoint.state'])
      .where('subject.trial_id', '=', trialId)
      .where('subject.identifier', '=', subject)
      .where('timepoint.code', '=', timepoint)
      .forUpdate('timepoint')
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    const [state] = await applyTransition(
      trx,
      [changeOf(timepointMachine, row.id, row.state, act)],
      {
        ...(await byPerson(trx, trialId, accountId, { reason })),
        ...{ chain: trialId, at: deps.now(), zone: deps.zone },
        details: { timepoint: row.id, reason: { digest: keyedDigest(deps.auditKey, reason) } },
      }
    );
    return state as TimepointState;
  });
