import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { CodedError } from '../http/coded-error.js';
import { callbackPath, type ProviderOptions } from './provider-options.js';

/** What a browser's way to the provider and back is checked by; kept here meanwhile. */
export interface LoginChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who logged in there. */
export interface ProviderPerson {
  readonly issuer: string;
  /** What the provider calls the person for ever. */
  readonly subject: string;
  /** What the installation's claim says; null where it says nothing that can be relied on. */
  readonly named: string | null;
  /** When the person typed their secret there: seconds since 1970, by the provider's clock. */
  readonly authTime: number | null;
}

export interface IdentityProvider {
  readonly name: string;
  readonly issuer: string;
  /** @throws CodedError 503 CL_PROVIDER_UNAVAILABLE */
  begin(): Promise<{ readonly url: string; readonly checks: LoginChecks }>;
  /**
   * What the provider sent the browser back with, checked.
   * @param search of the address it came to, with its question mark
   * @throws CodedError 401 CL_PROVIDER_REFUSED, CL_PROVIDER_ANSWER; 503 CL_PROVIDER_UNAVAILABLE
   */
  finish(search: string, checks: LoginChecks): Promise<ProviderPerson>;
}

const timeoutSeconds = 10;

const unavailable = (name: string, cause: unknown): CodedError =>
  Object.assign(
    new CodedError(
      503,
      'CL_PROVIDER_UNAVAILABLE',
      `${name} does not answer. Try again in a moment; who has a password here logs in with it.`
    ),
    { cause }
  );

/** The claim of a person. An address that the provider has not verified could be anybody's. */
const namedBy = (
  claims: Readonly<Record<string, unknown>>,
  { claim }: Pick<ProviderOptions, 'claim'>
): string | null => {
  const value = claims[claim];
  if (typeof value !== 'string' || value === '') return null;
  return claim === 'email' && claims['email_verified'] !== true ? null : value;
};

/** The provider of an installation. It is asked what it can do at the first login, and again while it does not answer. */
export const identityProvider = (options: ProviderOptions): IdentityProvider => {
  const { issuer, clientId, clientSecret, name, publicUrl } = options;
  let known: Promise<Configuration> | null = null;
  const configuration = async (): Promise<Configuration> => {
    const isPlain = issuer.startsWith('http:');
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      ...(isPlain ? { execute: [allowInsecureRequests] } : {}),
    });
    try {
      return await known;
    } catch (reason) {
      known = null;
      throw unavailable(name, reason);
    }
  };
  return {
    name,
    issuer,
    begin: async () => {
      const config = await configuration();
      const checks = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
      };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: `${publicUrl}${callbackPath}`,
        scope: 'openid profile email',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        // Workstations are shared: who logged in there before must not be let in by that.
        prompt: 'login',
        max_age: '0',
      });
      return { url: url.href, checks };
    },
    finish: async (search, { state, nonce, verifier }) => {
      const config = await configuration();
      try {
        const tokens = await authorizationCodeGrant(
          config,
          new URL(`${publicUrl}${callbackPath}${search}`),
          {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          }
        );
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('the answer has no identity in it');
        const { userinfo_endpoint: tellsMore } = config.serverMetadata();
        const more =
          claims[options.claim] === undefined && tellsMore !== undefined
            ? await fetchUserInfo(config, tokens.access_token, claims.sub)
            : {};
        const named = namedBy({ ...more, ...claims }, options);
        return {
          ...{ issuer: claims.iss, subject: claims.sub, named },
          authTime: typeof claims.auth_time === 'number' ? claims.auth_time : null,
        };
      } catch (reason) {
        if (reason instanceof AuthorizationResponseError)
          throw new CodedError(
            ...([401, 'CL_PROVIDER_REFUSED'] as const),
            `${name} did not let the person in (${reason.error}).`
          );
        if (reason instanceof TypeError) throw unavailable(name, reason);
        const isAnswer = reason instanceof ClientError || reason instanceof ResponseBodyError;
        if (!isAnswer) throw reason;
        throw Object.assign(
          new CodedError(
            ...([401, 'CL_PROVIDER_ANSWER'] as const),
            `What ${name} answered is not right, so nobody was let in. Begin again.`
          ),
          { cause: reason }
        );
      }
    },
  };
};
