import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hashText } from '../audit/canonical-json.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { openSession } from '../accounts/sessions.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import { handmadeFile, handmadePixels, type HandmadeImage } from '../testing/handmade-image.js';
import { askPlainly, type PlainAnswer } from '../testing/plain-answer.js';
import { qcBench, type Caller } from '../testing/qc-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { deployed, testServer, type TestServer } from '../testing/test-server.js';
import type { OpenedExam } from './open-exam-images.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const canary = 'CNRY8402';
const root = '1.2.826.0.1.8402';
const frameOfReferenceUid = `${root}.9`;

const image = (series: number, number: number, more: Partial<HandmadeImage> = {}) => ({
  ...{ studyUid: `${root}.1`, seriesUid: `${root}.1.${series}`, frameOfReferenceUid, canary },
  ...{ sopUid: `${root}.1.${series}.${number}`, subject: canary, site: canary, timepoint: 'TP1' },
  ...{ date: '20260302', number, z: 5 * number, pixelSeed: 10 * series + number, ...more },
});
/** A series with a role, one without, and one of a modality that nobody reads; the last image is kept apart. */
const images: readonly HandmadeImage[] = [
  image(1, 1, { elements: { '00104000': { vr: 'LT', Value: [canary] } } }),
  image(1, 2),
  image(2, 1),
  image(3, 1, { modality: 'US' }),
  image(1, 3),
];
const apart = `${root}.1.1.3`;

type Metadata = Record<string, { Value: unknown[] }>[];

describe('the images of an exam, for who does QC of it', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let exam: string;
  let shown: OpenedExam;
  let trialId: string;
  const people = new Map<string, Caller>();
  const cookies = new Map<string, string>();

  const get = (person: string, path: string, of = exam): Promise<PlainAnswer> =>
    askPlainly(`${server.origin}/qc/exams/${of}/dicomweb${path}`, {
      cookie: cookies.get(person) ?? '',
    });
  const open = (person: string, of = exam) => people.get(person)!.post(`/exams/${of}/images`);

  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(server);
    const { db, newId, now } = server.deps;
    const archive = archiveInMemory();
    Object.assign(server.deps.archive.arrival.archive, archive);
    const bench = qcBench(server);
    trialId = await bench.trialId();
    for (const [name, role] of [
      ['qc', 'qcTechnologist'],
      ['manager', 'dataManager'],
      ['auditor', 'auditor'],
      ['reader1', 'reader'],
    ] as const) {
      const person = await bench.person(name, role);
      people.set(name, person);
      const { token } = await openSession(server.deps, person.account.id);
      cookies.set(name, `corelab_session=${token}`);
    }
    exam = await bench.setState('TP1', 'matched');
    const receipt = newId();
    await db
      .insertInto('receipt')
      .values({ id: receipt, source: 'upload', received_at: now(), trial_id: trialId })
      .execute();
    for (const one of images) {
      const file = handmadeFile(one);
      const { id } = await archive.storeInstance(file);
      await db
        .insertInto('instance')
        .values({
          ...{ sop_uid: one.sopUid, trial_id: trialId, study_uid: one.studyUid },
          ...{ series_uid: one.seriesUid, sha256: hashText(one.sopUid), archive_id: id },
          ...{ stored: one.sopUid !== apart, settled: true, receipt_id: receipt },
        })
        .execute();
    }
    await db
      .updateTable('series')
      .set({ study_uid: `${root}.1`, series_uid: `${root}.1.1` })
      .where('exam_id', '=', exam)
      .execute();
    const series = { exam_id: exam, study_uid: `${root}.1`, usable: '{"read":"no","reason":null}' };
    await db
      .insertInto('series')
      .values([
        {
          ...{ ...series, id: newId(), series_uid: `${root}.1.2`, modality: 'CT', role: null },
          problems: '[{"code":"noRole"}]',
        },
        {
          ...{ ...series, id: newId(), series_uid: `${root}.1.3`, modality: 'US', role: null },
          problems: '[{"code":"unsupportedModality","modality":"US"}]',
        },
      ])
      .execute();
    shown = (await open('qc')).json<OpenedExam>();
  });
  afterAll(async () => {
    await server?.close();
    await opened?.close();
  });

  it('are opened with an audit entry, and found with the UID that this gives alone', async () => {
    const entries = (await readChain(opened.db, trialId)).map(({ entry }) => entry);
    expect(entries.at(-1)).toMatchObject({
      ...{ act: 'exam.imagesOpened', details: { exam } },
      by: people.get('qc')!.account.id,
    });
    expect(verifyChain(await readChain(opened.db, trialId))).toMatchObject({ ok: true });
    for (const query of ['', '?StudyInstanceUID=*', '?PatientID=REAL-SUBJECT-1']) {
      expect((await get('qc', `/studies${query}`)).json()).toEqual([]);
    }
    const found = await get('qc', `/studies?StudyInstanceUID=${shown.studyInstanceUid}`);
    expect(found.json()).toMatchObject([
      { '0020000D': { Value: [shown.studyInstanceUid] }, '00201206': { Value: [2] } },
    ]);
  });

  it('are by series as on the QC page, without what was kept apart and what no viewer shows', async () => {
    const { seriesList } = (await people.get('qc')!.get(`/exams/${exam}`)).json<{
      seriesList: { id: string; modality: string }[];
    }>();
    const ids = seriesList.filter(({ modality }) => modality === 'CT').map(({ id }) => id);
    expect(shown.series.map(({ series, images: count }) => [series, count])).toEqual([
      [ids[0], 2],
      [ids[1], 1],
    ]);
    const under = `/studies/${shown.studyInstanceUid}`;
    const described = (await get('qc', `${under}/series`)).json() as Metadata;
    expect(described.map(one => one['0008103E']?.Value)).toEqual([['CT-PV-AX'], ['CT']]);
  });

  it('pass through the list of a read: subject and date as the QC page has them, nothing else', async () => {
    const under = `/studies/${shown.studyInstanceUid}`;
    const answers = [
      await get('qc', `${under}/series`),
      await get('qc', `${under}/instances`),
      await get('qc', `${under}/metadata`),
    ];
    for (const { seriesInstanceUid } of shown.series) {
      const answer = await get('qc', `${under}/series/${seriesInstanceUid}/metadata`);
      answers.push(answer);
      for (const one of answer.json() as Metadata) {
        expect(one).toMatchObject({
          '00080020': { Value: ['20260302'] },
          '00100010': { Value: [{ Alphabetic: 'REAL-SUBJECT-1' }] },
          '00100020': { Value: ['REAL-SUBJECT-1'] },
          '00180050': { Value: [5] },
        });
        const sop = String(one['00080018']?.Value[0]);
        answers.push(
          await get('qc', `${under}/series/${seriesInstanceUid}/instances/${sop}/frames/1`)
        );
      }
    }
    const told = answers.map(({ headers, rawPayload }) => [
      JSON.stringify(headers),
      rawPayload.toString('latin1'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(JSON.stringify(told)).toContain('REAL-SUBJECT-1');
    const plain = JSON.stringify(told).replaceAll(/2\.25\.\d+|frame-[0-9a-f]+/g, '');
    for (const real of [canary, '8402', '4711', '111213']) expect(plain).not.toContain(real);
  });

  it('come as they are stored, also when the server has forgotten them', async () => {
    const [first] = shown.series;
    const under = `/studies/${shown.studyInstanceUid}/series/${first?.seriesInstanceUid}`;
    const metadata = (await get('manager', `${under}/metadata`)).json() as Metadata;
    const sop = String(metadata[1]?.['00080018']?.Value[0]);
    const { rawPayload, headers } = await get('qc', `${under}/instances/${sop}/frames/1`);
    const from = rawPayload.indexOf('\r\n\r\n') + 4;
    const pixels = rawPayload.subarray(from, rawPayload.lastIndexOf('\r\n--'));
    expect(pixels.equals(handmadePixels(12))).toBe(true);
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
    for (const path of ['/frames/0', '/frames/2', '/frames/1,2', '/rendered']) {
      expect((await get('qc', `${under}/instances/${sop}${path}`)).statusCode).toBe(404);
    }
  });

  it('have other names once the exam has other images, and a role of its own at once', async () => {
    const { db } = opened;
    const put = async (role: string | null) =>
      db.updateTable('series').set({ role }).where('series_uid', '=', `${root}.1.2`).execute();
    const roles = async () => {
      const answer = await get('qc', `/studies/${shown.studyInstanceUid}/series`);
      return (answer.json() as Metadata).map(one => one['0008103E']?.Value[0]);
    };
    await put('CT-PV-COR');
    expect((await open('qc')).json()).toEqual(shown);
    expect(await roles()).toEqual(['CT-PV-AX', 'CT-PV-COR']);
    await put(null);
    const keep = (stored: boolean) =>
      db.updateTable('instance').set({ stored }).where('sop_uid', '=', apart).execute();
    await keep(true);
    const again = (await open('qc')).json<OpenedExam>();
    expect(again.series.map(({ images: count }) => count)).toEqual([3, 1]);
    expect(again.studyInstanceUid).not.toBe(shown.studyInstanceUid);
    // Another process may go by what it knew for a second.
    server.forward(1000);
    expect((await get('qc', `/studies/${shown.studyInstanceUid}/series`)).statusCode).toBe(404);
    await keep(false);
    expect((await open('qc')).json()).toEqual(shown);
  });

  it('are not there for anybody else, as an exam that does not exist', async () => {
    const unknown = exam.replace(/^.{8}/, '00000000');
    const path = `/studies/${shown.studyInstanceUid}/series`;
    const answers = [
      ...(await Promise.all(['auditor', 'reader1'].map(one => get(one, path)))),
      await get('qc', path, unknown),
      await get('qc', path, 'no-id'),
      await get('qc', '/studies/2.25.1/series'),
      await get('qc', '/anything'),
    ];
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await get('nobody', path)).statusCode).toBe(401);
    const before = (await readChain(opened.db, trialId)).length;
    const refused = [
      await open('auditor'),
      await open('reader1'),
      await open('qc', unknown),
      await people.get('manager')!.post(`/exams/${unknown}/images`),
    ];
    expect(new Set(refused.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
    expect(new Set(refused.map(({ body }) => body)).size).toBe(1);
    expect(await readChain(opened.db, trialId)).toHaveLength(before);
  });

  it('of another trial are not there, though QC is done in both', async () => {
    const { db, newId } = server.deps;
    const [trial, subject, other] = [newId(), newId(), newId()];
    const { created_at } = await db
      .selectFrom('trial')
      .select('created_at')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('trial')
      .values({ id: trial, code: 'T-2', name: 'Trial two', area: 'oncology', created_at })
      .execute();
    await db
      .insertInto('subject')
      .values({ id: subject, trial_id: trial, identifier: 'ELSEWHERE' })
      .execute();
    await db
      .insertInto('exam')
      .values({ id: other, subject_id: subject, state: 'matched', created_at })
      .execute();
    expect((await open('qc', other)).statusCode).toBe(404);
    expect((await get('qc', '/studies', other)).statusCode).toBe(404);
  });
});
