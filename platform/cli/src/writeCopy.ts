import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { BundleError, readBundle } from '@corelab/record';
import { boolean, integer, string } from './answerShapes.js';
import { CommandError, type ExitCode } from './command.js';

const texts = { type: 'array', items: string };

/** What a command says of a copy that it wrote. */
export const copyShape = {
  ...{ file: string, bytes: integer, sha256: string },
  rows: { type: 'object', additionalProperties: integer },
  ...{ images: integer, quarantined: integer, secrets: boolean },
  missing: {
    ...texts,
    description: 'SHA-256 of images that were nowhere as they should be; exit code 1.',
  },
  notIncluded: texts,
};

/** A copy that lacks images is there, and no whole one. */
export const exitCodeOfCopy = (output: unknown): ExitCode => {
  const { missing } = (output ?? {}) as { missing?: unknown };
  return Array.isArray(missing) && missing.length > 0 ? 1 : 0;
};

/** A copy that was written whole and is what it says. */
export interface WrittenCopy {
  readonly bytes: number;
  /** SHA-256 of the list of its parts. */
  readonly sha256: string;
  /** What it says that it has. */
  readonly contents: Readonly<Record<string, unknown>>;
}

/**
 * Writes a copy that the server sends, comparing its parts with what it says of them while they come; a file is there whole,
 * flushed, or not at all. Throws CommandError with what is wrong.
 */
export async function writeCopy(
  path: string,
  content: AsyncIterable<Uint8Array>
): Promise<WrittenCopy> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  let bytes = 0;
  let contents: unknown = null;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    let sha256: string;
    try {
      const written = async function* written(): AsyncGenerator<Uint8Array> {
        for await (const chunk of content) {
          await handle.writeFile(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      const parts = readBundle(written());
      for (;;) {
        const next = await parts.next();
        if (next.done === true) {
          sha256 = next.value;
          break;
        }
        if (next.value.path === 'contents.json')
          contents = JSON.parse(Buffer.from(next.value.bytes).toString('utf8'));
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return { bytes, sha256, contents: (contents ?? {}) as Readonly<Record<string, unknown>> };
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof BundleError)
      throw new CommandError(error.code, `nothing was written to ${path}: ${error.message}`);
    throw error;
  }
}
