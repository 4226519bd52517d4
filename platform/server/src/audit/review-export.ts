import { toCsv } from '@corelab/exchange';
import { appendAudit } from './chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { reviewItems, reviewSheet, type ReviewItemView } from './review-views.js';
import type { ReviewScope } from './work-review.js';
import { mostItems } from './review-sample.js';

const columns = [
  ...['review', 'title', 'place', 'entry', 'hash', 'at', 'act', 'by', 'outcome', 'severity'],
  ...['text', 'closed', 'responses', 'signedBy', 'signedAt', 'meaning', 'contentHash'],
];

const responsesText = ({ responses }: ReviewItemView): string =>
  responses.map(one => `${one.at} ${one.by} ${one.kind}: ${one.text}`).join('; ');

/**
 * A signed review as a file: as JSON with the content that its hash is over, as CSV a line for each entry. That it was handed
 * out is an entry of the trial.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_REVIEW_OPEN
 */
export const exportReview = async (
  deps: ServerDeps,
  scope: ReviewScope,
  reviewId: string,
  format: 'csv' | 'json'
): Promise<string> => {
  const { db } = deps;
  const review = await reviewSheet(db, scope.trialId, reviewId);
  const { signature } = review;
  if (signature === null)
    throw new CodedError(
      409,
      'CL_REVIEW_OPEN',
      `The review ${review.title} is not signed: there is nothing to hand out yet.`
    );
  const { items } = await reviewItems(db, scope, reviewId, { after: 0, limit: mostItems });
  const { content } = await db
    .selectFrom('audit_review_signature')
    .select('content')
    .where('review_id', '=', reviewId)
    .executeTakeFirstOrThrow();
  await db.transaction().execute(trx =>
    appendAudit(trx, scope.chain, {
      ...{ act: 'audit.exported', at: deps.now().toISOString(), zone: deps.zone },
      by: scope.accountId,
      details: { format, review: reviewId, contentHash: signature.hash },
    })
  );
  const responses = items
    .filter(one => one.responses.length > 0)
    .map(one => ({ place: one.place, responses: one.responses }));
  if (format === 'json') return `${JSON.stringify({ signature, content, responses }, null, 2)}\n`;
  return toCsv(
    items.map(one => ({
      ...{ review: review.id, title: review.title, place: String(one.place) },
      ...{ entry: String(one.entry.sequence), hash: one.hash, at: one.entry.at },
      ...{ act: one.entry.act, by: one.entry.by?.user ?? '', outcome: one.outcome ?? '' },
      ...{ severity: one.severity ?? '', text: one.text ?? '' },
      closed: one.outcome === 'finding' ? String(one.closed) : '',
      responses: responsesText(one),
      ...{ signedBy: signature.by, signedAt: signature.at, meaning: signature.meaning },
      contentHash: signature.hash,
    })),
    columns
  );
};
