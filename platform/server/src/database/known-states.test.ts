import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { insertBareTimepoint } from '../testing/bare-timepoint.js';
import { machines } from '../workflow/machines/all.js';
import { statesOf } from '../workflow/machines/machine.js';
import { migrate } from './migrate.js';
import { trialModel } from './migrations/0001-trial-model.js';
import { preferenceTable } from './migrations/0002-preference.js';
import { problems } from './migrations/0003-problem.js';
import { openDatabase, type OpenedDatabase } from './open.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const at = new Date('2026-01-02T03:04:05Z');
const stored = machines.flatMap(machine =>
  machine.table === null ? [] : [{ table: machine.table, states: statesOf(machine) }]
);

describe('states in the database', () => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
    await migrate(opened.db, () => at);
  });
  afterAll(async () => {
    await opened.close();
  });

  it('are held for everything that has a machine', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'state' order by 1`.execute(opened.db);
    expect(rows.map(({ name }) => name)).toEqual([
      'adjudication',
      'arrival',
      'charter_version',
      'consensus',
      'course',
      'exam',
      'global_read',
      'problem',
      'quarantine',
      'query',
      'read',
      'timepoint',
      'unlock_request',
    ]);
    expect(stored.map(({ table }) => table).sort()).toEqual(rows.map(({ name }) => name));
  });

  it.each(stored)('of $table are those of its machine, no more and no less', async one => {
    const { rows } = await sql<{ definition: string }>`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname = ${`${one.table}_state_known`}`.execute(opened.db);
    const allowed = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map(match => match[1]);
    // Where this fails, a machine has other states than the database: that takes a migration.
    expect(allowed.sort()).toEqual([...one.states].sort());
  });

  it('can not be made up', async () => {
    const { timepointId } = await insertBareTimepoint(opened.db, at);
    const set = (state: string) =>
      sql`update timepoint set state = ${state} where id = ${timepointId}`.execute(opened.db);
    await expect(set('done')).rejects.toThrow('timepoint_state_known');
    await expect(set('Complete')).rejects.toThrow('timepoint_state_known');
    await set('notReadable');
  });
});

describe('problems from before they had states', () => {
  it('stand where their decision and answers put them', async () => {
    const { db, close } = await openDatabase();
    try {
      await sql`create table schema_migration (name text primary key, applied_at timestamptz not null)`.execute(
        db
      );
      for (const [name, text] of [
        ['0001-trial-model', trialModel],
        ['0002-preference', preferenceTable],
        ['0003-problem', problems],
      ] as const) {
        for (const statement of text.split(/;\s*\n/)) {
          if (statement.trim() !== '') await sql.raw(statement).execute(db);
        }
        await db.insertInto('schema_migration').values({ name, applied_at: at }).execute();
      }
      const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;
      const one = id(1);
      const time = at.toISOString();
      await sql
        .raw(
          `
        insert into account values ('${one}', 'reader', 'Dr', 'x', true, 0, null, '${time}')`
        )
        .execute(db);
      await sql
        .raw(
          `
        insert into trial values ('${one}', 'T-1', 'Trial', null, 'oncology', false, '${time}')`
        )
        .execute(db);
      await sql
        .raw(`insert into subject values ('${one}', '${one}', 'S1', 'enrolled')`)
        .execute(db);
      await sql
        .raw(`insert into track values ('${one}', '${one}', 'efficacy', 'efficacy')`)
        .execute(db);
      await sql
        .raw(`insert into course values ('${one}', '${one}', '${one}', 'R1', 'C', 1, 'open')`)
        .execute(db);
      await sql
        .raw(
          `
        insert into charter_version values
        ('${one}', '${one}', 1, 'h', '{}', 's', null, null, '2026', 'first', 'all', '${time}')`
        )
        .execute(db);
      await sql
        .raw(
          `
        insert into read (id, public_id, course_id, charter_version_id, state, ordinal)
        values ('${one}', 'p', '${one}', '${one}', 'onHold', 0)`
        )
        .execute(db);
      const decisions = [null, null, 'resume', 'exclude'];
      for (const [index, decision] of decisions.entries()) {
        await sql`
          insert into problem (id, read_id, subject_id, trial_id, kind, text, request_id, raised_by, raised_at, decision)
          values (${id(index)}, ${one}, ${one}, ${one}, 'missingSeries', 'x', ${`r${index}`}, ${one}, ${at}, ${decision})`.execute(
          db
        );
      }
      for (const [index, decision] of [
        [1, 'hold'],
        [2, 'hold'],
        [2, 'resume'],
        [3, 'exclude'],
      ] as const) {
        await sql`
          insert into problem_answer values (gen_random_uuid(), ${id(index)}, ${decision}, 'x', ${one}, ${at})`.execute(
          db
        );
      }
      expect((await migrate(db, () => at)).slice(0, 2)).toEqual([
        '0004-problem-state',
        '0005-known-states',
      ]);
      const rows = await db.selectFrom('problem').select('state').orderBy('id').execute();
      expect(rows.map(({ state }) => state)).toEqual(['raised', 'held', 'resumed', 'excluded']);
    } finally {
      await close();
    }
  });
});
