import { createReadStream } from 'node:fs';
import { readBundle } from '@corelab/record';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { tableOfPart } from './spooled-rows.js';
import { rowAdder } from './table-rows.js';
import { tableShapes } from './table-shape.js';

/**
 * Brings the rows of a copy into the tables of this database, and says how many.
 * @param takes which tables; all where it is left out
 * @throws what the database refuses; Error for a table that it does not have
 */
export const addRows = async (
  trx: Transaction<Database>,
  file: string,
  takes: (table: string) => boolean = () => true
): Promise<number> => {
  const shapes = new Map((await tableShapes(trx)).map(shape => [shape.name, shape]));
  let added = 0;
  let table = '';
  let adder: ReturnType<typeof rowAdder> | null = null;
  for await (const { path, bytes } of readBundle(createReadStream(file))) {
    const next = tableOfPart(path);
    if (next === null || !takes(next)) continue;
    if (next !== table || adder === null) {
      added += adder?.end() ?? 0;
      const shape = shapes.get(next);
      if (shape === undefined) throw new Error(`the schema of the copy has no table ${next}`);
      table = next;
      adder = rowAdder(trx, shape);
    }
    await adder.add(Buffer.from(bytes).toString('utf8'));
  }
  return added + (adder?.end() ?? 0);
};
