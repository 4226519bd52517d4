import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The text in a file beside `path` that only this user reads; nobody else writes to that one. */
const besides = async (path: string, text: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    // Its name must not outlive a power cut without its content.
    await file.sync();
  } finally {
    await file.close();
  }
  return part;
};

/** Writes a file that only this user reads (600), whole or not at all. */
export const writePrivate = async (path: string, text: string): Promise<void> => {
  await rename(await besides(path, text), path);
};

const isCode = (reason: unknown, code: string): boolean =>
  (reason as NodeJS.ErrnoException).code === code;

const kept = async (path: string): Promise<string | null> => {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (reason) {
    if (isCode(reason, 'ENOENT')) return null;
    throw reason;
  }
  if (text.length >= 32) return text;
  throw new Error(`${path} holds no usable secret: restore it, or remove it to make another`);
};

/**
 * The text kept in a file, made where there is none. Processes that start together agree on one.
 * @throws Error where the file holds none
 */
export const keepText = async (path: string, make: () => string): Promise<string> => {
  const found = await kept(path);
  if (found !== null) return found;
  const secret = make().trim();
  const part = await besides(path, `${secret}\n`);
  try {
    // Unlike a rename, a link never takes another's place.
    await link(part, path);
    return secret;
  } catch (reason) {
    if (!isCode(reason, 'EEXIST')) throw reason;
    return await keepText(path, make);
  } finally {
    await rm(part, { force: true });
  }
};
