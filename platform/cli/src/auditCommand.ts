import { parseArgs } from 'node:util';
import { verifyAuditChain } from './auditChain.js';
import { type Command, UsageError } from './command.js';
import { readTextFile } from './readInput.js';

const usage = 'corelab audit verify FILE';

/** `corelab audit verify FILE`: follows an exported audit chain (JSON lines) and names the first broken entry. */
export const auditCommand: Command = {
  schema: {
    input: 'JSON lines of { sequence, previousHash, hash, entry }',
    output: {
      ok: 'boolean',
      entries: 'number',
      broken: '{ line, sequence, code, message } of the first broken entry',
    },
  },
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [action, file, ...rest] = positionals;
    if (action !== 'verify' || file === undefined || rest.length > 0)
      throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const verdict = verifyAuditChain(await readTextFile(file));
    return { exitCode: verdict.ok ? 0 : 1, output: verdict };
  },
};
