import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { trialFor } from '../trials/roles.js';
import { decideImpact, impactDecisions, impactMeanings } from '../workflow/decide-impact.js';
import { impactsOf } from '../workflow/impact-list.js';
import { impactCauses } from '../workflow/read-impacts.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { leaveQc, returnToQc } from '../workflow/return-to-qc.js';
import { staffOf } from './access.js';
import { ReadParams, refusals, TrialParams } from './answer-schemas.js';
import { FreeText, Id, Nullable, PageQuery, pageOf } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Decision = Type.Union(impactDecisions.map(decision => Type.Literal(decision)));
const ReadOfTrial = Type.Intersect([TrialParams, ReadParams]);
const checking = ['qcTechnologist', 'dataManager'] as const;

/** What changed under reads that have begun, and reads that go back to QC. */
export const impactRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const root = '/api/admin/trials/:trial';
    const config = { access: 'staff' } as const;

    app.get(
      `${root}/impacts`,
      {
        config,
        schema: {
          summary: 'What changed under reads that have begun; what is undecided, or all',
          params: TrialParams,
          querystring: Type.Object({
            state: Type.Optional(Type.Union([Type.Literal('pending'), Type.Literal('all')])),
            ...PageQuery,
          }),
          response: {
            200: Type.Object({
              impacts: Type.Array(
                Type.Object({
                  id: Type.String(),
                  readId: Type.String(),
                  cause: Type.Union(impactCauses.map(cause => Type.Literal(cause))),
                  subject: Type.String(),
                  timepoint: Type.String(),
                  slot: Type.String(),
                  version: Type.Integer(),
                  readState: Type.String(),
                  exam: Nullable(Type.String()),
                  examDate: Nullable(Type.String()),
                  changed: Nullable(Type.String()),
                  noticedAt: Type.String(),
                  decidable: Type.Boolean(),
                  decision: Nullable(Decision),
                  decidedBy: Nullable(Type.String()),
                  reason: Nullable(Type.String()),
                })
              ),
              meanings: Type.Array(Type.String(), {
                description: 'What the signature of a decision may mean.',
              }),
              next: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const may = ['admin', 'auditor', ...checking] as const;
        const trial = await trialFor(deps.db, id, request.params.trial, may);
        const pending = request.query.state !== 'all';
        const found = await impactsOf(deps.db, trial.id, { pending, ...pageOf(request.query) });
        return { ...found, meanings: [...impactMeanings] };
      }
    );

    app.post(
      `${root}/impacts/:impact/decide`,
      {
        config,
        schema: {
          summary: 'Decide, signed, what a change means for a read',
          params: Type.Intersect([TrialParams, Type.Object({ impact: Id })]),
          body: Type.Object({
            decision: Decision,
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            meaning: Type.String({ minLength: 1, maxLength: 500 }),
            reason: FreeText,
          }),
          response: {
            200: Type.Object({
              id: Type.String(),
              decision: Decision,
              contentHash: Type.String(),
              newReadId: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const { trial: code, impact } = request.params;
        const trial = await trialFor(deps.db, account.id, code, ['admin', 'dataManager']);
        const decided = await decideImpact(deps, trial, impact, account, request.body);
        releases.request(decided.courseId);
        const { id, contentHash, newReadId } = decided;
        return { id, decision: decided.decision, contentHash, newReadId };
      }
    );

    app.post(
      `${root}/reads/:readId/return-to-qc`,
      {
        config,
        schema: {
          summary: 'Have the images of an unsigned read looked at again; its draft is kept',
          params: ReadOfTrial,
          body: Type.Object({ reason: FreeText }),
          response: { 200: Type.Object({ state: Type.String() }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, checking);
        return returnToQc(deps, trial, request.params.readId, account, request.body.reason);
      }
    );

    app.post(
      `${root}/reads/:readId/leave-qc`,
      {
        config,
        schema: {
          summary: 'QC is done with a returned read: it goes on with its draft',
          params: ReadOfTrial,
          body: Type.Object({
            images: Type.Union([Type.Literal('asBefore'), Type.Literal('asNow')]),
          }),
          response: { 200: Type.Object({ state: Type.String() }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const { trial: code, readId } = request.params;
        const trial = await trialFor(deps.db, account.id, code, checking);
        const left = await leaveQc(deps, trial, readId, account, request.body.images);
        releases.request(left.courseId);
        return { state: left.state };
      }
    );
  };
