import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundlePart } from '@corelab/record';
import type { RawBuilder, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { CopiedTable } from './table-belongings.js';
import { rowsOf } from './table-rows.js';
import { tableShapes } from './table-shape.js';

/** Rows on the disk until whoever asked for them has taken them: no transaction waits for a slow line. */
export interface SpooledRows {
  /** By table, in an order in which they can be added. */
  readonly counts: Readonly<Record<string, number>>;
  parts(): AsyncGenerator<BundlePart>;
  remove(): Promise<void>;
}

/** The part of a table's rows; they are counted from 1. */
export const rowsPath = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.jsonl`;

const rowsPart = /^tables\/([a-z_]+)\/(\d{6})\.jsonl$/;

/** The table whose rows a part has; null where it has none. */
export const tableOfPart = (path: string): string | null => rowsPart.exec(path)?.[1] ?? null;

/**
 * Reads the rows of tables in a transaction.
 * @param condition which rows of a table; null: all
 * @param folder exists once it is needed, and is emptied by `remove`
 */
export const spoolRows = async (
  trx: Transaction<Database>,
  tables: readonly CopiedTable[],
  condition: ((table: CopiedTable) => RawBuilder<boolean>) | null,
  folder: string
): Promise<SpooledRows> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = await mkdtemp(join(folder, 'rows-'));
  const counts: Record<string, number> = {};
  const paths: string[] = [];
  const fileOf = (path: string): string => join(place, path.replaceAll('/', '-'));
  const remove = (): Promise<void> => rm(place, { recursive: true, force: true });
  try {
    for (const shape of await tableShapes(trx)) {
      const table = tables.find(name => name === shape.name);
      if (table === undefined) continue;
      counts[table] = 0;
      let number = 0;
      for await (const { text, rows } of rowsOf(trx, shape, condition?.(table) ?? null)) {
        number += 1;
        counts[table] += rows;
        const path = rowsPath(table, number);
        await writeFile(fileOf(path), text, { mode: 0o600 });
        paths.push(path);
      }
    }
  } catch (reason) {
    await remove();
    throw reason;
  }
  return {
    counts,
    parts: async function* parts() {
      for (const path of paths) yield { path, bytes: await readFile(fileOf(path)) };
    },
    remove,
  };
};
