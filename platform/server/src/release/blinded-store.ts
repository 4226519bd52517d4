import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Frames and metadata as readers may see them. A stored object is whole or absent, never partly written. */
export interface BlindedStore {
  /** Stores bytes once and returns their SHA-256 in hexadecimal. */
  putFrame(bytes: Uint8Array): Promise<string>;
  hasFrame(hash: string): Promise<boolean>;
  /** null when the store does not hold it (any more). */
  frame(hash: string): Promise<Uint8Array | null>;
  /** Replaces a read's metadata files, all or none. */
  putRead(readId: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  putReadFile(readId: string, name: string, bytes: Uint8Array): Promise<void>;
  readFile(readId: string, name: string): Promise<Uint8Array | null>;
  dropRead(readId: string): Promise<void>;
}

const safeName = /^[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/;
const checked = (name: string): string => {
  if (!safeName.test(name))
    throw new TypeError(`not a name this store keeps: ${JSON.stringify(name)}`);
  return name;
};

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const readOrNull = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
};

/** On the disk when it resolves: a name must not outlive a power cut without its bytes, since what is there is not made again. */
const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
};

/** The store as a folder: `content/<2>/<hash>` for frames, `reads/<readId>/<name>` for metadata. */
export const folderStore = (folder: string): BlindedStore => {
  const contentPath = (hash: string): string =>
    join(folder, 'content', checked(hash).slice(0, 2), hash);
  const readPath = (readId: string): string => join(folder, 'reads', checked(readId));
  const temporary = (path: string): string => `${path}.${randomBytes(6).toString('hex')}.part`;
  const exists = async (path: string): Promise<boolean> => {
    try {
      await stat(path);
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  };
  const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const part = temporary(path);
    try {
      await writeSynced(part, bytes);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  };
  return {
    putFrame: async bytes => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!(await exists(contentPath(hash)))) await writeWhole(contentPath(hash), bytes);
      return hash;
    },
    hasFrame: hash => exists(contentPath(hash)),
    frame: hash => readOrNull(contentPath(hash)),
    putRead: async (readId, files) => {
      const part = temporary(readPath(readId));
      await mkdir(part, { recursive: true, mode: 0o700 });
      try {
        for (const [name, bytes] of files) await writeSynced(join(part, checked(name)), bytes);
        await rm(readPath(readId), { recursive: true, force: true });
        await rename(part, readPath(readId));
      } catch (error) {
        await rm(part, { recursive: true, force: true });
        throw error;
      }
    },
    putReadFile: (readId, name, bytes) => writeWhole(join(readPath(readId), checked(name)), bytes),
    readFile: (readId, name) => readOrNull(join(readPath(readId), checked(name))),
    dropRead: readId => rm(readPath(readId), { recursive: true, force: true }),
  };
};
