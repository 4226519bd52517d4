import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { charterDifference, type CharterChange } from './charter-difference.js';
import { checkCharter, type CharterCheck } from './charter-check.js';
import { storedCharter } from './charter-terms.js';
import type { Scope } from './scope.js';
import { effectiveVersion, versionOf, type CharterVersionRow } from './trial-versions.js';

export interface VersionSummary {
  readonly version: number;
  readonly state: CharterVersionRow['state'];
  /** Null while the text has errors. */
  readonly hash: string | null;
  readonly scope: Scope;
  readonly reason: string;
  /** User names; null where none is stored. */
  readonly author: string | null;
  readonly approver: string | null;
  readonly savedAt: string;
  readonly approvedAt: string | null;
  readonly effectiveFrom: string | null;
}

export interface VersionView extends VersionSummary, Omit<CharterCheck, 'whole'> {
  readonly source: string;
  /** With all defaults filled in; null while the text has errors. */
  readonly resolved: unknown;
  readonly decisions: readonly {
    readonly act: string;
    readonly by: string;
    readonly at: string;
    readonly reason: string | null;
    readonly meaning: string | null;
    readonly contentHash: string | null;
  }[];
}

const summaries = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('charter_version as version')
    .leftJoin('account as author', 'author.id', 'version.author')
    .leftJoin('account as approver', 'approver.id', 'version.approver')
    .select([
      'version.version',
      'version.state',
      'version.hash',
      'version.scope',
      'version.reason',
      'version.created_at',
      'version.approved_at',
      'version.effective_from',
      'author.user_name as author_name',
      'approver.user_name as approver_name',
    ])
    .where('version.trial_id', '=', trialId)
    .orderBy('version.version', 'desc');

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>;

const summaryOf = (row: SummaryRow): VersionSummary => ({
  version: row.version,
  state: row.state,
  hash: row.hash,
  scope: row.scope,
  reason: row.reason,
  author: row.author_name,
  approver: row.approver_name,
  savedAt: row.created_at.toISOString(),
  approvedAt: row.approved_at?.toISOString() ?? null,
  effectiveFrom: row.effective_from?.toISOString() ?? null,
});

/** All versions of a trial, the latest first. */
export const listVersions = async (
  db: Kysely<Database>,
  trialId: string
): Promise<VersionSummary[]> => (await summaries(db, trialId).execute()).map(summaryOf);

/** One version with its text and what there is to say of it. @throws CodedError 404 CL_NOT_FOUND */
export const viewVersion = async (
  db: Kysely<Database>,
  trialId: string,
  number: number
): Promise<VersionView> => {
  const version = await versionOf(db, trialId, number);
  const summary = await summaries(db, trialId)
    .where('version.version', '=', number)
    .executeTakeFirstOrThrow();
  const decisions = await db
    .selectFrom('charter_decision as decision')
    .innerJoin('account', 'account.id', 'decision.account_id')
    .selectAll('decision')
    .select('account.user_name')
    .where('decision.charter_version_id', '=', version.id)
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute();
  const { errors, findings, unsupported } = checkCharter(version.source);
  return {
    ...summaryOf(summary),
    source: version.source,
    resolved: version.resolved,
    ...{ errors, findings, unsupported },
    decisions: decisions.map(row => ({
      act: row.act,
      by: row.user_name,
      at: row.at.toISOString(),
      reason: row.reason,
      meaning: row.meaning,
      contentHash: row.content_hash,
    })),
  };
};

const resolvedOf = (version: CharterVersionRow): unknown => {
  if (version.resolved === null) {
    throw new CodedError(
      409,
      'CL_CHARTER_INVALID',
      `The text of version ${version.version} has errors, so there is nothing to compare.`,
      { errors: checkCharter(version.source).errors }
    );
  }
  return storedCharter(version.resolved);
};

export interface VersionDifference {
  readonly version: number;
  readonly against: number | null;
  readonly changes: readonly CharterChange[];
}

/**
 * What a version changes in the resolved charter: against the one named, or the one in force; where none is, everything is
 * new.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_CHARTER_INVALID
 */
export const versionDifference = async (
  db: Kysely<Database>,
  trialId: string,
  number: number,
  against: number | null
): Promise<VersionDifference> => {
  const version = await versionOf(db, trialId, number);
  const other =
    against === null ? await effectiveVersion(db, trialId) : await versionOf(db, trialId, against);
  return {
    version: number,
    against: other?.version ?? null,
    changes: charterDifference(other === null ? {} : resolvedOf(other), resolvedOf(version)),
  };
};
