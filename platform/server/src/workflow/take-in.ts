import type { ExpressionBuilder } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { rolesActing } from '../hats/acting.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { ReleaseQueue } from './release-queue.js';
import { requestDue } from './request-due.js';

export interface TrialIntake {
  trial: string;
  receipts: number;
  matched: number;
  unmatched: { studyUid: string; reason: string }[];
}

/** A trial is run once a version of its charter is in force. */
const trialInForce = (eb: ExpressionBuilder<Database, 'trial'>) =>
  eb.exists(
    eb
      .selectFrom('charter_version')
      .select('charter_version.id')
      .whereRef('charter_version.trial_id', '=', 'trial.id')
      .where('charter_version.state', '=', 'effective')
  );

/**
 * Takes in what the archive holds for the trials an account administers and that are in force, then asks for the
 * release of what is due. Safe to repeat.
 * @throws CodedError 503 CL_ARCHIVE_DOWN while the archive does not answer.
 */
export const takeIn = async (
  deps: ServerDeps,
  accountId: string,
  releases: ReleaseQueue
): Promise<TrialIntake[]> => {
  const trials = await deps.db
    .selectFrom('trial')
    .innerJoin(rolesActing(accountId).as('acting'), 'acting.trial_id', 'trial.id')
    .select(['trial.id', 'trial.code'])
    .where('acting.role', 'in', ['admin', 'dataManager'])
    .where(trialInForce)
    .distinct()
    .orderBy('trial.code')
    .execute();
  const reports: TrialIntake[] = [];
  for (const trial of trials) {
    if (deps.archive.state() !== 'ready') {
      throw new CodedError(503, 'CL_ARCHIVE_DOWN', 'The archive does not answer; try again later.');
    }
    const report = await deps.archive.intake(trial.id);
    await deps.db.transaction().execute(trx =>
      appendAudit(trx, trial.id, {
        act: 'intake.scanned',
        at: deps.now().toISOString(),
        zone: deps.zone,
        by: accountId,
        details: {
          receipts: report.receipts,
          matched: report.matched,
          unmatched: report.unmatched.length,
        },
      })
    );
    await requestDue(deps, releases, trial.id);
    const unmatched = report.unmatched.map(study => ({ ...study }));
    reports.push({
      trial: trial.code,
      receipts: report.receipts,
      matched: report.matched,
      unmatched,
    });
  }
  return reports;
};
