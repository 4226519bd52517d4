import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueApiToken } from '../accounts/api-tokens.js';
import { defaultPolicy } from '../accounts/policy.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { costlyRoutes } from './request-limits.js';

const export_ = '/api/admin/trials/NOWHERE/export';

describe('limits of requests', () => {
  let opened: TestDatabase;
  let server: TestServer;
  const most = 3;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened, undefined, {
      policy: { ...defaultPolicy, loginsPerMinute: most, costlyPerMinute: most },
      trustedProxies: ['10.9.8.7'],
    });
  });
  afterAll(async () => {
    await server?.close();
    await opened?.close();
  });

  /** All ask the first process: each counts its own. */
  const status = async (url: string, headers: Record<string, string>, method = 'GET') => {
    const response = await fetch(`${server.origin}${url}`, { method, headers });
    await response.arrayBuffer();
    return response.status;
  };
  const times = async <T>(count: number, ask: () => Promise<T>): Promise<T[]> => {
    const answers: T[] = [];
    while (answers.length < count) answers.push(await ask());
    return answers;
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('name routes that there are', () => {
    const there = server.routes.map(({ method, url }) => `${method} ${url}`);
    expect(costlyRoutes.filter(route => !there.includes(route))).toEqual([]);
  });

  it('hold a person back who asks for costly things too often, with any token, and nobody else', async () => {
    const second = await issueApiToken(server.deps, server.admin.id);
    expect(await times(most, () => status(export_, bearer(server.adminToken)))).toEqual(
      Array(most).fill(404)
    );
    const held = await fetch(`${server.origin}${export_}`, { headers: bearer(second) });
    expect([held.status, await held.json()]).toEqual([
      429,
      {
        code: 'CL_RATE_LIMITED',
        message: expect.stringMatching(
          /^Too many requests of this kind\. Try again in \d+ seconds?\.$/
        ),
      },
    ]);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await status(export_, bearer(server.approverToken))).toBe(404);
    expect(await status('/api/admin/audit/NOWHERE', bearer(server.adminToken))).toBe(404);
    expect(await status('/api/admin/trials', bearer(server.adminToken))).toBe(200);
  });

  it('do not believe an address that anybody may write', async () => {
    const headers = { 'content-type': 'application/json' };
    let number = 0;
    const asOthers = () => {
      number += 1;
      return status('/login', { ...headers, 'x-forwarded-for': `192.0.2.${number}` }, 'POST');
    };
    expect(await times(most + 1, asOthers)).toEqual([...Array(most).fill(400), 429]);
  });

  it('count the addresses that a trusted proxy tells, and no others of its chain', async () => {
    const from = async (forwarded: string): Promise<number> => {
      const answer = await server.app.inject({
        ...{ method: 'POST', url: '/login', remoteAddress: '10.9.8.7', payload: {} },
        headers: { 'x-forwarded-for': forwarded },
      });
      return answer.statusCode;
    };
    let number = 0;
    // What came to the proxy already says what it likes; the proxy puts the address it saw at the end.
    const asOne = () => {
      number += 1;
      return from(`192.0.2.${number}, 203.0.113.1`);
    };
    expect(await times(most + 1, asOne)).toEqual([...Array(most).fill(400), 429]);
    expect(await from('203.0.113.2')).toBe(400);
  });
});
