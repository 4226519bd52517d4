import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { seededRandom } from '@corelab/phantoms';
import { hashReadDocument, type ReadDocument } from '@corelab/reads';
import { sql } from 'kysely';
import { openDatabase } from '../database/open.js';
import { smallDisk, type SmallDisk } from '../testing/faults/small-disk.js';
import { install, untilSigned, type Installation } from '../testing/faults/kill-rounds.js';
import { nothingLost, recordHolds } from '../testing/faults/nothing-lost.js';
import { call, listOf, type Reader } from '../testing/faults/reading-load.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { askAt, type Answer } from '../testing/http-client.js';
import { multipartBody } from '../testing/multipart-body.js';
import { postgresqlServer } from '../testing/postgresql.js';

jest.setTimeout(400_000);

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanups.splice(0).reverse()) await step();
});

const disk = async (megabytes: number): Promise<SmallDisk> => {
  const small = await smallDisk(megabytes);
  cleanups.push(() => small.remove());
  return small;
};

const megabyte = 1024 * 1024;
/** A file of the database's log. */
const logFile = 16 * megabyte;

/** Writes so much to the log of a database that the next file of it comes soon. */
const nearEndOfLog = async (options: { folder: string } | { url: string }): Promise<void> => {
  const opened = await openDatabase(options);
  try {
    const left = megabyte;
    const { rows } = await sql<{ at: number }>`
      select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint % ${logFile}::integer as at`.execute(
      opened.db
    );
    const more = logFile - left - (rows[0]?.at ?? 0);
    if (more > 0)
      await sql`select pg_logical_emit_message(true, 'x', repeat('x', ${more}::integer))`.execute(
        opened.db
      );
  } finally {
    await opened.close();
  }
};

/**
 * One reader saves a draft again and again until the answer is `last`, or `most` were made; by status, how often each was
 * answered. Nothing of what was answered otherwise than 200 may be there later, but where it is not known (503).
 */
const saveUntil = async (
  { asked }: Installation,
  last: number,
  most: number
): Promise<Record<number, number>> => {
  const [reader] = asked.readers as [Reader];
  const { ledger, session } = reader;
  const read = (await listOf(asked.url, reader)).find(({ state }) => state !== 'signed');
  if (read === undefined) throw new Error('there is nothing to read');
  const url = `/api/reads/${read.readId}/draft`;
  const opened = await call(asked.url, reader, 'GET', url);
  let etag = opened.headers['etag'] ?? '';
  const { document } = opened.json<{ document: ReadDocument }>();
  ledger.drafts.set(read.readId, hashReadDocument(document));
  ledger.touched.add(read.readId);
  const answers: Record<number, number> = {};
  for (let number = 1; number <= most; number += 1) {
    const changed = { ...document, noDisease: true, comment: `save ${number % 900}` };
    const answer: Answer = await askAt(asked.url)({
      ...{ method: 'PUT', url, payload: { document: changed } },
      headers: { cookie: session.cookie, 'x-csrf-token': session.csrf, 'if-match': etag },
    });
    const { statusCode } = answer;
    answers[statusCode] = (answers[statusCode] ?? 0) + 1;
    if (statusCode === 200) {
      ledger.drafts.set(read.readId, hashReadDocument(changed));
      etag = answer.headers['etag'] ?? '';
    } else {
      const { code } = answer.json<{ code: string }>();
      expect([statusCode, code]).toEqual(
        statusCode === 507 ? [507, 'CL_DISK_FULL'] : [503, 'CL_DATABASE_UNAVAILABLE']
      );
      if (statusCode === 503) ledger.sent.set(read.readId, [hashReadDocument(changed)]);
    }
    if (statusCode === last) return answers;
  }
  throw new Error(`${most} saves, and none was answered ${last}: ${JSON.stringify(answers)}`);
};

/** Asks until the database answers again; each try has its answer, and the one that is waited for comes by itself. */
const untilAnswered = async ({ asked }: Installation): Promise<void> => {
  const [reader] = asked.readers as [Reader];
  for (;;) {
    const { statusCode, body } = await askAt(asked.url)({
      url: '/api/reads',
      headers: { cookie: reader.session.cookie },
    });
    if (statusCode === 200) return;
    expect([statusCode, body]).toEqual([503, expect.stringContaining('CL_DATABASE_UNAVAILABLE')]);
  }
};

const goesOn = async (installation: Installation): Promise<void> => {
  const { asked } = installation;
  const record = recordHolds(() => asked);
  await nothingLost(asked, record, { untouched: true });
  await untilSigned(installation, seededRandom(7));
  await nothingLost(asked, record, { untouched: true });
};

describe('a full disk', () => {
  it('of the embedded database is told, costs nothing acknowledged, and is worked on by itself when it has space', async () => {
    const small = await disk(250);
    const installation = await install(1, {
      parent: small.folder,
      prepare: home => nearEndOfLog({ folder: join(home, 'database') }),
    });
    cleanups.push(() => installation.close());
    const { asked } = installation;
    // Less than the next file of the log takes, and more than tables grow by until then.
    await small.fill(logFile / 2);

    const answers = await saveUntil(installation, 503, 20_000);
    expect(answers[503]).toBe(1);
    expect(installation.process().output()).toContain('the embedded database has ended');
    // What needs no database is there.
    expect((await askAt(asked.url)({ url: '/login' })).statusCode).toBe(200);
    const again = await askAt(asked.url)({
      url: '/api/reads',
      headers: { cookie: asked.readers[0]?.session.cookie ?? '' },
    });
    expect(again.statusCode).toBe(503);

    await small.empty();
    await untilAnswered(installation);
    await goesOn(installation);
  });

  it('of PostgreSQL is told, and costs nothing acknowledged', async () => {
    const small = await disk(260);
    const postgresql = await postgresqlServer({ durable: true, parent: small.folder });
    cleanups.push(() => postgresql.stop());
    const installation = await install(1, { databaseUrl: postgresql.url });
    cleanups.push(() => installation.close());
    await small.fill(0);
    const answers = await saveUntil(installation, 507, 20_000);
    expect(answers[507]).toBe(1);
    await small.empty();
    await goesOn(installation);
  });

  it('of the archive keeps a delivery back with a reason, and takes the same when it has space', async () => {
    const small = await disk(250);
    const installation = await install(1, {
      ownOrthanc: true,
      parent: small.folder,
    });
    cleanups.push(() => installation.close());
    const { asked } = installation;
    const authorization = `Bearer ${asked.managerToken}`;
    const studyUid = '1.2.826.0.1.7301.77';
    const file = handmadeFile({
      ...{ studyUid, seriesUid: `${studyUid}.1`, sopUid: `${studyUid}.1.1` },
      ...{ frameOfReferenceUid: `${studyUid}.9`, subject: 'S-77', site: '101', timepoint: 'BL' },
      ...{ date: '20260105', number: 1, z: 5, canary: 'X', pixelSeed: 77 },
    });
    const body = multipartBody([{ name: 'one.dcm', bytes: file }]);
    const deliver = () =>
      askAt(asked.url)({
        ...{ method: 'POST', url: '/api/admin/trials/DEMO-ONC/deliveries', bytes: body.bytes },
        headers: { authorization, ...body.headers },
      });
    await small.fill(0);
    expect((await deliver()).json()).toMatchObject({
      matched: 0,
      files: [{ outcome: 'failed', reason: expect.stringContaining('send it again') }],
    });
    await small.empty();
    expect((await deliver()).json()).toMatchObject({
      matched: 1,
      files: [{ outcome: 'stored', reason: null }],
    });
    expect((await deliver()).json()).toMatchObject({ files: [{ outcome: 'alreadyThere' }] });
    await goesOn(installation);
  });
});
