import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from './open.js';

describe('the connection to PGlite', () => {
  let opened: OpenedDatabase;
  const rowsOf = async (query: ReturnType<typeof sql>) => (await query.execute(opened.db)).rows;
  beforeAll(async () => {
    opened = await openDatabase();
    await opened.runSql('create table thing (id int8 primary key, name text, at timestamptz)');
  }, 60_000);
  afterAll(() => opened.close());

  it('gives values by their types, however often they were asked for', async () => {
    const at = new Date('2026-01-05T10:00:00.000Z');
    for (let time = 0; time < 4; time += 1) {
      const [row] = await rowsOf(
        sql`select ${5}::int8 as big, ${at}::timestamptz as at, ${'2026-03'} || '-02' as text,
          ${'2026-03-02'}::date as day, ${'{"a":[1]}'}::jsonb as json, ${true}::boolean as yes,
          ${null}::text as none, array[${'x'}, 'y,"z'] as list, ${1.5}::float8 as number`
      );
      expect(row).toEqual({
        ...{ big: 5, at, text: '2026-03-02', day: '2026-03-02', json: { a: [1] }, yes: true },
        ...{ none: null, list: ['x', 'y,"z'], number: 1.5 },
      });
    }
  });

  it('counts what was written', async () => {
    const { db } = opened;
    const insert = (id: number) =>
      sql`insert into thing (id, name) values (${id}, 'a'), (${id + 1}, 'b')`.execute(db);
    for (const id of [1, 3, 5]) expect((await insert(id)).numAffectedRows).toBe(2n);
    const changed = await sql`update thing set name = 'c' where name = ${'a'}`.execute(db);
    expect(changed.numAffectedRows).toBe(3n);
    const gone = await sql`delete from thing where id = ${99}`.execute(db);
    expect(gone.numAffectedRows).toBe(0n);
  });

  it('says what the database refuses, and goes on', async () => {
    const { db } = opened;
    for (let time = 0; time < 3; time += 1) {
      await expect(
        sql`insert into thing (id) values (${7}), (${7})`.execute(db)
      ).rejects.toMatchObject({ code: '23505' });
      await expect(
        sql`select nothing from ${sql.table('thing')}`.execute(db)
      ).rejects.toMatchObject({
        code: '42703',
      });
      expect(await rowsOf(sql`select count(*) as n from thing where id = ${7}`)).toEqual([
        { n: 0 },
      ]);
    }
  });

  it('rolls back as a whole, also what it had just learnt to ask', async () => {
    const { db } = opened;
    for (let time = 0; time < 3; time += 1) {
      const failed = db.transaction().execute(async trx => {
        await sql`insert into thing (id, name) values (${8}, 'x')`.execute(trx);
        await sql`select 1 / ${0}::int as impossible`.execute(trx);
      });
      await expect(failed).rejects.toMatchObject({ code: '22012' });
      expect(await rowsOf(sql`select id from thing where id = ${8}`)).toEqual([]);
    }
  });

  it('asks anew after a table has changed', async () => {
    const ask = () => rowsOf(sql`select * from thing where id = ${1}`);
    for (let time = 0; time < 3; time += 1)
      expect(Object.keys((await ask())[0] ?? {})).toHaveLength(3);
    await opened.runSql('alter table thing add column more int');
    expect(await ask()).toMatchObject([{ id: 1, more: null }]);
    await sql`alter table thing drop column more`.execute(opened.db);
    expect(Object.keys((await ask())[0] ?? {})).toHaveLength(3);
  });

  it('keeps the statements used last, of any number', async () => {
    for (let count = 1; count <= 450; count += 1) {
      const values = sql.join(Array.from({ length: count }, (_, index) => sql`${index}::int`));
      for (let time = 0; time < 2; time += 1) {
        const found = await rowsOf(sql`select ${count}::int in (${values}) as is_there`);
        expect(found).toEqual([{ is_there: false }]);
      }
    }
    const [kept] = await rowsOf(sql`select count(*) as n from pg_prepared_statements`);
    expect(kept).toEqual({ n: 400 });
  }, 60_000);

  it('takes a list for an array, whatever is in its texts', async () => {
    const texts = ['a', '', 'NULL', null, '{x,"y\\z"}', ' ä '];
    for (let time = 0; time < 3; time += 1) {
      expect(
        await rowsOf(sql`select ${texts}::text[] as texts, ${[1, 2]}::int[] as numbers`)
      ).toEqual([{ texts, numbers: [1, 2] }]);
    }
  });

  it('takes an object for JSON, and refuses bytes', async () => {
    expect(await rowsOf(sql`select ${{ a: [1, 'x'] }}::jsonb as json`)).toEqual([
      { json: { a: [1, 'x'] } },
    ]);
    await expect(rowsOf(sql`select ${new Uint8Array(2)}::text`)).rejects.toThrow(TypeError);
  });
});
