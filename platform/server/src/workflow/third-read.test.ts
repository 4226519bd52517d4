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
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

/** One target: partial response (-50 %) and then progression (+100 % from the nadir, +20 mm). */
const progressing = [40, 20, 40] as const;
/** Partial response (-50 %), kept. */
const responding = [40, 20, 20] as const;
/** -20 % and 0 % from it: stable disease. */
const stable = [50, 40, 40] as const;

describe('an adjudicator who reads anew', () => {
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
  const thirdRead = () => twoReaderBench(server, twoReaderText('mode: thirdRead'));
  type Bench = Awaited<ReturnType<typeof thirdRead>>;
  const standing = (finals: { outcome: Final }[]) =>
    finals.map(({ outcome }) => outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`));
  const disagree = async (bench: Bench): Promise<void> => {
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
  };
  const readAnew = async (bench: Bench, diameters: readonly number[]): Promise<void> => {
    for (const mm of diameters) await bench.signNext(bench.people.ADJ, mm);
  };
  const openAgain = async (slot: string, timepoint: string): Promise<void> => {
    const unlocking = unlockBench(server);
    const asked = await unlocking.ask(await readOf(server, slot, timepoint));
    const decided = await unlocking.decide(asked.body['id'], 'approve');
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    await server.releases.idle();
  };
  const adjudications = () =>
    server.deps.db
      .selectFrom('adjudication')
      .select(['state', 'version'])
      .orderBy('version')
      .execute();

  it('reads each timepoint in turn, and what they sign stands', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    expect(await bench.courses()).toEqual({
      ...{ ADJ: 'open', R1: 'inAdjudication', R2: 'inAdjudication' },
    });
    expect(await adjudications()).toEqual([{ state: 'reading', version: 1 }]);
    await readAnew(bench, stable.slice(0, 2));
    expect(await bench.finals()).toEqual([]);
    await readAnew(bench, stable.slice(2));
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    const finals = await bench.finals();
    expect(standing(finals)).toEqual([Array(3).fill('adjudicator thirdRead')]);
    // Stable disease is neither reader's result.
    expect(finals[0]?.outcome.output?.bestOverallResponse.unconfirmed.value).toBe('SD');
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(server.deps.db, trial.id);
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act.startsWith('course.') || act.startsWith('adjudic'))).toEqual([
      ...['course.closed', 'course.closed', 'course.discordant'],
      ...['adjudication.triggered', 'course.inAdjudication', 'adjudication.assigned'],
      ...['adjudication.readAnew', 'adjudication.thirdReadSigned'],
      ...['course.closed', 'course.decided', 'course.final'],
    ]);
  });

  it('reads what both have signed, also where it was said to be not readable since', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable.slice(0, 1));
    await server.deps.db
      .updateTable('timepoint')
      .set({ state: 'notReadable' })
      .where('code', '=', 'TP1')
      .execute();
    await readAnew(bench, stable.slice(1));
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    expect(standing(await bench.finals())).toEqual([Array(3).fill('adjudicator thirdRead')]);
  });

  it('is given nothing of either read until their own is signed', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    const { db } = server.deps;
    const adjudication = await db
      .selectFrom('adjudication')
      .select(['id', 'public_id'])
      .executeTakeFirstOrThrow();
    const others = await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .select(['read.public_id', 'course.subject_code'])
      .where('course.slot', '!=', 'ADJ')
      .execute();
    const secrets = [
      ...[adjudication.id, adjudication.public_id, 'Dr reader', 'Dr other', 'As seen'],
      ...others.flatMap(({ public_id: id, subject_code: code }) => [id, code]),
    ];
    const adj = bench.people.ADJ;
    const bodies: string[] = [];
    const look = async (url: string): Promise<number> => {
      const answer = await adj.call('GET', url);
      bodies.push(answer.body);
      return answer.statusCode;
    };
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await look('/api/reads')).toBe(200);
      const id = await readingOf(server, adj).openId();
      for (const part of ['', '/draft', '/images']) {
        expect(await look(`/api/reads/${id}${part}`)).toBe(200);
        expect(
          (await adj.call('GET', `/api/adjudications/${adjudication.public_id}${part}`)).statusCode
        ).toBe(404);
      }
      for (const other of others) {
        expect((await adj.call('GET', `/api/reads/${other.public_id}`)).statusCode).toBe(404);
      }
      const [first] = bodies.slice(-3);
      // The ordinary case: a history of their own course alone, and no other slot than theirs.
      const shown = JSON.parse(first ?? '{}') as { slot: string; history: unknown[] };
      expect([shown.slot, shown.history]).toEqual(['ADJ', expect.any(Array)]);
      expect(shown.history).toHaveLength(turn);
      for (const secret of secrets.filter(text => turn === 0 || text !== 'As seen')) {
        expect(bodies.join('\n')).not.toContain(secret);
      }
      await bench.signNext(adj, stable[turn] ?? 0);
    }
    // From then on both may be looked at, and nothing of it can be changed.
    const after = await adj.call('GET', `/api/adjudications/${adjudication.public_id}`);
    expect(after.json()).toMatchObject({ mode: 'thirdRead', state: 'signed', openItems: [] });
    const saved = await adj.call(
      'PUT',
      `/api/adjudications/${adjudication.public_id}/draft`,
      {
        document: {
          schemaVersion: 1,
          choice: { kind: 'read', side: 'a' },
          reason: { code: null, text: '' },
        },
      },
      { 'if-match': '"0"' }
    );
    expect(saved.json()).toMatchObject({ code: 'CL_READ_LOCKED' });
  });

  it('is not asked where the readers agree', async () => {
    const bench = await thirdRead();
    await bench.readAll('R1', responding);
    await bench.readAll('R2', responding);
    expect(await adjudications()).toEqual([]);
    expect(standing(await bench.finals())).toEqual([Array(3).fill('reader1 concordant')]);
    expect(await readingOf(server, bench.people.ADJ).list()).toEqual([]);
  });

  it('loses the open read when a compared read is opened again, and is asked again where they still differ', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable.slice(0, 1));
    await openAgain('R1', 'TP2');
    expect(await adjudications()).toEqual([{ state: 'void', version: 1 }]);
    const lines = await readingOf(server, bench.people.ADJ).list();
    expect(lines.map(({ state }) => state)).toEqual(['signed']);
    await bench.signNext(bench.people.R1, 45);
    expect(await adjudications()).toEqual([
      { state: 'void', version: 1 },
      { state: 'reading', version: 2 },
    ]);
    await readAnew(bench, stable.slice(1));
    expect(standing(await bench.finals())).toEqual([Array(3).fill('adjudicator thirdRead')]);
  });

  it('ends unneeded when the readers agree after a read was opened again', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable.slice(0, 1));
    await openAgain('R1', 'TP2');
    await bench.signNext(bench.people.R1, 20);
    expect(await adjudications()).toEqual([{ state: 'void', version: 1 }]);
    expect(standing(await bench.finals())).toEqual([Array(3).fill('reader1 concordant')]);
  });

  it('signs again what of it was opened again, and a new final stands', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable);
    await openAgain('ADJ', 'TP2');
    expect(await adjudications()).toEqual([
      { state: 'superseded', version: 1 },
      { state: 'reading', version: 2 },
    ]);
    await readAnew(bench, [80]);
    const finals = await bench.finals();
    expect(finals.map(({ version, superseded_at: end }) => [version, end === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(standing(finals.slice(1))).toEqual([Array(3).fill('adjudicator thirdRead')]);
  });

  it('goes on reading while a read of their own is opened again', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable.slice(0, 2));
    await openAgain('ADJ', 'TP1');
    expect(await adjudications()).toEqual([{ state: 'reading', version: 1 }]);
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication', R2: 'inAdjudication' });
    await readAnew(bench, stable.slice(1));
    expect(standing(await bench.finals())).toEqual([Array(3).fill('adjudicator thirdRead')]);
  });

  it('is exported as the adjudicator, with the flag on their records alone', async () => {
    const bench = await thirdRead();
    await disagree(bench);
    await readAnew(bench, stable);
    const answer = await server.ask({
      url: '/api/admin/trials/T-1/export',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { files } = answer.json<{ files: { name: string; content: string }[] }>();
    const [header = '', ...lines] =
      files
        .find(({ name }) => name === 'rs.csv')
        ?.content.trimEnd()
        .split('\n') ?? [];
    const columns = header.split(',');
    const rows = lines.map(line => {
      const cells = line.split(',');
      return ['RSEVALID', 'RSTESTCD', 'RSORRES', 'RSACPTFL']
        .map(name => cells[columns.indexOf(name)] ?? '')
        .join(' ')
        .trim();
    });
    expect(rows.filter(row => /OVRLRESP|BESTRESP/.test(row))).toEqual([
      ...[
        'ADJUDICATOR 1 OVRLRESP SD Y',
        'ADJUDICATOR 1 OVRLRESP SD Y',
        'ADJUDICATOR 1 BESTRESP SD Y',
      ],
      ...['READER 1 OVRLRESP PR', 'READER 1 OVRLRESP PD', 'READER 1 BESTRESP PR'],
      ...['READER 2 OVRLRESP PR', 'READER 2 OVRLRESP PR', 'READER 2 BESTRESP PR'],
    ]);
  });
});
