import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { lockExam, seriesOfExam } from '../qc/exam-rows.js';
import { isFullDate } from '../trials/calendar-day.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { examMachine } from '../workflow/machines/exam.js';
import { queryMachine } from '../workflow/machines/query.js';
import { allows } from '../workflow/machines/transition.js';

export interface Question {
  /** Of the site; needed where no exam is named. */
  readonly subject: string | null;
  readonly exam: string | null;
  readonly series: string | null;
  /** The check that found it, by name; null when a person did. */
  readonly rule: string | null;
  readonly text: string;
  /** The day by which the site answers, YYYY-MM-DD. */
  readonly dueDate: string;
}

const refuse = (code: string, message: string): CodedError => new CodedError(422, code, message);

const subjectOf = async (
  db: ServerDeps['db'],
  trialId: string,
  identifier: string
): Promise<string> => {
  const row = await db
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row.id;
};

/**
 * Asks the site where a subject is about an exam, a series of it, or the subject. An exam that is not through QC waits for
 * the answer (`queried`), and nobody's claim on it stands.
 * @throws CodedError CL_NOT_FOUND, 422 CL_QUERY_ABOUT, CL_SERIES_UNKNOWN, CL_DUE_DATE or CL_SUBJECT_WITHOUT_SITE, those of
 * `applyTransition`
 */
export const askQuery = async (
  deps: ServerDeps,
  trial: TrialHandle,
  by: AccountIdentity,
  question: Question
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const { exam: examId, series, rule, text, dueDate } = question;
    if ((examId === null) === (question.subject === null) || (series !== null && examId === null)) {
      throw refuse(
        'CL_QUERY_ABOUT',
        'A query is about a subject, or about an exam and its series.'
      );
    }
    if (!isFullDate(dueDate)) {
      throw refuse('CL_DUE_DATE', `${dueDate} is no day of the calendar (YYYY-MM-DD).`);
    }
    const exam = examId === null ? null : await lockExam(trx, trial.id, examId);
    if (exam !== null && series !== null) {
      const known = await seriesOfExam(trx, exam.id);
      if (known.every(({ id }) => id !== series)) {
        throw refuse('CL_SERIES_UNKNOWN', 'The exam has no such series.');
      }
    }
    const subjectId = exam?.subject_id ?? (await subjectOf(trx, trial.id, question.subject ?? ''));
    const site = await trx
      .selectFrom('subject_site')
      .select('site_id')
      .where('subject_id', '=', subjectId)
      .orderBy('valid_from', 'desc')
      .executeTakeFirst();
    if (site === undefined) {
      throw refuse('CL_SUBJECT_WITHOUT_SITE', 'The subject is at no site that could be asked.');
    }
    const id = deps.newId();
    const at = deps.now();
    await trx
      .insertInto('query')
      .values({
        ...{ id, trial_id: trial.id, site_id: site.site_id, subject_id: subjectId },
        ...{ exam_id: exam?.id ?? null, series_id: series, rule, state: 'open' },
        ...{ due_date: dueDate, asked_by: by.id, asked_at: at },
      })
      .execute();
    await trx
      .insertInto('query_message')
      .values({
        ...{ id: deps.newId(), query_id: id, act: 'ask', text, written_by: by.id, written_at: at },
      })
      .execute();
    const act = {
      ...(await byPerson(trx, trial.id, by.id, { reason: text })),
      ...{ chain: trial.id, at, zone: deps.zone },
      details: {
        ...{ query: id, subject: subjectId, exam: exam?.id ?? null, series, rule, dueDate },
        text: { digest: keyedDigest(deps.auditKey, text) },
      },
    };
    await applyTransition(trx, [changeOf(queryMachine, id, null, 'ask')], act);
    if (exam !== null && allows(examMachine, exam.state, 'query')) {
      await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, 'query')], act);
      await trx
        .updateTable('exam')
        .set({ claimed_by: null, claimed_at: null })
        .where('id', '=', exam.id)
        .execute();
    }
    return { id };
  });
