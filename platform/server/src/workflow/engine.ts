import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as sources from '@corelab/engine';

/** The rules that make what is signed. */
export interface RunningEngine {
  /** Its name, and the SHA-256 of its file. */
  readonly version: string;
  /** Null where the sources run, as in tests: what they sign names no file. */
  readonly file: { readonly path: string; readonly sha256: string } | null;
  readonly evaluate: typeof sources.evaluate;
}

/**
 * What a build runs is its one file, never the modules that the file was made of: so the hash in a signature is of what made
 * the result.
 */
const runningEngine = async (): Promise<RunningEngine> => {
  if (import.meta.url.endsWith('.ts'))
    return {
      ...{ version: `${sources.name} from sources`, file: null },
      evaluate: sources.evaluate,
    };
  const path = fileURLToPath(import.meta.resolve('@corelab/engine/engine.mjs'));
  const bytes = await readFile(path).catch((reason: unknown) => {
    throw new Error(`the rule engine can't be read from ${path}: npm run build makes it`, {
      cause: reason,
    });
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const loaded = (await import(path)) as typeof sources;
  return {
    ...{ version: `${loaded.name} sha256:${sha256}`, file: { path, sha256 } },
    evaluate: loaded.evaluate,
  };
};

export const engine = await runningEngine();
