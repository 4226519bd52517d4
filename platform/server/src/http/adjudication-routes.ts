import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { adjudicationImages, openAdjudication } from '../workflow/adjudication-context.js';
import { currentDecision, saveDecision } from '../workflow/decision-drafts.js';
import { adjudicationFor } from '../workflow/open-adjudication.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { signDecision } from '../workflow/sign-decision.js';
import { timepointAliases } from '../workflow/timepoint-aliases.js';
import { sessionOf } from './access.js';
import {
  AdjudicationContext,
  AdjudicationImages,
  AdjudicationParams,
} from './adjudication-schemas.js';
import { refusals, SignatureView, SignBody } from './answer-schemas.js';
import { CodedError } from './coded-error.js';
import { NotIdentity } from './identity-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** An adjudicator's cases, the decisions on them and their signatures. */
export const adjudicationRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/adjudications/:adjudicationId',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Open an adjudication: both reads under neutral names, and what differs',
          params: AdjudicationParams,
          response: { 200: AdjudicationContext, ...refusals },
        },
      },
      request =>
        openAdjudication(deps, sessionOf(request).account.id, request.params.adjudicationId)
    );

    app.get(
      '/api/adjudications/:adjudicationId/images',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Where the images of an adjudication are, before it is opened',
          params: AdjudicationParams,
          response: { 200: AdjudicationImages, ...refusals },
        },
      },
      request =>
        adjudicationImages(deps, sessionOf(request).account.id, request.params.adjudicationId)
    );

    app.get(
      '/api/adjudications/:adjudicationId/draft',
      {
        config: { access: 'session' },
        schema: {
          summary: 'The decision as it stands; its ETag is for the next save',
          params: AdjudicationParams,
          response: { 200: Type.Object({ document: Type.Unknown() }), ...refusals },
        },
      },
      async (request, reply) => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        const draft = await currentDecision(deps.db, one.id);
        reply.header('etag', draft.etag);
        const aliases = await timepointAliases(deps.db, one);
        return { document: aliases.outward(draft.document) };
      }
    );

    app.put(
      '/api/adjudications/:adjudicationId/draft',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Save the whole decision; If-Match names the draft it was made from',
          params: AdjudicationParams,
          body: Type.Object({
            document: Type.Unknown(),
            replaced: Type.Optional(
              Type.Unknown({
                description:
                  'After a conflict: what this window held before its adjudicator chose.',
              })
            ),
            notIdentity: NotIdentity,
          }),
          response: { 200: Type.Object({ savedAt: Type.String() }), ...refusals },
        },
      },
      async (request, reply) => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        const ifMatch = request.headers['if-match'];
        if (ifMatch === undefined) {
          throw new CodedError(428, 'CL_IF_MATCH_NEEDED', 'Saving needs If-Match.');
        }
        const saved = await saveDecision(deps, one, account.id, ifMatch, request.body);
        reply.header('etag', saved.etag);
        return { savedAt: saved.savedAt.toISOString() };
      }
    );

    app.post(
      '/api/adjudications/:adjudicationId/sign',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Sign and lock the decision; what it decides becomes final',
          params: AdjudicationParams,
          body: SignBody,
          response: { 200: Type.Object({ signature: SignatureView }), ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        const signed = await signDecision(deps, one, account, request.body);
        releases.request(one.courseId);
        return signed;
      }
    );
  };
