import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { matrixPage } from '../progress/matrix.js';
import { subjectSheet } from '../progress/subject-sheet.js';
import { progressSummary } from '../progress/summary.js';
import { rolesIn, trialFor, type Role, type TrialHandle } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { UserName } from './account-routes.js';
import { refusals, TrackAsked, TrackCode, TrialParams } from './answer-schemas.js';
import { notFound } from './coded-error.js';
import {
  MatrixPageSchema,
  Standing,
  SubjectSheetSchema,
  SummarySchema,
} from './progress-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Identifier = Type.String({ minLength: 1, maxLength: 200 });
const Flag = Type.Literal('true');

const looking: readonly Role[] = ['admin', 'dataManager', 'auditor'];
/** Who reads must not learn from a colleague's progress, with whatever other role. */
const reading: readonly Role[] = ['reader', 'adjudicator'];

const pageSize = { usual: 50, most: 200 };

/** How far the reading of a trial is, what is late, and what is stuck and why. */
export const progressRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    const { db, now, zone } = deps;
    const progress = { db, now, zone, releases };
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    /** @throws CodedError 404 CL_NOT_FOUND, also for people who read in the trial. */
    const seen = async (
      accountId: string,
      trial: string,
      may: readonly Role[]
    ): Promise<{ readonly trial: TrialHandle; readonly roles: readonly Role[] }> => {
      const found = await trialFor(db, accountId, trial, may);
      const roles = await rolesIn(db, found.id, accountId);
      if (roles.some(role => reading.includes(role))) throw notFound();
      return { trial: found, roles };
    };

    app.get(
      '/api/admin/trials/:trial/progress',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'A page of the progress matrix: subjects by timepoints',
          params: TrialParams,
          querystring: Type.Object({
            track: Type.Optional(TrackCode),
            after: Type.Optional(Identifier),
            limit: Type.Optional(
              Type.String({
                pattern: '^[1-9][0-9]{0,2}$',
                description: `Rows of a page: ${pageSize.usual}, at most ${pageSize.most}.`,
              })
            ),
            site: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
            reader: Type.Optional(UserName),
            state: Type.Optional(Standing),
            late: Type.Optional(Flag),
            stuck: Type.Optional(Flag),
            text: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
          }),
          response: { 200: MatrixPageSchema, ...refusals },
        },
      },
      async request => {
        const { trial } = await seen(staffOf(request).id, request.params.trial, looking);
        const { after = null, limit, track, late, stuck, ...filter } = request.query;
        return matrixPage(
          progress,
          trial.id,
          { ...filter, late: late !== undefined, stuck: stuck !== undefined },
          {
            ...{ after, limit: Math.min(Number(limit ?? pageSize.usual), pageSize.most) },
            ...(track === undefined ? {} : { track }),
          }
        );
      }
    );

    app.get(
      '/api/admin/trials/:trial/progress/summary',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'How many slots stand how, by site, timepoint and reader',
          params: TrialParams,
          querystring: TrackAsked,
          response: { 200: SummarySchema, ...refusals },
        },
      },
      async request => {
        const { trial, roles } = await seen(staffOf(request).id, request.params.trial, [
          ...looking,
          'sponsor',
        ]);
        const { readers, ...counts } = await progressSummary(
          progress,
          trial.id,
          request.query.track
        );
        return roles.some(role => looking.includes(role)) ? { ...counts, readers } : counts;
      }
    );

    app.get(
      '/api/admin/trials/:trial/progress/subjects/:subject',
      {
        config: { access: 'staff' },
        schema: {
          summary: "One subject's progress: since when, whose, why not further, and what was done",
          params: Type.Composite([TrialParams, Type.Object({ subject: Identifier })]),
          querystring: TrackAsked,
          response: { 200: SubjectSheetSchema, ...refusals },
        },
      },
      async request => {
        const { trial } = await seen(staffOf(request).id, request.params.trial, looking);
        const { track } = request.query;
        const asked = {
          identifier: request.params.subject,
          ...(track === undefined ? {} : { track }),
        };
        return subjectSheet(progress, trial.id, asked);
      }
    );
  };
