import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import { charterText, password, testServer } from '../testing/test-server.js';
import { approvalMeanings, approveVersion, refuseVersion } from './decide-version.js';
import { deployTrial } from './deploy.js';
import { grantRole } from './roles.js';
import { versionOf } from './trial-versions.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const reason = 'As agreed';

describe.each(arenas)('a decision on %s', (_name, prepare) => {
  let arena: Arena;
  /** What two server processes are. */
  let processes: readonly [ServerDeps, ServerDeps];
  beforeAll(async () => {
    arena = await prepare();
    const [one, two] = arena.opened;
    const server = await testServer(one);
    await server.close();
    processes = [server.deps, { ...server.deps, db: two.db }];
  });
  afterAll(async () => {
    await arena.close();
  });

  /** A new trial whose first version is sent; three people can decide. */
  const sent = async (code: string) => {
    const [deps] = processes;
    const account = (userName: string, administrator = false) =>
      testAccount(deps, { userName, displayName: userName, administrator });
    const by = await account('author', true);
    const { trialId } = await deployTrial(deps, {
      ...{ source: charterText.replace('T-1', code), by, demo: false },
      ...{ reason: null, scope: null },
    });
    const deciders = [await account('second'), await account('third')] as const;
    await deps.db.transaction().execute(async trx => {
      for (const { id } of deciders) {
        await grantRole(trx, {
          ...{ trialId, accountId: id, role: 'admin', grantedBy: by.id, at: deps.now() },
        });
      }
    });
    return { trial: { id: trialId, code }, deciders };
  };

  const outcome = async (
    trial: { id: string },
    tries: readonly [Promise<{ state: string }>, Promise<{ state: string }>]
  ) => {
    const settled = await Promise.allSettled(tries);
    const [deps] = processes;
    const entries = await readChain(deps.db, trial.id);
    expect(verifyChain(entries)).toMatchObject({ ok: true });
    const acts = entries.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act.startsWith('charter.'))).toHaveLength(3);
    return {
      won: settled.flatMap(one => (one.status === 'fulfilled' ? [one.value.state] : [])),
      lost: settled.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : [])),
      version: await versionOf(deps.db, trial.id, 1),
    };
  };

  it('by two people who approve at once is that of one, and the other is told', async () => {
    const { trial, deciders } = await sent('RACE-1');
    const approval = { password, meaning: approvalMeanings[0], reason };
    const { won, lost, version } = await outcome(trial, [
      approveVersion(processes[0], trial, 1, deciders[0], approval),
      approveVersion(processes[1], trial, 1, deciders[1], approval),
    ]);
    expect(won).toEqual(['effective']);
    expect(version.state).toBe('effective');
    expect(lost[0]).toBeInstanceOf(CodedError);
    expect(lost[0]).toMatchObject({
      status: 409,
      message: expect.stringContaining('The charter version is effective'),
    });
    const signed = await processes[0].db
      .selectFrom('charter_decision')
      .select('account_id')
      .where('charter_version_id', '=', version.id)
      .where('act', '=', 'approve')
      .execute();
    expect(signed).toEqual([{ account_id: version.approver }]);
  });

  it('by one who approves and one who rejects is one of both', async () => {
    const { trial, deciders } = await sent('RACE-2');
    const { won, lost, version } = await outcome(trial, [
      approveVersion(processes[0], trial, 1, deciders[0], {
        ...{ password, meaning: approvalMeanings[0], reason },
      }),
      refuseVersion(processes[1], trial, 1, deciders[1], { act: 'reject', reason }),
    ]);
    expect(won).toEqual([version.state]);
    expect(['effective', 'rejected']).toContain(version.state);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ status: 409 });
    expect(version.effective_from === null).toBe(version.state === 'rejected');
  });
});
