import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { postgresqlServer } from '../testing/postgresql.js';
import { isDatabaseAway } from './database-away.js';
import { openDatabase, type OpenedDatabase } from './open.js';

const told = async ({ db }: OpenedDatabase) => {
  const { rows: versions } = await sql<{ version: string }>`select version()`.execute(db);
  const { rows: values } = await sql`
    select 9007199254740991::int8 as whole, date '2026-03-01' as day, '[1, {"a": null}]'::jsonb as list`.execute(
    db
  );
  return { version: versions[0]?.version ?? '', values };
};

describe('a real PostgreSQL', () => {
  it('gives int8, date and jsonb as the embedded one does', async () => {
    const server = await postgresqlServer();
    const [real, embedded] = [await openDatabase({ url: server.url }), await openDatabase({})];
    try {
      const [onServer, inProcess] = [await told(real), await told(embedded)];
      expect(onServer.version).toMatch(/^PostgreSQL 1[5-9]/);
      expect(onServer.version).not.toContain('wasm');
      expect(inProcess.version).toContain('wasm');
      const values = [{ whole: 9007199254740991, day: '2026-03-01', list: [1, { a: null }] }];
      expect([onServer.values, inProcess.values]).toEqual([values, values]);
    } finally {
      await embedded.close();
      await real.close();
      await server.stop();
    }
  }, 60_000);

  it('compiles no query, on whichever connection it is asked', async () => {
    const server = await postgresqlServer();
    const opened = await openDatabase({ url: server.url });
    try {
      const asked = Array.from({ length: 3 }, () =>
        sql`select current_setting('jit') as jit, pg_sleep(0.1)::text as slept`.execute(opened.db)
      );
      const rows = (await Promise.all(asked)).map(({ rows: [row] }) => row);
      expect(rows).toEqual(Array.from({ length: 3 }, () => ({ jit: 'off', slept: '' })));
    } finally {
      await opened.close();
      await server.stop();
    }
  }, 60_000);

  it('may end under a transaction, which says so: the next query gets another connection', async () => {
    const server = await postgresqlServer();
    const opened = await openDatabase({ url: server.url });
    const other = await openDatabase({ url: server.url });
    try {
      await sql`create table kept (n int)`.execute(opened.db);
      const transaction = opened.db.transaction().execute(async trx => {
        await sql`insert into kept values (1)`.execute(trx);
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}, 5000)`.execute(other.db);
        await sql`insert into kept values (2)`.execute(trx);
      });
      expect(isDatabaseAway(await transaction.catch((reason: unknown) => reason))).toBe(true);
      const lost = opened.runSql('select pg_terminate_backend(pg_backend_pid())');
      expect(isDatabaseAway(await lost.catch((reason: unknown) => reason))).toBe(true);
      expect((await sql`select n from kept`.execute(opened.db)).rows).toEqual([]);
      await server.end();
      const gone = sql`select 1`.execute(opened.db).catch((reason: unknown) => reason);
      expect(isDatabaseAway(await gone)).toBe(true);
      await server.start();
      expect((await sql`select 1 as one`.execute(opened.db)).rows).toEqual([{ one: 1 }]);
      const wrong = await sql`select from nowhere`
        .execute(opened.db)
        .catch((reason: unknown) => reason);
      expect(isDatabaseAway(wrong)).toBe(false);
    } finally {
      await other.close();
      await opened.close();
      await server.stop();
    }
  }, 60_000);
});
