import { createPublicKey } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chainVerifier, type Against, type SignedHead } from '@corelab/record';
import { verifyInstallation } from './auditDatabase.js';
import { proofsIn, type ProofFiles, type TimestampsSaid } from './auditProofs.js';
import { byteLines } from './byteLines.js';
import { type Command, type CommandResult, messageOf, UsageError } from './command.js';
import { isOfRecord, recordCommand } from './recordCommand.js';
import { callServer, fetchBytes } from './serverClient.js';
import { writeAtomically } from './writeAtomically.js';

const usage =
  'corelab audit verify FILE|FOLDER|postgresql://... [--heads FILE]... [--key FILE]... [--timestamps FILE --authority CERTIFICATE]... [--engines FOLDER] | corelab audit export --trial ID --out FILE';

const resultOf = (
  verdict: { readonly ok: boolean },
  timestamps: TimestampsSaid | null,
  more: object = {}
): CommandResult => {
  const ok = verdict.ok && (timestamps === null || timestamps.problems.length === 0);
  return {
    exitCode: ok ? 0 : 1,
    output: { ...more, ...verdict, ok, ...(timestamps === null ? {} : { timestamps }) },
  };
};

async function verdictOf(chunks: AsyncIterable<Uint8Array>, against: Against) {
  const verifier = chainVerifier(against);
  for await (const line of byteLines(chunks)) {
    if (line.length > 0 && !verifier.takeBytes(line)) break;
  }
  return verifier.end();
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: 1024 * 1024 });
  } catch (error) {
    throw new UsageError('CL_FILE', `can't read ${file}: ${messageOf(error)}`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError('CL_FILE', `can't read ${path}: ${messageOf(error)}`);
  }
}

/** The public halves of the keys that an installation signs or has signed with. */
const publicKeysIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => /^audit-key(-[0-9a-f]{16})?\.pem$/.test(name))
        .sort()
        .map(name => join(folder, name))
    : [];

interface Given extends ProofFiles {
  readonly engines: string | undefined;
}

/** A file of a chain, or a database: an installation's folder with its anchor, key and engines, or an address. */
async function verify(target: string, given: Given): Promise<CommandResult> {
  const address = /^postgres(ql)?:\/\//.test(target);
  if (!address && !(await isFolder(target))) {
    if (given.engines !== undefined)
      throw new UsageError('CL_USAGE', '--engines goes with a database, which derives results');
    const { against, timestamps } = await proofsIn(given);
    return resultOf(await verdictOf(chunksOf(target), against), timestamps);
  }
  const own = (...path: string[]): string => join(resolve(target), ...path);
  const found = (path: string): string[] => (existsSync(path) ? [path] : []);
  const all: Given = address
    ? given
    : {
        heads: [...given.heads, ...found(own('anchors', 'heads.jsonl'))],
        keys: [...given.keys, ...publicKeysIn(own('anchors'))],
        timestamps: [
          ...given.timestamps,
          // Nobody vouches for the authority unless its certificate is given.
          ...(given.authorities.length === 0 ? [] : found(own('anchors', 'timestamps.jsonl'))),
        ],
        authorities: given.authorities,
        engines: given.engines ?? own('engines'),
      };
  const { against, timestamps } = await proofsIn(all);
  return resultOf(await verifyInstallation(target, against, all.engines), timestamps);
}

/** Fetches a chain with its signed heads and the key that they are signed with, and says at once whether it holds. */
async function exportChain(trial: string, out: string): Promise<CommandResult> {
  const path = `/api/admin/audit/${encodeURIComponent(trial)}`;
  const file = resolve(out);
  const files = { file, heads: `${file}.heads`, key: `${file}.key.pem` };
  await writeAtomically(file, fetchBytes(path));
  const { heads, publicKey } = (await callServer('GET', `${path}/heads`)) as {
    heads: SignedHead[];
    publicKey: string;
  };
  // Of what came after the file was written they would say that it is gone.
  const entries = (await verdictOf(chunksOf(file), {})).entries;
  const own = heads.filter(({ sequence }) => sequence <= entries);
  await writeAtomically(files.heads, own.map(head => `${JSON.stringify(head)}\n`).join(''));
  await writeAtomically(files.key, publicKey);
  const against = { heads: own, keys: [createPublicKey(publicKey)] };
  return resultOf(await verdictOf(chunksOf(file), against), null, {
    ...{ trial, file, headsFile: files.heads, keyFile: files.key },
  });
}

/**
 * `corelab audit verify FILE` follows an exported audit chain (JSON lines), names the first broken entry, and holds it against
 * signed heads (those exported with it, or an anchor's file); of a database it does so with every chain, holds every signature
 * against its entry and derives every signed result again; `corelab audit export` fetches a trial's chain (or the one named
 * `system`) into a file, its heads and their public key beside it.
 */
export const auditCommand: Command = {
  schema: {
    input:
      'a file of JSON lines { chain, sequence, previousHash, hash, entry }, an installation’s folder, or the address of its PostgreSQL',
    output: {
      ok: 'boolean',
      entries: 'number',
      provenTo: 'number: the entry up to which heads show that nothing was cut or rewritten',
      notProvable: 'string[]: what these files can’t show',
      broken: '{ place, sequence, code, message } of the first broken entry',
      heads: '{ sequence, at, code, message }[] of heads that contradict the chain',
      timestamps:
        'with --timestamps: { seen: { at, authority, heads }[], problems: { place, why }[] }',
      chains: 'of a database: { trial, verdict }[], each verdict as above',
      chainsGone: 'of a database: string[] of chains that heads speak of and that are not there',
      signatures: 'of a database: { checked, problems: { code, kind, id, sequence, message }[] }',
      results:
        'of a database: { derivedAgain: number, notDerivable: { kind, id, criterion, why }[] } of signed results',
      upgradeImpact:
        'of a database: { engine, results: { kind, id, criterion, timepoint, differs, was, now }[] } of what today’s rules make otherwise; no problem',
    },
  },
  schemaFor: args => (isOfRecord(args) ? recordCommand.schemaFor?.(args) : undefined),
  async run(args) {
    if (isOfRecord(args)) return recordCommand.run(args);
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trial: { type: 'string' },
        out: { type: 'string' },
        heads: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
        engines: { type: 'string' },
        timestamps: { type: 'string', multiple: true, default: [] },
        authority: { type: 'string', multiple: true, default: [] },
      },
    });
    const [action, file, ...rest] = positionals;
    const { trial, out, heads, key, engines, timestamps, authority } = values;
    if (action === 'verify' && file !== undefined && rest.length === 0 && !trial && !out)
      return verify(file, { heads, keys: key, engines, timestamps, authorities: authority });
    const plain =
      [heads, key, timestamps, authority].every(files => files.length === 0) &&
      engines === undefined;
    if (action === 'export' && file === undefined && trial && out && plain)
      return exportChain(trial, out);
    throw new UsageError('CL_USAGE', `usage: ${usage}`);
  },
};
