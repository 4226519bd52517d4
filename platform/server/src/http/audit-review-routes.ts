import { Readable } from 'node:stream';
import { Type, type FastifyPluginAsyncTypebox, type Static } from '@fastify/type-provider-typebox';
import { auditScope } from '../audit/audit-scope.js';
import { planReview } from '../audit/plan-review.js';
import { reviewMeanings } from '../audit/review-content.js';
import { exportReview } from '../audit/review-export.js';
import { reviewItems, reviewSheet, reviewsOf } from '../audit/review-views.js';
import { signReview } from '../audit/sign-review.js';
import {
  judgeItem,
  noteReview,
  respondToFinding,
  withdrawReview,
  type Judgement,
  type ReviewScope,
} from '../audit/work-review.js';
import type { Role } from '../trials/roles.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { FileText, fileHeaders } from './audit-routes.js';
import {
  JudgementBody,
  ReviewItemsView,
  ReviewPlanBody,
  ReviewSheetView,
  ReviewsView,
} from './audit-schemas.js';
import { CodedError, notFound } from './coded-error.js';
import { headsKept } from './heads-kept.js';
import { FreeText, Id } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const root = '/api/admin/audit/:trial/reviews';
const config = { access: 'staff' } as const;
const ReviewParams = Type.Composite([TrialParams, Type.Object({ review: Id })]);
const Place = Type.String({ pattern: '^[1-9][0-9]{0,6}$' });
const ItemParams = Type.Composite([ReviewParams, Type.Object({ place: Place })]);
const Changed = Type.Object({ version: Type.Integer() });
const auditing: readonly Role[] = ['auditor'];
const looking: readonly Role[] = ['admin', 'auditor'];

/** @throws CodedError 422 CL_FINDING_INCOMPLETE */
const judgementOf = (body: Static<typeof JudgementBody>): Judgement | null => {
  const { outcome, severity, text = null } = body;
  if (outcome === null) return null;
  if (outcome !== 'finding') {
    if (severity === undefined) return { outcome, text };
    throw new CodedError(422, 'CL_FINDING_INCOMPLETE', 'Only a finding has a severity.');
  }
  if (severity === undefined || text === null)
    throw new CodedError(
      422,
      'CL_FINDING_INCOMPLETE',
      'A finding says what was found and how severe it is.'
    );
  return { outcome, severity, text };
};

/** Reviews of a trial's record: planned, worked through, signed, and what becomes of their findings. */
export const auditReviewRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    const { db } = deps;
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    /** @throws CodedError 404 CL_NOT_FOUND, also for the chain outside any trial */
    const scoped = async (
      accountId: string,
      trial: string,
      may: readonly Role[]
    ): Promise<ReviewScope> => {
      const { trialId, ...scope } = await auditScope(db, accountId, trial, may);
      if (trialId === null) throw notFound();
      return { ...scope, trialId };
    };

    app.get(
      root,
      {
        config,
        schema: {
          summary: "The reviews of a trial's record, open ones by due date first",
          params: TrialParams,
          response: { 200: ReviewsView, ...refusals },
        },
      },
      async request => {
        const { trialId } = await scoped(staffOf(request).id, request.params.trial, looking);
        return { reviews: await reviewsOf(db, trialId) };
      }
    );

    app.post(
      root,
      {
        config,
        schema: {
          summary: 'Plan a review and draw its sample',
          params: TrialParams,
          body: ReviewPlanBody,
          response: {
            200: Type.Object({
              id: Type.String(),
              items: Type.Integer(),
              population: Type.Integer(),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const scope = await scoped(staffOf(request).id, request.params.trial, auditing);
        const { title, sampling, dueDate, ...body } = request.body;
        return planReview(deps, scope, {
          ...{ title: title.trim(), sampling, dueDate },
          ...{ fromEntry: body.fromEntry ?? null, toEntry: body.toEntry ?? null },
          ...{ from: body.from ?? null, to: body.to ?? null },
          ...{ acts: body.acts ?? [], reads: body.reads ?? [] },
        });
      }
    );

    app.get(
      `${root}/:review`,
      {
        config,
        schema: {
          summary: 'A review: its plan, how far it is, and its signature',
          params: ReviewParams,
          response: { 200: ReviewSheetView, ...refusals },
        },
      },
      async request => {
        const { trialId } = await scoped(staffOf(request).id, request.params.trial, looking);
        const review = await reviewSheet(db, trialId, request.params.review);
        return {
          ...review,
          meanings: [...reviewMeanings],
        } as Static<typeof ReviewSheetView>;
      }
    );

    app.get(
      `${root}/:review/items`,
      {
        config,
        schema: {
          summary: 'A page of its sample, with what was found and what became of it',
          params: ReviewParams,
          querystring: Type.Object({
            after: Type.Optional(Place),
            limit: Type.Optional(
              Type.String({
                pattern: '^([1-9]\\d?|1\\d\\d|200)$',
                description: '1 to 200; 100 without it.',
              })
            ),
          }),
          response: { 200: ReviewItemsView, ...refusals },
        },
      },
      async request => {
        const scope = await scoped(staffOf(request).id, request.params.trial, looking);
        const { after = '0', limit = '100' } = request.query;
        const asked = { after: Number(after), limit: Number(limit) };
        const page = await reviewItems(db, scope, request.params.review, asked);
        return page as Static<typeof ReviewItemsView>;
      }
    );

    app.post(
      `${root}/:review/items/:place`,
      {
        config,
        schema: {
          summary: 'Say what an entry of the sample is like, or take that back',
          params: ItemParams,
          body: JudgementBody,
          response: { 200: Changed, ...refusals },
        },
      },
      async request => {
        const { trial, review, place } = request.params;
        const scope = await scoped(staffOf(request).id, trial, auditing);
        return judgeItem(deps, scope, review, Number(place), judgementOf(request.body));
      }
    );

    const responses = [
      ['answer', ['admin'], 'Answer a finding of a signed review'],
      ['close', auditing, 'Close a finding of a signed review'],
      ['reopen', auditing, 'Open a closed finding again'],
    ] as const;
    for (const [kind, may, summary] of responses) {
      app.post(
        `${root}/:review/items/:place/${kind}`,
        {
          config,
          schema: {
            summary,
            params: ItemParams,
            body: Type.Object({ text: FreeText }),
            response: { 200: Type.Object({ kept: Type.Literal(true) }), ...refusals },
          },
        },
        async request => {
          const { trial, review, place } = request.params;
          const scope = await scoped(staffOf(request).id, trial, may);
          const { text } = request.body;
          await respondToFinding(deps, scope, review, Number(place), { kind, text });
          return { kept: true as const };
        }
      );
    }

    app.post(
      `${root}/:review/notes`,
      {
        config,
        schema: {
          summary: 'Keep notes on a review',
          params: ReviewParams,
          body: Type.Object({ notes: Type.String({ maxLength: 20_000 }) }),
          response: { 200: Changed, ...refusals },
        },
      },
      async request => {
        const scope = await scoped(staffOf(request).id, request.params.trial, auditing);
        return noteReview(deps, scope, request.params.review, request.body.notes);
      }
    );

    app.post(
      `${root}/:review/withdraw`,
      {
        config,
        schema: {
          summary: 'End a review that nobody will sign',
          params: ReviewParams,
          body: Type.Object({ reason: FreeText }),
          response: { 200: Changed, ...refusals },
        },
      },
      async request => {
        const scope = await scoped(staffOf(request).id, request.params.trial, auditing);
        return withdrawReview(deps, scope, request.params.review, request.body.reason);
      }
    );

    app.post(
      `${root}/:review/sign`,
      {
        config,
        schema: {
          summary: 'Sign what was found; nothing of it is changed from then on',
          params: ReviewParams,
          body: Type.Object({
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            meaning: Type.String({ minLength: 1, maxLength: 500 }),
            requestId: Type.String({
              ...{ minLength: 8, maxLength: 100 },
              pattern: '^[A-Za-z0-9_.-]+$',
            }),
            version: Type.Integer({ minimum: 1 }),
          }),
          response: {
            200: Type.Object({ contentHash: Type.String(), signedAt: Type.String() }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const scope = await scoped(account.id, request.params.trial, auditing);
        return signReview(deps, scope, account, request.params.review, request.body);
      }
    );

    app.get(
      `${root}/:review/export`,
      {
        config,
        schema: {
          summary: 'A signed review as a file, with its signature',
          params: ReviewParams,
          querystring: Type.Object({
            format: Type.Union([Type.Literal('csv'), Type.Literal('json')]),
          }),
          response: { 200: FileText, ...refusals },
        },
      },
      async (request, reply) => {
        const { trial, review } = request.params;
        const scope = await scoped(staffOf(request).id, trial, looking);
        const { format } = request.query;
        const file = await exportReview(deps, scope, review, format);
        await headsKept(deps);
        return reply.headers(fileHeaders(`review-${review}`, format)).send(Readable.from([file]));
      }
    );
  };
