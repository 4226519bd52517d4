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
import { qcBench, type Caller } from '../testing/qc-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  testServer,
  type Answer,
  type TestServer,
} from '../testing/test-server.js';
import { signReads, twoTracksText } from '../testing/tracks-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Row {
  readonly timepoint: string;
  readonly central: { standing: string; result: string | null; response: string | null } | null;
  readonly bySite: { response: string; version: number } | null;
  readonly version: number;
  readonly seen: { by: string }[];
  readonly toAcknowledge: boolean;
}

const codeOf = (answer: Answer): [number, string] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code ?? 'none',
];

describe('single results', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let coordinator: Caller;
  let elsewhere: Caller;
  let sponsor: Caller;
  let manager: Caller;
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
  const begun = async (charter = twoTracksText()): Promise<void> => {
    await deployed(server, charter);
    await server.releases.idle();
    const bench = qcBench(server);
    coordinator = await bench.person('coord101', 'siteCoordinator', ['101']);
    elsewhere = await bench.person('coord102', 'siteCoordinator', ['102']);
    sponsor = await bench.person('sponsor1', 'sponsor');
    manager = await bench.person('manager1', 'dataManager');
    await bench.placed('101');
  };
  const list = async (caller: Caller, track = 'confirmation'): Promise<readonly Row[]> => {
    const answer = await caller.get(`/results?track=${track}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ results: Row[] }>().results;
  };
  const responses = async (caller: Caller) =>
    (await list(caller)).map(({ timepoint, central }) => [
      timepoint,
      central === null ? null : (central.response ?? central.standing),
    ]);
  const confirm = async (diameters: readonly number[]): Promise<void> =>
    signReads(server, await logIn(server, 'other'), diameters);
  const visit = { track: 'confirmation', subject: 'REAL-SUBJECT-1' };
  const assess = (caller: Caller, more: object = {}): Promise<Answer> =>
    caller.post('/site-assessments', {
      ...{ ...visit, timepoint: 'TP1', response: 'PD', assessedOn: null, after: 0 },
      ...more,
    });

  it('are told to the site of the subject and to the sponsor as each read is signed', async () => {
    await begun();
    expect(await responses(coordinator)).toEqual([
      ['TP1', null],
      ['TP2', null],
    ]);
    await confirm([40, 20]);
    const told = [
      ['TP1', 'PR'],
      ['TP2', null],
    ];
    for (const caller of [coordinator, sponsor, manager]) {
      expect(await responses(caller)).toEqual(told);
    }
    expect(await list(elsewhere)).toEqual([]);
    await confirm([40]);
    expect(await responses(coordinator)).toEqual([
      ['TP1', 'PR'],
      ['TP2', 'PD'],
    ]);
  });

  it('are nobody’s of a track without recipients, nor for who reads', async () => {
    await begun();
    expect((await sponsor.get('/results?track=efficacy')).statusCode).toBe(404);
    expect((await manager.get('/results/tracks')).json()).toMatchObject({
      tracks: [{ track: 'confirmation', told: true, site: true, enters: true }],
    });
    const bench = qcBench(server);
    for (const role of ['reader', 'adjudicator'] as const) {
      const both = await bench.person(`also-${role}`, role);
      expect((await both.get('/results?track=confirmation')).statusCode).toBe(404);
      expect((await both.get('/results/tracks')).statusCode).toBe(404);
    }
  });

  it('are told to whom the charter names alone', async () => {
    await begun(twoTracksText().replace('[site, sponsor]', '[sponsor]'));
    await confirm([40, 20]);
    expect(await responses(sponsor)).toContainEqual(['TP1', 'PR']);
    // The site says what it found, and is told nothing.
    expect(await responses(coordinator)).toEqual([
      ['TP1', null],
      ['TP2', null],
    ]);
    expect((await coordinator.get('/results/tracks')).json()).toMatchObject({
      tracks: [{ track: 'confirmation', told: false, enters: true }],
    });
  });

  it('of several readers are told once they are final', async () => {
    for (const userName of ['second', 'judge']) {
      await testAccount(server.deps, { userName, displayName: userName });
    }
    await begun(
      twoTracksText()
        .replace('slots: [R1, SITE]', 'slots: [R1, R2, ADJ, SITE]')
        .replace('{ R1: [other] }', '{ R1: [other], R2: [second], ADJ: [judge] }')
    );
    await confirm([40, 20, 40]);
    expect((await responses(coordinator)).map(([, response]) => response)).toEqual([null, null]);
    await signReads(server, await logIn(server, 'second'), [40, 20, 40]);
    expect((await responses(coordinator)).map(([, response]) => response)).toEqual(['PR', 'PD']);
  });

  it('are not told while they are read again, and again as they become', async () => {
    await begun();
    await confirm([40, 20, 40]);
    const unlocks = unlockBench(server);
    const read = await server.deps.db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('track', 'track.id', 'course.track_id')
      .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .select('read.public_id')
      .where('track.code', '=', 'confirmation')
      .where('timepoint.code', '=', 'TP1')
      .executeTakeFirstOrThrow();
    const asked = await unlocks.ask(read.public_id);
    expect((await unlocks.decide(asked.body['id'], 'approve')).status).toBe(200);
    expect(await list(coordinator)).toMatchObject([
      { timepoint: 'TP1', central: { standing: 'readAgain', response: null, result: null } },
      { timepoint: 'TP2', central: { standing: 'inReview', response: 'PD' } },
    ]);
    await confirm([50]);
    expect((await responses(coordinator))[0]).toEqual(['TP1', 'PD']);
  });

  it('are seen once by each, on record, and another result is not seen with them', async () => {
    await begun();
    await confirm([40, 20]);
    const acknowledge = (caller: Caller, result: unknown): Promise<Answer> =>
      caller.post('/results/acknowledge', { ...visit, timepoint: 'TP1', result });
    const [row] = await list(coordinator);
    expect(row).toMatchObject({ toAcknowledge: true, seen: [] });
    const result = row?.central?.result;
    for (const caller of [coordinator, coordinator, sponsor]) {
      expect((await acknowledge(caller, result)).statusCode).toBe(200);
    }
    expect((await acknowledge(manager, result)).statusCode).toBe(404);
    expect((await acknowledge(elsewhere, result)).statusCode).toBe(404);
    const wrong = '00000000-0000-7000-8000-000000000000';
    expect(codeOf(await acknowledge(coordinator, wrong))).toEqual([409, 'CL_RESULT_CHANGED']);
    expect((await list(manager))[0]).toMatchObject({
      seen: [{ by: 'coord101' }, { by: 'sponsor1' }],
      toAcknowledge: false,
    });
    const chain = await readChain(server.deps.db, await qcBench(server).trialId());
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act === 'result.acknowledged')).toHaveLength(2);
  });

  it('have the site’s own assessment beside them, in versions with reasons', async () => {
    await begun();
    expect((await assess(coordinator)).json()).toEqual({ version: 1, changed: true });
    expect((await assess(coordinator, { after: 1 })).json()).toEqual({
      version: 1,
      changed: false,
    });
    expect(codeOf(await assess(coordinator, { response: 'SD', after: 1 }))).toEqual([
      ...[422, 'CL_REASON_NEEDED'],
    ]);
    expect(codeOf(await assess(manager, { response: 'SD', reason: 'x' }))).toEqual([
      ...[409, 'CL_ASSESSMENT_CHANGED'],
    ]);
    const changed = { response: 'SD', assessedOn: '2026-02', reason: 'Second look', after: 1 };
    expect((await assess(manager, changed)).json()).toEqual({ version: 2, changed: true });
    expect((await list(coordinator))[0]?.bySite).toMatchObject({
      ...{ version: 2, response: 'SD', assessedOn: '2026-02', enteredBy: 'manager1' },
    });
    const withdrawn = { response: null, reason: 'Other subject', after: 2 };
    expect((await assess(coordinator, withdrawn)).json()).toEqual({ version: 3, changed: true });
    expect((await list(coordinator))[0]).toMatchObject({ bySite: null, version: 3 });
    const chain = await readChain(server.deps.db, await qcBench(server).trialId());
    const entries = JSON.stringify(
      chain.filter(({ entry }) => (entry as { act: string }).act.startsWith('siteAssessment.'))
    );
    expect(entries).not.toContain('Second look');
    // Version 2 stood as of the entry before the last.
    const exported = async (query: string) => {
      const answer = await manager.get(`/export${query}`);
      const { files } = answer.json<{ files: { name: string; content: string }[] }>();
      return files.find(({ name }) => name === 'confirmation-site-assessments.csv')?.content;
    };
    expect(await exported('')).toBeUndefined();
    expect((await exported(`?asOf=${chain.length - 1}`))?.split(/\r?\n/)[1]).toMatch(
      /^REAL-SUBJECT-1,101,2,TP1,SD,2026-02,2,Second look,FORM,manager1,/
    );
  });

  it('of sites are taken from a file, all of it or nothing', async () => {
    await begun();
    const bring = async (lines: readonly string[], more: object = {}, caller = manager) => {
      const content = Buffer.from(lines.join('\n')).toString('base64');
      const answer = await caller.post('/site-assessments/import', {
        ...{ track: 'confirmation', content },
        ...more,
      });
      return answer.statusCode === 200 ? answer.json<object>() : answer.statusCode;
    };
    const header = 'subject,timepoint,response,assessedOn,reason';
    const first = [header, 'REAL-SUBJECT-1,TP1,PD,2026-02-20,'];
    expect(await bring([...first, 'REAL-SUBJECT-1,TP2,XX,,', 'NOBODY,TP1,PD,,'])).toEqual({
      ...{ done: false, entered: 0, same: 0 },
      findings: [
        { line: 3, message: expect.stringContaining('XX is no response') },
        { line: 4, message: 'there is no visit TP1 after the baseline of a subject NOBODY' },
      ],
    });
    expect(await bring(first, { preview: true })).toEqual({
      ...{ done: false, entered: 1, same: 0, findings: [] },
    });
    expect((await list(manager))[0]?.bySite).toBeNull();
    expect(await bring(first, {}, elsewhere)).toMatchObject({
      done: false,
      findings: [{ line: 2 }],
    });
    expect(await bring(first)).toMatchObject({ done: true, entered: 1 });
    expect(await bring(first)).toMatchObject({ done: true, entered: 0, same: 1 });
    const changed = 'REAL-SUBJECT-1,TP1,SD,2026-02-20';
    expect(await bring([header, `${changed},`])).toMatchObject({
      findings: [{ line: 2, message: expect.stringContaining('Say why') }],
    });
    expect(await bring([header, `${changed},Second look`])).toMatchObject({ entered: 1 });
    expect((await list(coordinator))[0]?.bySite).toMatchObject({ version: 2, response: 'SD' });
    const messages = async (lines: readonly string[]) =>
      (await bring(lines)) as { findings: { line: number; message: string }[] };
    for (const [lines, line, words] of [
      [['subject,timepoint'], 1, 'no column response'],
      [['subject,timepoint,response,ARMCD'], 1, 'treatment arm'],
      [['subject,timepoint,response,colour'], 1, 'none of'],
      [['subject,timepoint,response', 'a,b'], 2, '2 fields where the header has 3'],
      [['subject,timepoint,response', 'REAL-SUBJECT-1,TP1,'], 2, 'response is empty'],
      [[...first, 'REAL-SUBJECT-1,TP1,PD,,'], 3, 'line 2 is of the same visit'],
      [[header, '"a'], 2, 'no CSV'],
    ] as const) {
      const { findings } = await messages(lines);
      expect(findings.at(-1)).toEqual({ line, message: expect.stringContaining(words) });
    }
    expect(await bring(first, {}, sponsor)).toBe(404);
  });

  it.each([
    [{ response: 'ICPD' }, 422, 'CL_RESPONSE_UNKNOWN'],
    [{ assessedOn: '2026-02-30' }, 422, 'CL_DATE'],
    [{ assessedOn: '2026-04' }, 422, 'CL_DATE_AHEAD'],
    [{ response: null }, 422, 'CL_NOTHING_TO_WITHDRAW'],
    [{ timepoint: 'BL' }, 404, 'CL_NOT_FOUND'],
    [{ subject: 'NOBODY' }, 404, 'CL_NOT_FOUND'],
    [{ track: 'efficacy' }, 404, 'CL_NOT_FOUND'],
  ])('refuse an assessment with %j', async (more, status, code) => {
    await begun();
    expect(codeOf(await assess(coordinator, more))).toEqual([status, code]);
    expect(codeOf(await assess(elsewhere))).toEqual([404, 'CL_NOT_FOUND']);
    expect(codeOf(await assess(sponsor))).toEqual([404, 'CL_NOT_FOUND']);
    expect(await server.deps.db.selectFrom('site_assessment').select('id').execute()).toEqual([]);
  });

  it('never tell a central reader what the site says', async () => {
    await begun();
    await assess(coordinator, { assessedOn: '2026-02-17' });
    const reader = await logIn(server, 'other');
    const reads = await reader.call('GET', '/api/reads');
    const { readId } = reads.json<{ reads: { readId: string }[] }>().reads[0] ?? { readId: '' };
    for (const url of ['', '/draft', '/images']) {
      const { body } = await reader.call('GET', `/api/reads/${readId}${url}`);
      expect(body).not.toMatch(/2026-02-17|"PD"|coord101/);
    }
  });
});
