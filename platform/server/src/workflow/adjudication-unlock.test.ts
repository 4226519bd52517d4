import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { emptyDecision } from '@corelab/adjudication';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';
import { markImpact } from './read-impacts.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

describe('a signed decision', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let two: Awaited<ReturnType<typeof twoReaderBench>>;
  let bench: ReturnType<typeof unlockBench>;
  let id: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** `arbiter` decided for R1; `judge` could decide too. */
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    await testAccount(server.deps, { userName: 'arbiter', displayName: 'Dr arbiter' });
    const text = twoReaderText().replace('ADJ: [judge]', 'ADJ: [arbiter, judge]');
    two = await twoReaderBench(server, text);
    two.people.ADJ = await logIn(server, 'arbiter');
    bench = unlockBench(server);
    await two.readAll('R1', [40, 20, 40]);
    await two.readAll('R2', [40, 20, 20]);
    id = await caseOf();
    await decideFor('R1');
  });
  afterAll(() => server.close());

  const caseOf = async (): Promise<string> => {
    const open = (await two.cases()).filter(({ state }) => state !== 'signed');
    if (open.length !== 1) throw new Error(`${open.length} open cases`);
    return open[0]?.readId ?? '';
  };
  const decideFor = async (slot: 'R1' | 'R2'): Promise<void> => {
    const choice = { kind: 'read', side: await two.sideOf(slot) } as const;
    const signed = await two.decide(await caseOf(), choice);
    if (signed.statusCode !== 200) throw new Error(signed.body);
  };
  const ofCase = (act: string, payload: object) =>
    bench.call(server.adminToken, 'POST', `adjudications/${id}/${act}`, payload);
  const reason = 'The reason names the wrong lesion';
  const states = async () =>
    (
      await server.deps.db
        .selectFrom('adjudication')
        .select(['version', 'state'])
        .orderBy('version')
        .execute()
    ).map(({ version, state }) => `${version} ${state}`);
  const finals = async () =>
    (await two.finals()).map(({ version, superseded_at: ended, outcome }) => [
      ...[version, ended === null ? 'stands' : 'ended'],
      outcome.timepoints.at(-1)?.slot,
    ]);
  const chainOfTrial = async () => {
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return { trialId: trial.id, chain: await readChain(server.deps.db, trial.id) };
  };

  it('is opened again by two people, and another adjudicator makes it anew', async () => {
    const signed = await server.deps.db
      .selectFrom('adjudication_signature')
      .selectAll()
      .executeTakeFirstOrThrow();
    const own = { reason };
    const asked = await two.people.ADJ.call('POST', `/api/adjudications/${id}/unlock`, own);
    expect(asked.statusCode).toBe(200);
    expect((await ofCase('unlock', { reason })).body).toMatchObject({ code: 'CL_UNLOCK_ASKED' });
    const { body } = await bench.call(server.adminToken, 'GET', 'unlocks');
    expect(body['unlocks']).toMatchObject([
      {
        ...{ task: 'adjudication', readId: id, version: 1, slot: 'ADJ', timepoint: 'subject' },
        ...{ signedBy: 'arbiter', askedBy: 'arbiter' },
        dependents: [
          { kind: 'course', what: 'ADJ', state: 'final', then: 'reopenFinal' },
          { kind: 'course', what: 'R1', state: 'final', then: 'reopenFinal' },
          { kind: 'course', what: 'R2', state: 'final', then: 'reopenFinal' },
          { kind: 'final', what: 'recist-1.1, version 1', state: null, then: 'supersede' },
        ],
      },
    ]);
    const unlock = asked.json<{ id: string }>().id;
    const another = { adjudicator: 'another' };
    const approved = await bench.decide(unlock, 'approve', server.approverToken, another);
    expect(approved.status).toBe(200);
    expect(await states()).toEqual(['1 superseded', '2 ready']);
    expect(await finals()).toEqual([[1, 'ended', 'reader1']]);
    expect(await two.courses()).toEqual({
      ...{ ADJ: 'open', R1: 'inAdjudication', R2: 'inAdjudication' },
    });
    // Whoever decided it has nothing of it any more; the other one sees the same reads and no choice.
    expect(await two.cases()).toEqual([]);
    two.people.ADJ = await logIn(server, 'judge');
    id = await caseOf();
    expect(approved.body['newReadId']).toBe(id);
    const draft = await two.people.ADJ.call('GET', `/api/adjudications/${id}/draft`);
    expect(draft.json()).toEqual({ document: emptyDecision() });
    await decideFor('R2');
    expect(await finals()).toEqual([
      [1, 'ended', 'reader1'],
      [2, 'stands', 'reader2'],
    ]);
    expect(await two.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    const kept = await server.deps.db
      .selectFrom('adjudication_signature')
      .selectAll()
      .where('id', '=', signed.id)
      .execute();
    expect(kept).toEqual([signed]);
    const { chain } = await chainOfTrial();
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain(reason);
  });

  it('goes back to whoever made it where nobody says otherwise', async () => {
    const { body } = await ofCase('unlock', { reason });
    expect((await bench.decide(body['id'], 'approve')).status).toBe(200);
    await decideFor('R2');
    expect(await states()).toEqual(['1 superseded', '2 signed']);
  });

  it('is marked with a read of it, and stands once the read does and somebody signs for it', async () => {
    const { trialId } = await chainOfTrial();
    const read = await readOf(server, 'R1', 'TP2');
    const { db } = server.deps;
    const marked = await db
      .selectFrom('read')
      .select(['id', 'state'])
      .where('public_id', '=', read)
      .executeTakeFirstOrThrow();
    const mark = () =>
      db.transaction().execute(trx =>
        markImpact(trx, server.deps, [marked], {
          ...{ trialId, cause: 'imagesCorrected', examId: null, timepointId: null },
        })
      );
    await mark();
    expect(await states()).toEqual(['1 impactPending']);
    // Their adjudicator is not told.
    expect(await two.cases()).toMatchObject([{ readId: id, state: 'signed' }]);
    const stand = (more: object = {}) => ofCase('let-stand', { reason, password, ...more });
    expect((await stand()).body).toMatchObject({ code: 'CL_READ_UNDECIDED' });
    expect((await bench.impact(read, 'noImpact')).status).toBe(200);
    expect((await stand({ password: 'wrong' })).status).toBe(403);
    expect((await stand()).body).toMatchObject({ state: 'signed' });
    expect((await stand()).body).toMatchObject({ code: 'CL_ACT_NOT_POSSIBLE' });
    expect(await states()).toEqual(['1 signed']);
    const impacts = await db
      .selectFrom('adjudication_impact')
      .select(['read_id', 'reason'])
      .where('decided_at', 'is not', null)
      .execute();
    expect(impacts).toEqual([{ read_id: marked.id, reason }]);
    expect(await finals()).toEqual([[1, 'stands', 'reader1']]);
    const { chain } = await chainOfTrial();
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act.startsWith('adjudication.impact'))).toEqual([
      'adjudication.impactMarked',
      'adjudication.impactDecided',
    ]);
    expect(JSON.stringify(chain)).not.toContain(reason);
  });
});
