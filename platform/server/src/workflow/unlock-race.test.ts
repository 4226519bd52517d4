import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ServerDeps } from '../http/server-deps.js';
import { grantRole } from '../trials/roles.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import { unlockBench } from '../testing/signed-course.js';
import { deployed, password, testServer, type TestServer } from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';
import { testAccount } from '../testing/test-account.js';
import { decideUnlock } from './unlock-read.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe.each(arenas)(
  'two who decide at once whether a read is opened again, on %s',
  (_name, prepare) => {
    let arena: Arena;
    let server: TestServer;
    /** What two server processes are. */
    let processes: readonly [ServerDeps, ServerDeps];
    beforeAll(async () => {
      arena = await prepare();
    });
    beforeEach(async () => {
      await server?.close();
      const [one] = arena.opened;
      const [, two] = arena.databases;
      server = await testServer(one);
      processes = [server.deps, { ...server.deps, db: two }];
    });
    afterAll(async () => {
      await server.close();
      await arena.close();
    });

    it.each(['approve', 'refuse'] as const)(
      'one approves while one does %s: one does',
      async second => {
        await deployed(server);
        const bench = unlockBench(server);
        await bench.sign('reader', { BL: 50, TP1: 40 });
        const { id: trialId } = await server.deps.db
          .selectFrom('trial')
          .select('id')
          .executeTakeFirstOrThrow();
        const third = await testAccount(server.deps, {
          ...{ userName: 'third', displayName: 'Third' },
        });
        await server.deps.db.transaction().execute(trx =>
          grantRole(trx, {
            ...{ trialId, accountId: third.id, role: 'dataManager' },
            ...{ grantedBy: server.admin.id, at: server.deps.now() },
          })
        );
        const { body } = await bench.ask(await readOf(server, 'R1', 'BL'));
        const id = String(body['id']);
        const decision = { reason: 'It is so', password };
        const settled = await Promise.allSettled([
          decideUnlock(processes[0], trialId, server.approver, id, {
            ...{ ...decision, decision: 'approve' },
          }),
          decideUnlock(processes[1], trialId, third, id, { ...decision, decision: second }),
        ]);
        const won = settled.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []));
        const lost = settled.flatMap(one =>
          one.status === 'rejected' ? [one.reason as unknown] : []
        );
        expect(won).toHaveLength(1);
        expect(lost).toEqual([expect.objectContaining({ status: 409, code: 'CL_UNLOCK_DECIDED' })]);
        const baselines = (await bench.versions()).filter(one => one.startsWith('BL'));
        expect(baselines).toHaveLength(won[0]?.state === 'approved' ? 2 : 1);
      }
    );
  }
);
