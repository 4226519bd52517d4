import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { setAdministrator } from '../accounts/administrator-right.js';
import {
  accounts,
  createAccount,
  requireAdministrator,
  setActive,
} from '../accounts/manage-accounts.js';
import { staffOf } from './access.js';
import { refusals } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

export const UserName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$',
  description: 'A user name.',
});
export const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });

const Account = Type.Object({
  user: Type.String(),
  name: Type.String(),
  administrator: Type.Boolean(),
  active: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  secondFactor: Type.Boolean({ description: 'A code is asked for after the password.' }),
  createdAt: Type.String(),
});
const WithPassword = Type.Object({
  account: Account,
  oneTimePassword: Type.Union([Type.String(), Type.Null()], {
    description: 'Said this once, and kept as a hash alone; null when the request brought it.',
  }),
});
const Password = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 1000,
    description: 'A one-time password, by the rules of any other; without it a random one is made.',
  })
);
const UserParams = Type.Object({ user: UserName });

/** Accounts of the installation, for its administrators. */
export const accountRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.addHook('preValidation', request => requireAdministrator(deps.db, staffOf(request).id));

    app.get(
      '/api/admin/accounts',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'All accounts, also those that are not active',
          response: { 200: Type.Object({ accounts: Type.Array(Account) }), ...refusals },
        },
      },
      async () => ({ accounts: await accounts(deps.db) })
    );

    app.post(
      '/api/admin/accounts',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Make an account; its password must be changed at the first login',
          body: Type.Object({
            user: UserName,
            name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
            administrator: Type.Optional(Type.Boolean()),
            password: Password,
          }),
          response: { 200: WithPassword, ...refusals },
        },
      },
      request =>
        createAccount(deps, staffOf(request).id, {
          ...request.body,
          administrator: request.body.administrator ?? false,
        })
    );

    for (const [path, active, summary] of [
      ['deactivate', false, 'Close an account: its sessions and tokens end, its work stays'],
      ['reactivate', true, 'Open a closed account again'],
    ] as const) {
      app.post(
        `/api/admin/accounts/:user/${path}`,
        {
          config: { access: 'staff' },
          schema: {
            summary,
            params: UserParams,
            body: Type.Object({ reason: Reason }),
            response: { 200: Account, ...refusals },
          },
        },
        request =>
          setActive(deps, staffOf(request).id, {
            user: request.params.user,
            active,
            reason: request.body.reason,
          })
      );
    }

    app.post(
      '/api/admin/accounts/:user/administrator',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Make an account an administrator of the installation, or take that right',
          params: UserParams,
          body: Type.Object({ administrator: Type.Boolean(), reason: Reason }),
          response: { 200: Account, ...refusals },
        },
      },
      request => setAdministrator(deps, staffOf(request).id, { ...request.params, ...request.body })
    );
  };
