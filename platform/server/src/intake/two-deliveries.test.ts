import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import type { Archive } from '../archive/archive.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { migrate } from '../database/migrate.js';
import type { Database } from '../database/schema.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images, insertTrial, root } from '../testing/handmade-trial.js';
import { arenas, type Arena } from '../testing/race-arena.js';
import type { IntakeDeps } from './intake-deps.js';
import { watchArchive } from './look-for-deliveries.js';
import { quarantineFolder } from './quarantine-folder.js';
import { takeFiles, type DeliveryReport } from './take-files.js';

/** Either database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const at = new Date('2026-06-01T08:00:00Z');
const study = images.filter(({ studyUid }) => studyUid === `${root}.1`);

describe.each(arenas)('two processes on %s', (_name, prepare) => {
  let arena: Arena;
  let folder: string;
  let trialId: string;
  let accountId: string;
  let archive: Archive;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-race-'));
    arena = await prepare();
    await migrate(arena.databases[0], () => at);
  });
  afterAll(async () => {
    await arena.close();
    await rm(folder, { recursive: true, force: true });
  });

  const process = (db: Kysely<Database>): IntakeDeps => ({
    ...{ db, archive, quarantine: quarantineFolder(join(folder, 'quarantine')) },
    ...{ now: () => at, newId: () => v7(), zone: 'UTC', auditKey: 'k' },
    log: { info: () => undefined },
  });
  const deliver = (db: Kysely<Database>, files: readonly Uint8Array[]): Promise<DeliveryReport> =>
    takeFiles(
      process(db),
      { trialId, source: 'upload', accountId, sites: null },
      (async function* () {
        for (const bytes of files) yield { name: 'a file', bytes };
      })()
    );
  const count = async (
    table: 'receipt' | 'instance' | 'exam' | 'exam_study' | 'arrival' | 'subject' | 'quarantine'
  ): Promise<number> => (await arena.databases[1].selectFrom(table).selectAll().execute()).length;

  it('that get the same study at once have a receipt each, and one exam', async () => {
    const [one, two] = arena.databases;
    trialId = v7();
    accountId = v7();
    archive = archiveInMemory();
    await insertTrial(one, trialId, () => at);
    await one
      .insertInto('account')
      .values({
        ...{ id: accountId, user_name: 'manager', display_name: 'M', password_hash: 'x' },
        created_at: at,
      })
      .execute();
    const files = study.map(handmadeFile);
    const reports = await Promise.all([deliver(one, files), deliver(two, files)]);
    const outcomes = reports.flatMap(report => report.files.map(({ outcome }) => outcome));
    expect(new Set(outcomes)).toEqual(new Set(['stored', 'alreadyThere']));
    expect(outcomes.filter(outcome => outcome === 'stored')).toHaveLength(files.length);
    expect(await count('receipt')).toBe(2);
    expect(await count('instance')).toBe(files.length);
    for (const table of ['subject', 'exam', 'exam_study', 'arrival'] as const) {
      expect([table, await count(table)]).toEqual([table, 1]);
    }
    const chain = await readChain(one, trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    for (const act of ['exam.matched', 'timepoint.completed']) {
      expect([act, acts.filter(found => found === act).length]).toEqual([act, 1]);
    }
  });

  it('that get other bytes under one UID at once let one in and keep the other apart', async () => {
    const [one, two] = arena.databases;
    const [first] = images;
    if (first === undefined) throw new Error('no image');
    const made = (pixelSeed: number): Uint8Array =>
      handmadeFile({
        ...{ ...first, studyUid: `${root}.80`, seriesUid: `${root}.80.1` },
        ...{ sopUid: `${root}.80.1.1`, pixelSeed },
      });
    const reports = await Promise.all([deliver(one, [made(1)]), deliver(two, [made(2)])]);
    const outcomes = reports.flatMap(report => report.files.map(({ outcome }) => outcome));
    expect(outcomes.sort()).toEqual(['quarantined', 'stored']);
    expect(await count('quarantine')).toBe(1);
  });

  it('that read the same log of the archive at once write one receipt', async () => {
    const [one, two] = arena.databases;
    const receipts = await count('receipt');
    const exams = await count('exam');
    for (const image of images.filter(({ studyUid }) => studyUid === `${root}.3`)) {
      await archive.storeInstance(handmadeFile(image));
    }
    await Promise.all([watchArchive(process(one)), watchArchive(process(two))]);
    expect(await count('receipt')).toBe(receipts + 1);
    expect(await count('exam')).toBe(exams + 1);
  });

  it('of which one takes an image out that the other is about to read go on without it', async () => {
    const [one] = arena.databases;
    const [first] = images;
    if (first === undefined) throw new Error('no image');
    const receipts = await count('receipt');
    const made = (number: number): Uint8Array =>
      handmadeFile({
        ...{ ...first, studyUid: `${root}.81`, seriesUid: `${root}.81.1` },
        ...{ sopUid: `${root}.81.1.${number}`, number, z: 5 * number, pixelSeed: number },
      });
    const kept = archive;
    const gone: string[] = [];
    archive = {
      ...kept,
      file: async id => {
        if (gone.length === 0) {
          gone.push(id);
          await kept.removeInstance(id);
        }
        return kept.file(id);
      },
    };
    try {
      for (const number of [1, 2]) await kept.storeInstance(made(number));
      await watchArchive(process(one));
    } finally {
      archive = kept;
    }
    expect(gone).toHaveLength(1);
    expect(await count('receipt')).toBe(receipts + 1);
    const rows = await one
      .selectFrom('instance')
      .select('sop_uid')
      .where('study_uid', '=', `${root}.81`)
      .execute();
    expect(rows).toHaveLength(1);
  });
});
