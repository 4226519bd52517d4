import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Transaction } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import type { Database } from '../database/schema.js';

/** Reads the whole database as it is at one moment, whatever is written meanwhile. */
export type Snapshot = <T>(work: (trx: Transaction<Database>) => Promise<T>) => Promise<T>;

const reading = async <T>(
  { db }: Pick<OpenedDatabase, 'db'>,
  work: (trx: Transaction<Database>) => Promise<T>
): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async trx => {
      await sql`set local timezone = 'UTC'`.execute(trx);
      return work(trx);
    });

/**
 * Snapshots of a database. A server has them by itself. The embedded database has one connection, which a long reading would
 * keep from everybody else: it is read from a copy of its files, for the time of whose making alone the others wait.
 * @param folder where the copy is for that time
 */
export const snapshotsOf = (opened: OpenedDatabase, folder: string): Snapshot => {
  const { dump } = opened;
  if (dump === undefined) return work => reading(opened, work);
  return async work => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const place = await mkdtemp(join(folder, 'snapshot-'));
    try {
      const copy = await openDatabase({ folder: join(place, 'database'), snapshot: await dump() });
      try {
        return await reading(copy, work);
      } finally {
        await copy.close();
      }
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  };
};
