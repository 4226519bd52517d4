import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { PGlite } from '@electric-sql/pglite';
import { migratedSnapshot } from '../testing/migrated-snapshot.js';
import { DatabaseGoneError } from './database-away.js';
import { openDatabase, type OpenedDatabase } from './open.js';
import { endWithProgram } from './pglite-end.js';

/** Longer than one file of its log. */
const long = 20_000_000;

describe('an embedded database whose log can not be written', () => {
  let folder: string;
  let opened: OpenedDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-pglite-'));
    opened = await openDatabase({ folder, snapshot: await migratedSnapshot(), reopenMs: 0 });
    await opened.runSql('create table kept (word text)');
    await opened.runSql("insert into kept values ('acknowledged')");
  });
  afterAll(async () => {
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const log = (): string => join(folder, 'pg_wal');
  const away = (): string => join(folder, 'away');
  const write = async (db: OpenedDatabase['db']): Promise<unknown> =>
    sql`select pg_logical_emit_message(true, 'x', repeat('x', ${long}::integer))`.execute(db);
  const words = async (): Promise<unknown> => (await opened.runSql('select word from kept')).rows;
  /** It ends in `work`, is gone for whoever comes next, and is there again with its log. */
  const endsIn = async (work: () => Promise<unknown>): Promise<void> => {
    await rename(log(), away());
    await expect(work()).rejects.toBeInstanceOf(DatabaseGoneError);
    await expect(words()).rejects.toBeInstanceOf(DatabaseGoneError);
    await expect(opened.db.selectFrom('trial').select('id').execute()).rejects.toMatchObject({
      code: '57P02',
    });
    await rename(away(), log());
    expect(await words()).toEqual([{ word: 'acknowledged' }]);
  };

  it('is told in a statement, and opened again when it can be', async () => {
    await endsIn(() => write(opened.db));
  });

  it('is told in a transaction and at its end, which is not done in part', async () => {
    await endsIn(() =>
      opened.db.transaction().execute(async trx => {
        await sql`insert into kept values ('unfinished')`.execute(trx);
        await write(trx);
      })
    );
  });

  it('is told to a library that brings its own statements', async () => {
    await endsIn(() =>
      opened.runSql(
        `begin; insert into kept values ('unfinished'); select pg_logical_emit_message(true, 'x', repeat('x', ${long})); commit;`
      )
    );
    await endsIn(() =>
      opened.runSql("select pg_logical_emit_message(true, 'x', repeat('x', $1::integer))", [long])
    );
  });

  it('is refused where its program is called in another way', () => {
    const other = { mod: {}, POSTGRES_MAIN_LONGJMP: 100 } as unknown as PGlite;
    expect(() => endWithProgram(other)).toThrow('does not call its program');
  });
});
