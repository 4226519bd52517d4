import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

/** One target: partial response (-50 %) and then progression (+100 % from the nadir, +20 mm). */
const progressing = [40, 20, 40] as const;
/** Partial response (-50 %), kept. */
const responding = [40, 20, 20] as const;

describe('a read that was compared and is opened again', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let two: Awaited<ReturnType<typeof twoReaderBench>>;
  let bench: ReturnType<typeof unlockBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** The readers differ on week 16, and an adjudication waits for its adjudicator. */
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    two = await twoReaderBench(server);
    bench = unlockBench(server);
    await two.readAll('R1', progressing);
    await two.readAll('R2', responding);
  });
  afterAll(() => server.close());

  const caseOfJudge = async (): Promise<string> => {
    const open = (await two.cases()).filter(({ state }) => state !== 'signed');
    if (open.length !== 1) throw new Error(`${open.length} open cases`);
    return open[0]?.readId ?? '';
  };
  const decideFor = async (slot: 'R1' | 'R2'): Promise<void> => {
    const choice = { kind: 'read', side: await two.sideOf(slot) } as const;
    const signed = await two.decide(await caseOfJudge(), choice);
    if (signed.statusCode !== 200) throw new Error(signed.body);
  };
  const ask = async (): Promise<string> =>
    String((await bench.ask(await readOf(server, 'R1', 'TP2'))).body['id']);
  const unlockLast = async (): Promise<void> => {
    const decided = await bench.decide(await ask(), 'approve');
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
  };
  const adjudications = async () => {
    const rows = await server.deps.db
      .selectFrom('adjudication')
      .innerJoin('adjudication_read', 'adjudication_read.adjudication_id', 'adjudication.id')
      .innerJoin('read', 'read.id', 'adjudication_read.read_id')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .select(['adjudication.version', 'adjudication.state', 'read.version as read_version'])
      .where('course.slot', '=', 'R1')
      .where('timepoint.code', '=', 'TP2')
      .orderBy('adjudication.version')
      .execute();
    return rows.map(
      row => `${row.version} ${row.state}, on version ${row.read_version} of the read`
    );
  };
  const finals = async () =>
    (await two.finals()).map(({ version, superseded_at: ended }) => [
      version,
      ended === null ? 'stands' : 'ended',
    ]);

  it('takes the final with it, and another is made of a new comparison and decision', async () => {
    await decideFor('R1');
    expect(await two.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    expect(await finals()).toEqual([[1, 'stands']]);
    const before = await server.deps.db.selectFrom('final').selectAll().executeTakeFirstOrThrow();
    const decision = await server.deps.db
      .selectFrom('adjudication_signature')
      .selectAll()
      .executeTakeFirstOrThrow();

    const unlock = await ask();
    const { body } = await bench.call(server.adminToken, 'GET', 'unlocks');
    const [wish] = body['unlocks'] as { dependents: { kind: string; then: string | null }[] }[];
    expect(wish?.dependents).toEqual([
      { kind: 'course', what: 'ADJ', state: 'final', then: 'reopenFinal' },
      { kind: 'course', what: 'R1', state: 'final', then: 'reopenFinal' },
      { kind: 'course', what: 'R2', state: 'final', then: 'reopenFinal' },
      { kind: 'adjudication', what: 'subject', state: 'signed', then: 'supersede' },
      { kind: 'final', what: 'recist-1.1, version 1', state: null, then: 'supersede' },
    ]);
    expect((await bench.decide(unlock, 'approve')).status).toBe(200);

    expect(await finals()).toEqual([[1, 'ended']]);
    // R2 has all its reads still; R1 has one to sign.
    expect(await two.courses()).toEqual({ ADJ: 'open', R1: 'open', R2: 'closed' });
    expect(await adjudications()).toEqual(['1 superseded, on version 1 of the read']);
    expect(await two.cases()).toEqual([]);

    // Still progression: 38 mm from a nadir of 20.
    expect(await two.signNext(two.people.R1, 38)).toBe(true);
    expect(await two.courses()).toEqual({
      ...{ ADJ: 'open', R1: 'inAdjudication', R2: 'inAdjudication' },
    });
    expect(await adjudications()).toEqual([
      '1 superseded, on version 1 of the read',
      '2 ready, on version 2 of the read',
    ]);
    await decideFor('R2');
    expect(await two.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    expect(await finals()).toEqual([
      [1, 'ended'],
      [2, 'stands'],
    ]);

    const [old, current] = await server.deps.db
      .selectFrom('final')
      .selectAll()
      .orderBy('version')
      .execute();
    const { superseded_at: ended, to_sequence: until, ...kept } = old ?? before;
    expect({ ...kept, superseded_at: null, to_sequence: null }).toEqual(before);
    expect(ended).not.toBeNull();
    expect(Number(until)).toBeGreaterThan(Number(before.from_sequence));
    expect(Number(current?.from_sequence)).toBeGreaterThan(Number(until));
    expect(current?.outcome.timepoints.map(({ slot }) => slot)).toEqual(Array(3).fill('reader2'));
    const signatures = await server.deps.db
      .selectFrom('adjudication_signature')
      .selectAll()
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    expect(signatures).toHaveLength(2);
    expect(signatures).toContainEqual(decision);
    const { id: trial } = await server.deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    const chain = await readChain(server.deps.db, trial);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act === 'final.superseded')).toHaveLength(1);
    expect(acts.filter(act => act === 'adjudication.superseded')).toHaveLength(1);
  });

  it('is final without an adjudication where the readers agree then', async () => {
    await decideFor('R1');
    await unlockLast();
    await two.signNext(two.people.R1, 20);
    expect(await finals()).toEqual([
      [1, 'ended'],
      [2, 'stands'],
    ]);
    expect(await two.courses()).toMatchObject({ R1: 'final', R2: 'final' });
    expect(await adjudications()).toEqual(['1 superseded, on version 1 of the read']);
    const current = await server.deps.db
      .selectFrom('final')
      .select('adjudication_id')
      .where('superseded_at', 'is', null)
      .execute();
    expect(current).toEqual([{ adjudication_id: null }]);
  });

  it('ends an adjudication that is not signed, and its adjudicator gets the next one', async () => {
    const id = await caseOfJudge();
    const url = `/api/adjudications/${id}`;
    expect((await two.people.ADJ.call('GET', url)).statusCode).toBe(200);
    await unlockLast();
    expect((await two.people.ADJ.call('GET', url)).statusCode).toBe(404);
    expect(await adjudications()).toEqual(['1 void, on version 1 of the read']);
    expect(await two.courses()).toEqual({ ADJ: 'open', R1: 'open', R2: 'closed' });
    await two.signNext(two.people.R1, 38);
    expect(await adjudications()).toEqual([
      '1 void, on version 1 of the read',
      '2 ready, on version 2 of the read',
    ]);
    await decideFor('R1');
    expect(await finals()).toEqual([[1, 'stands']]);
  });
});
