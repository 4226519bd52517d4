import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { courseBench } from '../testing/course-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { charterText } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

let opened: TestDatabase;
let at: Awaited<ReturnType<typeof courseBench>>;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(async () => {
  await opened.close();
});
afterEach(async () => {
  await at.server.close();
});

describe('a timepoint that turns up out of order', () => {
  const setTimepoint = (code: string, state: 'expected' | 'missed' | 'complete') =>
    opened.db.updateTable('timepoint').set({ state }).where('code', '=', code).execute();
  const release = async () => {
    const { id } = await opened.db.selectFrom('course').select('id').executeTakeFirstOrThrow();
    at.server.releases.request(id);
    await at.server.releases.idle();
  };
  const under = async (policy: string, ofTrack = ''): Promise<void> => {
    at = await courseBench(opened, `${charterText.trimEnd()}\n${ofTrack}gapPolicy: ${policy}\n`);
  };

  it('hold: nothing later is read while it is expected', async () => {
    await under('hold');
    await setTimepoint('TP1', 'expected');
    await at.signOpen(32);
    expect(await at.states()).toEqual(['BL 1 signed']);
  });

  it('hold: one that was missed and comes waits until later reads are decided on', async () => {
    // The course is not closed, and final, with what is there.
    await under('hold', '    closing: declared\n');
    await setTimepoint('TP1', 'missed');
    await at.signOpen(32);
    await at.signOpen(20);
    await setTimepoint('TP1', 'complete');
    await release();
    expect(await at.states()).toEqual(['BL 1 signed', 'TP2 1 impactPending']);
    expect(await at.pending()).toMatchObject([{ cause: 'insertedTimepoint', timepoint: 'TP2' }]);
    await at.decideFirst('readAgain');
    expect(await at.states()).toEqual([
      ...['BL 1 signed', 'TP1 1 assigned', 'TP2 1 superseded', 'TP2 2 waiting'],
    ]);
    await at.signOpen(25);
    expect((await at.states()).at(-1)).toBe('TP2 2 assigned');
  });

  it('readAndContinue: the later one is read, and the late one when it comes', async () => {
    await under('readAndContinue');
    await setTimepoint('TP1', 'expected');
    await at.signOpen(32);
    expect(await at.states()).toEqual(['BL 1 signed', 'TP2 1 assigned']);
    await at.signOpen(20);
    await setTimepoint('TP1', 'complete');
    await release();
    expect(await at.states()).toEqual(['BL 1 signed', 'TP1 1 assigned', 'TP2 1 signed']);
    expect(await at.pending()).toEqual([]);
  });

  it('readAgainFromInserted: it and all after it are read again, in order', async () => {
    await under('readAgainFromInserted');
    await setTimepoint('TP1', 'expected');
    await at.signOpen(32);
    await at.signOpen(20);
    const late = await at.bench.setState('TP1', 'matched');
    await setTimepoint('TP1', 'complete');
    await release();
    // Not before it is through QC.
    expect(await at.states()).toEqual(['BL 1 signed', 'TP2 1 signed']);
    await at.bench.pass(at.qc, late);
    await at.server.releases.idle();
    expect(await at.states()).toEqual([
      ...['BL 1 signed', 'TP1 1 assigned', 'TP2 1 superseded', 'TP2 2 waiting'],
    ]);
    await at.signOpen(25);
    expect(await at.states()).toEqual([
      ...['BL 1 signed', 'TP1 1 signed', 'TP2 1 superseded', 'TP2 2 assigned'],
    ]);
    const chain = await readChain(opened.db, await at.bench.trialId());
    expect(verifyChain(chain)).toMatchObject({ ok: true });
  });

  it.each(['readAndContinue', 'readAgainFromInserted'])(
    '%s: nothing is read without its baseline',
    async policy => {
      await under(policy);
      await opened.db.deleteFrom('read_assignment').execute();
      await opened.db.deleteFrom('presentation_uid').execute();
      await opened.db.deleteFrom('presentation').execute();
      await opened.db.deleteFrom('read').execute();
      await setTimepoint('BL', 'expected');
      await release();
      expect(await at.states()).toEqual([]);
    }
  );
});
