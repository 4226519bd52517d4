import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  quarantineOf,
  refuseQuarantined,
  releaseQuarantined,
} from '../intake/decide-quarantine.js';
import { decideArrival, matchByHand } from '../intake/match-by-hand.js';
import { settleStudy } from '../intake/settle-study.js';
import { trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import {
  Authority,
  Done,
  MatchAsked,
  Page,
  Quarantined,
  quarantineState,
  QuarantineStateAsked,
  RowParams,
} from './arrival-schemas.js';
import type { ServerDeps } from './server-deps.js';

const looking: readonly Role[] = ['admin', 'dataManager', 'qcTechnologist', 'auditor'];
const deciding: readonly Role[] = ['dataManager'];

const list = (page: { readonly after?: string; readonly limit?: number }) => ({
  after: page.after ?? null,
  limit: page.limit ?? 50,
});

/** What is kept apart, and what people decide about it and about what waits to be matched. */
export const arrivalRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const { arrival } = deps.archive;
    const trialOf = (
      request: Parameters<typeof staffOf>[0],
      trial: string,
      roles: readonly Role[]
    ): Promise<TrialHandle> => trialFor(deps.db, staffOf(request).id, trial, roles);

    app.post(
      '/api/admin/trials/:trial/arrivals/:id/match',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Say of which subject and timepoint a study is that waits',
          params: RowParams,
          body: MatchAsked,
          response: { 200: Type.Object({ exam: Type.String() }), ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, deciding);
        const { site = null, newSubject = false, ...asked } = request.body;
        const by = { trialId: trial.id, accountId: staffOf(request).id, id: request.params.id };
        const matched = await matchByHand(arrival, { ...by, ...asked, site, newSubject });
        await requestDue(deps, releases, trial.id);
        return matched;
      }
    );

    for (const [path, act, summary] of [
      ['refuse', 'refuse', 'A study that waits is not used; its images are kept'],
      ['take-up-again', 'takeUpAgain', 'A study that was refused waits again'],
    ] as const) {
      app.post(
        `/api/admin/trials/:trial/arrivals/:id/${path}`,
        {
          config: { access: 'staff' },
          schema: {
            summary,
            params: RowParams,
            body: Type.Object({ reason: Reason }),
            response: { 200: Done, ...refusals },
          },
        },
        async request => {
          const trial = await trialOf(request, request.params.trial, deciding);
          const { id } = request.params;
          const { reason } = request.body;
          const by = { trialId: trial.id, accountId: staffOf(request).id };
          await decideArrival(arrival, { ...by, id, reason }, act);
          return { id };
        }
      );
    }

    app.get(
      '/api/admin/trials/:trial/quarantine',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Images that are kept apart, and why, the oldest first',
          params: TrialParams,
          querystring: Type.Object({
            state: QuarantineStateAsked,
            ...Page,
          }),
          response: { 200: Type.Object({ images: Type.Array(Quarantined) }), ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, looking);
        const state = quarantineState(request.query.state);
        return {
          images: await quarantineOf(deps.db, trial.id, { state, ...list(request.query) }),
        };
      }
    );

    app.post(
      '/api/admin/trials/:trial/quarantine/:id/release',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Let an image in as it came; what is in its place is kept apart instead',
          params: RowParams,
          body: Type.Object({ authority: Authority, reason: Reason }),
          response: { 200: Done, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, deciding);
        const { id } = request.params;
        const by = { trialId: trial.id, accountId: staffOf(request).id, id };
        const studies = await releaseQuarantined(arrival, { ...by, ...request.body });
        for (const studyUid of studies) await settleStudy(arrival, trial.id, studyUid);
        await requestDue(deps, releases, trial.id);
        return { id };
      }
    );

    app.post(
      '/api/admin/trials/:trial/quarantine/:id/refuse',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'An image that is kept apart is not used; its bytes stay',
          params: RowParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Done, ...refusals },
        },
      },
      async request => {
        const trial = await trialOf(request, request.params.trial, deciding);
        const { id } = request.params;
        const by = { trialId: trial.id, accountId: staffOf(request).id, id };
        await refuseQuarantined(arrival, { ...by, ...request.body, authority: null });
        return { id };
      }
    );
  };
