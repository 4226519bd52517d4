import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import type { Archive } from '../archive/archive.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { newHeadKeyPem } from '../audit/head-key.js';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { writePrivate } from '../start/secret-file.js';
import type { ServerDeps } from '../http/server-deps.js';
import { migratedSnapshot } from './migrated-snapshot.js';
import { testDatabase } from './test-database.js';
import { archiveConnection, type ArchiveConnection } from '../start/archive-connection.js';
import { archivePort } from '../start/archive-port.js';
import {
  auditKeyOfTests,
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from './test-server.js';

/** The demonstration's trial with one reader of the test server. */
export const demoCharter = `
trial: { id: DEMO-ONC, name: Demonstration, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }, { code: '102', name: Other site }]
series: [{ role: CT-PV-AX, modality: CT }]
imagingProtocol: { qc: automatic }
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, day: 56 }
  - { id: TP2, day: 112 }
tracks:
  - { id: efficacy, slots: [R1], readers: { R1: [reader] } }
`;

/** A person lets pass what has a problem and does not pass by itself. */
const passAll = async ({ deps, releases }: TestServer): Promise<void> => {
  await deps.db.updateTable('exam').set({ state: 'passed' }).where('state', '=', 'inQc').execute();
  for (const { id } of await deps.db.selectFrom('course').select('id').execute()) {
    releases.request(id);
  }
  await releases.idle();
};

/** The application over a real Orthanc, all of it in one home folder. */
export interface ArchiveServer {
  readonly server: TestServer;
  readonly home: string;
  /** The application's address, without a slash at its end. */
  readonly origin: string;
  readonly connection: ArchiveConnection;
  /** Orthanc itself, without the connection's care. */
  readonly archive: Archive;
  /** How another process reaches this Orthanc. */
  readonly orthancEnvironment: Readonly<Record<string, string>>;
  /** Ends Orthanc's process; the application stays. */
  stopOrthanc(): Promise<void>;
  /** Starts Orthanc again on the same store and port. */
  startOrthanc(): Promise<void>;
  /** Deploys the trial, takes in what the archive holds and lets it pass QC; the reader, logged in. */
  takeIn(charter?: string): Promise<LoggedIn>;
  /** Ends the application and its database; Orthanc and the folder stay. */
  leave(): Promise<void>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

const quiet = { info: (): undefined => undefined };

/**
 * @param files Part 10 files that the archive holds from the start
 * @param kept the database is the embedded one and lives in the home folder, for another server to take over
 * @param logger what takes what the application says; nothing unless given
 * @param parent where the home folder is made
 * @param databaseUrl an empty database of PostgreSQL in place of the one that the run is about
 */
export const archiveServer = async (
  files: readonly Uint8Array[] = [],
  {
    kept = false,
    databaseUrl,
    logger = false,
    parent = tmpdir(),
  }: {
    readonly kept?: boolean;
    readonly databaseUrl?: string;
    readonly logger?: ServerDeps['logger'];
    readonly parent?: string;
  } = {}
): Promise<ArchiveServer> => {
  const home = await mkdtemp(join(parent, 'corelab-archive-'));
  const start = (port?: number): Promise<Orthanc> =>
    ensureOrthanc({
      home,
      log: quiet.info,
      docker: false,
      environment: {},
      ...(port === undefined ? {} : { port }),
    });
  let orthanc = await start();
  const { url, username, password } = orthanc;
  const archive = orthancArchive(orthanc);
  for (const file of files) await archive.storeInstance(file);
  const open = async (): Promise<OpenedDatabase> => {
    if (databaseUrl !== undefined) return openDatabase({ url: databaseUrl });
    const folder = join(home, 'database');
    return kept ? openDatabase({ folder, snapshot: await migratedSnapshot() }) : testDatabase(1);
  };
  const opened = await open();
  // Those of the test server: whoever takes the home over goes on with them.
  await writePrivate(join(home, 'secrets', 'audit-key'), auditKeyOfTests);
  await writePrivate(join(home, 'secrets', 'audit-signing-key.pem'), newHeadKeyPem());
  const connection = archiveConnection();
  connection.connect(archive);
  const server = await testServer(
    opened,
    parts =>
      archivePort({
        ...{ ...parts, connection, log: quiet },
        framesFolder: join(home, 'frames'),
        quarantineFolder: join(home, 'quarantine'),
      }),
    { logger }
  );
  let left: Promise<void> | null = null;
  const leave = (): Promise<void> => (left ??= server.close().then(() => opened.close()));
  return {
    server,
    home,
    origin: server.origin,
    connection,
    archive,
    orthancEnvironment: {
      ORTHANC_URL: url,
      ORTHANC_USERNAME: username,
      ORTHANC_PASSWORD: password,
    },
    stopOrthanc: () => orthanc.stop(),
    startOrthanc: async () => {
      orthanc = await start(Number(new URL(url).port));
    },
    takeIn: async (charter = demoCharter) => {
      await deployed(server, charter);
      await server.releases.idle();
      await passAll(server);
      return logIn(server, 'reader');
    },
    leave,
    close: async () => {
      await leave();
      await orthanc.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
