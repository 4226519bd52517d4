import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '@corelab/e2e';
import type { InventoryRequest } from '../inventory/request.js';
import type { Crawl } from './crawl.js';

/** What browsers asked for when whole cases were read; made anew by `npm run verify:blinding -- --record`. */
const file = join(root, 'tests/blinding/recorded/browser.json');

/** By viewer, as it was kept. @throws the file system's errors */
export const recordedRequests = async (): Promise<
  Readonly<Record<string, readonly InventoryRequest[]>>
> =>
  JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, readonly InventoryRequest[]>>;

/** Keeps what was asked through the server's interface; files of the site are asked for by their names on the disk. */
export async function record(crawls: readonly Crawl[]): Promise<void> {
  const kept = crawls.map(({ viewer, recorded }) => [
    viewer,
    recorded
      .filter(({ method, path }) => method === 'GET' && /^\/(api|reads)\//.test(path))
      .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)),
  ]);
  await writeFile(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
