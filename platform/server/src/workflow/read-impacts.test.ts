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
import { releaseScope } from '../release/release-scope.js';
import { codeOf, courseBench } from '../testing/course-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { storedCharter } from '../trials/charter-terms.js';
import { impactMeanings } from './decide-impact.js';
import { markImpact } from './read-impacts.js';

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

describe('images that reach a timepoint already read', () => {
  beforeEach(async () => {
    at = await courseBench(opened);
    await at.signOpen(32);
    await at.arrive('BL');
  });

  it('mark the signed read, change nothing of it, and wait for a decision', async () => {
    expect(await at.states()).toEqual(['BL 1 impactPending', 'TP1 1 assigned']);
    expect(await at.pending()).toMatchObject([{ cause: 'imagesArrived', timepoint: 'BL' }]);
    await at.arrive('BL');
    expect(await at.pending()).toHaveLength(1);
    const [signed] = await at.reads();
    const kept = await opened.db.selectFrom('signature').selectAll().execute();
    expect(kept).toMatchObject([{ read_id: signed?.id }]);
    // Its reader sees what was signed, and not that something came.
    const list = await at.reading.list();
    expect(list.map(({ state }) => state).sort()).toEqual(['ready', 'signed']);
  });

  it.each(['noImpact', 'laterReads'])('let it stand: %s', async decision => {
    const before = await opened.db.selectFrom('signature').selectAll().execute();
    const manifests = await opened.db.selectFrom('image_manifest').selectAll().execute();
    const answer = await at.decideFirst(decision);
    expect(answer.json()).toMatchObject({ decision });
    expect(await at.states()).toEqual(['BL 1 signed', 'TP1 1 assigned']);
    expect(await at.pending()).toEqual([]);
    expect(await opened.db.selectFrom('signature').selectAll().execute()).toEqual(before);
    const after = await opened.db.selectFrom('image_manifest').selectAll().execute();
    expect(after).toEqual(expect.arrayContaining(manifests));
    expect((await at.manager.get('/impacts?state=all')).json()).toMatchObject({
      impacts: [{ decision, decidedBy: 'manager', reason: 'Seen with the sponsor' }],
    });
  });

  it('stay dated when they are all withdrawn, as what was signed of them is; what is not read does not', async () => {
    const dates = () =>
      opened.db.selectFrom('timepoint').select(['code', 'date']).orderBy('ordinal').execute();
    for (const code of ['BL', 'TP2']) {
      const { id } = await at.bench.examAt(code);
      const withdrawn = await at.manager.post(`/exams/${id}/decide`, {
        ...{ act: 'withdraw', reason: 'Consent is withdrawn' },
      });
      expect(withdrawn.json()).toMatchObject({ state: 'withdrawn' });
    }
    expect(await dates()).toEqual([
      { code: 'BL', date: '2026-01-05' },
      { code: 'TP1', date: '2026-03-02' },
      { code: 'TP2', date: null },
    ]);
  });

  it('and something else that changed are decided one by one: the last lets the read stand', async () => {
    const trialId = await at.bench.trialId();
    const [signed] = await at.reads();
    if (signed === undefined) throw new Error('there is no read');
    await opened.db.transaction().execute(trx =>
      markImpact(trx, at.server.deps, [signed], {
        ...{ trialId, cause: 'imagesCorrected', examId: null, timepointId: null },
      })
    );
    await at.decideFirst('noImpact');
    expect((await at.states())[0]).toBe('BL 1 impactPending');
    expect((await at.pending()).map(({ cause }) => cause)).toEqual(['imagesCorrected']);
    await at.decideFirst('noImpact');
    expect((await at.states())[0]).toBe('BL 1 signed');
  });

  it('are read again as a new version, which begins with what was signed', async () => {
    expect((await at.decideFirst('readAgain')).statusCode).toBe(200);
    expect(await at.states()).toEqual(['BL 1 superseded', 'BL 2 assigned', 'TP1 1 assigned']);
    const version = (await at.reads())[1];
    const draft = await at.reader.call('GET', `/api/reads/${version?.public_id}/draft`);
    expect(draft.json()).toMatchObject({
      document: { lesions: [{ id: 'T01', state: 'measured', mark: { longestDiameterMm: 32 } }] },
    });
  });

  it('keep later reads from being signed while an earlier one is read again', async () => {
    const later = (await at.reads()).find(({ code }) => code === 'TP1')?.public_id ?? '';
    await at.decideFirst('readAgain');
    const early = await at.reading.sign(later, await at.reading.draftTag(later));
    expect(codeOf(early)).toEqual([409, 'CL_EARLIER_READ_OPEN']);
    const version = (await at.reads())[1]?.public_id ?? '';
    expect((await at.reading.signWith(version, 33)).statusCode).toBe(200);
    expect((await at.reading.signWith(later, 30)).statusCode).toBe(200);
  });

  it('have the signed reads after it decided on too, when it is read again', async () => {
    await at.signOpen(20);
    await at.decideFirst('readAgain');
    expect((await at.states()).slice(0, 3)).toEqual([
      'BL 1 superseded',
      'BL 2 assigned',
      'TP1 1 impactPending',
    ]);
    expect(await at.pending()).toMatchObject([{ cause: 'earlierRead', timepoint: 'TP1' }]);
  });

  it('are decided by a data manager, with password, meaning and reason, once', async () => {
    const [{ id } = { id: '' }] = await at.pending();
    const refused: [number, string, object][] = [
      [403, 'CL_PASSWORD_WRONG', { password: 'not it' }],
      [422, 'CL_MEANING_UNKNOWN', { meaning: 'Whatever' }],
    ];
    for (const [status, code, more] of refused) {
      expect(codeOf(await at.decide(id, 'noImpact', more))).toEqual([status, code]);
    }
    expect((await at.decide(id, 'noImpact', { reason: ' ' })).statusCode).toBe(400);
    expect((await at.decide(id, 'noImpact', {}, at.qc)).statusCode).toBe(404);
    expect(await at.pending()).toHaveLength(1);
    expect((await at.decide(id, 'noImpact')).statusCode).toBe(200);
    expect(codeOf(await at.decide(id, 'readAgain'))).toEqual([409, 'CL_IMPACT_DECIDED']);
  });

  it('have a decision whose hash is in the chain, without words', async () => {
    const { contentHash } = (await at.decideFirst('noImpact')).json<{ contentHash: string }>();
    const chain = await readChain(opened.db, await at.bench.trialId());
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const entry = chain
      .map(one => one.entry as { act: string; by: string; details: object })
      .find(({ act }) => act === 'read.impactDecided');
    expect(entry).toMatchObject({
      by: at.manager.account.id,
      details: { contentHash, decision: 'noImpact', meaning: impactMeanings[0] },
    });
    expect(JSON.stringify(chain)).not.toContain('sponsor');
  });
});

describe('images that reach a timepoint that is open', () => {
  beforeEach(async () => void (at = await courseBench(opened)));

  it('let the reader go on, and are decided on whether it is signed meanwhile or not', async () => {
    await at.arrive('BL');
    expect(await at.states()).toEqual(['BL 1 assigned']);
    expect(await at.pending()).toMatchObject([{ cause: 'imagesArrived' }]);
    await at.signOpen(32);
    expect((await at.decideFirst('laterReads')).statusCode).toBe(200);
    expect(await at.states()).toEqual(['BL 1 signed', 'TP1 1 assigned']);
  });

  it('keep the course from being closed and made final, although every read is signed', async () => {
    const course = async () =>
      (await opened.db.selectFrom('course').select('state').executeTakeFirstOrThrow()).state;
    await at.arrive('BL');
    for (const mm of [32, 30, 28]) await at.signOpen(mm);
    expect(await at.states()).toEqual(['BL 1 signed', 'TP1 1 signed', 'TP2 1 signed']);
    expect(await course()).toBe('open');
    await at.decideFirst('noImpact');
    expect(await course()).toBe('final');
  });

  it('are taken into a new version that goes on with the draft', async () => {
    await at.arrive('BL');
    await at.decideFirst('readAgain');
    expect(await at.states()).toEqual(['BL 1 void', 'BL 2 assigned']);
  });
});

describe('a later read', () => {
  it('shows what came late to an earlier timepoint only where that was decided', async () => {
    at = await courseBench(opened);
    const { id: exam } = await at.bench.examAt('BL');
    const [first] = await at.bench.seriesOf(exam);
    await at.showing([first?.series_uid]);
    await at.signOpen(32);
    await opened.db
      .insertInto('series')
      .values({
        ...{ id: at.server.deps.newId(), exam_id: exam, study_uid: '1.2.9', series_uid: '1.2.9.1' },
        ...{ modality: 'CT', role: 'CT-PV-AX', problems: '[]' },
        usable: JSON.stringify({ read: 'yes', reason: null }),
      })
      .execute();
    await at.arrive('BL');
    const { id: later } = (await at.reads()).find(({ code }) => code === 'TP1') ?? { id: '' };
    const { resolved } = await opened.db
      .selectFrom('charter_version')
      .select('resolved')
      .executeTakeFirstOrThrow();
    const shown = async () => {
      const scope = await releaseScope(opened.db, later, storedCharter(resolved));
      return scope.timepoints
        .find(({ code }) => code === 'BL')
        ?.series.map(({ seriesUid }) => seriesUid);
    };
    expect(await shown()).toEqual([first?.series_uid]);
    await at.decideFirst('noImpact');
    expect(await shown()).toEqual([first?.series_uid]);
    await at.arrive('BL');
    await at.decideFirst('laterReads');
    expect(await shown()).toEqual(['1.2.9.1', first?.series_uid].sort());
  });

  it('and the one that showed them are marked when images are withdrawn', async () => {
    at = await courseBench(opened);
    const { id: exam } = await at.bench.examAt('BL');
    const [series] = await at.bench.seriesOf(exam);
    await at.signOpen(32);
    await at.showing([series?.series_uid]);
    await at.manager.post(`/exams/${exam}/decide`, {
      act: 'withdraw',
      reason: 'Consent withdrawn',
    });
    expect((await at.pending()).map(({ cause, timepoint }) => [cause, timepoint])).toEqual([
      ['imagesLeft', 'BL'],
      ['imagesLeft', 'TP1'],
    ]);
  });
});
