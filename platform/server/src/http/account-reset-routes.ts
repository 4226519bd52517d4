import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { accountResets, askReset, confirmReset, refuseReset } from '../accounts/account-resets.js';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { staffOf } from './access.js';
import { Reason, UserName } from './account-routes.js';
import { Nullable, refusals } from './answer-schemas.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Text = Nullable(Type.String());

const Resets = Type.Object({
  resets: Type.Array(
    Type.Object({
      id: Type.String(),
      user: Type.String(),
      secondFactor: Type.Boolean({ description: 'The second factor is taken away as well.' }),
      reason: Type.String(),
      askedBy: Text,
      operator: Text,
      askedAt: Type.String(),
      state: Type.String({
        description: 'asked, done, refused, withdrawn, or tooOld to be confirmed.',
      }),
      decidedBy: Text,
      decidedAt: Text,
      decisionReason: Text,
    })
  ),
});
const Id = Type.Object({ id: Type.String() });
const IdParams = Type.Object({ id: RowId });

/** Persons who lost password or second factor are let in anew, by two administrators. */
export const accountResetRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.addHook('preValidation', request => requireAdministrator(deps.db, staffOf(request).id));

    app.post(
      '/api/admin/accounts/:user/reset',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Ask that a person who lost password or second factor is let in anew',
          params: Type.Object({ user: UserName }),
          body: Type.Object({
            secondFactor: Type.Boolean({ description: 'Take the second factor away as well.' }),
            reason: Reason,
          }),
          response: { 200: Id, ...refusals },
        },
      },
      request => askReset(deps, staffOf(request).id, { ...request.params, ...request.body })
    );

    app.get(
      '/api/admin/account-resets',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Resets that wait for a second administrator, and those decided',
          response: { 200: Resets, ...refusals },
        },
      },
      async () => ({ resets: await accountResets(deps) })
    );

    app.post(
      '/api/admin/account-resets/:id/confirm',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Confirm a reset: a one-time password; sessions and API tokens end',
          params: IdParams,
          body: Type.Object({ password: Type.String({ minLength: 1, maxLength: 1000 }) }),
          response: {
            200: Type.Object({
              user: Type.String(),
              oneTimePassword: Type.String({
                description: 'Said this once, and kept as a hash alone.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async request => {
        const by = staffOf(request);
        await requirePassword(deps, by, request.body.password);
        return confirmReset(deps, by.id, request.params.id);
      }
    );

    app.post(
      '/api/admin/account-resets/:id/refuse',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Refuse a reset, or take back one that one asked for',
          params: IdParams,
          body: Type.Object({ reason: Reason }),
          response: { 200: Id, ...refusals },
        },
      },
      request => refuseReset(deps, staffOf(request).id, { ...request.params, ...request.body })
    );
  };
