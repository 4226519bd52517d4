import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resultsCommand } from './resultsCommand.js';

describe('corelab results', () => {
  let server: Server;
  let folder: string;
  const asked: { call: string; body: unknown }[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token } = process.env;
  let findings: readonly object[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-results-'));
    await writeFile(join(folder, 'said.csv'), 'subject,timepoint,response\n');
    server = createServer(async (request, response) => {
      const body = await text(request);
      asked.push({
        call: `${request.method} ${request.url}`,
        body: body === '' ? null : JSON.parse(body),
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ done: true, findings }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    process.env.CORELAB_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.CORELAB_TOKEN = 't'.repeat(40);
  });
  afterAll(async () => {
    if (url === undefined) delete process.env.CORELAB_URL;
    else process.env.CORELAB_URL = url;
    if (token === undefined) delete process.env.CORELAB_TOKEN;
    else process.env.CORELAB_TOKEN = token;
    await new Promise(resolve => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]) => resultsCommand.run(args);

  it('takes a file, or looks at it, and says no where something is wrong', async () => {
    const file = join(folder, 'said.csv');
    const sent = {
      track: 'rt',
      content: Buffer.from('subject,timepoint,response\n').toString('base64'),
    };
    const call = 'POST /api/admin/trials/T-1/site-assessments/import';
    expect((await run('import', 'T-1', file, '--track', 'rt')).exitCode).toBe(0);
    expect(asked.splice(0)).toEqual([{ call, body: { ...sent, preview: false } }]);
    findings = [{ line: 2, message: 'response is empty' }];
    expect((await run('import', 'T-1', file, '--track', 'rt', '--preview')).exitCode).toBe(1);
    expect(asked.splice(0)).toEqual([{ call, body: { ...sent, preview: true } }]);
  });

  it('lists the results of a track', async () => {
    await run('list', 'T-1', '--track', 'rt', '--after', 'S-7');
    expect(asked.splice(0)).toEqual([
      { call: 'GET /api/admin/trials/T-1/results?track=rt&after=S-7', body: null },
    ]);
  });
});
