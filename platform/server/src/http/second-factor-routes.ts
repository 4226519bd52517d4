import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from '../accounts/second-factor.js';
import { isOfProvider, providerFor } from '../identity-provider/provider-accounts.js';
import { sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { CodedError } from './coded-error.js';
import { requireBoth } from './require-both.js';
import { RecoveryCodes, SecondFactorCode } from './second-factor-schemas.js';
import type { ServerDeps } from './server-deps.js';

const State = Type.Object({
  since: Type.Union([Type.String(), Type.Null()], {
    description: 'Since when the login asks for a code; null where it does not.',
  }),
  required: Type.Boolean({ description: 'The installation requires it of this person.' }),
  recoveryCodesLeft: Type.Number(),
  provider: Type.Union([Type.Object({ name: Type.String(), signs: Type.Boolean() }), Type.Null()], {
    description: 'The organisation’s own login; `signs`: the person logs in there.',
  }),
});
const Key = Type.Object({
  key: Type.String({ description: 'To type into an authenticator app, in base 32.' }),
  address: Type.String({ description: 'The same as an otpauth: address.' }),
  picture: Type.Object(
    { size: Type.Number(), path: Type.String() },
    { description: 'The address as a QR code: an SVG path of dark squares in a square of `size`.' }
  ),
});
const Password = Type.String({ minLength: 1, maxLength: 1000 });
const WithCode = Type.Object({ password: Password, code: SecondFactorCode });

/** A person's own second factor, in a session. */
export const secondFactorRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const limited = { max: deps.policy.loginsPerMinute, timeWindow: 60_000 };

    const ownState = async (accountId: string) => ({
      ...(await secondFactorOf(deps, accountId)),
      provider: await providerFor(deps, accountId),
    });

    app.get(
      '/api/second-factor',
      {
        config: { access: 'session', anyHat: true },
        schema: { summary: 'Own second factor', response: { 200: State, ...refusals } },
      },
      request => ownState(sessionOf(request).account.id)
    );

    app.post(
      '/api/second-factor/key',
      {
        config: { access: 'session', anyHat: true, rateLimit: limited },
        schema: {
          summary: 'A key for an authenticator app; it counts from its first code on',
          body: Type.Object({ password: Password, code: Type.Optional(SecondFactorCode) }),
          response: { 200: Key, ...refusals },
        },
      },
      async request => {
        const session = sessionOf(request);
        if (await isOfProvider(deps.db, session.account.id)) {
          throw new CodedError(
            409,
            'CL_PROVIDER_ACCOUNT',
            'You log in with the organisation’s login, which asks for a second factor itself where it is told to.'
          );
        }
        await requireBoth(deps, session, request.body, { mayHaveNone: true });
        return beginSecondFactor(deps, session.account);
      }
    );

    app.post(
      '/api/second-factor/confirm',
      {
        config: { access: 'session', anyHat: true, rateLimit: limited },
        schema: {
          summary: 'The first code of the key that was shown',
          body: Type.Object({ code: SecondFactorCode }),
          response: { 200: RecoveryCodes, ...refusals },
        },
      },
      async request => {
        const { account } = sessionOf(request);
        try {
          return {
            recoveryCodes: await confirmSecondFactor(deps, account.id, request.body.code),
          };
        } catch (reason) {
          if (!(reason instanceof CodedError) || reason.status !== 401) throw reason;
          throw new CodedError(422, reason.code, reason.message);
        }
      }
    );

    app.post(
      '/api/second-factor/recovery-codes',
      {
        config: { access: 'session', anyHat: true, rateLimit: limited },
        schema: {
          summary: 'New recovery codes; the old ones are nothing from now on',
          body: WithCode,
          response: { 200: RecoveryCodes, ...refusals },
        },
      },
      async request => {
        const session = sessionOf(request);
        await requireBoth(deps, session, request.body, { mayHaveNone: false });
        return { recoveryCodes: await renewRecoveryCodes(deps, session.account.id) };
      }
    );

    app.post(
      '/api/second-factor/end',
      {
        config: { access: 'session', anyHat: true, rateLimit: limited },
        schema: {
          summary: 'End the own second factor, where it is not required',
          body: WithCode,
          response: { 200: State, ...refusals },
        },
      },
      async request => {
        const session = sessionOf(request);
        await requireBoth(deps, session, request.body, { mayHaveNone: false });
        await endSecondFactor(deps, session.account.id);
        return ownState(session.account.id);
      }
    );
  };
