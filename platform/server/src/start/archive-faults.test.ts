import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asManifest } from '../release/manifest.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { hashBytes } from '../audit/canonical-json.js';
import { archiveServer, type ArchiveServer } from '../testing/archive-server.js';
import { faultCharter } from '../testing/faults/fault-trial.js';
import { faultProxy, type FaultProxy, type ProxyFault } from '../testing/faults/fault-proxy.js';
import { handmadeFile, handmadePixels } from '../testing/handmade-image.js';
import { logIn, type LoggedIn } from '../testing/http-client.js';
import { testAccount } from '../testing/test-account.js';
import { putInForce } from '../testing/test-server.js';

jest.setTimeout(240_000);

/** What the server asks of its archive, by what it does with it. */
const addresses = {
  'images arrive': /^\/instances\/[^/]+\/file|^\/changes|^\/studies/,
  'a study is matched': /^\/dicom-web\/studies\/[^/]+\/metadata|^\/tools\/find/,
  'images are released':
    /\/frames\/|^\/dicom-web\/.*\/series\/.*\/metadata|\/metadata\/TransferSyntax/,
} as const;
type Stage = keyof typeof addresses;
/** Each stage gets those that it meets in another way than the others do. */
const faults: Readonly<Record<Stage, readonly ProxyFault[]>> = {
  'images arrive': ['slow', 'cut', 'short', 'page', 'hang'],
  'a study is matched': ['short', 'other', 'error', 'gone'],
  'images are released': ['cut', 'short', 'long', 'page', 'other', 'hang'],
};
const seen: readonly ProxyFault[] = ['cut', 'short', 'page', 'error', 'other', 'hang'];
/** Those whose answers show of what they are. */
const ofOthers: Readonly<Record<Stage, RegExp>> = {
  ...addresses,
  'images are released': /^\/dicom-web\/.*\/series\/.*\/metadata/,
};
const slices = [1, 2, 3];

describe('an archive whose answers go wrong', () => {
  let archive: ArchiveServer;
  let proxy: FaultProxy;
  let reader: LoggedIn;
  let subjects = 0;

  beforeAll(async () => {
    archive = await archiveServer();
    proxy = await faultProxy(archive.orthancEnvironment['ORTHANC_URL'] ?? '');
    archive.connection.connect(
      orthancArchive({
        url: proxy.url,
        username: archive.orthancEnvironment['ORTHANC_USERNAME'] ?? '',
        password: archive.orthancEnvironment['ORTHANC_PASSWORD'] ?? '',
        // The real one answers in milliseconds; on a busy machine it may take a second.
        timeoutMs: 2_500,
      })
    );
    const { server } = archive;
    await testAccount(server.deps, { userName: 'judge', displayName: 'Dr judge' });
    await putInForce(server, faultCharter);
    reader = await logIn(server, 'reader');
  });
  afterAll(async () => {
    await proxy.close();
    await archive.close();
  });

  /** A study that nobody has seen, in the archive behind the proxy. */
  const arrive = async (): Promise<{ subject: string; seeds: number[] }> => {
    subjects += 1;
    const subject = `S-${subjects}`;
    const studyUid = `1.2.826.0.1.7301.8.${subjects}`;
    const seeds = slices.map(number => 100 * subjects + number);
    for (const number of slices) {
      const file = handmadeFile({
        ...{ studyUid, seriesUid: `${studyUid}.1`, sopUid: `${studyUid}.1.${number}` },
        ...{ frameOfReferenceUid: `${studyUid}.9`, subject, site: '101', timepoint: 'BL' },
        ...{ date: '20260105', number, z: 5 * number, canary: 'X' },
        pixelSeed: 100 * subjects + number,
      });
      await archive.archive.storeInstance(file);
    }
    return { subject, seeds };
  };
  const look = () =>
    archive.server.ask({
      ...{ method: 'POST', url: '/api/admin/intake' },
      headers: { authorization: `Bearer ${archive.server.adminToken}` },
    });
  /** What was released of a subject: SHA-256 of each frame. */
  const released = async (subject: string): Promise<string[][]> => {
    const rows = await archive.server.deps.db
      .selectFrom('presentation')
      .innerJoin('read', 'read.id', 'presentation.read_id')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('subject', 'subject.id', 'course.subject_id')
      .innerJoin('image_manifest', 'image_manifest.id', 'presentation.manifest_id')
      .select('image_manifest.content')
      .where('subject.identifier', '=', subject)
      .execute();
    return rows.map(({ content }) =>
      asManifest(content).timepoints.flatMap(({ series }) =>
        series.flatMap(({ instances }) => instances.flatMap(({ frames }) => [...frames]))
      )
    );
  };
  const workGoesOn = async (): Promise<void> => {
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(200);
  };
  const back = async (): Promise<void> => {
    proxy.set(null);
    // What failed for itself waits for its time.
    archive.server.forward(3 * 60_000);
    expect(await archive.connection.probe()).toBe(true);
    expect((await look()).statusCode).toBe(200);
    archive.server.releases.retry();
    await archive.server.releases.idle();
    // Each slot's read of every subject so far is there, as it was sent and whole.
    expect(await archive.server.releases.waiting()).toBe(0);
  };

  it.each(Object.keys(addresses) as Stage[])(
    'as %s: the rest works, nothing is released in part, and all of it is once they are right',
    async stage => {
      for (const fault of faults[stage]) {
        const { subject, seeds } = await arrive();
        const whole = seeds.map(seed => hashBytes(handmadePixels(seed)));
        // A frame of another image, of the same size, looks like the one that was asked for.
        proxy.set(fault, fault === 'other' ? ofOthers[stage] : addresses[stage]);
        const answer = await look();
        expect([fault, [200, 502, 503].includes(answer.statusCode), answer.body]).toEqual([
          ...[fault, true, expect.anything()],
        ]);
        if (answer.statusCode !== 200) {
          expect(answer.json<{ code: string }>().code).toMatch(/^CL_ARCHIVE_/);
        }
        expect([stage, fault, proxy.befallen()]).not.toEqual([stage, fault, 0]);
        await workGoesOn();
        for (const frames of await released(subject))
          expect([fault, frames]).toEqual([fault, whole]);
        await back();
        expect([stage, fault, await released(subject)]).toEqual([stage, fault, [whole, whole]]);
      }
      const { db } = archive.server.deps;
      expect(await db.selectFrom('unread_study').selectAll().execute()).toEqual([]);
    }
  );

  it('as lost frames and images for QC are fetched: refused in time with a code, and shown once they are right', async () => {
    const { subject } = await arrive();
    await back();
    const { db } = archive.server.deps;
    const [read] = (await reader.call('GET', '/api/reads')).json<{
      reads: { readId: string; subjectCode: string }[];
    }>().reads;
    const readId = read?.readId ?? '';
    const opened = await reader.call('GET', `/api/reads/${readId}`);
    const [study] = opened.json<{
      studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
    }>().studies;
    const root = `/reads/${readId}/dicomweb/studies/${study?.studyInstanceUid}/series/${study?.series[0]?.seriesInstanceUid}`;
    const metadata = (await reader.call('GET', `${root}/metadata`)).json<
      Record<string, { Value: string[] }>[]
    >();
    const frame = `${root}/instances/${metadata[0]?.['00080018']?.Value[0]}/frames/1`;
    const exam = await db
      .selectFrom('exam')
      .innerJoin('subject', 'subject.id', 'exam.subject_id')
      .select('exam.id')
      .where('subject.identifier', '=', subject)
      .executeTakeFirstOrThrow();
    const ofExam = () =>
      archive.server.ask({
        ...{ method: 'GET', url: `/api/admin/trials/DEMO-ONC/exams/${exam.id}/acquisition` },
        headers: { authorization: `Bearer ${archive.server.adminToken}` },
      });
    for (const fault of seen) {
      await rm(join(archive.home, 'frames', 'content'), { recursive: true });
      proxy.set(fault, /\/frames\/|^\/dicom-web\/.*metadata/);
      for (const answer of [await reader.call('GET', frame), await ofExam()]) {
        expect([fault, answer.statusCode >= 502, answer.json<{ code: string }>().code]).toEqual([
          ...[fault, true, expect.stringMatching(/^CL_ARCHIVE_/)],
        ]);
      }
      await workGoesOn();
      proxy.set(null);
      await archive.connection.probe();
      expect([fault, (await reader.call('GET', frame)).statusCode]).toEqual([fault, 200]);
      expect([fault, (await ofExam()).statusCode]).toEqual([fault, 200]);
    }
  });
});
