#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// The trial server: `server.mjs [--demo] [--port N] [--host ADDRESS]`. Prints a line `ready URL` when it answers.

const built = new URL('../dist/index.js', import.meta.url);
const say = line => process.stdout.write(`${line}\n`);

const fail = (message, code) => {
  process.stderr.write(`${message}\n`);
  process.exit(code);
};

if (!existsSync(fileURLToPath(built))) fail('The server is not built: npm run build', 1);

let values;
try {
  ({ values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      port: { type: 'string' },
      host: { type: 'string' },
    },
  }));
} catch (reason) {
  fail(reason.message, 2);
}
const port = values.port === undefined ? undefined : Number(values.port);
if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
  fail(`--port ${values.port}: expected a number from 0 to 65535`, 2);
}

const { startServer } = await import(built.href);
let server = null;
const ending = new AbortController();
const stop = async () => {
  ending.abort(new Error('The start was ended.'));
  if (server === null) return;
  try {
    await server.stop();
    process.exit(0);
  } catch (reason) {
    fail(`The server did not stop cleanly: ${reason.stack}`, 1);
  }
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

/** Refusals that a person can act on; anything else is shown with where it came from. */
const plain = [
  ...['CL_HOME_IN_USE', 'CL_DEMO_NOT_READY', 'CL_DATABASE_UNAVAILABLE'],
  ...['CL_KEY_MISSING', 'CL_KEY_UNREADABLE', 'CL_KEY_UNUSABLE', 'CL_KEY_CHANGED'],
  ...['CL_MIGRATION_FAILED', 'CL_RESTORE_UNFINISHED'],
];

try {
  server = await startServer({
    demo: values.demo,
    say,
    signal: ending.signal,
    ...(port === undefined ? {} : { port }),
    ...(values.host === undefined ? {} : { host: values.host }),
  });
  if (ending.signal.aborted) await stop();
} catch (reason) {
  if (ending.signal.aborted) process.exit(0);
  fail(plain.includes(reason.code) ? reason.message : (reason.stack ?? String(reason)), 1);
}
