import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Written beside its place, flushed, then renamed: a reader sees the old file or the whole new one. */
export async function writeAtomically(
  path: string,
  content: string | AsyncIterable<Uint8Array>
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      if (typeof content === 'string') await handle.writeFile(content, 'utf8');
      else for await (const chunk of content) await handle.appendFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
