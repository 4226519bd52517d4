import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BundlePart } from '@corelab/record';
import { hashBytes } from '../audit/canonical-json.js';
import { writePrivate } from '../start/secret-file.js';
import type { CheckedCopy } from './checked-copy.js';
import { placesOf } from './installation.js';

const absentAsNull = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw reason;
  }
};

/** The bytes of a file; null where it is not there. */
export const bytesOrNull = (path: string): Promise<Uint8Array | null> =>
  absentAsNull(readFile(path));

const enginePart = /^engines\/([0-9a-f]{64})\.mjs$/;

/** The engines that results were made with: what is signed is made again by the one that its signature names. */
export async function* engineParts(home: string): AsyncGenerator<BundlePart> {
  const { engines } = placesOf(home);
  const names = (await absentAsNull(readdir(engines))) ?? [];
  for (const name of names.sort())
    if (enginePart.test(`engines/${name}`))
      yield { path: `engines/${name}`, bytes: await readFile(join(engines, name)) };
}

/**
 * Keeps the engines of a copy beside those that are there.
 * @throws Error for one that is not what it is named for: it would be run
 */
export const keepEngines = async ({ others }: CheckedCopy, home: string): Promise<void> => {
  const { engines } = placesOf(home);
  for (const [path, bytes] of others) {
    const sha256 = enginePart.exec(path)?.[1];
    if (sha256 === undefined) continue;
    if (hashBytes(bytes) !== sha256) throw new Error(`${path} is not the engine it is named for`);
    const place = join(engines, `${sha256}.mjs`);
    if ((await bytesOrNull(place)) !== null) continue;
    await writePrivate(place, Buffer.from(bytes).toString('utf8'));
  }
};

/** Where heads were anchored: what is there at the moment of a backup, and timestamps of it. */
const anchorFiles = ['heads.jsonl', 'timestamps.jsonl'] as const;

/** @param anchors the file of the heads; timestamps are beside it */
export const anchorParts = async (anchors: string): Promise<BundlePart[]> => {
  const found: BundlePart[] = [];
  for (const name of anchorFiles) {
    const path = name === 'heads.jsonl' ? anchors : join(dirname(anchors), name);
    const bytes = await bytesOrNull(path);
    if (bytes !== null) found.push({ path: `anchors/${name}`, bytes });
  }
  return found;
};

export const keepAnchors = async ({ others }: CheckedCopy, home: string): Promise<void> => {
  const folder = dirname(placesOf(home).anchors);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of anchorFiles) {
    const bytes = others.get(`anchors/${name}`);
    if (bytes !== undefined)
      await writePrivate(join(folder, name), Buffer.from(bytes).toString('utf8'));
  }
};
