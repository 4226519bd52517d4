import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { readChain, verifyChain, type ChainLine } from '../audit/chain.js';
import { copiedTables } from '../copies/table-belongings.js';
import { tableShapes } from '../copies/table-shape.js';
import { exportTrial, type TrialExport } from '../export/export-trial.js';
import type { ServerDeps } from '../http/server-deps.js';
import { copyBench, serverOver, type CopyBench } from '../testing/copy-bench.js';
import { draftOf, frameOf, openRead, signMeasured } from '../testing/copied-reading.js';
import { logIn } from '../testing/http-client.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { migrate, migrateWithin, migrationNames } from './migrate.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(240_000);

type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

const now = (): Date => new Date('2026-03-02T08:00:00Z');

/**
 * States that main has had, each the last before migrations that change what is there: of problems, charters, roles, arrivals
 * and who administers; of assigned reads, what is to be done, and the past; of visits, results, images and facts.
 */
const milestones = ['0003-problem', '0043-read-impact', '0094-adjudication-unlocks'] as const;

/** What migrations after a milestone change on purpose. */
const changed: Readonly<Record<string, readonly string[]>> = {
  charter_version: ['scope', 'state', 'effective_from'],
  trial: ['as_of_from'],
};

const upTo = (name: string): readonly string[] =>
  migrationNames.slice(0, migrationNames.indexOf(name) + 1);

/** All rows of a database by table. */
const rowsIn = async (opened: TestDatabase): Promise<Rows> => {
  const found: Record<string, readonly Record<string, unknown>[]> = {};
  for (const { name, key } of await tableShapes(opened.db)) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(one) as row from ${sql.table(name)} as one
      order by ${sql.join(key.map(column => sql.ref(`one.${column}`)))}`.execute(opened.db);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
};

/** The same as tables of long ago had them. */
const asOfThen = (rows: Rows): Rows => ({
  ...rows,
  trial_role: (rows['role_grant'] ?? []).filter(({ ended_at: ended }) => ended === null),
  charter_version: (rows['charter_version'] ?? []).map(version => ({
    ...{ ...version, effective_date: '2026-03-01' },
  })),
});

/** Makes the tables of a milestone, and puts into them what of the rows they have columns for. */
const atMilestone = async (opened: TestDatabase, milestone: string, rows: Rows): Promise<void> => {
  await opened.runSql('drop schema public cascade');
  await opened.runSql('create schema public');
  await opened.db.transaction().execute(async trx => {
    await migrateWithin(trx, now, upTo(milestone));
    for (const { name, columns } of await tableShapes(trx)) {
      const some = name === 'schema_migration' ? [] : (rows[name] ?? []);
      if (some.length === 0) continue;
      const names = sql.join(columns.map(column => sql.ref(column)));
      await sql`insert into ${sql.table(name)} (${names})
        select ${names} from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(some)}::json)`.execute(
        trx
      );
    }
  });
};

const exported = async (deps: ServerDeps, by: string): Promise<TrialExport['files']> => {
  const trial = await deps.db.selectFrom('trial').select(['id', 'code']).executeTakeFirstOrThrow();
  const { files } = await exportTrial(deps, trial as Parameters<typeof exportTrial>[1], by);
  return files.filter(({ name }) => name !== 'manifest.json');
};

describe('a database of a released version', () => {
  let bench: CopyBench;
  let opened: TestDatabase;
  let rows: Rows;
  let files: TrialExport['files'];
  let chains: ReadonlyMap<string, ChainLine[]>;
  let readId: string;
  let frame: string;

  beforeAll(async () => {
    bench = await copyBench();
    const { db } = bench.server.deps;
    await signMeasured(bench.reader, await openRead(bench.reader));
    await bench.server.releases.idle();
    readId = await openRead(bench.reader);
    frame = await frameOf(bench.reader, readId);
    await draftOf(bench.reader, readId);
    files = await exported(bench.server.deps, bench.server.admin.id);
    rows = asOfThen(await rowsIn(bench.database));
    const { id } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    chains = new Map([
      [id, await readChain(db, id)],
      ['system', await readChain(db, 'system')],
    ]);
    opened = await testDatabase(1);
  });
  afterAll(async () => {
    await opened.close();
    await bench.close();
  });

  it('is one of those that there were', () => {
    for (const milestone of milestones) expect(migrationNames).toContain(milestone);
  });

  /** Brings a database at a milestone up to date, and looks whether all is there. */
  const upgraded = async (): Promise<void> => {
    const before = await rowsIn(opened);
    expect(before['signature']).toHaveLength(1);
    await migrate(opened.db, now);
    const after = await rowsIn(opened);
    for (const table of copiedTables) {
      const columns = Object.keys(before[table]?.[0] ?? {}).filter(
        column => column in (after[table]?.[0] ?? {}) && !changed[table]?.includes(column)
      );
      const of = (all: Rows) =>
        (all[table] ?? []).map(row => columns.map(column => [column, row[column]]));
      if (columns.length > 0) expect([table, of(after)]).toEqual([table, of(before)]);
    }
    for (const [chain, lines] of chains) {
      const kept = await readChain(opened.db, chain);
      expect(kept).toEqual(lines);
      expect(verifyChain(kept)).toMatchObject({ ok: true, entries: lines.length });
    }
    const server = await serverOver(opened, bench.home, bench.archive);
    try {
      const reader = await logIn(server, 'reader');
      expect(await openRead(reader)).toBe(readId);
      expect(await frameOf(reader, readId)).toBe(frame);
      expect(await exported(server.deps, bench.server.admin.id)).toEqual(files);
    } finally {
      await server.close();
    }
  };

  it.each(milestones.slice(0, -1))(
    'from %s keeps every record and its chains, is read on and exports the same',
    async milestone => {
      await atMilestone(opened, milestone, rows);
      await upgraded();
    }
  );

  it('stays as it was where a migration fails, which is named, and goes on when nothing is in its way', async () => {
    await atMilestone(opened, milestones.at(-1) ?? '', rows);
    await opened.runSql('create table clinical_fact_import (id uuid primary key)');
    const before = await rowsIn(opened);
    await expect(migrate(opened.db, now)).rejects.toMatchObject({
      code: 'CL_MIGRATION_FAILED',
      message: expect.stringContaining('the migration 0099-clinical-facts failed'),
    });
    expect(await rowsIn(opened)).toEqual(before);
    await opened.runSql('drop table clinical_fact_import');
    await upgraded();
  });
});
