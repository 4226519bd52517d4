import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { loadCharter } from '@corelab/charter';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { amendedText, charterBench } from '../testing/charter-bench.js';
import { readingOf } from '../testing/reading-bench.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface ListedRead {
  subject: string;
  timepoint: string;
  state: string;
  effect: Record<string, string>;
}

const amendment = { charter: amendedText, reason: 'Protocol 2', scope: 'newSubjects' };

describe('what whoever writes charters looks up', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let charter: ReturnType<typeof charterBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await server?.close();
    await opened.close();
  });
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    charter = charterBench(server);
    await deployed(server);
    await server.releases.idle();
  });

  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      ...{ method, url: `/api/admin/${path}` },
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
    expect(answer.statusCode).toBe(200);
    return answer.json<Record<string, unknown>>();
  };
  const check = (text: string) => call('POST', 'charters/check', { charter: text });
  const count = async (): Promise<number> =>
    (await server.deps.db.selectFrom('charter_version').select('id').execute()).length;

  it('is what there is to say of a text, which is not saved', async () => {
    expect(await check(amendedText)).toMatchObject({
      ...{ trial: 'T-1', hash: expect.any(String), errors: [], unsupported: [] },
    });
    const line = charterText.split('\n').findIndex(text => text.includes('day: 56')) + 1;
    expect(await check(charterText.replace('day: 56', 'day: soon'))).toMatchObject({
      ...{ trial: null, hash: null },
      errors: [{ line, path: '/timepoints/1/day', message: expect.stringContaining('soon') }],
    });
    const random = '[R1]\n    order: randomised\n    orderSeed: drawn';
    expect(await check(charterText.replace('[R1]', random))).toMatchObject({
      errors: [],
      unsupported: [{ path: '/tracks/0/order', message: expect.any(String) }],
    });
    expect(await count()).toBe(1);
  });

  it('are examples that are charters', async () => {
    const { examples } = (await call('GET', 'charters/examples')) as {
      examples: { name: string; source: string }[];
    };
    expect(examples.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['demo-onc', 'recist-two-readers-adjudication'])
    );
    expect(examples.filter(({ source }) => !loadCharter(source).ok)).toEqual([]);
  });

  it('are their trials, with what waits for approval', async () => {
    await charter.deploy(amendment);
    const sent = { version: 2, state: 'sentForApproval', author: 'admin' };
    expect(await call('GET', 'trials')).toEqual({
      trials: [
        {
          ...{ id: 'T-1', name: 'Trial one', demo: false, roles: ['admin'], inForce: 1 },
          ...{ newest: sent, waiting: [sent] },
        },
      ],
    });
    await charter.reject(2);
    expect(await call('GET', 'trials')).toMatchObject({
      trials: [{ inForce: 1, newest: { version: 2, state: 'rejected' }, waiting: [] }],
    });
  });

  it('is whether somebody saved another version meanwhile', async () => {
    await charter.save(amendment);
    const mine = { ...amendment, charter: `${amendedText}signatureMeanings: [I read this]\n` };
    const refused = await charter.save({ ...mine, after: 1 });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      {
        ...{ code: 'CL_CHARTER_NEWER_VERSION', newest: 2 },
        message: expect.stringContaining('Version 2 was saved by admin while you were writing'),
      },
    ]);
    expect(await count()).toBe(2);
    // The very same text is there already: nothing would be lost.
    expect((await charter.save({ ...amendment, after: 1 })).json()).toMatchObject({
      ...{ version: 2, changed: false },
    });
    expect((await charter.save({ ...mine, after: 2 })).json()).toMatchObject({ version: 3 });
  });

  it('is what becomes of each read, page by page, as the numbers say', async () => {
    const reader = await logIn(server, 'reader');
    const reading = readingOf(server, reader);
    expect((await reading.signWith(await reading.openId(), 20)).statusCode).toBe(200);
    await server.releases.idle();
    await charter.deploy(amendment);
    const { total, reads } = (await charter.get('/2/impact/reads')).json<{
      total: number;
      reads: ListedRead[];
    }>();
    expect(reads).toHaveLength(total);
    const of = (state: string, effect: string) =>
      reads.filter(read => read.state === state).map(read => read.effect[effect]);
    expect(of('signed', 'newSubjects')).toEqual(['stays']);
    expect(of('signed', 'allWithRereading')).toEqual(['asked']);
    expect(new Set(of('waiting', 'newSubjects'))).toEqual(new Set(['stays']));
    expect(new Set(of('waiting', 'newTimepoints'))).toEqual(new Set(['follows']));
    const numbers = (await charter.get('/2/impact')).json<{
      open: { state: string; follow: Record<string, number> }[];
    }>();
    for (const { state, follow } of numbers.open) {
      for (const [scope, expected] of Object.entries(follow)) {
        expect([
          state,
          scope,
          of(state, scope).filter(effect => effect === 'follows').length,
        ]).toEqual([state, scope, expected]);
      }
    }
    const second = (await charter.get('/2/impact/reads?from=1&limit=2')).json<{
      total: number;
      reads: ListedRead[];
    }>();
    expect(second).toEqual({ total, reads: reads.slice(1, 3) });
    expect((await charter.get('/9/impact/reads')).statusCode).toBe(404);
  });
});
