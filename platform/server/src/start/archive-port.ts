import type { Kysely } from 'kysely';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import type { Database } from '../database/schema.js';
import { registerDicomweb } from '../dicomweb/register-dicomweb.js';
import type { ArchivePort } from '../http/server-deps.js';
import { intakeFromOrthanc } from '../intake/intake-from-orthanc.js';
import { folderStore } from '../release/blinded-store.js';
import { readStudies } from '../release/presentation.js';
import { randomUid } from '../release/random-uid.js';
import { releaseRead } from '../release/release-read.js';
import { storedCharter } from '../trials/charter-terms.js';

export interface ArchiveConnection {
  readonly port: ArchivePort;
  /** The archive as connected now; throws while there is none. */
  readonly archive: Archive;
  /** From here on the archive is this one. */
  connect(archive: Archive): void;
}

/** The archive side over an Orthanc that may come later than the server: until then, work on it is refused. */
export const connectableArchive = (deps: {
  db: Kysely<Database>;
  framesFolder: string;
  now: () => Date;
  newId: () => string;
  log: { info(details: Readonly<Record<string, unknown>>, message: string): void };
}): ArchiveConnection => {
  let connected: Archive | null = null;
  const now = (): Archive => {
    if (connected === null) {
      throw new ArchiveError('CL_ARCHIVE_UNAVAILABLE', 'The image archive has not started yet.', {
        resource: '',
        reason: 'not connected',
      });
    }
    return connected;
  };
  const archive: Archive = {
    studies: async () => now().studies(),
    series: async study => now().series(study),
    studyMetadata: async study => now().studyMetadata(study),
    seriesMetadata: async (study, series) => now().seriesMetadata(study, series),
    instances: async (study, series) => now().instances(study, series),
    file: async id => now().file(id),
    frame: async (id, frame) => now().frame(id, frame),
    transferSyntax: async id => now().transferSyntax(id),
    storeInstance: async bytes => now().storeInstance(bytes),
  };
  const store = folderStore(deps.framesFolder);
  return {
    archive,
    connect: to => {
      connected = to;
    },
    port: {
      releaseRead: async readId => {
        const row = await deps.db
          .selectFrom('read')
          .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
          .select('charter_version.resolved')
          .where('read.id', '=', readId)
          .executeTakeFirstOrThrow();
        const charter = storedCharter(row.resolved);
        await releaseRead({ ...deps, archive, store, charter, randomUid }, readId);
      },
      readStudies: readId => readStudies(deps.db, readId),
      state: () => (connected === null ? 'waiting' : 'ready'),
      intake: async trialId => {
        const row = await deps.db
          .selectFrom('charter_version')
          .select('resolved')
          .where('trial_id', '=', trialId)
          .orderBy('version', 'desc')
          .executeTakeFirstOrThrow();
        const charter = storedCharter(row.resolved);
        return intakeFromOrthanc({ ...deps, archive, charter, trialId });
      },
      register: async (app, authorise) => {
        registerDicomweb(app, { db: deps.db, archive, store, authorise });
      },
    },
  };
};
