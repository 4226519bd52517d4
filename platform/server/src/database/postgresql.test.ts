import { describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { postgresqlServer } from '../testing/postgresql.js';
import * as database from './open.js';

// Some of the tests of everywhere, on a real PostgreSQL instead of the embedded one: whatever they open is a server's.
// `npm run verify:databases` does so with all of them.

const { openDatabase } = database;

const openOnServer = async (): Promise<database.OpenedDatabase> => {
  const server = await postgresqlServer();
  const opened = await openDatabase({ url: server.url });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await server.stop();
    },
  };
};

jest.unstable_mockModule('./open.js', () => ({ openDatabase: openOnServer }));

describe('a real PostgreSQL', () => {
  it('is what these tests open, and gives int8, date and jsonb as the embedded one does', async () => {
    const { openDatabase: openAny } = await import('./open.js');
    const opened = await openAny();
    try {
      const { rows } = await sql<{ version: string }>`select version()`.execute(opened.db);
      expect(rows[0]?.version).toMatch(/^PostgreSQL 1[5-9]/);
      expect(rows[0]?.version).not.toContain('wasm');
      const values = await sql`
        select 9007199254740991::int8 as whole, date '2026-03-01' as day, '[1, {"a": null}]'::jsonb as list`.execute(
        opened.db
      );
      expect(values.rows).toEqual([
        { whole: 9007199254740991, day: '2026-03-01', list: [1, { a: null }] },
      ]);
    } finally {
      await opened.close();
    }
  }, 60_000);
});

await import('./migrate.test.js');
await import('./known-states.test.js');
await import('../workflow/reading.test.js');
