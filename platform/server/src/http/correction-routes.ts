import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { correctionsOf } from '../intake/correction-list.js';
import { correct, examAttributes, foreseeCorrection, seriesAttributes } from '../intake/correct.js';
import { trialFor, type Role } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestDue } from '../workflow/request-due.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { Authority, Page, Text } from './arrival-schemas.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Value = Type.String({ minLength: 1, maxLength: 100 });
const ofExam = Type.Object({
  exam: RowId,
  attribute: Type.Union(examAttributes.map(name => Type.Literal(name))),
  ...{ value: Value, authority: Authority, reason: Reason },
});
const ofSeries = Type.Object({
  exam: RowId,
  series: RowId,
  attribute: Type.Union(seriesAttributes.map(name => Type.Literal(name))),
  ...{ value: Value, authority: Authority, reason: Reason },
});
const Affected = Type.Object(
  {
    subject: Type.String(),
    timepoint: Text,
    track: Type.String(),
    slot: Type.String(),
    component: Type.String(),
    state: Type.String(),
    cause: Type.String(),
  },
  { description: 'A read that has begun and is to be decided on.' }
);
const Correction = Type.Object({
  id: Type.String(),
  exam: Type.String(),
  series: Text,
  attribute: Type.String(),
  old: Text,
  new: Type.String(),
  authority: Type.String(),
  reason: Type.String(),
  by: Type.String(),
  at: Type.String(),
});

const looking: readonly Role[] = ['admin', 'dataManager', 'qcTechnologist', 'auditor'];
const deciding: readonly Role[] = ['dataManager'];

/** What people correct of received images. */
export const correctionRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials/:trial/corrections',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Corrections of exams and series, in the order they were made',
          params: TrialParams,
          querystring: Type.Object({ exam: Type.Optional(RowId), ...Page }),
          response: { 200: Type.Object({ corrections: Type.Array(Correction) }), ...refusals },
        },
      },
      async request => {
        const trial = await trialFor(deps.db, staffOf(request).id, request.params.trial, looking);
        const { exam = null, after = null, limit = 50 } = request.query;
        return { corrections: await correctionsOf(deps.db, trial.id, { exam, after, limit }) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/corrections',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Correct an exam or one of its series; what was received stays',
          params: TrialParams,
          body: Type.Union([ofExam, ofSeries]),
          response: {
            200: Type.Object({
              id: Type.String(),
              marked: Type.Integer({
                description: 'Reads that show the images and are to be decided on.',
              }),
              reads: Type.Array(Affected),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, deciding);
        const { body } = request;
        const series = 'series' in body ? body.series : null;
        const asked = { ...body, series, trialId: trial.id, accountId };
        const { id, marked, reads } = await correct(deps.archive.arrival, asked);
        await requestDue(deps, releases, trial.id);
        return { id, marked: marked.length, reads: [...reads] };
      }
    );

    app.post(
      '/api/admin/trials/:trial/corrections/foresee',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'What a correction would do to reads that have begun; nothing is changed',
          params: TrialParams,
          body: Type.Union([
            Type.Omit(ofExam, ['authority', 'reason']),
            Type.Omit(ofSeries, ['authority', 'reason']),
          ]),
          response: { 200: Type.Object({ reads: Type.Array(Affected) }), ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, deciding);
        const { body } = request;
        const series = 'series' in body ? body.series : null;
        const asked = { ...body, series, trialId: trial.id, accountId };
        return { reads: [...(await foreseeCorrection(deps.archive.arrival, asked))] };
      }
    );
  };
