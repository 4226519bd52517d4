import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ServerDeps } from '../http/server-deps.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { readInTwoSlots, readOf } from '../testing/two-slots.js';
import { assignByHand, type Given } from './assign-by-hand.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe.each(arenas)('two assignments at once on %s', (_name, prepare) => {
  let arena: Arena;
  let server: TestServer;
  /** What two server processes are. */
  let processes: readonly [ServerDeps, ServerDeps];
  let trialId: string;
  beforeAll(async () => {
    arena = await prepare();
  });
  beforeEach(async () => {
    await server?.close();
    const [one] = arena.opened;
    const [, two] = arena.databases;
    server = await testServer(one);
    processes = [server.deps, { ...server.deps, db: two }];
    ({ trialId } = await readInTwoSlots(server));
  });
  afterAll(async () => {
    await server.close();
    await arena.close();
  });

  const race = async (tries: readonly [[string, string], [string, string]]) => {
    const settled = await Promise.allSettled(
      tries.map(([readId, user], at): Promise<Given> =>
        assignByHand(processes[at === 0 ? 0 : 1], trialId, server.admin.id, {
          ...{ readId, user, reason: null },
        })
      )
    );
    const held = await server.deps.db
      .selectFrom('read_assignment')
      .innerJoin('account', 'account.id', 'read_assignment.account_id')
      .innerJoin('read', 'read.id', 'read_assignment.read_id')
      .select(['user_name', 'read.public_id'])
      .where('ended_at', 'is', null)
      .execute();
    return {
      won: settled.flatMap(one => (one.status === 'fulfilled' ? [one.value] : [])),
      lost: settled.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : [])),
      held: held.map(row => [row.public_id, row.user_name]),
    };
  };

  it('do not make one person two readers of a subject', async () => {
    const [one, two] = [await readOf(server, 'R1', 'BL'), await readOf(server, 'R2', 'BL')];
    const { won, lost, held } = await race([
      [one, 'reader'],
      [two, 'reader'],
    ]);
    expect(won).toHaveLength(1);
    expect(lost).toEqual([expect.objectContaining({ status: 409, code: 'CL_OTHER_SLOT' })]);
    expect(held).toEqual([[won[0]?.readId, 'reader']]);
  });

  it('of one read give it to one person', async () => {
    const one = await readOf(server, 'R1', 'BL');
    const { won, lost, held } = await race([
      [one, 'reader'],
      [one, 'other'],
    ]);
    expect(won).toHaveLength(1);
    expect(lost).toEqual([expect.objectContaining({ status: 409, code: 'CL_READ_ASSIGNED' })]);
    expect(held).toEqual([[one, won[0]?.user]]);
  });
});
