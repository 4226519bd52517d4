import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp, type BuiltApp } from './app.js';
import type { ServerDeps } from './server-deps.js';

const policy = { loginsPerMinute: 1000, costlyPerMinute: 1000 };
/** Nothing of these is called: no request here gets as far. */
const deps = {
  archive: { state: () => 'ready', register: () => Promise.resolve() },
  ...{ jobs: {}, policy, now: () => new Date(0), logger: false },
  ...{ siteFolder: null, pluginsFolder: null, secureCookie: false },
} as unknown as ServerDeps;

/** Sends the head of a login and pieces of its body, each when the one before is gone; what the server says until it ends. */
const talk = (port: number, pieces: AsyncIterable<string> | Iterable<string>): Promise<string> =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (said += text));
    socket.on('close', () => done(said));
    // A server that has answered and gone does not take the rest.
    socket.on('error', (reason: NodeJS.ErrnoException) => {
      if (reason.code !== 'EPIPE' && reason.code !== 'ECONNRESET') fail(reason);
    });
    const send = async (): Promise<void> => {
      for await (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
      }
    };
    send().catch(fail);
  });

const head = [
  'POST /login HTTP/1.1',
  'host: server',
  'content-type: application/json',
  'content-length: 100000',
  '\r\n',
].join('\r\n');

describe('a body that does not come', () => {
  const built: BuiltApp[] = [];
  const portOf = async (patience: { idleMs: number; wholeMs: number }): Promise<number> => {
    const one = await buildApp(deps, patience);
    built.push(one);
    await one.app.listen({ host: '127.0.0.1', port: 0 });
    const address = one.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  };
  let stops = 0;
  let trickles = 0;
  beforeAll(async () => {
    stops = await portOf({ idleMs: 50, wholeMs: 60_000 });
    trickles = await portOf({ idleMs: 60_000, wholeMs: 200 });
  });
  afterAll(async () => {
    for (const { app } of built) await app.close();
  });

  const refused = /^HTTP\/1\.1 408 [^]*connection: close[^]*"code":"CL_REQUEST_TOO_SLOW"/i;

  it('is not waited for, and its connection ends', async () => {
    expect(await talk(stops, [head, '{"user":"'])).toMatch(refused);
  });

  it('is not waited for either where it comes letter by letter', async () => {
    const letters = async function* (): AsyncGenerator<string> {
      yield head;
      for (;;) {
        yield 'x';
        await new Promise(done => setTimeout(done, 10));
      }
    };
    expect(await talk(trickles, letters())).toMatch(refused);
  });

  it('keeps nobody from being answered who sends all of it', async () => {
    const answer = await fetch(`http://127.0.0.1:${stops}/login`, {
      ...{ method: 'POST', body: JSON.stringify({ user: 'x'.repeat(100_000) }) },
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      ...[400, 'CL_REQUEST_INVALID'],
    ]);
  });

  it('has a head before it that must come in a minute', () => {
    const { headersTimeout } = built[0]!.app.server;
    expect([headersTimeout > 0, headersTimeout <= 60_000]).toEqual([true, true]);
  });
});
