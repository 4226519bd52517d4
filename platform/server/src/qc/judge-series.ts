import type { Charter } from '@corelab/charter';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { jsonDifference } from '../audit/difference.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { imagesChanged } from '../release/forget-presentation.js';
import { storedCharter } from '../trials/charter-terms.js';
import type { TrialHandle } from '../trials/roles.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { examMachine } from '../workflow/machines/exam.js';
import {
  lockExam,
  reading,
  requireClaim,
  seriesOfExam,
  type SeriesRow,
  type Usability,
  type Usable,
} from './exam-rows.js';

/** What a person says of one series. */
export interface SeriesJudgement {
  readonly series: string;
  /** A role of the charter; null when none fits, and then it can't be read. */
  readonly role: string | null;
  /** One for the purpose `read`; more for criteria and instruments where they differ. */
  readonly usable: readonly {
    readonly purpose: string;
    readonly usable: Usability;
    readonly reason: string | null;
  }[];
}

const refuse = (code: string, message: string, series: string): CodedError =>
  new CodedError(422, code, message, { series });

/** What series are used for in a trial: to be read, and for each criterion and instrument. */
export const purposesOf = ({ criteria, instruments }: Charter): string[] => [
  reading,
  ...[...criteria, ...instruments].map(({ id }) => id),
];

/** The charter in force, which says the roles and purposes there are. */
export const charterInForce = async (db: ServerDeps['db'], trialId: string): Promise<Charter> => {
  const version = await effectiveVersion(db, trialId);
  if (version === null) {
    throw new CodedError(409, 'CL_NO_CHARTER', 'No version of the charter is in force.');
  }
  return storedCharter(version.resolved);
};

/** @throws CodedError 422 CL_ROLE_UNKNOWN, CL_ROLE_MODALITY, CL_PURPOSE_UNKNOWN, CL_USABLE_NEEDED, CL_REASON_NEEDED, CL_ROLE_NEEDED */
const checked = (judgement: SeriesJudgement, row: SeriesRow, charter: Charter): Usable => {
  const { role, usable } = judgement;
  const known = charter.series.filter(one => one.role === role);
  if (role !== null && known.length === 0) {
    throw refuse('CL_ROLE_UNKNOWN', `The charter has no series role ${role}.`, row.id);
  }
  if (role !== null && known.every(({ modality }) => modality !== row.modality)) {
    throw refuse('CL_ROLE_MODALITY', `${role} is no role of ${row.modality} series.`, row.id);
  }
  const purposes = purposesOf(charter);
  const given = usable.map(({ purpose }) => purpose);
  const unknown = given.find(purpose => !purposes.includes(purpose));
  if (unknown !== undefined) {
    const message = `${unknown} is no purpose here: ${purposes.join(', ')} are.`;
    throw refuse('CL_PURPOSE_UNKNOWN', message, row.id);
  }
  const general = usable.filter(({ purpose }) => purpose === reading);
  const [first] = general;
  if (first === undefined || new Set(given).size < given.length) {
    throw refuse(
      'CL_USABLE_NEEDED',
      'Say once whether the series can be read, and once at most for each other purpose.',
      row.id
    );
  }
  const blank = usable.find(one => one.usable !== 'yes' && (one.reason ?? '').trim() === '');
  if (blank !== undefined) {
    const message = `${blank.usable} for ${blank.purpose} needs a reason.`;
    throw refuse('CL_REASON_NEEDED', message, row.id);
  }
  if (role === null && first.usable !== 'no') {
    throw refuse('CL_ROLE_NEEDED', 'A series without a role can not be read.', row.id);
  }
  const others = usable.filter(({ purpose }) => purpose !== reading);
  return { read: first.usable, reason: first.reason, purposes: others };
};

/**
 * Gives series of a claimed exam their roles and what they can be used for. What was judged before stays on record.
 * @throws CodedError CL_NOT_FOUND, 409 CL_EXAM_NOT_CLAIMED or CL_EXAM_CLAIMED, 422 CL_SERIES_UNKNOWN and those of a
 * judgement, those of `applyTransition`
 */
export const judgeSeries = async (
  deps: ServerDeps,
  trial: TrialHandle,
  examId: string,
  by: AccountIdentity,
  judgements: readonly SeriesJudgement[]
): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    const exam = await lockExam(trx, trial.id, examId);
    const charter = await charterInForce(trx, trial.id);
    const rows = await seriesOfExam(trx, exam.id);
    const at = deps.now();
    const mask = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    const changes = judgements.map(judgement => {
      const row = rows.find(({ id }) => id === judgement.series);
      if (row === undefined) {
        const message = 'The exam has no such series.';
        throw refuse('CL_SERIES_UNKNOWN', message, judgement.series);
      }
      const usable = checked(judgement, row, charter);
      return { row, role: judgement.role, usable };
    });
    await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, 'judge')], {
      ...(await byPerson(trx, trial.id, by.id)),
      ...{ chain: trial.id, at, zone: deps.zone },
      details: {
        exam: exam.id,
        series: changes.map(({ row, role, usable }) => ({
          series: row.id,
          changes: jsonDifference({ role: row.role, usable: row.usable }, { role, usable }, mask),
        })),
      },
    });
    requireClaim(exam, by.id);
    for (const { row, role, usable } of changes) {
      const judged = { judged_by: by.id, judged_at: at };
      await trx
        .insertInto('series_judgement')
        .values({
          ...{ id: deps.newId(), series_id: row.id, role, usable: JSON.stringify(usable) },
          ...judged,
        })
        .execute();
      await trx
        .updateTable('series')
        .set({ role, usable: JSON.stringify(usable), ...judged })
        .where('id', '=', row.id)
        .execute();
    }
    await imagesChanged(trx, exam.subject_id);
  });
