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
import type { ReadDocument } from '@corelab/reads';
import { readChain, verifyChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { readingOf } from '../testing/reading-bench.js';
import {
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('reading', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let reading: ReturnType<typeof readingOf>;
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
    reading = readingOf(server, reader);
  });
  afterEach(async () => {
    await server.close();
  });

  it('shows the baseline alone, and nothing that identifies', async () => {
    const reads = await reading.list();
    expect(reads).toEqual([expect.objectContaining({ timepoint: 'Baseline', state: 'ready' })]);
    const context = await reader.call('GET', `/api/reads/${reads[0]?.readId}`);
    expect(context.json()).toMatchObject({
      baseline: true,
      history: [],
      day: 0,
      slot: 'R1',
      charter: { showDerived: 'live', bulkUnchanged: true },
    });
    expect(context.body).not.toContain('REAL-SUBJECT');
    expect(context.body).not.toContain('2026-01-05');
    expect(context.json<{ studies: { timepoint: string }[] }>().studies[0]?.timepoint).toBe(
      'Baseline'
    );
  });

  it("answers another person's read like one that does not exist", async () => {
    const other = await logIn(server, 'other');
    const id = await reading.openId();
    const theirs = await other.call('GET', `/api/reads/${id}`);
    const nothing = await other.call('GET', '/api/reads/aaaaaaaaaaaaaaaaaaaaaa');
    expect(theirs.statusCode).toBe(404);
    expect(theirs.body).toBe(nothing.body);
    const images = await other.call('GET', `/reads/${id}/dicomweb/studies`);
    expect(images.body).toBe(nothing.body);
    expect((await reader.call('GET', `/reads/${id}/dicomweb/studies`)).statusCode).toBe(200);
  });

  it('releases the next read when the one before is signed, with its lesions carried on', async () => {
    await reading.signWith(await reading.openId(), 40);
    await server.releases.idle();
    const id = await reading.openId();
    expect((await reading.list()).map(read => [read.timepoint, read.state])).toEqual([
      ['Week 8', 'ready'],
      ['Baseline', 'signed'],
    ]);
    const draft = await reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json<{ document: ReadDocument }>().document.lesions).toEqual([
      expect.objectContaining({ id: 'T01', trackingUid: '2.25.777', state: 'toDo', mark: null }),
    ]);
    const context = await reader.call('GET', `/api/reads/${id}`);
    const history = context.json<{ history: { day: number; document: ReadDocument }[] }>().history;
    const number = await reading.numberOf(id);
    expect(history[0]?.day).toBe(0);
    expect(history[0]?.document.lesions[0]?.mark?.sopInstanceUid).toBe(`2.25.${number}3`);
    const signed = await reading.signWith(id, 20);
    const derived = signed.json<{ derived: { timepoints: { overall: string }[] } }>().derived;
    expect(derived.timepoints.at(-1)?.overall).toBe('PR');
  });

  it('tries a release again when the archive comes back', async () => {
    server.archiveFails = true;
    expect((await reading.signWith(await reading.openId(), 20)).statusCode).toBe(200);
    await server.releases.idle();
    expect(await server.releases.waiting()).toBe(1);
    expect((await reading.list()).map(read => read.state)).toEqual(['signed']);
    server.archiveFails = false;
    server.releases.retry();
    await server.releases.idle();
    expect(await server.releases.waiting()).toBe(0);
    expect((await reading.list()).map(read => read.state)).toEqual(['ready', 'signed']);
  });

  it('begins a release anew that was overtaken, without a word of failure', async () => {
    await reading.signWith(await reading.openId(), 40);
    await server.releases.idle();
    const { archive } = server.deps;
    const { releaseRead } = archive;
    let overtaken = 0;
    const failures: (readonly string[])[] = [];
    Object.assign(archive, {
      releaseRead: async (readId: string) => {
        failures.push(await server.releases.failed());
        overtaken += 1;
        if (overtaken <= 2) throw new CodedError(409, 'CL_IMAGES_CHANGED', 'more came');
        return releaseRead(readId);
      },
    });
    try {
      await reading.signWith(await reading.openId(), 38);
      await server.releases.idle();
    } finally {
      Object.assign(archive, { releaseRead });
    }
    expect(overtaken).toBeGreaterThan(2);
    expect([...failures.flat(), ...(await server.releases.failed())]).toEqual([]);
    expect((await reading.list()).map(read => [read.timepoint, read.state])).toEqual([
      ['Week 16', 'ready'],
      ['Week 8', 'signed'],
      ['Baseline', 'signed'],
    ]);
  });

  it('leaves an audit chain that verifies, without identifying text, and shows tampering', async () => {
    await reading.signWith(await reading.openId(), 20);
    await server.releases.idle();
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const answer = await server.ask({
      url: '/api/admin/audit/T-1',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const lines = answer.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(verifyChain(lines)).toMatchObject({ ok: true, entries: lines.length });
    const acts = lines.map(line => line.entry.act);
    expect(acts).toEqual(
      expect.arrayContaining([
        'charter.written',
        'charter.sentForApproval',
        'charter.approved',
        'intake.scanned',
        'read.released',
        'draft.saved',
        'read.signed',
      ])
    );
    expect(answer.body).not.toContain('Jane Doe');
    expect(answer.body).not.toContain('REAL-SUBJECT');
    const tampering = `update audit_entry
      set entry = jsonb_set(entry, '{by}', '"someone else"') where chain = '${trial.id}' and sequence = 3`;
    // Who owns the tables can take their triggers away; what they did shows all the same.
    await opened.runSql(
      `begin; set local session_replication_role = replica; ${tampering}; commit;`
    );
    const verdict = verifyChain(await readChain(server.deps.db, trial.id));
    expect(verdict).toMatchObject({
      ok: false,
      broken: { sequence: 3, code: 'CL_AUDIT_HASH' },
    });
  });

  it('exports signed reads with true subjects and dates', async () => {
    await reading.signWith(await reading.openId(), 20);
    const answer = await server.ask({
      url: '/api/admin/trials/T-1/export',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { files } = answer.json<{ files: { name: string; content: string }[] }>();
    expect(files.map(file => file.name)).toEqual([
      ...['tu.csv', 'tr.csv', 'rs.csv', 'signatures.csv', 'manifest.json'],
    ]);
    const measured = files[1]?.content.split('\n').find(line => line.includes('LDIAM'));
    expect(measured).toContain('REAL-SUBJECT-1');
    expect(measured).toContain('2026-01-05');
  });

  it('refuses a charter with the place of its defects', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/admin/trials',
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: { charter: 'trial: 7' },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'CL_CHARTER_INVALID' });
  });
});
