import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@corelab/phantoms';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import type { ArchiveServer } from '../testing/archive-server.js';
import { askAt, logIn } from '../testing/http-client.js';
import { faultInstallation } from '../testing/faults/fault-trial.js';
import { nothingHalfDone } from '../testing/faults/half-done.js';
import { nothingLost, recordHolds, type Asked } from '../testing/faults/nothing-lost.js';
import {
  Ledger,
  readUntilFault,
  unavailable,
  type Reader,
} from '../testing/faults/reading-load.js';
import { postgresqlServer, type PostgresqlServer } from '../testing/postgresql.js';
import { serverProcess, type ServerProcess } from '../testing/server-process.js';

/** `npm run verify:faults` has more, and another seed each time. */
const campaign = process.env['CORELAB_FAULT_ROUNDS'];
const isCampaign = campaign !== undefined;
const rounds = Number(campaign ?? '12');
const seed = Number(process.env['CORELAB_FAULT_SEED'] ?? '20261201');
jest.setTimeout(300_000 + rounds * 60_000);

/** A start of a server takes longest, and the embedded database has no other fault than that its process is killed. */
const ofEmbedded = Math.ceil(rounds * 0.12);

const faults = ['server', 'postmaster', 'backend', 'restart', 'dropped'] as const;
type Fault = (typeof faults)[number];
/** Of ten rounds on PostgreSQL. */
const turns: readonly Fault[] = [
  ...(['server', 'postmaster', 'backend', 'postmaster', 'dropped'] as const),
  ...(['backend', 'server', 'restart', 'postmaster', 'backend'] as const),
];

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step();
});

interface Installation {
  readonly archive: ArchiveServer;
  readonly asked: Asked;
  readonly process: () => ServerProcess;
  /** Kills the server's process and starts another on what it left. */
  killServer(): Promise<void>;
  /** Starts the process where it ended. */
  again(): Promise<void>;
}

const install = async (subjects: number, databaseUrl?: string): Promise<Installation> => {
  const { archive, adminToken } = await faultInstallation(subjects, databaseUrl);
  cleanups.push(() => archive.close());
  const environment = {
    ...archive.orthancEnvironment,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const start = (): ServerProcess => serverProcess(archive.home, 0, environment);
  let running = start();
  cleanups.push(() => running.end('SIGKILL'));
  let url = await running.ready;
  const readers: Reader[] = [];
  for (const name of ['reader', 'other']) {
    const { cookie, csrf } = await logIn({ ask: askAt(url) }, name);
    readers.push({ name, session: { cookie, csrf }, ledger: new Ledger() });
  }
  const again = async (): Promise<void> => {
    running = start();
    url = await running.ready;
  };
  return {
    archive,
    asked: {
      get url() {
        return url;
      },
      ...{ home: archive.home, adminToken, readers },
    },
    process: () => running,
    killServer: async () => {
      await running.end('SIGKILL');
      await again();
    },
    again,
  };
};

/** Lets both read, and does `fault` at some moment while they do; resolves when they have ended. */
const underLoad = async (
  { asked }: Installation,
  random: () => number,
  fault: () => Promise<void>
): Promise<void> => {
  let begun = false;
  const moment = 3 + Math.floor(random() * 14);
  const waitMs = random() * 12;
  let answers = 0;
  const reached = new Promise<void>(resolve => {
    for (const { ledger } of asked.readers) {
      ledger.onAnswer = () => {
        answers += 1;
        if (answers >= moment) resolve();
      };
    }
  });
  // What chance gives to each does not hang on who is faster.
  const seeds = asked.readers.map(() => Math.floor(random() * 2 ** 31));
  const { url } = asked;
  const reading = asked.readers.map((reader, index) =>
    readUntilFault(url, reader, seededRandom(seeds[index] ?? 0), () => begun)
  );
  await Promise.race([reached, Promise.all(reading)]);
  await pause(waitMs);
  const done = fault();
  // Who is not hit by it reads on for a while.
  await pause(20);
  begun = true;
  await Promise.all(reading);
  await done;
};

/** Says the round and the seed of what does not hold. */
const inRound = async (round: number, fault: string, work: () => Promise<void>): Promise<void> => {
  if (isCampaign) process.stdout.write(`round ${round}, ${fault}\n`);
  await work().catch((cause: unknown) => {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`round ${round} (${fault}) of seed ${seed}: ${text}`, { cause });
  });
};

const trialOf = async ({ db }: OpenedDatabase) => {
  const { id } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
  return { on: { server: { deps: { db } } }, trialId: id };
};

describe('under load, with nothing acknowledged lost and nothing half done', () => {
  it(`a server on the embedded database is killed ${ofEmbedded} times`, async () => {
    const random = seededRandom(seed);
    const installation = await install(Math.max(4, Math.ceil(ofEmbedded / 3)));
    const { archive, asked } = installation;
    const record = recordHolds(() => asked);
    for (let round = 1; round <= ofEmbedded; round += 1) {
      await inRound(round, 'server on PGlite', async () => {
        await underLoad(installation, random, () => installation.process().end('SIGKILL').then());
        await installation.again();
        await nothingLost(asked, record);
      });
    }
    await installation.process().end('SIGKILL');
    const opened = await openDatabase({ folder: join(archive.home, 'database') });
    cleanups.push(() => opened.close());
    await nothingHalfDone(await trialOf(opened))(asked.readers);
    expect(asked.readers.some(({ ledger }) => ledger.signatures.size > 0)).toBe(true);
  });

  it(`a server on PostgreSQL and that itself are ended ${rounds - ofEmbedded} times`, async () => {
    const random = seededRandom(seed + 1);
    const postgresql = await postgresqlServer({ durable: true });
    cleanups.push(() => postgresql.stop());
    const installation = await install(
      Math.max(4, Math.ceil((rounds - ofEmbedded) / 4)),
      postgresql.url
    );
    const { asked } = installation;
    const opened = await openDatabase({ url: postgresql.url });
    cleanups.push(() => opened.close());
    const record = recordHolds(() => asked);
    const whole = nothingHalfDone(await trialOf(opened));
    const done: Record<Fault, () => Promise<void>> = {
      server: () => installation.killServer(),
      postmaster: () => away(installation, postgresql, 'SIGKILL'),
      restart: () => away(installation, postgresql, 'SIGINT'),
      backend: () => killBackend(opened, random),
      dropped: () => dropAll(opened),
    };
    for (let round = 1; round <= rounds - ofEmbedded; round += 1) {
      const fault = turns[(round - 1) % turns.length] ?? 'server';
      const { pid } = installation.process();
      await inRound(round, fault, async () => {
        await underLoad(installation, random, done[fault]);
        await untilBack(installation);
        await nothingLost(asked, record);
        await whole(asked.readers);
        if (fault !== 'server') expect(installation.process().pid).toBe(pid);
      });
    }
    expect(installation.process().output()).not.toContain('unforeseen error');
    expect(asked.readers.every(({ ledger }) => ledger.signatures.size > 0)).toBe(true);
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
