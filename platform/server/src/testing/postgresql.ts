import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of one test, in a folder of its own. */
export interface PostgresqlServer {
  /** Connection string of its one, empty database. */
  readonly url: string;
  /** Its first process (postmaster), which all others are children of. */
  pid(): number;
  /** Ends the server's first process, SIGKILL unless said otherwise, and waits for that. */
  end(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on what it kept. */
  start(): Promise<void>;
  /** Ends the process and removes the folder. */
  stop(): Promise<void>;
}

interface Person {
  readonly uid: number;
  readonly gid: number;
}

const debianRoot = '/usr/lib/postgresql';
const oldest = 15;
const advice =
  'PostgreSQL 15 or later is missing, and these tests run on the real one: install the package postgresql (as root on Debian: apt-get install postgresql; no service needs to run).';

const entries = (folder: string): Promise<string[]> =>
  readdir(folder).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === 'ENOENT') return [];
    throw reason;
  });

/** The folder of initdb and postgres, newest first. @throws Error that names what to install. */
const programs = async (): Promise<string> => {
  const versions = (await entries(debianRoot))
    .map(Number)
    .filter(version => version >= oldest)
    .sort((a, b) => b - a);
  for (const version of versions) {
    const bin = join(debianRoot, String(version), 'bin');
    const names = await entries(bin);
    if (names.includes('initdb') && names.includes('postgres')) return bin;
  }
  throw new Error(advice);
};

/** PostgreSQL refuses to run as root: root starts it as the user that Debian's package makes. */
const runsAs = async (): Promise<Person | null> => {
  if (process.getuid?.() !== 0) return null;
  const users = await readFile('/etc/passwd', 'utf8');
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  if (uid === undefined || gid === undefined) throw new Error(advice);
  return { uid: Number(uid), gid: Number(gid) };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code));
  });

/** Starts a program; `said` answers what it printed so far. */
const start = (
  program: string,
  args: readonly string[],
  person: Person | null
): { child: ChildProcess; said: () => string } => {
  let text = '';
  const child = spawn(program, args, {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    ...(person ?? {}),
  });
  const read = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  return { child, said: () => text };
};

const inUse = /still in use|already exists/;

/** Resolves when the server says that it takes connections; false where processes of one that was killed are still ending. */
const untilReady = (child: ChildProcess, said: () => string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      if (said().includes('database system is ready to accept connections')) resolve(true);
    });
    void ended(child).then(code => {
      if (inUse.test(said())) resolve(false);
      else reject(new Error(`postgres ended with code ${code}:\n${said()}`));
    }, reject);
  });

/**
 * Tables of tests are small: which join comes first does not matter to them, and trying each order takes longer than the
 * query.
 */
const unplanned = ['-c', 'join_collapse_limit=1', '-c', 'from_collapse_limit=1'];

/**
 * Makes and starts a server on a free port of the loopback address: password by SCRAM, no unix socket.
 * @param durable it waits for the disk, as one does that is to survive being killed
 * @param parent where its folder is made
 * @throws Error that names what to install where PostgreSQL is missing
 */
export const postgresqlServer = async ({
  durable = false,
  parent = tmpdir(),
}: { durable?: boolean; parent?: string } = {}): Promise<PostgresqlServer> => {
  const bin = await programs();
  const person = await runsAs();
  const folder = await mkdtemp(join(parent, 'corelab-postgresql-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomBytes(16).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (person !== null) {
    await chown(folder, person.uid, person.gid);
    await chown(passwordFile, person.uid, person.gid);
  }
  const made = start(
    join(bin, 'initdb'),
    [
      ...['--pgdata', data, '--username', 'corelab', '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-sync'],
    ],
    person
  );
  if ((await ended(made.child)) !== 0) throw new Error(`initdb failed:\n${made.said()}`);
  const port = await freePort();
  const run = async (): Promise<ReturnType<typeof start>> => {
    for (;;) {
      const one = start(
        join(bin, 'postgres'),
        [
          ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
          ...['-c', 'unix_socket_directories=', ...unplanned],
          ...['-c', `fsync=${durable ? 'on' : 'off'}`],
        ],
        person
      );
      if (await untilReady(one.child, one.said)) return one;
    }
  };
  let running = await run();
  const end = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const over = ended(running.child);
    running.child.kill(signal);
    await over;
  };
  return {
    url: `postgresql://corelab:${password}@127.0.0.1:${port}/postgres`,
    pid: () => running.child.pid ?? -1,
    end,
    start: async () => {
      running = await run();
    },
    stop: async () => {
      // Waits for clients that are just leaving: ended under them, they would report an error nobody hears.
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
