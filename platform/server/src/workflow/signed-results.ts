import type { AssessmentOutput } from '@corelab/criteria';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { trialTerms } from '../trials/charter-terms.js';

/** What a criterion made of a course up to a read, as it was signed; dates are as the course shifts them. */
export interface SignedResult {
  readonly criterion: string;
  readonly result: AssessmentOutput;
}

/** What all criteria of a read's charter made of it. */
export interface SignedResults {
  readonly primary: SignedResult;
  /** In the charter's order. */
  readonly others: readonly SignedResult[];
}

/** The derived results of signed reads, with the charter that each read was made under. */
export const derivedResults = (db: Kysely<Database>) =>
  db
    .selectFrom('derived_result')
    .innerJoin('read', 'read.id', 'derived_result.read_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['derived_result.read_id', 'derived_result.criterion', 'derived_result.result'])
    .select(['read.charter_version_id', 'charter_version.resolved']);

type DerivedRow = Awaited<ReturnType<ReturnType<typeof derivedResults>['executeTakeFirstOrThrow']>>;

/** By read, in the order of its charter. @throws Error for a read without the result of its primary criterion. */
export const byRead = (rows: readonly DerivedRow[]): ReadonlyMap<string, SignedResults> => {
  const criteria = new Map<string, readonly string[]>();
  const results = new Map<string, Map<string, SignedResult>>();
  const chartersOf = new Map<string, string>();
  for (const row of rows) {
    const { read_id: read, criterion, charter_version_id: charter } = row;
    if (!criteria.has(charter)) {
      const terms = trialTerms(row.resolved);
      criteria.set(charter, [terms.criterion, ...terms.others.map(other => other.criterion)]);
    }
    chartersOf.set(read, charter);
    const own = results.get(read) ?? new Map<string, SignedResult>();
    own.set(criterion, { criterion, result: row.result as AssessmentOutput });
    results.set(read, own);
  }
  return new Map(
    [...results].map(([read, own]) => {
      const order = criteria.get(chartersOf.get(read) ?? '') ?? [];
      const [primary, ...others] = order.map(criterion => own.get(criterion));
      if (primary === undefined) throw new Error(`no derived result of the signed read ${read}`);
      return [read, { primary, others: others.flatMap(other => other ?? []) }];
    })
  );
};

/** Of some reads. */
export const signedResults = async (
  db: Kysely<Database>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, SignedResults>> =>
  ids.length === 0
    ? new Map()
    : byRead(await derivedResults(db).where('derived_result.read_id', 'in', ids).execute());
