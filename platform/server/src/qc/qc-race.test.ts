import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountIdentity } from '../accounts/accounts.js';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import { charterText, password, takeInSubject, testServer } from '../testing/test-server.js';
import { approvalMeanings, approveVersion } from '../trials/decide-version.js';
import { deployTrial } from '../trials/deploy.js';
import { grantRole, type TrialHandle } from '../trials/roles.js';
import { claimExam } from './claim-exam.js';
import { decideExam, type ExamDecision } from './decide-exam.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe.each(arenas)('two QC people on %s', (_name, prepare) => {
  let arena: Arena;
  /** What two server processes are. */
  let processes: readonly [ServerDeps, ServerDeps];
  let trial: TrialHandle;
  let people: readonly [AccountIdentity, AccountIdentity];
  beforeAll(async () => {
    arena = await prepare();
    const [, two] = arena.databases;
    const server = await testServer(arena.opened[0]);
    await server.close();
    processes = [server.deps, { ...server.deps, db: two }];
    const { deps } = server;
    const account = (userName: string) => testAccount(deps, { userName, displayName: userName });
    const author = await testAccount(deps, {
      ...{ userName: 'author', displayName: 'author', administrator: true },
    });
    const second = await account('second');
    people = [await account('qc1'), await account('qc2')];
    const { trialId } = await deployTrial(deps, {
      ...{ source: charterText, by: author, demo: false, reason: null, scope: null },
    });
    trial = { id: trialId, code: 'T-1' };
    await deps.db.transaction().execute(async trx => {
      const grant = (accountId: string, role: 'admin' | 'qcTechnologist') =>
        grantRole(trx, {
          ...{ trialId, accountId, role, grantedBy: author.id, at: deps.now() },
        });
      await grant(second.id, 'admin');
      for (const { id } of people) await grant(id, 'qcTechnologist');
    });
    await approveVersion(deps, trial, 1, second, {
      ...{ password, meaning: approvalMeanings[0], reason: 'As agreed' },
    });
  });
  afterAll(async () => {
    await arena.close();
  });

  /** An exam of a new subject that waits for QC. */
  const waiting = async (subject: string): Promise<string> => {
    const [deps] = processes;
    await takeInSubject(deps, trial.id, subject);
    const { id } = await deps.db
      .selectFrom('exam')
      .innerJoin('subject', 'subject.id', 'exam.subject_id')
      .select('exam.id')
      .where('subject.identifier', '=', subject)
      .orderBy('exam.id')
      .executeTakeFirstOrThrow();
    await deps.db.updateTable('exam').set({ state: 'matched' }).where('id', '=', id).execute();
    return id;
  };
  const acts = async (exam: string): Promise<string[]> => {
    const chain = await readChain(processes[0].db, trial.id);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    return chain
      .map(({ entry }) => entry as { act: string; details: { exam?: string } })
      .filter(({ details }) => details.exam === exam)
      .map(({ act }) => act)
      .filter(act => act.startsWith('exam.'));
  };
  const settled = async <T>(tries: readonly Promise<T>[]) => {
    const outcomes = await Promise.allSettled(tries);
    return {
      won: outcomes.flatMap(one => (one.status === 'fulfilled' ? [one.value] : [])),
      lost: outcomes.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : [])),
    };
  };

  it('who claim one exam at once: one has it, the other is told', async () => {
    const exam = await waiting('RACE-1');
    const { won, lost } = await settled([
      claimExam(processes[0], trial, exam, people[0], null),
      claimExam(processes[1], trial, exam, people[1], null),
    ]);
    expect(won).toEqual([{ id: exam, state: 'inQc' }]);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(CodedError);
    expect(lost[0]).toMatchObject({ status: 409, code: 'CL_EXAM_CLAIMED' });
    expect(await acts(exam)).toEqual(['exam.qcStarted']);
  });

  it('who decide of one exam at once: one decides, with one entry, and the other is told', async () => {
    const exam = await waiting('RACE-2');
    await claimExam(processes[0], trial, exam, people[0], null);
    await processes[0].db
      .updateTable('series')
      .set({ judged_by: people[0].id, judged_at: processes[0].now() })
      .where('exam_id', '=', exam)
      .execute();
    const decision = (act: 'pass' | 'refuse'): ExamDecision => ({
      ...{ act, reason: 'A race', deviations: [] },
    });
    const { won, lost } = await settled([
      decideExam(processes[0], trial, exam, people[0], decision('pass')),
      decideExam(processes[1], trial, exam, people[1], decision('refuse')),
    ]);
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ status: 409, code: 'CL_ACT_NOT_POSSIBLE' });
    const { state } = await processes[1].db
      .selectFrom('exam')
      .select('state')
      .where('id', '=', exam)
      .executeTakeFirstOrThrow();
    expect(won[0]?.state).toBe(state);
    expect(await acts(exam)).toEqual([
      'exam.qcStarted',
      state === 'passed' ? 'exam.passed' : 'exam.refused',
    ]);
  });
});
