import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { readChain } from '../audit/chain.js';
import { migrate } from '../database/migrate.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images, insertReads, insertTrial, root, source } from '../testing/handmade-trial.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { decideTimepoint } from '../workflow/decide-timepoint.js';
import { correct, foreseeCorrection, type CorrectionAsked } from './correct.js';
import { correctionsOf } from './correction-list.js';
import type { IntakeDeps } from './intake-deps.js';
import { quarantineFolder } from './quarantine-folder.js';
import { takeFiles } from './take-files.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const at = new Date('2026-06-01T08:00:00Z');
const charter = source.replace(
  '{ role: CT-PV-AX, modality: CT }',
  '{ role: CT-PV-AX, modality: CT }, { role: MR-T1, modality: MR }'
);
const [first] = images;
if (first === undefined) throw new Error('no image');

describe('corrections', () => {
  let opened: TestDatabase;
  let folder: string;
  let deps: IntakeDeps;
  let exam: string;
  let series: string;
  const [trialId, accountId] = [v7(), v7()];
  const reads = { one: v7(), two: v7(), follow: v7(), other: v7() };

  const stateOf = async (subject: string, code: string): Promise<string> =>
    (
      await opened.db
        .selectFrom('timepoint')
        .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
        .select('timepoint.state')
        .where('subject.identifier', '=', subject)
        .where('timepoint.code', '=', code)
        .executeTakeFirstOrThrow()
    ).state;
  const ask = (over: Partial<CorrectionAsked>) =>
    correct(deps, {
      ...{ trialId, accountId, exam, series: null, attribute: 'date', value: '2026-01-07' },
      ...{ authority: 'query 12', reason: 'typing error', ...over },
    });
  const decide = (timepoint: string, act: Parameters<typeof decideTimepoint>[2]) =>
    decideTimepoint(
      deps,
      { trialId, accountId, subject: 'S-OTHER', timepoint, reason: 'the site said so' },
      act
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-correct-'));
    opened = await testDatabase();
    const { db } = opened;
    await migrate(db, () => at);
    await insertTrial(db, trialId, () => at, charter);
    await db
      .insertInto('account')
      .values({
        ...{ id: accountId, user_name: 'manager', display_name: 'M', password_hash: 'x' },
        created_at: at,
      })
      .execute();
    await db
      .insertInto('role_grant')
      .values({
        ...{ id: v7(), trial_id: trialId, account_id: accountId, role: 'dataManager' },
        granted_at: at,
      })
      .execute();
    deps = {
      ...{ db, archive: archiveInMemory(), quarantine: quarantineFolder(folder) },
      ...{ now: () => at, newId: () => v7(), zone: 'UTC', auditKey: 'k' },
      log: { info: () => undefined },
    };
    const files = [
      first,
      { ...first, modality: 'MR', seriesUid: `${root}.1.2`, sopUid: `${root}.1.2.1` },
      {
        ...first,
        subject: 'S-OTHER',
        studyUid: `${root}.9`,
        seriesUid: `${root}.9.1`,
        sopUid: '9.9',
      },
    ].map(handmadeFile);
    await takeFiles(
      deps,
      { trialId, source: 'upload', accountId, sites: null },
      (async function* () {
        for (const bytes of files) yield { name: 'a file', bytes };
      })()
    );
    const row = await db
      .selectFrom('series')
      .select(['id', 'exam_id'])
      .where('series_uid', '=', first.seriesUid)
      .executeTakeFirstOrThrow();
    [exam, series] = [row.exam_id, row.id];
    await insertReads(db, trialId, reads, {});
    const content = { timepoints: [{ series: [{ seriesUid: first.seriesUid }] }] };
    const manifest = v7();
    await db
      .insertInto('image_manifest')
      .values({ id: manifest, hash: 'h', content: JSON.stringify(content), created_at: at })
      .execute();
    await db.updateTable('read').set({ manifest_id: manifest }).execute();
  });
  afterAll(async () => {
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are refused where they say nothing that can stand there', async () => {
    for (const [over, code] of [
      [{ value: '2026-13-01' }, 'CL_CORRECTION_VALUE'],
      [{ value: '2026-01-05' }, 'CL_CORRECTION_SAME'],
      [{ attribute: 'role', series, value: 'PT-AC' }, 'CL_CORRECTION_VALUE'],
      [{ attribute: 'subject', value: 'A B' }, 'CL_SUBJECT_PATTERN'],
      [{ attribute: 'subject', value: 'NOBODY' }, 'CL_SUBJECT_UNKNOWN'],
      [{ attribute: 'timepoint', value: 'TP9' }, 'CL_TIMEPOINT_UNKNOWN'],
      [{ attribute: 'timepoint', value: 'BL' }, 'CL_CORRECTION_SAME'],
      [{ exam: v7() }, 'CL_NOT_FOUND'],
      [{ attribute: 'role', series: v7(), value: 'MR-T1' }, 'CL_NOT_FOUND'],
    ] as const) {
      await expect(ask(over)).rejects.toMatchObject({ code });
    }
    expect(await correctionsOf(opened.db, trialId, { exam, after: null, limit: 9 })).toEqual([]);
  });

  it('of a date put no timepoint before the baseline', async () => {
    const dated = (date: string | null) =>
      opened.db
        .updateTable('timepoint')
        .set({ date })
        .where('code', '=', 'TP1')
        .where('subject_id', 'in', eb =>
          eb.selectFrom('exam').select('exam.subject_id').where('exam.id', '=', exam)
        )
        .execute();
    await dated('2026-03-02');
    await expect(ask({ value: '2026-03-03' })).rejects.toMatchObject({
      code: 'CL_BEFORE_BASELINE',
      message: expect.stringMatching(/^TP1 would be of 2026-03-02, before .* of 2026-03-03:/),
    });
    expect(await correctionsOf(opened.db, trialId, { exam, after: null, limit: 9 })).toEqual([]);
    await dated(null);
  });

  it('say beforehand which reads will have a decision to come, and change nothing by that', async () => {
    const asked = { trialId, accountId, exam, series: null } as const;
    const foreseen = await foreseeCorrection(deps, {
      ...{ ...asked, attribute: 'date', value: '2026-01-07' },
    });
    expect(foreseen).toEqual(
      ['R1', 'R2'].map(slot => ({
        ...{ subject: 'REAL-SUBJECT-7301', timepoint: 'BL', track: 'efficacy', slot },
        ...{ component: expect.any(String), cause: 'imagesCorrected' },
        state: slot === 'R1' ? 'signed' : 'assigned',
      }))
    );
    expect(await opened.db.selectFrom('read_impact').select('id').execute()).toEqual([]);
    expect(await correctionsOf(opened.db, trialId, { exam, after: null, limit: 9 })).toEqual([]);
    await expect(
      foreseeCorrection(deps, { ...asked, attribute: 'date', value: '2026-01-05' })
    ).rejects.toMatchObject({ code: 'CL_CORRECTION_SAME' });
  });

  it('mark what was signed or is open, which stay as they are, and have a prepared one made ready again', async () => {
    const { marked } = await ask({});
    expect(marked).toEqual([reads.one, reads.two]);
    const impacts = await opened.db
      .selectFrom('read_impact')
      .select(['read_id', 'cause', 'exam_id', 'decision'])
      .orderBy('read_id')
      .execute();
    expect(impacts).toEqual(
      marked.map(read => ({
        ...{ read_id: read, cause: 'imagesCorrected', exam_id: exam, decision: null },
      }))
    );
    const rows = await opened.db
      .selectFrom('read')
      .select(['id', 'state', 'manifest_id'])
      .execute();
    const found = (id: string) => rows.find(row => row.id === id);
    expect(found(reads.one)).toMatchObject({
      state: 'impactPending',
      manifest_id: expect.anything(),
    });
    expect(found(reads.two)).toMatchObject({ state: 'assigned', manifest_id: expect.anything() });
    expect(found(reads.follow)).toMatchObject({ state: 'waiting', manifest_id: null });
  });

  it('of a date are what dates exam and timepoint, and stay when more images come', async () => {
    const more = handmadeFile({ ...first, number: 9, z: 99, sopUid: `${root}.1.1.99` });
    await takeFiles(
      deps,
      { trialId, source: 'upload', accountId, sites: null },
      (async function* () {
        yield { name: 'one more', bytes: more };
      })()
    );
    const row = await opened.db
      .selectFrom('exam')
      .select(['acquisition_date', 'date_source'])
      .where('id', '=', exam)
      .executeTakeFirst();
    expect(row).toEqual({ acquisition_date: '2026-01-07', date_source: 'correction' });
  });

  it('of a role can leave a timepoint incomplete', async () => {
    expect(await stateOf('REAL-SUBJECT-7301', 'BL')).toBe('complete');
    await ask({ attribute: 'role', series, value: 'MR-T1' });
    expect(await stateOf('REAL-SUBJECT-7301', 'BL')).toBe('incomplete');
    await ask({ attribute: 'role', series, value: 'CT-PV-AX' });
    expect(await stateOf('REAL-SUBJECT-7301', 'BL')).toBe('complete');
  });

  it('of a subject move the exam to the same timepoint of the other one', async () => {
    expect(await stateOf('S-OTHER', 'BL')).toBe('incomplete');
    await ask({ attribute: 'subject', value: 'S-OTHER' });
    expect(await stateOf('REAL-SUBJECT-7301', 'BL')).toBe('expected');
    expect(await stateOf('S-OTHER', 'BL')).toBe('complete');
  });

  it('of a timepoint move the exam, and leave the one before as what is left makes it', async () => {
    expect(await stateOf('S-OTHER', 'TP1')).toBe('expected');
    const { reads: moved } = await ask({ attribute: 'timepoint', value: 'TP1' });
    // Nobody reads the other subject; the reads that show the images were marked for this exam before.
    expect(moved).toEqual([]);
    expect(await stateOf('S-OTHER', 'TP1')).toBe('complete');
    // What came for the other subject itself is left there.
    expect(await stateOf('S-OTHER', 'BL')).toBe('incomplete');
    await ask({ attribute: 'timepoint', value: 'BL' });
    expect(await stateOf('S-OTHER', 'TP1')).toBe('expected');
  });

  it('are on record with old, new and authority, and in the chain without either', async () => {
    const made = await correctionsOf(opened.db, trialId, { exam, after: null, limit: 9 });
    expect(made.map(({ attribute, old, new: now }) => [attribute, old, now])).toEqual([
      ['date', '2026-01-05', '2026-01-07'],
      ['role', 'CT-PV-AX', 'MR-T1'],
      ['role', 'MR-T1', 'CT-PV-AX'],
      ['subject', 'REAL-SUBJECT-7301', 'S-OTHER'],
      ['timepoint', 'BL', 'TP1'],
      ['timepoint', 'TP1', 'BL'],
    ]);
    expect(made[0]).toMatchObject({ authority: 'query 12', reason: 'typing error', by: 'manager' });
    const text = JSON.stringify(await readChain(opened.db, trialId));
    for (const value of ['S-OTHER', 'REAL-SUBJECT', '2026-01-07', 'query 12', 'typing error']) {
      expect([value, text.includes(value)]).toEqual([value, false]);
    }
  });

  it('have a timepoint declared missed, expected again, or complete as it is', async () => {
    await expect(decide('TP1', 'complete')).rejects.toMatchObject({
      ...{ code: 'CL_TIMEPOINT_WITHOUT_IMAGES', status: 409 },
    });
    expect(await decide('TP1', 'declareMissed')).toMatchObject({ state: 'missed' });
    await expect(decide('TP1', 'declareMissed')).rejects.toMatchObject({
      ...{ code: 'CL_ACT_NOT_POSSIBLE', status: 409 },
    });
    expect(await decide('TP1', 'expectAgain')).toMatchObject({ state: 'expected' });
    await expect(decide('TP9', 'declareMissed')).rejects.toMatchObject({ code: 'CL_NOT_FOUND' });
    await expect(decide('TP1', 'declareNotReadable')).rejects.toMatchObject({
      code: 'CL_ACT_NOT_POSSIBLE',
    });
    expect(await decide('BL', 'declareNotReadable')).toMatchObject({ state: 'notReadable' });
    expect(await decide('BL', 'complete')).toMatchObject({ state: 'complete' });
  });
});
