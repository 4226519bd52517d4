#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// Restores a backup into an empty CORELAB_HOME and database: `restore.mjs FILE`. What `corelab restore` runs, since only
// this package knows the database. One JSON document on standard output; exit 0 done, 1 refused, 2 the command is wrong.

const built = new URL('../dist/index.js', import.meta.url);
const print = answer => process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
const wrong = message => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
};

const run = async file => {
  const { restoreBackup } = await import(built.href);
  const { CORELAB_HOME, CORELAB_PASSPHRASE, DATABASE_ADMIN_URL, DATABASE_URL } = process.env;
  const repository = fileURLToPath(new URL('../../../.corelab', import.meta.url));
  const databaseUrl = DATABASE_ADMIN_URL || DATABASE_URL;
  try {
    const restored = await restoreBackup({
      file: resolve(file),
      home: resolve((CORELAB_HOME || repository).replace(/^~(?=\/|$)/, homedir())),
      ...(databaseUrl ? { databaseUrl } : {}),
      ...(CORELAB_PASSPHRASE ? { passphrase: CORELAB_PASSPHRASE } : {}),
      now: () => new Date(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    print(restored);
    process.exitCode = restored.missing.length > 0 ? 1 : 0;
  } catch (reason) {
    const code = String(reason.code ?? '').startsWith('CL_') ? reason.code : 'CL_RESTORE_FAILED';
    const message = `${file} was not restored: ${reason.message}`;
    process.stderr.write(`${message}\n`);
    print({ error: { code, message } });
    process.exitCode = 1;
  }
};

try {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) wrong('usage: corelab restore FILE');
  else if (!existsSync(fileURLToPath(built))) wrong('The server is not built: npm run build');
  else if (!existsSync(join(file))) wrong(`there is no file ${file}`);
  else await run(file);
} catch (reason) {
  wrong(reason.message);
}
