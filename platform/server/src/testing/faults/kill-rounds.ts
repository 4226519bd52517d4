import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, readProcessRecord } from '@corelab/orthanc';
import { seededRandom } from '@corelab/phantoms';
import type { OpenedDatabase } from '../../database/open.js';
import type { ArchiveServer } from '../archive-server.js';
import { askAt, logIn } from '../http-client.js';
import { serverProcess, type ServerProcess } from '../server-process.js';
import { faultInstallation } from './fault-trial.js';
import type { Asked } from './nothing-lost.js';
import { Ledger, readUntilFault, type Reader } from './reading-load.js';

/** `npm run verify:faults` has more, and another seed each time. */
const campaign = process.env['CORELAB_FAULT_ROUNDS'];
const all = Number(campaign ?? '50');

/** What chance begins with; said where something does not hold. */
export const faultSeed = Number(process.env['CORELAB_FAULT_SEED'] ?? '20261201');

/**
 * Of the rounds, those on the embedded database: a start of a server on it takes longest, and it has no other fault than
 * that its process is killed.
 */
export const embeddedRounds = Math.ceil(all * 0.06);
export const postgresqlRounds = Math.max(1, all - embeddedRounds);
export const roundsLimitMs = 300_000 + all * 60_000;

/** An installation whose server is a process, and two who read there. */
export interface Installation {
  readonly archive: ArchiveServer;
  readonly asked: Asked;
  readonly process: () => ServerProcess;
  /** Starts the process where it ended. */
  again(port?: number): Promise<void>;
  /** Kills the process that runs and removes everything. */
  close(): Promise<void>;
}

/** The Orthanc that a killed server started: without another start nobody ends it. */
const endOrthanc = async (home: string): Promise<void> => {
  const record = await readProcessRecord(join(home, 'orthanc', 'orthanc.pid.json'));
  if (record === null || !(await isAlive(record.orthanc))) return;
  process.kill(record.orthanc.pid, 'SIGKILL');
  while (await isAlive(record.orthanc)) await pause(5);
};

/**
 * @param rounds that are to come: there are enough images to read in each
 * @param databaseUrl the embedded database where it is left out
 * @param ownOrthanc the server starts the archive itself, as it does where it is told of none
 * @param parent where the home is made
 * @param prepare what is done with the home before a server takes it
 */
export const install = async (
  rounds: number,
  {
    databaseUrl,
    ownOrthanc = false,
    parent,
    prepare = async () => undefined,
  }: {
    databaseUrl?: string;
    ownOrthanc?: boolean;
    parent?: string;
    prepare?: (home: string) => Promise<void>;
  } = {}
): Promise<Installation> => {
  const subjects = Math.max(3, Math.ceil(rounds / 5));
  const { archive, adminToken, managerToken } = await faultInstallation(subjects, {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(parent === undefined ? {} : { parent }),
  });
  if (ownOrthanc) await archive.stopOrthanc();
  const environment = {
    ...(ownOrthanc ? {} : archive.orthancEnvironment),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  try {
    await prepare(archive.home);
  } catch (reason) {
    await archive.close();
    throw reason;
  }
  let running = serverProcess(archive.home, 0, environment);
  const close = async (): Promise<void> => {
    await running.end('SIGKILL');
    if (ownOrthanc) await endOrthanc(archive.home);
    await archive.close();
  };
  try {
    let url = await running.ready;
    // Sessions outlive the processes: nobody logs in again.
    const readers: Reader[] = [];
    for (const name of ['reader', 'other']) {
      const { cookie, csrf } = await logIn({ ask: askAt(url) }, name);
      readers.push({ name, session: { cookie, csrf }, ledger: new Ledger() });
    }
    return {
      archive,
      asked: {
        get url() {
          return url;
        },
        ...{ home: archive.home, adminToken, managerToken, readers },
      },
      process: () => running,
      again: async port => {
        running = serverProcess(archive.home, port, environment);
        url = await running.ready;
      },
      close,
    };
  } catch (reason) {
    await close();
    throw reason;
  }
};

/** Lets both read, and does `fault` at some moment while they do; resolves when they have ended. */
export const underLoad = async (
  { asked }: Installation,
  random: () => number,
  fault: () => Promise<unknown>
): Promise<void> => {
  let begun = false;
  const moment = 1 + Math.floor(random() * 16);
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
  const early = await Promise.race([reached, Promise.all(reading)]);
  if (early !== undefined) {
    const why = early.map(one => one?.message ?? 'enough was read').join('; ');
    throw new Error(`nobody reads any more after ${answers} answers: ${why}`);
  }
  await pause(waitMs);
  const done = fault();
  // Who is not hit by it reads on for a while.
  await pause(20);
  begun = true;
  await Promise.all(reading);
  await done;
};

/** Both read on, without a fault, until each has signed something. */
export const untilSigned = async ({ asked }: Installation, random: () => number): Promise<void> => {
  for (const reader of asked.readers) {
    const { signatures } = reader.ledger;
    const missing = await readUntilFault(asked.url, reader, random, () => signatures.size > 0);
    if (signatures.size > 0) continue;
    throw new Error(`${reader.name} signed nothing: ${missing?.message ?? 'enough was read'}`);
  }
};

/** Says the round and the seed of what does not hold. */
export const inRound = async (
  round: number,
  fault: string,
  work: () => Promise<void>
): Promise<void> => {
  const begun = performance.now();
  await work().catch((cause: unknown) => {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`round ${round} (${fault}) of seed ${faultSeed}: ${text}`, { cause });
  });
  const ms = Math.round(performance.now() - begun);
  if (campaign !== undefined) process.stdout.write(`round ${round}, ${fault}: ${ms} ms\n`);
};

/** The one trial of the installation, as those see it who look into its database. */
export const trialOf = async ({ db }: OpenedDatabase) => {
  const { id } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
  return { on: { server: { deps: { db } } }, trialId: id };
};
