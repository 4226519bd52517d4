import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Ended by a signal to this script: no step may go on. */
export class Interrupted extends Error {
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}

const heartbeatMs = 10_000;
const quietMs = 2_000;
const running = new Set();
let interruptedBy = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interruptedBy ??= signal;
    for (const child of running) signalGroup(child.pid, 'SIGTERM');
  });

/** The signal this script got, or null. */
export function interruption() {
  return interruptedBy;
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program in a process group of its own, without stdin, and says what it is doing: a line when it takes more than
 * two seconds, one every ten seconds, and one at its end. What it printed is shown only when it fails.
 * @returns {Promise<{ code: number, output: string }>} code 124 when it exceeded limitMs.
 * @throws Interrupted
 */
export async function runStep(
  title,
  program,
  args,
  { cwd, environment = {}, limitMs, showOutput = 'onFailure' } = {}
) {
  if (interruptedBy !== null) throw new Interrupted(interruptedBy);
  const begun = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const chunks = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.stderr.on('data', chunk => chunks.push(chunk));

  let tooLong = false;
  const timers = [setTimeout(() => say(`... ${title}`), quietMs)];
  const beat = setInterval(() => say(`... ${title}, ${seconds(begun)}`), heartbeatMs);
  if (limitMs !== undefined)
    timers.push(
      setTimeout(() => {
        tooLong = true;
        signalGroup(child.pid, 'SIGKILL');
      }, limitMs)
    );
  const code = await endOf(child, chunks);
  timers.forEach(clearTimeout);
  clearInterval(beat);
  running.delete(child);
  if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
  child.stdout.destroy();
  child.stderr.destroy();

  if (interruptedBy !== null) throw new Interrupted(interruptedBy);
  if (tooLong) chunks.push(Buffer.from(`\nended after ${limitMs / 1000} s: it took too long\n`));
  const output = Buffer.concat(chunks).toString('utf8');
  const failed = tooLong || code !== 0;
  if (failed && showOutput === 'onFailure') say(output.trimEnd());
  say(`${failed ? 'FAILED' : 'ok'}  ${title}, ${seconds(begun)}`);
  return { code: tooLong ? 124 : code, output };
}

/** Waits for the exit, not for the pipes: a grandchild that holds them must not hold us. */
async function endOf(child, chunks) {
  const failed = once(child, 'error').then(([error]) => {
    chunks.push(Buffer.from(`${error.message}\n`));
    return 127;
  });
  const ended = new Promise(done => {
    child.once('exit', (code, signal) => {
      const drained = once(child, 'close');
      const patience = new Promise(go => setTimeout(go, 1000).unref());
      void Promise.race([drained, patience]).then(() => done(signal === null ? code : 128));
    });
  });
  return Promise.race([failed, ended]);
}

/** Sends a signal to a process group; that it has gone is no error. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
