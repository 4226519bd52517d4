import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { insertBareTimepoint } from '../testing/bare-timepoint.js';
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
      '0090-as-of',
      '0091-global-read',
      '0092-late-timepoints',
      '0093-consensus',
      '0094-adjudication-due',
      '0094-adjudication-problems',
      '0094-adjudication-unlocks',
      '0095-hats',
      '0095-meeting-images',
      '0095-timepoint-kinds',
      '0096-criteria-results',
      '0097-blinding-policy',
      '0098-deidentification',
      '0099-clinical-facts',
      '0100-results',
      '0101-audit-record',
      '0110-second-factor',
      '0111-account-reset',
      '0112-access-review',
      '0120-audit-search',
      '0121-audit-verification',
      '0122-audit-review',
      '0125-signature-evidence',
      '0130-installation-keys',
      '0131-unread-studies',
      '0140-identity-destruction',
      '0150-identity-provider',
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

  it('has what was there before it kept a past begin with the last entry there was', async () => {
    const { db } = opened;
    const run = (text: string) => sql.raw(text).execute(db);
    const { trialId: trial, timepointId } = await insertBareTimepoint(db, now());
    const { id: subjectId } = await db.selectFrom('subject').select('id').executeTakeFirstOrThrow();
    const [one, batch] = [
      '00000000-0000-7000-8000-000000000001',
      '00000000-0000-7000-8000-000000000002',
    ];
    for (const part of [
      'trial drop column as_of_from',
      'read drop column from_sequence, drop column to_sequence',
      'subject_site drop column from_sequence',
      'release_batch drop column sequence',
    ]) {
      await run(`alter table ${part}`);
    }
    await run('drop table timepoint_date');
    await run("delete from schema_migration where name = '0090-as-of'");
    await run(`update timepoint set date = '2026-01-05' where id = '${timepointId}'`);
    await run(`insert into site (id, trial_id, code) values ('${one}', '${trial}', '101')`);
    await run(`insert into subject_site values ('${subjectId}', '${one}', '2026-01-05')`);
    await run(`insert into track values ('${one}', '${trial}', 'efficacy', 'efficacy')`);
    await run(
      `insert into course values ('${one}', '${one}', '${subjectId}', 'R1', 'C', 1, 'open')`
    );
    await run(`insert into charter_version (id, trial_id, version, hash, resolved, source, reason, scope, created_at, state)
      values ('${one}', '${trial}', 1, 'h', '{}', 's', 'first', 'newSubjects', '2026-01-05', 'draft')`);
    for (const [ordinal, state] of ['signed', 'superseded', 'draft'].entries()) {
      await run(`insert into read (id, public_id, course_id, charter_version_id, component, state, ordinal)
        values (gen_random_uuid(), 'p${ordinal}', '${one}', '${one}', '${ordinal}', '${state}', ${ordinal})`);
    }
    await run(`insert into release_batch (id, track_id, kind, name, released_at)
      values ('${batch}', '${one}', 'dataCut', 'Interim', '2026-01-05')`);
    for (const [sequence, entry] of [
      [1, '{}'],
      [2, JSON.stringify({ details: { batch } })],
      [3, '{}'],
    ] as const) {
      await run(`insert into audit_entry values ('${trial}', ${sequence}, 'p', 'h', '${entry}')`);
    }
    expect(await migrate(db, now)).toEqual(['0090-as-of']);
    const { rows } = await sql`
      select as_of_from, release_batch.sequence, subject_site.from_sequence as placed, timepoint_date.from_sequence as dated,
        timepoint_date.date, (select jsonb_object_agg(state, from_sequence) from read) as reads
      from trial, release_batch, subject_site, timepoint_date where trial.id = ${trial}`.execute(
      db
    );
    expect(rows).toEqual([
      {
        ...{ as_of_from: 3, sequence: 2, placed: 3, dated: 3, date: '2026-01-05' },
        reads: { signed: 3, superseded: null, draft: null },
      },
    ]);
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
