import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { calendarDay } from '../trials/calendar-day.js';
import { trialFor, type TrialHandle } from '../trials/roles.js';
import { assignByHand, moveRead, unassignedReads } from '../workflow/assign-by-hand.js';
import { candidatesFor } from '../workflow/candidates.js';
import { managedRead } from '../workflow/managed-read.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { replaceReader, replacementsOf } from '../workflow/replace-reader.js';
import { staffOf } from './access.js';
import { Reason, UserName } from './account-routes.js';
import { ReadParams, refusals, TrackCode, TrialParams } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

export const ManagedParams = Type.Composite([TrialParams, ReadParams]);

const Candidates = Type.Array(
  Type.Object({
    user: Type.String(),
    name: Type.String(),
    may: Type.Boolean(),
    openReads: Type.Integer(),
    givenReads: Type.Integer(),
    obstacles: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
  }),
  { description: 'Who may have it first, of them the least load by the charter.' }
);
const Given = Type.Object({ readId: Type.String(), user: Type.String() });

const Replaced = Type.Object({
  id: Type.String(),
  subject: Type.String(),
  slot: Type.String(),
  from: Type.String(),
  to: Type.String(),
  how: Type.String(),
  reason: Type.String(),
  authorisedBy: Type.String(),
  replacedBy: Type.String(),
  replacedAt: Type.String(),
});

/** Who reads what, where the data manager says so. */
export const assignmentRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const managed = (accountId: string, trial: string): Promise<TrialHandle> =>
      trialFor(deps.db, accountId, trial, ['admin', 'dataManager']);

    app.get(
      '/api/admin/trials/:trial/reads/unassigned',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Reads that are nobody's, with who may have them and why others may not",
          params: TrialParams,
          querystring: Type.Object({
            offset: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
            limit: Type.Optional(
              Type.String({
                pattern: '^([1-9]\\d?|1\\d\\d|200)$',
                description: '50 unless said otherwise; 200 at most.',
              })
            ),
          }),
          response: {
            200: Type.Object({
              total: Type.Integer(),
              reads: Type.Array(
                Type.Object({
                  readId: Type.String(),
                  subject: Type.String(),
                  timepoint: Type.String(),
                  slot: Type.String(),
                  state: Type.String(),
                  candidates: Candidates,
                })
              ),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        const { offset = '0', limit = '50' } = request.query;
        return unassignedReads(deps, trial.id, { offset: Number(offset), limit: Number(limit) });
      }
    );

    app.get(
      '/api/admin/trials/:trial/reads/:readId/candidates',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Who may have a read, and why others may not',
          params: ManagedParams,
          response: { 200: Type.Object({ candidates: Candidates }), ...refusals },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        const read = await managedRead(deps.db, trial.id, request.params.readId);
        const day = calendarDay(deps.now(), deps.zone);
        return { candidates: await candidatesFor(deps.db, read, day) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/reads/:readId/assign',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Give a read that is nobody's to a person",
          params: ManagedParams,
          body: Type.Object({ user: UserName, reason: Type.Optional(Reason) }),
          response: { 200: Given, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const { user, reason = null } = request.body;
        const asked = { readId: request.params.readId, user, reason };
        const given = await assignByHand(deps, trial.id, id, asked);
        releases.request(given.courseId);
        return given;
      }
    );

    app.post(
      '/api/admin/trials/:trial/reads/:readId/move',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Move a read that was not opened to another person',
          params: ManagedParams,
          body: Type.Object({ user: UserName, reason: Reason }),
          response: { 200: Given, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const asked = { readId: request.params.readId, ...request.body };
        const given = await moveRead(deps, trial.id, id, asked);
        releases.request(given.courseId);
        return given;
      }
    );

    app.get(
      '/api/admin/trials/:trial/replacements',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Readers who were replaced, the oldest first',
          params: TrialParams,
          response: { 200: Type.Object({ replacements: Type.Array(Replaced) }), ...refusals },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        return { replacements: await replacementsOf(deps.db, trial.id) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/replacements',
      {
        config: { access: 'staff' },
        schema: {
          summary: "Put another person in the place of a subject's reader in a slot",
          params: TrialParams,
          body: Type.Object({
            subject: Type.String({ minLength: 1, maxLength: 200 }),
            track: Type.Optional(TrackCode),
            slot: Type.String({ pattern: '^[A-Z][A-Z0-9]{0,7}$' }),
            user: UserName,
            how: Type.Union([Type.Literal('takeOver'), Type.Literal('continue')]),
            reason: Reason,
            authorisedBy: Type.String({
              ...{ minLength: 1, maxLength: 200, pattern: '\\S' },
              description: 'Who allowed it.',
            }),
          }),
          response: { 200: Type.Object({ id: Type.String() }), ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const replaced = await replaceReader(deps, trial.id, id, request.body);
        releases.request(replaced.courseId);
        return replaced;
      }
    );
  };
