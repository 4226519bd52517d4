import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readCommand } from './readCommand.js';

interface Asked {
  readonly call: string;
  readonly body: unknown;
}

describe('corelab read', () => {
  let server: Server;
  const asked: Asked[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token, CORELAB_PASSWORD: password } = process.env;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const body = await text(request);
      asked.push({
        call: `${request.method} ${request.url}`,
        body: body === '' ? null : JSON.parse(body),
      });
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":true}');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    process.env.CORELAB_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.CORELAB_TOKEN = 't'.repeat(40);
    process.env.CORELAB_PASSWORD = 'secret word';
  });
  afterAll(async () => {
    if (url === undefined) delete process.env.CORELAB_URL;
    else process.env.CORELAB_URL = url;
    if (token === undefined) delete process.env.CORELAB_TOKEN;
    else process.env.CORELAB_TOKEN = token;
    if (password === undefined) delete process.env.CORELAB_PASSWORD;
    else process.env.CORELAB_PASSWORD = password;
    await new Promise(resolve => server.close(resolve));
  });
  beforeEach(() => {
    asked.length = 0;
  });

  const reads = '/api/admin/trials/T-1/reads';

  it('writes the report of a read into a file, and says what it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corelab-report-'));
    const file = join(folder, 'read.pdf');
    const words = ['report', 'r1', '--trial=T-1', `--out=${file}`];
    const content = '{"ok":true}';
    expect(await readCommand.run(words)).toEqual({
      exitCode: 0,
      output: {
        ...{ read: 'r1', file, bytes: content.length },
        sha256: createHash('sha256').update(content).digest('hex'),
      },
    });
    expect(asked).toEqual([{ call: `GET ${reads}/r1/report`, body: null }]);
    expect(await readFile(file, 'utf8')).toBe(content);
    await rm(folder, { recursive: true });
  });

  it.each<[string[], string, unknown]>([
    [['unassigned', '--trial=T-1'], `GET ${reads}/unassigned`, null],
    [
      ['unassigned', '--trial=T-1', '--offset=50', '--limit=10'],
      `GET ${reads}/unassigned?offset=50&limit=10`,
      null,
    ],
    [['candidates', 'r1', '--trial=T-1'], `GET ${reads}/r1/candidates`, null],
    [['assign', 'r1', 'anna', '--trial=T-1'], `POST ${reads}/r1/assign`, { user: 'anna' }],
    [
      ['move', 'r1', 'ben', '--trial=T-1', '--reason=Ill'],
      `POST ${reads}/r1/move`,
      { user: 'ben', reason: 'Ill' },
    ],
    [
      ['unlock', 'r1', '--trial=T-1', '--reason=Wrong node'],
      `POST ${reads}/r1/unlock`,
      { reason: 'Wrong node' },
    ],
    [['unlocks', '--trial=T-1'], 'GET /api/admin/trials/T-1/unlocks?state=open', null],
    [['unlocks', '--trial=T-1', '--all'], 'GET /api/admin/trials/T-1/unlocks?state=all', null],
    [
      ['approve-unlock', 'u1', '--trial=T-1', '--reason=It is so'],
      'POST /api/admin/trials/T-1/unlocks/u1/decide',
      { decision: 'approve', reason: 'It is so', password: 'secret word' },
    ],
    [
      ['refuse-unlock', 'u1', '--trial=T-1', '--reason=It is not'],
      'POST /api/admin/trials/T-1/unlocks/u1/decide',
      { decision: 'refuse', reason: 'It is not', password: 'secret word' },
    ],
    [
      [
        ...['replace', '101-004', 'R1', 'ben', '--trial=T-1', '--how=takeOver'],
        ...['--reason=Left', '--authorised-by=Head of reading'],
      ],
      'POST /api/admin/trials/T-1/replacements',
      {
        ...{ subject: '101-004', slot: 'R1', user: 'ben', how: 'takeOver', reason: 'Left' },
        authorisedBy: 'Head of reading',
      },
    ],
    [['replacements', '--trial=T-1'], 'GET /api/admin/trials/T-1/replacements', null],
    [['impacts', '--trial=T-1'], 'GET /api/admin/trials/T-1/impacts?state=pending', null],
    [
      ['impacts', '--trial=T-1', '--all', '--after=i1'],
      'GET /api/admin/trials/T-1/impacts?state=all&after=i1',
      null,
    ],
    [
      ['decide-impact', 'i1', 'laterReads', '--trial=T-1', '--reason=Not affected'],
      'POST /api/admin/trials/T-1/impacts/i1/decide',
      {
        ...{ decision: 'laterReads', reason: 'Not affected', password: 'secret word' },
        meaning: 'I looked at what changed and decide what it means',
      },
    ],
  ])('%j', async (args, call, body) => {
    expect(await readCommand.run(args)).toEqual({ exitCode: 0, output: { ok: true } });
    expect(asked).toEqual([{ call, body }]);
  });

  it.each([
    [['move', 'r1', 'ben', '--trial=T-1'], /--reason is missing/],
    [['assign', 'r1', 'anna'], /--trial is missing/],
    [['unassigned', '--trial=T-1', '--reason=x'], /--reason is not for this/],
    [['assign'], /usage: corelab read unassigned/],
  ])('%j is refused', async (args, message) => {
    await expect(readCommand.run(args)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
