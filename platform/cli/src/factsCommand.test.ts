import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { factsCommand } from './factsCommand.js';

interface Asked {
  readonly call: string;
  readonly body: unknown;
}

describe('corelab facts', () => {
  let server: Server;
  let folder: string;
  let file: string;
  const asked: Asked[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token } = process.env;
  /** How many things are wrong, as the server says. */
  let findingCount = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-facts-'));
    file = join(folder, 'facts.csv');
    await writeFile(file, 'subject,kind\n');
    server = createServer(async (request, response) => {
      const body = await text(request);
      asked.push({
        call: `${request.method} ${request.url}`,
        body: body === '' ? null : JSON.parse(body),
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ tag: 'seen', findingCount }));
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
  beforeEach(() => {
    asked.length = 0;
    findingCount = 0;
  });

  const root = '/api/admin/trials/T-1/facts';
  const sent = {
    ...{ fileName: 'facts.csv', source: 'EDC' },
    content: Buffer.from('subject,kind\n').toString('base64'),
  };

  it('imports a file as it was looked at', async () => {
    const { exitCode } = await factsCommand.run(['import', 'T-1', file, '--source=EDC']);
    expect(exitCode).toBe(0);
    expect(asked).toEqual([
      { call: `POST ${root}/import`, body: { ...sent, preview: true } },
      { call: `POST ${root}/import`, body: { ...sent, tag: 'seen' } },
    ]);
  });

  it('only looks where that is asked for, under the name of the file where no source is given', async () => {
    await factsCommand.run(['import', 'T-1', file, '--preview']);
    expect(asked).toEqual([
      { call: `POST ${root}/import`, body: { ...sent, source: 'facts.csv', preview: true } },
    ]);
  });

  it('imports nothing where anything is wrong, prints it, and exits with 1', async () => {
    findingCount = 2;
    const { exitCode, output } = await factsCommand.run(['import', 'T-1', file]);
    expect([exitCode, output]).toEqual([1, { tag: 'seen', findingCount: 2 }]);
    expect(asked).toHaveLength(1);
  });

  it('says which file it can not read', async () => {
    const none = join(folder, 'none.csv');
    await expect(factsCommand.run(['import', 'T-1', none])).rejects.toThrow(none);
    expect(asked).toEqual([]);
  });

  it.each<[string[], string, object | null]>([
    [['list', 'T-1', '--kind=weight'], `GET ${root}?kind=weight`, null],
    [['show', 'T-1', 'S/1'], `GET ${root}/subjects/S%2F1`, null],
    [['imports', 'T-1', '--limit=5'], `GET ${root}/imports?limit=5`, null],
    [
      ['record', 'T-1', 'S-1', 'death', '--date=2026-02', '--reason=Letter'],
      `POST ${root}`,
      { subject: 'S-1', kind: 'death', date: '2026-02', reason: 'Letter', tag: 'seen' },
    ],
    [
      ['withdraw', 'T-1', 'f1', '--reason=Letter'],
      `POST ${root}/f1/withdraw`,
      { reason: 'Letter', tag: 'seen' },
    ],
  ])('%j', async (args, call, body) => {
    await factsCommand.run(args);
    expect(asked.at(-1)).toEqual({ call, body });
  });
});
