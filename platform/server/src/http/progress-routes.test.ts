import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import type { MatrixPage } from '../progress/matrix.js';
import type { SubjectSheet } from '../progress/subject-sheet.js';
import type { Summary } from '../progress/summary.js';
import { insertSubject, type HandmadeSubject } from '../testing/handmade-progress.js';
import { charterText, deployed, testServer, type TestServer } from '../testing/test-server.js';
import { grantRole, type Role } from '../trials/roles.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const url = '/api/admin/trials/T-1/progress';
const complete = { state: 'complete' } as const;
const both = { R1: 'open', R2: 'open' } as const;

/** The clock stands on 2026-03-01; a follow-up's window ends 7 days after its day, so TP1's on day 63. */
const subjects: readonly HandmadeSubject[] = [
  {
    ...{ identifier: 'A-1', site: '101', courses: both },
    timepoints: [
      {
        ...{ code: 'BL', ...complete, date: '2026-01-20' },
        reads: {
          R1: { state: 'signed', reader: 'reader' },
          R2: { state: 'draft', reader: 'other', due: '2026-02-28' },
        },
      },
      {
        code: 'TP1',
        ...complete,
        date: '2026-02-20',
        reads: { R1: { state: 'assigned', reader: 'reader', due: '2026-03-01' } },
      },
      { code: 'TP2', state: 'expected' },
    ],
  },
  {
    ...{ identifier: 'A-2', site: '102', courses: both },
    timepoints: [
      {
        ...{ code: 'BL', ...complete, date: '2025-12-27' },
        reads: {
          R1: { state: 'signed', reader: 'reader' },
          R2: { state: 'signed', reader: 'other' },
        },
      },
      { code: 'TP1', state: 'expected' },
      { code: 'TP2', state: 'expected' },
    ],
  },
  {
    ...{ identifier: 'B-3', site: '102', courses: { R1: 'final', R2: 'final' } },
    timepoints: [
      {
        ...{ code: 'BL', ...complete, date: '2026-01-20' },
        reads: {
          R1: { state: 'signed', reader: 'reader' },
          R2: { state: 'signed', reader: 'other' },
        },
      },
      { code: 'TP1', state: 'missed' },
    ],
  },
  {
    ...{ identifier: 'B-4', site: '102', courses: { R1: 'discordant', R2: 'discordant' } },
    timepoints: [
      {
        ...{ code: 'BL', ...complete, date: '2026-01-20' },
        reads: {
          R1: { state: 'signed', reader: 'reader' },
          R2: { state: 'signed', reader: 'other' },
        },
      },
    ],
  },
  { identifier: 'C-5', timepoints: [{ code: 'BL', state: 'expected' }] },
];

describe('progress of a trial', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let trialId: string;
  const reads: Record<string, string> = {};

  const tokenOf = async (userName: string, has: readonly Role[]): Promise<string> => {
    const account = await testAccount(server.deps, { userName, displayName: 'Jo Doe' });
    await server.deps.db.transaction().execute(async trx => {
      for (const role of has) {
        await grantRole(trx, {
          ...{ trialId, accountId: account.id, role },
          ...{ grantedBy: server.admin.id, at: server.deps.now() },
        });
      }
    });
    return issueApiToken(server.deps, account.id);
  };
  const get = async <T>(path: string, token = server.adminToken) => {
    const answer = await server.ask({
      url: path,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.statusCode, text: answer.body, body: answer.json<T>() };
  };
  const rowsOf = async (query: string): Promise<string[]> => {
    const { status, body } = await get<MatrixPage>(`${url}?${query}`);
    expect(status).toBe(200);
    return body.rows.map(({ subject }) => subject);
  };

  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(
      server,
      charterText.replace('readers: { R1: [reader] }', 'readers: { R1: [reader, other] }')
    );
    const { db } = server.deps;
    trialId = (await db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
    for (const subject of subjects) {
      const made = await insertSubject(server.deps, trialId, subject);
      for (const [name, id] of Object.entries(made)) reads[`${subject.identifier} ${name}`] = id;
    }
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('has a row per subject and a column per timepoint of the charter', async () => {
    const { body } = await get<MatrixPage>(url);
    expect(
      body.timepoints.map(({ timepoint, label, planned }) => [timepoint, label, planned])
    ).toEqual([
      ['BL', 'Baseline', true],
      ['TP1', 'Week 8', true],
      ['TP2', 'Week 16', true],
    ]);
    expect(body.rows.map(({ subject, site }) => [subject, site])).toEqual([
      ['A-1', '101'],
      ['A-2', '102'],
      ['B-3', '102'],
      ['B-4', '102'],
      ['C-5', null],
      ['REAL-SUBJECT-1', null],
    ]);
    expect(body.next).toBeNull();
    const cells = Object.fromEntries(
      body.rows.map(({ subject, cells: own }) => [subject, own.map(({ standing }) => standing)])
    );
    // A-2's baseline is 64 days ago: the window of TP1 closed yesterday. TP2's window is open.
    expect(cells).toEqual({
      'A-1': ['late', 'waiting', 'expected'],
      'A-2': ['signed', 'late', 'expected'],
      'B-3': ['final', 'missed'],
      'B-4': ['signed'],
      'C-5': ['expected'],
      'REAL-SUBJECT-1': ['waiting', 'waiting', 'waiting'],
    });
    expect(body.rows.map(({ course }) => course.state)).toEqual([
      ...['open', 'open', 'final', 'discordant', null, 'open'],
    ]);
  });

  it('carries the slots of a cell by their marks, with who has them and nothing of what they found', async () => {
    const { body, text } = await get<MatrixPage>(`${url}?text=a-1`);
    const [baseline, next] = body.rows[0]?.cells ?? [];
    expect(baseline?.slots).toMatchObject([
      { slot: 'R1', standing: 'signed', mark: '+', late: false, stuck: null, reader: 'reader' },
      { slot: 'R2', standing: 'draft', mark: '~', late: true, reader: 'other' },
    ]);
    // The second reader has no read here before baseline is signed.
    expect(next?.slots).toMatchObject([
      { slot: 'R1', readState: 'assigned' },
      { slot: 'R2', readState: null, mark: '.', reader: null },
    ]);
    expect(text).not.toMatch(/2026-|overall|burden/i);
  });

  it('goes on after the last subject of a page', async () => {
    const first = await get<MatrixPage>(`${url}?limit=2`);
    expect([first.body.rows.map(({ subject }) => subject), first.body.next]).toEqual([
      ['A-1', 'A-2'],
      'A-2',
    ]);
    const second = await get<MatrixPage>(`${url}?limit=2&after=${first.body.next}`);
    expect([second.body.rows.map(({ subject }) => subject), second.body.next]).toEqual([
      ['B-3', 'B-4'],
      'B-4',
    ]);
    const last = await get<MatrixPage>(`${url}?limit=2&after=${second.body.next}`);
    expect([last.body.rows.map(({ subject }) => subject), last.body.next]).toEqual([
      ['C-5', 'REAL-SUBJECT-1'],
      null,
    ]);
  });

  it.each([
    ['site=102', ['A-2', 'B-3', 'B-4']],
    ['text=-SUBJECT-', ['REAL-SUBJECT-1']],
    ['text=%25', []],
    ['late=true', ['A-1', 'A-2']],
    ['state=late&site=102', ['A-2']],
    ['state=draft', ['A-1']],
    ['state=draft&reader=other', ['A-1']],
    // The draft is the other reader's, and so is the delay.
    ['state=draft&reader=reader', []],
    ['late=true&reader=reader', []],
    ['late=true&reader=other', ['A-1']],
    ['reader=other', ['A-1', 'A-2', 'B-3', 'B-4', 'REAL-SUBJECT-1']],
    ['state=final', ['B-3']],
    ['state=discordant', ['B-4']],
    ['state=query', []],
    ['state=missed', ['B-3']],
    ['state=discordant&late=true', []],
    ['stuck=true', ['A-2']],
  ])('finds by %s', async (query, expected) => {
    expect(await rowsOf(query)).toEqual(expected);
  });

  it('says what a filter names that is not there', async () => {
    for (const query of ['site=999', 'reader=nobody']) {
      const { status, body } = await get<{ code: string }>(`${url}?${query}`);
      expect([query, status, body.code]).toEqual([query, 422, 'CL_FILTER']);
    }
    for (const query of ['state=done', 'limit=0', 'late=yes', 'after=']) {
      expect([query, (await get(`${url}?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('finds what is stuck by the reason, on the sheet of the subject', async () => {
    const { body } = await get<SubjectSheet>(`${url}/subjects/A-2`);
    const overdue = body.timepoints.find(({ timepoint }) => timepoint === 'TP1');
    expect(overdue).toMatchObject({ state: 'expected', windowEnd: '2026-02-28' });
    expect(overdue?.places.map(({ slot, reasons }) => [slot, reasons])).toEqual(
      ['R1', 'R2'].map(slot => [
        slot,
        [
          {
            ...{ key: 'imagesOverdue', stuck: true, needs: 'siteCoordinator' },
            params: { since: '2026-02-28', state: 'expected' },
          },
        ],
      ])
    );
    const later = body.timepoints.find(({ timepoint }) => timepoint === 'TP2');
    expect(later?.places[0]?.reasons).toMatchObject([
      { key: 'imagesExpected', stuck: false, params: { until: '2026-04-25' } },
    ]);
  });

  it('names the earlier timepoint that a read waits for', async () => {
    const { body } = await get<SubjectSheet>(`${url}/subjects/A-1`);
    expect(body.timepoints[1]?.places[1]?.reasons).toMatchObject([
      { key: 'earlierUnsigned', stuck: false, needs: 'reader', params: { timepoint: 'BL' } },
    ]);
  });

  it('tells since when a read is in its state and what was done, in keys', async () => {
    const { body, text } = await get<SubjectSheet>(`${url}/subjects/REAL-SUBJECT-1`);
    expect(body.timepoints[0]?.places).toMatchObject([
      // Released on a Sunday: the fifth working day after it is Friday.
      { slot: 'R1', readState: 'assigned', since: '2026-03-01T09:00:00.000Z', due: '2026-03-06' },
    ]);
    const baseline = body.history.filter(({ timepoint }) => timepoint === 'BL');
    expect(baseline.map(({ act, by, slot }) => [act, by, slot])).toEqual([
      ['read.assigned', null, 'R1'],
      ['read.released', null, 'R1'],
    ]);
    expect(baseline.map(({ changes, params }) => [changes, params])).toEqual([
      [[], { user: 'other' }],
      [[{ thing: 'read', from: 'waiting', to: 'assigned' }], {}],
    ]);
    expect(text).not.toContain('document');
  });

  it('is counted by the same rules as it is shown', async () => {
    const { body: summary } = await get<Summary>(`${url}/summary`);
    const { body: matrix } = await get<MatrixPage>(url);
    const slots = matrix.rows.flatMap(({ cells }) => cells.flatMap(({ slots: own }) => own));
    // C-5 has no course yet: its baseline is one slot to come.
    expect([summary.subjects, summary.total.slots]).toEqual([6, slots.length + 1]);
    expect(summary.total).toMatchObject({
      late: slots.filter(({ late }) => late).length,
      stuck: slots.filter(({ stuck }) => stuck !== null).length,
      states: { draft: 1, final: 2, missed: 2 },
    });
    expect(summary.sites.map(({ site, late }) => [site, late])).toEqual([
      ['101', 1],
      ['102', 2],
      [null, 0],
    ]);
    expect(summary.timepoints.map(({ timepoint, late }) => [timepoint, late])).toEqual([
      ['BL', 1],
      ['TP1', 2],
      ['TP2', 0],
    ]);
    expect(summary.readers?.map(({ reader, states }) => [reader, states])).toEqual([
      ['other', { waiting: 2, draft: 1, signed: 2, final: 1 }],
      ['reader', { waiting: 1, signed: 3, final: 1 }],
    ]);
    const sum = summary.sites.reduce((all, { slots: own }) => all + own, 0);
    expect(sum).toBe(summary.total.slots);
  });

  it('gives a sponsor counts alone: no reader, no subject', async () => {
    const token = await tokenOf('sponsor1', ['sponsor']);
    const { status, text, body } = await get<Partial<Summary>>(`${url}/summary`, token);
    expect([status, body.readers, body.subjects]).toEqual([200, undefined, 6]);
    for (const hidden of ['"reader"', 'other', 'A-1', 'REAL-SUBJECT-1']) {
      expect(text).not.toContain(hidden);
    }
    for (const path of [url, `${url}/subjects/A-1`]) {
      expect((await get(path, token)).status).toBe(404);
    }
  });

  it('is not for whoever reads in the trial, with whatever other role', async () => {
    const token = await tokenOf('auditor1', ['auditor']);
    expect((await get(url, token)).status).toBe(200);
    const reading = await tokenOf('auditor2', ['auditor', 'reader']);
    for (const path of [url, `${url}/summary`, `${url}/subjects/A-1`]) {
      expect((await get(path, reading)).status).toBe(404);
    }
  });

  it('finds the reads of somebody who is away, and says until when and who stands in', async () => {
    const { db, newId, now } = server.deps;
    const idOf = async (user: string) =>
      (
        await db
          .selectFrom('account')
          .select('id')
          .where('user_name', '=', user)
          .executeTakeFirstOrThrow()
      ).id;
    const absence = newId();
    await db
      .insertInto('absence')
      .values({
        ...{ id: absence, trial_id: trialId, account_id: await idOf('reader') },
        ...{ from_day: '2026-02-28', to_day: '2026-03-01', backup_id: await idOf('other') },
        ...{ recorded_by: server.admin.id, recorded_at: now() },
      })
      .execute();
    expect(await rowsOf('stuck=true')).toEqual(['A-1', 'A-2']);
    const { body } = await get<SubjectSheet>(`${url}/subjects/A-1`);
    expect(body.timepoints[1]?.places[0]?.reasons).toEqual([
      {
        ...{ key: 'readerAbsent', stuck: true, needs: 'dataManager' },
        params: { user: 'reader', until: '2026-03-01', backup: 'other' },
      },
    ]);
    await db.deleteFrom('absence').where('id', '=', absence).execute();
    expect(await rowsOf('stuck=true')).toEqual(['A-2']);
  });

  it('expects nothing after a declared end of imaging, and counts it as neither late nor stuck', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/admin/trials/T-1/end-of-imaging',
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: { subject: 'A-2', lastTimepoint: 'BL', reason: 'Treatment discontinued' },
    });
    expect(answer.json()).toEqual({ notAwaited: ['TP1', 'TP2'] });

    const { body } = await get<SubjectSheet>(`${url}/subjects/A-2`);
    expect(body.row.cells.map(({ standing, late, stuck }) => [standing, late, stuck])).toEqual([
      ['signed', false, false],
      ['notExpected', false, false],
      ['notExpected', false, false],
    ]);
    expect(body.timepoints.map(({ awaited }) => awaited)).toEqual([true, false, false]);
    expect(body.timepoints[1]?.places.map(({ reasons }) => reasons)).toEqual([[], []]);
    expect(body.imagingEnd).toEqual({
      ...{ timepoint: 'BL', reason: 'Treatment discontinued' },
      ...{ declaredBy: 'admin', declaredAt: '2026-03-01T09:00:00.000Z' },
    });
    expect(body.history.at(-1)).toMatchObject({
      ...{ act: 'imaging.ended', by: 'admin', timepoint: 'BL', at: '2026-03-01T09:00:00.000Z' },
    });

    expect(await rowsOf('late=true')).toEqual(['A-1']);
    expect(await rowsOf('stuck=true')).toEqual([]);
    expect(await rowsOf('state=notExpected')).toEqual(['A-2']);
    expect(await rowsOf('state=expected')).toEqual(['A-1', 'C-5']);
    const { body: summary } = await get<Summary>(`${url}/summary`);
    // Both timepoints after the end, in two slots.
    expect(summary.total).toMatchObject({ late: 1, stuck: 0, states: { notExpected: 4 } });
    expect(summary.timepoints.map(({ states }) => states.notExpected)).toEqual([undefined, 2, 2]);
  });

  it('has no sheet for a subject that is not there', async () => {
    expect((await get(`${url}/subjects/Z-9`)).status).toBe(404);
  });
});
