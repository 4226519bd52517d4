import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { readInTwoSlots, readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

/** `reader` begins; `other` may stand in. */
const backedUp = charterText.replace(
  'readers: { R1: [reader] }',
  'readers: { R1: [reader] }\n    assignment: { backups: { R1: [other] } }'
);

describe('a reader who is replaced', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: ReturnType<typeof unlockBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    bench = unlockBench(server);
  });
  afterAll(() => server.close());

  const replace = (more: object = {}) =>
    bench.call(server.adminToken, 'POST', 'replacements', {
      ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', user: 'other', how: 'takeOver' },
      ...{ reason: 'Left the core lab', authorisedBy: 'Head of reading' },
      ...more,
    });
  const coded = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const listed = async (user: string) =>
    (await readingOf(server, await logIn(server, user)).list()).map(
      ({ timepoint, state }) => `${timepoint} ${state}`
    );
  /** Baseline and week 8 signed by `reader`, a draft of week 16. Returns the draft's read. */
  const begun = async (charter = backedUp): Promise<string> => {
    await deployed(server, charter);
    await bench.sign('reader', { BL: 50, TP1: 40 });
    const week16 = await readOf(server, 'R1', 'TP2');
    const reading = readingOf(server, await logIn(server, 'reader'));
    const number = await reading.numberOf(week16);
    const saved = await reading.save(
      week16,
      measuredDocument(number, 33),
      await reading.draftTag(week16)
    );
    if (saved.statusCode !== 200) throw new Error(saved.body);
    server.forward(1000);
    return week16;
  };

  it('is followed by one who takes over from the baseline and sees nothing of the former', async () => {
    const draft = await begun();
    expect((await replace()).status).toBe(200);
    expect(await bench.versions()).toEqual([
      'BL v1 superseded',
      'BL v2 assigned',
      'TP1 v1 superseded',
      'TP1 v2 waiting',
      'TP2 v1 void',
    ]);
    expect([await listed('reader'), await listed('other')]).toEqual([[], ['Baseline ready']]);
    const other = await logIn(server, 'other');
    expect((await other.call('GET', `/api/reads/${draft}/draft`)).statusCode).toBe(404);
    const baseline = await readOf(server, 'R1', 'BL');
    const opened = await other.call('GET', `/api/reads/${baseline}/draft`);
    expect(opened.json()).toMatchObject({ document: { lesions: [] } });
    const kept = await server.deps.db.selectFrom('signature').select('id').execute();
    expect(kept).toHaveLength(2);
    await bench.sign('other', { BL: 48, TP1: 41 });
    expect(await listed('other')).toEqual(['Week 16 ready', 'Week 8 signed', 'Baseline signed']);
  });

  it('is followed by one who continues where the charter allows it, with a fresh draft', async () => {
    await begun(
      backedUp.replace('showDerived: live', 'showDerived: live\n    replacement: continueAllowed')
    );
    expect((await replace({ how: 'continue' })).status).toBe(200);
    expect(await bench.versions()).toEqual([
      'BL v1 signed',
      'TP1 v1 signed',
      'TP2 v1 void',
      'TP2 v2 assigned',
    ]);
    expect(await listed('other')).toEqual(['Week 16 ready']);
    expect(await listed('reader')).toEqual(['Week 8 signed', 'Baseline signed']);
    const week16 = await readOf(server, 'R1', 'TP2');
    const other = await logIn(server, 'other');
    const { document } = (await other.call('GET', `/api/reads/${week16}/draft`)).json<{
      document: { lesions: { id: string; state: string; mark: unknown }[] };
    }>();
    expect(document.lesions).toMatchObject([{ id: 'T01', state: 'toDo', mark: null }]);
    await bench.sign('other', { TP2: 30 });
    expect(await listed('other')).toEqual(['Week 16 signed']);
  });

  it('is on record with reason and authority, which the audit trail does not hold', async () => {
    await begun();
    await replace();
    const { body } = await bench.call(server.adminToken, 'GET', 'replacements');
    expect(body['replacements']).toMatchObject([
      {
        ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', from: 'reader', to: 'other' },
        ...{ how: 'takeOver', reason: 'Left the core lab', authorisedBy: 'Head of reading' },
        replacedBy: 'admin',
      },
    ]);
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(server.deps.db, id);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts).toEqual(
      expect.arrayContaining(['read.voided', 'read.superseded', 'reader.replaced'])
    );
    expect(JSON.stringify(chain)).not.toMatch(/Left the core lab|Head of reading/);
  });

  it('is not replaced by a continuation that the charter does not allow', async () => {
    await begun();
    expect(coded(await replace({ how: 'continue' }))).toEqual([409, 'CL_CONTINUE_NOT_ALLOWED']);
  });

  it.each([
    ['themselves', { user: 'reader' }, 409, 'CL_SAME_READER'],
    ['nobody', { user: 'nobody' }, 422, 'CL_ACCOUNT_UNKNOWN'],
    ['somebody without the role', { user: 'approver' }, 409, 'CL_NOT_IN_ROLE'],
    ['anybody, of no such subject', { subject: 'S-9' }, 404, 'CL_NOT_FOUND'],
    ['anybody, in no such slot', { slot: 'R2' }, 404, 'CL_NOT_FOUND'],
  ])('is not replaced by %s', async (_who, more, status, code) => {
    await begun();
    const before = await bench.versions();
    expect(coded(await replace(more))).toEqual([status, code]);
    expect(await bench.versions()).toEqual(before);
  });

  it.each([
    ['absences', { user: 'other', from: '2026-02-20', to: '2026-03-05' }, 'CL_ABSENT'],
    ['conflicts', { user: 'other', site: '101', reason: 'x' }, 'CL_CONFLICT_OF_INTEREST'],
  ])('is not replaced by whom %s keep away', async (kind, payload, code) => {
    await begun();
    const { db, newId } = server.deps;
    const subject = await db
      .selectFrom('subject')
      .select(['id', 'trial_id'])
      .executeTakeFirstOrThrow();
    const site = newId();
    await db
      .insertInto('site')
      .values({ id: site, trial_id: subject.trial_id, code: '101' })
      .onConflict(conflict => conflict.doNothing())
      .execute();
    const known = await db.selectFrom('site').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('subject_site')
      .values({
        subject_id: subject.id,
        site_id: known.id,
        valid_from: '2026-01-01',
        from_sequence: 1,
      })
      .execute();
    await bench.call(server.adminToken, 'POST', kind, payload);
    expect(coded(await replace())).toEqual([409, code]);
  });

  it('is not replaced by whoever reads the subject in another slot', async () => {
    await readInTwoSlots(server);
    const assign = async (slot: string, user: string) =>
      bench.call(server.adminToken, 'POST', `reads/${await readOf(server, slot, 'BL')}/assign`, {
        user,
      });
    expect(coded(await replace())).toEqual([409, 'CL_READ_UNASSIGNED']);
    await assign('R1', 'reader');
    await assign('R2', 'other');
    expect(coded(await replace())).toEqual([409, 'CL_OTHER_SLOT']);
  });

  it('opens the course again where all of it was read, and not where it is final', async () => {
    await begun();
    const { db } = server.deps;
    await db.updateTable('course').set({ state: 'final' }).execute();
    expect(coded(await replace())).toEqual([409, 'CL_COURSE_FINAL']);
    await db.updateTable('course').set({ state: 'closed' }).execute();
    expect((await replace()).status).toBe(200);
    const { state } = await db.selectFrom('course').select('state').executeTakeFirstOrThrow();
    expect(state).toBe('open');
    expect(await listed('other')).toEqual(['Baseline ready']);
  });

  it('is replaced after seeing who the subject is, and may not have it back', async () => {
    await deployed(server, backedUp);
    const baseline = await readOf(server, 'R1', 'BL');
    const reader = await logIn(server, 'reader');
    await reader.call('POST', `/api/reads/${baseline}/problems`, {
      ...{ kind: 'identifyingInformation', text: 'A name is burnt in', requestId: 'request-1' },
    });
    const problems = await server.ask({
      url: '/api/admin/problems',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const [problem] = problems.json<{ problems: { id: string }[] }>().problems;
    await server.ask({
      method: 'POST',
      url: `/api/admin/problems/${problem?.id}/answer`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: { decision: 'exclude', text: 'Another reader takes it' },
    });
    server.forward(1000);
    expect((await replace()).status).toBe(200);
    expect(await listed('other')).toEqual(['Baseline ready']);
    server.forward(1000);
    expect(coded(await replace({ user: 'reader' }))).toEqual([409, 'CL_READER_SUSPENDED']);
  });
});
