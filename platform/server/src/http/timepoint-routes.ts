import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { addUnscheduled } from '../intake/unscheduled-visit.js';
import { trialFor, type Role } from '../trials/roles.js';
import { decideTimepoint } from '../workflow/decide-timepoint.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Value = Type.String({ minLength: 1, maxLength: 100 });

const deciding: readonly Role[] = ['dataManager'];
const adding: readonly Role[] = ['dataManager', 'qcTechnologist'];

/** What people say of a subject's timepoints. */
export const timepointRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/api/admin/trials/:trial/timepoints/unscheduled',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Add an unscheduled visit of a subject',
          params: TrialParams,
          body: Type.Object({
            subject: Value,
            timepoint: Type.String({
              minLength: 1,
              maxLength: 32,
              description: 'Code of an unscheduled timepoint of the charter.',
            }),
            date: Type.String({
              pattern: '^\\d{4}-\\d{2}-\\d{2}$',
              description: 'Day of the visit.',
            }),
            reason: Reason,
          }),
          response: {
            200: Type.Object({
              timepoint: Type.String({ description: 'Code of the visit, of this subject alone.' }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, adding);
        const asked = { ...request.body, trialId: trial.id, accountId };
        const added = await addUnscheduled(deps.archive.arrival, asked);
        await requestDue(deps, releases, trial.id);
        return added;
      }
    );

    for (const [path, act, summary] of [
      ['missed', 'declareMissed', 'There will be no images of a timepoint'],
      ['expected', 'expectAgain', 'A timepoint that was declared missed is expected again'],
      ['complete', 'complete', 'What is there of a timepoint is all that will come'],
      ['not-readable', 'declareNotReadable', 'Nothing of a timepoint can be read: reading goes on'],
    ] as const) {
      app.post(
        `/api/admin/trials/:trial/timepoints/${path}`,
        {
          config: { access: 'staff' },
          schema: {
            summary,
            params: TrialParams,
            body: Type.Object({ subject: Value, timepoint: Value, reason: Reason }),
            response: { 200: Type.Object({ state: Type.String() }), ...refusals },
          },
        },
        async request => {
          const { id: accountId } = staffOf(request);
          const trial = await trialFor(deps.db, accountId, request.params.trial, deciding);
          const decision = { ...request.body, trialId: trial.id, accountId };
          const { state, courses } = await decideTimepoint(deps, decision, act);
          for (const course of courses) releases.request(course);
          return { state };
        }
      );
    }
  };
