import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Product {
  readonly url: string;
  readonly home: string;
  readonly token: string;
  /** Kills the server without warning and starts it again on the same home. */
  crashAndRestart(): Promise<Product>;
  /** Ends the server and removes its home, unless told to keep it. */
  stop(keep?: { readonly keepHome: boolean }): Promise<void>;
}

/** The repository's root: jest runs from there. */
export const root = resolve(process.cwd());

/**
 * Starts the real server with the demo trial on a free port and waits until it says that it is ready.
 * @param home kept data to go on from; a `demoHome` when absent
 * @param environment beside this process's own
 * @param port where it has to be known before the start
 * @throws Error with the server's last output when it ends before that.
 */
export async function startProduct(
  home?: string,
  environment: Readonly<Record<string, string>> = {},
  port = 0
): Promise<Product> {
  return startOn(home ?? (await demoHome()), ['--demo', '--port', `${port}`], environment);
}

/**
 * Starts a server without the demonstration: no images, no trial, and the first administrator as its only account, whose
 * token is `token`.
 * @param home kept data to go on from; a new folder when absent
 * @param environment beside this process's own
 */
export async function startEmptyServer(
  home?: string,
  environment: Readonly<Record<string, string>> = {}
): Promise<Product> {
  const ownHome = home ?? (await mkdtemp(join(tmpdir(), 'corelab-e2e-empty-')));
  return startOn(ownHome, ['--port', '0'], environment);
}

async function startOn(
  ownHome: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>>
): Promise<Product> {
  const child = spawn(process.execPath, [join(root, 'platform/server/bin/server.mjs'), ...flags], {
    cwd: root,
    env: { ...process.env, ...environment, CORELAB_HOME: ownHome },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // The file has the address of the start that wrote it.
  const url = await untilReady(child);
  const { token } = JSON.parse(await readFile(join(ownHome, 'cli.json'), 'utf8')) as {
    token: string;
  };
  return {
    url,
    token,
    home: ownHome,
    crashAndRestart: async () => {
      await end(child, 'SIGKILL');
      return startOn(ownHome, flags, environment);
    },
    stop: async ({ keepHome } = { keepHome: false }) => {
      await end(child, 'SIGTERM');
      if (!keepHome) await rm(ownHome, { recursive: true, force: true });
    },
  };
}

/** A new folder: a copy of the demonstration that was made before all tests (demoHome.setup.mjs), where there is one. */
export async function demoHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'corelab-e2e-'));
  const made = process.env['CORELAB_DEMO_HOME'];
  if (made !== undefined) await cp(made, home, { recursive: true });
  return home;
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

/** The address on the line `ready` of the server's output. */
function untilReady(child: ChildProcess): Promise<string> {
  const seen: string[] = [];
  return new Promise((done, fail) => {
    const read = (chunk: Buffer): void => {
      seen.push(chunk.toString('utf8'));
      const [, url] = /^ready (\S+)\n/im.exec(seen.join('')) ?? [];
      if (url !== undefined) done(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', fail);
    child.once('exit', code => {
      fail(new Error(`The server ended with code ${code}:\n${seen.join('').slice(-4000)}`));
    });
  });
}

/** Ends the process and waits for its exit. */
function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(done => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}
