import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeBundle, type BundleHead, type BundlePart } from '@corelab/record';

const bin = join(process.cwd(), 'platform/cli/bin/corelab.mjs');
/** Each case starts a process; on a busy machine a start takes seconds. */
jest.setTimeout(120_000);

async function* partsOf(contents: object, fails = false): AsyncGenerator<BundlePart> {
  if (fails) throw new Error('the archive went');
  yield { path: 'contents.json', bytes: Buffer.from(JSON.stringify(contents)) };
}

/** What a server sends of a copy. */
async function copyOf(format: BundleHead['format'], contents: object, fails = false) {
  const head = { format, version: 1, software: 'corelab 0', migrations: [] };
  const written: Uint8Array[] = [];
  const bundle = writeBundle({
    head: { ...head, madeAt: '2026-03-01T09:00:00.000Z' },
    parts: partsOf(contents, fails),
    failure: reason => ({ code: 'CL_TEST', message: String(reason) }),
  });
  for await (const chunk of bundle) written.push(chunk);
  return Buffer.concat(written);
}

describe('copies from a shell', () => {
  let folder: string;
  let asked: {
    readonly url: string;
    readonly body: string;
    readonly headers: IncomingMessage['headers'];
  };
  let answer: Buffer;
  let status = 200;
  const server = createServer(async (request, response) => {
    asked = { url: request.url ?? '', headers: request.headers, body: await text(request) };
    response.writeHead(status, { 'content-type': 'application/x-tar' }).end(answer);
  });

  const corelab = async (args: string[], input = '', env: Record<string, string> = {}) => {
    const { port } = server.address() as AddressInfo;
    const child = spawn(process.execPath, [bin, ...args], {
      env: {
        ...process.env,
        ...{ CORELAB_URL: `http://127.0.0.1:${port}`, CORELAB_TOKEN: 'a-token', ...env },
      },
    });
    const closed = new Promise<number | null>(resolve => child.on('close', resolve));
    child.stdin.end(input);
    const [stdout, exitCode] = await Promise.all([text(child.stdout), closed]);
    return { exitCode, json: JSON.parse(stdout) as { error?: { code: string; message: string } } };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-copies-'));
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    await new Promise(done => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  it('corelab backup writes what the server sends under a name of its time, and says what is in it', async () => {
    answer = await copyOf('corelab-backup', { rows: { read: 2 }, missing: [] });
    const { exitCode, json } = await corelab(
      ['backup', '--out', folder, '--with-secrets', '--images', 'without'],
      'words that nobody guesses\n'
    );
    expect([exitCode, json]).toMatchObject([0, { rows: { read: 2 }, bytes: answer.length }]);
    const [name = ''] = await readdir(folder);
    expect(name).toMatch(/^corelab-backup-\d{8}T\d{6}Z\.tar$/);
    expect(await readFile(join(folder, name))).toEqual(answer);
    expect(asked.url).toBe('/api/admin/backup');
    expect(JSON.parse(asked.body)).toEqual({
      ...{ images: false, passphrase: 'words that nobody guesses' },
    });
  });

  it('corelab trial export-all ends with 1 where images are missing', async () => {
    answer = await copyOf('corelab-trial', { rows: {}, missing: ['aa'] });
    const out = join(folder, 'trial.tar');
    const { exitCode } = await corelab(['trial', 'export-all', 'T 1', '--out', out]);
    expect(exitCode).toBe(1);
    expect(asked.url).toBe('/api/admin/trials/T%201/copy');
    expect(await readFile(out)).toEqual(answer);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['that failed', () => copyOf('corelab-backup', {}, true), 'CL_BUNDLE_FAILED'],
    [
      'that was cut short',
      async () => (await copyOf('corelab-backup', {})).subarray(0, 1500),
      'CL_BUNDLE_CUT_SHORT',
    ],
  ])('corelab backup leaves no file of one %s', async (_, made, code) => {
    answer = await made();
    const before = await readdir(folder);
    const { exitCode, json } = await corelab(['backup', '--out', join(folder, 'b.tar')]);
    expect([exitCode, json.error?.code]).toEqual([1, code]);
    expect(await readdir(folder)).toEqual(before);
  });

  it('corelab trial import sends the file, names and passphrase, and says what the server says', async () => {
    const file = join(folder, 'sent.tar');
    const names = join(folder, 'names.json');
    await writeFile(file, 'the bytes');
    await writeFile(names, '{ "anna": "anna.k" }');
    answer = Buffer.from('{"code":"CL_TRIAL_EXISTS","message":"It is here."}');
    status = 409;
    const { exitCode, json } = await corelab(
      ['trial', 'import', file, '--names', names, '--with-secrets'],
      'words that nobody guesses\n'
    );
    status = 200;
    expect([exitCode, json.error?.code]).toEqual([1, 'CL_TRIAL_EXISTS']);
    expect(asked).toMatchObject({ url: '/api/admin/trial-copies', body: 'the bytes' });
    const decoded = (name: string): string =>
      Buffer.from(String(asked.headers[name]), 'base64').toString('utf8');
    expect(JSON.parse(decoded('corelab-names'))).toEqual({ anna: 'anna.k' });
    expect(decoded('corelab-passphrase')).toBe('words that nobody guesses');
  });

  it('corelab restore refuses what is no backup, and touches nothing', async () => {
    const file = join(folder, 'none.tar');
    const home = join(folder, 'home');
    await writeFile(file, 'x'.repeat(3000));
    const { exitCode, json } = await corelab(['restore', file], '', { CORELAB_HOME: home });
    expect([exitCode, json.error?.code]).toEqual([1, 'CL_BUNDLE_UNKNOWN']);
    expect(await readdir(folder)).not.toContain('home');
  });

  it.each([[['backup']], [['restore']], [['trial', 'export-all']], [['trial', 'import']]])(
    'corelab %s --schema says what goes in and comes out',
    async words => {
      const { exitCode, json } = await corelab([...words, '--schema']);
      expect([exitCode, json]).toMatchObject([0, { input: expect.any(String), output: {} }]);
    }
  );
});
