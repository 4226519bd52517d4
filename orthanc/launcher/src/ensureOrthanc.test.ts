import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialsPath } from './credentials.js';
import { ensureOrthanc, type Orthanc, type OrthancRequest } from './index.js';
import { recordPath } from './nativeOrthanc.js';
import { isAlive, readProcessRecord, writeProcessRecord } from './processRecord.js';

jest.setTimeout(120_000);

const started: Orthanc[] = [];
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'corelab-orthanc-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(one => one.stop()));
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

async function start(more: Partial<OrthancRequest> = {}): Promise<Orthanc> {
  const orthanc = await ensureOrthanc({
    home,
    log: () => undefined,
    docker: false,
    environment: {},
    ...more,
  });
  started.push(orthanc);
  return orthanc;
}

async function ask(orthanc: Orthanc, path: string, init: RequestInit = {}): Promise<Response> {
  const basic = Buffer.from(`${orthanc.username}:${orthanc.password}`).toString('base64');
  return fetch(`${orthanc.url}${path}`, { ...init, headers: { authorization: `Basic ${basic}` } });
}

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

async function runningOrthanc(): Promise<{ pid: number; startedAt: string }> {
  const record = await readProcessRecord(recordPath(home));
  if (record === null) throw new Error('no pid file');
  return record.orthanc;
}

describe('the native archive', () => {
  it('answers with DICOMweb, only to its own credentials, from private files', async () => {
    const orthanc = await start();
    expect(orthanc.kind).toBe('native');
    expect(orthanc.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask(orthanc, '/system')).status).toBe(200);
    expect(await (await ask(orthanc, '/dicom-web/studies')).json()).toEqual([]);
    expect((await fetch(`${orthanc.url}/system`)).status).toBe(401);
    expect(await modeOf(credentialsPath(home))).toBe('600');
    expect(await modeOf(join(home, 'orthanc', 'orthanc.json'))).toBe('600');
    expect(await modeOf(join(home, 'orthanc', 'orthanc.log'))).toBe('600');
    expect(await modeOf(join(home, 'secrets'))).toBe('700');
  });

  it('keeps images and credentials from one start to the next, and leaves no process', async () => {
    const first = await start();
    const tags = {
      PatientID: 'P1',
      StudyInstanceUID: '1.2.3.4',
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
    };
    const made = await ask(first, '/tools/create-dicom', {
      method: 'POST',
      body: JSON.stringify({ Tags: tags, Force: true }),
    });
    expect(made.status).toBe(200);
    const process = await runningOrthanc();
    await first.stop();
    await first.stop();
    expect(await isAlive(process)).toBe(false);
    expect(await readProcessRecord(recordPath(home))).toBeNull();

    const second = await start();
    expect(second.password).toBe(first.password);
    const studies = await (await ask(second, '/dicom-web/studies')).json();
    expect(studies).toMatchObject([{ '0020000D': { Value: ['1.2.3.4'] } }]);
  });

  it('is started again on the same port when it dies', async () => {
    let again: () => void = () => undefined;
    const back = new Promise<void>(done => (again = done));
    const lines: string[] = [];
    const orthanc = await start({
      log: line => {
        lines.push(line);
        if (line === 'Orthanc answers again') again();
      },
    });
    const before = await runningOrthanc();
    process.kill(before.pid, 'SIGKILL');
    await back;
    expect((await ask(orthanc, '/system')).status).toBe(200);
    expect(lines).toContain('Orthanc ended by itself (SIGKILL); starting it again');
    const after = await runningOrthanc();
    await orthanc.stop();
    expect(await isAlive(after)).toBe(false);
  });

  it('refuses a second start on a home in use', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'CL_ORTHANC_HOME_IN_USE' });
  });

  it('ends the Orthanc of a starter that is gone', async () => {
    await start();
    const left = await readProcessRecord(recordPath(home));
    if (left === null) throw new Error('no pid file');
    await writeProcessRecord(recordPath(home), {
      ...left,
      owner: { ...left.owner, startedAt: 'long ago' },
    });
    const lines: string[] = [];
    const second = await start({ log: line => lines.push(line) });
    expect(lines[0]).toContain(`process ${left.orthanc.pid}`);
    expect((await ask(second, '/system')).status).toBe(200);
  });

  it('never touches a process that only has the number in a stale pid file', async () => {
    const owner = { pid: process.pid, startedAt: 'long ago' };
    await writeProcessRecord(recordPath(home), { orthanc: owner, owner });
    await start();
    expect((await runningOrthanc()).pid).not.toBe(process.pid);
  });

  it('says why it ended early, with the end of the log', async () => {
    const broken = await mkdtemp(join(home, 'broken-'));
    await ensureOrthanc({
      home: broken,
      log: () => undefined,
      docker: false,
      environment: {},
    }).then(one => one.stop());
    await writeFile(join(broken, 'orthanc', 'db', 'index'), 'not a database'.repeat(1000));
    await expect(start({ home: broken })).rejects.toMatchObject({
      code: 'CL_ORTHANC_DIED',
      message: expect.stringContaining('The end of'),
    });
  });

  it('names unusable secrets', async () => {
    const other = await mkdtemp(join(home, 'secrets-'));
    const orthanc = await start({ home: other });
    await orthanc.stop();
    await writeFile(credentialsPath(other), '{"username": 1}');
    await expect(start({ home: other })).rejects.toMatchObject({
      code: 'CL_ORTHANC_BAD_SECRETS',
      message: expect.stringContaining(credentialsPath(other)),
    });
    expect(await readFile(credentialsPath(other), 'utf8')).toBe('{"username": 1}');
  });
});

describe('ports and addresses', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(request.url === '/system' ? 200 : 404).end('{}');
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise(done => server.close(done));
  });

  it('names the port that is taken', async () => {
    await expect(start({ port })).rejects.toMatchObject({
      code: 'CL_ORTHANC_PORT_IN_USE',
      message: expect.stringContaining(String(port)),
    });
  });

  it('uses an external archive and leaves it running', async () => {
    const own = await start();
    const environment = {
      ORTHANC_URL: `${own.url}/`,
      ORTHANC_USERNAME: own.username,
      ORTHANC_PASSWORD: own.password,
    };
    const external = await start({ environment });
    expect(external).toMatchObject({ kind: 'external', url: own.url });
    await external.stop();
    expect((await ask(own, '/system')).status).toBe(200);
    await expect(
      start({ environment: { ...environment, ORTHANC_PASSWORD: 'wrong' } })
    ).rejects.toMatchObject({ code: 'CL_ORTHANC_REFUSED' });
  });

  it('tells an archive without DICOMweb from none at all and from no address', async () => {
    const at = (url: string): Promise<Orthanc> => start({ environment: { ORTHANC_URL: url } });
    await expect(at(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'CL_ORTHANC_NO_DICOMWEB',
    });
    await expect(at('http://127.0.0.1:1')).rejects.toMatchObject({
      code: 'CL_ORTHANC_UNREACHABLE',
    });
    await expect(at('archive')).rejects.toMatchObject({ code: 'CL_ORTHANC_BAD_URL' });
  });
});
