import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashBytes } from '../audit/canonical-json.js';

/** Files by their SHA-256: readable by the server's own user alone. */
export interface KeptFiles {
  /** Keeps bytes, on the disk when it resolves; the same bytes are kept once. @throws Error when they are others. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** @throws Error when the file is not there or is not what its name says. */
  bytes(sha256: string): Promise<Uint8Array>;
  /** The bytes, or null where they are not there. @throws Error when they are not what their name says. */
  find(sha256: string): Promise<Uint8Array | null>;
  /** Nothing where it is not there. */
  forget(sha256: string): Promise<void>;
}

/** Bytes that are kept apart from the archive. */
export interface QuarantineFolder extends KeptFiles {
  /** What is let in and on its way into the archive, which does not hold it yet. */
  readonly arriving: KeptFiles;
}

/** The bytes of a kept file are not those that it is named for. */
export class DamagedFileError extends Error {
  readonly code = 'CL_FILE_DAMAGED';
}

const named = /^[0-9a-f]{64}$/;

const isAbsent = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === 'ENOENT';

const keptIn = (folder: string): QuarantineFolder['arriving'] => {
  const pathOf = (sha256: string): string => {
    if (!named.test(sha256)) throw new TypeError('not a SHA-256 in hexadecimal');
    return join(folder, sha256.slice(0, 2), `${sha256}.dcm`);
  };
  const bytesOf = async (sha256: string): Promise<Uint8Array> => {
    const bytes = await readFile(pathOf(sha256));
    if (hashBytes(bytes) !== sha256) {
      throw new DamagedFileError(`the kept bytes of ${sha256} are not what their name says`);
    }
    return bytes;
  };
  return {
    keep: async (sha256, bytes) => {
      const path = pathOf(sha256);
      if (hashBytes(bytes) !== sha256) throw new Error(`the bytes to keep are not ${sha256}`);
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
    bytes: bytesOf,
    find: async sha256 => {
      try {
        return await bytesOf(sha256);
      } catch (reason) {
        if (isAbsent(reason)) return null;
        throw reason;
      }
    },
    forget: sha256 => rm(pathOf(sha256), { force: true }),
  };
};

export const quarantineFolder = (folder: string): QuarantineFolder => {
  const kept = keptIn(folder);
  return { ...kept, arriving: keptIn(join(folder, 'arriving')) };
};
