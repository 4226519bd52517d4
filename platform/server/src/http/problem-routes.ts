import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerProblem, raisedProblems } from '../workflow/answer-problem.js';
import { adjudicationFor } from '../workflow/open-adjudication.js';
import { readFor } from '../workflow/open-read.js';
import {
  caseProblems,
  decisions,
  openDecision,
  openRead,
  problemKinds,
  raiseProblem,
} from '../workflow/problems.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { requestUnassigned } from '../workflow/unassigned.js';
import { staffOf, sessionOf } from './access.js';
import { AdjudicationParams } from './adjudication-schemas.js';
import { ReadParams, refusals } from './answer-schemas.js';
import { NotIdentity } from './identity-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Kind = Type.Union(problemKinds.map(kind => Type.Literal(kind)));
const Decided = Type.Union(decisions.map(decision => Type.Literal(decision)));
const FreeText = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });

const Flagged = Type.Object({
  kind: Kind,
  text: FreeText,
  requestId: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9_.-]+$' }),
  notIdentity: NotIdentity,
});

const ProblemsOfCase = Type.Object({
  state: Type.String(),
  suspended: Type.Boolean(),
  problems: Type.Array(
    Type.Object({
      problemId: Type.String(),
      kind: Kind,
      text: Type.String(),
      raisedAt: Type.String(),
      decision: Type.Union([Decided, Type.Null()]),
      answers: Type.Array(
        Type.Object({ text: Type.String(), decision: Decided, at: Type.String() })
      ),
    })
  ),
});

/** Problems that readers flag, and the answers to them. */
export const problemRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/reads/:readId/problems',
      {
        // Asked now and then by a page that waits for an answer: that is no act of its person.
        config: { access: 'session', touch: 'look' },
        schema: {
          summary: "What the read's reader flagged, and the answers",
          params: ReadParams,
          response: { 200: ProblemsOfCase, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const read = await readFor(deps.db, account.id, request.params.readId);
        return copied(await caseProblems(deps.db, openRead(read), account.id));
      }
    );

    app.post(
      '/api/reads/:readId/problems',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Flag a problem: an unsigned read goes on hold, its draft kept',
          params: ReadParams,
          body: Flagged,
          response: { 200: ProblemsOfCase, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const read = await readFor(deps.db, account.id, request.params.readId);
        return copied(await raiseProblem(deps, openRead(read), account.id, request.body));
      }
    );

    app.get(
      '/api/adjudications/:adjudicationId/problems',
      {
        config: { access: 'session', touch: 'look' },
        schema: {
          summary: 'What the adjudicator flagged, and the answers',
          params: AdjudicationParams,
          response: { 200: ProblemsOfCase, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        return copied(await caseProblems(deps.db, openDecision(one), account.id));
      }
    );

    app.post(
      '/api/adjudications/:adjudicationId/problems',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Flag a problem: an unsigned adjudication goes on hold, its draft kept',
          params: AdjudicationParams,
          body: Flagged,
          response: { 200: ProblemsOfCase, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        return copied(await raiseProblem(deps, openDecision(one), account.id, request.body));
      }
    );

    app.get(
      '/api/admin/problems',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Problems to answer, the oldest first',
          querystring: Type.Object({
            trial: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
            subject: Type.Optional(
              Type.String({ ...{ minLength: 1, maxLength: 200 }, description: 'Its identifier.' })
            ),
            state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])),
          }),
          response: {
            200: Type.Object({
              problems: Type.Array(
                Type.Object({
                  id: Type.String(),
                  task: Type.Union([Type.Literal('read'), Type.Literal('adjudication')]),
                  readId: Type.String({ description: "The read's or the adjudication's." }),
                  trial: Type.String(),
                  subject: Type.String(),
                  subjectCode: Type.String(),
                  timepoint: Type.String(),
                  slot: Type.String(),
                  readState: Type.String(),
                  kind: Kind,
                  text: Type.String(),
                  raisedBy: Type.String(),
                  raisedAt: Type.String(),
                  decision: Type.Union([Decided, Type.Null()]),
                  answers: Type.Integer(),
                  thread: Type.Array(
                    Type.Object({
                      text: Type.String(),
                      decision: Decided,
                      by: Type.String(),
                      at: Type.String(),
                    }),
                    { description: 'The answers, the oldest first.' }
                  ),
                })
              ),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const problems = await raisedProblems(deps.db, staffOf(request).id, {
          trial: request.query.trial ?? null,
          subject: request.query.subject ?? null,
          all: request.query.state === 'all',
        });
        return { problems: problems.map(problem => ({ ...problem, thread: [...problem.thread] })) };
      }
    );

    app.post(
      '/api/admin/problems/:problemId/answer',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Answer a problem: resume the case, hold it on, or exclude its reader',
          params: Type.Object({
            problemId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
          }),
          body: Type.Object({ text: FreeText, decision: Decided, notIdentity: NotIdentity }),
          response: {
            200: Type.Object({ id: Type.String(), decision: Decided, readState: Type.String() }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const answered = await answerProblem(deps, account, request.params.problemId, request.body);
        // Whoever was suspended may be given the subject's reads again.
        if (request.body.decision === 'resume') await requestUnassigned(deps.db, null, releases);
        const { id, decision, readState, courseId } = answered;
        if (courseId !== null) releases.request(courseId);
        return { id, decision, readState };
      }
    );
  };

/** The answer's type is mutable, the workflow's is not. */
const copied = (view: Awaited<ReturnType<typeof caseProblems>>) => ({
  ...view,
  problems: view.problems.map(problem => ({ ...problem, answers: [...problem.answers] })),
});
