import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { testAccount } from '../testing/test-account.js';
import { fuzzRun } from '../testing/fuzz/fuzz-run.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { deployed, testServer, type TestServer } from '../testing/test-server.js';
import { twoTracksText } from '../testing/tracks-bench.js';
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { grantRole, roles, type Role } from '../trials/roles.js';

/** `npm run verify:fuzz` sends more. */
const requests = Number(process.env['CORELAB_FUZZ_REQUESTS'] ?? '1000');
const seed = Number(process.env['CORELAB_FUZZ_SEED'] ?? '20260301');
jest.setTimeout(120_000 + requests * 60);

/** Who reads may hold no other role in a trial. */
const reading: readonly Role[] = ['reader', 'adjudicator'];

describe('requests made of the server’s own document', () => {
  let opened: TestDatabase;
  let server: TestServer;
  /** What the server says of what it did not foresee. */
  const log: string[] = [];
  beforeAll(async () => {
    opened = await testDatabase();
    const keep = { write: (line: string) => void log.push(line) };
    server = await testServer(opened, undefined, { logger: pino({ level: 'error' }, keep) });
    await deployed(server, twoTracksText());
    // What stands for the archive has its one subject to give once.
    const nothing = async () => ({ receipts: 0, matched: 0, unmatched: [] });
    Object.assign(server.deps.archive, { intake: nothing });
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('are each answered, refused with a code where they are refused, and told nothing of the inside', async () => {
    const { deps } = server;
    const trial = await deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const people = [server.admin];
    for (const role of roles.filter(one => !reading.includes(one))) {
      const account = await testAccount(deps, { userName: `the-${role}`, displayName: role });
      await deps.db.transaction().execute(trx =>
        grantRole(trx, {
          ...{ trialId: trial.id, accountId: account.id, role },
          ...{ grantedBy: server.admin.id, at: deps.now() },
        })
      );
      people.push(account);
    }
    const reader = await deps.db
      .selectFrom('account')
      .select(['id', 'user_name', 'display_name'])
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    people.push({ id: reader.id, userName: reader.user_name, displayName: reader.display_name });
    const run = await fuzzRun(server, people, { requests, seed });
    await server.releases.idle();
    const told = run.failures.map(({ why, person, request, answer }) => ({
      ...{ why, person, asked: `${request.method} ${request.url}`.slice(0, 400) },
      ...{ body: request.body?.slice(0, 600) ?? null, answer },
      // The answer names its request, and the log what went wrong.
      log: log
        .find(line => line.includes(`"${/req-\w+/.exec(answer)?.[0] ?? 'none'}"`))
        ?.slice(0, 2000),
    }));
    expect(told).toEqual([]);
    // It would find little if it got nowhere.
    expect(run.operations).toBeGreaterThan(100);
    expect(run.succeeded.length).toBeGreaterThan(run.operations / 10);
    for (const chain of [systemChain, trial.id])
      expect(verifyChain(await readChain(deps.db, chain))).toMatchObject({ ok: true });
    expect({}).not.toHaveProperty('polluted');
    if (process.env['CORELAB_FUZZ_REQUESTS'] !== undefined)
      process.stdout.write(
        `seed ${seed}, ${requests} requests, ${run.operations} operations, ${run.succeeded.length} of them done: ${JSON.stringify(run.answers)}\n`
      );
  });
});
