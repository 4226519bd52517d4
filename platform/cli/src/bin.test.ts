import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

const bin = join(process.cwd(), 'platform/cli/bin/corelab.mjs');
/** Each case starts processes; on a busy machine a start takes seconds. */
jest.setTimeout(120_000);

async function corelab(args: string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } });
  const closed = new Promise<number | null>(resolve => child.on('close', resolve));
  child.stdin.end(input);
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { stdout, stderr, exitCode, json: () => JSON.parse(stdout) as unknown };
}

const subject = {
  criterion: 'recist-1.1',
  parameters: {},
  timepoints: [
    {
      id: 'BL',
      date: '2026-01-05',
      lesions: [
        { id: 'T01', role: 'target', location: 'LIVER', node: false, longestDiameterMm: 32.1 },
        { id: 'T02', role: 'target', location: 'LYMPH NODE', node: true, shortAxisMm: 18 },
        { id: 'NT01', role: 'non-target', status: 'present' },
      ],
    },
    {
      id: 'TP1',
      date: '2026-03-02',
      lesions: [
        { id: 'T01', role: 'target', longestDiameterMm: 20 },
        { id: 'T02', role: 'target', shortAxisMm: 10 },
        { id: 'NT01', role: 'non-target', status: 'present' },
      ],
    },
  ],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('corelab assess', () => {
  it('rates the subject of the design on standard input', async () => {
    const { exitCode, json } = await corelab(['assess'], JSON.stringify(subject));
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({
      criterion: 'recist-1.1',
      timepoints: [
        { id: 'BL', burden: { value: 50.1, unit: 'mm' } },
        {
          id: 'TP1',
          burden: {
            value: 30,
            unit: 'mm',
            nadir: 50.1,
            changeFromBaselinePct: -40.12,
            changeFromNadirPct: -40.12,
            changeFromNadir: -20.1,
          },
          target: 'PR',
          nonTarget: 'NON-CR/NON-PD',
          newLesions: false,
          overall: 'PR',
          revised: null,
        },
      ],
      bestOverallResponse: {
        unconfirmed: { value: 'PR', date: '2026-03-02' },
        confirmed: { value: 'SD', date: '2026-03-02' },
      },
    });
  });
  it('answers an array in order, with the error in the place of what failed', async () => {
    const file = join(folder, 'subjects.json');
    await writeFile(
      file,
      JSON.stringify([subject, { ...subject, criterion: 'recist-9' }, subject])
    );
    const { exitCode, json } = await corelab(['assess', '--input', file]);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject([
      { criterion: 'recist-1.1' },
      { error: { code: 'CL_CRITERION_UNKNOWN', path: '/criterion' } },
      { criterion: 'recist-1.1' },
    ]);
  });
  it('leaves the reasons out when told to, and nothing else', async () => {
    const input = JSON.stringify(subject);
    const [whole, bare] = await Promise.all([
      corelab(['assess'], input),
      corelab(['assess', '--no-trace'], input),
    ]);
    const { timepoints, ...rest } = whole.json() as { timepoints: { trace: unknown[] }[] };
    expect(timepoints[1]?.trace.length).toBeGreaterThan(0);
    expect([bare.exitCode, bare.json()]).toEqual([
      0,
      { ...rest, timepoints: timepoints.map(one => ({ ...one, trace: [] })) },
    ]);
  });
  it('combines, and prints its schema', async () => {
    const components = { target: 'CR', nonTarget: 'NON-CR/NON-PD', newLesions: false };
    const combined = await corelab(
      ['assess', '--combine'],
      JSON.stringify({ criterion: 'recist-1.1', components })
    );
    expect([combined.exitCode, combined.json()]).toEqual([0, { overall: 'PR' }]);
    const schema = await corelab(['assess', '--schema']);
    expect(schema.json()).toMatchObject({ input: { type: 'object' }, output: { type: 'object' } });
  });
  it.each([
    ['not JSON', ['assess'], '{'],
    ['an unknown option', ['assess', '--fast'], '{}'],
    ['an unknown command', ['asses'], ''],
    ['a file that is not there', ['assess', '--input', '/nonexistent.json'], ''],
    ['no command', [], ''],
  ])('exits 2 on %s, with a message', async (_name, args, input) => {
    const { exitCode, stdout, stderr } = await corelab(args, input);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});

describe('corelab endpoints', () => {
  const read = (id: string, more: object = {}) => ({
    id,
    startDate: '2026-01-01',
    visits: [{ id: 'TP1', date: '2026-02-26', response: 'SD' }],
    ...more,
  });
  it.each([
    [
      'CL_CRITERION_MISMATCH',
      'a subject rated by another criterion',
      [read('001', { criterion: 'recist-1.1' }), read('002', { criterion: 'irecist' })],
      '/subjects/1/criterion',
      'subject 002: rated by irecist, the others by recist-1.1',
    ],
    [
      'CL_RESPONSE_UNKNOWN',
      'a category that the criterion does not have',
      [read('001'), read('002', { visits: [{ id: 'TP2', date: '2026-04-23', response: 'IPR' }] })],
      '/subjects/1/visits/0/response',
      'subject 002: "IPR" at TP2 is not a response of recist-1.1 (known: CR, PR, MR, SD, NON-CR/NON-PD, NED, PD, NE, ND, MISSING)',
    ],
  ])('%s: %s, and where', async (code, _name, subjects, path, message) => {
    const refused = await corelab(['endpoints'], JSON.stringify({ subjects }));
    expect([refused.exitCode, refused.stderr]).toEqual([1, '']);
    expect(refused.json()).toEqual({ error: { code, path, subject: '002', message } });
  });
  it('CL_CRITERION_MISMATCH: assessments by other parameters, unless an option decides', async () => {
    const assessments = await corelab(
      ['assess'],
      JSON.stringify([28, 35].map(days => ({ ...subject, parameters: { confirmationDays: days } })))
    );
    const subjects = (assessments.json() as object[]).map((assessment, index) => ({
      id: `00${index + 1}`,
      startDate: '2026-01-05',
      assessment,
    }));
    const refused = await corelab(['endpoints'], JSON.stringify({ subjects }));
    expect(refused.exitCode).toBe(1);
    expect(refused.json()).toEqual({
      error: {
        code: 'CL_CRITERION_MISMATCH',
        path: '/subjects/1/assessment/parameters/confirmationDays',
        subject: '002',
        message:
          'subject 002: confirmationDays is 35, of the others 28; the option confirmationDays decides for all',
      },
    });
    const options = { confirmationDays: 28 };
    const { exitCode, json } = await corelab(['endpoints'], JSON.stringify({ subjects, options }));
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ options, cohort: { n: 2, orr: { n: 2 } } });
  });
  it('counts minor response as the option says, which its schema has', async () => {
    const minor = ['2026-02-26', '2026-04-23'].map(date => ({ date, response: 'MR' }));
    const document = (options: object) => ({
      subjects: [read('001', { visits: minor })],
      options: { criterion: 'rano-2.0', ...options },
    });
    const { json } = await corelab(
      ['endpoints'],
      JSON.stringify([document({}), document({ mrAs: 'PR' })])
    );
    expect(json()).toMatchObject([
      { options: { mrAs: 'SD' }, cohort: { orr: { n: 0 } } },
      { options: { mrAs: 'PR' }, cohort: { orr: { n: 1 } } },
    ]);
    const schema = await corelab(['endpoints', '--schema']);
    const allowed = { anyOf: ['SD', 'benefit', 'PR'].map(value => ({ const: value })) };
    expect(schema.json()).toMatchObject({
      output: { properties: { options: { properties: { mrAs: { default: 'SD', ...allowed } } } } },
    });
  });
});

/** The command with a reader that is gone before it writes; the shell says its exit code after its messages. */
async function unread(args: string, redirection = ''): Promise<string> {
  const command = `{ "$NODE" "$BIN" ${args} ${redirection}; echo "exit $?" >&3; } 3>&2 | true`;
  const env = { ...process.env, NODE: process.execPath, BIN: bin };
  const child = spawn('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  return text(child.stderr);
}

describe('a pipe that its reader closed', () => {
  it.each([
    ['assess --schema', 0],
    ['endpoints --schema', 0],
    ['--help', 0],
    ['assess --input package.json', 1],
  ])('ends %s without a word more', async (args, exitCode) => {
    const said = await unread(args);
    expect(said).not.toMatch(/EPIPE|node:| at /);
    expect(said.trimEnd().split('\n').at(-1)).toBe(`exit ${exitCode}`);
  });
  it('takes messages too', async () => {
    expect(await unread('asses', '2>&1')).toBe('exit 2\n');
  });
});

describe('commands that call the server', () => {
  const seen: {
    method: string | undefined;
    url: string | undefined;
    token: string | undefined;
    body: string;
  }[] = [];
  const answers = new Map<string, [number, unknown]>([
    ['/api/admin/trials', [201, { trial: 'DEMO', version: 1 }]],
    [
      '/api/admin/trials/DEMO/export?format=csv',
      [200, { asOf: 9, files: [{ name: 'rs.csv', content: 'A,B\n' }] }],
    ],
    [
      '/api/admin/trials/DEMO/export?format=csv&asOf=7',
      [200, { asOf: 7, files: [{ name: 'rs.csv', content: 'A\n' }] }],
    ],
    [
      '/api/admin/trials/DEMO/export?format=csv&dataCut=Interim%201',
      [200, { asOf: 5, files: [{ name: 'rs.csv', content: 'B\n' }] }],
    ],
    ['/api/admin/trials/DEMO/versions', [200, { versions: [] }]],
    ['/api/admin/trials/DEMO/versions/2', [200, { version: 2, approvalMeanings: ['I approve'] }]],
    ['/api/admin/trials/DEMO/versions/3', [200, { approvalMeanings: ['I approve', 'I agree'] }]],
    ['/api/admin/trials/DEMO/versions/2/diff?against=1', [200, { changes: [] }]],
    ['/api/admin/trials/DEMO/versions/2/impact', [200, { signed: { reads: 0 } }]],
    ['/api/admin/trials/DEMO/versions/2/approve', [200, { version: 2, state: 'effective' }]],
    ['/api/admin/trials/DEMO/versions/2/reject', [200, { version: 2, state: 'rejected' }]],
    ['/api/admin/problems?state=open&trial=DEMO', [200, { problems: [{ id: 'p1' }] }]],
    ['/api/admin/problems/p1/answer', [200, { id: 'p1', readState: 'draft' }]],
    [
      '/api/admin/trials/EVIL/export?format=csv',
      [200, { asOf: 1, files: [{ name: '../x', content: '' }] }],
    ],
  ]);
  const respond = async (request: IncomingMessage): Promise<[number, unknown]> => {
    seen.push({
      method: request.method,
      url: request.url,
      token: request.headers.authorization,
      body: await text(request),
    });
    return (
      answers.get(request.url ?? '') ?? [404, { code: 'CL_NOT_FOUND', message: 'no such trial' }]
    );
  };
  const server = createServer((request, response) => {
    void respond(request).then(([status, body]) =>
      response.writeHead(status).end(JSON.stringify(body))
    );
  });
  let env: Record<string, string> = {};
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    env = { CORELAB_HOME: folder, CORELAB_URL: '', CORELAB_TOKEN: '' };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await writeFile(join(folder, 'cli.json'), JSON.stringify({ url, token: 'secret' }));
  });
  afterAll(async () => {
    await new Promise(resolve => server.close(resolve));
  });

  it('deploys a charter with the saved token', async () => {
    const file = join(folder, 'demo.yaml');
    await writeFile(file, 'trial: DEMO\n');
    const { exitCode, json } = await corelab(['trial', 'deploy', file], '', env);
    expect([exitCode, json()]).toEqual([0, { trial: 'DEMO', version: 1 }]);
    expect(seen.at(-1)).toEqual({
      method: 'POST',
      url: '/api/admin/trials',
      token: 'Bearer secret',
      body: '{"charter":"trial: DEMO\\n"}',
    });
  });
  it('deploys an amendment with its reason and scope, and knows the scopes', async () => {
    const file = join(folder, 'demo.yaml');
    await writeFile(file, 'trial: DEMO\n');
    const amend = ['trial', 'deploy', file, '--reason', 'Protocol 2', '--scope'];
    const { exitCode } = await corelab([...amend, 'newTimepoints'], '', env);
    expect(exitCode).toBe(0);
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toEqual({
      ...{ charter: 'trial: DEMO\n', reason: 'Protocol 2', scope: 'newTimepoints' },
    });
    const demo = await corelab(['trial', 'deploy', file, '--demo'], '', env);
    expect(demo.exitCode).toBe(0);
    expect(seen.at(-1)?.body).toContain('"demo":true');
    const unknown = await corelab([...amend, 'everything'], '', env);
    expect([unknown.exitCode, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('newSubjects, newTimepoints, allWithRereading');
  });
  it('saves a draft and shows versions, differences and impact', async () => {
    const file = join(folder, 'demo.yaml');
    await writeFile(file, 'trial: DEMO\n');
    for (const [args, method, path] of [
      [['draft', 'DEMO', file], 'POST', ''],
      [['versions', 'DEMO'], 'GET', ''],
      [['diff', 'DEMO', '2', '--against', '1'], 'GET', '/2/diff?against=1'],
      [['impact', 'DEMO', '2'], 'GET', '/2/impact'],
    ] as const) {
      const { exitCode } = await corelab(['trial', ...args], '', env);
      expect([args, exitCode]).toEqual([args, 0]);
      expect(seen.at(-1)).toMatchObject({ method, url: `/api/admin/trials/DEMO/versions${path}` });
    }
  });
  it('approves with a password that is no argument, and the one meaning there is', async () => {
    const approve = ['trial', 'approve', 'DEMO', '2', '--reason', 'As agreed'];
    const piped = await corelab(approve, 'secret word\n', env);
    expect([piped.exitCode, piped.json()]).toEqual([0, { version: 2, state: 'effective' }]);
    const signed = { password: 'secret word', meaning: 'I approve', reason: 'As agreed' };
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toEqual(signed);
    const kept = await corelab(approve, '', { ...env, CORELAB_PASSWORD: 'kept word' });
    expect(kept.exitCode).toBe(0);
    expect(seen.at(-1)?.body).toContain('"kept word"');
    const none = await corelab(approve, '', { ...env, CORELAB_PASSWORD: '' });
    expect([none.exitCode, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('needs your password');
    const several = await corelab(
      ['trial', 'approve', 'DEMO', '3', '--reason', 'As agreed'],
      'x\n',
      env
    );
    expect([several.exitCode, several.stderr]).toEqual([
      2,
      'say --meaning, one of: I approve; I agree\n',
    ]);
  });
  it('rejects with a reason, and takes no option that the action does not have', async () => {
    const rejected = await corelab(
      ['trial', 'reject', 'DEMO', '2', '--reason', 'Not agreed'],
      '',
      env
    );
    expect(rejected.json()).toEqual({ version: 2, state: 'rejected' });
    expect(seen.at(-1)?.body).toBe('{"reason":"Not agreed"}');
    for (const args of [
      ['reject', 'DEMO', '2'],
      ['impact', 'DEMO', 'latest'],
      ['impact', 'DEMO', '2', '--demo'],
      ['versions', 'DEMO', '2'],
      ['constructor', 'DEMO'],
    ]) {
      const wrong = await corelab(['trial', ...args], '', env);
      expect([args, wrong.exitCode, wrong.stdout]).toEqual([args, 2, '']);
    }
  });
  it('lists what readers flagged, and answers it', async () => {
    const list = await corelab(['problem', 'list', '--trial', 'DEMO'], '', env);
    expect([list.exitCode, list.json()]).toEqual([0, { problems: [{ id: 'p1' }] }]);
    const answer = ['problem', 'answer', 'p1', '--text', 'Sent again', '--decision', 'resume'];
    const answered = await corelab(answer, '', env);
    expect([answered.exitCode, answered.json()]).toEqual([0, { id: 'p1', readState: 'draft' }]);
    expect(seen.at(-1)).toMatchObject({
      url: '/api/admin/problems/p1/answer',
      body: '{"text":"Sent again","decision":"resume"}',
    });
    await corelab([...answer, '--not-identity', 'place,name'], '', env);
    expect(JSON.parse(seen.at(-1)?.body ?? '{}')).toMatchObject({
      notIdentity: [{ path: '/text', kinds: ['place', 'name'] }],
    });
    const unknown = await corelab([...answer.slice(0, -1), 'perhaps'], '', env);
    expect([unknown.exitCode, unknown.stdout]).toEqual([2, '']);
  });
  it('writes exported files and nothing else', async () => {
    const out = join(folder, 'out');
    const { exitCode } = await corelab(
      ['export', '--trial', 'DEMO', '--format', 'csv', '--out', out],
      '',
      env
    );
    expect(exitCode).toBe(0);
    expect(await readdir(out)).toEqual(['rs.csv']);
    expect(await readFile(join(out, 'rs.csv'), 'utf8')).toBe('A,B\n');
  });
  it('exports as of an audit entry or a data cut, not both', async () => {
    const out = join(folder, 'past');
    const args = ['export', '--trial', 'DEMO', '--format', 'csv', '--out', out];
    const past = await corelab([...args, '--as-of', '7'], '', env);
    expect(past.json()).toMatchObject({ trial: 'DEMO', asOf: 7 });
    expect(await readFile(join(out, 'rs.csv'), 'utf8')).toBe('A\n');
    const cut = await corelab([...args, '--data-cut', 'Interim 1'], '', env);
    expect(cut.json()).toMatchObject({ asOf: 5 });
    for (const wrong of [
      ['--as-of', 'yesterday'],
      ['--as-of', '7', '--data-cut', 'Interim 1'],
    ]) {
      expect((await corelab([...args, ...wrong], '', env)).exitCode).toBe(2);
    }
  });
  it('says what the server refused, and writes no file outside its folder', async () => {
    const out = join(folder, 'none');
    const unknown = await corelab(
      ['export', '--trial', 'X', '--format', 'csv', '--out', out],
      '',
      env
    );
    expect([unknown.exitCode, unknown.json()]).toEqual([
      1,
      { error: { code: 'CL_NOT_FOUND', message: '404 no such trial' } },
    ]);
    const evil = await corelab(
      ['export', '--trial', 'EVIL', '--format', 'csv', '--out', out],
      '',
      env
    );
    expect(evil.exitCode).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});
