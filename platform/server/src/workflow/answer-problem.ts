import { sql, type Kysely, type Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { rolesActing } from '../hats/acting.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type Insisted, type NotIdentity } from '../identity/search-texts.js';
import type { Role } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { callAgain } from './call-again.js';
import { caseDetails, caseOf, takeCase, type CaseState, type CaseRef } from './case-ref.js';
import { lockSubject } from './lock-subject.js';
import { adjudicationMachine } from './machines/adjudication.js';
import { problemMachine } from './machines/problem.js';
import { allows } from './machines/transition.js';
import type { PeopleAct } from './mark-dependents.js';
import { decisionOf, resumption, type Decision, type ProblemKind } from './problems.js';
import { lockAdjudicationsOfSubject } from './reading-locks.js';
import { timepointScopePrefix } from './subject-reading.js';

/** Who may see and answer what readers flag: they know the subjects, and read nothing. */
const answering: readonly Role[] = ['admin', 'dataManager'];

export interface RaisedProblem {
  readonly id: string;
  readonly task: 'read' | 'adjudication';
  /** The read's or the adjudication's id towards browsers. */
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
    .leftJoin('read', 'read.id', 'problem.read_id')
    .leftJoin('adjudication', 'adjudication.id', 'problem.adjudication_id')
    .innerJoin('course', join =>
      join.on(sql<boolean>`course.id = coalesce(read.course_id, adjudication.course_id)`)
    )
    .innerJoin('account', 'account.id', 'problem.raised_by')
    .leftJoin('timepoint', join =>
      join.on(
        sql<boolean>`timepoint.id = read.timepoint_id or (timepoint.subject_id = adjudication.subject_id
          and adjudication.scope = ${timepointScopePrefix} || timepoint.code)`
      )
    )
    .select([
      'problem.id',
      'trial.code as trial',
      'subject.identifier',
      'course.subject_code',
      'course.slot',
      'timepoint.code as timepoint',
      'problem.read_id',
      'problem.adjudication_id',
      sql<string>`coalesce(read.public_id, adjudication.public_id)`.as('public_id'),
      sql<string>`coalesce(read.state, adjudication.state)`.as('read_state'),
      'problem.kind',
      'problem.text',
      'account.user_name',
      'problem.raised_at',
      'problem.state',
    ])
    .where(eb =>
      eb.exists(
        eb
          .selectFrom(rolesActing(accountId).as('acting'))
          .select('acting.role')
          .whereRef('acting.trial_id', '=', 'problem.trial_id')
          .where('acting.role', 'in', answering)
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
    task: caseOf(row).task,
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

export interface AnsweredProblem {
  readonly id: string;
  readonly decision: Decision;
  readonly readState: CaseState;
  /** Whose release is then to be asked for; null where nothing is to be. */
  readonly courseId: string | null;
}

/**
 * Answers a problem. `resume` opens the held case again when nothing else holds it, and the images to their reader;
 * `hold` leaves it waiting; `exclude` leaves a read closed to this reader for good, and ends an adjudication that is not
 * signed: another adjudicator is looked for. What is decided stays decided.
 * @throws CodedError CL_NOT_FOUND alike for unknown problems and those of other trials, 409 CL_PROBLEM_DECIDED,
 * 422 CL_TEXT_IDENTIFIES: a blinded reader reads the answer.
 */
export const answerProblem = async (
  deps: ServerDeps,
  account: AccountIdentity,
  problemId: string,
  answer: {
    readonly text: string;
    readonly decision: Decision;
    readonly notIdentity?: readonly NotIdentity[];
  }
): Promise<AnsweredProblem> => {
  const insisted = await searchedAnswer(deps, account.id, problemId, answer);
  return deps.db.transaction().execute(async trx => {
    const problem = await takenProblem(trx, account.id, problemId);
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
        ...{ id: deps.newId(), problem_id: problem.id, decision: answer.decision },
        ...{ text: answer.text, answered_by: account.id, answered_at: at },
      })
      .execute();
    if (answer.decision !== 'hold') {
      await trx
        .updateTable('problem')
        .set({ decided_at: at })
        .where('id', '=', problem.id)
        .execute();
    }
    const held = caseOf(problem);
    const resumed = answer.decision === 'resume' ? await resumption(trx, held, problem.id) : null;
    const changes = [
      changeOf(problemMachine, problem.id, problem.state, answer.decision),
      ...(resumed === null ? [] : [resumed]),
    ];
    const act = {
      ...(await byPerson(trx, problem.trial_id, account.id, { reason: answer.text })),
      ...{ chain: problem.trial_id, at, zone: deps.zone },
    };
    await applyTransition(trx, changes, {
      ...act,
      details: {
        ...{ problem: problem.id, ...caseDetails(held), decision: answer.decision },
        text: { digest: keyedDigest(deps.auditKey, answer.text) },
        [`${held.task}Resumed`]: resumed !== null,
        ...insisted,
      },
    });
    const courseId =
      answer.decision === 'exclude' ? await giveToAnother(trx, deps, held, act) : null;
    const { state: readState } = await takeCase(trx, held);
    return { id: problem.id, decision: answer.decision, readState, courseId };
  });
};

/** A problem that is not this person's to answer is refused as such, whatever the answer says. */
const searchedAnswer = async (
  deps: ServerDeps,
  accountId: string,
  problemId: string,
  { text, notIdentity }: { readonly text: string; readonly notIdentity?: readonly NotIdentity[] }
): Promise<Insisted> => {
  const mine = await problemsToAnswer(deps.db, accountId, problemId).executeTakeFirst();
  if (mine === undefined) throw notFound();
  const about = { problem: mine.id, ...caseDetails(caseOf(mine)) };
  const of = { trialId: mine.trial_id, accountId, about };
  return requireNoIdentity(deps, of, [{ path: '/text', text }], notIdentity);
};

const problemsToAnswer = (db: Kysely<Database>, accountId: string, problemId: string) =>
  db
    .selectFrom('problem')
    .innerJoin(rolesActing(accountId).as('acting'), 'acting.trial_id', 'problem.trial_id')
    .select(['problem.id', 'problem.read_id', 'problem.adjudication_id', 'problem.trial_id'])
    .select(['problem.state', 'problem.subject_id'])
    .where('problem.id', '=', problemId)
    .where('acting.role', 'in', answering);

/** The problem, taken; its subject and adjudications before it, as everybody takes them who decides on a subject. */
const takenProblem = async (trx: Transaction<Database>, accountId: string, problemId: string) => {
  const mine = problemsToAnswer(trx, accountId, problemId);
  const seen = await mine.executeTakeFirst();
  if (seen === undefined) throw notFound();
  if (seen.adjudication_id !== null) {
    const { track_id: trackId } = await trx
      .selectFrom('adjudication')
      .select('track_id')
      .where('id', '=', seen.adjudication_id)
      .executeTakeFirstOrThrow();
    await lockSubject(trx, seen.subject_id);
    await lockAdjudicationsOfSubject(trx, { trackId, subjectId: seen.subject_id });
  }
  return mine.forUpdate('problem').executeTakeFirstOrThrow();
};

/** Ends an unsigned adjudication for its adjudicator, and calls for another one; returns the course to release. */
const giveToAnother = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  held: CaseRef,
  act: PeopleAct
): Promise<string | null> => {
  const taken = await takeCase(trx, held);
  if (taken.task === 'read' || !allows(adjudicationMachine, taken.state, 'void')) return null;
  const { course_id: courseId } = await trx
    .selectFrom('adjudication')
    .select('course_id')
    .where('id', '=', taken.id)
    .executeTakeFirstOrThrow();
  await applyTransition(trx, [changeOf(adjudicationMachine, taken.id, taken.state, 'void')], {
    ...act,
    details: { adjudication: taken.id, because: 'adjudicator excluded' },
  });
  await callAgain(trx, deps, taken.id, 'adjudicator excluded');
  // With the act, so that a process that ends now leaves the release to another.
  await deps.jobs.send(courseId, trx);
  return courseId;
};
