import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@corelab/phantoms';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { askAt } from '../testing/http-client.js';
import { nothingHalfDone } from '../testing/faults/half-done.js';
import {
  faultSeed,
  inRound,
  install,
  postgresqlRounds,
  roundsLimitMs,
  trialOf,
  underLoad,
  untilSigned,
  type Installation,
} from '../testing/faults/kill-rounds.js';
import { nothingLost, recordHolds } from '../testing/faults/nothing-lost.js';
import { unavailable } from '../testing/faults/reading-load.js';
import { postgresqlServer, type PostgresqlServer } from '../testing/postgresql.js';

jest.setTimeout(roundsLimitMs);

const faults = ['server', 'both', 'postmaster', 'backend', 'restart', 'dropped'] as const;
type Fault = (typeof faults)[number];
/** Of fifteen rounds: a new process of the server takes as long as five of the others. */
const turns: readonly Fault[] = [
  ...(['server', 'postmaster', 'backend', 'postmaster', 'dropped'] as const),
  ...(['backend', 'both', 'restart', 'postmaster', 'backend'] as const),
  ...(['postmaster', 'dropped', 'backend', 'postmaster', 'backend'] as const),
];

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step();
});

describe('under load, with nothing acknowledged lost and nothing half done', () => {
  it(`a server on PostgreSQL and that itself are ended ${postgresqlRounds} times`, async () => {
    const random = seededRandom(faultSeed + 1);
    const postgresql = await postgresqlServer({ durable: true });
    cleanups.push(() => postgresql.stop());
    const installation = await install(postgresqlRounds, { databaseUrl: postgresql.url });
    cleanups.push(() => installation.close());
    const { asked } = installation;
    const opened = await openDatabase({ url: postgresql.url });
    cleanups.push(() => opened.close());
    const record = recordHolds(() => asked);
    const whole = nothingHalfDone(await trialOf(opened));
    const kill = (): Promise<unknown> => installation.process().end('SIGKILL');
    const done: Record<Fault, () => Promise<void>> = {
      server: async () => {
        await kill();
        await installation.again();
      },
      both: async () => {
        await Promise.all([kill(), postgresql.end('SIGKILL')]);
        await postgresql.start();
        await installation.again();
      },
      postmaster: () => away(installation, postgresql, 'SIGKILL'),
      restart: () => away(installation, postgresql, 'SIGINT'),
      backend: () => killBackend(opened, random),
      dropped: () => dropAll(opened),
    };
    for (let round = 1; round <= postgresqlRounds; round += 1) {
      const fault = turns[(round - 1) % turns.length] ?? 'server';
      const { pid } = installation.process();
      await inRound(round, fault, async () => {
        await underLoad(installation, random, done[fault]);
        await untilBack(installation);
        await nothingLost(asked, record);
        // What is half done stays so: looked for in every fifth round and at the end.
        if (round % 5 === 0) await whole(asked.readers);
        const isSame = installation.process().pid === pid;
        expect(isSame).toBe(fault !== 'server' && fault !== 'both');
      });
    }
    await untilSigned(installation, random);
    await nothingLost(asked, record, { untouched: true });
    await whole(asked.readers);
    expect(installation.process().output()).not.toContain('unforeseen error');
  });
});

const probe = async ({ asked }: Installation) => {
  const [reader] = asked.readers;
  const { cookie } = reader?.session ?? { cookie: '' };
  return askAt(asked.url)({ url: '/api/reads', headers: { cookie } });
};

/** Ends the database, sees that the server says so, and starts the database again. */
const away = async (
  installation: Installation,
  postgresql: PostgresqlServer,
  signal: NodeJS.Signals
): Promise<void> => {
  await postgresql.end(signal);
  const answer = await probe(installation);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, unavailable]);
  expect(answer.headers['retry-after']).toBe('5');
  await postgresql.start();
};

/** Until the server answers from its database again; it says nothing else meanwhile. */
const untilBack = async (installation: Installation): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await probe(installation);
    if (answer.statusCode === 200) return;
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, unavailable]);
    if (tries === 300) throw new Error('the server does not find its database again');
    await pause(50);
  }
};

const backends = async ({ db }: OpenedDatabase): Promise<number[]> => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid`.execute(db);
  return rows.map(({ pid }) => pid);
};

/** Kills one process of the database that serves a connection: it then ends all connections and recovers. */
const killBackend = async (opened: OpenedDatabase, random: () => number): Promise<void> => {
  const pids = await backends(opened);
  const pid = pids[Math.floor(random() * pids.length)];
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

/** Ends every connection of the server, wherever it is in a transaction. */
const dropAll = async (opened: OpenedDatabase): Promise<void> => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(opened.db);
};
