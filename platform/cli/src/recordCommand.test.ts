import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditCommand } from './auditCommand.js';

describe('corelab audit, of what the server has', () => {
  let server: Server;
  const asked: { call: string; body: unknown }[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token, CORELAB_PASSWORD: secret } = process.env;
  let answer: object = {};

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const body = await text(request);
      asked.push({
        call: `${request.method} ${request.url}`,
        body: body === '' ? null : JSON.parse(body),
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    process.env.CORELAB_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.CORELAB_TOKEN = 't'.repeat(40);
    process.env.CORELAB_PASSWORD = 'secret';
  });
  afterAll(async () => {
    for (const [name, value] of [
      ['CORELAB_URL', url],
      ['CORELAB_TOKEN', token],
      ['CORELAB_PASSWORD', secret],
    ] as const) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await new Promise(resolve => server.close(resolve));
  });
  const run = async (...args: string[]) => {
    const { exitCode } = await auditCommand.run(args);
    return { exitCode, asked: asked.splice(0) };
  };

  it('looks for entries, and for the life of a read', async () => {
    const found = await run('entries', 'T-1', '--act', 'read.signed', '--text', 'T01 liver');
    expect(found.asked).toEqual([
      { call: 'GET /api/admin/audit/T-1/entries?act=read.signed&text=T01+liver', body: null },
    ]);
    expect((await run('life', 'T-1', 'r-1')).asked[0]?.call).toBe(
      'GET /api/admin/audit/T-1/reads/r-1/life'
    );
    await expect(auditCommand.run(['life', 'T-1', 'r-1', '--act', 'x'])).rejects.toThrow(
      '--act is not for this'
    );
  });

  it('says no where the last verification found something', async () => {
    answer = { verifications: [{ verdict: { ok: false } }] };
    expect((await run('verifications', 'system')).exitCode).toBe(1);
    answer = { verifications: [{ verdict: { ok: true } }] };
    expect((await run('verifications', 'system')).exitCode).toBe(0);
    expect((await run('verifications', 'start', 'T-1')).asked[0]?.call).toBe(
      'POST /api/admin/audit/T-1/verifications'
    );
  });

  it('works through a review and signs it with the password that is no argument', async () => {
    const judged = await run(
      ...['review', 'judge', 'T-1', 'v-1', '2', '--outcome', 'finding', '--severity', 'minor'],
      ...['--text', 'Late']
    );
    expect(judged.asked).toEqual([
      {
        call: 'POST /api/admin/audit/T-1/reviews/v-1/items/2',
        body: { outcome: 'finding', severity: 'minor', text: 'Late' },
      },
    ]);
    const signed = await run('review', 'sign', 'T-1', 'v-1', '--meaning', 'm', '--version', '4');
    expect(signed.asked[0]).toMatchObject({
      call: 'POST /api/admin/audit/T-1/reviews/v-1/sign',
      body: { meaning: 'm', version: 4, password: 'secret' },
    });
  });
});
