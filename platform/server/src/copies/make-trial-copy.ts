import { mkdir } from 'node:fs/promises';
import { bundleVersion, writeBundle, type BundleHead, type BundlePart } from '@corelab/record';
import { appendAudit, systemChain } from '../audit/chain.js';
import { software } from '../audit/software.js';
import { appliedMigrations } from '../database/migrate.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { headsKept } from '../http/heads-kept.js';
import type { ServerDeps } from '../http/server-deps.js';
import { engineParts } from './carried-files.js';
import { imageParts, imagesToCopy, quarantineParts, type ImagesToCopy } from './copied-images.js';
import { failureOf } from './copy-failure.js';
import { placesOf } from './installation.js';
import { contentsPath } from './make-backup.js';
import { publicKeyParts } from './public-keys.js';
import { recordedCopy } from './recorded-copy.js';
import { sealSecrets } from './sealed-secrets.js';
import { spoolRows, type SpooledRows } from './spooled-rows.js';
import { isOfTrial, tablesOfTrial } from './table-belongings.js';
import { trialKeysIn } from './trial-keys.js';
import { peopleOfTrial, type PeopleOfTrial } from './trial-people.js';

export interface AskedTrialCopy {
  readonly trial: string;
  /** The images themselves; else the copy says which they are, and the archive of the other side has them. */
  readonly images: boolean;
  /** The audit key too, under it. */
  readonly passphrase?: string | undefined;
}

/** What a copy of a trial says that it is of. */
export interface CopiedTrial {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const trialOf = async (deps: ServerDeps, by: string, code: string): Promise<CopiedTrial> => {
  const trial = await deps.db
    .selectFrom('trial')
    .select(['id', 'code', 'name'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (trial === undefined) throw notFound();
  const reading = await deps.db
    .selectFrom('trial_role')
    .select('role')
    .where('trial_id', '=', trial.id)
    .where('account_id', '=', by)
    .where('role', 'in', ['reader', 'adjudicator'])
    .executeTakeFirst();
  if (reading !== undefined)
    throw new CodedError(
      ...[403 as const, 'CL_READS_IN_TRIAL'],
      'Who reads or decides in a trial does not get a copy of it: it says what readers may not know.'
    );
  return trial;
};

interface TrialParts {
  readonly rows: SpooledRows;
  readonly of: ImagesToCopy;
  readonly people: PeopleOfTrial;
  readonly trial: CopiedTrial;
}

async function* trialParts(
  deps: ServerDeps,
  { rows, of, people, trial }: TrialParts,
  { images, passphrase }: AskedTrialCopy
): AsyncGenerator<BundlePart> {
  const missing: string[] = [];
  const note = (kept: string): void => void missing.push(kept);
  const count = { images: 0, quarantined: 0 };
  const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  yield { path: 'people.json', bytes: json(people) };
  yield* publicKeyParts(deps);
  yield* engineParts(deps.installation.home);
  yield* rows.parts();
  if (passphrase !== undefined) {
    const keys = trialKeysIn(placesOf(deps.installation.home).trialKeys);
    const key = keys(trial.id) ?? deps.auditKey;
    yield { path: 'secrets.json', bytes: sealSecrets({ 'audit-key': key }, passphrase) };
  }
  for await (const part of quarantineParts(deps.archive.arrival, of.quarantined, note)) {
    count.quarantined += 1;
    yield part;
  }
  const own = of.images.filter(({ archiveId }) => images || archiveId === null);
  for await (const part of imageParts(deps.archive.arrival, own, note)) {
    count.images += 1;
    yield part;
  }
  yield {
    path: contentsPath,
    bytes: json({
      ...{ rows: rows.counts, people: people.length, ...count, missing },
      secrets: passphrase !== undefined,
      notIncluded: [
        'the frames and metadata that readers see, which a server makes again from the archive',
        'passwords, sessions and tokens: people are there by name, and an administrator lets them in',
        ...(images
          ? []
          : ['what the image archive holds: the archive of the other installation is to have it']),
        ...(passphrase === undefined
          ? [
              'the audit key: keyed digests in the record can’t be compared there, and images whose UIDs or unknown subjects were replaced get others than here when they come again',
            ]
          : []),
      ],
    }),
  };
}

/**
 * A copy of one trial as it is at one moment: every row of it with its record, signed heads and public keys, its people by name,
 * its images, and the audit key where a passphrase is given. Its bytes as they come; a failure is told at their end.
 * @throws CodedError of what is wrong before anything is made: 404 CL_NOT_FOUND, 403 CL_READS_IN_TRIAL, those of
 * `headsKept`, 503 CL_ARCHIVE_UNAVAILABLE
 */
export const makeTrialCopy = async (
  deps: ServerDeps,
  by: string,
  asked: AskedTrialCopy
): Promise<AsyncGenerator<Uint8Array>> => {
  const { home, snapshot } = deps.installation;
  const { copies } = placesOf(home);
  const trial = await trialOf(deps, by, asked.trial);
  if (asked.images && deps.archive.state() === 'waiting')
    throw new CodedError(
      ...[503 as const, 'CL_ARCHIVE_UNAVAILABLE'],
      'The image archive does not answer, so its images can’t be copied. Try again, or leave the images out.'
    );
  const record = (chain: string, act: string, details: Readonly<Record<string, unknown>>) =>
    deps.db.transaction().execute(trx =>
      appendAudit(trx, chain, {
        ...{ act, at: deps.now().toISOString(), zone: deps.zone, by, details },
      })
    );
  const secrets = asked.passphrase !== undefined;
  await record(trial.id, 'trial.copied', { images: asked.images, secrets });
  await headsKept(deps);
  await mkdir(copies, { recursive: true, mode: 0o700 });
  const { migrations, ...of } = await snapshot(async trx => ({
    migrations: await appliedMigrations(trx),
    of: await imagesToCopy(trx, trial.id),
    people: await peopleOfTrial(trx, trial.id),
    rows: await spoolRows(trx, tablesOfTrial, table => isOfTrial(table, trial.id), copies),
  }));
  const head: BundleHead & { readonly trial: CopiedTrial } = {
    ...{ format: 'corelab-trial', version: bundleVersion, software, trial },
    ...{ madeAt: deps.now().toISOString(), migrations },
  };
  const parts = trialParts(deps, { ...of, trial }, asked);
  return recordedCopy(
    writeBundle({ head, parts, failure: failureOf(deps) }),
    of.rows,
    (end, details) => record(systemChain, `trial.copy.${end}`, { trial: trial.id, ...details })
  );
};
