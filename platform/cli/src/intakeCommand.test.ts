import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intakeCommand } from './intakeCommand.js';

interface Asked {
  readonly call: string;
  readonly body: unknown;
}

describe('corelab intake', () => {
  let server: Server;
  const asked: Asked[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token } = process.env;

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
  });
  afterAll(async () => {
    if (url === undefined) delete process.env.CORELAB_URL;
    else process.env.CORELAB_URL = url;
    if (token === undefined) delete process.env.CORELAB_TOKEN;
    else process.env.CORELAB_TOKEN = token;
    await new Promise(resolve => server.close(resolve));
  });
  beforeEach(() => {
    asked.length = 0;
  });

  const trial = '/api/admin/trials/T-1';
  const said = { authority: 'Letter of 3 May', reason: 'Typing error' };
  const options = ['--trial=T-1', `--authority=${said.authority}`, `--reason=${said.reason}`];
  it.each<[string[], string, unknown]>([
    [['list', '--trial=T-1'], `GET ${trial}/arrivals?state=all`, null],
    [
      ['list', '--trial=T-1', '--state=matched', '--order=newest', '--site=101', '--limit=5'],
      `GET ${trial}/arrivals?state=matched&order=newest&site=101&limit=5`,
      null,
    ],
    [
      ['waiting', '--trial=T-1', '--after=a1'],
      `GET ${trial}/arrivals?state=waiting&after=a1`,
      null,
    ],
    [['show', 'a/1', '--trial=T-1'], `GET ${trial}/arrivals/a%2F1`, null],
    [
      ['match', 'a1', 'S-1', 'TP1', ...options],
      `POST ${trial}/arrivals/a1/match`,
      { subject: 'S-1', timepoint: 'TP1', ...said },
    ],
    [
      ['match', 'a1', 'S-9', 'BL', ...options, '--site=101', '--new-subject'],
      `POST ${trial}/arrivals/a1/match`,
      { subject: 'S-9', timepoint: 'BL', ...said, site: '101', newSubject: true },
    ],
    [
      ['refuse', 'a1', '--trial=T-1', '--reason=Not ours'],
      `POST ${trial}/arrivals/a1/refuse`,
      { reason: 'Not ours' },
    ],
    [
      ['take-up-again', 'a1', '--trial=T-1', '--reason=Ours'],
      `POST ${trial}/arrivals/a1/take-up-again`,
      { reason: 'Ours' },
    ],
    [['quarantine', '--trial=T-1'], `GET ${trial}/quarantine/groups?state=quarantined`, null],
    [
      ['release', 'r1', '1.2.3', ...options],
      `POST ${trial}/quarantine/groups/release`,
      { receipt: 'r1', study: '1.2.3', ...said },
    ],
    [
      ['refuse-quarantined', 'r1', '1.2.3', '--trial=T-1', '--reason=Names a person'],
      `POST ${trial}/quarantine/groups/refuse`,
      { receipt: 'r1', study: '1.2.3', reason: 'Names a person' },
    ],
    [['deliveries', '--trial=T-1', '--limit=9'], `GET ${trial}/deliveries?limit=9`, null],
  ])('%j', async (args, call, body) => {
    expect(await intakeCommand.run(args)).toEqual({ exitCode: 0, output: { ok: true } });
    expect(asked).toEqual([{ call, body }]);
  });

  it.each([
    [['match', 'a1', 'S-1', 'TP1', '--trial=T-1', '--reason=x'], /--authority is missing/],
    [['refuse', 'a1', '--trial=T-1'], /--reason is missing/],
    [['waiting'], /--trial is missing/],
    [['waiting', '--trial=T-1', '--state=all'], /--state is not for this/],
    [['match', 'a1'], /usage: corelab intake list/],
  ])('%j is refused', async (args, message) => {
    await expect(intakeCommand.run(args)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
