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
import { codeOf, courseBench } from '../testing/course-bench.js';
import type { Caller } from '../testing/qc-bench.js';
import { measuredDocument } from '../testing/reading-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';

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

describe('a read that goes back to QC', () => {
  beforeEach(async () => {
    at = await courseBench(opened);
    const id = await at.reading.openId();
    await at.reader.call('GET', `/api/reads/${id}`);
  });
  const only = async () => (await at.reads())[0]?.public_id ?? '';
  const back = async (caller: Caller = at.qc) =>
    caller.post(`/reads/${await only()}/return-to-qc`, { reason: 'Wrong phase?' });
  const leave = async (images: string, caller: Caller = at.qc) =>
    caller.post(`/reads/${await only()}/leave-qc`, { images });

  it('is closed to its reader, and goes on with its draft on the same images', async () => {
    const id = await only();
    await at.reading.save(id, measuredDocument(1, 24), await at.reading.draftTag(id));
    const manifest = (await at.reads())[0]?.manifest_id;
    expect((await back()).json()).toEqual({ state: 'returnedToQc' });
    expect(await at.reading.list()).toEqual([]);
    expect((await at.reader.call('GET', `/api/reads/${id}`)).statusCode).toBe(404);

    // QC looks at the exam again meanwhile: nothing prepared anew takes the images away from the draft.
    const { id: exam } = await at.bench.examAt('BL');
    await at.qc.post(`/exams/${exam}/decide`, { act: 'reopenQc', reason: 'Phase' });
    expect((await leave('asBefore')).json()).toEqual({ state: 'waiting' });
    await at.server.releases.idle();
    expect(await at.states()).toEqual(['BL 1 waiting']);
    await at.bench.pass(at.qc, exam);
    await at.server.releases.idle();
    expect(await at.states()).toEqual(['BL 1 assigned']);
    expect((await at.reads())[0]?.manifest_id).toBe(manifest);
    const draft = await at.reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json()).toMatchObject({ document: { lesions: [{ state: 'measured' }] } });
    expect((await at.reading.signWith(id, 24)).statusCode).toBe(200);
  });

  it('is listed while it is there, with what keeps it', async () => {
    const listed = async (query = '') =>
      (await at.qc.get(`/reads/returned${query}`)).json<{ reads: object[]; next: string | null }>();
    expect(await listed()).toEqual({ reads: [], next: null });
    const { id: exam } = await at.bench.examAt('BL');
    await back();
    await at.qc.post(`/exams/${exam}/decide`, { act: 'reopenQc', reason: 'Phase' });
    expect(await listed('?limit=1')).toEqual({
      reads: [
        {
          ...{ readId: await only(), subject: 'REAL-SUBJECT-1', site: null, timepoint: 'BL' },
          ...{ slot: 'R1', component: 'all', version: 1, state: 'returnedToQc', returnable: false },
          ...{ exams: 1, examsInQc: 1, problemOpen: false },
        },
      ],
      next: null,
    });
    await leave('asNow');
    expect(await listed()).toEqual({ reads: [], next: null });
  });

  it('goes on as a new version on the images there are now', async () => {
    await back(at.manager);
    await leave('asNow', at.manager);
    await at.server.releases.idle();
    expect(await at.states()).toEqual(['BL 1 void', 'BL 2 assigned']);
  });

  it('does not go on as before where what it shows may not be read any more', async () => {
    const { id: exam } = await at.bench.examAt('BL');
    const [series] = await at.bench.seriesOf(exam);
    await at.showing([series?.series_uid]);
    await back();
    await at.qc.post(`/exams/${exam}/decide`, { act: 'reopenQc', reason: 'Phase' });
    expect(codeOf(await leave('asBefore'))).toEqual([409, 'CL_IMAGES_CHANGED']);
    expect(await at.states()).toEqual(['BL 1 returnedToQc']);
  });

  it('with a problem waits for the answer', async () => {
    const id = await only();
    await at.reader.call('POST', `/api/reads/${id}/problems`, {
      ...{ kind: 'missingSeries', text: 'No portal phase', requestId: 'request-1' },
    });
    const listed = await at.server.ask({
      url: '/api/admin/problems',
      headers: { authorization: `Bearer ${at.server.adminToken}` },
    });
    const [problem] = listed.json<{ problems: { id: string; readId: string }[] }>().problems;
    expect(problem?.readId).toBe(id);
    expect((await back()).json()).toEqual({ state: 'returnedToQc' });
    expect(codeOf(await leave('asBefore'))).toEqual([409, 'CL_PROBLEM_UNDECIDED']);
    await at.server.ask({
      ...{ method: 'POST', url: `/api/admin/problems/${problem?.id}/answer` },
      headers: { authorization: `Bearer ${at.server.adminToken}` },
      payload: { decision: 'resume', text: 'It is there now' },
    });
    expect((await leave('asBefore')).json()).toEqual({ state: 'waiting' });
    await at.server.releases.idle();
    expect(await at.states()).toEqual(['BL 1 assigned']);
  });

  it('is not signed, and nobody else sends it', async () => {
    expect(codeOf(await leave('asBefore'))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    await at.signOpen(32);
    const [signed] = await at.reads();
    const answer = await at.qc.post(`/reads/${signed?.public_id}/return-to-qc`, { reason: 'x' });
    expect(codeOf(answer)).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    const coordinator = await at.bench.person('coord', 'siteCoordinator', ['101']);
    expect((await back(coordinator)).statusCode).toBe(404);
  });
});
