import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that only this user reads (600), whole or not at all. */
export const writePrivate = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.part`;
  await writeFile(part, text, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, path);
};

/** The secret kept in a file; made from 256 random bits at the first call. */
export const keepSecret = async (path: string): Promise<string> => {
  try {
    const kept = (await readFile(path, 'utf8')).trim();
    if (kept.length >= 32) return kept;
    throw new Error(`${path} holds no usable secret: restore it, or remove it to make another`);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'ENOENT') throw reason;
  }
  const secret = randomBytes(32).toString('base64url');
  await writePrivate(path, `${secret}\n`);
  return secret;
};
