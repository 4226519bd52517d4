import { sql, type Kysely } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { entryRows, type EntryRow } from './entry-list.js';
import type { ReviewContent } from './review-content.js';

export interface ReviewSummary {
  readonly id: string;
  readonly title: string;
  readonly state: 'open' | 'signed' | 'withdrawn';
  readonly dueDate: string;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly items: number;
  readonly judged: number;
  readonly findings: number;
  /** Of a signed review: findings that are not closed. */
  readonly openFindings: number;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
}

export interface ReviewItemView {
  readonly place: number;
  readonly hash: string;
  readonly outcome: 'inOrder' | 'finding' | 'notApplicable' | null;
  readonly severity: 'minor' | 'major' | 'critical' | null;
  readonly text: string | null;
  readonly entry: EntryRow;
  readonly closed: boolean;
  readonly responses: readonly {
    readonly kind: 'answer' | 'close' | 'reopen';
    readonly text: string;
    readonly by: string;
    readonly at: string;
  }[];
}

export interface ReviewSheet extends ReviewSummary {
  readonly version: number;
  readonly entries: { readonly from: number; readonly to: number };
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly acts: readonly string[];
  readonly reads: readonly string[];
  readonly sampling: ReviewContent['sampling'];
  readonly notes: string;
  readonly signature: {
    readonly by: string;
    readonly name: string;
    readonly at: string;
    readonly meaning: string;
    readonly hash: string;
  } | null;
}

interface SummaryRow extends Pick<
  Row<'audit_review'>,
  'id' | 'title' | 'standing' | 'due_date' | 'planned_at'
> {
  readonly planned_by: string;
  readonly items: number;
  readonly judged: number;
  readonly findings: number;
  readonly closed: number;
  readonly signed_by: string | null;
  readonly signed_at: Date | null;
}

const summaries = async (
  db: Kysely<Database>,
  trialId: string,
  id: string | null
): Promise<ReviewSummary[]> => {
  const { rows } = await sql<SummaryRow>`
    select review.id, review.title, review.standing, review.due_date, review.planned_at,
      planner.user_name as planned_by, item.items::int, item.judged::int, item.findings::int, item.closed::int,
      signer.user_name as signed_by, signature.signed_at
    from audit_review as review
    join account as planner on planner.id = review.planned_by
    left join audit_review_signature as signature on signature.review_id = review.id
    left join account as signer on signer.id = signature.account_id
    cross join lateral (
      select count(*) as items, count(outcome) as judged, count(*) filter (where outcome = 'finding') as findings,
        count(*) filter (where outcome = 'finding' and (
          select kind from audit_review_response as said
          where said.review_id = one.review_id and said.place = one.place
          order by written_at desc, id desc limit 1) = 'close') as closed
      from audit_review_item as one where one.review_id = review.id) as item
    where review.trial_id = ${trialId} and (${id}::uuid is null or review.id = ${id}::uuid)
    order by review.standing <> 'open', review.due_date, review.planned_at desc`.execute(db);
  return rows.map(row => ({
    ...{ id: row.id, title: row.title, state: row.standing, dueDate: row.due_date },
    ...{ plannedBy: row.planned_by, plannedAt: row.planned_at.toISOString(), items: row.items },
    ...{ judged: row.judged, findings: row.findings },
    openFindings: row.standing === 'signed' ? row.findings - row.closed : 0,
    ...{ signedBy: row.signed_by, signedAt: row.signed_at?.toISOString() ?? null },
  }));
};

/** The reviews of a trial: open ones by due date, then the others. */
export const reviewsOf = (db: Kysely<Database>, trialId: string): Promise<ReviewSummary[]> =>
  summaries(db, trialId, null);

/** @throws CodedError 404 CL_NOT_FOUND */
export const reviewSheet = async (
  db: Kysely<Database>,
  trialId: string,
  id: string
): Promise<ReviewSheet> => {
  const [summary] = await summaries(db, trialId, id);
  if (summary === undefined) throw notFound();
  const review = await db
    .selectFrom('audit_review')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const signature = await db
    .selectFrom('audit_review_signature')
    .innerJoin('account', 'account.id', 'audit_review_signature.account_id')
    .select(['account.user_name', 'printed_name', 'signed_at', 'meaning', 'content_hash'])
    .where('review_id', '=', id)
    .executeTakeFirst();
  return {
    ...{ ...summary, version: review.version, notes: review.notes },
    entries: { from: review.from_sequence, to: review.to_sequence },
    period: { from: review.from_at, to: review.to_at },
    ...{ acts: review.acts, reads: review.reads },
    sampling: {
      ...{ kind: review.sampling, size: review.size, seed: review.seed },
      population: review.population,
    },
    signature:
      signature === undefined
        ? null
        : {
            ...{ by: signature.user_name, name: signature.printed_name },
            ...{ at: signature.signed_at.toISOString(), meaning: signature.meaning },
            hash: signature.content_hash,
          },
  };
};

/** The entries of the sample, in order, with what was found. @throws CodedError 404 CL_NOT_FOUND */
export const reviewItems = async (
  db: Kysely<Database>,
  { chain, trialId }: { readonly chain: string; readonly trialId: string },
  reviewId: string,
  { after, limit }: { readonly after: number; readonly limit: number }
): Promise<{ readonly items: readonly ReviewItemView[]; readonly next: number | null }> => {
  await reviewSheet(db, trialId, reviewId);
  const rows = await db
    .selectFrom('audit_review_item')
    .innerJoin('audit_entry', join =>
      join
        .on('audit_entry.chain', '=', chain)
        .onRef('audit_entry.sequence', '=', 'audit_review_item.sequence')
    )
    .selectAll('audit_review_item')
    .select(['audit_entry.entry', 'audit_entry.previous_hash', 'audit_entry.hash as stands'])
    .where('review_id', '=', reviewId)
    .where('place', '>', after)
    .orderBy('place')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const responses =
    last === undefined
      ? []
      : await db
          .selectFrom('audit_review_response')
          .innerJoin('account', 'account.id', 'audit_review_response.written_by')
          .select(['place', 'kind', 'text', 'account.user_name', 'written_at'])
          .where('review_id', '=', reviewId)
          .where('place', '>', after)
          .where('place', '<=', last.place)
          .orderBy('written_at')
          .orderBy('audit_review_response.id')
          .execute();
  const entries = await entryRows(
    db,
    trialId,
    shown.map(row => ({ ...row, hash: row.stands }))
  );
  const items = shown.flatMap((row, at) => {
    const entry = entries[at];
    if (entry === undefined) return [];
    const own = responses.filter(({ place }) => place === row.place);
    return [
      {
        ...{ place: row.place, hash: row.hash, outcome: row.outcome, severity: row.severity },
        ...{ text: row.text, entry, closed: own.at(-1)?.kind === 'close' },
        responses: own.map(({ kind, text, user_name: by, written_at: written }) => ({
          ...{ kind, text, by, at: written.toISOString() },
        })),
      },
    ];
  });
  return { items, next: rows.length > limit && last !== undefined ? last.place : null };
};
