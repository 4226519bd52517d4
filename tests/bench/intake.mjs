/**
 * How fast a CT of 600 slices is taken in, all steps of it: sent by STOW in bodies of 50, hashed, put on receipts,
 * compared, stored in the archive, matched, passed by the automatic QC, blinded and released to its reader. Against an
 * Orthanc alone that is sent a study of the same bytes, in turn; as one JSON document.
 *
 *     node tests/bench/intake.mjs [ROUNDS]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOrthanc } from '@corelab/orthanc';
import { request, requester } from './httpClient.mjs';
import { longCt, sliceFile } from './longCt.mjs';
import { median } from './median.mjs';
import { deployedServer } from './productServer.mjs';

const rounds = Number(process.argv[2] ?? 3);
const perBody = 50;
const readyLimitMs = 5 * 60_000;
const client = requester(4);
const stops = [];

async function startedOrthanc(name) {
  const home = await mkdtemp(join(tmpdir(), `corelab-bench-${name}-`));
  stops.push(() => rm(home, { recursive: true, force: true }));
  const orthanc = await ensureOrthanc({ home, log: () => undefined, environment: {} });
  stops.push(() => orthanc.stop());
  return { home, orthanc };
}

const slicesOf = async number => {
  const files = [];
  for (let slice = 1; slice <= longCt.slices; slice += 1)
    files.push(Buffer.from(await sliceFile(slice, number)));
  return files;
};

/** The slices as STOW bodies. */
function bodies(files) {
  const boundary = 'corelab-bench';
  const groups = [];
  for (let at = 0; at < files.length; at += perBody) groups.push(files.slice(at, at + perBody));
  const head = Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`);
  return {
    type: `multipart/related; type="application/dicom"; boundary=${boundary}`,
    all: groups.map(group =>
      Buffer.concat([
        ...group.flatMap(file => [head, file, Buffer.from('\r\n')]),
        Buffer.from(`--${boundary}--\r\n`),
      ])
    ),
  };
}

async function toOrthancAlone({ url, username, password }, files) {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const begun = performance.now();
  const waiting = [...files];
  const send = async () => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift())
      await request(client, `${url}/instances`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/dicom' },
        body,
      });
  };
  await Promise.all([send(), send(), send(), send()]);
  return performance.now() - begun;
}

async function toServer({ url, admin, cookie }, files, readsBefore) {
  const { type, all } = bodies(files);
  const begun = performance.now();
  for (const body of all)
    await request(client, `${url}/sites/BENCH-CT/dicomweb/studies`, {
      method: 'POST',
      headers: { ...admin, 'content-type': type, accept: 'application/dicom+json' },
      body,
    });
  const storedMs = performance.now() - begun;
  for (;;) {
    const { body } = await request(client, `${url}/api/reads`, { headers: { cookie } });
    if (JSON.parse(body).reads.length > readsBefore) break;
    if (performance.now() - begun > readyLimitMs)
      throw new Error(`no read ${readyLimitMs} ms after its images were sent`);
    await new Promise(done => setTimeout(done, 20));
  }
  return { storedMs, readyMs: performance.now() - begun };
}

try {
  const alone = await startedOrthanc('alone');
  const ours = await startedOrthanc('intake');
  const server = await deployedServer(ours.home, ours.orthanc);
  stops.push(server.stop);
  const times = { orthanc: [], stored: [], ready: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const files = await slicesOf(round + 1);
    const orthanc = await toOrthancAlone(alone.orthanc, files);
    const { storedMs, readyMs } = await toServer(server, files, round);
    if (round === 0) continue;
    times.orthanc.push(orthanc);
    times.stored.push(storedMs);
    times.ready.push(readyMs);
  }
  const perSecond = ms => Math.round((1000 * longCt.slices) / median(ms));
  const result = {
    ...{ measured: 'intake', rounds, slices: longCt.slices, ms: times },
    slicesPerSecond: {
      orthancAlone: perSecond(times.orthanc),
      stored: perSecond(times.stored),
      released: perSecond(times.ready),
    },
    ratio: median(times.orthanc) / median(times.ready),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  client.destroy();
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
}
