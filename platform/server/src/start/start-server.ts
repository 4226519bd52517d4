import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { policyOf } from '../accounts/policy.js';
import { firstAdministrator } from '../accounts/manage-accounts.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { archiveRetrySeconds } from '../archive/archive-error.js';
import { anchorFile, type Anchor } from '../audit/anchor-file.js';
import { timestampedAnchor } from '../audit/timestamp-anchor.js';
import { headKeeper, keepHeads } from '../audit/heads.js';
import { DatabaseAwayError, isDatabaseAway } from '../database/database-away.js';
import { identityProvider } from '../identity-provider/identity-provider.js';
import { providerOptionsOf } from '../identity-provider/provider-options.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { placesOf } from '../copies/installation.js';
import { refuseUnfinished } from '../copies/restore-place.js';
import { trialKeysIn } from '../copies/trial-keys.js';
import { snapshotsOf } from '../copies/snapshot.js';
import { couldChangeRecord, prepareAsOwner, roleOf } from '../database/owner.js';
import { keepStatistics } from '../database/statistics.js';
import { forgetDestroyedFiles } from '../identity/destroy-identity.js';
import { openJobQueue, processPrefix } from '../jobs/job-queue.js';
import { buildApp } from '../http/app.js';
import type { ServerDeps } from '../http/server-deps.js';
import { keepEngine } from '../verification/kept-engines.js';
import { archiveConnection } from './archive-connection.js';
import { archivePort } from './archive-port.js';
import { archiveWork } from './archive-work.js';
import { Cleanup } from './cleanup.js';
import { recordConfiguration } from './configuration.js';
import { demoAccounts, deployDemo, loadDemo } from './demo.js';
import { demoReady } from './demo-ready.js';
import { lockHome } from './home-lock.js';
import { installationKeys } from './installation-keys.js';
import { listen } from './listen.js';
import { writePrivate } from './secret-file.js';
import { serverLog } from './server-log.js';
import { trustedProxiesOf } from './trusted-proxies.js';

export interface StartOptions {
  /** Fill an empty installation with the demonstration trial and its accounts. */
  readonly demo: boolean;
  /** 0 takes a free one. Default 3000. */
  readonly port?: number;
  readonly host?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Gets what a person at the terminal should read. */
  readonly say?: (line: string) => void;
  /** Aborted, it ends a start that is still under way; its reason is thrown when all is closed again. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which a demonstration without its first reads gives up. Default 30 minutes. */
  readonly demoLimitMs?: number;
  /** Milliseconds between looks at the archive. Default 5 seconds. */
  readonly retryMs?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Ends requests, background work, the archive if it was started here, the database. May be called twice. */
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Between looks for work that another process left, milliseconds. */
const jobsMs = 2_000;

const statisticsMs = 60 * 60_000;

/** Between two looks at where the chains of the record stand. */
const headsMs = 60 * 60_000;

/** A first start makes and sends some 500 images; slow machines take minutes. */
const demoLimitMs = 30 * 60_000;

/** The file of heads, with an authority's timestamps beside it where one is named. @throws Error where that is no address */
const anchorOf = (path: string, authority: string | undefined): Anchor => {
  const file = anchorFile(path);
  if (authority === undefined || authority === '') return file;
  if (!/^https?:\/\//.test(authority) || !URL.canParse(authority))
    throw new Error(
      `CORELAB_TIMESTAMP_URL is "${authority}": expected the address of a timestamp authority, as http://tsa.example/`
    );
  return timestampedAnchor(file, authority, join(dirname(path), 'timestamps.jsonl'));
};

/**
 * Starts the whole server. The archive may come later: what needs it is tried again in the background, and the line
 * `ready` does not wait for it. A demonstration is ready when its first reads are.
 * @throws HomeInUseError, DemoNotReadyError, DatabaseAwayError, KeyError, and what database and port refuse.
 */
export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  const environment = options.environment ?? process.env;
  const say = options.say ?? (() => undefined);
  const signal = options.signal ?? new AbortController().signal;
  const home = resolve(environment['CORELAB_HOME'] ?? join(repository, '.corelab'));
  const places = placesOf(home);
  const cleanup = new Cleanup();
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    const logger = serverLog(environment['CORELAB_LOG'] ?? 'warn', destination(2));
    const trustedProxies = trustedProxiesOf(environment);
    const databaseUrl = environment['DATABASE_URL'];
    // What several processes can share is all there is in the folder then: secrets, frames, quarantine.
    const shared = Boolean(databaseUrl && environment['ORTHANC_URL']) && !options.demo;
    if (!shared) {
      cleanup.add(await lockHome(home));
      // What a process left that ended while it made a copy.
      await rm(places.copies, { recursive: true, force: true });
    }
    await refuseUnfinished(home);
    const opened = await openDatabase(
      databaseUrl === undefined
        ? { folder: places.database }
        : {
            url: databaseUrl,
            name: `${processPrefix}${process.pid} ${randomBytes(4).toString('hex')}`,
          }
    );
    cleanup.add(() => opened.close());
    if (opened.kind === 'pglite') {
      say(
        'The embedded database survives the end of the process, not a power cut, and can not keep this program from its own audit table: real trials belong on PostgreSQL (DATABASE_URL).'
      );
    }
    const now = (): Date => new Date();
    const newId = (): string => uuidv7();
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const ownerUrl = environment['DATABASE_ADMIN_URL'];
    if (databaseUrl !== undefined && ownerUrl !== undefined) {
      const onError = (reason: unknown): void => logger.warn({ err: reason }, 'job queue');
      await prepareAsOwner({ ownerUrl, role: await roleOf(opened.db), now, onError });
    } else {
      await migrate(opened.db, now);
    }
    if (opened.kind === 'postgresql' && (await couldChangeRecord(opened.db))) {
      say(
        `The database role ${await roleOf(opened.db)} could change the record of this installation: for real trials, name the role that owns the tables with DATABASE_ADMIN_URL, and another one that does not with DATABASE_URL.`
      );
    }
    const jobs = await openJobQueue(opened, {
      onError: reason => logger.warn({ err: reason }, 'job queue'),
    });
    cleanup.add(() => jobs.stop());
    // Nobody else can be at them: what is open is asked for again below.
    if (opened.kind === 'pglite') await jobs.forget();
    else await jobs.takeOver();
    const { auditKey, headKey, secondFactorKey } = await installationKeys({
      ...{ db: opened.db, home, now, zone, say },
      ...(environment['CORELAB_NEW_KEYS'] === undefined
        ? {}
        : { renewed: environment['CORELAB_NEW_KEYS'] }),
    });
    const anchorPath = resolve(environment['CORELAB_ANCHORS'] ?? places.anchors);
    const anchor = anchorOf(anchorPath, environment['CORELAB_TIMESTAMP_URL']);
    const heads = headKeeper({ db: opened.db, key: headKey, anchor, now });
    await keepEngine(places.engines);
    const connection = archiveConnection();
    const archive = archivePort({
      connection,
      db: opened.db,
      framesFolder: places.frames,
      quarantineFolder: places.quarantine,
      now,
      newId,
      zone,
      auditKey,
      trialKey: trialKeysIn(places.trialKeys),
      log: { info: (details, message) => logger.info(details, message) },
    });
    // What a process left that ended between the entry and the files.
    await forgetDestroyedFiles(archive.arrival);
    const provider = await providerOptionsOf(environment);
    const deps: ServerDeps = {
      db: opened.db,
      now,
      newId,
      archive,
      jobs,
      policy: policyOf(environment, { demo: options.demo }),
      ...(trustedProxies.length === 0 ? {} : { trustedProxies }),
      demonstration: options.demo,
      auditKey,
      secondFactorKey,
      ...(provider === null ? {} : { identityProvider: identityProvider(provider) }),
      heads,
      installation: {
        ...{ home, anchors: anchorPath, ownsArchive: !environment['ORTHANC_URL'] },
        snapshot: snapshotsOf(opened, places.copies),
      },
      zone,
      secureCookie: (environment['CORELAB_PUBLIC_URL'] ?? '').startsWith('https:'),
      siteFolder: join(repository, 'platform/viewer/dist-site'),
      pluginsFolder: join(repository, 'platform/viewer/dist-plugins'),
      logger,
    };
    await recordConfiguration(deps, {
      ...deps.policy,
      ...{ demonstration: options.demo, https: deps.secureCookie, database: opened.kind },
      anchorsNamed: environment['CORELAB_ANCHORS'] !== undefined,
      identityProvider: provider !== null,
      trustedProxies: trustedProxies.length,
    });
    const { app, releases } = await buildApp(deps);
    cleanup.add(() => app.close());
    const admin = options.demo ? await deployDemo(deps) : null;
    const first = options.demo ? null : await firstAdministrator(deps, 'administrator');
    const { url, moved } = await listen(app, options.host ?? '127.0.0.1', options.port ?? 3000);
    if (moved) say(`Port ${options.port ?? 3000} is taken; using another.`);
    if (first !== null) {
      say(
        `First start: account ${first.identity.userName}, one-time password ${first.oneTimePassword}. It is not shown again and must be changed at the first login.`
      );
    }
    const program = admin ?? first?.identity ?? null;
    if (program !== null) {
      const token = await issueApiToken(deps, program.id);
      await writePrivate(places.program, `${JSON.stringify({ url, token })}\n`);
    }

    const retryMs = options.retryMs ?? archiveRetrySeconds * 1000;
    const load = async (during: AbortSignal): Promise<void> => {
      if (admin === null) return;
      const folder = join(home, 'demo');
      await loadDemo(deps, { connection, folder, admin, releases, say, signal: during });
    };
    const work = archiveWork({
      deps,
      connection,
      releases,
      home,
      environment,
      say,
      first: load,
      signal,
      retryMs,
    });
    cleanup.add(() => work.stop());
    if (admin === null) {
      await work.round();
    } else {
      const limitMs = options.demoLimitMs ?? demoLimitMs;
      await demoReady({ db: opened.db, work, limitMs, retryMs, signal, say });
      for (const { userName, password } of demoAccounts) {
        say(`account ${userName}, password ${password}`);
      }
    }
    signal.throwIfAborted();
    cleanup.add(
      keepHeads(heads, headsMs, reason =>
        logger.error({ err: reason }, 'the heads of the record could not be kept')
      )
    );
    work.begin();
    releases.begin(jobsMs);
    say(`ready ${url}`);
    // Those of the last time are still there: nobody waits for new ones.
    cleanup.add(
      keepStatistics(opened, statisticsMs, reason =>
        logger.warn({ err: reason }, 'statistics of the database')
      )
    );
    return { url, stop: () => cleanup.run() };
  } catch (reason) {
    await cleanup.run();
    if (!isDatabaseAway(reason)) throw reason;
    throw new DatabaseAwayError(reason instanceof Error ? reason.message : String(reason), reason);
  }
};
