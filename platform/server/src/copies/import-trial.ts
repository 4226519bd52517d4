import { rm } from 'node:fs/promises';
import { BundleError } from '@corelab/record';
import { sql, type Transaction } from 'kysely';
import { appendAudit, systemChain } from '../audit/chain.js';
import { appliedMigrations } from '../database/migrate.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { headsKept } from '../http/heads-kept.js';
import type { ServerDeps } from '../http/server-deps.js';
import { writePrivate } from '../start/secret-file.js';
import { addRows } from './added-rows.js';
import { addImages, sayArriving } from './arriving-images.js';
import { keepEngines } from './carried-files.js';
import { BrokenChainError } from './chains-in-copy.js';
import { checkCopy, CopyError, type CheckedCopy } from './checked-copy.js';
import { placesOf } from './installation.js';
import type { CopiedTrial } from './make-trial-copy.js';
import { keepPublicKeys } from './public-keys.js';
import { openSecrets } from './sealed-secrets.js';
import { tablesOfTrial } from './table-belongings.js';
import { trialKeyFile } from './trial-keys.js';
import { addPeople, readPeople, type NamesHere } from './trial-people.js';

export interface AskedImport {
  /** The copy. */
  readonly file: string;
  readonly names: NamesHere;
  /** Of the audit key of the trial, where the copy has it. */
  readonly passphrase?: string | undefined;
}

export interface ImportedTrial {
  readonly trial: CopiedTrial;
  readonly rows: number;
  /** Images that the server brings into its archive from now on. */
  readonly images: number;
  /** User names of people who are new here: not active, without a password. */
  readonly people: readonly string[];
  readonly record: { readonly entries: number; readonly provenTo: number };
  /** Whether the audit key came with it. */
  readonly key: boolean;
  readonly missing: readonly string[];
}

const refuse = (status: 409 | 422, code: string, message: string, body: object = {}): CodedError =>
  new CodedError(status, code, message, { ...body });

/** @throws CodedError 422 with the code of what is wrong with the file */
const checked = async (file: string): Promise<CheckedCopy> => {
  try {
    return await checkCopy(file, 'corelab-trial');
  } catch (reason) {
    const isOfFile =
      reason instanceof BundleError ||
      reason instanceof CopyError ||
      reason instanceof BrokenChainError;
    if (!isOfFile) throw reason;
    throw refuse(422, reason.code, `The trial was not imported: ${reason.message}.`);
  }
};

const trialIn = ({ head }: CheckedCopy): CopiedTrial => {
  const { trial } = head as { trial?: Partial<CopiedTrial> };
  const { id, code, name } = trial ?? {};
  if (id === undefined || code === undefined || name === undefined)
    throw refuse(422, 'CL_COPY_DAMAGED', 'The file does not say which trial it is of.');
  return { id, code, name };
};

const keyIn = (copy: CheckedCopy, passphrase: string | undefined): string | null => {
  const sealed = copy.others.get('secrets.json');
  if (sealed === undefined) {
    if (passphrase === undefined) return null;
    throw refuse(
      ...([422, 'CL_SECRETS_ABSENT'] as const),
      'The file has no audit key in it: import it without a passphrase.'
    );
  }
  if (passphrase === undefined)
    throw refuse(
      ...([422, 'CL_PASSPHRASE'] as const),
      'The file has the audit key of its trial in it: it needs the passphrase that it was made with.'
    );
  const key = openSecrets(sealed, passphrase)?.['audit-key'];
  if (key !== undefined) return key;
  throw refuse(422, 'CL_PASSPHRASE', 'The passphrase is not the one that the file was made with.');
};

/** Both have the same tables, so that rows are what they were. @throws CodedError 409 CL_COPY_OLDER */
const refuseOther = async (trx: Transaction<Database>, { head }: CheckedCopy): Promise<void> => {
  const here = await appliedMigrations(trx);
  const lacking = here.filter(name => !head.migrations.includes(name));
  if (lacking.length > 0)
    throw refuse(
      ...([409, 'CL_COPY_OLDER'] as const),
      `The file was made by an older version (${head.software}), whose database has not ${lacking.join(', ')}: bring that installation up to date and copy the trial again.`
    );
};

const refuseKnown = async (trx: Transaction<Database>, trial: CopiedTrial): Promise<void> => {
  const { rows } = await sql<{ code: string }>`
    select code from trial where id::text = ${trial.id} or code = ${trial.code}
    union all select ${trial.code}::text where exists (select from audit_entry where chain = ${trial.id})`.execute(
    trx
  );
  const [known] = rows;
  if (known === undefined) return;
  throw refuse(
    ...([409, 'CL_TRIAL_EXISTS'] as const),
    `There is a trial ${known.code} here already.`
  );
};

const uniqueViolation = '23505';

/** What is unique in an installation and came in twice, such as the UID of a series. */
const clashOf = (reason: unknown): unknown => {
  const { code, constraint, table } = reason as {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
  };
  if (code !== uniqueViolation) return reason;
  return refuse(
    ...([409, 'CL_TRIAL_CLASH'] as const),
    `The trial has something that is here already and can be but once (${String(table)}: ${String(constraint)}), such as images that another trial has.`
  );
};

/**
 * Imports a copy of a trial, all of it or nothing: everything is checked first, and rows come in one transaction. Its record
 * goes on from where it ended.
 * @throws CodedError 422 where the file is wrong, 409 where it does not fit in here
 */
export const importTrial = async (
  deps: ServerDeps,
  by: string,
  { file, names, passphrase }: AskedImport
): Promise<ImportedTrial> => {
  const copy = await checked(file);
  const trial = trialIn(copy);
  const key = keyIn(copy, passphrase);
  const people = readPeople(copy.others.get('people.json') ?? Buffer.from('[]'));
  const { home } = deps.installation;
  const keyFile = trialKeyFile(placesOf(home).trialKeys, trial.id);
  // Looked at before any image is written, and again in the transaction.
  await deps.db.transaction().execute(async trx => {
    await refuseOther(trx, copy);
    await refuseKnown(trx, trial);
  });
  const arriving = await addImages(file, deps.archive.arrival.quarantine);
  await keepPublicKeys(copy, home);
  await keepEngines(copy, home);
  if (key !== null) await writePrivate(keyFile, `${key}\n`);
  try {
    const imported = await deps.db.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${trial.id}`}, 0))`.execute(
        trx
      );
      await refuseOther(trx, copy);
      await refuseKnown(trx, trial);
      const added = await addPeople(trx, people, names);
      const isOfTrial = new Set<string>(tablesOfTrial);
      const rows = await addRows(trx, file, table => isOfTrial.has(table)).catch(reason => {
        throw clashOf(reason);
      });
      await sayArriving(trx, arriving, deps.now());
      const act = { at: deps.now().toISOString(), zone: deps.zone, by, act: 'trial.imported' };
      const told = { parts: copy.hash, software: copy.head.software, madeAt: copy.head.madeAt };
      await appendAudit(trx, trial.id, { ...act, details: told });
      await appendAudit(trx, systemChain, {
        ...{ ...act, details: { ...told, trial: trial.id, people: added, key: key !== null } },
      });
      return { rows, added };
    });
    await headsKept(deps);
    const end = copy.chains.get(trial.id);
    const { missing } = copy.contents as { missing?: readonly string[] };
    return {
      ...{ trial, rows: imported.rows, images: arriving.length, key: key !== null },
      people: people
        .filter(({ id }) => imported.added.includes(id))
        .map(({ user }) => names[user] ?? user),
      record: { entries: end?.entries ?? 0, provenTo: end?.provenTo ?? 0 },
      missing: missing ?? [],
    };
  } catch (reason) {
    const isThere = await deps.db
      .selectFrom('trial')
      .select('id')
      .where('id', '=', trial.id)
      .executeTakeFirst();
    // What failed after the trial came in leaves it whole.
    if (isThere === undefined) {
      await rm(keyFile, { force: true });
      for (const kept of arriving) await deps.archive.arrival.quarantine.arriving.forget(kept);
    }
    throw reason;
  }
};
