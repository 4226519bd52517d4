import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { claimExam } from '../qc/claim-exam.js';
import { decideExam, examActs, openCoursesOf } from '../qc/decide-exam.js';
import { acquisitionsOf } from '../qc/acquisitions-of-exam.js';
import { examsOf, examView } from '../qc/exam-list.js';
import { judgeSeries } from '../qc/judge-series.js';
import { returnedReads } from '../qc/reads-in-qc.js';
import { siteCodes } from '../trials/site-codes.js';
import { trialFor, type Role } from '../trials/roles.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { FreeText, Id, Nullable, PageQuery, pageOf } from './page-schemas.js';
import {
  Acquisitions,
  Deviation,
  ExamAnswer,
  examFields,
  ExamParams,
  ExamState,
  Purpose,
  ReturnedRead,
} from './qc-schemas.js';
import type { ServerDeps } from './server-deps.js';

const checking: readonly Role[] = ['qcTechnologist', 'dataManager'];
const looking: readonly Role[] = [...checking, 'admin', 'auditor'];

/** QC of exams. */
export const qcRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const root = '/api/admin/trials/:trial/exams';
    const config = { access: 'staff' } as const;

    app.get(
      root,
      {
        config,
        schema: {
          summary: 'Exams of a trial in the order they arrived, a page of them',
          params: TrialParams,
          querystring: Type.Object({
            state: Type.Optional(Type.Union([ExamState, Type.Literal('waiting')])),
            site: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
            subject: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
            text: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 100,
                description: 'Letters of the subject identifier.',
              })
            ),
            ...PageQuery,
          }),
          response: {
            200: Type.Object({
              exams: Type.Array(Type.Object(examFields)),
              sites: Type.Array(Type.String(), { description: 'All of the trial.' }),
              next: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        const { state, site = null, subject = null, text = null } = request.query;
        const states =
          state === 'waiting' ? (['matched', 'inQc'] as const) : state === undefined ? [] : [state];
        const page = pageOf(request.query);
        const found = await examsOf(deps.db, trial.id, {
          ...{ states, site, subject, text, ...page },
        });
        const exams = found.exams.map(exam => ({
          ...exam,
          timepoints: [...exam.timepoints],
          reasons: [...exam.reasons],
        }));
        return { exams, sites: await siteCodes(deps.db, trial.id), next: found.next };
      }
    );

    app.get(
      `${root}/:exam`,
      {
        config,
        schema: {
          summary: 'An exam with its series and what was decided of it',
          params: ExamParams,
          response: { 200: ExamAnswer, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        return structuredClone(
          await examView(deps.db, trial.id, request.params.exam)
        ) as unknown as typeof ExamAnswer.static;
      }
    );

    app.get(
      `${root}/:exam/acquisition`,
      {
        config,
        schema: {
          summary: 'How the series of an exam were acquired, as their images in the archive say',
          params: ExamParams,
          response: { 200: Acquisitions, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        return { series: await acquisitionsOf(deps, trial.id, request.params.exam) };
      }
    );

    app.get(
      '/api/admin/trials/:trial/reads/returned',
      {
        config,
        schema: {
          summary: 'Reads that are back in QC, a page of them',
          params: TrialParams,
          querystring: Type.Object(PageQuery),
          response: {
            200: Type.Object({
              reads: Type.Array(ReturnedRead),
              next: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        return returnedReads(deps.db, trial.id, pageOf(request.query));
      }
    );

    app.post(
      `${root}/:exam/claim`,
      {
        config,
        schema: {
          summary: 'Take the check of an exam; what somebody else has taken, with a reason',
          params: ExamParams,
          body: Type.Object({ takeOver: Type.Optional(FreeText) }),
          response: { 200: Type.Object({ id: Type.String(), state: ExamState }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, checking);
        const takeOver = request.body.takeOver ?? null;
        return claimExam(deps, trial, request.params.exam, account, takeOver);
      }
    );

    app.post(
      `${root}/:exam/series`,
      {
        config,
        schema: {
          summary: 'Confirm or change the roles of series, and what they can be used for',
          params: ExamParams,
          body: Type.Object({
            series: Type.Array(
              Type.Object({
                series: Id,
                role: Nullable(Type.String({ minLength: 1, maxLength: 32 })),
                usable: Type.Array(Purpose, { minItems: 1, maxItems: 50 }),
              }),
              { minItems: 1, maxItems: 500 }
            ),
          }),
          response: { 200: ExamAnswer, ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, checking);
        const { exam } = request.params;
        await judgeSeries(deps, trial, exam, account, request.body.series);
        return structuredClone(
          await examView(deps.db, trial.id, exam)
        ) as unknown as typeof ExamAnswer.static;
      }
    );

    app.post(
      `${root}/:exam/decide`,
      {
        config,
        schema: {
          summary: 'Pass, pass with deviation, refuse, withdraw, supersede, or look at it again',
          params: ExamParams,
          body: Type.Object({
            act: Type.Union(examActs.map(act => Type.Literal(act))),
            reason: Type.Optional(FreeText),
            deviations: Type.Optional(Type.Array(Deviation, { maxItems: 500 })),
          }),
          response: { 200: Type.Object({ id: Type.String(), state: ExamState }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, checking);
        const { act, reason = null, deviations = [] } = request.body;
        const decided = await decideExam(deps, trial, request.params.exam, account, {
          ...{ act, reason, deviations },
        });
        for (const course of await openCoursesOf(deps.db, decided.subjectId)) {
          releases.request(course);
        }
        return { id: decided.id, state: decided.state };
      }
    );
  };
