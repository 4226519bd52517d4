import { sql } from 'kysely';
import { hashText } from './canonical-json.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { AuditScope } from './audit-scope.js';
import { appendAudit } from './chain.js';
import { anyWord, entryCondition } from './entry-filter.js';
import { drawSample, type Sampling } from './review-sample.js';

export interface ReviewPlan {
  readonly title: string;
  /** Of the entries that there are: from the first, to the last unless said. */
  readonly fromEntry: number | null;
  readonly toEntry: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly acts: readonly string[];
  readonly reads: readonly string[];
  readonly sampling:
    | { readonly kind: 'all' }
    | { readonly kind: 'every'; readonly size: number }
    /** Without a seed one is drawn, and kept. */
    | { readonly kind: 'random'; readonly size: number; readonly seed?: string };
  readonly dueDate: string;
}

const requireDay = (day: string): void => {
  const at = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day) return;
  throw new CodedError(422, 'CL_REVIEW_DUE', `dueDate: ${day} is no day such as 2026-03-31.`);
};

/**
 * Plans a review of a trial's record and draws its sample, which stays as it is from then on.
 * @throws CodedError 422 CL_REVIEW_EMPTY, CL_REVIEW_TOO_LARGE, CL_REVIEW_RANGE, CL_REVIEW_DUE, CL_INSTANT, CL_NOT_FOUND
 */
export const planReview = async (
  deps: ServerDeps,
  scope: AuditScope & { readonly trialId: string },
  plan: ReviewPlan
): Promise<{ readonly id: string; readonly items: number; readonly population: number }> => {
  requireDay(plan.dueDate);
  const { title, acts, reads, dueDate } = plan;
  return deps.db.transaction().execute(async trx => {
    const { rows: ends } = await sql<{ last: number | null }>`
      select max(sequence) as last from audit_entry where chain = ${scope.chain}`.execute(trx);
    const last = ends[0]?.last ?? 0;
    const from = plan.fromEntry ?? 1;
    const to = plan.toEntry ?? last;
    if (from > to || to > last)
      throw new CodedError(
        422,
        'CL_REVIEW_RANGE',
        `The record of ${scope.name} has the entries 1 to ${last}; ${from} to ${to} is no part of it.`,
        { last }
      );
    const condition = await entryCondition(trx, scope, {
      ...(acts.length === 0 ? {} : { acts }),
      ...(plan.from === null ? {} : { from: plan.from }),
      ...(plan.to === null ? {} : { to: plan.to }),
    });
    const ofReads = reads.length === 0 ? sql`true` : sql`audit_words(entry) @@ ${anyWord(reads)}`;
    const where = sql`${condition.where} and sequence between ${from} and ${to} and ${ofReads}`;
    const sampling: Sampling =
      plan.sampling.kind === 'random'
        ? { ...plan.sampling, seed: plan.sampling.seed ?? hashText(deps.newId()).slice(0, 16) }
        : plan.sampling;
    const { items, population } = await drawSample(trx, { ...condition, where }, sampling);
    const id = deps.newId();
    const at = deps.now();
    const drawn = {
      size: sampling.kind === 'all' ? null : sampling.size,
      seed: sampling.kind === 'random' ? sampling.seed : null,
    };
    await trx
      .insertInto('audit_review')
      .values({
        ...{ id, trial_id: scope.trialId, title, from_sequence: from, to_sequence: to },
        ...{ from_at: plan.from, to_at: plan.to, sampling: sampling.kind, ...drawn, population },
        ...{ acts: JSON.stringify(acts), reads: JSON.stringify(reads), due_date: dueDate },
        ...{ standing: 'open', planned_by: scope.accountId, planned_at: at },
      })
      .execute();
    for (let start = 0; start < items.length; start += 1_000) {
      await trx
        .insertInto('audit_review_item')
        .values(
          items.slice(start, start + 1_000).map(({ sequence, hash }, index) => ({
            ...{ review_id: id, place: start + index + 1, sequence, hash },
          }))
        )
        .execute();
    }
    await appendAudit(trx, scope.chain, {
      ...{ act: 'review.planned', at: at.toISOString(), zone: deps.zone, by: scope.accountId },
      details: {
        ...{ review: id, entries: { from, to }, period: { from: plan.from, to: plan.to } },
        ...{ acts, reads, sampling: { kind: sampling.kind, ...drawn }, population },
        ...{ items: items.length, sampleHash: hashText(items.map(one => one.hash).join('\n')) },
        dueDate,
      },
    });
    return { id, items: items.length, population };
  });
};
