import { sql, type Kysely, type Transaction } from 'kysely';
import { trialModel } from './migrations/0001-trial-model.js';
import { preferenceTable } from './migrations/0002-preference.js';
import { problems } from './migrations/0003-problem.js';
import { problemState } from './migrations/0004-problem-state.js';
import { knownStates } from './migrations/0005-known-states.js';
import { charterApproval } from './migrations/0006-charter-approval.js';
import { accountLife } from './migrations/0010-account-life.js';
import { roleGrants } from './migrations/0011-role-grants.js';
import { qualifications } from './migrations/0012-qualifications.js';
import { absences } from './migrations/0013-absences.js';
import { adjudication } from './migrations/0020-adjudication.js';
import { arrivals } from './migrations/0030-arrival.js';
import { corrections } from './migrations/0031-correction.js';
import { readVersion } from './migrations/0040-read-version.js';
import { qc } from './migrations/0041-qc.js';
import { queries } from './migrations/0042-query.js';
import { readImpact } from './migrations/0043-read-impact.js';
import { apiTokens } from './migrations/0050-api-tokens.js';
import { assignedReads } from './migrations/0051-assigned-reads.js';
import { unlocks } from './migrations/0052-unlocks.js';
import { replacements } from './migrations/0053-replacements.js';
import { progress } from './migrations/0060-progress.js';
import { intakeLists } from './migrations/0061-intake-lists.js';
import { releaseBatches } from './migrations/0070-release-batches.js';
import { thirdRead } from './migrations/0080-third-read.js';
import { asOf } from './migrations/0090-as-of.js';
import { globalReads } from './migrations/0091-global-read.js';
import { lateTimepoints } from './migrations/0092-late-timepoints.js';
import { consensus } from './migrations/0093-consensus.js';
import { adjudicationDue } from './migrations/0094-adjudication-due.js';
import { adjudicationProblems } from './migrations/0094-adjudication-problems.js';
import { adjudicationUnlocks } from './migrations/0094-adjudication-unlocks.js';
import { hats } from './migrations/0095-hats.js';
import { meetingImages } from './migrations/0095-meeting-images.js';
import { timepointKinds } from './migrations/0095-timepoint-kinds.js';
import { criteriaResults } from './migrations/0096-criteria-results.js';
import { blindingPolicy } from './migrations/0097-blinding-policy.js';
import { deidentification } from './migrations/0098-deidentification.js';
import { clinicalFacts } from './migrations/0099-clinical-facts.js';
import { results } from './migrations/0100-results.js';
import { auditRecord } from './migrations/0101-audit-record.js';
import { secondFactor } from './migrations/0110-second-factor.js';
import { accountReset } from './migrations/0111-account-reset.js';
import { accessReview } from './migrations/0112-access-review.js';
import { auditSearch } from './migrations/0120-audit-search.js';
import { auditVerification } from './migrations/0121-audit-verification.js';
import { auditReview } from './migrations/0122-audit-review.js';
import { signatureEvidence } from './migrations/0125-signature-evidence.js';
import { installationKeys } from './migrations/0130-installation-keys.js';
import { unreadStudies } from './migrations/0131-unread-studies.js';
import { identityDestruction } from './migrations/0140-identity-destruction.js';
import { identityProviders } from './migrations/0150-identity-provider.js';
import type { Database } from './schema.js';

const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-trial-model', sql: trialModel },
  { name: '0002-preference', sql: preferenceTable },
  { name: '0003-problem', sql: problems },
  { name: '0004-problem-state', sql: problemState },
  { name: '0005-known-states', sql: knownStates },
  { name: '0006-charter-approval', sql: charterApproval },
  { name: '0010-account-life', sql: accountLife },
  { name: '0011-role-grants', sql: roleGrants },
  { name: '0012-qualifications', sql: qualifications },
  { name: '0013-absences', sql: absences },
  { name: '0020-adjudication', sql: adjudication },
  { name: '0030-arrival', sql: arrivals },
  { name: '0031-correction', sql: corrections },
  { name: '0040-read-version', sql: readVersion },
  { name: '0041-qc', sql: qc },
  { name: '0042-query', sql: queries },
  { name: '0043-read-impact', sql: readImpact },
  { name: '0050-api-tokens', sql: apiTokens },
  { name: '0051-assigned-reads', sql: assignedReads },
  { name: '0052-unlocks', sql: unlocks },
  { name: '0053-replacements', sql: replacements },
  { name: '0060-progress', sql: progress },
  { name: '0061-intake-lists', sql: intakeLists },
  { name: '0070-release-batches', sql: releaseBatches },
  { name: '0080-third-read', sql: thirdRead },
  { name: '0090-as-of', sql: asOf },
  { name: '0091-global-read', sql: globalReads },
  { name: '0092-late-timepoints', sql: lateTimepoints },
  { name: '0093-consensus', sql: consensus },
  { name: '0094-adjudication-due', sql: adjudicationDue },
  { name: '0094-adjudication-problems', sql: adjudicationProblems },
  { name: '0094-adjudication-unlocks', sql: adjudicationUnlocks },
  { name: '0095-hats', sql: hats },
  { name: '0095-meeting-images', sql: meetingImages },
  { name: '0095-timepoint-kinds', sql: timepointKinds },
  { name: '0096-criteria-results', sql: criteriaResults },
  { name: '0097-blinding-policy', sql: blindingPolicy },
  { name: '0098-deidentification', sql: deidentification },
  { name: '0099-clinical-facts', sql: clinicalFacts },
  { name: '0100-results', sql: results },
  { name: '0101-audit-record', sql: auditRecord },
  { name: '0110-second-factor', sql: secondFactor },
  { name: '0111-account-reset', sql: accountReset },
  { name: '0112-access-review', sql: accessReview },
  { name: '0120-audit-search', sql: auditSearch },
  { name: '0121-audit-verification', sql: auditVerification },
  { name: '0122-audit-review', sql: auditReview },
  { name: '0125-signature-evidence', sql: signatureEvidence },
  { name: '0130-installation-keys', sql: installationKeys },
  { name: '0131-unread-studies', sql: unreadStudies },
  { name: '0140-identity-destruction', sql: identityDestruction },
  { name: '0150-identity-provider', sql: identityProviders },
];

/** Any fixed number: several server processes starting together take turns on it. */
const migrationLock = 7_302_019;

const nameUnknown = (done: Iterable<string>): void => {
  const unknown = [...done].find(name => !migrations.some(known => known.name === name));
  if (unknown !== undefined) {
    throw new Error(`the database holds migration ${unknown}, which this build does not know`);
  }
};

/**
 * What a database lacks of the schema, which is left as it is.
 * @throws Error when it holds a migration this build does not know, or is no database of this program
 */
export const pendingMigrations = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('schema_migration') is not null as there`.execute(db);
  if (tables[0]?.there !== true) throw new Error('this is no database of a trial server');
  const rows = await db.selectFrom('schema_migration').select('name').execute();
  const done = new Set(rows.map(row => row.name));
  nameUnknown(done);
  return migrations.flatMap(({ name }) => (done.has(name) ? [] : [name]));
};

/** Names of all that this build knows, in order. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

/** A migration that the database refused: it is as it was before. */
export class MigrationError extends Error {
  readonly code = 'CL_MIGRATION_FAILED';
}

/** Names of those that a database has, in the order of this build; those that it does not know come last. */
export const appliedMigrations = async (db: Kysely<Database>): Promise<string[]> => {
  const rows = await db.selectFrom('schema_migration').select('name').orderBy('name').execute();
  const done = new Set(rows.map(row => row.name));
  const known = migrationNames.filter(name => done.has(name));
  return [...known, ...[...done].filter(name => !migrationNames.includes(name))];
};

/**
 * Brings the schema up to date in a transaction, and returns the names of the migrations that it applied.
 * @param only those that are wanted, of an older state; all where it is left out
 * @throws Error when the database holds a migration this build does not know (an older build on newer data);
 * MigrationError naming the migration that failed
 */
export const migrateWithin = async (
  trx: Transaction<Database>,
  now: () => Date,
  only: readonly string[] = migrationNames
): Promise<string[]> => {
  const applied: string[] = [];
  await sql`select pg_advisory_xact_lock(${migrationLock}::bigint)`.execute(trx);
  // Under the lock too: "if not exists" alone does not keep two sessions from creating the table at once.
  await sql`create table if not exists schema_migration (name text primary key, applied_at timestamptz not null)`.execute(
    trx
  );
  const rows = await trx.selectFrom('schema_migration').select('name').execute();
  const done = new Set(rows.map(row => row.name));
  nameUnknown(done);
  for (const migration of migrations) {
    if (done.has(migration.name) || !only.includes(migration.name)) continue;
    try {
      for (const statement of migration.sql.split(/;\s*\n/)) {
        if (statement.trim() !== '') await sql.raw(statement).execute(trx);
      }
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      throw new MigrationError(
        `the migration ${migration.name} failed, and the database is as it was before: ${why}`,
        { cause: reason }
      );
    }
    await trx
      .insertInto('schema_migration')
      .values({ name: migration.name, applied_at: now() })
      .execute();
    applied.push(migration.name);
  }
  return applied;
};

/** Brings the schema up to date, all of it in one transaction: what `migrateWithin` says. */
export const migrate = (db: Kysely<Database>, now: () => Date): Promise<string[]> =>
  db.transaction().execute(trx => migrateWithin(trx, now));
