import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { checkSecondFactor } from '../accounts/check-second-factor.js';
import { accountLocked, recordRefusal } from '../accounts/local-login.js';
import { requirePassword } from '../accounts/require-password.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
  wrongCode,
} from '../accounts/second-factor.js';
import type { Session } from '../accounts/sessions.js';
import { sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { CodedError } from './coded-error.js';
import { RecoveryCodes, SecondFactorCode } from './second-factor-schemas.js';
import type { ServerDeps } from './server-deps.js';

const State = Type.Object({
  since: Type.Union([Type.String(), Type.Null()], {
    description: 'Since when the login asks for a code; null where it does not.',
  }),
  required: Type.Boolean({ description: 'The installation requires it of this person.' }),
  recoveryCodesLeft: Type.Number(),
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

    /** What may be changed with a password alone where there is no second factor, needs a code of it where there is one. */
    const requireBoth = async (
      { account }: Session,
      given: { readonly password: string; readonly code?: string | undefined },
      { mayHaveNone }: { readonly mayHaveNone: boolean }
    ): Promise<void> => {
      await requirePassword(deps, account, given.password);
      const { kind } = await checkSecondFactor(deps, account.id, given.code);
      if (kind === 'ok' || (kind === 'none' && mayHaveNone)) return;
      if (kind === 'none') {
        throw new CodedError(409, 'CL_SECOND_FACTOR_NONE', 'You have no second factor.');
      }
      await recordRefusal(deps, 'secondFactor.refused', {
        by: account.id,
        details: { secondFactor: kind },
      });
      if (kind === 'missing') {
        throw new CodedError(
          422,
          'CL_SECOND_FACTOR_NEEDED',
          'Type a code of the second factor that you have, or a recovery code.'
        );
      }
      const refusal = kind === 'locked' ? accountLocked(deps.policy) : wrongCode();
      // 401 would say that the session ended.
      throw new CodedError(422, refusal.code, refusal.message, refusal.body);
    };

    app.get(
      '/api/second-factor',
      {
        config: { access: 'session', anyHat: true },
        schema: { summary: 'Own second factor', response: { 200: State, ...refusals } },
      },
      request => secondFactorOf(deps, sessionOf(request).account.id)
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
        await requireBoth(session, request.body, { mayHaveNone: true });
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
        await requireBoth(session, request.body, { mayHaveNone: false });
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
        await requireBoth(session, request.body, { mayHaveNone: false });
        await endSecondFactor(deps, session.account.id);
        return secondFactorOf(deps, session.account.id);
      }
    );
  };
