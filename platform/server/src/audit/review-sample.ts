import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { EntryCondition } from './entry-filter.js';

export type Sampling =
  | { readonly kind: 'all' }
  /** Every so many, beginning with the first. */
  | { readonly kind: 'every'; readonly size: number }
  /** So many by chance: those with the smallest SHA-256 of `seed:number`. */
  | { readonly kind: 'random'; readonly size: number; readonly seed: string };

export interface SampledEntry {
  readonly sequence: number;
  readonly hash: string;
}

/** A person works through no more. */
export const mostItems = 5_000;

/**
 * The entries of a condition that are to be looked at, in the order of the chain, and among how many they were drawn. The same
 * condition and seed give the same entries.
 * @throws CodedError 422 CL_REVIEW_EMPTY, CL_REVIEW_TOO_LARGE
 */
export const drawSample = async (
  db: Kysely<Database>,
  { where }: EntryCondition,
  sampling: Sampling
): Promise<{ readonly items: readonly SampledEntry[]; readonly population: number }> => {
  const { rows: counted } = await sql<{ population: number }>`
    select count(*) as population from audit_entry where ${where}`.execute(db);
  const population = Number(counted[0]?.population ?? 0);
  if (population === 0)
    throw new CodedError(
      422,
      'CL_REVIEW_EMPTY',
      'No entry is of this period with these acts and reads: widen the plan.'
    );
  const drawn =
    sampling.kind === 'all'
      ? population
      : sampling.kind === 'every'
        ? Math.ceil(population / sampling.size)
        : Math.min(sampling.size, population);
  if (drawn > mostItems)
    throw new CodedError(
      422,
      'CL_REVIEW_TOO_LARGE',
      `The sample would have ${drawn} entries of ${population}; at most ${mostItems} can be worked through. Narrow the plan or draw fewer.`,
      { drawn, population, most: mostItems }
    );
  const { rows } =
    sampling.kind === 'random'
      ? await sql<SampledEntry>`
          select sequence, hash from (
            select sequence, hash from audit_entry where ${where}
            order by encode(sha256(convert_to(${`${sampling.seed}:`} || sequence, 'UTF8')), 'hex'), sequence
            limit ${sampling.size}) as drawn order by sequence`.execute(db)
      : await sql<SampledEntry>`
          select sequence, hash from (
            select sequence, hash, row_number() over (order by sequence) as place
            from audit_entry where ${where}) as counted
          where (place - 1) % ${sampling.kind === 'every' ? sampling.size : 1} = 0 order by sequence`.execute(
          db
        );
  return { items: rows, population };
};
