import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleVersion, writeBundle, type BundleHead, type BundlePart } from '@corelab/record';
import { appendAudit, systemChain } from '../audit/chain.js';
import { software } from '../audit/software.js';
import { appliedMigrations } from '../database/migrate.js';
import { CodedError } from '../http/coded-error.js';
import { headsKept } from '../http/heads-kept.js';
import type { ServerDeps } from '../http/server-deps.js';
import { anchorParts, bytesOrNull, engineParts } from './carried-files.js';
import { imageParts, imagesToCopy, quarantineParts, type ImagesToCopy } from './copied-images.js';
import { failureOf } from './copy-failure.js';
import { placesOf } from './installation.js';
import { publicKeyParts } from './public-keys.js';
import { recordedCopy } from './recorded-copy.js';
import { sealSecrets, type Secrets } from './sealed-secrets.js';
import { spoolRows, type SpooledRows } from './spooled-rows.js';
import { tablesOfBackup } from './table-belongings.js';

export interface AskedBackup {
  /** What the archive holds too; where nothing is said, of an archive that is this installation's own. */
  readonly images?: boolean | undefined;
  /** The secrets too, under it. */
  readonly passphrase?: string | undefined;
}

/** What a backup says that it has, as its last part. */
export interface BackupContents {
  readonly rows: Readonly<Record<string, number>>;
  readonly images: number;
  readonly quarantined: number;
  readonly secrets: boolean;
  /** SHA-256 of images that were nowhere as they should be. */
  readonly missing: readonly string[];
  readonly notIncluded: readonly string[];
}

export const contentsPath = 'contents.json';

/** All files of the folder of secrets, and what `corelab` uses here, by their paths under CORELAB_HOME. */
const secretsOf = async (home: string): Promise<Secrets> => {
  const found: Record<string, string> = {};
  const entries = await readdir(placesOf(home).secrets, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile());
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    found[path.slice(home.length + 1)] = await readFile(path, 'utf8');
  }
  const program = await bytesOrNull(placesOf(home).program);
  if (program !== null) found['cli.json'] = Buffer.from(program).toString('utf8');
  return found;
};

const notIncludedIn = (images: boolean, secrets: boolean): string[] => [
  'the frames and metadata that readers see, which the server makes again from the archive',
  'sessions: everybody logs in again',
  ...(images ? [] : ['what the image archive holds: it needs a backup of its own']),
  ...(secrets
    ? []
    : [
        'the secrets: keyed digests of reasons and names can no longer be compared, and heads are signed with a new key',
      ]),
];

/**
 * A backup of the whole installation as it is at one moment, while everybody works on: rows of all tables, images, what is
 * kept apart, anchors, and secrets where a passphrase is given. Its bytes as they come; a failure is told at their end.
 * @throws CodedError of what is wrong before anything is made: those of `headsKept`, 503 CL_ARCHIVE_UNAVAILABLE
 */
export const makeBackup = async (
  deps: ServerDeps,
  by: string,
  asked: AskedBackup
): Promise<AsyncGenerator<Uint8Array>> => {
  const { home, snapshot, ownsArchive, anchors } = deps.installation;
  const places = placesOf(home);
  const images = asked.images ?? ownsArchive;
  const secrets = asked.passphrase !== undefined;
  if (images && deps.archive.state() === 'waiting')
    throw new CodedError(
      503,
      'CL_ARCHIVE_UNAVAILABLE',
      'The image archive does not answer, so its images can’t be copied. Try again, or leave the images out.'
    );
  const record = (act: string, details: Readonly<Record<string, unknown>>) =>
    deps.db.transaction().execute(trx =>
      appendAudit(trx, systemChain, {
        ...{ act, at: deps.now().toISOString(), zone: deps.zone, by, details },
      })
    );
  await record('backup.begun', { images, secrets });
  await headsKept(deps);
  // Heads that are anchored after this moment may be of entries that the backup does not have.
  const anchored = await anchorParts(anchors);
  await mkdir(places.copies, { recursive: true, mode: 0o700 });
  const { migrations, rows, of } = await snapshot(async trx => ({
    migrations: await appliedMigrations(trx),
    of: await imagesToCopy(trx, null),
    rows: await spoolRows(trx, tablesOfBackup, null, places.copies),
  }));
  const head: BundleHead = {
    ...{ format: 'corelab-backup', version: bundleVersion, software },
    ...{ madeAt: deps.now().toISOString(), migrations },
  };
  const parts = backupParts(deps, {
    ...{ rows, of, images, anchored, passphrase: asked.passphrase },
  });
  return recordedCopy(
    writeBundle({ head, parts, failure: failureOf(deps) }),
    rows,
    (end, details) => record(`backup.${end}`, details)
  );
};

/** What is made of a snapshot, beside it. */
interface BackupParts {
  readonly rows: SpooledRows;
  readonly of: ImagesToCopy;
  readonly images: boolean;
  readonly anchored: readonly BundlePart[];
  readonly passphrase?: string | undefined;
}

async function* backupParts(
  deps: ServerDeps,
  { rows, of, images, anchored, passphrase }: BackupParts
): AsyncGenerator<BundlePart> {
  const { home } = deps.installation;
  const missing: string[] = [];
  const note = (kept: string): void => void missing.push(kept);
  const count = { images: 0, quarantined: 0 };
  yield* rows.parts();
  yield* anchored;
  yield* engineParts(home);
  yield* publicKeyParts(deps);
  if (passphrase !== undefined)
    yield { path: 'secrets.json', bytes: sealSecrets(await secretsOf(home), passphrase) };
  for await (const part of quarantineParts(deps.archive.arrival, of.quarantined, note)) {
    count.quarantined += 1;
    yield part;
  }
  // Without the archive's, what is on its way there is the installation's own all the same.
  const own = of.images.filter(({ archiveId }) => images || archiveId === null);
  for await (const part of imageParts(deps.archive.arrival, own, note)) {
    count.images += 1;
    yield part;
  }
  const contents: BackupContents = {
    ...{ rows: rows.counts, ...count, secrets: passphrase !== undefined, missing },
    notIncluded: notIncludedIn(images, passphrase !== undefined),
  };
  yield { path: contentsPath, bytes: Buffer.from(`${JSON.stringify(contents, null, 2)}\n`) };
}
