import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCharter, type Charter } from '@corelab/charter';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { orthancArchive } from '../archive/orthanc-archive.js';
import type { Archive } from '../archive/archive.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { migrate } from '../database/migrate.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { dicomwebApp } from '../testing/dicomweb-app.js';
import { handmadeFile, handmadePixels } from '../testing/handmade-image.js';
import { lookNow, type IntakeResult } from '../intake/look-for-deliveries.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import { folderStore } from '../release/blinded-store.js';
import { randomUid } from '../release/random-uid.js';
import { readStudies, realUids } from '../release/presentation.js';
import { releaseRead } from '../release/release-read.js';
import { releaseTogether } from '../release/release-together.js';
import {
  canary,
  images,
  insertReads,
  insertTrial,
  root,
  source,
} from '../testing/handmade-trial.js';
import { insertAdjudication } from '../testing/insert-adjudication.js';
import { askPlainly } from '../testing/plain-answer.js';
import { everythingOf, type AskImages } from '../testing/viewer-requests.js';

const now = (): Date => new Date('2026-06-01T08:00:00Z');
describe('from the archive to a blinded read', () => {
  let home: string;
  let orthanc: Orthanc;
  let opened: TestDatabase;
  let archive: Archive;
  let charter: Charter;
  let app: FastifyInstance;
  let first: IntakeResult;
  let base: string;
  const trialId = v7();
  const reads = { one: v7(), two: v7(), follow: v7(), other: v7() };
  const publicIds: Record<string, string> = {};
  const log = { info: (): undefined => undefined };

  const intake = (): Promise<IntakeResult> =>
    lookNow(
      {
        ...{ db: opened.db, archive, now, newId: () => v7(), log, zone: 'UTC', auditKey: 'k' },
        quarantine: quarantineFolder(join(home, 'quarantine')),
      },
      trialId
    );
  const release = async (readId: string, over: { archive?: Archive } = {}): Promise<void> => {
    const version = await opened.db
      .selectFrom('charter_version')
      .select('id')
      .executeTakeFirstOrThrow();
    await releaseRead(
      {
        db: opened.db,
        archive,
        store: folderStore(join(home, 'frames')),
        charter,
        charterVersionId: version.id,
        now,
        newId: () => v7(),
        randomUid,
        ...over,
      },
      readId
    );
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'corelab-dicomweb-'));
    orthanc = await ensureOrthanc({ home, log: log.info, docker: false, environment: {} });
    archive = orthancArchive(orthanc);
    for (const one of images) await archive.storeInstance(handmadeFile(one));
    opened = await testDatabase();
    await migrate(opened.db, now);
    const loaded = loadCharter(source);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    charter = loaded.charter;
    await insertTrial(opened.db, trialId, now);
    first = await intake();
    await insertReads(opened.db, trialId, reads, publicIds);
    app = dicomwebApp({
      db: opened.db,
      archive,
      store: folderStore(join(home, 'frames')),
      authorise: async (_request, publicId) => {
        const found = Object.entries(publicIds).find(([, id]) => id === publicId);
        if (found === undefined) throw notFound();
        if (found[0] === reads.other)
          throw new CodedError(403, 'CL_FORBIDDEN', 'of another reader');
        return { readId: found[0] };
      },
      authoriseReplay: async () => {
        throw notFound();
      },
    });
    base = await app.listen({ host: '127.0.0.1', port: 0 });
  }, 120_000);

  afterAll(async () => {
    await app?.close();
    await opened?.close();
    await orthanc?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const get: AskImages = (readId, path, headers = {}) =>
    askPlainly(`${base}/reads/${publicIds[readId] ?? readId}/dicomweb${path}`, headers);
  const everything = (readId: string): Promise<string> => everythingOf(opened.db, get, readId);

  it('takes in what belongs to the trial, once', async () => {
    expect(first).toEqual({
      receipts: 4,
      matched: 3,
      // The study of another trial is nothing to this one.
      unmatched: [{ studyUid: `${root}.5`, reason: 'timepoint: TP9 is not in the schedule' }],
    });
    const count = async (): Promise<number[]> =>
      Promise.all(
        (
          [
            'subject',
            'exam',
            'exam_study',
            'series',
            'timepoint',
            'receipt',
            'receipt_instance',
            'baseline',
          ] as const
        ).map(async table => (await opened.db.selectFrom(table).selectAll().execute()).length)
      );
    const before = await count();
    // Two of the three studies are of the baseline, on two days: two exams.
    expect(before).toEqual([1, 3, 3, 3, 2, 4, 15, 1]);
    expect((await intake()).receipts).toBe(0);
    expect(await count()).toEqual(before);
    const timepoints = await opened.db
      .selectFrom('timepoint')
      .select(['code', 'date', 'state'])
      .orderBy('ordinal')
      .execute();
    expect(timepoints).toEqual([
      { code: 'BL', date: '2026-01-05', state: 'complete' },
      { code: 'TP1', date: '2026-03-02', state: 'complete' },
    ]);
    // Matched when they arrived, as the chain says; a person let them pass (`insertReads`).
    const exams = await opened.db.selectFrom('exam').select('state').execute();
    expect(exams.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
    const chain = await readChain(opened.db, trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain.map(({ entry }) => (entry as { act: string }).act).sort();
    expect(acts).toEqual([
      ...Array.from({ length: 4 }, () => 'delivery.received'),
      ...Array.from({ length: 3 }, () => 'exam.matched'),
      ...['study.waits', 'subject.placed', 'timepoint.completed', 'timepoint.completed'],
      ...['timepoint.dated', 'timepoint.dated'],
    ]);
    expect(chain.every(({ entry }) => (entry as { by: unknown }).by === null)).toBe(true);
  });

  it('finds missing and uneven slices', async () => {
    const series = await opened.db
      .selectFrom('series')
      .select(['problems'])
      .orderBy('series_uid')
      .execute();
    expect(series.map(one => one.problems)).toEqual([
      [],
      [{ code: 'missingSlices', missing: [3], of: 5 }],
      [{ code: 'unevenSpacing', places: 1, after: 3, gapMm: 7, usualMm: 5 }],
    ]);
  });

  it('fails whole while the archive is down', async () => {
    const down = orthancArchive({ url: 'http://127.0.0.1:9', username: 'a', password: 'b' });
    await expect(release(reads.one, { archive: down })).rejects.toMatchObject({
      code: 'CL_ARCHIVE_UNAVAILABLE',
      status: 503,
    });
    expect(await readStudies(opened.db, reads.one)).toEqual([]);
    expect(await opened.db.selectFrom('image_manifest').select('id').execute()).toEqual([]);
    expect(await readdir(home)).not.toContain('frames');
    expect((await get(reads.one, '/studies')).json()).toMatchObject({
      code: 'CL_READ_NOT_RELEASED',
    });
  });

  it('shows a timepoint as one study, by role', async () => {
    await release(reads.one);
    await release(reads.two);
    await release(reads.follow);
    await release(reads.follow);
    const studies = await readStudies(opened.db, reads.follow);
    expect(studies.map(study => [study.timepoint, study.current, study.series.length])).toEqual([
      ['TP1', true, 1],
      ['BL', false, 2],
    ]);
    const baseline = studies[1]?.studyInstanceUid ?? '';
    const [answer] = (
      await get(reads.follow, `/studies?limit=101&offset=0&StudyInstanceUID=${baseline}`)
    ).json();
    expect(answer).toMatchObject({
      '0020000D': { Value: [baseline] },
      '00080020': { Value: ['20250927'] },
      '00080061': { Value: ['CT'] },
      '00201206': { Value: [2] },
      '00201208': { Value: [8] },
      '00100020': { Value: ['C-R1'] },
    });
    const series = (await get(reads.follow, `/studies/${baseline}/series`)).json();
    expect(
      series.map((one: Record<string, { Value: unknown[] }>) => one['0008103E']?.Value[0])
    ).toEqual(['CT-PV-AX', 'CT-PV-AX']);
  });

  it('gives no real identifier in any byte of any response', async () => {
    for (const readId of [reads.one, reads.two, reads.follow]) {
      const text = await everything(readId);
      expect(text.length).toBeGreaterThan(8000);
      /** What is random by design: pseudonyms, boundaries, and the lengths they make. */
      const plain = text.replaceAll(/2\.25\.\d+|frame-[0-9a-f]+|"content-length":"\d+"/g, '');
      const real = [
        canary,
        '7301',
        'DEMO-ONC',
        '4711',
        '111213',
        '20260105',
        '20260106',
        '20260302',
        '2026-01',
        '2026-03',
        'ontent-location',
        'ontent-Location',
      ];
      for (const identifier of real) expect(plain.includes(identifier)).toBe(false);
    }
  });

  it('has no UID in common between reads of the same images', async () => {
    const uids = async (readId: string): Promise<Set<string>> =>
      new Set((await everything(readId)).match(/2\.25\.\d+/g));
    const [one, two, follow] = [
      await uids(reads.one),
      await uids(reads.two),
      await uids(reads.follow),
    ];
    expect(one.size).toBe(1 + 2 + 8 + 2);
    expect([...one].filter(uid => two.has(uid) || follow.has(uid))).toEqual([]);
  });

  it('serves frames as they are stored', async () => {
    const [study] = await readStudies(opened.db, reads.follow);
    const under = `/studies/${study?.studyInstanceUid}/series/${study?.series[0]?.seriesInstanceUid}`;
    const metadata = (await get(reads.follow, `${under}/metadata`)).json();
    const sop: string = metadata[2]['00080018'].Value[0];
    const response = await get(reads.follow, `${under}/instances/${sop}/frames/1`);
    expect(response.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    const payload = response.rawPayload;
    const from = payload.indexOf('\r\n\r\n') + 4;
    expect(payload.subarray(0, from).toString()).toContain(
      'Content-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1'
    );
    expect(payload.subarray(from, payload.lastIndexOf('\r\n--')).equals(handmadePixels(303))).toBe(
      true
    );
    expect((await realUids(opened.db, reads.follow, [sop, '2.25.5'])).get(sop)).toEqual({
      studyUids: [`${root}.3`],
      seriesUid: `${root}.3.1`,
      sopUid: `${root}.3.1.3`,
    });
    for (const path of [
      '/frames/2',
      '/frames/0',
      '/rendered',
      '/frames/1/rendered',
      '/bulkdata/x',
    ]) {
      expect((await get(reads.follow, `${under}/instances/${sop}${path}`)).statusCode).toBe(404);
    }
  });

  it('answers alike for unknown, forbidden and of another read', async () => {
    const [study] = await readStudies(opened.db, reads.one);
    const answers = [
      await get('p-unknown', '/studies'),
      await get(reads.other, '/studies'),
      await get(reads.two, `/studies/${study?.studyInstanceUid}/series`),
      await get(reads.two, `/studies/${root}.1/metadata`),
      await get(reads.two, '/anything'),
    ];
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([404]));
    expect(new Set(answers.map(answer => answer.body)).size).toBe(1);
  });

  it('shows an adjudication what its reads were shown, under names of its own', async () => {
    const of = await opened.db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .select(['read.id', 'course.subject_id'])
      .where('read.id', '=', reads.follow)
      .executeTakeFirstOrThrow();
    const deps = { db: opened.db, now, newId: () => v7() };
    const publicId = await insertAdjudication(deps, of, []);
    const { id } = await opened.db
      .selectFrom('adjudication')
      .select('id')
      .where('public_id', '=', publicId)
      .executeTakeFirstOrThrow();
    publicIds[id] = publicId;
    for (const read of [reads.one, reads.follow, reads.two]) {
      await opened.db
        .insertInto('adjudication_read')
        .values({ adjudication_id: id, read_id: read, content_hash: 'h' })
        .execute();
    }
    const store = folderStore(join(home, 'frames'));
    const release = () =>
      releaseTogether({ ...deps, archive, store, charter, randomUid }, 'adjudication', id);
    const image = await opened.db
      .selectFrom('instance')
      .select(['sop_uid', 'sha256'])
      .where('study_uid', '=', `${root}.1`)
      .executeTakeFirstOrThrow();
    const put = (change: { stored: boolean } | { sha256: string }) =>
      opened.db.updateTable('instance').set(change).where('sop_uid', '=', image.sop_uid).execute();
    // What was read is kept apart since, or has other bytes: neither is what the readers saw.
    for (const change of [{ stored: false }, { sha256: 'other' }]) {
      await put(change);
      await expect(release()).rejects.toMatchObject({ code: 'CL_ARCHIVE_CHANGED' });
      expect(await readStudies(opened.db, id)).toEqual([]);
      await put({ stored: true });
      await put({ sha256: image.sha256 });
    }
    await release();
    const studies = await readStudies(opened.db, id);
    expect(studies.map(({ timepoint, current }) => [timepoint, current])).toEqual([
      ['BL', false],
      ['TP1', false],
    ]);
    const shown = await everything(id);
    expect(shown).not.toContain(canary);
    expect(shown).not.toContain(root);
    expect(shown).toContain('S-ADJ');
    const namesOf = async (one: string): Promise<string[]> =>
      (await everything(one)).match(/2\.25\.\d{5,}/g) ?? [];
    const own = new Set(await namesOf(id));
    expect(own.size).toBeGreaterThan(0);
    for (const read of [reads.one, reads.follow, reads.two]) {
      expect((await namesOf(read)).filter(name => own.has(name))).toEqual([]);
    }
    const shownInReads = async (kind: 'read' | 'adjudication', ids: string[]) =>
      (
        await opened.db
          .selectFrom('presentation_uid')
          .innerJoin('presentation', 'presentation.id', 'presentation_uid.presentation_id')
          .select('presentation_uid.real_uid')
          .distinct()
          .where(`presentation.${kind}_id`, 'in', ids)
          .orderBy('presentation_uid.real_uid')
          .execute()
      ).map(row => row.real_uid);
    expect(await shownInReads('adjudication', [id])).toEqual(
      await shownInReads('read', [reads.one, reads.follow, reads.two])
    );
    await release();
    expect(await readStudies(opened.db, id)).toEqual(studies);
  });

  it('makes lost content again, and says so when it can not', async () => {
    const before = await everything(reads.two);
    await rm(join(home, 'frames'), { recursive: true });
    const plain = (text: string): string => text.replaceAll(/"date":"[^"]*"|frame-[0-9a-f]+/g, '');
    expect(plain(await everything(reads.two))).toBe(plain(before));
    await rm(join(home, 'frames'), { recursive: true });
    await orthanc.stop();
    const [study] = await readStudies(opened.db, reads.two);
    const response = await get(reads.two, `/studies/${study?.studyInstanceUid}/metadata`);
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.json()).toEqual({
      code: 'CL_ARCHIVE_UNAVAILABLE',
      message: 'The image archive does not answer.',
    });
  });
});
