import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { openDatabase } from '../database/open.js';
import type { Database } from '../database/schema.js';
import { lockHome } from '../start/home-lock.js';

/** A database that is there, opened to be looked at. */
export interface Installation {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw reason;
  }
};

/**
 * Opens the database at a PostgreSQL address, or the embedded one of an installation's folder, which nobody else may have open.
 * @throws Error where there is none, HomeInUseError while a server runs on the folder
 */
export const openInstallation = async (place: string): Promise<Installation> => {
  if (/^postgres(ql)?:\/\//.test(place)) return openDatabase({ url: place });
  const home = resolve(place);
  const folder = join(home, 'database');
  if (!(await isFolder(folder)))
    throw new Error(
      `${home} has no embedded database (${folder}): name the folder of an installation, or the address of its PostgreSQL`
    );
  const unlock = await lockHome(home);
  try {
    const { db, close } = await openDatabase({ folder });
    return {
      db,
      close: async () => {
        await close();
        await unlock();
      },
    };
  } catch (reason) {
    await unlock();
    throw reason;
  }
};
