import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { apiTokensOf, giveApiToken, revokeApiToken } from '../accounts/api-tokens.js';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { staffOf, sessionOf } from './access.js';
import { UserName } from './account-routes.js';
import { refusals } from './answer-schemas.js';
import { RowId } from './qualification-routes.js';
import type { ServerDeps } from './server-deps.js';

const Text = Type.Union([Type.String(), Type.Null()]);
const Tokens = Type.Object({
  tokens: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      createdAt: Type.String(),
      createdBy: Text,
      lastUsedAt: Text,
      revokedAt: Text,
    })
  ),
});
const Given = Type.Object({
  id: Type.String(),
  token: Type.String({ description: 'Said this once, and kept as a hash alone.' }),
});
const Revoked = Type.Object({ id: Type.String() });
const Name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '\\S',
  description: 'What it is for.',
});
const UserParams = Type.Object({ user: UserName });
const IdParams = Type.Object({ id: RowId });

/** API tokens: one's own in a session, and everybody's for administrators. */
export const apiTokenRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/tokens',
      {
        config: { access: 'session', anyHat: true },
        schema: { summary: 'Own API tokens', response: { 200: Tokens, ...refusals } },
      },
      async request => ({
        tokens: await apiTokensOf(deps.db, sessionOf(request).account.userName),
      })
    );

    app.post(
      '/api/tokens',
      {
        config: { access: 'session', anyHat: true },
        schema: {
          summary: 'Make an API token for oneself; it lives on when the session ends',
          body: Type.Object({
            name: Name,
            password: Type.String({ minLength: 1, maxLength: 1000 }),
          }),
          response: { 200: Given, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        await requirePassword(deps, account, request.body.password);
        return giveApiToken(deps, account.id, {
          ...{ user: account.userName, name: request.body.name },
        });
      }
    );

    app.post(
      '/api/tokens/:id/revoke',
      {
        config: { access: 'session', anyHat: true },
        schema: {
          summary: 'Revoke an own API token',
          params: IdParams,
          response: { 200: Revoked, ...refusals },
        },
      },
      request => {
        const { account } = sessionOf(request);
        return revokeApiToken(deps, account.id, {
          ...{ user: account.userName, id: request.params.id },
        });
      }
    );

    await app.register(ofEverybody(deps));
  };

const ofEverybody =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('preValidation', request => requireAdministrator(deps.db, staffOf(request).id));

    app.get(
      '/api/admin/accounts/:user/tokens',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'API tokens that an account has or had',
          params: UserParams,
          response: { 200: Tokens, ...refusals },
        },
      },
      async request => ({ tokens: await apiTokensOf(deps.db, request.params.user) })
    );

    app.post(
      '/api/admin/accounts/:user/tokens',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Give a person an API token',
          params: UserParams,
          body: Type.Object({ name: Name }),
          response: { 200: Given, ...refusals },
        },
      },
      request =>
        giveApiToken(deps, staffOf(request).id, {
          ...{ user: request.params.user, name: request.body.name },
        })
    );

    app.post(
      '/api/admin/accounts/:user/tokens/:id/revoke',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Revoke an API token of a person',
          params: Type.Composite([UserParams, IdParams]),
          response: { 200: Revoked, ...refusals },
        },
      },
      request => revokeApiToken(deps, staffOf(request).id, request.params)
    );
  };
