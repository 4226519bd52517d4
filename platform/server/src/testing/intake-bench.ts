import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Archive } from '../archive/archive.js';
import { migrate } from '../database/migrate.js';
import type { Row } from '../database/schema.js';
import type { IntakeDeps } from '../intake/intake-deps.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import { takeFiles, type FileReport } from '../intake/take-files.js';
import { archiveInMemory } from './archive-in-memory.js';
import { insertTrial } from './handmade-trial.js';
import { testDatabase } from './test-database.js';

/** The arrival of images over a real database, an archive in memory and a clock that a test moves. */
export interface IntakeBench {
  readonly deps: IntakeDeps;
  readonly archive: Archive;
  readonly accountId: string;
  /** A trial of its own with this charter. */
  trial(charter: string): Promise<string>;
  upload(trialId: string, ...files: readonly Uint8Array[]): Promise<readonly FileReport[]>;
  /** What the archive holds under a study, in no order. */
  held(studyUid: string): Promise<Uint8Array[]>;
  instance(sopUid: string): Promise<Row<'instance'>>;
  wait(ms: number): void;
  close(): Promise<void>;
}

/** @param archive what the server asks, over what holds the images */
export const intakeBench = async (
  over: (archive: Archive) => Archive = archive => archive
): Promise<IntakeBench> => {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-intake-'));
  const opened = await testDatabase();
  const archive = archiveInMemory();
  let at = new Date('2026-06-01T08:00:00Z');
  const deps: IntakeDeps = {
    ...{ db: opened.db, archive: over(archive), quarantine: quarantineFolder(folder) },
    ...{ now: () => at, newId: () => v7(), zone: 'UTC', auditKey: 'k' },
    log: { info: () => undefined },
  };
  await migrate(deps.db, deps.now);
  const accountId = v7();
  await deps.db
    .insertInto('account')
    .values({
      ...{ id: accountId, user_name: 'manager', display_name: 'M', password_hash: 'x' },
      created_at: at,
    })
    .execute();
  return {
    ...{ deps, archive, accountId },
    trial: async charter => {
      const id = v7();
      await insertTrial(deps.db, id, deps.now, charter);
      await deps.db
        .insertInto('role_grant')
        .values({
          ...{ id: v7(), trial_id: id, account_id: accountId, role: 'dataManager' },
          granted_at: at,
        })
        .execute();
      return id;
    },
    upload: async (trialId, ...files) => {
      const report = await takeFiles(
        deps,
        { trialId, source: 'upload', accountId, sites: null },
        (async function* () {
          for (const bytes of files) yield { name: 'a file', bytes };
        })()
      );
      return report.files;
    },
    held: async studyUid =>
      Promise.all((await archive.instances(studyUid)).map(({ id }) => archive.file(id))),
    instance: sopUid =>
      deps.db
        .selectFrom('instance')
        .selectAll()
        .where('sop_uid', '=', sopUid)
        .executeTakeFirstOrThrow(),
    wait: ms => {
      at = new Date(at.getTime() + ms);
    },
    close: async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
