import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { placesOf, tracesOfUse } from './installation.js';

/** There is something where a backup was to be restored; or a restoring that was begun there is not finished. */
export class RestorePlaceError extends Error {
  readonly code: 'CL_RESTORE_NOT_EMPTY' | 'CL_RESTORE_UNFINISHED';

  constructor(code: RestorePlaceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw reason;
  }
};

/** @throws RestorePlaceError where a restoring was begun and broken off: what is there is no whole installation. */
export const refuseUnfinished = async (home: string): Promise<void> => {
  if (await isThere(placesOf(home).restoring))
    throw new RestorePlaceError(
      'CL_RESTORE_UNFINISHED',
      `A restoring into ${home} was begun and not finished, so that not all is there. Restore again (corelab restore), or remove the folder.`
    );
};

const remove = async (home: string): Promise<void> => {
  for (const name of tracesOfUse) await rm(join(home, name), { recursive: true, force: true });
};

/**
 * Makes sure that a folder is empty of what makes an installation, and marks it until `end`. What an earlier restoring left
 * there that was broken off is removed.
 * @throws RestorePlaceError
 */
export const takePlace = async (home: string) => {
  const { restoring } = placesOf(home);
  if (await isThere(restoring)) await remove(home);
  const names = new Set(await readdir(home));
  const found = tracesOfUse.filter(name => names.has(name));
  if (found.length > 0)
    throw new RestorePlaceError(
      'CL_RESTORE_NOT_EMPTY',
      `${home} is in use: it has ${found.join(', ')}. A backup is restored into an empty folder; name one with CORELAB_HOME.`
    );
  await writeFile(restoring, '{}\n', { mode: 0o600 });
  return {
    /** All is there. */
    end: () => rm(restoring),
    /** Nothing is there again. */
    undo: async (): Promise<void> => {
      await remove(home);
      await rm(restoring, { force: true });
    },
  };
};

/** @throws RestorePlaceError where a server's database has tables */
export const refuseTables = async (db: Kysely<Database>): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1 limit 1`.execute(
    db
  );
  const [first] = rows;
  if (first !== undefined)
    throw new RestorePlaceError(
      'CL_RESTORE_NOT_EMPTY',
      `the database (DATABASE_URL) is in use: it has tables such as ${first.name}. A backup is restored into an empty database.`
    );
};
