import { afterEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyReadDocument } from '@corelab/reads';
import type { ReadStudy } from '../http/server-deps.js';
import { archiveServer, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images } from '../testing/handmade-trial.js';
import { askAt, logIn, password, type LoggedIn } from '../testing/http-client.js';
import { startServer, type RunningServer } from './start-server.js';

const files = images.map(handmadeFile);
const limitMs = 120_000;

interface Listed {
  readonly readId: string;
  readonly timepoint: string;
}
const listOf = async (reader: LoggedIn): Promise<Listed[]> =>
  (await reader.call('GET', '/api/reads')).json<{ reads: Listed[] }>().reads;

/** The address of one frame of the current study. */
const frameAddress = async (reader: LoggedIn, readId: string): Promise<string> => {
  const opened = await reader.call('GET', `/api/reads/${readId}`);
  const study = opened.json<{ studies: ReadStudy[] }>().studies[0];
  const series = study?.series[0];
  const root = `/reads/${readId}/dicomweb/studies/${study?.studyInstanceUid}/series/${series?.seriesInstanceUid}`;
  const metadata = (await reader.call('GET', `${root}/metadata`)).json<
    Record<string, { Value: string[] }>[]
  >();
  return `${root}/instances/${metadata[0]?.['00080018']?.Value[0]}/frames/1`;
};

/** Multipart boundaries are drawn anew for every answer. */
const withoutBoundary = (body: string): string => body.replaceAll(/frame-[0-9a-f]+/g, '');

describe('an archive that goes', () => {
  let archive: ArchiveServer;
  let running: RunningServer | undefined;

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await archive.close();
  });

  it(
    'while a read is open: stored frames, draft and signature go on; lost frames come back with it',
    async () => {
      archive = await archiveServer(files);
      const reader = await archive.takeIn();
      const [read] = await listOf(reader);
      const readId = read?.readId ?? '';
      const address = await frameAddress(reader, readId);
      const before = await reader.call('GET', address);
      expect(before.statusCode).toBe(200);

      await archive.stopOrthanc();
      expect((await reader.call('GET', address)).statusCode).toBe(200);
      await rm(join(archive.home, 'frames', 'content'), { recursive: true });
      const missing = await reader.call('GET', address);
      expect(missing.statusCode).toBe(503);
      expect(missing.headers['retry-after']).toBe('5');
      expect(missing.json()).toMatchObject({ code: 'CL_ARCHIVE_UNAVAILABLE' });
      const site = await reader.call('GET', '/api/site');
      expect(site.json()).toMatchObject({ archive: { state: 'waiting' } });

      const draft = await reader.call('GET', `/api/reads/${readId}/draft`);
      const saved = await reader.call(
        'PUT',
        `/api/reads/${readId}/draft`,
        { document: { ...emptyReadDocument(), noDisease: true } },
        { 'if-match': draft.headers['etag'] ?? '' }
      );
      expect(saved.statusCode).toBe(200);
      const opened = await reader.call('GET', `/api/reads/${readId}`);
      const signed = await reader.call('POST', `/api/reads/${readId}/sign`, {
        password,
        meaning: opened.json<{ meanings: string[] }>().meanings[0] ?? '',
        requestId: '0b1c2d3e-0000-4000-8000-000000000001',
        pictures: { missing: 'noViewer' },
        etag: saved.headers['etag'] ?? '',
      });
      expect({ status: signed.statusCode, body: signed.body }).toMatchObject({ status: 200 });

      await archive.startOrthanc();
      expect(await archive.connection.probe()).toBe(true);
      const after = await reader.call('GET', address);
      expect(withoutBoundary(after.body)).toBe(withoutBoundary(before.body));
    },
    limitMs
  );

  it(
    'in the middle of a release: nothing is half released, and the queue releases it later',
    async () => {
      archive = await archiveServer(files);
      let frames = 0;
      archive.connection.connect({
        ...archive.archive,
        frame: async (id, number) => {
          frames += 1;
          if (frames === 3) await archive.stopOrthanc();
          return archive.archive.frame(id, number);
        },
      });
      const reader = await archive.takeIn();
      const { releases, deps } = archive.server;
      expect(await releases.waiting()).toBe(1);
      expect(await listOf(reader)).toEqual([]);
      const tables = ['image_manifest', 'presentation', 'presentation_uid'] as const;
      for (const table of tables) {
        expect(await deps.db.selectFrom(table).selectAll().execute()).toEqual([]);
      }

      await archive.startOrthanc();
      expect(await archive.connection.probe()).toBe(true);
      releases.retry();
      await releases.idle();
      expect((await listOf(reader)).map(({ timepoint }) => timepoint)).toEqual(['Baseline']);
    },
    limitMs
  );

  it(
    'before the server starts: it says so, list and login work, and reads appear when it is back',
    async () => {
      archive = await archiveServer(files, { kept: true });
      archive.connection.connect({
        ...archive.archive,
        seriesMetadata: (study, series) =>
          archive.stopOrthanc().then(() => archive.archive.seriesMetadata(study, series)),
      });
      await archive.takeIn();
      await archive.leave();

      const lines: string[] = [];
      let answers = (): void => undefined;
      const back = new Promise<void>(resolve => (answers = resolve));
      running = await startServer({
        demo: false,
        port: 0,
        retryMs: 100,
        environment: {
          CORELAB_HOME: archive.home,
          CORELAB_LOG: 'silent',
          ...archive.orthancEnvironment,
        },
        say: line => {
          lines.push(line);
          if (line === 'The archive answers.') answers();
        },
      });
      expect(lines.at(-1)).toBe(`ready ${running.url}`);
      expect(lines.join('\n')).toContain('The archive is not ready');
      const reader = await logIn({ ask: askAt(running.url) }, 'reader');
      expect(await listOf(reader)).toEqual([]);

      await archive.startOrthanc();
      await back;
      expect((await listOf(reader)).map(({ timepoint }) => timepoint)).toEqual(['Baseline']);
    },
    limitMs
  );
});
