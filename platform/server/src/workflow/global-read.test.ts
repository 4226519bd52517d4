import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { qcOnArrival } from '../qc/automatic-qc.js';
import type { LoggedIn } from '../testing/http-client.js';
import { readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  logIn,
  password,
  testServer,
  type Answer,
  type TestServer,
} from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Shown {
  globalReadId: string;
  state: string;
  etag: string;
  timepoints: {
    readId: string;
    timepoint: string;
    state: string;
    signedResponse: string | null;
    response: string | null;
    reason: string | null;
  }[];
  read: { timepoint: string; history: { timepoint: string }[] };
  meanings: string[];
}

const codeOf = (answer: Answer): [number, string] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code ?? 'none',
];

describe('the global read of a course', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: Awaited<ReturnType<typeof twoReaderBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    await testAccount(server.deps, { userName: 'stand', displayName: 'Dr stand' });
    const text = twoReaderText(
      'counterfactual: false',
      '    order: hybrid\n    replacement: continueAllowed\n'
    );
    bench = await twoReaderBench(server, text.replace('R1: [reader]', 'R1: [reader, stand]'));
  });
  afterAll(() => server.close());

  const listed = async (person: LoggedIn) =>
    (await person.call('GET', '/api/reads')).json<{
      reads: { readId: string; task: string; timepoint: string; state: string; dueDate: string }[];
    }>().reads;
  const lines = async (person: LoggedIn): Promise<string[]> =>
    (await listed(person)).map(({ task, timepoint, state }) => `${task} ${timepoint} ${state}`);
  const globalOf = async (person: LoggedIn): Promise<string> =>
    (await listed(person)).find(({ task }) => task === 'globalRead')?.readId ?? 'none';
  const shownTo = async (person: LoggedIn): Promise<Shown> => {
    const answer = await person.call('GET', `/api/global-reads/${await globalOf(person)}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<Shown>();
  };
  const reconsider = async (person: LoggedIn, readId: string, reason?: string) => {
    const answer = await person.call(
      'POST',
      `/api/global-reads/${await globalOf(person)}/reconsider`,
      { readId, ...(reason === undefined ? {} : { reason }) }
    );
    await server.releases.idle();
    return answer;
  };
  const sign = async (person: LoggedIn, more: object = {}) => {
    const { globalReadId, etag, meanings } = await shownTo(person);
    const answer = await person.call('POST', `/api/global-reads/${globalReadId}/sign`, {
      ...{ password, meaning: meanings[0], requestId: `global-${globalReadId}`, etag, ...more },
    });
    await server.releases.idle();
    return answer;
  };
  const signRead = async (person: LoggedIn, id: string, mm: number): Promise<void> => {
    const signed = await readingOf(server, person).signWith(id, mm);
    if (signed.statusCode !== 200) throw new Error(signed.body);
    await server.releases.idle();
  };
  const states = async (): Promise<string[]> =>
    (
      await server.deps.db
        .selectFrom('global_read')
        .innerJoin('course', 'course.id', 'global_read.course_id')
        .select(['course.slot', 'global_read.version', 'global_read.state'])
        .orderBy('course.slot')
        .orderBy('global_read.version')
        .execute()
    ).map(({ slot, version, state }) => `${slot} v${version} ${state}`);

  it('is asked of the same reader when every timepoint is signed, and closes the course when it is', async () => {
    const { R1, R2 } = bench.people;
    expect(await lines(R1)).toEqual(['read Baseline ready']);
    await bench.signNext(R1, 40);
    expect(await lines(R1)).toEqual(['read Week 8 ready', 'read Baseline signed']);
    await bench.signNext(R1, 20);
    expect(await globalOf(R1)).toBe('none');
    await bench.signNext(R1, 40);
    const [first] = await listed(R1);
    expect(first).toMatchObject({ task: 'globalRead', state: 'ready', dueDate: '2026-03-06' });
    expect(await lines(R2)).toEqual(['read Baseline ready']);
    const one = await shownTo(R1);
    expect(one.read).toMatchObject({
      timepoint: 'Week 16',
      history: [{ timepoint: 'Baseline' }, { timepoint: 'Week 8' }],
    });
    expect(one.timepoints).toMatchObject([
      { timepoint: 'Baseline', signedResponse: null, response: null, reason: null },
      { timepoint: 'Week 8', signedResponse: 'PR', response: 'PR', reason: null },
      { timepoint: 'Week 16', signedResponse: 'PD', response: 'PD', reason: null },
    ]);
    await bench.readAll('R2', [40, 20, 20]);
    // Both have signed all their timepoints: nothing is compared before both have looked again.
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    const wrong = await sign(R1, { password: 'a guess at it' });
    expect(codeOf(wrong)).toEqual([403, 'CL_PASSWORD_WRONG']);
    expect(codeOf(await sign(R1, { meaning: 'as I like' }))).toEqual([422, 'CL_MEANING_UNKNOWN']);
    expect(codeOf(await sign(R1))).toEqual([200, 'none']);
    expect(await bench.courses()).toEqual({ R1: 'closed', R2: 'open' });
    expect(await bench.cases()).toEqual([]);
    expect((await sign(R1)).statusCode).toBe(200);
    expect(codeOf(await sign(R1, { requestId: 'another-request' }))).toEqual([
      409,
      'CL_GLOBAL_READ_LOCKED',
    ]);
    expect(codeOf(await sign(R2))).toEqual([200, 'none']);
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication', R2: 'inAdjudication' });
    expect(await bench.cases()).toHaveLength(1);
  });

  it('lets its reader change an opinion for a reason; every version is kept and the other reads stay', async () => {
    const { db } = server.deps;
    const { R1, R2, ADJ } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const [globalReadId, before] = [await globalOf(R1), await shownTo(R1)];
    const week8 = before.timepoints[1]?.readId ?? '';
    const week16 = before.timepoints[2]?.readId ?? '';
    const kept = () =>
      db.selectFrom('signature').selectAll().orderBy('signature.id').limit(6).execute();
    const signatures = await kept();
    expect((await reconsider(R1, week16)).statusCode).toBe(400);
    expect((await reconsider(R1, week16, '   ')).statusCode).toBe(400);
    const ofOther = await readOf(server, 'R2', 'TP2');
    expect(codeOf(await reconsider(R1, ofOther, 'Too big'))).toEqual([404, 'CL_NOT_FOUND']);
    for (const other of [R2, ADJ]) {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/images'],
        ['POST', '/reconsider'],
      ] as const) {
        const payload = method === 'POST' ? { readId: week16, reason: 'Too big' } : undefined;
        const answer = await other.call(
          method,
          `/api/global-reads/${globalReadId}${path}`,
          payload
        );
        expect(codeOf(answer)).toEqual([404, 'CL_NOT_FOUND']);
      }
      const images = await other.call('GET', `/reads/${globalReadId}/dicomweb/studies`);
      expect(images.statusCode).toBe(404);
    }
    expect((await R1.call('GET', `/reads/${globalReadId}/dicomweb/studies`)).statusCode).toBe(200);

    const changed = await reconsider(R1, week16, 'A vessel was measured with it');
    const again = changed.json<{ readId: string }>().readId;
    expect(await lines(R1)).toEqual(
      expect.arrayContaining(['read Week 16 ready', 'globalRead  onHold', 'read Week 8 signed'])
    );
    expect(codeOf(await reconsider(R1, again, 'Once more'))).toEqual([409, 'CL_READS_OPEN']);
    expect(codeOf(await sign(R1))).toEqual([409, 'CL_READS_OPEN']);
    const draft = (await R1.call('GET', `/api/reads/${again}/draft`)).json<{
      document: { lesions: { mark: { longestDiameterMm: number } }[] };
    }>();
    expect(draft.document.lesions).toMatchObject([{ mark: { longestDiameterMm: 40 } }]);
    await signRead(R1, again, 20);
    const { content } = await db
      .selectFrom('read')
      .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
      .select('image_manifest.content')
      .where('public_id', '=', again)
      .executeTakeFirstOrThrow();
    // All timepoints are seen at once, the reconsidered one first.
    expect(
      (content as { timepoints: { current: boolean }[] }).timepoints.map(({ current }) => current)
    ).toEqual([true, false, false]);

    expect(codeOf(await sign(R1, { etag: before.etag }))).toEqual([412, 'CL_READS_CHANGED']);
    expect((await shownTo(R1)).timepoints).toMatchObject([
      { timepoint: 'Baseline', state: 'signed' },
      { timepoint: 'Week 8', readId: week8, state: 'signed', signedResponse: 'PR', response: 'PR' },
      {
        ...{ timepoint: 'Week 16', readId: again, signedResponse: 'PD', response: 'PR' },
        reason: 'A vessel was measured with it',
      },
    ]);
    expect((await sign(R1)).statusCode).toBe(200);
    expect((await sign(R2)).statusCode).toBe(200);
    // With the changed opinion both agree, and no adjudicator is called.
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final' });
    expect(await kept()).toEqual(signatures);

    const { files } = (
      await server.ask({
        ...{ method: 'GET', url: '/api/admin/trials/T-1/export' },
        headers: { authorization: `Bearer ${server.adminToken}` },
      })
    ).json<{ files: { name: string; content: string }[] }>();
    const table = files.find(({ name }) => name === 'global-reads.csv')?.content ?? '';
    const hashes = await db
      .selectFrom('signature')
      .innerJoin('read', 'read.id', 'signature.read_id')
      .select('content_hash')
      .where('public_id', 'in', [week16, again])
      .orderBy('version')
      .execute();
    const [was = '', is = ''] = hashes.map(row => row.content_hash);
    expect(table).toMatch(
      new RegExp(`,TP2,Y,[^,]+,A vessel was measured with it,PD,PR,PR,${was},${is}\n`)
    );
    expect(table.match(/,N,,,/g)).toHaveLength(5);
    const trial = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(db, trial.id);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain('A vessel');
  });

  it('rates the whole course anew where an earlier timepoint was changed', async () => {
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 30, 30]);
    const before = await shownTo(R1);
    expect(before.timepoints[2]).toMatchObject({ signedResponse: 'SD', response: 'SD' });
    const changed = await reconsider(R1, before.timepoints[0]?.readId ?? '', 'Two lesions in one');
    await signRead(R1, changed.json<{ readId: string }>().readId, 60);
    const { timepoints } = await shownTo(R1);
    expect(timepoints.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed']);
    expect(timepoints[2]).toMatchObject({ signedResponse: 'SD', response: 'PR', reason: null });
    expect((await sign(R1)).statusCode).toBe(200);
    const { result } = await server.deps.db
      .selectFrom('global_read_signature')
      .select('result')
      .executeTakeFirstOrThrow();
    expect(result.timepoints.map(({ overall }) => overall)).toEqual([undefined, 'PR', 'PR']);
  });

  it('goes on from a changed earlier timepoint where a later one is read again', async () => {
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 30, 30]);
    const [baseline, week8] = (await shownTo(R1)).timepoints.map(({ readId }) => readId);
    const first = (await reconsider(R1, baseline ?? '', 'Another lesion is there')).json<{
      readId: string;
    }>().readId;
    const second = (await reconsider(R1, week8 ?? '', 'It is there too')).json<{
      readId: string;
    }>().readId;
    expect((await R1.call('GET', `/api/reads/${second}`)).statusCode).toBe(404);
    const reading = readingOf(server, R1);
    const draft = (await R1.call('GET', `/api/reads/${first}/draft`)).json<{
      document: { lesions: { trackingUid: string; id: string }[] };
    }>().document;
    const [known] = draft.lesions;
    const lesions = [known, { ...known, trackingUid: '2.25.778', id: 'T02' }];
    const saved = await reading.save(first, { ...draft, lesions }, await reading.draftTag(first));
    const signed = await reading.sign(first, String(saved.headers.etag), {
      meaning: await reading.meaningOf(first),
    });
    expect([signed.statusCode, signed.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    await server.releases.idle();
    const after = (await R1.call('GET', `/api/reads/${second}/draft`)).json<{
      document: { lesions: { id: string; state: string }[] };
    }>().document;
    expect(after.lesions).toMatchObject([
      { id: 'T01', state: 'measured' },
      { id: 'T02', state: 'toDo' },
    ]);
  });

  it('goes to whoever takes the place of its reader, with what was signed', async () => {
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    const staff = unlockBench(server);
    const replaced = await staff.call(server.adminToken, 'POST', 'replacements', {
      ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', user: 'stand', how: 'continue' },
      ...{ reason: 'Left the trial', authorisedBy: 'Sponsor' },
    });
    expect([replaced.status, replaced.body]).toEqual([200, expect.any(Object)]);
    expect(await states()).toEqual(['R1 v1 void', 'R1 v2 ready']);
    expect(await globalOf(R1)).toBe('none');
    const stand = await logIn(server, 'stand');
    const week16 = (await shownTo(stand)).timepoints[2]?.readId ?? '';
    const changed = await reconsider(stand, week16, 'Read otherwise');
    await signRead(stand, changed.json<{ readId: string }>().readId, 20);
    expect((await sign(stand)).statusCode).toBe(200);
    expect(await bench.courses()).toMatchObject({ R1: 'closed' });
  });

  it('ends and is asked again when a read of its course is opened by others', async () => {
    const { R1 } = bench.people;
    const staff = unlockBench(server);
    const unlock = async (timepoint: string): Promise<void> => {
      const { body } = await staff.ask(await readOf(server, 'R1', timepoint));
      const decided = await staff.decide(body['id'], 'approve');
      if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    };
    await bench.readAll('R1', [40, 20, 40]);
    await unlock('TP2');
    expect(await states()).toEqual(['R1 v1 void']);
    expect(await globalOf(R1)).toBe('none');
    await signRead(R1, await readOf(server, 'R1', 'TP2'), 20);
    expect(await states()).toEqual(['R1 v1 void', 'R1 v2 ready']);
    expect((await sign(R1)).statusCode).toBe(200);
    expect(await bench.courses()).toMatchObject({ R1: 'closed' });
    const asked = await staff.ask(await readOf(server, 'R1', 'TP2'));
    const { unlocks } = (await staff.call(server.adminToken, 'GET', 'unlocks?state=open')).body as {
      unlocks: { dependents: object[] }[];
    };
    expect(unlocks[0]?.dependents).toMatchObject([
      { kind: 'course', then: 'reopen' },
      { kind: 'globalRead', state: 'signed', then: 'supersede' },
    ]);
    expect((await staff.decide(asked.body['id'], 'approve')).status).toBe(200);
    expect(await states()).toEqual(['R1 v1 void', 'R1 v2 superseded']);
    expect(await bench.courses()).toMatchObject({ R1: 'open' });
    await signRead(R1, await readOf(server, 'R1', 'TP2'), 22);
    expect(await states()).toEqual(['R1 v1 void', 'R1 v2 superseded', 'R1 v3 ready']);
  });

  it('waits for a decision about images that came under one of its reads', async () => {
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    const exam = await server.deps.db
      .selectFrom('timepoint_exam')
      .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
      .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
      .select(['timepoint_exam.exam_id', 'subject.id', 'subject.trial_id'])
      .where('timepoint.code', '=', 'TP1')
      .executeTakeFirstOrThrow();
    const of = { trialId: exam.trial_id, subjectId: exam.id, examId: exam.exam_id };
    await server.deps.db
      .transaction()
      .execute(trx => qcOnArrival(trx, server.deps, { ...of, qc: 'automatic' }));
    const week8 = await readOf(server, 'R1', 'TP1');
    expect(await lines(R1)).toContain('globalRead  onHold');
    expect(codeOf(await sign(R1))).toEqual([409, 'CL_CASE_CHANGED']);
    expect(codeOf(await reconsider(R1, week8, 'Seen again'))).toEqual([409, 'CL_CASE_CHANGED']);
    const staff = unlockBench(server);
    expect((await staff.impact(week8, 'noImpact')).status).toBe(200);
    expect(await states()).toEqual(['R1 v1 ready']);
    expect((await sign(R1)).statusCode).toBe(200);
  });
});
