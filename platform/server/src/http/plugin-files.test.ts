import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { askPlainly } from '../testing/plain-answer.js';
import { sendFile } from './static-files.js';

const bundle = 'suite.0123456789abcdef.mjs';
const content = Buffer.from('export default "plugins";\n'.repeat(200));

describe('a plugin bundle with packed neighbours', () => {
  let folder: string;
  let app: FastifyInstance;
  let origin: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-plugins-'));
    await writeFile(join(folder, bundle), content);
    await writeFile(join(folder, `${bundle}.br`), brotliCompressSync(content));
    await writeFile(join(folder, `${bundle}.gz`), gzipSync(content));
    app = Fastify({ forceCloseConnections: true });
    app.get('/*', async (request, reply) => {
      await sendFile(request, reply, folder, request.url);
      return reply;
    });
    origin = await app.listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('sends to a browser that takes %s its %s, for ever', async (accepted, coding, unpack) => {
    const answer = await askPlainly(`${origin}/${bundle}`, { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(unpack(answer.rawPayload).equals(content)).toBe(true);
  });

  it('may compile code as a worker alone, and then do nothing that a page does', async () => {
    const policy = async (headers: Record<string, string>) =>
      (await askPlainly(`${origin}/${bundle}`, headers)).headers['content-security-policy'];
    expect(await policy({ 'sec-fetch-dest': 'script' })).toBeUndefined();
    const worker = String(await policy({ 'sec-fetch-dest': 'worker' })).split('; ');
    expect(worker).toContain("script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'");
    for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(worker).toContain(`${closed} 'none'`);
  });

  it('sends the plain file to one that takes neither', async () => {
    const answer = await askPlainly(`${origin}/${bundle}`, {});
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.rawPayload.equals(content)).toBe(true);
  });
});
