/**
 * A hundred readers at work on the real server with a real archive: on PostgreSQL, then on the embedded database; as one JSON
 * document.
 *
 *     node tests/bench/readers.mjs [MINUTES [MINUTES_ON_THE_EMBEDDED_DATABASE]]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf, cpuSecondsOf } from './usage.mjs';
import { postgresqlServer } from './postgresqlServer.mjs';
import { RequestTimes } from './requestTimes.mjs';

// What looks whether anything was lost is the sources', like the rest of the tests; the server is the build.
register('../runner/hooks.mjs', import.meta.url);
const { seededRandom } = await import('@corelab/phantoms');
const { openDatabase } = await import('../../platform/server/src/database/open.ts');
const faults = '../../platform/server/src/testing/faults';
const { nothingHalfDone } = await import(`${faults}/half-done.ts`);
const { trialOf } = await import(`${faults}/kill-rounds.ts`);
const { nothingLost, recordHolds } = await import(`${faults}/nothing-lost.ts`);
const { readers, readerName, readersTrial, slicesPerStudy } = await import('./readersTrial.mjs');
const { arriveWithinSeconds, ReaderAtWork, savesOfRead, signedShare, thinkSeconds } =
  await import('./readerAtWork.mjs');

const minutes = {
  postgresql: Number(process.argv[2] ?? 10),
  pglite: Number(process.argv[3] ?? Math.min(3, Number(process.argv[2] ?? 3))),
};
const seed = 20261201;

/** Three timepoints each for two readers: more than a reader gets through, who signs a read in 50 s or so. */
const subjectsFor = time => (readers / 2) * (1 + Math.ceil((time * 60) / 50 / 3));

/** Lines of the server's log about defects. */
const defects = output =>
  output.split('\n').filter(line => /unforeseen error|"level":(50|60)/.test(line));

const sum = (all, of) => all.reduce((total, one) => total + of(one), 0);

/**
 * Ends the trial's server.
 * @throws Error that names what was acknowledged and is not there when everybody has stopped, or is there in part
 */
async function requireAllKept(trial, people) {
  const asked = { ...trial, readers: people };
  await nothingLost(
    asked,
    recordHolds(() => asked),
    { untouched: true }
  );
  await trial.stop();
  const opened = await openDatabase(trial.database);
  try {
    await nothingHalfDone(await trialOf(opened))(people);
  } finally {
    await opened.close();
  }
}

async function measured(home, time, databaseUrl) {
  const trial = await readersTrial(home, subjectsFor(time), databaseUrl);
  try {
    const times = new RequestTimes();
    const before = await memoryOf(trial.server.pid);
    const cpuBefore = await cpuSecondsOf(trial.server.pid);
    const ownBefore = process.cpuUsage();
    const begun = performance.now();
    const work = { url: trial.url, times, until: begun + time * 60_000 };
    const people = Array.from({ length: readers }, (_one, index) => {
      const random = seededRandom(seed + index);
      return new ReaderAtWork(readerName(index + 1), `127.0.1.${index + 1}`, { ...work, random });
    });
    await Promise.all(people.map(person => person.work()));
    const seconds = (performance.now() - begun) / 1000;
    const own = process.cpuUsage(ownBefore);
    const cpuSeconds = {
      server: (await cpuSecondsOf(trial.server.pid)) - cpuBefore,
      readers: (own.user + own.system) / 1e6,
    };
    const memory = { before, after: await memoryOf(trial.server.pid) };
    for (const person of people) person.close();
    const told = times.told;
    const done = {
      ...{ minutes: time, seeded: trial.seeded, requestsPerSecond: told.requests / seconds },
      drafts: sum(people, ({ drafts }) => drafts),
      signatures: sum(people, ({ ledger }) => ledger.signatures.size),
      withoutWork: sum(people, ({ withoutWork }) => withoutWork),
      ...{ ...told, memory, cpuSeconds },
    };
    const lost = await requireAllKept(trial, people).then(
      () => null,
      error => error.message
    );
    return { ...done, lost, defects: defects(trial.server.output()) };
  } finally {
    await trial.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'corelab-bench-readers-'));
let server = null;
try {
  server = await postgresqlServer(join(folder, 'postgresql'));
  const onServer = async () =>
    measured(join(folder, 'home'), minutes.postgresql, await server.database('readers'));
  const postgresql =
    server === null ? { notMeasured: 'PostgreSQL is not installed' } : await onServer();
  const pglite = await measured(join(folder, 'pglite'), minutes.pglite);
  const said = {
    readers,
    arriveWithinSeconds,
    slicesPerStudy,
    thinkSeconds,
    savesOfRead,
    signedShare,
    seed,
  };
  process.stdout.write(`${JSON.stringify({ ...said, postgresql, pglite })}\n`);
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
