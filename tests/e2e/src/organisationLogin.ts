import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Page } from 'playwright-core';

/** The organisation's own login: a real OpenID provider whose page asks who comes. */
export interface OrganisationLogin {
  /** For the product's start. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const organisation = 'Saint Anna';

const page = (uid: string): string => `<!doctype html>
<html lang="en">
<title>${organisation}</title>
<h1>${organisation}</h1>
<form method="post" action="/interaction/${uid}">
<label>Who are you? <input name="person" autofocus></label>
<button type="submit">Let me in</button>
<button type="submit" name="back" value="yes">Turn back</button>
</form>
`;

/** On the organisation's page, once it is there: a person logs in, or nobody does and turns back. */
export async function typeAtOrganisation(at: Page, person: string | null): Promise<void> {
  const back = at.getByRole('button', { name: 'Turn back' });
  if (person === null) return back.click();
  await at.locator('input[name=person]').fill(person);
  await at.getByRole('button', { name: 'Let me in' }).click();
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
};

/**
 * Under the name localhost, which to a browser is another site than 127.0.0.1. The name that a person types is what the
 * provider calls them, and who they are.
 * @param productUrl where browsers find the product
 */
export const organisationLogin = async (productUrl: string): Promise<OrganisationLogin> => {
  const handler: { current: (request: IncomingMessage, response: ServerResponse) => void } = {
    current: () => undefined,
  };
  const server = createServer((request, response) => handler.current(request, response));
  await new Promise<void>(resolve => void server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const client = { id: 'corelab', secret: 'a-secret-of-the-client' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${productUrl}/login/provider/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['of this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id }),
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
  const answer = provider.callback();
  // Seconds of the last login: people do not log in twice within one, as a test does.
  let last = 0;
  const ask = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') {
      const uid = (request.url ?? '').split('/')[2] ?? '';
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page(uid));
      return;
    }
    const form = await bodyOf(request);
    last = Math.max(Math.floor(Date.now() / 1000), last + 1);
    await provider.interactionFinished(
      request,
      response,
      form.has('back')
        ? { error: 'access_denied' }
        : { login: { accountId: form.get('person') ?? '', ts: last } }
    );
  };
  handler.current = (request, response) => {
    const done = (request.url ?? '').startsWith('/interaction/')
      ? ask(request, response)
      : answer(request, response);
    done.catch((reason: unknown) => {
      response.statusCode = 500;
      response.end(String(reason));
    });
  };
  return {
    environment: {
      CORELAB_PUBLIC_URL: productUrl,
      CORELAB_OIDC_ISSUER: issuer,
      CORELAB_OIDC_CLIENT_ID: client.id,
      CORELAB_OIDC_CLIENT_SECRET: client.secret,
      CORELAB_OIDC_NAME: organisation,
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
