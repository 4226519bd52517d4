/**
 * How long a server that was killed takes until it answers again: from the start of its process to the first answer that asks
 * the database, on the embedded database and on PostgreSQL, with a short record and with one of 100,000 entries; as one JSON
 * document.
 *
 *     node tests/bench/recovery.mjs [ROUNDS]
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { linkHash } from '@corelab/record';
import { ensureAccount } from '../../platform/server/dist/accounts/accounts.js';
import { issueApiToken } from '../../platform/server/dist/accounts/api-tokens.js';
import { migrate, openDatabase } from '../../platform/server/dist/index.js';
import { median } from './median.mjs';
import { postgresqlServer } from './postgresqlServer.mjs';

const rounds = Number(process.argv[2] ?? 5);
const longRecord = 100_000;
const rowsAtOnce = 2_000;
const answerLimitMs = 120_000;
const program = fileURLToPath(new URL('../../platform/server/bin/server.mjs', import.meta.url));
const now = () => new Date();

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** An administrator's token of a new installation. */
async function seed(database) {
  const opened = await openDatabase(database);
  try {
    await migrate(opened.db, now);
    const deps = { db: opened.db, now, newId: randomUUID };
    const account = { userName: 'bench-admin', displayName: 'Bench', password: randomUUID() };
    const admin = await ensureAccount(deps, { ...account, administrator: true });
    return await issueApiToken(deps, admin.id);
  } finally {
    await opened.close();
  }
}

/** Makes the chain outside trials as long as `entries`. */
async function lengthen(database, entries) {
  const opened = await openDatabase(database);
  try {
    const last = await opened.db
      .selectFrom('audit_entry')
      .select(['sequence', 'hash'])
      .where('chain', '=', 'system')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    let { sequence, hash: previousHash } = last;
    const at = now().toISOString();
    while (sequence < entries) {
      const rows = [];
      while (rows.length < rowsAtOnce && sequence < entries) {
        sequence += 1;
        const said = { act: 'login.done', at, zone: 'UTC', by: null, roles: ['system'] };
        const entry = { ...said, software: 'bench', charter: null, details: { number: sequence } };
        const hash = linkHash({ sequence, previousHash, entry });
        rows.push({
          ...{ chain: 'system', sequence, previous_hash: previousHash, hash },
          entry: JSON.stringify(entry),
        });
        previousHash = hash;
      }
      await opened.db.insertInto('audit_entry').values(rows).execute();
    }
  } finally {
    await opened.close();
  }
}

/** Nobody listens yet; anything else is no answer that may be waited for. */
function unlessRefused(reason) {
  if (reason.cause?.code !== 'ECONNREFUSED') throw reason;
  return null;
}

/** Starts the server and kills it; milliseconds from the start of the process to its first answer. */
async function startAndKill(home, environment, token) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [program, '--port', String(port)], {
    env: { ...process.env, ...environment, CORELAB_HOME: home, ORTHANC_URL: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => (said += chunk));
  const ended = new Promise(done => child.once('exit', done));
  try {
    for (;;) {
      if (child.exitCode !== null)
        throw new Error(`the server ended with ${child.exitCode}:\n${said}`);
      if (performance.now() - begun > answerLimitMs) throw new Error('the server does not answer');
      const answer = await fetch(`http://127.0.0.1:${port}/api/admin/trials`, {
        headers: { authorization: `Bearer ${token}` },
      }).catch(unlessRefused);
      if (answer?.status === 200) return performance.now() - begun;
      await pause(5);
    }
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function measured(home, database, environment) {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const token = await seed(database);
  const runs = [];
  await startAndKill(home, environment, token);
  for (const entries of [0, longRecord]) {
    if (entries > 0) await lengthen(database, entries);
    const ms = [];
    for (let round = 0; round < rounds; round += 1)
      ms.push(await startAndKill(home, environment, token));
    runs.push({ entries, medianMs: median(ms), ms });
  }
  return { runs, growth: runs[1].medianMs / runs[0].medianMs };
}

const folder = await mkdtemp(join(tmpdir(), 'corelab-bench-recovery-'));
let server = null;
try {
  const home = join(folder, 'pglite');
  const pglite = await measured(home, { folder: join(home, 'database') }, {});
  server = await postgresqlServer(join(folder, 'postgresql'));
  const onServer = async () => {
    const url = await server.database('recovery');
    return measured(join(folder, 'home'), { url }, { DATABASE_URL: url });
  };
  const postgresql =
    server === null ? { notMeasured: 'PostgreSQL is not installed' } : await onServer();
  process.stdout.write(`${JSON.stringify({ rounds, pglite, postgresql })}\n`);
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
