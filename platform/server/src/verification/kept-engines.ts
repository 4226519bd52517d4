import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contract, type evaluate } from '@corelab/engine';
import { engine, type RunningEngine } from '../workflow/engine.js';

export type Evaluate = typeof evaluate;

/** The engine that a signature names. */
export type NamedEngine =
  | { readonly evaluate: Evaluate; readonly why: null }
  | { readonly evaluate: null; readonly why: string };

/** Engines of all releases that an installation has had. */
export interface KeptEngines {
  named(version: string): Promise<NamedEngine>;
}

const fileOf = (folder: string, sha256: string): string => join(folder, `${sha256}.mjs`);

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const bytesOf = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw reason;
  }
};

/** Puts the engine that runs beside those that ran before; of sources there is no file. */
export const keepEngine = async (
  folder: string,
  { file }: Pick<RunningEngine, 'file'> = engine
): Promise<void> => {
  if (file === null) return;
  const path = fileOf(folder, file.sha256);
  const there = await bytesOf(path);
  if (there !== null && hashOf(there) === file.sha256) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(await readFile(file.path));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
};

const loaded = async (folder: string, version: string): Promise<NamedEngine> => {
  const no = (why: string): NamedEngine => ({ evaluate: null, why });
  const sha256 = / sha256:([0-9a-f]{64})$/.exec(version)?.[1];
  if (sha256 === undefined) return no(`the signature names no file of an engine: ${version}`);
  const path = fileOf(resolve(folder), sha256);
  const bytes = await bytesOf(path);
  if (bytes === null) return no(`the file of the engine is not there: ${path}`);
  const found = hashOf(bytes);
  // Never run then: it is not what the signature names.
  if (found !== sha256) return no(`the file of the engine is another one, ${found}: ${path}`);
  const module = (await import(pathToFileURL(path).href)) as {
    readonly contract?: unknown;
    readonly evaluate?: Evaluate;
  };
  if (module.contract !== contract || module.evaluate === undefined)
    return no(`the engine is called in another way (${String(module.contract)}): ${path}`);
  return { evaluate: module.evaluate, why: null };
};

/** The engines in a folder; each is loaded once, after its bytes were found to have the hash that is its name. */
export const enginesIn = (folder: string): KeptEngines => {
  const known = new Map<string, Promise<NamedEngine>>();
  return {
    named: version => {
      const before = known.get(version);
      if (before !== undefined) return before;
      const found =
        version === engine.version && engine.file !== null
          ? Promise.resolve({ evaluate: engine.evaluate, why: null })
          : loaded(folder, version);
      known.set(version, found);
      return found;
    },
  };
};
