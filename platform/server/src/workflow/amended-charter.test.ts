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
import { readChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { amendedText, charterBench } from '../testing/charter-bench.js';
import { readingOf } from '../testing/reading-bench.js';
import {
  deployed,
  logIn,
  takeInSubject,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';
import type { Scope } from '../trials/scope.js';
import { ensureCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('reads under an amended charter', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let reading: ReturnType<typeof readingOf>;
  let charter: ReturnType<typeof charterBench>;
  let trialId: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    charter = charterBench(server);
    await deployed(server);
    await server.releases.idle();
    reader = await logIn(server, 'reader');
    reading = readingOf(server, reader);
    trialId = (await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
  });
  afterEach(async () => {
    await server.close();
  });

  const amend = async (scope: Scope) => {
    await charter.deploy({ charter: amendedText, reason: 'Protocol 2', scope });
    const answer = await charter.approve(2);
    await server.releases.idle();
    return answer.json<{ rereading: number }>();
  };
  const signOpen = async (): Promise<void> => {
    expect((await reading.signWith(await reading.openId(), 20)).statusCode).toBe(200);
    await server.releases.idle();
  };
  /** By timepoint, what the charter of each listed read says of showDerived. */
  const shownUnder = async () => {
    const reads = await reading.list();
    return Promise.all(
      reads.map(async ({ readId, timepoint }) => {
        const context = await reader.call('GET', `/api/reads/${readId}`);
        const { charter: under } = context.json<{ charter: { showDerived: string } }>();
        return `${timepoint} ${under.showDerived}`;
      })
    );
  };
  const acts = async () =>
    (await readChain(server.deps.db, trialId)).map(
      ({ entry }) => entry as { act: string; details: Record<string, unknown> }
    );

  it('of subjects that had begun stay under theirs, where it is for new subjects', async () => {
    await amend('newSubjects');
    await signOpen();
    expect(await shownUnder()).toEqual(['Week 8 live', 'Baseline live']);
    await takeInSubject(server.deps, trialId, 'REAL-SUBJECT-2');
    for (const course of await ensureCourses(server.deps, trialId)) server.releases.request(course);
    await server.releases.idle();
    expect((await shownUnder()).sort()).toEqual([
      'Baseline afterSigning',
      'Baseline live',
      'Week 8 live',
    ]);
  });

  it('follow it from the next timepoint on, where it is for new timepoints', async () => {
    const impact = await amendmentImpact('newTimepoints');
    expect(impact).toEqual({
      ...{ version: 2, against: 1, scope: 'newTimepoints', criteria: [] },
      signed: {
        ...{ reads: 0, changed: 0 },
        asked: { newSubjects: 0, newTimepoints: 0, allWithRereading: 0 },
      },
      open: [
        {
          ...{ state: 'assigned', reads: 1 },
          follow: { newSubjects: 0, newTimepoints: 0, allWithRereading: 0 },
          asked: { newSubjects: 0, newTimepoints: 0, allWithRereading: 1 },
        },
        {
          ...{ state: 'waiting', reads: 1 },
          follow: { newSubjects: 0, newTimepoints: 1, allWithRereading: 1 },
          asked: { newSubjects: 0, newTimepoints: 0, allWithRereading: 0 },
        },
      ],
      subjects: { begun: 1, notBegun: 0 },
    });
    expect((await charter.approve(2)).json()).toMatchObject({ rereading: 0 });
    await server.releases.idle();
    await signOpen();
    expect(await shownUnder()).toEqual(['Week 8 afterSigning', 'Baseline live']);
    // The images of week 8 had been made ready under the version before, and were made anew.
    const moved = (await acts()).filter(({ act }) => act === 'read.charterChanged');
    expect(moved).toHaveLength(1);
    const [week8] = await server.deps.db
      .selectFrom('read')
      .innerJoin('presentation', 'presentation.read_id', 'read.id')
      .select(['read.id', 'read.state'])
      .where('read.id', '=', String(moved[0]?.details['read']))
      .execute();
    expect(week8?.state).toBe('assigned');
  });

  const amendmentImpact = async (scope: Scope) => {
    await charter.deploy({ charter: amendedText, reason: 'Protocol 2', scope });
    return (await charter.get('/2/impact')).json();
  };

  it('that are signed or open are listed and stay as they are, where all are to be read again', async () => {
    await signOpen();
    const kept = async () => ({
      signatures: await server.deps.db.selectFrom('signature').selectAll().execute(),
      results: await server.deps.db.selectFrom('derived_result').selectAll().execute(),
      reads: await server.deps.db
        .selectFrom('read')
        .selectAll()
        .where('state', '<>', 'waiting')
        .orderBy('ordinal')
        .execute(),
    });
    const before = await kept();
    expect(await amendmentImpact('allWithRereading')).toMatchObject({
      signed: { reads: 1, changed: 0, asked: { newTimepoints: 0, allWithRereading: 1 } },
    });
    expect((await charter.approve(2)).json()).toMatchObject({ rereading: 2 });
    await server.releases.idle();
    expect(await kept()).toEqual(before);
    const [baseline, week8] = before.reads;
    const asked = [
      { read: baseline?.id, state: 'signed' },
      { read: week8?.id, state: 'assigned' },
    ];
    const rows = await server.deps.db
      .selectFrom('rereading')
      .select(['read_id as read', 'read_state as state'])
      .orderBy('read_state', 'desc')
      .execute();
    expect(rows).toEqual(asked);
    const approval = (await acts()).find(
      ({ act, details }) => act === 'charter.approved' && details['version'] === 2
    );
    expect(approval?.details['rereading']).toEqual(expect.arrayContaining(asked));
    await signOpen();
    expect(await shownUnder()).toEqual(['Week 16 afterSigning', 'Week 8 live', 'Baseline live']);
  });
});
