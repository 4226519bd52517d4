import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { integer, objectOf, string } from './answerShapes.js';
import { type Command, CommandError, type ExitCode, UsageError } from './command.js';
import { readPassphrase } from './readPassphrase.js';

const usage = 'corelab restore FILE [--with-secrets]';

/** Part of the server's package, which alone knows its database. */
const program = fileURLToPath(new URL('../../server/bin/restore.mjs', import.meta.url));

const texts = { type: 'array', items: string };

/** `corelab restore`: a backup into an empty CORELAB_HOME and database, while no server runs there. */
export const restoreCommand: Command = {
  schema: {
    usage,
    input:
      'with --with-secrets the passphrase of the backup, one line, or CORELAB_PASSPHRASE; CORELAB_HOME, DATABASE_URL and DATABASE_ADMIN_URL say where',
    output: objectOf({
      ...{ madeAt: string, software: string, rows: integer, images: integer },
      secrets: { type: 'boolean' },
      migrations: { ...texts, description: 'That the database was brought up to date with.' },
      chains: {
        type: 'array',
        items: objectOf({ chain: string, entries: integer, provenTo: integer }),
      },
      ...{ notIncluded: texts, missing: texts },
    }),
  },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'with-secrets': { type: 'boolean', default: false } },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const passphrase = values['with-secrets'] ? await readPassphrase() : undefined;
    const child = spawn(process.execPath, [program, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Nothing in it is nothing said: a passphrase is for secrets that were asked for.
      env: { ...process.env, CORELAB_PASSPHRASE: passphrase ?? '' },
    });
    const ended = new Promise<number | null>((done, failed) => {
      child.once('error', failed);
      child.once('close', done);
    });
    const said = await text(child.stdout);
    const code = await ended;
    if (code === 2) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    if (said === '' || (code !== 0 && code !== 1))
      throw new CommandError('CL_RESTORE_FAILED', `the restoring ended with ${code}`);
    return { exitCode: code satisfies number as ExitCode, output: JSON.parse(said) as unknown };
  },
};
