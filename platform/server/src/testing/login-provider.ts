import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider does with the next browser that is sent to it. */
export interface AtProvider {
  /** Who types their secret there; null: nobody, who turns back. */
  person: string | null;
  /** When they did, seconds since 1970. */
  at: number;
  /** What it says of each person. */
  claims: Readonly<Record<string, unknown>>;
}

export interface LoginProvider {
  readonly issuer: string;
  readonly next: AtProvider;
  /** What browsers asked it for, in order. */
  readonly asked: URLSearchParams[];
  close(): Promise<void>;
}

export const providerClient = { clientId: 'corelab', clientSecret: 'a-secret-of-the-client' };

/** A real OpenID provider whose people type no secret: who the next one is, the test says. */
export const loginProvider = async (redirectUri: () => string): Promise<LoginProvider> => {
  const handler: { current: (request: IncomingMessage, response: ServerResponse) => void } = {
    current: () => undefined,
  };
  const server = createServer((request, response) => handler.current(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const next: AtProvider = { person: null, at: 0, claims: {} };
  const asked: URLSearchParams[] = [];
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: providerClient.clientId,
        client_secret: providerClient.clientSecret,
        redirect_uris: [redirectUri()],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['preferred_username'],
      email: ['email', 'email_verified'],
    },
    cookies: { keys: ['of this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...next.claims }),
    }),
    // Nobody is asked whether this client may know who they are.
    loadExistingGrant: async context => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  handler.current = (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith('/auth?')) asked.push(new URL(url, issuer).searchParams);
    if (!url.startsWith('/interaction/')) return void callback(request, response);
    const result =
      next.person === null
        ? { error: 'access_denied' }
        : { login: { accountId: next.person, ts: next.at } };
    void provider.interactionFinished(request, response, result);
  };
  return {
    ...{ issuer, next, asked },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
