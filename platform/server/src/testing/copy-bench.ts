import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { defaultPolicy } from '../accounts/policy.js';
import { anchorFile } from '../audit/anchor-file.js';
import { headKeeper } from '../audit/heads.js';
import { headKeyOf, newHeadKeyPem } from '../audit/head-key.js';
import type { Archive } from '../archive/archive.js';
import { trialKeysIn } from '../copies/trial-keys.js';
import { placesOf } from '../copies/installation.js';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { buildApp, type BuiltApp } from '../http/app.js';
import type { ServerDeps } from '../http/server-deps.js';
import { openJobQueue } from '../jobs/job-queue.js';
import { archiveConnection } from '../start/archive-connection.js';
import { archivePort } from '../start/archive-port.js';
import { keepText } from '../start/secret-file.js';
import { archiveInMemory } from './archive-in-memory.js';
import { demoCharter } from './archive-server.js';
import { handmadeFile } from './handmade-image.js';
import { images } from './handmade-trial.js';
import { askAt, logIn, type Ask, type Answer, type LoggedIn } from './http-client.js';
import {
  databaseOfRun,
  testDatabase,
  type NewDatabase,
  type TestDatabase,
} from './test-database.js';
import { testInstallation } from './test-installation.js';
import { deployed, testServer, type TestServer } from './test-server.js';

const quiet = { info: (): undefined => undefined };
const zone = 'UTC';

const connected = (archive: Archive) => {
  const connection = archiveConnection();
  connection.connect(archive);
  return connection;
};

/** A server over a database as it is, with the secrets of its folder: what `startServer` makes, without its rounds. */
export interface ServerOver extends BuiltApp {
  readonly deps: ServerDeps;
  ask(request: Ask): Promise<Answer>;
  close(): Promise<void>;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

export const serverOver = async (
  opened: OpenedDatabase,
  home: string,
  archive: Archive
): Promise<ServerOver> => {
  const { db } = opened;
  const places = placesOf(home);
  const now = (): Date => new Date('2026-03-02T09:00:00Z');
  const newId = (): string => uuidv7();
  const auditKey = await keepText(places.auditKey, newSecret);
  const secondFactorKey = await keepText(join(places.secrets, 'second-factor-key'), newSecret);
  const key = headKeyOf(await keepText(places.signingKey, newHeadKeyPem));
  const jobs = await openJobQueue(opened, { upkeep: false, onError: () => undefined });
  const port = archivePort({
    ...{ connection: connected(archive), db, now, newId, zone, auditKey, log: quiet },
    ...{ framesFolder: places.frames, quarantineFolder: places.quarantine },
    trialKey: trialKeysIn(places.trialKeys),
  });
  const deps: ServerDeps = {
    ...{
      db,
      now,
      newId,
      zone,
      auditKey,
      secondFactorKey,
      jobs,
      archive: port,
      logger: false,
      demonstration: false,
    },
    ...{ secureCookie: false, siteFolder: null, pluginsFolder: null },
    policy: { ...defaultPolicy, loginsPerMinute: 100 },
    heads: headKeeper({ db, key, anchor: anchorFile(places.anchors), now }),
    installation: { ...testInstallation(opened, home), ownsArchive: true },
  };
  const built = await buildApp(deps);
  const origin = await built.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...built, deps, ask: askAt(origin), close: () => built.app.close() };
};

/** An installation that has nothing yet: a folder, and a database that is empty. */
export interface EmptyPlace {
  readonly home: string;
  /** Of a server, where the run is about one. */
  readonly databaseUrl: string | undefined;
  open(): Promise<OpenedDatabase>;
  remove(): Promise<void>;
}

export const emptyPlace = async (): Promise<EmptyPlace> => {
  const home = await mkdtemp(join(tmpdir(), 'corelab-place-'));
  const made: NewDatabase | null = await databaseOfRun('empty');
  const opened: OpenedDatabase[] = [];
  return {
    home,
    databaseUrl: made?.url,
    open: async () => {
      const one = await openDatabase(
        made === null ? { folder: placesOf(home).database } : { url: made.url }
      );
      opened.push(one);
      return one;
    },
    remove: async () => {
      for (const one of opened) await one.close();
      await made?.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
};

/** A trial with images in an archive, its baseline released to a reader, in an installation with a folder. */
export interface CopyBench {
  readonly server: TestServer;
  readonly home: string;
  readonly archive: Archive;
  readonly database: TestDatabase;
  readonly reader: LoggedIn;
  /** What an administrator's token gets, into a file; the answer where it is a refusal. */
  download(url: string, payload: object, file: string): Promise<Answer | null>;
  close(): Promise<void>;
}

export const copyBench = async (charter = demoCharter): Promise<CopyBench> => {
  const home = await mkdtemp(join(tmpdir(), 'corelab-copies-'));
  const opened = await testDatabase(1);
  const archive = archiveInMemory();
  for (const image of images) await archive.storeInstance(handmadeFile(image));
  const places = placesOf(home);
  const key = headKeyOf(await keepText(places.signingKey, newHeadKeyPem));
  const now = (): Date => new Date('2026-03-01T09:00:00Z');
  const server = await testServer(
    opened,
    parts =>
      archivePort({
        ...{ ...parts, connection: connected(archive), log: quiet },
        ...{ framesFolder: places.frames, quarantineFolder: places.quarantine },
      }),
    {
      installation: { ...testInstallation(opened, home), ownsArchive: true },
      heads: headKeeper({ db: opened.db, key, anchor: anchorFile(places.anchors), now }),
    }
  );
  await writeFile(places.auditKey, `${server.deps.auditKey}\n`, { mode: 0o600 });
  await deployed(server, charter);
  await server.releases.idle();
  await opened.db
    .updateTable('exam')
    .set({ state: 'passed' })
    .where('state', '=', 'inQc')
    .execute();
  for (const { id } of await opened.db.selectFrom('course').select('id').execute())
    server.releases.request(id);
  await server.releases.idle();
  return {
    ...{ server, home, archive, database: opened, reader: await logIn(server, 'reader') },
    download: async (url, payload, file) => {
      const response = await fetch(`${server.origin}${url}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${server.adminToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(payload),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.ok) {
        await writeFile(file, bytes);
        return null;
      }
      const body = bytes.toString('utf8');
      return {
        ...{ statusCode: response.status, body, cookie: null },
        headers: Object.fromEntries(response.headers),
        json: <T>() => JSON.parse(body) as T,
      };
    },
    close: async () => {
      await server.close();
      await opened.close();
      await rm(home, { recursive: true, force: true });
    },
  };
};
