import { parseArgs } from 'node:util';
import { loadCharter } from '@corelab/charter';
import { type Command, UsageError } from './command.js';
import { readTextFile } from './readInput.js';

const usage = 'corelab charter validate FILE';

/** `corelab charter validate FILE`: the charter's hash, or its defects with line and column. */
export const charterCommand: Command = {
  schema: {
    input: 'a charter, YAML',
    output: {
      ok: 'boolean',
      hash: 'sha256 of the resolved charter',
      errors: '{ line, column, path, message }[]',
    },
  },
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [action, file, ...rest] = positionals;
    if (action !== 'validate' || file === undefined || rest.length > 0)
      throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const loaded = loadCharter(await readTextFile(file));
    if (loaded.ok) return { exitCode: 0, output: { ok: true, hash: loaded.hash } };
    for (const { line, column, message } of loaded.errors) {
      process.stderr.write(`${file}:${line}:${column}: ${message}\n`);
    }
    return { exitCode: 1, output: { ok: false, errors: loaded.errors } };
  },
};
