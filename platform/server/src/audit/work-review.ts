import type { Transaction } from 'kysely';
import { appendAudit } from './chain.js';
import { keyedDigest } from './canonical-json.js';
import type { Database, Row } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { AuditScope } from './audit-scope.js';

/** An auditor works on a review that is open. */
export type ReviewScope = AuditScope & { readonly trialId: string };

/**
 * Locks a review of the trial while something of it is changed.
 * @throws CodedError 404 CL_NOT_FOUND
 */
export const lockReview = async (
  trx: Transaction<Database>,
  { trialId }: ReviewScope,
  id: string
): Promise<Row<'audit_review'>> => {
  const review = await trx
    .selectFrom('audit_review')
    .selectAll()
    .where('id', '=', id)
    .where('trial_id', '=', trialId)
    .forUpdate()
    .executeTakeFirst();
  if (review === undefined) throw notFound();
  return review;
};

/** @throws CodedError 409 CL_REVIEW_CLOSED for one that is signed or withdrawn */
export const requireOpen = ({ standing, title }: Row<'audit_review'>): void => {
  if (standing === 'open') return;
  const is = standing === 'signed' ? 'signed and locked' : 'withdrawn';
  throw new CodedError(409, 'CL_REVIEW_CLOSED', `The review ${title} is ${is}.`, {
    state: standing,
  });
};

const counted = (trx: Transaction<Database>, id: string) =>
  trx
    .updateTable('audit_review')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();

const record = (
  trx: Transaction<Database>,
  deps: ServerDeps,
  scope: ReviewScope,
  act: string,
  details: Readonly<Record<string, unknown>>
) =>
  appendAudit(trx, scope.chain, {
    ...{ act, at: deps.now().toISOString(), zone: deps.zone, by: scope.accountId, details },
  });

export type Judgement =
  | { readonly outcome: 'inOrder' | 'notApplicable'; readonly text: string | null }
  | {
      readonly outcome: 'finding';
      readonly severity: 'minor' | 'major' | 'critical';
      readonly text: string;
    };

/**
 * Says what an entry of the sample is like, or takes that back (null), until the review is signed.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_REVIEW_CLOSED
 */
export const judgeItem = (
  deps: ServerDeps,
  scope: ReviewScope,
  reviewId: string,
  place: number,
  judgement: Judgement | null
): Promise<{ readonly version: number }> =>
  deps.db.transaction().execute(async trx => {
    const review = await lockReview(trx, scope, reviewId);
    requireOpen(review);
    const item = await trx
      .selectFrom('audit_review_item')
      .select(['sequence', 'outcome'])
      .where('review_id', '=', reviewId)
      .where('place', '=', place)
      .executeTakeFirst();
    if (item === undefined) throw notFound();
    if (judgement === null && item.outcome === null) return { version: review.version };
    const text = judgement?.text ?? null;
    const severity = judgement?.outcome === 'finding' ? judgement.severity : null;
    await trx
      .updateTable('audit_review_item')
      .set({
        ...{ outcome: judgement?.outcome ?? null, severity, text },
        judged_by: judgement === null ? null : scope.accountId,
        judged_at: judgement === null ? null : deps.now(),
      })
      .where('review_id', '=', reviewId)
      .where('place', '=', place)
      .execute();
    const about = { review: reviewId, place, entry: item.sequence };
    await record(trx, deps, scope, judgement === null ? 'review.itemUndone' : 'review.itemJudged', {
      ...about,
      ...(judgement === null
        ? { from: item.outcome, to: 'open' }
        : { from: item.outcome, to: judgement.outcome }),
      ...(severity === null ? {} : { severity }),
      ...(text === null ? {} : { text: { digest: keyedDigest(deps.auditKey, text) } }),
    });
    return counted(trx, reviewId);
  });

/** Keeps an auditor's notes; what stood before is gone, and that it was changed is an entry. */
export const noteReview = (
  deps: ServerDeps,
  scope: ReviewScope,
  reviewId: string,
  notes: string
): Promise<{ readonly version: number }> =>
  deps.db.transaction().execute(async trx => {
    const review = await lockReview(trx, scope, reviewId);
    requireOpen(review);
    if (review.notes === notes) return { version: review.version };
    await trx.updateTable('audit_review').set({ notes }).where('id', '=', reviewId).execute();
    await record(trx, deps, scope, 'review.noted', {
      review: reviewId,
      text: { digest: keyedDigest(deps.auditKey, notes) },
    });
    return counted(trx, reviewId);
  });

/** Ends a review that nobody will sign; its rows stay. */
export const withdrawReview = (
  deps: ServerDeps,
  scope: ReviewScope,
  reviewId: string,
  reason: string
): Promise<{ readonly version: number }> =>
  deps.db.transaction().execute(async trx => {
    requireOpen(await lockReview(trx, scope, reviewId));
    await trx
      .updateTable('audit_review')
      .set({ standing: 'withdrawn' })
      .where('id', '=', reviewId)
      .execute();
    await record(trx, deps, scope, 'review.withdrawn', {
      review: reviewId,
      reason: { digest: keyedDigest(deps.auditKey, reason) },
    });
    return counted(trx, reviewId);
  });

/**
 * What becomes of a finding of a signed review: an admin answers it, an auditor closes it or opens it again.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_REVIEW_OPEN, CL_FINDING_STATE
 */
export const respondToFinding = (
  deps: ServerDeps,
  scope: ReviewScope,
  reviewId: string,
  place: number,
  { kind, text }: { readonly kind: 'answer' | 'close' | 'reopen'; readonly text: string }
): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    const review = await lockReview(trx, scope, reviewId);
    if (review.standing !== 'signed')
      throw new CodedError(
        409,
        'CL_REVIEW_OPEN',
        `The review ${review.title} is not signed: its findings may still change.`
      );
    const item = await trx
      .selectFrom('audit_review_item')
      .select(['outcome', 'sequence'])
      .where('review_id', '=', reviewId)
      .where('place', '=', place)
      .executeTakeFirst();
    if (item?.outcome !== 'finding') throw notFound();
    const last = await trx
      .selectFrom('audit_review_response')
      .select('kind')
      .where('review_id', '=', reviewId)
      .where('place', '=', place)
      .orderBy('written_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const closed = last?.kind === 'close';
    if (closed !== (kind === 'reopen'))
      throw new CodedError(
        409,
        'CL_FINDING_STATE',
        closed
          ? 'The finding is closed: an auditor opens it again first.'
          : 'The finding is not closed.',
        { closed }
      );
    await trx
      .insertInto('audit_review_response')
      .values({
        ...{ id: deps.newId(), review_id: reviewId, place, kind, text },
        ...{ written_by: scope.accountId, written_at: deps.now() },
      })
      .execute();
    const acts = {
      ...{ answer: 'review.findingAnswered', close: 'review.findingClosed' },
      reopen: 'review.findingReopened',
    } as const;
    await record(trx, deps, scope, acts[kind], {
      ...{ review: reviewId, place, entry: item.sequence },
      text: { digest: keyedDigest(deps.auditKey, text) },
    });
  });
