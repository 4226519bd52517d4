import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../database/migrate.js';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { openJobQueue } from '../jobs/job-queue.js';

/** Where the run keeps it (tests/database); each file of tests makes its own where there is no such folder. */
const folder = (): string | undefined => process.env['CORELAB_TEST_SNAPSHOT'];

/** Makes every table of a server, those of the jobs too. */
export const migrateAll = async (opened: OpenedDatabase): Promise<void> => {
  await migrate(opened.db, () => new Date());
  const jobs = await openJobQueue(opened, {
    upkeep: false,
    onError: reason => {
      throw reason;
    },
  });
  await jobs.stop();
};

const made = async (): Promise<Blob | null> => {
  const opened = await openDatabase();
  if (opened.dump === undefined) {
    await opened.close();
    return null;
  }
  await migrateAll(opened);
  const dump = await opened.dump();
  await opened.close();
  return dump;
};

const kept = async (path: string): Promise<Blob | null> => {
  try {
    return new Blob([await readFile(path)]);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw reason;
  }
};

/**
 * An embedded database with every migration and the tables of the jobs. Making one takes longer than most tests: the
 * first of a run does, and the others begin with its copy. Null where the tests open another kind.
 */
export const migratedSnapshot = async (): Promise<Blob | null> => {
  const keptIn = folder();
  if (keptIn === undefined) return made();
  const path = join(keptIn, 'migrated.tar');
  const found = await kept(path);
  if (found !== null) return found;
  const dump = await made();
  if (dump === null) return null;
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
  await rename(part, path);
  return dump;
};
