import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { readingOf } from '../testing/reading-bench.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { byHandText, readInTwoSlots, readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Answered {
  status: number;
  body: Record<string, unknown>;
}
interface Listed {
  readId: string;
  timepoint: string;
  candidates: { user: string; may: boolean; obstacles: { code: string }[] }[];
}

describe('assignment by hand', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** The clock stands at 2026-03-01, 09:00 UTC. */
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
  });
  afterAll(() => server.close());

  const call = async (
    method: 'GET' | 'POST',
    path: string,
    payload?: object
  ): Promise<Answered> => {
    const answer = await server.ask({
      method,
      url: `/api/admin/${path}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
    await server.releases.idle();
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const inTrial = (method: 'GET' | 'POST', path: string, payload?: object) =>
    call(method, `trials/T-1/${path}`, payload);
  const unassigned = async (): Promise<Listed[]> =>
    (await inTrial('GET', 'reads/unassigned')).body['reads'] as Listed[];
  const assign = (read: string, user: string) => inTrial('POST', `reads/${read}/assign`, { user });
  const move = (read: string, user: string) =>
    inTrial('POST', `reads/${read}/move`, { user, reason: 'Shares the work' });
  const reading = async (user: string) => readingOf(server, await logIn(server, user));
  const shown = async (user: string) =>
    (await (await reading(user)).list()).map(({ timepoint, state }) => [timepoint, state]);
  const coded = ({ status, body }: Answered) => [status, body['code']];
  const idOf = async (user: string): Promise<string> => {
    const row = await server.deps.db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', user)
      .executeTakeFirstOrThrow();
    return row.id;
  };

  it('gives nobody anything until the data manager does, then the subject stays with that reader', async () => {
    await deployed(server, byHandText);
    await server.releases.idle();
    expect([await shown('reader'), await shown('other')]).toEqual([[], []]);
    const listed = await unassigned();
    expect(listed.map(({ timepoint }) => timepoint)).toEqual(['BL', 'TP1']);
    expect(listed[0]?.candidates.map(({ user, may }) => [user, may])).toEqual([
      ['other', true],
      ['reader', true],
    ]);
    const baseline = await readOf(server, 'R1', 'BL');
    expect((await assign(baseline, 'other')).status).toBe(200);
    expect(await shown('other')).toEqual([['Baseline', 'ready']]);
    expect(await unassigned()).toEqual([]);
    const bench = await reading('other');
    expect((await bench.signWith(baseline, 30)).statusCode).toBe(200);
    await server.releases.idle();
    expect(await shown('other')).toEqual([
      ['Week 8', 'ready'],
      ['Baseline', 'signed'],
    ]);
    expect(await shown('reader')).toEqual([]);
  });

  it('is `assigned` in the machine, once, with one entry that says to whom', async () => {
    await deployed(server, byHandText);
    const baseline = await readOf(server, 'R1', 'BL');
    const state = async () =>
      (
        await server.deps.db
          .selectFrom('read')
          .select('state')
          .where('public_id', '=', baseline)
          .executeTakeFirstOrThrow()
      ).state;
    expect(await state()).toBe('ready');
    await assign(baseline, 'other');
    expect(await state()).toBe('assigned');
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const entries = (await readChain(server.deps.db, id)).map(
      ({ entry }) => entry as { act: string; by: string; details: { to?: string } }
    );
    const given = entries.filter(({ act }) => act === 'read.assigned');
    expect(given[0]).toMatchObject({
      by: server.admin.id,
      details: { to: await idOf('other'), transitions: [{ from: 'ready', to: 'assigned' }] },
    });
  });

  it('goes to one person: the second is told who has it', async () => {
    await deployed(server, byHandText);
    const baseline = await readOf(server, 'R1', 'BL');
    await assign(baseline, 'other');
    const refused = await assign(baseline, 'reader');
    expect(coded(refused)).toEqual([409, 'CL_READ_ASSIGNED']);
    expect(refused.body['message']).toContain('other has this read already');
  });

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'CL_ABSENT',
      'is away on 2026-03-01',
      () => inTrial('POST', 'absences', { user: 'other', from: '2026-02-20', to: '2026-03-01' }),
    ],
    [
      'CL_CONFLICT_OF_INTEREST',
      'conflict of interest',
      () =>
        inTrial('POST', 'conflicts', {
          ...{ user: 'other', subject: 'REAL-SUBJECT-1', reason: 'Treats this subject' },
        }),
    ],
    [
      'CL_NOT_IN_ROLE',
      'has not the role reader',
      () => inTrial('POST', 'roles/end', { user: 'other', role: 'reader', reason: 'Left' }),
    ],
    [
      'CL_ACCOUNT_CLOSED',
      'has a closed account',
      () => call('POST', 'accounts/other/deactivate', { reason: 'Left' }),
    ],
    [
      'CL_READER_SUSPENDED',
      'has seen identifying information',
      async () => {
        const { db, newId, now } = server.deps;
        const read = await db
          .selectFrom('read')
          .innerJoin('course', 'course.id', 'read.course_id')
          .innerJoin('track', 'track.id', 'course.track_id')
          .select(['read.id', 'course.subject_id', 'track.trial_id'])
          .executeTakeFirstOrThrow();
        await db
          .insertInto('problem')
          .values({
            ...{ id: newId(), read_id: read.id, subject_id: read.subject_id },
            ...{ trial_id: read.trial_id, kind: 'identifyingInformation', state: 'excluded' },
            ...{ text: 'A name', request_id: 'request-1', raised_by: await idOf('other') },
            raised_at: now(),
          })
          .execute();
      },
    ],
  ])('is refused with %s', async (code, why, before) => {
    await deployed(server, byHandText);
    await before();
    const baseline = await readOf(server, 'R1', 'BL');
    const refused = await assign(baseline, 'other');
    expect(coded(refused)).toEqual([409, code]);
    expect(refused.body['message']).toContain(why);
    const [read] = await unassigned();
    expect(read?.candidates.find(({ user }) => user === 'other')).toMatchObject({
      ...{ may: false, obstacles: [{ code }] },
    });
    expect((await assign(baseline, 'reader')).status).toBe(200);
  });

  it('is refused to whom the charter does not name, and to whom it asks for more', async () => {
    const strict = `${byHandText}qualifications: { reader: [gcp] }\n`;
    await deployed(server, strict.replace('[reader, other]', '[reader]'));
    const baseline = await readOf(server, 'R1', 'BL');
    const unknown = await assign(baseline, 'nobody');
    expect(coded(unknown)).toEqual([422, 'CL_ACCOUNT_UNKNOWN']);
    const unqualified = await assign(baseline, 'reader');
    expect(coded(unqualified)).toEqual([409, 'CL_NOT_QUALIFIED']);
    expect(unqualified.body['message']).toContain('lacks under charter version 1: gcp');
    await inTrial('POST', 'roles', { user: 'other', role: 'reader', reason: 'Reads too' });
    await inTrial('POST', 'qualifications', { user: 'other', kind: 'gcp', date: '2026-01-05' });
    expect(coded(await assign(baseline, 'other'))).toEqual([409, 'CL_NOT_OF_SLOT']);
    await inTrial('POST', 'absences', {
      ...{ user: 'reader', from: '2026-02-20', to: '2026-03-01', backup: 'other' },
    });
    expect((await assign(baseline, 'other')).status).toBe(200);
  });

  it('keeps the readers of a subject apart', async () => {
    await readInTwoSlots(server);
    const [one, two] = [await readOf(server, 'R1', 'BL'), await readOf(server, 'R2', 'BL')];
    expect((await assign(one, 'reader')).status).toBe(200);
    const refused = await assign(two, 'reader');
    expect(coded(refused)).toEqual([409, 'CL_OTHER_SLOT']);
    expect(refused.body['message']).toContain('has or had the subject as R1');
    expect((await assign(two, 'other')).status).toBe(200);
    expect(coded(await move(one, 'other'))).toEqual([409, 'CL_OTHER_SLOT']);
  });

  it('keeps whoever ever had another slot from it, also one they never opened', async () => {
    await readInTwoSlots(server);
    const [one, two] = [await readOf(server, 'R1', 'BL'), await readOf(server, 'R2', 'BL')];
    await assign(one, 'reader');
    server.forward(1000);
    expect((await move(one, 'other')).status).toBe(200);
    expect(coded(await assign(two, 'reader'))).toEqual([409, 'CL_OTHER_SLOT']);
  });

  it('moves a read that was not opened, with what was planned after it', async () => {
    await deployed(server, byHandText);
    const baseline = await readOf(server, 'R1', 'BL');
    expect(coded(await move(baseline, 'other'))).toEqual([409, 'CL_READ_UNASSIGNED']);
    await assign(baseline, 'reader');
    expect(coded(await move(baseline, 'reader'))).toEqual([409, 'CL_SAME_READER']);
    expect((await move(baseline, 'other')).status).toBe(200);
    expect([await shown('reader'), await shown('other')]).toEqual([[], [['Baseline', 'ready']]]);
    const holders = await server.deps.db
      .selectFrom('read_assignment')
      .innerJoin('account', 'account.id', 'read_assignment.account_id')
      .select('user_name')
      .where('ended_at', 'is', null)
      .execute();
    expect(holders.map(({ user_name: user }) => user)).toEqual(['other', 'other']);
  });

  it('does not move what was opened, nor the rest of a subject whose reader has begun', async () => {
    await deployed(server, byHandText);
    const baseline = await readOf(server, 'R1', 'BL');
    await assign(baseline, 'reader');
    const bench = await reading('reader');
    await bench.signWith(baseline, 30);
    await server.releases.idle();
    const week8 = await readOf(server, 'R1', 'TP1');
    await (await logIn(server, 'reader')).call('GET', `/api/reads/${baseline}`);
    expect(coded(await move(week8, 'other'))).toEqual([409, 'CL_COURSE_HAS_READER']);
    await (await logIn(server, 'reader')).call('GET', `/api/reads/${week8}`);
    expect(coded(await move(week8, 'other'))).toEqual([409, 'CL_READ_OPENED']);
  });

  it('is for each timepoint where the charter does not keep the reader', async () => {
    await deployed(server, byHandText.replace('how: byHand', 'how: byHand, sameReader: false'));
    await server.releases.idle();
    const [baseline, week8] = [await readOf(server, 'R1', 'BL'), await readOf(server, 'R1', 'TP1')];
    await assign(baseline, 'reader');
    expect((await unassigned()).map(({ readId }) => readId)).toEqual([week8]);
    expect((await assign(week8, 'other')).status).toBe(200);
  });
});

describe('assignment by rule', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('takes whoever was given the fewest, for each timepoint anew where the charter says so', async () => {
    await deployed(
      server,
      charterText.replace(
        'readers: { R1: [reader] }',
        'readers: { R1: [reader, other] }\n    assignment: { load: fewestAssigned, sameReader: false }'
      )
    );
    await server.releases.idle();
    const rows = await server.deps.db
      .selectFrom('read_assignment')
      .innerJoin('account', 'account.id', 'read_assignment.account_id')
      .innerJoin('read', 'read.id', 'read_assignment.read_id')
      .select('user_name')
      .orderBy('read.ordinal')
      .execute();
    expect(rows.map(({ user_name: user }) => user)).toEqual(['other', 'reader']);
  });
});
