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
import { emptyReadDocument } from '@corelab/reads';
import { verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  password,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Problems {
  state: string;
  suspended: boolean;
  problems: { problemId: string; decision: string | null; answers: { text: string }[] }[];
}
interface Refused {
  code: string;
}

describe('problems that a reader flags', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let id: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    reader = await logIn(server, 'reader');
    id = (await list())[0]?.readId ?? 'none';
  });
  afterEach(async () => {
    await server.close();
  });

  const list = async () =>
    (await reader.call('GET', '/api/reads')).json<{ reads: { readId: string; state: string }[] }>()
      .reads;
  const tag = async (): Promise<string> =>
    String((await reader.call('GET', `/api/reads/${id}/draft`)).headers.etag);
  const document = { ...emptyReadDocument(), noDisease: true };
  const save = async (comment = '') =>
    reader.call(
      'PUT',
      `/api/reads/${id}/draft`,
      { document: { ...document, comment } },
      { 'if-match': await tag() }
    );
  const flag = (kind: string, more: object = {}) =>
    reader.call('POST', `/api/reads/${id}/problems`, {
      kind,
      text: 'Shows Jane Doe',
      requestId: `request-${kind}`,
      ...more,
    });
  const admin = (method: 'GET' | 'POST', url: string, payload?: object) =>
    server.ask({
      method,
      url,
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
  const raised = async (query = '') =>
    (await admin('GET', `/api/admin/problems${query}`)).json<{
      problems: { id: string; subject: string; kind: string; readState: string }[];
    }>().problems;
  const answer = async (decision: string, text = 'Sent again') =>
    admin('POST', `/api/admin/problems/${(await raised())[0]?.id}/answer`, { decision, text });
  const sign = async () => {
    const { meanings } = (await reader.call('GET', `/api/reads/${id}`)).json<{
      meanings: string[];
    }>();
    return reader.call('POST', `/api/reads/${id}/sign`, {
      password,
      meaning: meanings[0],
      requestId: 'request-sign',
      pictures: { missing: 'noViewer' },
      etag: await tag(),
    });
  };

  it('put the read on hold: nothing saved or signed, draft kept, images still there', async () => {
    await save('mine');
    expect((await flag('missingSeries')).json<Problems>()).toMatchObject({
      state: 'onHold',
      suspended: false,
      problems: [{ kind: 'missingSeries', text: 'Shows Jane Doe', decision: null, answers: [] }],
    });
    const refused = await save('later');
    expect([refused.statusCode, refused.json<Refused>().code]).toEqual([409, 'CL_READ_ON_HOLD']);
    expect((await sign()).json<Refused>().code).toBe('CL_READ_ON_HOLD');
    expect((await list())[0]?.state).toBe('onHold');
    const draft = await reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json<{ document: { comment: string } }>().document.comment).toBe('mine');
    expect((await reader.call('GET', `/reads/${id}/dicomweb/studies`)).statusCode).toBe(200);
  });

  it('are raised once, however often the same request comes', async () => {
    const first = await flag('wrongSubject');
    const again = await flag('wrongSubject');
    expect(again.json()).toEqual(first.json());
    expect(await raised()).toHaveLength(1);
  });

  it('are answered by the data manager, and the read is open again as it was', async () => {
    await save('mine');
    await flag('missingSeries');
    expect(await raised('?trial=T-1')).toEqual([
      expect.objectContaining({ subject: 'REAL-SUBJECT-1', readState: 'onHold' }),
    ]);
    expect((await answer('hold', 'The site was asked')).json()).toMatchObject({
      readState: 'onHold',
    });
    expect((await answer('resume')).json()).toMatchObject({ readState: 'draft' });
    const seen = (await reader.call('GET', `/api/reads/${id}/problems`)).json<Problems>();
    expect(seen.state).toBe('draft');
    expect(seen.problems[0]?.answers.map(({ text }) => text)).toEqual([
      'The site was asked',
      'Sent again',
    ]);
    expect((await save('later')).statusCode).toBe(200);
    expect(await raised()).toEqual([]);
    expect(await raised('?state=all&subject=SOMEBODY-ELSE')).toEqual([]);
    expect(await raised('?state=all&subject=REAL-SUBJECT-1')).toMatchObject([
      {
        answers: 2,
        thread: [
          { text: 'The site was asked', decision: 'hold', by: 'admin' },
          { text: 'Sent again', decision: 'resume', by: 'admin' },
        ],
      },
    ]);
  });

  it('hold the read until the last of them is decided', async () => {
    await flag('missingSeries');
    await flag('criticalFinding');
    expect((await answer('resume')).json()).toMatchObject({ readState: 'onHold' });
    expect((await answer('resume')).json()).toMatchObject({ readState: 'assigned' });
  });

  it('are decided once', async () => {
    await flag('missingSeries');
    const problem = (await raised())[0]?.id;
    await answer('resume');
    const late = await admin('POST', `/api/admin/problems/${problem}/answer`, {
      decision: 'exclude',
      text: 'No',
    });
    expect([late.statusCode, late.json<Refused>().code]).toEqual([409, 'CL_PROBLEM_DECIDED']);
  });

  it('about identifying information close the subject to this reader until decided', async () => {
    await save('mine');
    expect((await flag('identifyingInformation')).json()).toMatchObject({ suspended: true });
    for (const url of [
      `/api/reads/${id}`,
      `/api/reads/${id}/draft`,
      `/reads/${id}/dicomweb/studies`,
    ]) {
      const refused = await reader.call('GET', url);
      expect([url, refused.statusCode, refused.json<Refused>().code]).toEqual([
        url,
        403,
        'CL_READER_SUSPENDED',
      ]);
    }
    expect((await list())[0]?.state).toBe('onHold');
    await answer('resume', 'A phantom name');
    expect((await reader.call('GET', `/api/reads/${id}/draft`)).json()).toMatchObject({
      document: { comment: 'mine' },
    });
  });

  it('about identifying information can exclude the reader for good', async () => {
    await flag('identifyingInformation');
    await answer('exclude');
    expect((await reader.call('GET', `/api/reads/${id}`)).statusCode).toBe(403);
    expect(await raised()).toEqual([]);
  });

  it('in a signed read leave the signature as it is', async () => {
    expect((await flag('correction')).json<Refused>().code).toBe('CL_PROBLEM_KIND');
    await save();
    const signed = await sign();
    expect(signed.statusCode).toBe(200);
    expect((await flag('missingSeries')).json<Refused>().code).toBe('CL_PROBLEM_KIND');
    expect((await flag('correction', { requestId: 'request-later' })).json()).toMatchObject({
      state: 'signed',
    });
    await answer('resume', 'Noted in the file');
    const context = await reader.call('GET', `/api/reads/${id}`);
    expect(context.json()).toMatchObject({
      state: 'signed',
      signature: signed.json<{ signature: object }>().signature,
    });
  });

  it("are nobody else's to see or answer", async () => {
    await flag('missingSeries');
    const other = await logIn(server, 'other');
    const theirs = await other.call('GET', `/api/reads/${id}/problems`);
    expect(theirs.statusCode).toBe(404);
    await server.deps.db.deleteFrom('trial_role').execute();
    expect(await raised()).toEqual([]);
    const problem = await server.deps.db
      .selectFrom('problem')
      .select('id')
      .executeTakeFirstOrThrow();
    const refused = await admin('POST', `/api/admin/problems/${problem.id}/answer`, {
      decision: 'resume',
      text: 'x',
    });
    expect(refused.statusCode).toBe(404);
  });

  it('are in the audit chain without their words', async () => {
    await flag('missingSeries');
    await answer('resume', 'Write to Jane Doe');
    const chain = await admin('GET', '/api/admin/audit/T-1');
    const lines = chain.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(verifyChain(lines)).toMatchObject({ ok: true });
    expect(lines.pop()).toMatchObject({ entry: { act: 'audit.exported' } });
    expect(lines.map(line => line.entry.act).slice(-2)).toEqual([
      'problem.raised',
      'problem.answered',
    ]);
    expect(lines.at(-2).entry.details).toMatchObject({ kind: 'missingSeries', readHeld: true });
    expect(lines.at(-1).entry.details).toMatchObject({ decision: 'resume', readResumed: true });
    expect(chain.body).not.toContain('Jane Doe');
  });
});
