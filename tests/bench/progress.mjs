/**
 * Times of the reading list and of the progress matrix with 100, 10,000 and 100,000 reads, over HTTP at a listening
 * server in this process, as one JSON document; on the embedded database and on PostgreSQL where it is installed.
 * `growth` is the median of 100,000 reads over that of 10,000: 1 is flat. With 100 reads the pages are not full.
 *
 *     node tests/bench/progress.mjs [ROUNDS]
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { defaultPolicy } from '../../platform/server/dist/accounts/policy.js';
import { openSession } from '../../platform/server/dist/accounts/sessions.js';
import { buildApp, migrate, openDatabase } from '../../platform/server/dist/index.js';
import { postgresqlServer } from './postgresqlServer.mjs';
import { seedTrial } from './seededTrial.mjs';

const sizes = [100, 10_000, 100_000];
const rounds = Number(process.argv[2] ?? 100);

/** Nothing is released here. */
const archive = {
  state: () => 'ready',
  releaseRead: async () => undefined,
  readStudies: async () => [],
  intake: async () => ({ receipts: 0, matched: 0, unmatched: [] }),
  register: async () => undefined,
};

async function served(opened, reads) {
  const now = () => new Date('2026-07-20T09:00:00Z');
  const deps = {
    ...{
      db: opened.db,
      now,
      newId: randomUUID,
      archive,
      policy: defaultPolicy,
      demonstration: false,
    },
    ...{ auditKey: 'k'.repeat(43), zone: 'UTC', secureCookie: false, logger: false },
    ...{ siteFolder: null, pluginsFolder: null },
  };
  await migrate(opened.db, now);
  const begun = performance.now();
  const trial = await seedTrial(deps, reads);
  // A server's own housekeeping does this in time; the embedded database has none.
  if (opened.kind === 'postgresql') await sql`vacuum analyze`.execute(opened.db);
  const seedMs = performance.now() - begun;
  const { app } = await buildApp(deps);
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const { id } = await opened.db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', trial.reader)
    .executeTakeFirstOrThrow();
  const cookie = `corelab_session=${await openSession(deps, id)}`;
  const token = { authorization: `Bearer ${trial.token}` };
  const progress = `/api/admin/trials/${trial.trial}/progress`;
  const requests = {
    readingList: { path: '/api/reads', headers: { cookie } },
    matrixFirst: { path: progress, headers: token },
    matrixMiddle: { path: `${progress}?after=${trial.middle}`, headers: token },
    late: { path: `${progress}?late=true`, headers: token },
    stuck: { path: `${progress}?stuck=true`, headers: token },
    ofReader: { path: `${progress}?reader=${trial.reader}`, headers: token },
    subject: { path: `${progress}/subjects/${trial.middle}`, headers: token },
  };
  const ask = async ({ path, headers }) => {
    const asked = performance.now();
    const answer = await fetch(origin + path, { headers });
    const body = await answer.text();
    const ms = performance.now() - asked;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
    return { ms, bytes: body.length };
  };
  const summary = { path: `${progress}/summary`, headers: token };
  return { reads, seedMs, requests, summary, ask, close: () => app.close() };
}

/** The value that a share of the values does not exceed. */
const quantile = (values, share) =>
  [...values].sort((one, other) => one - other)[Math.ceil(share * values.length) - 1];

const rounded = value => Math.round(10 * value) / 10;

/** All sizes in turn, round by round: what other programs do in between falls on all alike. */
async function measured(servers) {
  const names = Object.keys(servers[0].requests);
  const times = servers.map(() => Object.fromEntries(names.map(name => [name, []])));
  const bytes = servers.map(() => ({}));
  for (let round = -3; round < rounds; round += 1)
    for (const [index, { requests, ask }] of servers.entries())
      for (const name of names) {
        const answer = await ask(requests[name]);
        bytes[index][name] = answer.bytes;
        if (round >= 0) times[index][name].push(answer.ms);
      }
  const runs = [];
  for (const [index, { reads, seedMs, ask, summary }] of servers.entries()) {
    const sums = [];
    for (let round = 0; round < 3; round += 1) sums.push((await ask(summary)).ms);
    runs.push({
      reads,
      seedMs: Math.round(seedMs),
      of: Object.fromEntries(
        names.map(name => [
          name,
          {
            p50: rounded(quantile(times[index][name], 0.5)),
            p95: rounded(quantile(times[index][name], 0.95)),
            bytes: bytes[index][name],
          },
        ])
      ),
      summaryMs: rounded(Math.min(...sums)),
    });
  }
  const growth = Object.fromEntries(
    names.map(name => [name, runs.at(-1).of[name].p50 / runs.at(-2).of[name].p50])
  );
  return { runs, growth };
}

async function onDatabases(open) {
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
    return await measured(servers);
  } finally {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'corelab-bench-progress-'));
let pglite;
let postgresql;
try {
  pglite = await onDatabases(reads => openDatabase({ folder: join(folder, String(reads)) }));
  const server = await postgresqlServer(join(folder, 'postgresql'));
  try {
    postgresql =
      server === null
        ? { notMeasured: 'PostgreSQL is not installed' }
        : await onDatabases(async reads =>
            openDatabase({ url: await server.database(`of_${reads}`) })
          );
  } finally {
    await server?.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const result = { measured: 'progress', rounds, pglite, postgresql };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
