import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { request, requester } from './httpClient.mjs';
import { charterSource, reader, seedHome } from './seededHome.mjs';

const approvalMeaning = 'I reviewed this charter version and approve it';
const program = fileURLToPath(new URL('../../platform/server/bin/server.mjs', import.meta.url));

/**
 * The real server in its own process, on a new home and the given archive, with the benchmark's trial deployed and its
 * one read released. Answers where it is, the reader's cookie and the read.
 */
export const releasedServer = (home, archive) => runningServer(home, archive, release);

/** The same with the trial deployed alone: where it is, the admin's header and the reader's cookie. */
export const deployedServer = (home, archive) =>
  runningServer(home, archive, async (url, tokens) => {
    const client = requester(2);
    try {
      const json = jsonOf(client, url);
      await deploy(json, tokens);
      return { admin: adminOf(tokens), cookie: await readerCookie(json) };
    } finally {
      client.destroy();
    }
  });

async function runningServer(home, archive, prepare) {
  const tokens = await seedHome(home);
  const child = spawn(process.execPath, [program, '--port', '0'], {
    env: {
      ...process.env,
      CORELAB_HOME: home,
      ORTHANC_URL: archive.url,
      ORTHANC_USERNAME: archive.username,
      ORTHANC_PASSWORD: archive.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => end(child);
  try {
    const url = await untilReady(child);
    return { url, stop, home, pid: child.pid, ...(await prepare(url, tokens)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

const adminOf = tokens => ({ authorization: `Bearer ${tokens.admin}` });

const jsonOf =
  (client, url) =>
  async (path, { headers = {}, body, method } = {}) => {
    const answer = await request(client, url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
    });
    return { answer, value: answer.bytes === 0 ? null : JSON.parse(answer.body) };
  };

async function deploy(json, tokens) {
  await json('/api/admin/trials', {
    headers: adminOf(tokens),
    body: { charter: await charterSource() },
  });
  const approval = await json('/api/admin/trials/BENCH-CT/versions/1/approve', {
    headers: { authorization: `Bearer ${tokens.approver}` },
    body: { password: reader.password, meaning: approvalMeaning, reason: 'for the benchmark' },
  });
  if (approval.value?.state !== 'effective')
    throw new Error(`the charter is not in force: ${JSON.stringify(approval.value)}`);
}

async function readerCookie(json) {
  const login = await json('/login', {
    body: { user: reader.userName, password: reader.password },
  });
  return login.answer.headers['set-cookie'][0].split(';')[0];
}

async function release(url, tokens) {
  const client = requester(2);
  const json = jsonOf(client, url);
  try {
    await deploy(json, tokens);
    const begun = performance.now();
    const intake = await json('/api/admin/intake', {
      headers: adminOf(tokens),
      method: 'POST',
    });
    const releaseMs = performance.now() - begun;
    const cookie = await readerCookie(json);
    const { reads } = (await json('/api/reads', { headers: { cookie } })).value;
    if (reads.length !== 1)
      throw new Error(`${reads.length} reads, expected 1: ${JSON.stringify(intake.value)}`);
    const { readId, route } = reads[0];
    const { studies } = (await json(`/api/reads/${readId}`, { headers: { cookie } })).value;
    return {
      cookie,
      releaseMs,
      dicomWeb: `${url}/reads/${readId}/dicomweb`,
      studyUid: studies[0].studyInstanceUid,
      seriesUid: studies[0].series[0].seriesInstanceUid,
      page: `${url}/${route}?StudyInstanceUIDs=${studies[0].studyInstanceUid}&read=${readId}`,
    };
  } finally {
    client.destroy();
  }
}

function untilReady(child) {
  let seen = '';
  return new Promise((done, fail) => {
    const read = chunk => {
      seen += chunk.toString('utf8');
      const ready = /^ready (\S+)$/m.exec(seen);
      if (ready !== null) done(ready[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', fail);
    child.once('exit', code => fail(new Error(`The server ended with ${code}:\n${seen}`)));
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(done => {
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}
