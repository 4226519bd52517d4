import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAuditChain } from './auditChain.js';
import { type Command, type CommandResult, UsageError } from './command.js';
import { readTextFile } from './readInput.js';
import { fetchText } from './serverClient.js';
import { writeAtomically } from './writeAtomically.js';

const usage = 'corelab audit verify FILE | corelab audit export --trial ID --out FILE';

async function verify(file: string): Promise<CommandResult> {
  const verdict = verifyAuditChain(await readTextFile(file));
  return { exitCode: verdict.ok ? 0 : 1, output: verdict };
}

/** Fetches a chain and says at once whether it holds. */
async function exportChain(trial: string, out: string): Promise<CommandResult> {
  const chain = await fetchText(`/api/admin/audit/${encodeURIComponent(trial)}`);
  const file = resolve(out);
  await writeAtomically(file, chain);
  const verdict = verifyAuditChain(chain);
  return { exitCode: verdict.ok ? 0 : 1, output: { trial, file, ...verdict } };
}

/**
 * `corelab audit verify FILE` follows an exported audit chain (JSON lines) and names the first broken entry;
 * `corelab audit export` fetches a trial's chain (or the one named `system`) into a file.
 */
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
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trial: { type: 'string' }, out: { type: 'string' } },
    });
    const [action, file, ...rest] = positionals;
    const { trial, out } = values;
    if (action === 'verify' && file !== undefined && rest.length === 0 && !trial && !out)
      return verify(file);
    if (action === 'export' && file === undefined && trial && out) return exportChain(trial, out);
    throw new UsageError('CL_USAGE', `usage: ${usage}`);
  },
};
