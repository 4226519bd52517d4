import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from './open.js';
import { keepStatistics } from './statistics.js';

/** Rows that the database believes to be in the table; -1 before it has looked. */
const believed = async ({ db }: OpenedDatabase): Promise<number | undefined> => {
  const { rows } = await sql<{ rows: number }>`
    select reltuples as rows from pg_class where relname = 'counted'`.execute(db);
  return rows[0]?.rows;
};

describe('statistics of the embedded database', () => {
  it('are there from the start, and follow what it holds', async () => {
    const opened = await openDatabase({});
    const reasons: unknown[] = [];
    await sql`create table counted as select generate_series(1, 3000) as n`.execute(opened.db);
    expect(await believed(opened)).toBe(-1);
    const end = keepStatistics(opened, 20, reason => reasons.push(reason));
    while ((await believed(opened)) !== 3000) await pause(5);
    await sql`delete from counted where n > 1000`.execute(opened.db);
    while ((await believed(opened)) !== 1000) await pause(5);
    await end();
    await sql`delete from counted`.execute(opened.db);
    await pause(60);
    expect(await believed(opened)).toBe(1000);
    expect(reasons).toEqual([]);
    await opened.close();
  });

  it('say why they could not be gathered', async () => {
    const opened = await openDatabase({});
    await opened.close();
    const reasons: unknown[] = [];
    const end = keepStatistics(opened, 60_000, reason => reasons.push(reason));
    await end();
    expect(reasons).toHaveLength(1);
  });

  it('are left to a server of its own', async () => {
    const opened = await openDatabase({});
    await sql`create table counted as select generate_series(1, 3000) as n`.execute(opened.db);
    const end = keepStatistics({ ...opened, kind: 'postgresql' }, 5, reason => {
      throw reason;
    });
    await pause(40);
    await end();
    expect(await believed(opened)).toBe(-1);
    await opened.close();
  });
});
