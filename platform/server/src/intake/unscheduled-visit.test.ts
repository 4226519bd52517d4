import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { shownTimepoints } from '../release/release-scope.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import { codeOf, courseBench } from '../testing/course-bench.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images, root } from '../testing/handmade-trial.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { charterText } from '../testing/test-server.js';
import { storedCharter } from '../trials/charter-terms.js';
import { dueCourses } from '../workflow/trial-courses.js';
import { quarantineFolder } from './quarantine-folder.js';
import { assignBaseline } from './record-exam.js';
import { subjectOf } from './subject-place.js';
import { takeFiles } from './take-files.js';
import { trialOfIntake } from './trial-rules.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const [image] = images;
if (image === undefined) throw new Error('no image');

/** Every kind of timepoint; what was taken in has BL, TP1 and TP2, of 5 January, 2 March and 27 April. */
const everyKind = charterText
  .replace(
    '  - { id: BL,',
    '  - { id: HIST, kind: historical }\n  - { id: SCR, kind: screening, day: -42 }\n  - { id: BL,'
  )
  .replace(
    'tracks:',
    '  - { id: UNS, kind: unscheduled }\n  - { id: EOT, kind: end-of-treatment }\ntracks:'
  );

describe('a subject with visits of every kind', () => {
  let opened: TestDatabase;
  let folder: string;
  let bench: Awaited<ReturnType<typeof courseBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'corelab-visits-'));
  });
  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    bench = await courseBench(opened, everyKind);
    const { arrival } = bench.server.deps.archive;
    Object.assign(arrival, {
      ...{ archive: archiveInMemory(), quarantine: quarantineFolder(folder) },
    });
    const trialId = await bench.bench.trialId();
    const rules = (await trialOfIntake(opened.db, trialId))?.rules;
    if (rules === undefined) throw new Error('no charter in force');
    // The rest of the schedule: it numbers what was taken in from 1, as an earlier charter would have.
    await opened.db.transaction().execute(async trx => {
      const subjectId = await subjectOf(trx, { ...arrival, trialId, rules }, 'REAL-SUBJECT-1');
      const { id } = await trx
        .selectFrom('timepoint')
        .select('id')
        .where('code', '=', 'BL')
        .executeTakeFirstOrThrow();
      await assignBaseline(trx, arrival, subjectId, id);
    });
  });
  afterEach(async () => {
    await bench.server.close();
  });

  /** A study of a day arrives that says of which timepoint it is. */
  const arrive = async (study: number, timepoint: string, date: string): Promise<void> => {
    const file = handmadeFile({
      ...{ ...image, protocol: 'T-1', subject: 'REAL-SUBJECT-1', timepoint, date },
      ...{ studyUid: `${root}.${study}`, seriesUid: `${root}.${study}.1` },
      sopUid: `${root}.${study}.1.1`,
    });
    const trialId = await bench.bench.trialId();
    await takeFiles(
      bench.server.deps.archive.arrival,
      { trialId, source: 'upload', accountId: bench.manager.account.id, sites: null },
      (async function* () {
        yield { name: 'a file', bytes: file };
      })()
    );
  };
  const waiting = async () =>
    (await bench.manager.get('/arrivals')).json<{
      arrivals: { id: string; reasons: string[]; acquisitionDate: string }[];
    }>().arrivals;
  const match = async (timepoint: string) => {
    const answer = await bench.manager.post(`/arrivals/${(await waiting())[0]?.id}/match`, {
      ...{ subject: 'REAL-SUBJECT-1', timepoint, site: '101' },
      ...{ authority: 'Letter of the site', reason: 'Seen in between' },
    });
    await bench.server.releases.idle();
    return answer;
  };
  /** Lets the exam of a timepoint pass. */
  const pass = async (code: string): Promise<void> => {
    const passed = await bench.bench.pass(bench.qc, (await bench.bench.examAt(code)).id);
    if (passed.statusCode !== 200) throw new Error(passed.body);
    await bench.server.releases.idle();
  };
  const timepoints = async (): Promise<string[]> => {
    const rows = await opened.db
      .selectFrom('timepoint')
      .select(['code', 'label', 'visit_number', 'state'])
      .orderBy('ordinal')
      .execute();
    return rows.map(one => `${one.visit_number} ${one.code} ${one.label} ${one.state}`);
  };
  const add = (date: string, timepoint = 'UNS') =>
    bench.qc.post('/timepoints/unscheduled', {
      ...{ subject: 'REAL-SUBJECT-1', timepoint, date, reason: 'The site wrote of it' },
    });

  it('has one that nobody planned read by its date, and in the final and the export', async () => {
    await bench.signOpen(40);
    await arrive(70, 'UNS', '20260320');
    expect(await waiting()).toMatchObject([
      {
        acquisitionDate: '2026-03-20',
        reasons: ['timepoint: UNS is unscheduled, so a person says which visit it is'],
      },
    ]);
    expect((await match('UNS')).statusCode).toBe(200);
    await pass('UNS-1');
    expect(await timepoints()).toEqual([
      ...['0.1 HIST HIST expected', '1.1 SCR SCR expected', '1 BL Baseline complete'],
      ...['2 TP1 TP1 complete', '2.1 UNS-1 TP2 complete', '3 TP2 TP3 complete'],
      '7 EOT TP4 expected',
    ]);
    await bench.signOpen(30);
    const list = await bench.reader.call('GET', '/api/reads');
    expect((await bench.reading.list()).map(({ timepoint }) => timepoint)).toContain('TP2');
    const readId = await bench.reading.openId();
    const shown = await bench.reader.call('GET', `/api/reads/${readId}`);
    await bench.signOpen(20);
    const signed = await bench.reader.call('GET', `/api/reads/${readId}`);
    expect(signed.json()).toMatchObject({ timepoint: 'TP2', derived: expect.anything() });
    for (const { body } of [list, shown, signed]) expect(body).not.toMatch(/UNS|unscheduled|EOT/);
    await bench.signOpen(20);

    await arrive(71, 'EOT', '20260601');
    expect(await waiting()).toEqual([]);
    await pass('EOT');
    await bench.signOpen(10);
    const finals = await opened.db.selectFrom('final').select('outcome').execute();
    expect(finals.map(({ outcome }) => outcome.timepoints.map(one => one.timepoint))).toEqual([
      ['BL', 'TP1', 'UNS-1', 'TP2', 'EOT'],
    ]);
    const exported = await bench.manager.get('/export');
    const { files } = exported.json<{ files: { name: string; content: string }[] }>();
    const [head = [], ...rows] = (files.find(({ name }) => name === 'tr.csv')?.content ?? '')
      .trim()
      .split('\n')
      .map(line => line.trim().split(','));
    const of = (column: string, row: readonly string[]) => row[head.indexOf(column)];
    const visits = rows.filter(row => of('TRTESTCD', row) === 'SUMDIAM');
    expect(
      visits.map(row => ['VISITNUM', 'VISIT', 'TRDTC', 'TRORRES'].map(name => of(name, row)))
    ).toEqual([
      ['1', 'BL', '2026-01-05', '40'],
      ['2', 'TP1', '2026-03-02', '30'],
      ['2.1', 'UNS-1', '2026-03-20', '20'],
      ['3', 'TP2', '2026-04-27', '20'],
      ['7', 'EOT', '2026-06-01', '10'],
    ]);
    const chain = await readChain(opened.db, await bench.bench.trialId());
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => entry as { act: string; by: string | null });
    expect(acts.filter(({ act }) => act === 'timepoint.added')).toMatchObject([
      { by: bench.manager.account.id },
    ]);
  });

  it('has one that is found late asked of by the gap policy, and numbers what was read anew', async () => {
    await bench.signOpen(40);
    await bench.signOpen(30);
    await bench.signOpen(20);
    expect((await add('2026-03-20')).json()).toEqual({ timepoint: 'UNS-1' });
    expect(codeOf(await add('2026-03-20'))).toEqual([409, 'CL_VISIT_KNOWN']);
    expect(codeOf(await add('2026-01-04'))).toEqual([409, 'CL_BEFORE_BASELINE']);
    expect(codeOf(await add('2026-05-01', 'EOT'))).toEqual([422, 'CL_TIMEPOINT_UNKNOWN']);
    expect((await add('2026-03-10')).json()).toEqual({ timepoint: 'UNS-2' });
    expect((await timepoints()).slice(2)).toEqual([
      ...['1 BL Baseline complete', '2 TP1 TP1 complete', '2.01 UNS-2 TP2 expected'],
      ...['2.1 UNS-1 TP3 expected', '3 TP2 TP4 complete', '7 EOT TP5 expected'],
    ]);
    await bench.manager.post('/timepoints/missed', {
      ...{ subject: 'REAL-SUBJECT-1', timepoint: 'UNS-2', reason: 'A telephone call' },
    });
    await arrive(72, 'UNS', '20260320');
    expect((await match('UNS-1')).statusCode).toBe(200);
    await pass('UNS-1');
    expect(await bench.pending()).toMatchObject([
      { cause: 'insertedTimepoint', timepoint: 'TP2', version: 1 },
    ]);
    await bench.decideFirst('noImpact');
    expect(await bench.states()).toEqual([
      ...['BL 1 signed', 'TP1 1 signed', 'UNS-1 1 assigned', 'TP2 1 signed'],
    ]);
  });

  it('has images from before the baseline shown beside it, and never read', async () => {
    await arrive(73, 'SCR', '20251201');
    await arrive(74, 'HIST', '20260201');
    expect(await waiting()).toMatchObject([
      { reasons: ['timepoint: HIST would be of 2026-02-01, after BL of 2026-01-05'] },
    ]);
    await pass('SCR');
    expect((await bench.reads()).map(({ code }) => code)).not.toContain('SCR');
    const [read] = await bench.reads();
    const { resolved } = await opened.db
      .selectFrom('charter_version')
      .select('resolved')
      .executeTakeFirstOrThrow();
    const scope = await shownTimepoints(opened.db, read?.id ?? '', storedCharter(resolved));
    expect(scope.timepoints.map(({ code }) => code)).toEqual(['BL', 'SCR']);
    for (const mm of [40, 30, 20]) await bench.signOpen(mm);
    await bench.manager.post('/timepoints/missed', {
      ...{ subject: 'REAL-SUBJECT-1', timepoint: 'EOT', reason: 'Lost to follow-up' },
    });
    await bench.server.releases.idle();
    expect(await dueCourses(opened.db, await bench.bench.trialId())).toEqual([]);
    const matrix = (await bench.manager.get('/progress')).json<{
      timepoints: { timepoint: string }[];
      rows: { cells: { timepoint: string; standing: string }[] }[];
    }>();
    expect(matrix.rows[0]?.cells.map(one => `${one.timepoint} ${one.standing}`)).toEqual([
      ...['BL final', 'TP1 final', 'TP2 final', 'EOT missed'],
    ]);
  });
});
