import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type NotIdentity } from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf, type Change } from './apply-transition.js';
import {
  caseDetails,
  caseOf,
  columnsOf,
  holdOf,
  resumeOf,
  sameCase,
  takeCase,
  type CaseState,
  type CaseRef,
} from './case-ref.js';
import { problemMachine, type ProblemState } from './machines/problem.js';
import { shownState, type OpenRead } from './open-read.js';
import { shownCaseState, type OpenAdjudication } from './open-adjudication.js';
import { suspendedSubjects } from './suspension.js';

export const problemKinds = [
  'missingSeries',
  'wrongSubject',
  'identifyingInformation',
  'criticalFinding',
  'correction',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** `resume`: read on as before; `hold`: an answer, the read waits on; `exclude`: this reader does not go on. */
export const decisions = ['resume', 'hold', 'exclude'] as const;
export type Decision = (typeof decisions)[number];

/** What was decided; an answer that holds the read on decides nothing yet. */
export const decisionOf = (state: ProblemState): Decision | null =>
  state === 'resumed' ? 'resume' : state === 'excluded' ? 'exclude' : null;

/** What a signed read can still be told of; its signature stays as it is. */
const afterSigning: readonly ProblemKind[] = [
  'identifyingInformation',
  'criticalFinding',
  'correction',
];

export interface ProblemView {
  readonly problemId: string;
  readonly kind: ProblemKind;
  readonly text: string;
  readonly raisedAt: string;
  readonly decision: Decision | null;
  readonly answers: readonly {
    readonly text: string;
    readonly decision: Decision;
    readonly at: string;
  }[];
}

export interface CaseProblems {
  readonly state: CaseState;
  readonly suspended: boolean;
  readonly problems: readonly ProblemView[];
}

/** An open read or adjudication whose person flags something in it. */
export interface OpenCase extends CaseRef {
  readonly trialId: string;
  readonly subjectId: string;
  /** As its own person is told. */
  readonly state: CaseState;
}

export const openRead = ({ id, trialId, subjectId, state }: OpenRead): OpenCase => ({
  ...{ task: 'read', id, trialId, subjectId, state: shownState(state) },
});

export const openDecision = ({ id, trialId, subjectId, state }: OpenAdjudication): OpenCase => ({
  ...{ task: 'adjudication', id, trialId, subjectId, state: shownCaseState(state) },
});

/** A case's problems in the order they were raised, for whoever raised them: nobody is named. */
const problemsOf = async (db: Kysely<Database>, of: CaseRef): Promise<ProblemView[]> => {
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'kind', 'text', 'raised_at', 'state'])
    .where(ofCase(of))
    .orderBy('raised_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const answers = await db
    .selectFrom('problem_answer')
    .select(['problem_id', 'text', 'decision', 'answered_at'])
    .where(
      'problem_id',
      'in',
      rows.map(row => row.id)
    )
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    problemId: row.id,
    kind: row.kind as ProblemKind,
    text: row.text,
    raisedAt: row.raised_at.toISOString(),
    decision: decisionOf(row.state),
    answers: answers
      .filter(answer => answer.problem_id === row.id)
      .map(answer => ({
        text: answer.text,
        decision: answer.decision as Decision,
        at: answer.answered_at.toISOString(),
      })),
  }));
};

/** For a query that has `problem`. */
const ofCase =
  ({ task, id }: CaseRef) =>
  (eb: ExpressionBuilder<Database, 'problem'>) =>
    eb(task === 'read' ? 'read_id' : 'adjudication_id', '=', id);

/** The problems of an open case, as its person sees them. */
export const caseProblems = async (
  db: Kysely<Database>,
  open: OpenCase,
  accountId: string
): Promise<CaseProblems> => ({
  state: open.state,
  suspended: (await suspendedSubjects(db, accountId)).has(open.subjectId),
  problems: await problemsOf(db, open),
});

const refuseKind = (kind: ProblemKind, { task, state }: CaseRef & { state: CaseState }): void => {
  const locked = state === 'signed' || state === 'impactPending';
  const possible = locked ? afterSigning.includes(kind) : kind !== 'correction';
  if (possible) return;
  throw new CodedError(
    422,
    'CL_PROBLEM_KIND',
    locked
      ? `The ${task} is signed: flag a correction, a critical finding or identifying information.`
      : `The ${task} is not signed: correct it in the ${task} itself.`
  );
};

/**
 * Raises a problem. A case that is not signed goes on hold, its draft kept; a signed one stays as it is. The same
 * `requestId` again is answered like the first.
 * @throws CodedError 422 CL_PROBLEM_KIND or CL_TEXT_IDENTIFIES, 409 CL_REQUEST_REUSED, 403 CL_ACT_NOT_YOURS.
 */
export const raiseProblem = async (
  deps: ServerDeps,
  open: OpenCase,
  accountId: string,
  problem: {
    readonly kind: ProblemKind;
    readonly text: string;
    readonly requestId: string;
    readonly notIdentity?: readonly NotIdentity[];
  }
): Promise<CaseProblems> => {
  const insisted = await requireNoIdentity(
    deps,
    { trialId: open.trialId, accountId, about: { ...caseDetails(open), kind: problem.kind } },
    [{ path: '/text', text: problem.text }],
    problem.notIdentity
  );
  const held = await deps.db.transaction().execute(async trx => {
    const taken = await takeCase(trx, open);
    const repeated = await trx
      .selectFrom('problem')
      .select(['read_id', 'adjudication_id', 'raised_by'])
      .where('request_id', '=', problem.requestId)
      .executeTakeFirst();
    if (repeated !== undefined) {
      if (sameCase(caseOf(repeated), open) && repeated.raised_by === accountId) {
        return taken.state === 'onHold';
      }
      throw new CodedError(409, 'CL_REQUEST_REUSED', 'This requestId raised another problem.');
    }
    refuseKind(problem.kind, taken);
    const hold = holdOf(taken);
    const at = deps.now();
    const id = deps.newId();
    await trx
      .insertInto('problem')
      .values({
        ...{ id, ...columnsOf(open), subject_id: open.subjectId, trial_id: open.trialId },
        ...{ kind: problem.kind, state: 'raised', text: problem.text },
        ...{ request_id: problem.requestId, raised_by: accountId, raised_at: at },
      })
      .execute();
    const changes = [changeOf(problemMachine, id, null, 'raise'), ...(hold === null ? [] : [hold])];
    await applyTransition(trx, changes, {
      ...(await byPerson(trx, open.trialId, accountId, { reason: problem.text })),
      ...{ chain: open.trialId, at, zone: deps.zone },
      details: {
        ...{ problem: id, ...caseDetails(open), kind: problem.kind },
        text: { digest: keyedDigest(deps.auditKey, problem.text) },
        [`${open.task}Held`]: hold !== null,
        readerSuspended: problem.kind === 'identifyingInformation',
        ...insisted,
      },
    });
    return hold !== null || taken.state === 'onHold';
  });
  return caseProblems(deps.db, held ? { ...open, state: 'onHold' } : open, accountId);
};

/**
 * How a held case opens again when the problem that is being answered leaves it: as it was before; null when it is not
 * held, or another problem that is undecided or excludes its person is left on it.
 */
export const resumption = async (
  trx: Transaction<Database>,
  held: CaseRef,
  answeredId: string
): Promise<Change | null> => {
  const taken = await takeCase(trx, held);
  if (taken.state !== 'onHold') return null;
  const left = await trx
    .selectFrom('problem')
    .select('id')
    .where(ofCase(held))
    .where('id', '!=', answeredId)
    .where('state', '!=', 'resumed')
    .executeTakeFirst();
  return left === undefined ? resumeOf(trx, taken) : null;
};
