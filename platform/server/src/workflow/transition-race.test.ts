import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { readChain, verifyChain } from '../audit/chain.js';
import { migrate } from '../database/migrate.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { insertBareTimepoint, stateOfTimepoint } from '../testing/bare-timepoint.js';
import { arenas, barrier, type Arena } from '../testing/race-arena.js';
import { applyTransition, changeOf } from './apply-transition.js';
import { timepointMachine } from './machines/timepoint.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const at = new Date('2026-03-01T09:00:00Z');
const triesPerDatabase = 8;

describe.each(arenas)('a race on %s', (_name, prepare) => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await prepare();
    await migrate(arena.databases[0], () => at);
  });
  afterAll(async () => {
    await arena.close();
  });

  /** All tries see the state `expected`, then go for it at the same time. */
  const race = async (acts: readonly ('complete' | 'declareMissed')[]) => {
    const { databases, concurrent } = arena;
    const { trialId, timepointId } = await insertBareTimepoint(databases[0], at);
    const parties = databases.length * triesPerDatabase;
    const meet = barrier(parties);
    const one = (db: Kysely<Database>, act: 'complete' | 'declareMissed') =>
      db.transaction().execute(async trx => {
        if (concurrent) {
          expect(await stateOfTimepoint(trx, timepointId)).toBe('expected');
          await meet();
        }
        const change = changeOf(timepointMachine, timepointId, 'expected', act);
        const [state] = await applyTransition(trx, [change], {
          ...{ by: v7(), roles: ['dataManager'], reason: 'a race', secondPerson: null },
          ...{ chain: trialId, at, zone: 'UTC', details: {} },
        });
        return state;
      });
    const tries = Array.from({ length: parties }, (_, index) =>
      one(databases[index % 2 === 0 ? 0 : 1], acts[index % acts.length] ?? 'complete')
    );
    const settled = await Promise.allSettled(tries);
    return {
      won: settled.flatMap(result => (result.status === 'fulfilled' ? [result.value] : [])),
      lost: settled.flatMap(result => (result.status === 'rejected' ? [result.reason] : [])),
      state: await stateOfTimepoint(databases[1], timepointId),
      chain: await readChain(databases[1], trialId),
    };
  };

  it('for one transition has one winner, a clear refusal for the others, and one entry', async () => {
    const { won, lost, state, chain } = await race(['complete']);
    expect([won, state]).toEqual([['complete'], 'complete']);
    expect(lost).toHaveLength(2 * triesPerDatabase - 1);
    for (const reason of lost) {
      expect(reason).toBeInstanceOf(CodedError);
      expect(reason).toMatchObject({
        status: 409,
        code: 'CL_STATE_CHANGED',
        message: expect.stringContaining('The timepoint is complete'),
        body: { state: 'complete' },
      });
    }
    expect(verifyChain(chain)).toMatchObject({ ok: true, entries: 1 });
  });

  it('between different acts from one state has one winner too', async () => {
    const { won, lost, state, chain } = await race(['complete', 'declareMissed']);
    expect(won).toEqual([state]);
    expect(lost.every(reason => reason.code === 'CL_STATE_CHANGED')).toBe(true);
    expect(lost).toHaveLength(2 * triesPerDatabase - 1);
    expect(verifyChain(chain)).toMatchObject({ ok: true, entries: 1 });
  });
});
