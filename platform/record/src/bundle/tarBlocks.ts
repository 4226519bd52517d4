import { Header } from 'tar';

/** A tar file is made of these, PAX interchange format (POSIX.1-2001). */
export const blockBytes = 512;

/** Of a part's header; all parts of a bundle have the same. */
const fixed = { mode: 0o600, uid: 0, gid: 0, type: 'File' } as const;

/** Longer names, and parts of 8 GiB and more, would need a second header. */
const limits = { path: 100, size: 8 * 1024 ** 3 };

const partPath = /^[0-9A-Za-z][0-9A-Za-z._/-]*$/;

/**
 * The header of a part.
 * @throws RangeError for a path or length that one header does not hold
 */
export const partHeader = (path: string, size: number, at: Date): Uint8Array => {
  if (!partPath.test(path) || path.includes('..') || path.length > limits.path)
    throw new RangeError(`"${path}" can't be the path of a part`);
  if (size >= limits.size) throw new RangeError(`${path} has ${size} bytes, too many for a part`);
  const block = Buffer.alloc(blockBytes);
  new Header({ ...fixed, path, size, mtime: at }).encode(block);
  return block;
};

export interface PartPlace {
  readonly path: string;
  readonly size: number;
}

/** What a header says; null where it is none that `partHeader` makes, to the last byte. */
export const placeOf = (block: Uint8Array): PartPlace | null => {
  const header = new Header(Buffer.from(block));
  const { path, size, mtime, cksumValid } = header;
  if (!cksumValid || path === undefined || size === undefined || mtime === undefined) return null;
  try {
    return Buffer.compare(partHeader(path, size, mtime), block) === 0 ? { path, size } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** How many zeros stand after so many bytes. */
export const paddingAfter = (size: number): number =>
  (blockBytes - (size % blockBytes)) % blockBytes;

export const isZeros = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 0);
