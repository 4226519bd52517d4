import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { emptyReadDocument } from '@corelab/reads';
import { archiveServer, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images } from '../testing/handmade-trial.js';
import { askAt, logIn, password, type LoggedIn } from '../testing/http-client.js';
import { postgresqlServer, type PostgresqlServer } from '../testing/postgresql.js';
import { serverProcess, type ServerProcess } from '../testing/server-process.js';

const limitMs = 240_000;
const processes = 3;

interface Listed {
  readonly readId: string;
  readonly timepoint: string;
  readonly state: string;
}

/** The processes of one installation, started at the same moment. */
const startAll = (home: string, environment: Readonly<Record<string, string>>): ServerProcess[] =>
  Array.from({ length: processes }, () => serverProcess(home, 0, environment));

describe('three processes of one installation', () => {
  let postgresql: PostgresqlServer;
  let archive: ArchiveServer;
  let home: string;
  let running: ServerProcess[] = [];

  beforeAll(async () => {
    postgresql = await postgresqlServer();
    home = await mkdtemp(join(tmpdir(), 'corelab-processes-'));
    archive = await archiveServer(images.map(handmadeFile), { databaseUrl: postgresql.url });
  }, limitMs);

  afterAll(async () => {
    await Promise.all(running.map(one => one.end('SIGTERM')));
    await archive.close();
    await rm(home, { recursive: true, force: true });
    await postgresql.stop();
  });

  it(
    'agree on schema, secret and first administrator when they start at once on nothing',
    async () => {
      const empty = await postgresqlServer();
      const started = startAll(home, {
        ...archive.orthancEnvironment,
        DATABASE_URL: empty.url,
      });
      try {
        const urls = await Promise.all(started.map(one => one.ready));
        expect(new Set(urls).size).toBe(processes);
        const first = started.filter(one => one.output().includes('First start: account'));
        expect(first).toHaveLength(1);
        const secrets = await readdir(join(home, 'secrets'));
        expect(secrets).toEqual(['audit-key', 'audit-signing-key.pem', 'second-factor-key']);
        const told = /one-time password (\S+)\./.exec(first[0]?.output() ?? '')?.[1];
        for (const url of urls) {
          const login = await askAt(url)({
            ...{ method: 'POST', url: '/login' },
            payload: { user: 'administrator', password: told },
          });
          // The password is known to each of them; that it has to be changed comes after.
          expect(login.json()).toMatchObject({ code: 'CL_PASSWORD_CHANGE_NEEDED' });
        }
        expect(JSON.parse(await readFile(join(home, 'cli.json'), 'utf8'))).toMatchObject({
          url: expect.stringMatching(/^http/),
        });
      } finally {
        await Promise.all(started.map(one => one.end('SIGTERM')));
        await empty.stop();
      }
    },
    limitMs
  );

  it(
    'are one server to a reader: any of them knows the session, shows the images, and one signature is taken',
    async () => {
      await archive.takeIn();
      await archive.leave();
      running = startAll(archive.home, {
        ...archive.orthancEnvironment,
        DATABASE_URL: postgresql.url,
      });
      const urls = await Promise.all(running.map(one => one.ready));
      const asks = urls.map(askAt);
      const at = async (index: number, of: LoggedIn, ...call: Parameters<LoggedIn['call']>) => {
        const [method, url, payload, headers = {}] = call;
        const ask = asks[index % processes];
        if (ask === undefined) throw new Error(`no process ${index}`);
        return ask({
          ...{ method, url },
          headers: { cookie: of.cookie, 'x-csrf-token': of.csrf, ...headers },
          ...(payload === undefined ? {} : { payload }),
        });
      };
      const reader = await logIn({ ask: askAt(urls[0] ?? '') }, 'reader');
      const list = async (index: number): Promise<Listed[]> =>
        (await at(index, reader, 'GET', '/api/reads')).json<{ reads: Listed[] }>().reads;

      const [read] = await list(1);
      const readId = read?.readId ?? '';
      const context = await at(2, reader, 'GET', `/api/reads/${readId}`);
      expect(context.statusCode).toBe(200);
      const { meanings, studies } = context.json<{
        meanings: string[];
        studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
      }>();
      const [study] = studies;
      const series = `/reads/${readId}/dicomweb/studies/${study?.studyInstanceUid}/series/${study?.series[0]?.seriesInstanceUid}`;
      const metadata = await Promise.all(
        asks.map((_, index) => at(index, reader, 'GET', `${series}/metadata`))
      );
      expect(metadata.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      expect(new Set(metadata.map(({ body }) => body)).size).toBe(1);
      const [slice] = metadata[0]?.json<Record<string, { Value: string[] }>[]>() ?? [];
      const frame = `${series}/instances/${slice?.['00080018']?.Value[0]}/frames/1`;
      const frames = await Promise.all(asks.map((_, index) => at(index, reader, 'GET', frame)));
      expect(frames.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);

      const draft = `/api/reads/${readId}/draft`;
      const opened = await at(0, reader, 'GET', draft);
      const document = { ...emptyReadDocument(), noDisease: true };
      const saved = await at(
        1,
        reader,
        'PUT',
        draft,
        { document },
        {
          'if-match': opened.headers['etag'] ?? '',
        }
      );
      expect(saved.statusCode).toBe(200);
      const signatures = await Promise.all(
        asks.map((_, index) =>
          at(index, reader, 'POST', `/api/reads/${readId}/sign`, {
            ...{ password, meaning: meanings[0], requestId: `request-of-process-${index}` },
            pictures: { missing: 'noViewer' },
            etag: saved.headers['etag'],
          })
        )
      );
      expect(signatures.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);

      // Whichever process takes the job makes the next timepoint ready, for all of them.
      let next: Listed | undefined;
      for (let turn = 0; next === undefined && turn < 200; turn += 1) {
        next = (await list(turn)).find(({ state }) => state === 'ready');
        if (next === undefined) await pause(100);
      }
      const lists = await Promise.all(asks.map((_, index) => list(index)));
      for (const one of lists) {
        expect(one.map(({ state }) => state)).toEqual(['ready', 'signed']);
      }
      expect(next?.readId).toBe(lists[0]?.[0]?.readId);
    },
    limitMs
  );
});
