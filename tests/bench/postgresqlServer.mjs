import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const root = '/usr/lib/postgresql';

async function newest() {
  try {
    return (await readdir(root)).map(Number).sort((one, other) => other - one)[0] ?? null;
  } catch (reason) {
    if (reason.code === 'ENOENT') return null;
    throw reason;
  }
}

/** PostgreSQL refuses to run as root, which therefore starts it as the user that Debian's package makes. */
async function runsAs() {
  if (process.getuid() !== 0) return {};
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8'));
  return { uid: Number(uid), gid: Number(gid) };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * A PostgreSQL of Debian's on the loopback address, with its own settings, in a folder of its parent's; null where none is
 * installed. `database` makes one and answers its address.
 */
export async function postgresqlServer(folder) {
  const version = await newest();
  if (version === null) return null;
  const person = await runsAs();
  const bin = join(root, String(version), 'bin');
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomUUID();
  await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (person.uid !== undefined) {
    for (const path of [join(folder, '..'), folder, passwordFile])
      await chown(path, person.uid, person.gid);
  }
  await promisify(execFile)(
    join(bin, 'initdb'),
    [
      ...['--pgdata', data, '--username', 'corelab', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale'],
    ],
    { cwd: '/', ...person }
  );
  const port = await freePort();
  const child = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ],
    { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], ...person }
  );
  const ended = new Promise(resolve => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    void ended.then(() => reject(new Error(`postgres ended:\n${said}`)));
  });
  const address = name => `postgresql://corelab:${password}@127.0.0.1:${port}/${name}`;
  return {
    database: async name => {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      try {
        await client.query(`create database ${name}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
