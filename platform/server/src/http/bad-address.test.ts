import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAt, type Answer, type Ask } from '../testing/http-client.js';
import { buildApp, type BuiltApp } from './app.js';
import type { ServerDeps } from './server-deps.js';

/** Nothing of these is called: an address that can't be read comes to no route. */
const deps = {
  archive: { state: () => 'ready', register: () => Promise.resolve() },
  ...{
    jobs: {},
    policy: { loginsPerMinute: 1, costlyPerMinute: 1 },
    now: () => new Date(0),
    logger: false,
  },
  ...{ siteFolder: null, pluginsFolder: null, secureCookie: false },
} as unknown as ServerDeps;

describe('an address that can not be read', () => {
  let built: BuiltApp;
  let ask: (request: Ask) => Promise<Answer>;
  beforeAll(async () => {
    built = await buildApp(deps);
    ask = askAt(await built.app.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await built.app.close();
  });

  it.each([
    '/reads/SECRET/%c0%ae',
    '/api/reads/%c0%ae/SECRET',
    '/SECRET/%',
    `/api/reads/${'SECRET'.repeat(90)}`,
  ])('is refused and not said back: %s', async url => {
    const { statusCode, body } = await ask({ url });
    expect([400, 404, 414]).toContain(statusCode);
    expect(body).toContain('CL_');
    expect(body).not.toContain('SECRET');
  });
});
