import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { requirePassword } from '../accounts/require-password.js';
import { askDestruction, destructionsOf, refuseDestruction } from '../identity/destructions.js';
import { destroyIdentity } from '../identity/destroy-identity.js';
import { trialFor } from '../trials/roles.js';
import { staffOf } from './access.js';
import { Reason } from './account-routes.js';
import { Nullable, refusals, TrialParams } from './answer-schemas.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Text = Nullable(Type.String());
const Subject = Type.String({ minLength: 1, maxLength: 200 });

const Destroyed = Type.Object({
  identifiers: Type.Integer({ description: 'Places of the database that had an identifier.' }),
  images: Type.Integer({ description: 'Images of the archive, replaced by ones of the stand-in.' }),
  keptApart: Type.Integer({ description: 'Files that were kept apart as received.' }),
  texts: Type.Integer({ description: 'Texts that persons wrote about the subject.' }),
  mentions: Type.Integer({ description: 'Other texts in which it was named.' }),
  remaining: Type.Record(Type.String(), Type.Integer(), {
    description: 'Rows by table that name it still: what is signed is not changed.',
  }),
});
const Destructions = Type.Object({
  destructions: Type.Array(
    Type.Object({
      id: Type.String(),
      subject: Type.String({ description: 'What the subject is called now.' }),
      reason: Type.String(),
      askedBy: Type.String(),
      askedAt: Type.String(),
      state: Type.String({ description: 'asked, done, refused or withdrawn.' }),
      decidedBy: Text,
      decidedAt: Text,
      decisionReason: Text,
      destroyed: Nullable(Destroyed),
    })
  ),
});
const Id = Type.Object({ id: Type.String() });
const RowParams = Type.Composite([TrialParams, Type.Object({ id: RowId })]);

/** The identity of a subject is destroyed by two persons. */
export const identityDestructionRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/admin/trials/:trial/identity-destructions',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Identities of subjects that were destroyed, and that are to be',
          params: TrialParams,
          querystring: Type.Object({ subject: Type.Optional(Subject) }),
          response: { 200: Destructions, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const roles = ['admin', 'dataManager', 'auditor'] as const;
        const trial = await trialFor(deps.db, id, request.params.trial, roles);
        const subject = request.query.subject ?? null;
        return { destructions: await destructionsOf(deps, trial.id, subject) };
      }
    );

    app.post(
      '/api/admin/trials/:trial/identity-destructions',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Ask that the identity of a subject is destroyed; another person confirms it',
          params: TrialParams,
          body: Type.Object({ subject: Subject, reason: Reason }),
          response: { 200: Id, ...refusals },
        },
      },
      async request => {
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, ['admin', 'dataManager']);
        return askDestruction(deps, trial.id, id, request.body);
      }
    );

    app.post(
      '/api/admin/trials/:trial/identity-destructions/:id/confirm',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Confirm as the second person: the identity is destroyed, and never comes back',
          params: RowParams,
          body: Type.Object({ password: Type.String({ minLength: 1, maxLength: 1000 }) }),
          response: {
            200: Type.Object({
              subject: Type.String({ description: 'What the subject is called from now on.' }),
              destroyed: Destroyed,
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const by = staffOf(request);
        const trial = await trialFor(deps.db, by.id, request.params.trial, ['admin']);
        await requirePassword(deps, by, request.body.password);
        const { id } = request.params;
        return destroyIdentity(deps, { trialId: trial.id, by: by.id, id });
      }
    );

    app.post(
      '/api/admin/trials/:trial/identity-destructions/:id/refuse',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Refuse a destruction, or take back one that one asked for',
          params: RowParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Id, ...refusals },
        },
      },
      async request => {
        const by = staffOf(request);
        const trial = await trialFor(deps.db, by.id, request.params.trial, [
          ...(['admin', 'dataManager'] as const),
        ]);
        const { id } = request.params;
        return refuseDestruction(deps, trial.id, by.id, { id, ...request.body });
      }
    );
  };
