import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { openCoursesOf } from '../qc/decide-exam.js';
import { giveUpQuery, sayToQuery, type QueryAct } from '../queries/answer-query.js';
import { askQuery } from '../queries/ask-query.js';
import { queriesOf, queryView, sitesOfQueries } from '../queries/query-list.js';
import { calendarDay } from '../trials/calendar-day.js';
import { trialFor, type Role } from '../trials/roles.js';
import { statesOf } from '../workflow/machines/machine.js';
import { queryMachine } from '../workflow/machines/query.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { staffOf } from './access.js';
import { refusals, TrialParams } from './answer-schemas.js';
import { FreeText, Id, Nullable, PageQuery, pageOf } from './page-schemas.js';
import type { ServerDeps } from './server-deps.js';

const asking: readonly Role[] = ['qcTechnologist', 'dataManager'];
const looking: readonly Role[] = [...asking, 'admin', 'auditor', 'siteCoordinator'];

const QueryParams = Type.Intersect([TrialParams, Type.Object({ query: Id })]);
const State = Type.Union(statesOf(queryMachine).map(state => Type.Literal(state)));
/** Somebody has to act still. */
const unsettled = ['open', 'answered', 'reopened'] as const;
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Done = Type.Object({ id: Type.String(), state: State });

const fields = {
  id: Type.String(),
  state: State,
  site: Type.String(),
  subject: Type.String(),
  exam: Nullable(Type.String()),
  timepoints: Type.Array(Type.String()),
  series: Nullable(Type.String()),
  seriesModality: Nullable(Type.String()),
  seriesRole: Nullable(Type.String()),
  rule: Nullable(Type.String()),
  text: Type.String(),
  dueDate: Type.String(),
  overdue: Type.Boolean(),
  askedAt: Type.String(),
  saidAt: Type.String({ description: 'When the last thing was said in it.' }),
};

const QueryAnswer = Type.Object({
  ...fields,
  thread: Type.Array(
    Type.Object({
      act: Type.String(),
      text: Type.String(),
      by: Nullable(Type.String()),
      at: Type.String(),
    })
  ),
});

/** Queries to sites. */
export const queryRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const root = '/api/admin/trials/:trial/queries';
    const config = { access: 'staff' } as const;
    const today = () => calendarDay(deps.now(), deps.zone);

    app.get(
      root,
      {
        config,
        schema: {
          summary:
            'Queries in the order they were asked; a site coordinator sees those of their sites',
          params: TrialParams,
          querystring: Type.Object({
            state: Type.Optional(Type.Union([State, Type.Literal('unsettled')])),
            overdue: Type.Optional(Type.Literal('true')),
            site: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
            subject: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
            text: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 100,
                description: 'Letters of the subject identifier.',
              })
            ),
            exam: Type.Optional(Id),
            ...PageQuery,
          }),
          response: {
            200: Type.Object({
              queries: Type.Array(Type.Object(fields)),
              sites: Type.Array(Type.String(), {
                description: 'Of all queries that the person may see.',
              }),
              next: Nullable(Type.String()),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, looking);
        const { state, overdue, site = null, subject = null, ...more } = request.query;
        const { text = null, exam = null } = more;
        const who = { trialId: trial.id, accountId, today: today() };
        const found = await queriesOf(deps.db, who, {
          ...{ site, subject, text, exam, ...pageOf(request.query) },
          states: state === undefined ? [] : state === 'unsettled' ? unsettled : [state],
          overdue: overdue === 'true',
        });
        return {
          queries: found.queries.map(query => ({ ...query, timepoints: [...query.timepoints] })),
          sites: await sitesOfQueries(deps.db, who),
          next: found.next,
        };
      }
    );

    app.post(
      root,
      {
        config,
        schema: {
          summary: 'Ask the site about an exam, a series of it, or a subject',
          params: TrialParams,
          body: Type.Object({
            subject: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
            exam: Type.Optional(Id),
            series: Type.Optional(Id),
            rule: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
            text: FreeText,
            dueDate: Day,
          }),
          response: { 200: Type.Object({ id: Type.String() }), ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await trialFor(deps.db, account.id, request.params.trial, asking);
        const { subject = null, exam = null, series = null, rule = null, ...rest } = request.body;
        return askQuery(deps, trial, account, { subject, exam, series, rule, ...rest });
      }
    );

    app.get(
      `${root}/:query`,
      {
        config,
        schema: {
          summary: 'A query with its thread',
          params: QueryParams,
          response: { 200: QueryAnswer, ...refusals },
        },
      },
      async request => {
        const { id: accountId } = staffOf(request);
        const trial = await trialFor(deps.db, accountId, request.params.trial, looking);
        const who = { trialId: trial.id, accountId, today: today() };
        const { thread, ...query } = await queryView(deps.db, who, request.params.query);
        return { ...query, timepoints: [...query.timepoints], thread: [...thread] };
      }
    );

    /** One act of the thread, by those who may see the query; the machine says who may do it. */
    const acting = (act: QueryAct, summary: string, may: readonly Role[]): void => {
      app.post(
        `${root}/:query/${act}`,
        {
          config,
          schema: {
            summary,
            params: QueryParams,
            body: Type.Object({ text: Type.Optional(FreeText), dueDate: Type.Optional(Day) }),
            response: { 200: Done, ...refusals },
          },
        },
        async request => {
          const account = staffOf(request);
          const trial = await trialFor(deps.db, account.id, request.params.trial, may);
          const { text = null, dueDate = null } = request.body;
          return sayToQuery(deps, trial, request.params.query, account, { act, text, dueDate });
        }
      );
    };
    acting('answer', 'Answer as a coordinator of its site', ['siteCoordinator']);
    acting('close', 'The answer settles it', asking);
    acting('cancel', 'It is settled without the site, or was asked by mistake', asking);
    acting(
      'reopen',
      'The answer does not settle it: the site has to answer again, by a new day',
      asking
    );

    app.post(
      `${root}/:query/not-resupplied`,
      {
        config,
        schema: {
          summary: 'The site will not send it again: the query and its exam end',
          params: QueryParams,
          body: Type.Object({ reason: FreeText }),
          response: { 200: Done, ...refusals },
        },
      },
      async request => {
        const account = staffOf(request);
        const { trial: code, query } = request.params;
        const trial = await trialFor(deps.db, account.id, code, ['dataManager']);
        const done = await giveUpQuery(deps, trial, query, account, request.body.reason);
        for (const course of await openCoursesOf(deps.db, done.subjectId)) releases.request(course);
        return { id: done.id, state: done.state };
      }
    );
  };
