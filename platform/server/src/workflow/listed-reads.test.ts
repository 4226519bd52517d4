import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { insertSubject } from '../testing/handmade-progress.js';
import {
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface List {
  reads: { readId: string; subjectCode: string; state: string }[];
  signedBefore: string | null;
}

const count = 103;
const minuteMs = 60_000;

describe('the reading list of somebody who has signed much', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  const ids: string[] = [];
  const codeOf = (number: number): string => `R1-S-${String(number).padStart(3, '0')}`;

  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(server);
    const { db, newId, now } = server.deps;
    const trial = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    for (let number = 0; number < count; number += 1) {
      const reads = await insertSubject(server.deps, trial.id, {
        ...{ identifier: `S-${String(number).padStart(3, '0')}`, courses: { R1: 'open' } },
        timepoints: [
          {
            ...{ code: 'BL', state: 'complete', date: '2026-01-20' },
            reads: { R1: { state: 'signed', reader: 'reader' } },
          },
        ],
      });
      const readId = reads['BL R1'] ?? '';
      ids.push(readId);
      await db
        .insertInto('signature')
        .values({
          ...{ id: newId(), read_id: readId, account_id: account.id, request_id: readId },
          ...{ printed_name: 'Dr reader', meaning: 'x', zone: 'UTC', document: '{"lesions":[]}' },
          ...{ document_hash: 'h', content_hash: 'h' },
          // Two at a time at the same instant.
          signed_at: new Date(now().getTime() + Math.floor(number / 2) * minuteMs),
        })
        .execute();
    }
    reader = await logIn(server, 'reader');
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const list = async (query = ''): Promise<List> =>
    (await reader.call('GET', `/api/reads${query}`)).json<List>();

  it('has what is open, then the latest signed ones, and the older ones on request, each once', async () => {
    const first = await list();
    expect(first.reads.map(({ state }) => state)).toEqual([
      'ready',
      ...Array.from({ length: 100 }, () => 'signed'),
    ]);
    expect(first.reads[1]?.subjectCode).toBe(codeOf(count - 1));
    const older = await list(`?signedBefore=${first.signedBefore}`);
    expect([older.reads.map(({ state }) => state), older.signedBefore]).toEqual([
      ['signed', 'signed', 'signed'],
      null,
    ]);
    const signed = [...first.reads.slice(1), ...older.reads].map(read => read.subjectCode);
    expect(signed.sort()).toEqual(Array.from({ length: count }, (_one, number) => codeOf(number)));
  });

  it('goes on after a read of theirs alone', async () => {
    const other = await logIn(server, 'other');
    for (const [caller, id] of [
      [other, `public-${ids[0]}`],
      [reader, 'nothing-like-it'],
    ] as const) {
      const { statusCode } = await caller.call('GET', `/api/reads?signedBefore=${id}`);
      expect(statusCode).toBe(404);
    }
  });

  it('follows the state of a read, whoever changes it', async () => {
    const { db } = server.deps;
    const [id = ''] = ids;
    const toDo = async () =>
      (
        await db
          .selectFrom('read_assignment')
          .select('to_do')
          .where('read_id', '=', id)
          .executeTakeFirstOrThrow()
      ).to_do;
    const seen: boolean[] = [await toDo()];
    for (const state of ['impactPending', 'signed', 'superseded', 'draft', 'void'] as const) {
      await db.updateTable('read').set({ state }).where('id', '=', id).execute();
      seen.push(await toDo());
    }
    expect(seen).toEqual([false, true, false, false, true, false]);
    await db.updateTable('read').set({ state: 'superseded' }).where('id', '=', id).execute();
    const older = await list(`?signedBefore=${(await list()).signedBefore}`);
    expect(older.reads.map(({ subjectCode }) => subjectCode)).not.toContain(codeOf(0));
  });
});
