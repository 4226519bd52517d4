import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { postgresqlServer } from '../testing/postgresql.js';
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
});
