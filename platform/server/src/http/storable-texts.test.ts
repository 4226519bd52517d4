import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { Readable } from 'node:stream';
import { answerErrors, answerUnreadable } from './error-answers.js';
import { firstUnstorable, refuseUnstorableTexts } from './storable-texts.js';

describe('texts that the database has no characters for', () => {
  it('are found wherever they stand, in keys too', () => {
    expect(firstUnstorable({ a: [{ b: 'x\0' }] })).toBe('/a/0/b');
    expect(firstUnstorable({ 'a\0': 1 })).toBe('');
    expect(firstUnstorable({ a: '\ud800' })).toBe('/a');
    expect(firstUnstorable({ a: '😀', b: null, c: [1, true] })).toBeNull();
  });

  it('are refused in an address, a query and a body, and a stream is passed on unread', async () => {
    const app = Fastify();
    answerErrors(app);
    refuseUnstorableTexts(app);
    app.addContentTypeParser('x/stream', (_request, payload, done) => done(null, payload));
    app.post('/:id', ({ body }) => ({ streamed: body instanceof Readable }));
    const ask = async (url: string, payload: string, type = 'application/json') => {
      const answer = await app.inject({
        ...{ method: 'POST', url, payload, headers: { 'content-type': type } },
      });
      return [answer.statusCode, answer.json<{ message?: string }>().message];
    };
    const words = 'holds a character that is not text';
    expect(await ask('/%00', '{}')).toEqual([400, `params/id: ${words}`]);
    expect(await ask('/a?b=%00', '{}')).toEqual([400, `querystring/b: ${words}`]);
    expect(await ask('/a', '{"b":"\\u0000"}')).toEqual([400, `body/b: ${words}`]);
    // What refuses such a text itself names its place.
    expect(await ask('/a', '{"document":{"b":"\\u0000"}}')).toEqual([200, undefined]);
    expect(await ask('/a', '\0', 'x/stream')).toEqual([200, undefined]);
    await app.close();
  });
});

describe('what is no request', () => {
  it('is refused with a code', async () => {
    const app = Fastify({ clientErrorHandler: answerUnreadable });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const long = await fetch(`${origin}/${'a'.repeat(20_000)}`);
    expect([long.status, await long.json()]).toEqual([
      ...[431, { code: 'CL_REQUEST_TOO_LARGE', message: expect.any(String) }],
    ]);
    await app.close();
  });
});
