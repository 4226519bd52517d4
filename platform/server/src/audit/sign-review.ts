import { hashJson } from '@corelab/record';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { appendAudit } from './chain.js';
import { reviewMeanings, type ReviewContent } from './review-content.js';
import { lockReview, requireOpen, type ReviewScope } from './work-review.js';

export interface ReviewSigning {
  readonly password: string;
  readonly meaning: string;
  readonly requestId: string;
  /** The version that the person sees. */
  readonly version: number;
}

/**
 * Signs what was found: it binds the plan and, by number and hash, each entry that was looked at. From then on nothing of it is
 * changed. A request that is sent again is answered as the first time.
 * @throws CodedError 404 CL_NOT_FOUND, 403 CL_PASSWORD_WRONG, 409 CL_REVIEW_CLOSED, CL_REVIEW_CHANGED, CL_RECORD_CHANGED,
 * 422 CL_MEANING, CL_REVIEW_UNFINISHED
 */
export const signReview = async (
  deps: ServerDeps,
  scope: ReviewScope,
  account: AccountIdentity,
  reviewId: string,
  asked: ReviewSigning
): Promise<{ readonly contentHash: string; readonly signedAt: string }> => {
  if (!reviewMeanings.some(meaning => meaning === asked.meaning))
    throw new CodedError(
      422,
      'CL_MEANING',
      `The meaning of the signature is one of: ${reviewMeanings.join('; ')}.`,
      { meanings: [...reviewMeanings] }
    );
  await requirePassword(deps, account, asked.password);
  return deps.db.transaction().execute(async trx => {
    const review = await lockReview(trx, scope, reviewId);
    const before = await trx
      .selectFrom('audit_review_signature')
      .select(['content_hash', 'signed_at', 'account_id'])
      .where('request_id', '=', asked.requestId)
      .where('review_id', '=', reviewId)
      .executeTakeFirst();
    if (before !== undefined && before.account_id === account.id)
      return { contentHash: before.content_hash, signedAt: before.signed_at.toISOString() };
    requireOpen(review);
    if (review.version !== asked.version)
      throw new CodedError(
        409,
        'CL_REVIEW_CHANGED',
        `The review ${review.title} was changed since it was shown: look at it again before you sign.`,
        { version: review.version }
      );
    const items = await trx
      .selectFrom('audit_review_item')
      .leftJoin('audit_entry', join =>
        join
          .on('audit_entry.chain', '=', scope.chain)
          .onRef('audit_entry.sequence', '=', 'audit_review_item.sequence')
      )
      .selectAll('audit_review_item')
      .select('audit_entry.hash as stands')
      .where('review_id', '=', reviewId)
      .orderBy('place')
      .execute();
    const left = items.filter(({ outcome }) => outcome === null).length;
    if (left > 0)
      throw new CodedError(
        422,
        'CL_REVIEW_UNFINISHED',
        `${left} of ${items.length} entries of the sample are not judged yet.`,
        { left, of: items.length }
      );
    const other = items.find(({ hash, stands }) => hash !== stands);
    if (other !== undefined)
      throw new CodedError(
        409,
        'CL_RECORD_CHANGED',
        `Entry ${other.sequence} is another one than when the sample was drawn: verify the chain.`,
        { entry: other.sequence }
      );
    const at = deps.now();
    const content: ReviewContent = {
      ...{ schemaVersion: 1, review: review.id, trial: scope.name, title: review.title },
      entries: { from: review.from_sequence, to: review.to_sequence },
      period: { from: review.from_at, to: review.to_at },
      ...{ acts: review.acts, reads: review.reads },
      sampling: {
        ...{ kind: review.sampling, size: review.size, seed: review.seed },
        population: review.population,
      },
      ...{ dueDate: review.due_date, plannedBy: review.planned_by },
      ...{ plannedAt: review.planned_at.toISOString(), notes: review.notes },
      items: items.flatMap(({ place, sequence: entry, hash, outcome, severity, text }) =>
        outcome === null ? [] : [{ place, entry, hash, outcome, severity, text }]
      ),
      ...{ signer: account.id, meaning: asked.meaning },
      ...{ at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(content);
    await trx
      .updateTable('audit_review')
      .set({ standing: 'signed' })
      .where('id', '=', reviewId)
      .execute();
    await trx
      .insertInto('audit_review_signature')
      .values({
        ...{ review_id: reviewId, account_id: account.id, request_id: asked.requestId },
        ...{ printed_name: account.displayName, meaning: asked.meaning, signed_at: at },
        ...{ zone: deps.zone, content: JSON.stringify(content), content_hash: contentHash },
      })
      .execute();
    const findings = content.items.filter(({ outcome }) => outcome === 'finding').length;
    await appendAudit(trx, scope.chain, {
      ...{ act: 'review.signed', at: at.toISOString(), zone: deps.zone, by: account.id },
      details: {
        ...{ review: reviewId, contentHash, meaning: asked.meaning, items: items.length },
        ...{ findings, requestId: asked.requestId },
      },
    });
    return { contentHash, signedAt: at.toISOString() };
  });
};
