import { createPublicKey } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf, type BundlePart } from '@corelab/record';
import type { ServerDeps } from '../http/server-deps.js';
import { writePrivate } from '../start/secret-file.js';
import type { CheckedCopy } from './checked-copy.js';
import { placesOf } from './installation.js';

/** Public keys of all whose heads may be in the record. */
export async function* publicKeyParts(
  deps: Pick<ServerDeps, 'heads' | 'installation'>
): AsyncGenerator<BundlePart> {
  yield { path: 'anchors/audit-key.pem', bytes: Buffer.from(deps.heads.publicPem) };
  const folder = placesOf(deps.installation.home).otherKeys;
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw reason;
  }
  for (const name of names)
    yield { path: `anchors/keys/${name}`, bytes: await readFile(join(folder, name)) };
}

/** The installation's own public key, and those of installations that trials came from. */
export const publicKeyPart = /^anchors\/(audit-key|keys\/[0-9a-f]{16})\.pem$/;

/** Keeps the public keys of a copy, by which its heads can be verified. */
export const keepPublicKeys = async ({ others }: CheckedCopy, home: string): Promise<void> => {
  for (const [path, bytes] of others) {
    if (!publicKeyPart.test(path)) continue;
    const pem = Buffer.from(bytes).toString('utf8');
    const name = `${keyIdOf(createPublicKey(pem))}.pem`;
    await writePrivate(join(placesOf(home).otherKeys, name), pem);
  }
};
