import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { openDatabase } from '../database/open.js';
import { connectableArchive, type ArchiveConnection } from '../start/archive-port.js';
import { deployed, logIn, testServer, type LoggedIn, type TestServer } from './test-server.js';

/** The demonstration's trial with one reader of the test server. */
export const demoCharter = `
trial: { id: DEMO-ONC, name: Demonstration, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }, { code: '102', name: Other site }]
series: [{ role: CT-PV-AX, modality: CT }]
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, day: 56 }
  - { id: TP2, day: 112 }
tracks:
  - { id: efficacy, slots: [R1], readers: { R1: [reader] } }
`;

/** The application over a real Orthanc in a folder of its own. */
export interface ArchiveServer {
  readonly server: TestServer;
  readonly home: string;
  readonly connection: ArchiveConnection;
  /** Ends Orthanc's process; the application stays. */
  stopOrthanc(): Promise<void>;
  /** Starts Orthanc again on the same store and port. */
  startOrthanc(): Promise<void>;
  /** Deploys the trial and takes in what the archive holds; the reader, logged in. */
  takeIn(charter?: string): Promise<LoggedIn>;
  close(): Promise<void>;
}

const quiet = { info: (): undefined => undefined };

/** @param files Part 10 files that the archive holds from the start. */
export const archiveServer = async (files: readonly Uint8Array[] = []): Promise<ArchiveServer> => {
  const home = await mkdtemp(join(tmpdir(), 'corelab-archive-'));
  const start = (port?: number): Promise<Orthanc> =>
    ensureOrthanc({
      home,
      log: quiet.info,
      docker: false,
      environment: {},
      ...(port === undefined ? {} : { port }),
    });
  let orthanc = await start();
  const port = Number(new URL(orthanc.url).port);
  const archive = orthancArchive(orthanc);
  for (const file of files) await archive.storeInstance(file);
  const opened = await openDatabase();
  let connection: ArchiveConnection | undefined;
  const server = await testServer(opened, parts => {
    connection = connectableArchive({ ...parts, framesFolder: join(home, 'frames'), log: quiet });
    connection.connect(archive);
    return connection.port;
  });
  if (connection === undefined) throw new Error('the server was made without an archive side');
  return {
    server,
    home,
    connection,
    stopOrthanc: () => orthanc.stop(),
    startOrthanc: async () => {
      orthanc = await start(port);
    },
    takeIn: async (charter = demoCharter) => {
      await deployed(server, charter);
      return logIn(server, 'reader');
    },
    close: async () => {
      await server.close();
      await opened.close();
      await orthanc.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
