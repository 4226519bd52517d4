import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { registerDicomweb } from '../dicomweb/register-dicomweb.js';
import { notFound } from '../http/coded-error.js';
import type { ArchivePort } from '../http/server-deps.js';
import { lookNow, watchArchive } from '../intake/look-for-deliveries.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import { folderStore } from '../release/blinded-store.js';
import { readStudies } from '../release/presentation.js';
import { randomUid } from '../release/random-uid.js';
import { releaseRead } from '../release/release-read.js';
import { releaseTogether } from '../release/release-together.js';
import { storedCharter } from '../trials/charter-terms.js';
import type { ArchiveConnection } from './archive-connection.js';

/** The archive side as the workflow uses it, over a connection that may be without an archive for a while. */
export const archivePort = (deps: {
  connection: ArchiveConnection;
  db: Kysely<Database>;
  framesFolder: string;
  /** Where bytes are kept apart. */
  quarantineFolder: string;
  now: () => Date;
  newId: () => string;
  zone: string;
  auditKey: string;
  /** Of trials that came from another installation. */
  trialKey?: (trialId: string) => string | null;
  log: { info(details: Readonly<Record<string, unknown>>, message: string): void };
}): ArchivePort => {
  const { archive } = deps.connection;
  const store = folderStore(deps.framesFolder);
  const arrival = { ...deps, archive, quarantine: quarantineFolder(deps.quarantineFolder) };
  return {
    releaseRead: async readId => {
      const row = await deps.db
        .selectFrom('read')
        .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
        .select(['charter_version.id', 'charter_version.resolved'])
        .where('read.id', '=', readId)
        .executeTakeFirstOrThrow();
      const charter = storedCharter(row.resolved);
      const charterVersionId = row.id;
      await releaseRead({ ...deps, archive, store, charter, charterVersionId, randomUid }, readId);
    },
    releaseTogether: async (of, id) => {
      const { rows } = await sql<{ resolved: unknown }>`
        select charter_version.resolved from ${sql.table(of)} as own
          join charter_version on charter_version.id = own.charter_version_id
        where own.id = ${id}`.execute(deps.db);
      const [row] = rows;
      if (row === undefined) throw notFound();
      const charter = storedCharter(row.resolved);
      await releaseTogether({ ...deps, archive, store, charter, randomUid }, of, id);
    },
    readStudies: readId => readStudies(deps.db, readId),
    state: () => deps.connection.state(),
    intake: trialId => lookNow(arrival, trialId),
    watch: () => watchArchive(arrival),
    arrival,
    register: async (app, authorise, authoriseReplay) => {
      registerDicomweb(app, { db: deps.db, archive, store, authorise, authoriseReplay });
    },
  };
};
