import { mkdir, open, readFile } from 'node:fs/promises';
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

/** Adds a text to the end of a file, kept once this resolves. @throws AnchorError */
export const appendedTo = async (path: string, text: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new AnchorError(`the heads of the record can't be written to ${path}: ${why}`);
  }
};
