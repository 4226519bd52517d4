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
import { CodedError } from './coded-error.js';
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
  provider: Type.Union([Type.Literal('bound'), Type.Literal('waiting'), Type.Null()], {
    description:
      'The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password.',
  }),
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
          response: {
            200: Type.Object({
              accounts: Type.Array(Account),
              identityProvider: Type.Union([Type.String(), Type.Null()], {
                description: 'What the organisation’s login is called; null where there is none.',
              }),
            }),
            ...refusals,
          },
        },
      },
      async () => ({
        accounts: await accounts(deps.db),
        identityProvider: deps.identityProvider?.name ?? null,
      })
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
            providerUser: Type.Optional(
              Type.String({
                ...{ minLength: 1, maxLength: 200, pattern: '\\S' },
                description:
                  'What the organisation’s login calls the person, who logs in there and has no password here.',
              })
            ),
          }),
          response: { 200: WithPassword, ...refusals },
        },
      },
      request => {
        const { administrator = false, password, providerUser } = request.body;
        if (providerUser !== undefined && deps.identityProvider === undefined) {
          throw new CodedError(
            422,
            'CL_PROVIDER_NONE',
            'This installation has no organisation’s login (CORELAB_OIDC_ISSUER), so nobody could log in with the account.'
          );
        }
        if (providerUser !== undefined && password !== undefined) {
          throw new CodedError(
            422,
            'CL_PROVIDER_PASSWORD',
            'Who logs in with the organisation’s login has no password here: leave one of the two out.'
          );
        }
        return createAccount(deps, staffOf(request).id, { ...request.body, administrator });
      }
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
