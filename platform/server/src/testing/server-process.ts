import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/server.mjs', import.meta.url));

/** The server as a process of its own, from the build. */
export interface ServerProcess {
  readonly pid: number;
  /** The address of its line `ready`. @throws Error with its output when it ends before that. */
  readonly ready: Promise<string>;
  /** Everything it printed so far. */
  output(): string;
  /** Sends a signal, or waits for its own end; the exit code, or null after a signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built server on a home folder and a port (0 for a free one); `environment` comes over this process's own. */
export const serverProcess = (
  home: string,
  port = 0,
  environment: Readonly<Record<string, string>> = {}
): ServerProcess => {
  const child: ChildProcess = spawn(process.execPath, [program, '--port', String(port)], {
    env: { ...process.env, ...environment, CORELAB_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      const url = /^ready (\S+)$/m.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then(code => reject(new Error(`the server ended with code ${code}:\n${text}`)), reject);
  });
  // Whoever waits for its end alone leaves this one unread.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? -1,
    ready,
    output: () => text,
    end: signal => {
      if (signal !== undefined && child.exitCode === null) child.kill(signal);
      return ended;
    },
  };
};
