import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from './build.mjs';
import { ensureNodePackages, nodeTooOld } from './nodePackages.mjs';
import { Interrupted, interruption, say } from './step.mjs';

// `npm start`: installs and builds what is missing or changed, then runs the server with the demo trial until it ends.
// Arguments go to the server (`npm start -- --port 8080`).

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stopLimitMs = 60_000;

process.exitCode = await main().catch(error => {
  if (error instanceof Interrupted) return 130;
  throw error;
});

async function main() {
  const tooOld = nodeTooOld();
  if (tooOld !== null) return refuse(tooOld);
  if (!(await ensureNodePackages(root))) return refuse('The npm packages could not be installed.');
  if (!(await buildWhatChanged(root))) return refuse('The build failed: its messages are above.');
  return serve();
}

function refuse(message) {
  say(message);
  return 1;
}

/**
 * Runs the server in its own process group: Ctrl-C in a terminal would otherwise reach it twice, once from the terminal
 * and once from here.
 */
function serve() {
  if (interruption() !== null) throw new Interrupted(interruption());
  const server = spawn(
    process.execPath,
    [join(root, 'platform/server/bin/server.mjs'), '--demo', ...process.argv.slice(2)],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true }
  );
  let asked = false;
  const forward = signal => {
    if (asked) return;
    asked = true;
    server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    setTimeout(() => {
      say(`The server did not stop within ${stopLimitMs / 1000} s; ending it.`);
      server.kill('SIGKILL');
    }, stopLimitMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  return new Promise(done => {
    server.once('error', error =>
      done(refuse(`The server could not be started: ${error.message}`))
    );
    server.once('exit', (code, signal) => done(signal === null || asked ? (code ?? 0) : 1));
  });
}
