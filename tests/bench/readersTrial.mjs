/**
 * An installation with a trial for a hundred readers: a real Orthanc with small images of many subjects, the built server as
 * a process of its own, and every baseline released. Register tests/runner/hooks.mjs before this is imported.
 */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureOrthanc } from '@corelab/orthanc';
import { ensureAccount } from '../../platform/server/src/accounts/accounts.ts';
import { issueApiToken } from '../../platform/server/src/accounts/api-tokens.ts';
import { migrate } from '../../platform/server/src/database/migrate.ts';
import { openDatabase } from '../../platform/server/src/database/open.ts';
import { timepointLabels } from '../../platform/server/src/testing/faults/fault-trial.ts';
import { handmadeFile } from '../../platform/server/src/testing/handmade-image.ts';
import { password } from '../../platform/server/src/testing/http-client.ts';
import { serverProcess } from '../../platform/server/src/testing/server-process.ts';
import { request, requester } from './httpClient.mjs';

export const readers = 100;
export const slicesPerStudy = 4;
const trial = 'DEMO-ONC';
const visits = [
  { code: 'BL', date: '20260105' },
  { code: 'TP1', date: '20260302' },
  { code: 'TP2', date: '20260427' },
];
const readyLimitMs = 15 * 60_000;

export const readerName = number => `reader${String(number).padStart(3, '0')}`;
const named = slot =>
  Array.from({ length: readers / 2 }, (_one, index) => readerName(2 * index + slot)).join(', ');

/** Two people read every subject, fifty share a slot; what is whole passes QC by itself. */
const charter = `
trial: { id: ${trial}, name: A hundred readers, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }]
series: [{ role: CT-PV-AX, modality: CT }]
imagingProtocol: { qc: automatic }
timepoints:
  - { id: BL, label: ${timepointLabels[0]}, kind: baseline }
  - { id: TP1, label: ${timepointLabels[1]}, day: 56 }
  - { id: TP2, label: ${timepointLabels[2]}, day: 112 }
tracks:
  - id: efficacy
    slots: [R1, R2, ADJ]
    readers: { R1: [${named(1)}], R2: [${named(2)}], ADJ: [judge] }
roles: { admin: [approver], dataManager: [admin] }
`;

/** One slice of 64 by 64 pixels. */
const slice = (subject, visit, number) => {
  const studyUid = `1.2.826.0.1.7301.10.${subject}.${visit + 1}`;
  return handmadeFile({
    ...{ studyUid, seriesUid: `${studyUid}.1`, sopUid: `${studyUid}.1.${number}` },
    ...{ frameOfReferenceUid: `${studyUid}.9`, subject: `S-${subject}`, site: '101' },
    ...{ timepoint: visits[visit].code, date: visits[visit].date, number, z: 5 * number },
    ...{ canary: 'X', pixelSeed: 1000 * subject + 10 * visit + number },
  });
};

async function fill({ url, username, password: secret }, subjects) {
  const authorization = `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
  const client = requester(4);
  let subject = 0;
  const send = async () => {
    while (subject < subjects) {
      subject += 1;
      const own = subject;
      for (const visit of visits.keys())
        for (let number = 1; number <= slicesPerStudy; number += 1)
          await request(client, `${url}/instances`, {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/dicom' },
            body: Buffer.from(slice(own, visit, number)),
          });
    }
  };
  try {
    await Promise.all([send(), send(), send(), send()]);
  } finally {
    client.destroy();
  }
}

/** Accounts with real hashes, all with one password; tokens of both who put the trial into force. */
async function seedAccounts(database) {
  const opened = await openDatabase(database);
  try {
    const now = () => new Date();
    const deps = { db: opened.db, now, newId: randomUUID };
    await migrate(opened.db, now);
    const account = (userName, more = {}) =>
      ensureAccount(deps, { userName, displayName: `Dr ${userName}`, password, ...more });
    for (let number = 1; number <= readers; number += 1) await account(readerName(number));
    await account('judge');
    const admin = await account('admin', { administrator: true });
    const approver = await account('approver');
    return {
      admin: await issueApiToken(deps, admin.id),
      approver: await issueApiToken(deps, approver.id),
    };
  } finally {
    await opened.close();
  }
}

/** Reads that somebody may open. */
async function toReadNow(get) {
  let count = 0;
  for (let after = ''; after !== null;) {
    const page = await get(`/api/admin/trials/${trial}/progress?limit=200${after}`);
    const slots = page.rows.flatMap(({ cells }) => cells.flatMap(cell => cell.slots));
    count += slots.filter(({ readState }) => readState === 'assigned').length;
    after = page.next === null ? null : `&after=${encodeURIComponent(page.next)}`;
  }
  return count;
}

async function release(url, tokens, subjects) {
  const client = requester(1);
  const ask = async (token, path, body) => {
    const { body: text } = await request(client, url + path, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: Buffer.from(JSON.stringify(body)) }),
    });
    return JSON.parse(text);
  };
  try {
    await ask(tokens.admin, '/api/admin/trials', { charter });
    await ask(tokens.approver, `/api/admin/trials/${trial}/versions/1/approve`, {
      password,
      meaning: 'I reviewed this charter version and approve it',
      reason: 'for the benchmark',
    });
    await ask(tokens.admin, '/api/admin/intake', {});
    const begun = performance.now();
    for (;;) {
      const toRead = await toReadNow(path => ask(tokens.admin, path));
      if (toRead === 2 * subjects) return;
      if (performance.now() - begun > readyLimitMs)
        throw new Error(`${toRead} of ${2 * subjects} baselines are there`);
      await pause(500);
    }
  } finally {
    client.destroy();
  }
}

/**
 * @param home a folder that is not there yet
 * @param databaseUrl of PostgreSQL; the embedded database where it is left out
 * @returns where the server is, its process, its administrator's token, what was seeded, and how to end it and its archive
 */
export async function readersTrial(home, subjects, databaseUrl) {
  const begun = performance.now();
  await mkdir(home, { recursive: true, mode: 0o700 });
  const database =
    databaseUrl === undefined ? { folder: join(home, 'database') } : { url: databaseUrl };
  const tokens = await seedAccounts(database);
  const orthanc = await ensureOrthanc({ home, log: () => undefined, environment: {} });
  let server = null;
  let stopped = null;
  const end = async () => {
    if (server !== null) await server.end('SIGTERM');
    await orthanc.stop();
  };
  const stop = () => (stopped ??= end());
  try {
    await fill(orthanc, subjects);
    server = serverProcess(home, 0, {
      ORTHANC_URL: orthanc.url,
      ORTHANC_USERNAME: orthanc.username,
      ORTHANC_PASSWORD: orthanc.password,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    });
    const url = await server.ready;
    await release(url, tokens, subjects);
    const images = subjects * visits.length * slicesPerStudy;
    const seeded = { subjects, images, ms: Math.round(performance.now() - begun) };
    return { url, home, database, server, adminToken: tokens.admin, seeded, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
