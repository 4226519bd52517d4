import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { trialFor } from '../trials/roles.js';
import { releaseGathered, releasesOf } from '../workflow/release-batches.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { Nullable, refusals, TrackAsked, TrackCode, TrialParams } from './answer-schemas.js';
import { Id } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const When = Type.Union([
  Type.Literal('onArrival'),
  Type.Literal('batches'),
  Type.Literal('subjectComplete'),
  Type.Literal('dataCut'),
]);

const Batch = Type.Object({
  id: Id,
  kind: Type.Union([Type.Literal('batch'), Type.Literal('dataCut')]),
  name: Nullable(Type.String()),
  timepoints: Type.Integer(),
  releasedBy: Nullable(Type.String({ description: 'Null of a batch that was full.' })),
  releasedAt: Type.String(),
  reason: Nullable(Type.String()),
  sequence: Type.Integer({
    description: 'Its entry in the audit chain: an export can be made as of it.',
  }),
});

/** When timepoints are released to readers, and what a person does about it. */
export const releaseRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials/:trial/batches',
      {
        config: { access: 'staff' },
        schema: {
          summary:
            'Batches and data cuts in which timepoints were released, and what waits for one',
          params: TrialParams,
          querystring: TrackAsked,
          response: {
            200: Type.Object({
              when: When,
              size: Nullable(Type.Integer({ description: 'Timepoints in a batch.' })),
              gathered: Type.Integer({
                description: 'Timepoints that wait for the next batch or data cut.',
              }),
              waiting: Type.Array(
                Type.Object({
                  ...{ subject: Type.String(), timepoint: Type.String(), label: Type.String() },
                }),
                { description: 'The first of them, in the order of subjects and dates.' }
              ),
              batches: Type.Array(Batch, { description: 'The latest first.' }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const may = ['admin', 'dataManager', 'auditor'] as const;
        const trial = await trialFor(deps.db, id, request.params.trial, may);
        const { batches, waiting, ...found } = await releasesOf(
          deps.db,
          trial.id,
          request.query.track
        );
        return {
          ...found,
          waiting: waiting.map(({ subject, timepoint, label }) => ({ subject, timepoint, label })),
          batches: batches.map(one => ({ ...one, releasedAt: one.releasedAt.toISOString() })),
        };
      }
    );

    app.post(
      '/api/admin/trials/:trial/batches',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Release what has gathered: a batch that is not full, or a data cut',
          params: TrialParams,
          body: Type.Object({
            track: Type.Optional(TrackCode),
            name: Type.Optional(
              Type.String({
                ...{ minLength: 1, maxLength: 100, pattern: '\\S' },
                description: 'By which it is known later; a data cut has one.',
              })
            ),
            reason: Reason,
          }),
          response: {
            200: Type.Object({ id: Id, timepoints: Type.Integer() }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id: by } = staffOf(request);
        const trial = await trialFor(deps.db, by, request.params.trial, ['admin', 'dataManager']);
        const { id, timepoints, courses } = await releaseGathered(deps, trial.id, by, request.body);
        for (const course of courses) releases.request(course);
        return { id, timepoints };
      }
    );
  };
