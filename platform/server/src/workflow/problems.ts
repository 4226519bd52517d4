import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf, type Change } from './apply-transition.js';
import { lockRead } from './drafts.js';
import { problemMachine, type ProblemState } from './machines/problem.js';
import { readMachine, type ReadState } from './machines/read.js';
import { allows } from './machines/transition.js';
import { shownState, type OpenRead } from './open-read.js';
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

export interface ReadProblems {
  readonly state: ReadState;
  readonly suspended: boolean;
  readonly problems: readonly ProblemView[];
}

/** A read's problems in the order they were raised, for the reader: nobody is named. */
const problemsOf = async (db: Kysely<Database>, readId: string): Promise<ProblemView[]> => {
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'kind', 'text', 'raised_at', 'state'])
    .where('read_id', '=', readId)
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

/** The problems of an open read, as its reader sees them. */
export const readProblems = async (
  db: Kysely<Database>,
  read: OpenRead,
  accountId: string
): Promise<ReadProblems> => ({
  state: shownState(read.state),
  suspended: (await suspendedSubjects(db, accountId)).has(read.subjectId),
  problems: await problemsOf(db, read.id),
});

const refuseKind = (kind: ProblemKind, state: ReadState): void => {
  const locked = state === 'signed' || state === 'impactPending';
  const possible = locked ? afterSigning.includes(kind) : kind !== 'correction';
  if (possible) return;
  throw new CodedError(
    422,
    'CL_PROBLEM_KIND',
    locked
      ? 'The read is signed: flag a correction, a critical finding or identifying information.'
      : 'The read is not signed: correct it in the read itself.'
  );
};

/**
 * Raises a problem. A read that is not signed goes on hold, its draft kept; a signed one stays as it is. The same
 * `requestId` again is answered like the first.
 * @throws CodedError 422 CL_PROBLEM_KIND, 409 CL_REQUEST_REUSED, 403 CL_ACT_NOT_YOURS.
 */
export const raiseProblem = async (
  deps: ServerDeps,
  read: OpenRead,
  accountId: string,
  problem: { readonly kind: ProblemKind; readonly text: string; readonly requestId: string }
): Promise<ReadProblems> => {
  const state = await deps.db.transaction().execute(async trx => {
    const before = await lockRead(trx, read.id);
    const repeated = await trx
      .selectFrom('problem')
      .select(['read_id', 'raised_by'])
      .where('request_id', '=', problem.requestId)
      .executeTakeFirst();
    if (repeated !== undefined) {
      if (repeated.read_id === read.id && repeated.raised_by === accountId) return before;
      throw new CodedError(409, 'CL_REQUEST_REUSED', 'This requestId raised another problem.');
    }
    refuseKind(problem.kind, before);
    const holds = allows(readMachine, before, 'hold');
    const at = deps.now();
    const id = deps.newId();
    await trx
      .insertInto('problem')
      .values({
        id,
        read_id: read.id,
        subject_id: read.subjectId,
        trial_id: read.trialId,
        kind: problem.kind,
        state: 'raised',
        text: problem.text,
        request_id: problem.requestId,
        raised_by: accountId,
        raised_at: at,
      })
      .execute();
    const changes = [
      changeOf(problemMachine, id, null, 'raise'),
      ...(holds ? [changeOf(readMachine, read.id, before, 'hold')] : []),
    ];
    await applyTransition(trx, changes, {
      ...(await byPerson(trx, read.trialId, accountId, { reason: problem.text })),
      chain: read.trialId,
      at,
      zone: deps.zone,
      details: {
        problem: id,
        read: read.id,
        kind: problem.kind,
        text: { digest: keyedDigest(deps.auditKey, problem.text) },
        readHeld: holds,
        readerSuspended: problem.kind === 'identifyingInformation',
      },
    });
    return holds ? 'onHold' : before;
  });
  return readProblems(deps.db, { ...read, state }, accountId);
};

/**
 * How a held read opens again when the problem that is being answered leaves it: as it was before; null when it is not
 * held, or another problem that is undecided or excludes its reader is left on it.
 */
export const resumption = async (
  trx: Transaction<Database>,
  readId: string,
  answeredId: string
): Promise<Change | null> => {
  const state = await lockRead(trx, readId);
  if (state !== 'onHold') return null;
  const left = await trx
    .selectFrom('problem')
    .select('id')
    .where('read_id', '=', readId)
    .where('id', '!=', answeredId)
    .where('state', '!=', 'resumed')
    .executeTakeFirst();
  if (left !== undefined) return null;
  const draft = await trx
    .selectFrom('draft')
    .select('read_id')
    .where('read_id', '=', readId)
    .executeTakeFirst();
  return changeOf(readMachine, readId, state, draft === undefined ? 'resumeUnbegun' : 'resume');
};
