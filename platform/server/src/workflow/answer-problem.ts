import type { Kysely } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { Role } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { problemMachine } from './machines/problem.js';
import type { ReadState } from './machines/read.js';
import { allows } from './machines/transition.js';
import { decisionOf, resumption, type Decision, type ProblemKind } from './problems.js';

/** Who may see and answer what readers flag: they know the subjects, and read nothing. */
const answering: readonly Role[] = ['admin', 'dataManager'];

export interface RaisedProblem {
  readonly id: string;
  /** The read's id towards browsers. */
  readonly readId: string;
  readonly trial: string;
  /** The site's identifier and the code this reader knows the subject by. */
  readonly subject: string;
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly slot: string;
  readonly readState: string;
  readonly kind: ProblemKind;
  readonly text: string;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly decision: Decision | null;
  readonly answers: number;
  /** The answers, the oldest first. */
  readonly thread: readonly {
    readonly text: string;
    readonly decision: Decision;
    readonly by: string;
    readonly at: string;
  }[];
}

type Answer = RaisedProblem['thread'][number];

/** By problem, the oldest first. */
const answersOf = async (
  db: Kysely<Database>,
  problems: readonly string[]
): Promise<ReadonlyMap<string, Answer[]>> => {
  const found = new Map<string, Answer[]>();
  if (problems.length === 0) return found;
  const rows = await db
    .selectFrom('problem_answer')
    .innerJoin('account', 'account.id', 'problem_answer.answered_by')
    .select(['problem_answer.problem_id', 'problem_answer.text', 'problem_answer.decision'])
    .select(['problem_answer.answered_at', 'account.user_name'])
    .where('problem_answer.problem_id', 'in', problems)
    .orderBy('problem_answer.answered_at')
    .orderBy('problem_answer.id')
    .execute();
  for (const row of rows) {
    const answers = found.get(row.problem_id) ?? [];
    found.set(row.problem_id, answers);
    answers.push({
      ...{ text: row.text, decision: row.decision as Decision, by: row.user_name },
      at: row.answered_at.toISOString(),
    });
  }
  return found;
};

/** Problems of the trials in which the account may answer, the oldest first; undecided ones unless `all`. */
export const raisedProblems = async (
  db: Kysely<Database>,
  accountId: string,
  filter: { readonly trial: string | null; readonly subject: string | null; readonly all: boolean }
): Promise<RaisedProblem[]> => {
  let query = db
    .selectFrom('problem')
    .innerJoin('trial', 'trial.id', 'problem.trial_id')
    .innerJoin('subject', 'subject.id', 'problem.subject_id')
    .innerJoin('read', 'read.id', 'problem.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('account', 'account.id', 'problem.raised_by')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select([
      'problem.id',
      'trial.code as trial',
      'subject.identifier',
      'course.subject_code',
      'course.slot',
      'timepoint.code as timepoint',
      'read.public_id',
      'read.state as read_state',
      'problem.kind',
      'problem.text',
      'account.user_name',
      'problem.raised_at',
      'problem.state',
    ])
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('trial_role')
          .select('trial_role.role')
          .whereRef('trial_role.trial_id', '=', 'problem.trial_id')
          .where('trial_role.account_id', '=', accountId)
          .where('trial_role.role', 'in', answering)
      )
    )
    .orderBy('problem.raised_at')
    .orderBy('problem.id');
  if (filter.trial !== null) query = query.where('trial.code', '=', filter.trial);
  if (filter.subject !== null) {
    query = query.where('subject.identifier', '=', filter.subject);
  }
  if (!filter.all) query = query.where('problem.state', 'in', ['raised', 'held']);
  const rows = await query.execute();
  const thread = await answersOf(
    db,
    rows.map(({ id }) => id)
  );
  return rows.map(row => ({
    id: row.id,
    readId: row.public_id,
    trial: row.trial,
    subject: row.identifier,
    subjectCode: row.subject_code,
    timepoint: row.timepoint ?? 'subject',
    slot: row.slot,
    readState: row.read_state,
    kind: row.kind as ProblemKind,
    text: row.text,
    raisedBy: row.user_name,
    raisedAt: row.raised_at.toISOString(),
    decision: decisionOf(row.state),
    answers: (thread.get(row.id) ?? []).length,
    thread: thread.get(row.id) ?? [],
  }));
};

/**
 * Answers a problem. `resume` opens the held read again when nothing else holds it, and the images to their reader;
 * `hold` leaves it waiting; `exclude` leaves it closed to this reader for good. What is decided stays decided.
 * @throws CodedError CL_NOT_FOUND alike for unknown problems and those of other trials, 409 CL_PROBLEM_DECIDED.
 */
export const answerProblem = async (
  deps: ServerDeps,
  account: AccountIdentity,
  problemId: string,
  answer: { readonly text: string; readonly decision: Decision }
): Promise<{ id: string; decision: Decision; readState: ReadState }> =>
  deps.db.transaction().execute(async trx => {
    const problem = await trx
      .selectFrom('problem')
      .innerJoin('trial_role', 'trial_role.trial_id', 'problem.trial_id')
      .select(['problem.id', 'problem.read_id', 'problem.trial_id', 'problem.state'])
      .where('problem.id', '=', problemId)
      .where('trial_role.account_id', '=', account.id)
      .where('trial_role.role', 'in', answering)
      .forUpdate('problem')
      .executeTakeFirst();
    if (problem === undefined) throw notFound();
    if (!allows(problemMachine, problem.state, answer.decision)) {
      throw new CodedError(
        409,
        'CL_PROBLEM_DECIDED',
        `This problem is already answered with "${decisionOf(problem.state)}".`
      );
    }
    const at = deps.now();
    await trx
      .insertInto('problem_answer')
      .values({
        id: deps.newId(),
        problem_id: problem.id,
        decision: answer.decision,
        text: answer.text,
        answered_by: account.id,
        answered_at: at,
      })
      .execute();
    if (answer.decision !== 'hold') {
      await trx
        .updateTable('problem')
        .set({ decided_at: at })
        .where('id', '=', problem.id)
        .execute();
    }
    const resumed =
      answer.decision === 'resume' ? await resumption(trx, problem.read_id, problem.id) : null;
    const changes = [
      changeOf(problemMachine, problem.id, problem.state, answer.decision),
      ...(resumed === null ? [] : [resumed]),
    ];
    await applyTransition(trx, changes, {
      ...(await byPerson(trx, problem.trial_id, account.id, { reason: answer.text })),
      chain: problem.trial_id,
      at,
      zone: deps.zone,
      details: {
        problem: problem.id,
        read: problem.read_id,
        decision: answer.decision,
        text: { digest: keyedDigest(deps.auditKey, answer.text) },
        readResumed: resumed !== null,
      },
    });
    const read = await trx
      .selectFrom('read')
      .select('state')
      .where('id', '=', problem.read_id)
      .executeTakeFirstOrThrow();
    return { id: problem.id, decision: answer.decision, readState: read.state };
  });
