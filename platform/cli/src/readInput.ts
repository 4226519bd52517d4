import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from './command.js';

/** A file's text. Throws UsageError CL_FILE when it can't be read. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError('CL_FILE', `can't read ${path}: ${messageOf(error)}`);
  }
}

/** A file's bytes. Throws UsageError CL_FILE when it can't be read. */
export async function readFileBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError('CL_FILE', `can't read ${path}: ${messageOf(error)}`);
  }
}

/** The JSON document in `path`, or on standard input without one. Throws UsageError CL_JSON when it is not JSON. */
export async function readJson(path: string | undefined): Promise<unknown> {
  const source = path ?? 'standard input';
  const content = path === undefined ? await text(process.stdin) : await readTextFile(path);
  try {
    return JSON.parse(content.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new UsageError('CL_JSON', `${source} is not JSON: ${messageOf(error)}`);
  }
}
