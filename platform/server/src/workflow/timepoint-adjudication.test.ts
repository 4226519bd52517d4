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
import { readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const scope = 'scope: timepoint, triggers: [visitResponse]';
const again = `${scope}, laterTimepoints: readjudicate`;

describe('an adjudication of a timepoint', () => {
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
  const begin = (adjudication: string) => twoReaderBench(server, twoReaderText(adjudication));
  type Bench = Awaited<ReturnType<typeof begin>>;
  /** R1 at -50 % (PR) and R2 at -20 % (SD) of 40 mm; then R1 at +100 % of the nadir (PD) and R2 as before (SD). */
  const differAt = async (bench: Bench, timepoint: 'TP1' | 'TP2'): Promise<void> => {
    const at = { TP1: [20, 32], TP2: [40, 32] }[timepoint];
    await bench.signNext(bench.people.R1, at[0] ?? 0);
    await bench.signNext(bench.people.R2, at[1] ?? 0);
  };
  const baselines = async (bench: Bench): Promise<void> => {
    await bench.readAll('R1', [40]);
    await bench.readAll('R2', [40]);
  };
  const adjudications = async (): Promise<string[]> => {
    const rows = await server.deps.db
      .selectFrom('adjudication')
      .select(['scope', 'version', 'state'])
      .orderBy('created_at')
      .orderBy('scope')
      .orderBy('version')
      .execute();
    return rows.map(one => `${one.scope} v${one.version} ${one.state}`).sort();
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
    const side = (slot === 'R1') === swap ? 'b' : 'a';
    const signed = await bench.decide(id, { kind: 'read', side });
    if (signed.statusCode !== 200) throw new Error(signed.body);
  };
  const unlock = async (slot: string, timepoint: string): Promise<void> => {
    const bench = unlockBench(server);
    const asked = await bench.ask(await readOf(server, slot, timepoint));
    const decided = await bench.decide(asked.body['id'], 'approve');
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    await server.releases.idle();
  };
  const standing = (finals: { outcome: Final }[]) =>
    finals.map(({ outcome }) => outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`));

  it('is called for when both have signed it and differ, while the rest is still read', async () => {
    const bench = await begin(scope);
    await baselines(bench);
    await bench.signNext(bench.people.R1, 20);
    expect(await adjudications()).toEqual([]);
    await bench.signNext(bench.people.R2, 32);
    expect(await adjudications()).toEqual(['timepoint TP1 v1 ready']);
    expect(await bench.courses()).toEqual({ ADJ: 'open', R1: 'open', R2: 'open' });
    const [line] = await bench.cases();
    expect(line).toMatchObject({ scope: 'timepoint', timepoint: 'Week 8', of: 1 });
    // R1 is ahead meanwhile; nothing of that is in the case.
    await bench.signNext(bench.people.R1, 40);
    const id = await openCase(bench);
    const shown = await bench.people.ADJ.call('GET', `/api/adjudications/${id}`);
    const { sides, timepoints, ...rest } = shown.json<{
      sides: Record<'a' | 'b', { reads: { timepoint: string }[] }>;
      timepoints: { id: string }[];
    }>();
    expect(rest).toMatchObject({ scope: { kind: 'timepoint', timepoint: 'TP1' } });
    expect(timepoints.map(one => one.id)).toEqual(['TP1']);
    for (const { reads } of [sides.a, sides.b]) {
      expect(reads.map(({ timepoint }) => timepoint)).toEqual(['BL', 'TP1']);
    }
    expect(shown.body).not.toContain('TP2');
    await decideFor(bench, 'R2');
    expect(await bench.finals()).toEqual([]);
  });

  it('keeps its reader for what comes later, which is compared no more', async () => {
    const bench = await begin(scope);
    await baselines(bench);
    await differAt(bench, 'TP1');
    await differAt(bench, 'TP2');
    // What comes of the first says whether there is a second.
    expect(await adjudications()).toEqual(['timepoint TP1 v1 ready']);
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication', R2: 'inAdjudication' });
    await decideFor(bench, 'R2');
    expect(await adjudications()).toEqual(['timepoint TP1 v1 signed']);
    expect(standing(await bench.finals())).toEqual([
      ['reader1 concordant', 'reader2 chosen', 'reader2 keptReader'],
    ]);
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
  });

  it('is one of each timepoint that differs, where the charter asks again', async () => {
    const bench = await begin(again);
    await baselines(bench);
    await differAt(bench, 'TP1');
    await decideFor(bench, 'R2');
    await differAt(bench, 'TP2');
    expect(await adjudications()).toEqual(['timepoint TP1 v1 signed', 'timepoint TP2 v1 ready']);
    expect(await bench.finals()).toEqual([]);
    await decideFor(bench, 'R1');
    expect(standing(await bench.finals())).toEqual([
      ['reader1 concordant', 'reader2 chosen', 'reader1 chosen'],
    ]);
  });

  it('is none where no timepoint differs, and R1 stands', async () => {
    const bench = await begin(again);
    await baselines(bench);
    await bench.readAll('R1', [20, 20]);
    await bench.readAll('R2', [22, 22]);
    expect(await adjudications()).toEqual([]);
    expect(standing(await bench.finals())).toEqual([Array(3).fill('reader1 concordant')]);
  });

  it('is left as it is when a later read is opened again, and its own ends', async () => {
    const bench = await begin(again);
    await baselines(bench);
    await differAt(bench, 'TP1');
    await decideFor(bench, 'R2');
    await differAt(bench, 'TP2');
    await unlock('R1', 'TP2');
    expect(await adjudications()).toEqual(['timepoint TP1 v1 signed', 'timepoint TP2 v1 void']);
    await bench.signNext(bench.people.R1, 32);
    // +60 % and 12 mm from 20 mm: still progression.
    expect(await adjudications()).toEqual([
      ...['timepoint TP1 v1 signed', 'timepoint TP2 v1 void', 'timepoint TP2 v2 ready'],
    ]);
    await decideFor(bench, 'R1');
    expect(standing(await bench.finals())).toEqual([
      ['reader1 concordant', 'reader2 chosen', 'reader1 chosen'],
    ]);
  });

  it('is asked again with all that rests on a read that is opened again', async () => {
    const bench = await begin(again);
    await baselines(bench);
    await differAt(bench, 'TP1');
    await decideFor(bench, 'R2');
    await differAt(bench, 'TP2');
    await decideFor(bench, 'R1');
    await unlock('R2', 'TP1');
    expect(await adjudications()).toEqual([
      ...['timepoint TP1 v1 superseded', 'timepoint TP2 v1 superseded'],
    ]);
    expect((await bench.finals()).every(one => one.superseded_at !== null)).toBe(true);
    await bench.signNext(bench.people.R2, 20);
    // The later read stands on it: what that means is decided before anything is compared.
    expect(await adjudications()).toHaveLength(2);
    const later = await readOf(server, 'R2', 'TP2');
    expect((await unlockBench(server).impact(later, 'noImpact')).status).toBe(200);
    await server.releases.idle();
    // TP1 is a partial response in both now. At TP2 both have 20 mm as their nadir: +12 and +20 mm are progression.
    expect(await adjudications()).toHaveLength(2);
    expect(standing((await bench.finals()).slice(1))).toEqual([
      Array(3).fill('reader1 concordant'),
    ]);
  });

  it('is read anew up to its timepoint, and nothing of it is seen before the end', async () => {
    const bench = await begin(`${again}, mode: thirdRead`);
    const { ADJ } = bench.people;
    await baselines(bench);
    await differAt(bench, 'TP1');
    expect(await adjudications()).toEqual(['timepoint TP1 v1 reading']);
    await bench.signNext(ADJ, 40);
    expect(await bench.signNext(ADJ, 44)).toBe(true);
    expect(await adjudications()).toEqual(['timepoint TP1 v1 signed']);
    // Nothing is left to read, and both reads stay unseen: there may be another timepoint.
    expect(await bench.signNext(ADJ, 0)).toBe(false);
    expect(await bench.cases()).toEqual([]);
    const { public_id: id } = await server.deps.db
      .selectFrom('adjudication')
      .select('public_id')
      .executeTakeFirstOrThrow();
    for (const part of ['', '/draft', '/images']) {
      const answer = await ADJ.call('GET', `/api/adjudications/${id}${part}`);
      expect([part, answer.statusCode]).toEqual([part, 404]);
    }
    await differAt(bench, 'TP2');
    expect(await readingOf(server, ADJ).list()).toMatchObject([
      ...[{ timepoint: 'Week 16', state: 'ready' }, { state: 'signed' }, { state: 'signed' }],
    ]);
    await bench.signNext(ADJ, 44);
    expect(standing(await bench.finals())).toEqual([
      ['reader1 concordant', 'adjudicator thirdRead', 'adjudicator thirdRead'],
    ]);
    expect((await ADJ.call('GET', `/api/adjudications/${id}`)).statusCode).toBe(200);
  });

  it('is a standing of its timepoint in the progress until it is decided', async () => {
    const bench = await begin(again);
    await baselines(bench);
    await differAt(bench, 'TP1');
    const differing = async (): Promise<string[]> => {
      const answer = await server.ask({
        url: '/api/admin/trials/T-1/progress',
        headers: { authorization: `Bearer ${server.adminToken}` },
      });
      expect(answer.statusCode).toBe(200);
      return JSON.stringify(answer.json()).match(/discordant/g) ?? [];
    };
    expect(await differing()).not.toEqual([]);
    await decideFor(bench, 'R2');
    expect(await differing()).toEqual([]);
  });
});
