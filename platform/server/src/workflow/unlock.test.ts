import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { deployed, logIn, testServer, type TestServer } from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a signed read that is opened again', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: ReturnType<typeof unlockBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** Baseline and week 8 are signed; week 16 is the reader's. */
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    bench = unlockBench(server);
    await deployed(server);
    await bench.sign('reader', { BL: 50, TP1: 40 });
  });
  afterAll(() => server.close());

  const coded = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];
  const unlocked = async (timepoint: string): Promise<string> => {
    const read = await readOf(server, 'R1', timepoint);
    const { body } = await bench.ask(read);
    const decided = await bench.decide(body['id'], 'approve');
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    return String(decided.body['newReadId']);
  };
  const listed = async () =>
    (await readingOf(server, await logIn(server, 'reader')).list()).map(
      ({ timepoint, state }) => `${timepoint} ${state}`
    );
  const openCourse = () =>
    server.deps.db.selectFrom('course').select(['id', 'state']).executeTakeFirstOrThrow();

  it('is kept byte for byte, and its next version begins with it for the same reader', async () => {
    const { db } = server.deps;
    const read = await readOf(server, 'R1', 'BL');
    const kept = async () =>
      JSON.stringify([
        await db
          .selectFrom('signature')
          .innerJoin('read', 'read.id', 'signature.read_id')
          .selectAll('signature')
          .where('read.public_id', '=', read)
          .execute(),
        await db
          .selectFrom('derived_result')
          .innerJoin('read', 'read.id', 'derived_result.read_id')
          .selectAll('derived_result')
          .where('read.public_id', '=', read)
          .execute(),
      ]);
    const before = await kept();
    const again = await unlocked('BL');
    expect(await kept()).toBe(before);
    expect(await bench.versions()).toEqual([
      'BL v1 superseded',
      'BL v2 assigned',
      'TP1 v1 impactPending',
      'TP2 v1 assigned',
    ]);
    const reader = await logIn(server, 'reader');
    expect((await reader.call('GET', `/api/reads/${read}`)).statusCode).toBe(404);
    const draft = (await reader.call('GET', `/api/reads/${again}/draft`)).json<{
      document: { lesions: { id: string; mark: { longestDiameterMm: number } }[] };
    }>();
    expect(draft.document.lesions).toMatchObject([{ id: 'T01', mark: { longestDiameterMm: 50 } }]);
  });

  it('holds what comes after it until it is signed and decided on, in order', async () => {
    const again = await unlocked('BL');
    expect(await listed()).toEqual(['Baseline ready', 'Week 16 onHold', 'Week 8 signed']);
    const week16 = await readOf(server, 'R1', 'TP2');
    const week8 = await readOf(server, 'R1', 'TP1');
    const reader = await logIn(server, 'reader');
    const opened16 = await reader.call('GET', `/api/reads/${week16}`);
    expect([opened16.statusCode, opened16.json<{ code: string }>().code]).toEqual([
      409,
      'CL_EARLIER_READ_OPEN',
    ]);
    const reading = readingOf(server, reader);
    const early = await reading.sign(week16, await reading.draftTag(week16));
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([
      409,
      'CL_EARLIER_READ_OPEN',
    ]);
    expect(await bench.impacted()).toMatchObject([
      { readId: week8, timepoint: 'TP1', cause: 'earlierRead', changed: 'BL', decidable: false },
    ]);
    expect(coded(await bench.impact(week8, 'noImpact'))).toEqual([409, 'CL_EARLIER_READ_OPEN']);

    expect((await reading.signWith(again, 60)).statusCode).toBe(200);
    await server.releases.idle();
    expect(await bench.impacted()).toMatchObject([{ readId: week8, decidable: true }]);
    const readAgain = await bench.impact(week8, 'readAgain');
    expect(readAgain.status).toBe(200);
    expect(await bench.versions()).toEqual([
      'BL v1 superseded',
      'BL v2 signed',
      'TP1 v1 superseded',
      'TP1 v2 assigned',
      'TP2 v1 assigned',
    ]);
    const second = String(readAgain.body['newReadId']);
    const signed = (await reading.signWith(second, 40)).json<{
      derived: { timepoints: { sumMm?: number; overall?: unknown }[] };
    }>();
    expect(JSON.stringify(signed.derived)).toContain('60');
    await server.releases.idle();
    expect(await listed()).toEqual(['Week 16 ready', 'Week 8 signed', 'Baseline signed']);
    expect((await reader.call('GET', `/api/reads/${week16}`)).statusCode).toBe(200);
  });

  it('lets what came after it stand, for a reason', async () => {
    const again = await unlocked('BL');
    const reading = readingOf(server, await logIn(server, 'reader'));
    await reading.signWith(again, 60);
    const week8 = await readOf(server, 'R1', 'TP1');
    expect((await bench.impact(week8, 'noImpact')).status).toBe(200);
    // The baseline was signed last.
    expect(await listed()).toEqual(['Week 16 ready', 'Baseline signed', 'Week 8 signed']);
    expect(coded(await bench.impact(week8, 'noImpact'))).toEqual([409, 'CL_IMPACT_DECIDED']);
    expect(await bench.impacted()).toEqual([]);
  });

  it('takes two people: not who asked, nor who signed it, and the password', async () => {
    const read = await readOf(server, 'R1', 'TP1');
    const { body } = await bench.ask(read);
    const mine = await bench.decide(body['id'], 'approve', server.adminToken);
    expect(coded(mine)).toEqual([422, 'CL_SECOND_PERSON_NEEDED']);
    const guess = await bench.decide(body['id'], 'approve', server.approverToken, {
      password: 'a guess at it',
    });
    expect(coded(guess)).toEqual([403, 'CL_PASSWORD_WRONG']);
    const { db } = server.deps;
    const signed = db.selectFrom('read').select('id').where('public_id', '=', read);
    await db
      .updateTable('signature')
      .set({ account_id: server.approver.id })
      .where('read_id', '=', signed)
      .execute();
    const signer = await bench.decide(body['id'], 'approve');
    expect(coded(signer)).toEqual([422, 'CL_SECOND_PERSON_NEEDED']);
    expect(signer.body['message']).toContain('You signed this read');
    expect(await bench.versions()).toContain('TP1 v1 signed');
  });

  it('is asked for by its reader too, once, and by nobody of a read that is not signed', async () => {
    const reader = await logIn(server, 'reader');
    const ask = async (read: string) => {
      const answer = await reader.call('POST', `/api/reads/${read}/unlock`, { reason: 'Wrong' });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    };
    const week8 = await readOf(server, 'R1', 'TP1');
    const asked = await ask(week8);
    expect(asked.body).toMatchObject({ state: 'asked' });
    expect(coded(await bench.ask(week8))).toEqual([409, 'CL_UNLOCK_ASKED']);
    const open = await ask(await readOf(server, 'R1', 'TP2'));
    expect(coded(open)).toEqual([409, 'CL_READ_NOT_SIGNED']);
    expect((await bench.decide(asked.body['id'], 'approve', server.adminToken)).status).toBe(200);
    expect(await bench.versions()).toContain('TP1 v2 assigned');
  });

  it('stays as it was where that is refused, and the wish is on record with both reasons', async () => {
    const { body } = await bench.ask(await readOf(server, 'R1', 'TP1'));
    const view = async (state: string) =>
      (await bench.call(server.adminToken, 'GET', `unlocks?state=${state}`)).body['unlocks'];
    expect(await view('open')).toMatchObject([
      {
        ...{ id: body['id'], timepoint: 'TP1', signedBy: 'reader', askedBy: 'admin' },
        dependents: [{ kind: 'read', what: 'TP2', state: 'assigned', then: null }],
      },
    ]);
    expect((await bench.decide(body['id'], 'refuse')).body).toMatchObject({
      ...{ state: 'refused', newReadId: null },
    });
    expect(coded(await bench.decide(body['id'], 'approve'))).toEqual([409, 'CL_UNLOCK_DECIDED']);
    expect(await view('open')).toEqual([]);
    expect(await view('all')).toMatchObject([
      {
        ...{ state: 'refused', reason: 'A node was measured twice', decidedBy: 'approver' },
        decisionReason: 'It is so',
      },
    ]);
    expect(await bench.versions()).toContain('TP1 v1 signed');
  });

  it.each([
    ['closed', 'course.reopened'],
    ['agreed', 'course.reopened'],
    ['discordant', 'course.reopened'],
    ['inAdjudication', 'course.reopened'],
    ['final', 'course.finalReopened'],
  ] as const)('opens its course again where it was %s', async (state, entry) => {
    const { db } = server.deps;
    await db.updateTable('course').set({ state }).execute();
    await unlocked('TP1');
    expect((await openCourse()).state).toBe('open');
    const { id } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(db, id);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain.map(one => (one.entry as { act: string }).act);
    expect(acts).toEqual(
      expect.arrayContaining(['unlock.asked', 'unlock.approved', 'read.unlocked', entry])
    );
    expect(acts).toContain('read.versionOpened');
    const words = JSON.stringify(chain);
    expect(words).not.toContain('measured twice');
    expect(words).not.toContain('It is so');
  });

  it('is in an export as what stands, and the exports that hold it are named', async () => {
    const exported = async (): Promise<string> =>
      JSON.stringify((await bench.call(server.adminToken, 'GET', 'export')).body['files']);
    const before = await exported();
    expect(before).toContain('40');
    const read = await readOf(server, 'R1', 'TP1');
    const { body } = await bench.ask(read);
    const [view] = (await bench.call(server.adminToken, 'GET', 'unlocks')).body['unlocks'] as {
      dependents: { kind: string }[];
    }[];
    expect(view?.dependents.map(({ kind }) => kind)).toEqual(['read', 'export']);
    const { body: decided } = await bench.decide(body['id'], 'approve');
    const reading = readingOf(server, await logIn(server, 'reader'));
    await reading.signWith(String(decided['newReadId']), 35);
    const after = await exported();
    expect(after).toContain('35');
    // The signature that ended stays among the signatures, as superseded.
    expect(after.match(/TP1/g)?.length).toBe((before.match(/TP1/g)?.length ?? 0) + 1);
  });
});
