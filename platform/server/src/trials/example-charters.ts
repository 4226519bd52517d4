import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The charters that ship with @corelab/charter: one of each paradigm. */
const folder = fileURLToPath(new URL('../../../charter/examples/', import.meta.url));

/** A charter to begin with. */
export interface ExampleCharter {
  /** Of its file, without `.yaml`. */
  readonly name: string;
  readonly source: string;
}

/** By name. */
export const exampleCharters = async (): Promise<ExampleCharter[]> => {
  const files = (await readdir(folder)).filter(file => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async file => ({
      name: file.slice(0, -'.yaml'.length),
      source: await readFile(join(folder, file), 'utf8'),
    }))
  );
};
