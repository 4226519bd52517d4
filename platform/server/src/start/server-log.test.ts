import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { password } from '../testing/http-client.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, testServer, type TestServer } from '../testing/test-server.js';
import { loggedError, serverLog } from './server-log.js';

const canary = 'Zwetschgenbaum';

/** Keeps what is logged at any level. */
const bench = () => {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  return { log: serverLog('trace', to), lines, said: () => lines.join('') };
};

describe('the log of the server', () => {
  let opened: TestDatabase;
  let server: TestServer;
  const { log, said } = bench();
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened, undefined, { logger: log });
    await sql`create table told (word text unique check (word <> 'no'), id uuid, made jsonb)`.execute(
      opened.db
    );
  });
  afterAll(async () => {
    await sql`drop table told`.execute(opened.db);
    await server?.close();
    await opened?.close();
  });

  const refusedBy = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (reason: unknown) => reason
    );

  it.each([
    ['a value twice', () => sql`insert into told (word) values (${canary}), (${canary})`],
    ['a value of another type', () => sql`insert into told (id) values (${canary})`],
    ['a text that is no JSON', () => sql`insert into told (made) values (${`{${canary}`})`],
    [
      'a row against a rule',
      () => sql`insert into told (word, made) values ('no', ${`"${canary}"`})`,
    ],
  ])('says of the database what was wrong, never the value: %s', async (_what, statement) => {
    const error = await refusedBy(statement().execute(opened.db));
    expect(error).toBeInstanceOf(Error);
    const { log: own, said: words } = bench();
    own.error({ err: new Error('not done', { cause: error }) }, 'told');
    expect(words()).not.toContain(canary);
    expect(JSON.parse(words())).toMatchObject({
      err: { message: 'not done', cause: { code: expect.stringMatching(/^2[23]/) } },
    });
    expect(words()).toContain('"routine"');
  });

  it('says nothing of a text that could not be parsed, and what is no error not at all', () => {
    const { log: own, said: words } = bench();
    try {
      JSON.parse(`{"${canary}`);
    } catch (reason) {
      own.error({ err: reason }, 'told');
    }
    own.error({ err: { word: canary } }, 'told');
    expect(words()).toContain('a text could not be parsed');
    expect(words()).not.toContain(canary);
  });

  it('keeps where an error came from, and tells a ring of causes only so deep', () => {
    const ring: Error & { cause?: unknown } = new Error('first');
    ring.cause = new AggregateError([ring], 'second');
    const told = loggedError(ring);
    expect(told).toMatchObject({ message: 'first', cause: { errors: [{ message: 'first' }] } });
    expect(told.stack).toContain('server-log.test');
  });

  it('has no address, header, cookie, body or password of a request', async () => {
    const { cookie } = await logIn(server, 'reader');
    const headers = { cookie, authorization: `Bearer ${canary}${canary}`, 'x-word': canary };
    const payload = { user: canary, password: `${canary} too`, newPassword: canary };
    const asked = [
      { url: `/api/reads/${canary}?word=${canary}`, headers },
      { url: `/nowhere/${canary}`, headers },
      { url: `/api/admin/trials/${canary}/export`, headers },
      { method: 'POST' as const, url: '/login', headers, payload },
      { method: 'POST' as const, url: '/login', headers, payload: { ...payload, more: canary } },
      {
        ...{ method: 'POST' as const, url: '/login', bytes: Buffer.from(`{"${canary}`) },
        headers: { ...headers, 'content-type': 'application/json' },
      },
    ];
    for (const one of asked) expect((await server.ask(one)).statusCode).toBeGreaterThan(399);
    expect(said()).toContain('incoming request');
    expect(said()).toContain('/api/reads/:readId');
    for (const secret of [canary, password, cookie.split('=')[1] ?? cookie, 'Bearer'])
      expect(said()).not.toContain(secret);
  });

  it('names a request as the answer does, by a name that never comes again', async () => {
    await sql`alter table trial rename to trial_away`.execute(opened.db);
    try {
      const ask = () =>
        server.ask({
          url: '/api/admin/trials',
          headers: { authorization: `Bearer ${server.adminToken}` },
        });
      const answers = [await ask(), await ask()];
      const names = answers.map(({ statusCode, body }) => {
        expect(statusCode).toBe(500);
        expect(body).not.toMatch(/trial_away|relation|\bat \//);
        return /under request ([0-9a-f-]{36})\./.exec(body)?.[1] ?? 'none';
      });
      expect(new Set(names).size).toBe(2);
      for (const name of names) expect(said()).toContain(name);
      expect(said()).toContain('does not exist');
    } finally {
      await sql`alter table trial_away rename to trial`.execute(opened.db);
    }
  });
});
