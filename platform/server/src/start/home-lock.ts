import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export class HomeInUseError extends Error {
  readonly code = 'CL_HOME_IN_USE';

  constructor(home: string) {
    super(
      `Another server already uses ${home}. Stop it, or name another folder with CORELAB_HOME. Several servers share one folder only where the database and the archive are elsewhere (DATABASE_URL and ORTHANC_URL).`
    );
  }
}

/** How often, and after how many ms, it is looked whether another process that has the folder is only ending. */
const endingTries = 10;
const endingMs = 100;

/** Linux has socket names without a file, gone with the process; elsewhere a file in the temporary folder. */
const lockName = (home: string): string => {
  const name = `corelab-${createHash('sha256').update(home).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
};

const hold = (name: string): Promise<(() => Promise<void>) | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy());
    server.once('error', (reason: NodeJS.ErrnoException) =>
      reason.code === 'EADDRINUSE' ? resolve(null) : reject(reason)
    );
    server.listen(name, () => {
      server.unref();
      resolve(() => new Promise(done => server.close(() => done())));
    });
  });

const answers = (name: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = createConnection(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Takes the installation's folder for this process alone, by a local socket that the system frees when the
 * process ends however it ends. Processes in different containers do not see each other's sockets: one folder
 * belongs to one container. Returns the release.
 * @throws HomeInUseError while another process has it.
 */
export const lockHome = async (home: string): Promise<() => Promise<void>> => {
  const name = lockName(await realpath(home));
  const first = await hold(name);
  if (first !== null) return first;
  if (!name.startsWith('\0') && !(await answers(name))) {
    await rm(name, { force: true });
    const second = await hold(name);
    if (second !== null) return second;
  }
  // A child that was just begun has the socket of its parent until it runs its own program: who has ended may seem to be there.
  for (let tries = 0; tries < endingTries; tries += 1) {
    await pause(endingMs);
    const freed = await hold(name);
    if (freed !== null) return freed;
  }
  throw new HomeInUseError(home);
};
