import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are kept apart, by their SHA-256: readable by the server's own user alone. */
export interface QuarantineFolder {
  /** Keeps bytes, on the disk when it resolves; the same bytes are kept once. @throws Error when they are others. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** @throws Error when the file is not there or is not what its name says. */
  bytes(sha256: string): Promise<Uint8Array>;
}

const named = /^[0-9a-f]{64}$/;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const quarantineFolder = (folder: string): QuarantineFolder => {
  const pathOf = (sha256: string): string => {
    if (!named.test(sha256)) throw new TypeError('not a SHA-256 in hexadecimal');
    return join(folder, sha256.slice(0, 2), `${sha256}.dcm`);
  };
  return {
    keep: async (sha256, bytes) => {
      const path = pathOf(sha256);
      if (hashOf(bytes) !== sha256) throw new Error(`the bytes to keep are not ${sha256}`);
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      const part = `${path}.${randomBytes(6).toString('hex')}.part`;
      try {
        const file = await open(part, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, path);
      } catch (reason) {
        await rm(part, { force: true });
        throw reason;
      }
    },
    bytes: async sha256 => {
      const bytes = await readFile(pathOf(sha256));
      if (hashOf(bytes) !== sha256) {
        throw new Error(`the kept bytes of ${sha256} are not what their name says`);
      }
      return bytes;
    },
  };
};
