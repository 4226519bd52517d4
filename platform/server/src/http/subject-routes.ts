import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { trialFor } from '../trials/roles.js';
import { declareImagingEnd, withdrawImagingEnd } from '../workflow/imaging-end.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** What is declared of a subject. */
export const subjectRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/api/admin/trials/:trial/end-of-imaging',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Declare the end of a subject's imaging: later timepoints are not awaited",
          params: TrialParams,
          body: Type.Object({
            subject: Type.String({ minLength: 1, maxLength: 200 }),
            lastTimepoint: Type.String({ minLength: 1, maxLength: 100 }),
            reason: Reason,
          }),
          response: {
            200: Type.Object({
              notAwaited: Type.Array(Type.String(), {
                description: 'Codes of the timepoints that are not awaited any more.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, ['admin', 'dataManager']);
        const { notAwaited, courses } = await declareImagingEnd(deps, trial.id, id, request.body);
        for (const course of courses) releases.request(course);
        return { notAwaited };
      }
    );

    app.post(
      '/api/admin/trials/:trial/end-of-imaging/withdraw',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            "Withdraw a declared end of a subject's imaging: later timepoints are awaited again; what is final stands",
          params: TrialParams,
          body: Type.Object({
            subject: Type.String({ minLength: 1, maxLength: 200 }),
            reason: Reason,
          }),
          response: { 200: Type.Object({ withdrawn: Type.Boolean() }), ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, ['admin', 'dataManager']);
        const { courses } = await withdrawImagingEnd(deps, trial.id, id, request.body);
        for (const course of courses) releases.request(course);
        return { withdrawn: true };
      }
    );
  };
