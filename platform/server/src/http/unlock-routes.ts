import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { trialFor, type TrialHandle } from '../trials/roles.js';
import { managedRead } from '../workflow/managed-read.js';
import { readFor } from '../workflow/open-read.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { askUnlock, decideUnlock } from '../workflow/unlock-read.js';
import { unlocksOf } from '../workflow/unlock-views.js';
import { staffOf, sessionOf } from './access.js';
import { Reason } from './account-routes.js';
import { ReadParams, refusals, TrialParams } from './answer-schemas.js';
import { ManagedParams } from './assignment-routes.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Text = Type.Union([Type.String(), Type.Null()]);
const Asked = Type.Object({ id: Type.String(), state: Type.String() });
const Unlock = Type.Object({
  id: Type.String(),
  state: Type.String(),
  readId: Type.String(),
  version: Type.Integer(),
  subject: Type.String(),
  timepoint: Type.String(),
  slot: Type.String(),
  signedBy: Type.String(),
  reason: Type.String(),
  askedBy: Type.String(),
  askedAt: Type.String(),
  decidedBy: Text,
  decidedAt: Text,
  decisionReason: Text,
  dependents: Type.Array(
    Type.Object({ kind: Type.String(), what: Type.String(), state: Text, then: Text }),
    { description: 'What stands on the read, and the act that an approval does to it.' }
  ),
});
/** Signed reads that are opened again. */
export const unlockRoutes =
  (deps: ServerDeps, releases: ReleaseQueue): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const managed = (accountId: string, trial: string): Promise<TrialHandle> =>
      trialFor(deps.db, accountId, trial, ['admin', 'dataManager']);

    app.post(
      '/api/reads/:readId/unlock',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Ask for an own signed read to be opened again; a data manager decides',
          params: ReadParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Asked, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const read = await readFor(deps.db, account.id, request.params.readId);
        return askUnlock(deps, read, account.id, request.body.reason);
      }
    );

    app.post(
      '/api/admin/trials/:trial/reads/:readId/unlock',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Ask for a signed read to be opened again; a second person decides',
          params: ManagedParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Asked, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await managed(id, request.params.trial);
        const read = await managedRead(deps.db, trial.id, request.params.readId);
        return askUnlock(deps, read, id, request.body.reason);
      }
    );

    app.get(
      '/api/admin/trials/:trial/unlocks',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Wishes to open signed reads again, the oldest first',
          params: TrialParams,
          querystring: Type.Object({
            state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])),
          }),
          response: { 200: Type.Object({ unlocks: Type.Array(Unlock) }), ...refusals },
        },
      },
      async request => {
        const trial = await managed(staffOf(request).id, request.params.trial);
        return {
          unlocks: await unlocksOf(deps.db, trial.id, { all: request.query.state === 'all' }),
        };
      }
    );

    app.post(
      '/api/admin/trials/:trial/unlocks/:id/decide',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Open a signed read again as a second person, or refuse; with the password',
          params: Type.Composite([TrialParams, Type.Object({ id: RowId })]),
          body: Type.Object({
            decision: Type.Union([Type.Literal('approve'), Type.Literal('refuse')]),
            reason: Reason,
            password: Type.String({ minLength: 1, maxLength: 1000 }),
          }),
          response: {
            200: Type.Object({ id: Type.String(), state: Type.String(), newReadId: Text }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const trial = await managed(account.id, request.params.trial);
        const { id } = request.params;
        const decided = await decideUnlock(deps, trial.id, account, id, request.body);
        releases.request(decided.courseId);
        return decided;
      }
    );
  };
