import { readFileSync } from 'node:fs';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { codeOf } from '../testing/course-bench.js';
import { qcBench, type Caller } from '../testing/qc-bench.js';
import { readingOf } from '../testing/reading-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  logIn,
  putInForce,
  takeInSubject,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { ensureCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const releasing = (release: string): string =>
  charterText.replace('showDerived: live', `showDerived: live\n    release: ${release}`);

interface Releases {
  when: string;
  size: number | null;
  gathered: number;
  batches: {
    kind: string;
    name: string | null;
    timepoints: number;
    releasedBy: string | null;
    reason: string | null;
  }[];
}

describe('timepoints that are released together', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let trialId: string;
  let manager: Caller;
  let bench: ReturnType<typeof qcBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(() => server.close());

  const release = async (): Promise<void> => {
    for (const course of await ensureCourses(server.deps, trialId)) server.releases.request(course);
    await server.releases.idle();
  };
  const inForce = async (charter: string): Promise<void> => {
    await putInForce(server, charter);
    ({ id: trialId } = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
    bench = qcBench(server);
    manager = await bench.person('manager', 'dataManager');
  };
  /** A subject of whose timepoints these are there. */
  const arrived = async (identifier: string, there: readonly string[]): Promise<void> => {
    await takeInSubject(server.deps, trialId, identifier);
    await opened.db
      .updateTable('timepoint')
      .set({ state: 'expected' })
      .where('code', 'not in', there)
      .where('subject_id', '=', ({ selectFrom }) =>
        selectFrom('subject').select('id').where('identifier', '=', identifier)
      )
      .execute();
    await release();
  };
  /** Released and not signed, by subject and timepoint. */
  const released = async (): Promise<string[]> =>
    (
      await opened.db
        .selectFrom('read')
        .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
        .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
        .select(['subject.identifier', 'timepoint.code'])
        .where('read.state', 'in', ['ready', 'assigned', 'draft'])
        .orderBy('subject.identifier')
        .orderBy('timepoint.ordinal')
        .execute()
    ).map(({ identifier, code }) => `${identifier} ${code}`);
  const signNext = async (): Promise<void> => {
    const reading = readingOf(server, await logIn(server, 'reader'));
    const answer = await reading.signWith(await reading.openId(), 40);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    await server.releases.idle();
  };
  const releases = async (): Promise<Releases> => (await manager.get('/batches')).json<Releases>();
  const ask = async (body: object) => {
    const answer = await manager.post('/batches', body);
    await server.releases.idle();
    return answer;
  };
  /** Why nobody reads a subject's baseline yet. */
  const reasonsAt = async (subject: string) =>
    (await manager.get(`/progress/subjects/${subject}`))
      .json<{ timepoints: { places: { reasons: object[] }[] }[] }>()
      .timepoints[0]?.places.flatMap(({ reasons }) => reasons);
  const reason = 'The last ones of the year';

  it('wait until there are enough of them in the trial, then all that gathered go', async () => {
    await inForce(releasing('{ when: batches, size: 3 }'));
    await arrived('S-1', ['BL']);
    await arrived('S-2', ['BL']);
    expect(await released()).toEqual([]);
    expect(await releases()).toMatchObject({
      ...{ when: 'batches', size: 3, gathered: 2, batches: [] },
      waiting: [
        { subject: 'S-1', timepoint: 'BL', label: 'Baseline' },
        { subject: 'S-2', timepoint: 'BL', label: 'Baseline' },
      ],
    });
    expect(await reasonsAt('S-1')).toEqual([
      { key: 'awaitsBatch', stuck: false, needs: 'system', params: { gathered: 2, size: 3 } },
    ]);
    await arrived('S-3', ['BL', 'TP1']);
    expect(await released()).toEqual(['S-1 BL', 'S-2 BL', 'S-3 BL']);
    expect(await reasonsAt('S-1')).toEqual([]);
    expect(await releases()).toMatchObject({
      gathered: 0,
      batches: [{ kind: 'batch', timepoints: 4, releasedBy: null, reason: null }],
    });
  });

  it('do not count while they are not through QC', async () => {
    await inForce(releasing('{ when: batches, size: 2 }'));
    await arrived('S-1', ['BL']);
    const exam = await bench.setState('BL', 'matched');
    await arrived('S-2', ['BL']);
    expect(await released()).toEqual([]);
    await bench.pass(await bench.person('qc1', 'qcTechnologist'), exam);
    await server.releases.idle();
    expect(await released()).toEqual(['S-1 BL', 'S-2 BL']);
  });

  it('are read by date within what was released: the next timepoint waits for its own batch', async () => {
    await inForce(releasing('{ when: batches, size: 2 }'));
    await arrived('S-1', ['BL', 'TP1']);
    await signNext();
    expect(await released()).toEqual(['S-1 TP1']);
    await opened.db.updateTable('timepoint').set({ state: 'complete' }).execute();
    await signNext();
    expect(await released()).toEqual([]);
    expect(await releases()).toMatchObject({ gathered: 1 });
  });

  it('go before there are enough when a data manager says so, with the reason', async () => {
    await inForce(releasing('{ when: batches, size: 9 }'));
    expect(codeOf(await ask({ reason }))).toEqual([409, 'CL_NOTHING_TO_RELEASE']);
    await arrived('S-1', ['BL']);
    expect((await ask({ reason })).json()).toMatchObject({ timepoints: 1 });
    expect(await released()).toEqual(['S-1 BL']);
    expect((await releases()).batches).toMatchObject([
      { kind: 'batch', name: null, timepoints: 1, releasedBy: 'manager', reason },
    ]);
    const chain = await readChain(opened.db, trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const entries = JSON.stringify(chain);
    expect(entries).toContain('batch.released');
    expect(entries).not.toContain(reason);
  });

  it('wait for a data cut, which has a name and takes what arrived before it', async () => {
    await inForce(releasing('{ when: dataCut }'));
    await arrived('S-1', ['BL']);
    await arrived('S-2', ['BL']);
    const exam = await bench.setState('BL', 'matched');
    expect(codeOf(await ask({ reason }))).toEqual([422, 'CL_DATA_CUT_UNNAMED']);
    expect((await ask({ reason, name: 'Interim 1' })).statusCode).toBe(200);
    await arrived('S-3', ['BL']);
    expect(await released()).toHaveLength(1);
    expect(await reasonsAt('S-3')).toMatchObject([{ key: 'awaitsDataCut', stuck: false }]);
    expect(await releases()).toMatchObject({
      gathered: 1,
      batches: [{ kind: 'dataCut', name: 'Interim 1', timepoints: 2 }],
    });
    // What was in QC at the cut is read when it has passed; what came after it waits for the next.
    await bench.pass(await bench.person('qc1', 'qcTechnologist'), exam);
    await server.releases.idle();
    expect(await released()).toEqual(['S-1 BL', 'S-2 BL']);
    expect(codeOf(await ask({ reason, name: 'Interim 1' }))).toEqual([409, 'CL_DATA_CUT_DECLARED']);
  });

  it('are those of one subject, read by date, where the charter waits for it to be complete', async () => {
    await inForce(releasing('{ when: subjectComplete }'));
    await arrived('S-1', ['BL', 'TP1']);
    expect(await released()).toEqual([]);
    expect(codeOf(await ask({ reason }))).toEqual([409, 'CL_RELEASE_BY_RULE']);
    await opened.db.updateTable('timepoint').set({ state: 'complete' }).execute();
    await release();
    expect(await released()).toEqual(['S-1 BL']);
    await signNext();
    expect(await released()).toEqual(['S-1 TP1']);
  });

  it.each([
    ['read-together', 'onArrival', null],
    ['released-in-batches', 'batches', 20],
    ['released-at-data-cut', 'dataCut', null],
  ])('are released as the example %s says, once it is deployed', async (name, when, size) => {
    const file = new URL(`../../../charter/examples/${name}.yaml`, import.meta.url);
    for (const userName of ['reader1', 'reader2', 'adjudicator1']) {
      await testAccount(server.deps, { userName, displayName: userName });
    }
    const text = readFileSync(file, 'utf8');
    await inForce(text.replace(/id: ONC-[A-Z]+/, 'id: T-1'));
    expect(await releases()).toMatchObject({ when, size, gathered: 0, batches: [] });
  });

  it('are released once where several courses ask at the same time', async () => {
    await inForce(releasing('{ when: batches, size: 2 }'));
    await takeInSubject(server.deps, trialId, 'S-1');
    await takeInSubject(server.deps, trialId, 'S-2');
    await release();
    expect((await releases()).batches).toMatchObject([{ timepoints: 6 }]);
  });
});
