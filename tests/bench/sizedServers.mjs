/** Servers on trials of different sizes, over HTTP in this process, on the embedded database and on PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { defaultPolicy } from '../../platform/server/dist/accounts/policy.js';
import { buildApp, migrate, openDatabase } from '../../platform/server/dist/index.js';
import { openJobQueue } from '../../platform/server/dist/jobs/job-queue.js';
import { postgresqlServer } from './postgresqlServer.mjs';
import { seedTrial } from './seededTrial.mjs';

/** Reads of the trials. */
export const sizes = [100, 10_000, 100_000];

/** Nothing is released here. */
const archive = {
  state: () => 'ready',
  releaseRead: async () => undefined,
  releaseAdjudication: async () => undefined,
  readStudies: async () => [],
  intake: async () => ({ receipts: 0, matched: 0, unmatched: [] }),
  watch: async () => [],
  register: async () => undefined,
};

async function served(opened, reads) {
  const now = () => new Date('2026-07-20T09:00:00Z');
  const jobs = await openJobQueue(opened, {
    upkeep: false,
    onError: reason => {
      throw reason;
    },
  });
  const deps = {
    ...{ db: opened.db, now, newId: randomUUID, archive, jobs },
    ...{
      policy: { ...defaultPolicy, loginsPerMinute: 100_000, costlyPerMinute: 100_000 },
      demonstration: false,
    },
    ...{ auditKey: 'k'.repeat(43), zone: 'UTC', secureCookie: false, logger: false },
    ...{ siteFolder: null, pluginsFolder: null },
  };
  await migrate(opened.db, now);
  const begun = performance.now();
  const trial = await seedTrial(deps, reads);
  // What a server's own housekeeping does in time, and ours for the embedded database.
  await sql`vacuum analyze`.execute(opened.db);
  const seedMs = performance.now() - begun;
  const { app, releases } = await buildApp(deps);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await jobs.stop();
  };
  return { deps, reads, seedMs, trial, origin, releases, close };
}

/** Ask and wait for the whole answer, ms. @throws Error when the status is not 200. */
export async function timed(origin, { path, headers, body }) {
  const asked = performance.now();
  const answer = await fetch(origin + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  });
  const text = await answer.text();
  const ms = performance.now() - asked;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return { ms, text };
}

/** What `measure` says of servers of all sizes, on one kind of database. */
async function onDatabases(open, measure) {
  const stops = [];
  try {
    const servers = [];
    for (const reads of sizes) {
      const opened = await open(reads);
      stops.push(() => opened.close());
      const server = await served(opened, reads);
      stops.push(server.close);
      servers.push(server);
    }
    return await measure(servers);
  } finally {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  }
}

/** `measure` with servers of all sizes, on the embedded database and on PostgreSQL where it is installed. */
export async function onBothDatabases(measure) {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-bench-sizes-'));
  try {
    const pglite = await onDatabases(
      reads => openDatabase({ folder: join(folder, String(reads)) }),
      measure
    );
    const server = await postgresqlServer(join(folder, 'postgresql'));
    if (server === null) {
      return { pglite, postgresql: { notMeasured: 'PostgreSQL is not installed' } };
    }
    try {
      const open = async reads => openDatabase({ url: await server.database(`of_${reads}`) });
      return { pglite, postgresql: await onDatabases(open, measure) };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
