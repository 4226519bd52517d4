import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { trialFor, type TrialHandle } from '../trials/roles.js';
import { letDecisionStand } from '../workflow/adjudication-impacts.js';
import { managedAdjudication } from '../workflow/managed-adjudication.js';
import { managedRead } from '../workflow/managed-read.js';
import { adjudicationFor } from '../workflow/open-adjudication.js';
import { readFor } from '../workflow/open-read.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { askOwnUnlock, askUnlock, decideUnlock } from '../workflow/unlock-read.js';
import { unlocksOf } from '../workflow/unlock-views.js';
import { staffOf, sessionOf } from './access.js';
import { Reason } from './account-routes.js';
import { AdjudicationParams } from './adjudication-schemas.js';
import { ReadParams, refusals, TrialParams } from './answer-schemas.js';
import { ManagedParams } from './assignment-routes.js';
import { RowId } from './qualification-routes.js';
import { NotIdentity } from './identity-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Text = Type.Union([Type.String(), Type.Null()]);
const Asked = Type.Object({ id: Type.String(), state: Type.String() });
const Unlock = Type.Object({
  id: Type.String(),
  state: Type.String(),
  task: Type.Union([Type.Literal('read'), Type.Literal('adjudication')]),
  readId: Type.String({ description: "The read's or the adjudication's." }),
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
const asRead = ({ id, trialId }: { id: string; trialId: string }) =>
  ({ task: 'read', id, trialId }) as const;
const asDecision = ({ id, trialId }: { id: string; trialId: string }) =>
  ({ task: 'adjudication', id, trialId }) as const;

/** Signed reads and decisions that are opened again, and decisions that stand. */
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
          body: Type.Object({ reason: Reason, notIdentity: NotIdentity }),
          response: { 200: Asked, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const read = await readFor(deps.db, account.id, request.params.readId);
        return askOwnUnlock(deps, asRead(read), account.id, request.body);
      }
    );

    app.post(
      '/api/adjudications/:adjudicationId/unlock',
      {
        config: { access: 'session' },
        schema: {
          summary: 'Ask for an own signed decision to be opened again; a data manager decides',
          params: AdjudicationParams,
          body: Type.Object({ reason: Reason, notIdentity: NotIdentity }),
          response: { 200: Asked, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        const one = await adjudicationFor(deps.db, account.id, request.params.adjudicationId);
        return askOwnUnlock(deps, asDecision(one), account.id, request.body);
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
        return askUnlock(deps, asRead(read), id, request.body.reason);
      }
    );

    app.post(
      '/api/admin/trials/:trial/adjudications/:adjudicationId/unlock',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Ask for a signed decision to be opened again; a second person decides',
          params: Type.Composite([TrialParams, AdjudicationParams]),
          body: Type.Object({ reason: Reason }),
          response: { 200: Asked, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const { trial: code, adjudicationId } = request.params;
        const trial = await managed(id, code);
        const one = await managedAdjudication(deps.db, trial.id, adjudicationId);
        return askUnlock(deps, asDecision(one), id, request.body.reason);
      }
    );

    app.post(
      '/api/admin/trials/:trial/adjudications/:adjudicationId/let-stand',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Let a signed decision stand though a read of it was marked; with the password',
          params: Type.Composite([TrialParams, AdjudicationParams]),
          body: Type.Object({
            reason: Reason,
            password: Type.String({ minLength: 1, maxLength: 1000 }),
          }),
          response: {
            200: Type.Object({ state: Type.String(), contentHash: Type.String() }),
            ...refusals,
          },
        },
      },
      async request => {
        const account = staffOf(request);
        const { trial: code, adjudicationId } = request.params;
        const trial = await managed(account.id, code);
        const one = await managedAdjudication(deps.db, trial.id, adjudicationId);
        const stands = await letDecisionStand(deps, one, account, request.body);
        releases.request(one.courseId);
        return stands;
      }
    );

    app.get(
      '/api/admin/trials/:trial/unlocks',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Wishes to open signed reads and decisions again, the oldest first',
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
          summary: 'Open what was signed again as a second person, or refuse; with the password',
          params: Type.Composite([TrialParams, Type.Object({ id: RowId })]),
          body: Type.Object({
            decision: Type.Union([Type.Literal('approve'), Type.Literal('refuse')]),
            reason: Reason,
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            adjudicator: Type.Optional(
              Type.Union([Type.Literal('same'), Type.Literal('another')], {
                description:
                  'Who decides anew where a decision is opened again; the same one if not said.',
              })
            ),
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
