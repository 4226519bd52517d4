import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { appendAudit, systemChain } from '../audit/chain.js';
import { migrateWithin } from '../database/migrate.js';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import { lockHome } from '../start/home-lock.js';
import { writePrivate } from '../start/secret-file.js';
import { addRows } from './added-rows.js';
import { keepAnchors, keepEngines } from './carried-files.js';
import { checkCopy, type CheckedCopy } from './checked-copy.js';
import { addImages, sayArriving } from './arriving-images.js';
import { placesOf } from './installation.js';
import { keepPublicKeys } from './public-keys.js';
import { refuseTables, takePlace } from './restore-place.js';
import { openSecrets, type Secrets } from './sealed-secrets.js';

export interface RestoreOptions {
  readonly file: string;
  /** CORELAB_HOME: empty of an installation. */
  readonly home: string;
  /** A server's empty database, as the role that is to own its tables; the embedded one where it is left out. */
  readonly databaseUrl?: string | undefined;
  /** Of the secrets, where they are wanted. */
  readonly passphrase?: string | undefined;
  /** What an embedded database begins with: empty tables that were made before. Making them takes seconds. */
  readonly begins?: Blob | null;
  readonly now: () => Date;
  readonly zone: string;
}

/** What was restored. */
export interface Restored {
  readonly madeAt: string;
  readonly software: string;
  readonly rows: number;
  readonly images: number;
  readonly secrets: boolean;
  /** Brought up to date with these. */
  readonly migrations: readonly string[];
  readonly chains: readonly {
    readonly chain: string;
    readonly entries: number;
    readonly provenTo: number;
  }[];
  readonly notIncluded: readonly string[];
  readonly missing: readonly string[];
}

/** The secrets are wanted and can't be had. */
export class SecretsError extends Error {
  readonly code: 'CL_SECRETS_ABSENT' | 'CL_PASSPHRASE';

  constructor(code: SecretsError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const secretName = /^(cli\.json|secrets(\/[0-9A-Za-z._-]+)+)$/;

const secretsIn = (copy: CheckedCopy, passphrase: string | undefined): Secrets | null => {
  if (passphrase === undefined) return null;
  const sealed = copy.others.get('secrets.json');
  if (sealed === undefined)
    throw new SecretsError(
      'CL_SECRETS_ABSENT',
      'the backup has no secrets in it: restore it without a passphrase'
    );
  const secrets = openSecrets(sealed, passphrase);
  if (secrets === null)
    throw new SecretsError('CL_PASSPHRASE', 'the passphrase is not the one of the backup');
  const stray = Object.keys(secrets).find(name => !secretName.test(name) || name.includes('..'));
  if (stray !== undefined) throw new Error(`a secret of the backup has the name "${stray}"`);
  return secrets;
};

const inDatabase = (
  { db }: OpenedDatabase,
  copy: CheckedCopy,
  arriving: readonly string[],
  { file, now, zone }: RestoreOptions
) =>
  db.transaction().execute(async trx => {
    await migrateWithin(trx, now, copy.head.migrations);
    const rows = await addRows(trx, file);
    const said = Object.values(copy.rows).reduce((sum, count) => sum + count, 0);
    if (rows !== said) throw new Error(`${rows} rows came into the database, not ${said}`);
    const migrations = await migrateWithin(trx, now);
    if (arriving.length > 0) {
      await sayArriving(trx, arriving, now());
      // What is in the archive from now on is read from the beginning of its log.
      await sql`delete from archive_feed`.execute(trx);
    }
    await appendAudit(trx, systemChain, {
      ...{ act: 'backup.restored', at: now().toISOString(), zone, by: null },
      details: { parts: copy.hash, madeAt: copy.head.madeAt, rows, images: arriving.length },
    });
    return { rows, migrations };
  });

const listIn = (contents: unknown, name: string): readonly string[] => {
  const list = (contents as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(list) ? list.map(String) : [];
};

/**
 * Restores a backup into an empty folder and database. Everything is checked before anything is changed, and on a failure
 * all is as it was.
 * @throws HomeInUseError, RestorePlaceError, BundleError, CopyError, BrokenChainError, SecretsError
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const { file, home, databaseUrl } = options;
  const copy = await checkCopy(file, 'corelab-backup');
  const secrets = secretsIn(copy, options.passphrase);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const unlock = await lockHome(home);
  try {
    const opened = databaseUrl === undefined ? null : await openDatabase({ url: databaseUrl });
    try {
      if (opened !== null) await refuseTables(opened.db);
      const place = await takePlace(home);
      try {
        const restored = await intoPlace(options, copy, secrets, opened);
        await place.end();
        return restored;
      } catch (reason) {
        await place.undo();
        throw reason;
      }
    } finally {
      await opened?.close();
    }
  } finally {
    await unlock();
  }
};

const intoPlace = async (
  options: RestoreOptions,
  copy: CheckedCopy,
  secrets: Secrets | null,
  server: OpenedDatabase | null
): Promise<Restored> => {
  const { file, home } = options;
  const places = placesOf(home);
  const arriving = await addImages(file, quarantineFolder(places.quarantine));
  await keepAnchors(copy, home);
  await keepEngines(copy, home);
  await keepPublicKeys(copy, home);
  for (const [name, text] of Object.entries(secrets ?? {}))
    await writePrivate(join(home, name), text);
  const opened =
    server ?? (await openDatabase({ folder: places.database, snapshot: options.begins ?? null }));
  let done: Awaited<ReturnType<typeof inDatabase>>;
  try {
    done = await inDatabase(opened, copy, arriving, options);
  } finally {
    if (server === null) await opened.close();
  }
  return {
    ...{ madeAt: copy.head.madeAt, software: copy.head.software, ...done },
    ...{ images: arriving.length, secrets: secrets !== null },
    chains: [...copy.chains].map(([chain, { entries, provenTo }]) => ({
      ...{ chain, entries, provenTo },
    })),
    ...{
      notIncluded: listIn(copy.contents, 'notIncluded'),
      missing: listIn(copy.contents, 'missing'),
    },
  };
};
