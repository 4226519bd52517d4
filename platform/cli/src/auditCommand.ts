import { createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  chainVerifier,
  readHeads,
  type Against,
  type ChainVerdict,
  type SignedHead,
} from '@corelab/record';
import { verifyInstallation } from './auditDatabase.js';
import { byteLines } from './byteLines.js';
import { type Command, type CommandResult, messageOf, UsageError } from './command.js';
import { readTextFile } from './readInput.js';
import { callServer, fetchBytes } from './serverClient.js';
import { writeAtomically } from './writeAtomically.js';

const usage =
  'corelab audit verify FILE|FOLDER|postgresql://... [--heads FILE]... [--key FILE]... [--engines FOLDER] | corelab audit export --trial ID --out FILE';

async function headsIn(file: string): Promise<SignedHead[]> {
  try {
    return readHeads(await readTextFile(file));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError('CL_HEADS', `${file}: ${error.message}`);
    throw error;
  }
}

async function keyIn(file: string): Promise<KeyObject> {
  const pem = await readTextFile(file);
  try {
    return createPublicKey(pem);
  } catch (error) {
    throw new UsageError('CL_KEY', `${file} is no public key in PEM: ${messageOf(error)}`);
  }
}

const resultOf = (verdict: ChainVerdict, more: object = {}): CommandResult => ({
  exitCode: verdict.ok ? 0 : 1,
  output: { ...more, ...verdict },
});

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

interface Given {
  readonly heads: readonly string[];
  readonly keys: readonly string[];
  readonly engines: string | undefined;
}

const againstFiles = async ({ heads, keys }: Given): Promise<Against> => ({
  heads: (await Promise.all(heads.map(headsIn))).flat(),
  keys: await Promise.all(keys.map(keyIn)),
});

/** A file of a chain, or a database: an installation's folder with its anchor, key and engines, or an address. */
async function verify(target: string, given: Given): Promise<CommandResult> {
  const address = /^postgres(ql)?:\/\//.test(target);
  if (!address && !(await isFolder(target))) {
    if (given.engines !== undefined)
      throw new UsageError('CL_USAGE', '--engines goes with a database, which derives results');
    return resultOf(await verdictOf(chunksOf(target), await againstFiles(given)));
  }
  const own = (...path: string[]): string => join(resolve(target), ...path);
  const found = (path: string): string[] => (existsSync(path) ? [path] : []);
  const all: Given = address
    ? given
    : {
        heads: [...given.heads, ...found(own('anchors', 'heads.jsonl'))],
        keys: [...given.keys, ...found(own('anchors', 'audit-key.pem'))],
        engines: given.engines ?? own('engines'),
      };
  return verifyInstallation(target, await againstFiles(all), all.engines);
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
  return resultOf(await verdictOf(chunksOf(file), against), {
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
      chains: 'of a database: { trial, verdict }[], each verdict as above',
      chainsGone: 'of a database: string[] of chains that heads speak of and that are not there',
      signatures: 'of a database: { checked, problems: { code, kind, id, sequence, message }[] }',
      results:
        'of a database: { derivedAgain: number, notDerivable: { kind, id, criterion, why }[] } of signed results',
      upgradeImpact:
        'of a database: { engine, results: { kind, id, criterion, timepoint, differs, was, now }[] } of what today’s rules make otherwise; no problem',
    },
  },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        trial: { type: 'string' },
        out: { type: 'string' },
        heads: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
        engines: { type: 'string' },
      },
    });
    const [action, file, ...rest] = positionals;
    const { trial, out, heads, key, engines } = values;
    if (action === 'verify' && file !== undefined && rest.length === 0 && !trial && !out)
      return verify(file, { heads, keys: key, engines });
    const plain = heads.length === 0 && key.length === 0 && engines === undefined;
    if (action === 'export' && file === undefined && trial && out && plain)
      return exportChain(trial, out);
    throw new UsageError('CL_USAGE', `usage: ${usage}`);
  },
};
