import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readHeads, type SignedHead } from '@corelab/record';

/** A place outside the database that signed heads are written to, from which nothing is taken away. */
export interface Anchor {
  /** What it is called where it is told of. */
  readonly place: string;
  /** Resolves once they are kept there. @throws AnchorError */
  write(heads: readonly SignedHead[]): Promise<void>;
  /** What is kept there, of all chains; left out where it is not given back. @throws AnchorError */
  read?(): Promise<readonly SignedHead[]>;
}

/** The place of the anchor could not be written to. */
export class AnchorError extends Error {
  readonly code = 'CL_ANCHOR_UNAVAILABLE';
}

/** A file of JSON lines that is only appended to; best on storage that whoever runs the server can't change. */
export const anchorFile = (path: string): Anchor => ({
  place: path,
  write: heads => appendedTo(path, heads.map(head => `${JSON.stringify(head)}\n`).join('')),
  read: async () => {
    try {
      return readHeads(await readFile(path, 'utf8'));
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      throw new AnchorError(`the heads of the record can't be read from ${path}: ${why}`);
    }
  },
});

/** Takes half a line off the end of a file, which would make every later verification refuse the whole of it. */
const wholeLines = async (file: FileHandle): Promise<void> => {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, longestLine));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = size - tail.length + tail.lastIndexOf('\n') + 1;
  if (end < size) await file.truncate(end);
};

/** More than any line has: a head, or a timestamp with the certificates of its authority. */
const longestLine = 256 * 1024;

const appended = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'a+', 0o600);
  try {
    // Left by a power cut: its head is among those that are written now.
    await wholeLines(file);
    try {
      await file.appendFile(text);
      await file.sync();
    } catch (reason) {
      await wholeLines(file);
      throw reason;
    }
  } finally {
    await file.close();
  }
};

/** Adds lines to the end of a file, kept once this resolves. @throws AnchorError */
export const appendedTo = async (path: string, text: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appended(path, text);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new AnchorError(`the heads of the record can't be written to ${path}: ${why}`);
  }
};
