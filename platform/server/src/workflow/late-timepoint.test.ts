import type { Final } from '@corelab/adjudication';
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
import { readChain, verifyChain } from '../audit/chain.js';
import { readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { charterText, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';
import { dueCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

/** A partial response of 40 mm, and stable disease. */
const [response, stable] = [20, 40] as const;

describe('a timepoint that comes after the courses have closed', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(async () => {
    await server.close();
  });
  const setState = (code: string, state: 'missed' | 'complete') =>
    server.deps.db.updateTable('timepoint').set({ state }).where('code', '=', code).execute();
  /** A subject without images of the last timepoint. */
  const begin = async (text: string) => {
    const bench = await twoReaderBench(server, text);
    await setState('TP2', 'missed');
    return bench;
  };
  type Bench = Awaited<ReturnType<typeof begin>>;
  /** The same, read by both up to TP1, on which they differ or not. */
  const beginRead = async (adjudication: string, one: number, other: number): Promise<Bench> => {
    const bench = await begin(twoReaderText(adjudication));
    await bench.readAll('R1', [40, one]);
    await bench.readAll('R2', [40, other]);
    return bench;
  };
  const trialId = async (): Promise<string> =>
    (await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
  const arrive = async (): Promise<void> => {
    await setState('TP2', 'complete');
    for (const id of await dueCourses(server.deps.db, await trialId())) {
      server.releases.request(id);
    }
    await server.releases.idle();
  };
  const readLate = async (bench: Bench, one: number, other: number): Promise<void> => {
    expect(await bench.signNext(bench.people.R1, one)).toBe(true);
    expect(await bench.signNext(bench.people.R2, other)).toBe(true);
  };
  const adjudications = async (): Promise<string[]> => {
    const rows = await server.deps.db
      .selectFrom('adjudication')
      .select(['scope', 'version', 'state'])
      .orderBy('id')
      .execute();
    return rows.map(one => `${one.scope} v${one.version} ${one.state}`);
  };
  const openCase = async (bench: Bench): Promise<string> => {
    const open = (await bench.cases()).filter(({ state }) => state !== 'signed');
    if (open.length !== 1) throw new Error(`${open.length} open cases`);
    return open[0]?.readId ?? '';
  };
  const decideFor = async (bench: Bench, slot: 'R1' | 'R2'): Promise<void> => {
    const id = await openCase(bench);
    const { swap } = await server.deps.db
      .selectFrom('adjudication')
      .select('swap')
      .where('public_id', '=', id)
      .executeTakeFirstOrThrow();
    const signed = await bench.decide(id, {
      kind: 'read',
      side: (slot === 'R1') === swap ? 'b' : 'a',
    });
    if (signed.statusCode !== 200) throw new Error(signed.body);
  };
  const standing = (finals: { outcome: Final; superseded_at: Date | null }[]) =>
    finals.map(({ outcome, superseded_at: end }) =>
      [
        ...(end === null ? ['stands'] : []),
        ...outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`),
      ].join(', ')
    );
  const decisions = () =>
    server.deps.db.selectFrom('adjudication_signature').selectAll().orderBy('id').execute();

  it('is a period of its own, compared and decided by itself, and what was decided before stands', async () => {
    const bench = await beginRead('scope: sinceLast', response, stable);
    expect(await adjudications()).toEqual(['period BL to TP1 v1 ready']);
    await decideFor(bench, 'R2');
    expect(standing(await bench.finals())).toEqual(['stands, reader2 chosen, reader2 chosen']);
    const before = await decisions();
    await arrive();
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'open', R2: 'open' });
    expect(standing(await bench.finals())).toEqual(['stands, reader2 chosen, reader2 chosen']);
    const sheet = await server.ask({
      url: '/api/admin/trials/T-1/progress/subjects/REAL-SUBJECT-1',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { row } = sheet.json<{
      row: { cells: { standing: string }[]; course: { state: string } };
    }>();
    expect([row.course.state, ...row.cells.map(cell => cell.standing)]).toEqual([
      ...['open', 'signed', 'signed', 'waiting'],
    ]);
    // R1 is at +100 % of its nadir, R2 where it was.
    await readLate(bench, stable, stable);
    expect(await bench.courses()).toEqual({
      ...{ ADJ: 'open', R1: 'inAdjudication', R2: 'inAdjudication' },
    });
    expect(await adjudications()).toEqual([
      ...['period BL to TP1 v1 signed', 'period TP2 to TP2 v1 ready'],
    ]);
    const id = await openCase(bench);
    const shown = (await bench.people.ADJ.call('GET', `/api/adjudications/${id}`)).json<{
      scope: object;
      timepoints: { id: string }[];
      sides: { a: { reads: object[] } };
      case: { comparison: { fired: string[] } };
    }>();
    expect(shown.scope).toEqual({ kind: 'period', after: 'TP1', through: null });
    expect(shown.timepoints.map(one => one.id)).toEqual(['TP2']);
    expect(shown.sides.a.reads).toHaveLength(3);
    // The best response was settled before, and does not fire again.
    expect(shown.case.comparison.fired).toEqual(['pdStatus', 'pdDate']);
    await decideFor(bench, 'R1');
    expect(standing(await bench.finals())).toEqual([
      'reader2 chosen, reader2 chosen',
      'stands, reader2 chosen, reader2 chosen, reader1 chosen',
    ]);
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    expect((await decisions()).slice(0, 1)).toEqual(before);
    const chain = await readChain(server.deps.db, await trialId());
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act.startsWith('course.')).slice(-9)).toEqual([
      ...['course.readOn', 'course.closed', 'course.closed', 'course.discordant'],
      ...['course.readOn', 'course.inAdjudication'],
      ...['course.closed', 'course.decided', 'course.final'],
    ]);
  });

  it('leaves a period on which the readers agreed as it was settled', async () => {
    const bench = await beginRead('scope: sinceLast', stable, stable);
    expect(standing(await bench.finals())).toEqual([
      'stands, reader1 concordant, reader1 concordant',
    ]);
    await arrive();
    await readLate(bench, response, stable);
    expect(await adjudications()).toEqual(['period TP2 to TP2 v1 ready']);
    await decideFor(bench, 'R2');
    expect(standing(await bench.finals()).slice(1)).toEqual([
      'stands, reader1 concordant, reader1 concordant, reader2 chosen',
    ]);
    // A read of the second period is opened again: it alone is asked again.
    const unlocking = unlockBench(server);
    const asked = await unlocking.ask(await readOf(server, 'R1', 'TP2'));
    expect((await unlocking.decide(asked.body['id'], 'approve')).status).toBe(200);
    await server.releases.idle();
    await bench.signNext(bench.people.R1, 22);
    expect(await adjudications()).toEqual([
      ...['period TP2 to TP2 v1 superseded', 'period TP2 to TP2 v2 ready'],
    ]);
  });

  it('needs no adjudicator where nothing fires in it', async () => {
    const bench = await beginRead('scope: sinceLast', response, stable);
    await decideFor(bench, 'R2');
    await arrive();
    await readLate(bench, response, stable);
    expect(await adjudications()).toEqual(['period BL to TP1 v1 signed']);
    expect(standing(await bench.finals()).at(-1)).toBe(
      'stands, reader2 chosen, reader2 chosen, reader2 keptReader'
    );
  });

  it('is that of the chosen reader, without another adjudication, where the charter keeps them', async () => {
    const bench = await beginRead('counterfactual: true', response, stable);
    await decideFor(bench, 'R2');
    await arrive();
    await readLate(bench, stable, stable);
    expect(await adjudications()).toEqual(['subject v1 signed']);
    expect(standing(await bench.finals())).toEqual([
      'reader2 chosen, reader2 chosen',
      'stands, reader2 chosen, reader2 chosen, reader2 keptReader',
    ]);
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
  });

  it('has the whole course asked again where the charter says so; both decisions stay signed', async () => {
    const bench = await beginRead('laterTimepoints: readjudicate', response, stable);
    await decideFor(bench, 'R2');
    const before = await decisions();
    await arrive();
    await readLate(bench, response, stable);
    expect(await adjudications()).toEqual(['subject v1 signed', 'subject v2 ready']);
    await decideFor(bench, 'R1');
    expect(await adjudications()).toEqual(['subject v1 signed', 'subject v2 signed']);
    expect((await decisions()).slice(0, 1)).toEqual(before);
    expect(standing(await bench.finals()).at(-1)).toBe(
      'stands, reader1 chosen, reader1 chosen, reader1 chosen'
    );
  });

  it.each([
    ['scope: sinceLast, mode: thirdRead', stable, 'thirdRead'],
    ['mode: thirdRead', response, 'keptReader'],
    [
      'scope: timepoint, triggers: [visitResponse], mode: thirdRead, laterTimepoints: keepChosenReader',
      response,
      'keptReader',
    ],
  ])('is read anew by whoever read anew before: %s', async (adjudication, late, why) => {
    const bench = await beginRead(adjudication, response, stable);
    const { ADJ } = bench.people;
    for (const mm of [40, 34]) expect(await bench.signNext(ADJ, mm)).toBe(true);
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    await arrive();
    await readLate(bench, late, stable);
    const list = await readingOf(server, ADJ).list();
    expect(list.map(({ timepoint, state }) => `${timepoint} ${state}`)[0]).toBe('Week 16 ready');
    // Neither read is to be seen before theirs is signed, not that of a timepoint decided before either.
    expect(await bench.cases()).toEqual([]);
    expect(await bench.signNext(ADJ, 34)).toBe(true);
    expect(standing(await bench.finals()).at(-1)).toMatch(
      new RegExp(`^stands, .*, adjudicator thirdRead, adjudicator ${why}$`)
    );
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
  });

  it('is read while an earlier period is still decided, and compared after that', async () => {
    const bench = await beginRead('scope: sinceLast', response, stable);
    await arrive();
    expect(await bench.courses()).toEqual({ ADJ: 'open', R1: 'open', R2: 'open' });
    await readLate(bench, stable, stable);
    expect(await adjudications()).toEqual(['period BL to TP1 v1 ready']);
    await decideFor(bench, 'R2');
    expect(await bench.finals()).toEqual([]);
    expect((await adjudications())[1]).toBe('period TP2 to TP2 v1 ready');
    await decideFor(bench, 'R1');
    expect(standing(await bench.finals())).toEqual([
      'stands, reader2 chosen, reader2 chosen, reader1 chosen',
    ]);
  });

  it('opens the course of a single reader again, and what is final is opened by two people alone', async () => {
    const bench = await begin(charterText);
    await bench.readAll('R1', [40, 20]);
    expect(await bench.courses()).toEqual({ R1: 'final' });
    await arrive();
    expect(await bench.courses()).toEqual({ R1: 'open' });
    const replaced = await unlockBench(server).call(server.adminToken, 'POST', 'replacements', {
      ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', user: 'other', how: 'takeOver' },
      ...{ reason: 'On leave', authorisedBy: 'Sponsor' },
    });
    expect(replaced.body).toMatchObject({ code: 'CL_COURSE_FINAL' });
    await bench.signNext(bench.people.R1, 20);
    expect(standing(await bench.finals())).toEqual([
      'reader1 onlyReader, reader1 onlyReader',
      'stands, reader1 onlyReader, reader1 onlyReader, reader1 onlyReader',
    ]);
  });
});
