import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { userCommand } from './userCommand.js';

interface Asked {
  readonly call: string;
  readonly body: unknown;
}

describe('corelab user', () => {
  let server: Server;
  let folder: string;
  const asked: Asked[] = [];
  const { CORELAB_URL: url, CORELAB_TOKEN: token } = process.env;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-user-'));
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
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    asked.length = 0;
  });

  it.each<[string[], string, unknown]>([
    [
      ['add', 'reader7', '--name', 'Dr Seven'],
      'POST /api/admin/accounts',
      { user: 'reader7', name: 'Dr Seven', administrator: false },
    ],
    [['list'], 'GET /api/admin/accounts', null],
    [
      ['deactivate', 'reader7', '--reason', 'Left'],
      'POST /api/admin/accounts/reader7/deactivate',
      { reason: 'Left' },
    ],
    [
      ['reset', 'ask', 'reader7', '--second-factor', '--reason', 'Lost the telephone'],
      'POST /api/admin/accounts/reader7/reset',
      { secondFactor: true, reason: 'Lost the telephone' },
    ],
    [
      ['reset', 'ask', 'reader7', '--reason', 'Forgot it'],
      'POST /api/admin/accounts/reader7/reset',
      { secondFactor: false, reason: 'Forgot it' },
    ],
    [['access', 'list', '--all'], 'GET /api/admin/access?all=true', null],
    [['access', 'reviews', '--trial=T 1'], 'GET /api/admin/trials/T%201/access/reviews', null],
    [['reset', 'list'], 'GET /api/admin/account-resets', null],
    [
      ['reset', 'refuse', 'r1', '--reason', 'Not them'],
      'POST /api/admin/account-resets/r1/refuse',
      { reason: 'Not them' },
    ],
    [
      ['administrator', 'give', 'anna', '--reason', 'Second one'],
      'POST /api/admin/accounts/anna/administrator',
      { administrator: true, reason: 'Second one' },
    ],
    [
      ['administrator', 'take', 'anna', '--reason', 'Left'],
      'POST /api/admin/accounts/anna/administrator',
      { administrator: false, reason: 'Left' },
    ],
    [
      ['token', 'give', 'anna', '--name', 'Laptop'],
      'POST /api/admin/accounts/anna/tokens',
      { name: 'Laptop' },
    ],
    [['token', 'list', 'anna'], 'GET /api/admin/accounts/anna/tokens', null],
    [['token', 'revoke', 'anna', 'k1'], 'POST /api/admin/accounts/anna/tokens/k1/revoke', null],
    [
      [
        'role',
        'grant',
        'c',
        'siteCoordinator',
        '--trial=T 1',
        '--site=101',
        '--site=102',
        '--reason=x',
      ],
      'POST /api/admin/trials/T%201/roles',
      { user: 'c', role: 'siteCoordinator', sites: ['101', '102'], reason: 'x' },
    ],
    [
      ['role', 'end', 'c', 'siteCoordinator', '--trial=T-1', '--reason=x'],
      'POST /api/admin/trials/T-1/roles/end',
      { user: 'c', role: 'siteCoordinator', reason: 'x' },
    ],
    [['role', 'list', '--trial=T-1'], 'GET /api/admin/trials/T-1/people', null],
    [
      [
        'qualification',
        'add',
        'r',
        'charterTraining',
        '--trial=T-1',
        '--date=2026-01-05',
        '--charter-version=3',
      ],
      'POST /api/admin/trials/T-1/qualifications',
      { user: 'r', kind: 'charterTraining', date: '2026-01-05', charterVersion: 3 },
    ],
    [
      ['qualification', 'list', '--trial=T-1', '--user=r'],
      'GET /api/admin/trials/T-1/qualifications?user=r',
      null,
    ],
    [
      ['absence', 'add', 'r', '--trial=T-1', '--from=2026-03-01', '--to=2026-03-05', '--backup=b'],
      'POST /api/admin/trials/T-1/absences',
      { user: 'r', from: '2026-03-01', to: '2026-03-05', backup: 'b' },
    ],
    [
      ['absence', 'cancel', 'a1', '--trial=T-1'],
      'POST /api/admin/trials/T-1/absences/a1/cancel',
      null,
    ],
    [
      ['conflict', 'add', 'r', '--trial=T-1', '--site=101', '--reason=x'],
      'POST /api/admin/trials/T-1/conflicts',
      { user: 'r', site: '101', reason: 'x' },
    ],
  ])('%j', async (args, call, body) => {
    expect(await userCommand.run(args)).toEqual({ exitCode: 0, output: { ok: true } });
    expect(asked).toEqual([{ call, body }]);
  });

  it('sends the hash of a document and not the document', async () => {
    const file = join(folder, 'gcp.pdf');
    await writeFile(file, 'certificate');
    await userCommand.run(
      `qualification add r gcp --trial T-1 --date 2026-01-05 --document ${file}`.split(' ')
    );
    const documentHash = createHash('sha256').update('certificate').digest('hex');
    expect(asked).toMatchObject([{ body: { documentHash } }]);
  });

  it.each([
    [[], 'usage: corelab user add'],
    [['add'], 'usage: corelab user add'],
    [['add', 'reader7'], '--name is missing'],
    [['list', '--reason', 'x'], '--reason is not for this'],
    [['role', 'grant', 'c', 'reader', '--reason=x'], '--trial is missing'],
    [
      ['qualification', 'add', 'r', 'gcp', '--trial=T', '--date=2026-01-05', '--charter-version=0'],
      'expected a whole number from 1',
    ],
    [
      ['conflict', 'add', 'r', '--trial=T', '--site=1', '--site=2', '--reason=x'],
      '--site is given once here',
    ],
    // A password on the command line stands in the shell's history and in the list of processes.
    [['add', 'reader7', '--name=x', '--password=secret'], "Unknown option '--password'"],
  ])('refuses %j', async (args, said) => {
    await expect(userCommand.run(args)).rejects.toThrow(said);
    expect(asked).toEqual([]);
  });

  it('has a schema of each action', () => {
    expect(Object.keys(userCommand.schema as object)).toContain('qualification add USER KIND');
    expect(userCommand.schemaFor?.(['role', 'grant'])).toMatchObject({
      usage: 'corelab user role grant USER ROLE --trial ID [--site CODE ...] --reason TEXT',
      output: { required: ['changed'] },
    });
    expect(Object.keys(userCommand.schemaFor?.(['qualification']) as object)).toHaveLength(3);
    expect(() => userCommand.schemaFor?.(['nothing'])).toThrow('usage');
  });
});
