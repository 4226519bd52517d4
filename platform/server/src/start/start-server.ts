import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { ensureAccount } from '../accounts/accounts.js';
import { policyOf } from '../accounts/policy.js';
import { issueApiToken } from '../accounts/sessions.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { buildApp } from '../http/app.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { connectableArchive } from './archive-port.js';
import { Cleanup } from './cleanup.js';
import { deployDemo, loadDemo } from './demo.js';
import { lockHome } from './home-lock.js';
import { listen } from './listen.js';
import { keepSecret, writePrivate } from './secret-file.js';

export interface StartOptions {
  /** Fill an empty installation with the demonstration trial and its accounts. */
  readonly demo: boolean;
  /** 0 takes a free one. Default 3000. */
  readonly port?: number;
  readonly host?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Gets what a person at the terminal should read. */
  readonly say?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Ends requests, background work, the archive if it was started here, the database. May be called twice. */
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Passwords of the demonstration: public, so the demonstration listens on loopback. */
export const demoAccounts = [
  { userName: 'reader1', displayName: 'Reader One', password: 'reader1-demo' },
  { userName: 'admin1', displayName: 'Admin One', password: 'admin1-demo' },
] as const;

const retryMs = 5000;

/**
 * Starts the whole server. The archive may come later: what needs it is tried again in the background.
 * @throws HomeInUseError, and what database and port refuse.
 */
export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  const environment = options.environment ?? process.env;
  const say = options.say ?? (() => undefined);
  const home = resolve(environment['CORELAB_HOME'] ?? join(repository, '.corelab'));
  const cleanup = new Cleanup();
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    cleanup.add(await lockHome(home));
    const logger = pino({ level: environment['CORELAB_LOG'] ?? 'warn' }, pino.destination(2));
    const databaseUrl = environment['DATABASE_URL'];
    const opened = await openDatabase(
      databaseUrl === undefined ? { folder: join(home, 'database') } : { url: databaseUrl }
    );
    cleanup.add(() => opened.close());
    if (opened.kind === 'pglite') {
      say(
        'The embedded database survives the end of the process, not a power cut, and can not keep this program from its own audit table: real trials belong on PostgreSQL (DATABASE_URL).'
      );
    }
    const now = (): Date => new Date();
    const newId = (): string => uuidv7();
    await migrate(opened.db, now);
    const connection = connectableArchive({
      db: opened.db,
      framesFolder: join(home, 'frames'),
      now,
      newId,
      log: { info: (details, message) => logger.info(details, message) },
    });
    const deps: ServerDeps = {
      db: opened.db,
      now,
      newId,
      archive: connection.port,
      policy: policyOf(environment),
      auditKey: await keepSecret(join(home, 'secrets', 'audit-key')),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      secureCookie: (environment['CORELAB_PUBLIC_URL'] ?? '').startsWith('https:'),
      siteFolder: join(repository, 'platform/viewer/dist-site'),
      pluginsFolder: join(repository, 'platform/viewer/dist-plugins'),
      logger,
    };
    const { app, releases } = await buildApp(deps);
    cleanup.add(() => app.close());
    const admin = options.demo ? await demoPeople(deps) : null;
    if (admin !== null) await deployDemo(deps, admin);
    const { url, moved } = await listen(app, options.host ?? '127.0.0.1', options.port ?? 3000);
    if (moved) say(`Port ${options.port ?? 3000} is taken; using another.`);
    if (admin !== null) {
      const token = await issueApiToken(deps, admin.id);
      await writePrivate(join(home, 'cli.json'), `${JSON.stringify({ url, token })}\n`);
    }

    let orthanc: Orthanc | null = null;
    cleanup.add(async () => orthanc?.stop());
    let loaded = false;
    const bringArchive = async (): Promise<void> => {
      if (orthanc === null) {
        orthanc = await ensureOrthanc({ home, log: say, environment });
        connection.connect(orthancArchive(orthanc));
      }
      if (!loaded && admin !== null) {
        const { archive } = connection;
        await loadDemo(deps, { archive, folder: join(home, 'demo'), admin, releases, say });
      }
      await requestOpenCourses(deps, releases);
      loaded = true;
    };
    const attempt = async (): Promise<void> => {
      try {
        if (!loaded) await bringArchive();
        releases.retry();
      } catch (reason) {
        say(
          `The archive is not ready (${reason instanceof Error ? reason.message : String(reason)}); trying again in the background.`
        );
      }
    };
    await attempt();
    let pending: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      pending = pending.then(attempt);
    }, retryMs);
    cleanup.add(() => {
      clearInterval(timer);
      return pending;
    });

    if (options.demo) {
      for (const { userName, password } of demoAccounts) {
        say(`account ${userName}, password ${password}`);
      }
    }
    say(`ready ${url}`);
    return { url, stop: () => cleanup.run() };
  } catch (reason) {
    await cleanup.run();
    throw reason;
  }
};

/** What a crash left between signing and release is taken up again. */
const requestOpenCourses = async (deps: ServerDeps, releases: ReleaseQueue): Promise<void> => {
  const courses = await deps.db
    .selectFrom('course')
    .select('id')
    .where('state', '=', 'open')
    .execute();
  for (const { id } of courses) releases.request(id);
};

/** The demonstration's accounts; the admin's identity. */
const demoPeople = async (deps: ServerDeps) => {
  const [reader, administrator] = demoAccounts;
  await ensureAccount(deps, reader);
  return ensureAccount(deps, administrator);
};
