import { ImageProblemSchema } from '@corelab/reads';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { claimExam } from '../qc/claim-exam.js';
import { decideExam, examActs, openCoursesOf } from '../qc/decide-exam.js';
import { examsOf, examView } from '../qc/exam-list.js';
import { usabilities } from '../qc/exam-rows.js';
import { judgeSeries } from '../qc/judge-series.js';
import { trialFor, type Role } from '../trials/roles.js';
import { examMachine } from '../workflow/machines/exam.js';
import { statesOf } from '../workflow/machines/machine.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { FreeText, Id, Nullable, PageQuery, pageOf } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const checking: readonly Role[] = ['qcTechnologist', 'dataManager'];
const looking: readonly Role[] = [...checking, 'admin', 'auditor'];

const ExamParams = Type.Intersect([TrialParams, Type.Object({ exam: Id })]);
const ExamState = Type.Union(statesOf(examMachine).map(state => Type.Literal(state)));
const Usability = Type.Union(usabilities.map(word => Type.Literal(word)));
const Purpose = Type.Object({
  purpose: Type.String({
    minLength: 1,
    maxLength: 100,
    description: '`read`, or the id of a criterion or instrument.',
  }),
  usable: Usability,
  reason: Nullable(Type.String({ maxLength: 1000 })),
});

const examFields = {
  id: Type.String(),
  state: ExamState,
  version: Type.Integer(),
  subject: Type.String(),
  site: Nullable(Type.String()),
  timepoints: Type.Array(Type.String()),
  date: Nullable(Type.String()),
  claimedBy: Nullable(Type.String()),
  series: Type.Integer(),
  withoutRole: Type.Integer(),
  withProblem: Type.Integer(),
  openQueries: Type.Integer(),
};

const Deviation = Type.Object({
  series: Id,
  purpose: Type.String({ minLength: 1, maxLength: 100 }),
  text: FreeText,
});

const ExamAnswer = Type.Object({
  ...examFields,
  seriesList: Type.Array(
    Type.Object({
      id: Type.String(),
      seriesUid: Type.String(),
      modality: Type.String(),
      role: Nullable(Type.String()),
      usable: Type.Object({
        read: Usability,
        reason: Nullable(Type.String()),
        purposes: Type.Optional(Type.Array(Purpose)),
      }),
      problems: Type.Array(ImageProblemSchema),
      judged: Type.Boolean({ description: 'By a person, of the images it has now.' }),
    })
  ),
  decisions: Type.Array(
    Type.Object({
      act: Type.String(),
      by: Nullable(Type.String()),
      at: Type.String(),
      reason: Nullable(Type.String()),
      deviations: Type.Array(Deviation),
    })
  ),
});

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
            ...PageQuery,
          }),
          response: {
            200: Type.Object({
              exams: Type.Array(Type.Object(examFields)),
              next: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, looking);
        const { state, site = null, subject = null } = request.query;
        const states =
          state === 'waiting' ? (['matched', 'inQc'] as const) : state === undefined ? [] : [state];
        const page = pageOf(request.query);
        const found = await examsOf(deps.db, trial.id, { states, site, subject, ...page });
        const exams = found.exams.map(exam => ({ ...exam, timepoints: [...exam.timepoints] }));
        return { exams, next: found.next };
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
