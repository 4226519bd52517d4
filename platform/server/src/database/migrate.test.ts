import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { migrate } from './migrate.js';
import { openDatabase, type OpenedDatabase } from './open.js';

const now = (): Date => new Date('2026-01-02T03:04:05Z');

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('the database', () => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });

  it('migrates once', async () => {
    expect(await migrate(opened.db, now)).toEqual([
      '0001-trial-model',
      '0002-preference',
      '0003-problem',
      '0004-problem-state',
      '0005-known-states',
      '0006-charter-approval',
      '0010-account-life',
      '0011-role-grants',
      '0012-qualifications',
      '0013-absences',
      '0020-adjudication',
      '0030-arrival',
      '0031-correction',
      '0040-read-version',
      '0041-qc',
      '0042-query',
      '0043-read-impact',
      '0050-api-tokens',
      '0051-assigned-reads',
      '0052-unlocks',
      '0053-replacements',
      '0060-progress',
      '0061-intake-lists',
      '0070-release-batches',
      '0080-third-read',
      '0094-adjudication-due',
      '0094-adjudication-problems',
      '0094-adjudication-unlocks',
    ]);
    expect(await migrate(opened.db, now)).toEqual([]);
  });

  it('reads int8 as a number, dates as text, jsonb as values', async () => {
    const result = await sql<{ n: number; d: string; j: unknown; t: Date }>`
      select 9007199254740991::int8 as n, '2026-03-29'::date as d, ${'[1,"a"]'}::jsonb as j, ${now()}::timestamptz as t`.execute(
      opened.db
    );
    expect(result.rows[0]).toEqual({ n: 9007199254740991, d: '2026-03-29', j: [1, 'a'], t: now() });
  });

  it('refuses an int8 that a number can not hold', async () => {
    await expect(sql`select 9007199254740993::int8 as n`.execute(opened.db)).rejects.toThrow(
      'int8'
    );
  });

  it('refuses data of a newer build', async () => {
    await opened.db
      .insertInto('schema_migration')
      .values({ name: '9999-later', applied_at: now() })
      .execute();
    await expect(migrate(opened.db, now)).rejects.toThrow('9999-later');
  });

  it('rolls back a failed transaction and gives the connection on', async () => {
    const failing = opened.db.transaction().execute(async trx => {
      await trx
        .insertInto('schema_migration')
        .values({ name: 'half', applied_at: now() })
        .execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const rows = await opened.db
      .selectFrom('schema_migration')
      .select('name')
      .where('name', '=', 'half')
      .execute();
    expect(rows).toEqual([]);
  });
});
