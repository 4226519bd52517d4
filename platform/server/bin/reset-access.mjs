#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// For the operator, on the server's machine: `reset-access.mjs USER --operator NAME --reason TEXT` gives an account a one-time
// password and takes its second factor, where there are not two administrators to do it. It is an entry of the record.

const built = new URL('../dist/index.js', import.meta.url);
const usage = 'Usage: npm run reset-access -- USER --operator NAME --reason TEXT';

const fail = (message, code) => {
  process.stderr.write(`${message}\n`);
  process.exit(code);
};

if (!existsSync(fileURLToPath(built))) fail('The server is not built: npm run build', 1);

let given;
try {
  given = parseArgs({
    allowPositionals: true,
    options: { operator: { type: 'string' }, reason: { type: 'string' } },
  });
} catch (reason) {
  fail(`${reason.message}\n${usage}`, 2);
}
const { operator = '', reason = '' } = given.values;
const [user, ...more] = given.positionals;
if (user === undefined || more.length > 0) fail(`One account is named.\n${usage}`, 2);
if (operator.trim() === '') fail(`--operator: who does this, by name.\n${usage}`, 2);
if (reason.trim() === '') fail(`--reason: why, for the record.\n${usage}`, 2);

const home =
  process.env.CORELAB_HOME ??
  join(fileURLToPath(new URL('../../../', import.meta.url)), '.corelab');
if (process.env.DATABASE_URL === undefined && !existsSync(join(home, 'database'))) {
  fail(`${home} holds no database: name the folder of the installation with CORELAB_HOME.`, 1);
}

const { resetAccess } = await import(built.href);
const sentences = {
  CL_NOT_FOUND: `There is no account ${user} in ${home}.`,
  CL_HOME_IN_USE: `The server runs on ${home}, and the embedded database belongs to one process: stop the server, then run this again.`,
};
try {
  const done = await resetAccess({ user, operator: operator.trim(), reason: reason.trim(), home });
  process.stdout.write(
    `One-time password of ${done.user}: ${done.oneTimePassword}\nIt is not shown again, holds for seven days and must be changed at the first login. Sessions, API tokens and the second factor of the account are gone.\n`
  );
} catch (error) {
  const known = sentences[error.code] ?? (error.code?.startsWith('CL_') ? error.message : null);
  fail(known ?? error.stack ?? String(error), 1);
}
