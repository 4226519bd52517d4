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
import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { readChain, verifyChain } from '../audit/chain.js';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import {
  deployed,
  logIn,
  password,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

const target = (
  state: 'measured' | 'toDo',
  number: number,
  mm: number
): ReadDocument['lesions'][number] => ({
  trackingUid: '2.25.777',
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  laterality: null,
  state,
  reason: null,
  mergedInto: null,
  splitFrom: null,
  mark: {
    tool: 'Bidirectional',
    pointsLps: [
      [0, 0, 0],
      [mm, 0, 0],
      [0, 0, 0],
      [0, mm / 2, 0],
    ],
    studyInstanceUid: `2.25.${number}1`,
    seriesInstanceUid: `2.25.${number}2`,
    sopInstanceUid: `2.25.${number}3`,
    frameNumber: 1,
    longestDiameterMm: mm,
    shortAxisMm: mm / 2,
    sliceThicknessMm: 2,
    calibration: null,
  },
  comment: 'Patient Jane Doe, seen Monday',
  createdInThisRead: true,
});

const document = (number: number, mm: number): ReadDocument => ({
  ...emptyReadDocument(),
  lesions: [target('measured', number, mm)],
});

interface ListItem {
  readId: string;
  timepoint: string;
  state: string;
  done: number;
  of: number;
}

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('reading', () => {
  let opened: OpenedDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    reader = await logIn(server, 'reader');
  });
  afterEach(async () => {
    await server.close();
  });

  const list = async (): Promise<ListItem[]> =>
    (await reader.call('GET', '/api/reads')).json<{ reads: ListItem[] }>().reads;
  const openId = async (): Promise<string> =>
    (await list()).find(read => read.state !== 'signed')?.readId ?? 'none';
  const draftTag = async (id: string): Promise<string> =>
    String((await reader.call('GET', `/api/reads/${id}/draft`)).headers.etag);
  const save = (id: string, body: unknown, etag: string) =>
    reader.call('PUT', `/api/reads/${id}/draft`, { document: body }, { 'if-match': etag });
  const sign = (id: string, etag: string, more: object = {}) =>
    reader.call('POST', `/api/reads/${id}/sign`, {
      password,
      meaning: 'I performed this read',
      requestId: `request-${id}`,
      etag,
      ...more,
    });
  const meaningOf = async (id: string): Promise<string> =>
    (await reader.call('GET', `/api/reads/${id}`)).json<{ meanings: string[] }>().meanings[0] ?? '';
  const signWith = async (id: string, mm: number, more: object = {}) => {
    const number = server.released.length === 1 ? 1 : await numberOf(id);
    const saved = await save(id, document(number, mm), await draftTag(id));
    if (saved.statusCode !== 200) throw new Error(saved.body);
    return sign(id, String(saved.headers.etag), { meaning: await meaningOf(id), ...more });
  };
  const numberOf = async (id: string): Promise<number> => {
    const row = await server.deps.db
      .selectFrom('read')
      .select('id')
      .where('public_id', '=', id)
      .executeTakeFirstOrThrow();
    return server.released.indexOf(row.id) + 1;
  };

  it('shows the baseline alone, and nothing that identifies', async () => {
    const reads = await list();
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
    const id = await openId();
    const theirs = await other.call('GET', `/api/reads/${id}`);
    const nothing = await other.call('GET', '/api/reads/aaaaaaaaaaaaaaaaaaaaaa');
    expect(theirs.statusCode).toBe(404);
    expect(theirs.body).toBe(nothing.body);
    const images = await other.call('GET', `/reads/${id}/dicomweb/studies`);
    expect(images.body).toBe(nothing.body);
    expect((await reader.call('GET', `/reads/${id}/dicomweb/studies`)).statusCode).toBe(200);
  });

  it('saves a draft only on top of the one it was made from', async () => {
    const id = await openId();
    const first = await draftTag(id);
    const bare = await reader.call('PUT', `/api/reads/${id}/draft`, { document: document(1, 20) });
    expect([bare.statusCode, bare.json<{ code: string }>().code]).toEqual([
      428,
      'CL_IF_MATCH_NEEDED',
    ]);
    const saved = await save(id, document(1, 20), first);
    expect(saved.statusCode).toBe(200);
    expect((await save(id, document(1, 20), first)).headers.etag).toBe(saved.headers.etag);
    const late = await save(id, document(1, 33), first);
    expect(late.statusCode).toBe(412);
    expect(late.json()).toMatchObject({ code: 'CL_DRAFT_CONFLICT', etag: saved.headers.etag });
    expect(
      late.json<{ document: ReadDocument }>().document.lesions[0]?.mark?.longestDiameterMm
    ).toBe(20);
    expect((await list())[0]).toMatchObject({ state: 'draft', done: 1, of: 1 });
  });

  it('gives a change of the view alone a version, but neither state nor audit entry', async () => {
    const id = await openId();
    const saves = async (): Promise<number> => {
      const entries = await server.deps.db.selectFrom('audit_entry').select('entry').execute();
      return entries.filter(({ entry }) => JSON.stringify(entry).includes('draft.saved')).length;
    };
    const empty = emptyReadDocument();
    const looked = { ...empty, view: { ...empty.view, layout: '1x1' } };
    const first = await save(id, looked, await draftTag(id));
    expect(first.statusCode).toBe(200);
    expect(await draftTag(id)).toBe(first.headers.etag);
    expect((await list())[0]).toMatchObject({ state: 'ready' });
    expect(await saves()).toBe(0);
    const read = await save(id, document(1, 20), String(first.headers.etag));
    expect(read.statusCode).toBe(200);
    expect(await saves()).toBe(1);
  });

  it('refuses documents that are not valid and marks on images of another read', async () => {
    const id = await openId();
    const etag = await draftTag(id);
    expect((await save(id, { schemaVersion: 1 }, etag)).json()).toMatchObject({
      code: 'CL_DOCUMENT_INVALID',
    });
    expect((await save(id, { ...document(1, 20), comment: 'a\0b' }, etag)).statusCode).toBe(422);
    expect((await save(id, document(9, 20), etag)).json()).toMatchObject({
      code: 'CL_MARK_FOREIGN',
    });
  });

  it('takes key images of this read and refuses those of another', async () => {
    const id = await openId();
    const etag = await draftTag(id);
    const withKeyImage = (number: number, lesion: string | null): ReadDocument => ({
      ...document(1, 20),
      keyImages: [
        {
          lesion,
          studyInstanceUid: '2.25.11',
          seriesInstanceUid: '2.25.12',
          sopInstanceUid: `2.25.${number}3`,
          frameNumber: 1,
          windowCenter: 40,
          windowWidth: 400,
        },
      ],
    });
    const foreign = await save(id, withKeyImage(9, '2.25.777'), etag);
    expect(foreign.statusCode).toBe(422);
    expect(foreign.json()).toMatchObject({
      code: 'CL_KEY_IMAGE_FOREIGN',
      keyImage: 0,
      uid: '2.25.93',
    });
    expect((await save(id, withKeyImage(1, '2.25.999'), etag)).json()).toMatchObject({
      code: 'CL_DOCUMENT_INVALID',
    });
    const own = await save(id, withKeyImage(1, '2.25.777'), etag);
    expect(own.statusCode).toBe(200);
    const draft = await reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json<{ document: ReadDocument }>().document.keyImages).toHaveLength(1);
  });

  it('saves drafts while the archive is down, and says so', async () => {
    const id = await openId();
    server.archiveFails = true;
    expect((await save(id, document(1, 20), await draftTag(id))).statusCode).toBe(200);
    const site = await server.ask({ url: '/api/site' });
    expect(site.json()).toMatchObject({
      archive: { state: 'waiting' },
      modes: [{ id: '@corelab/mode-oncology-recist', route: 'oncology-recist' }],
    });
  });

  it('does not sign with a wrong password, an old draft or open items', async () => {
    const id = await openId();
    const meaning = await meaningOf(id);
    const empty = await draftTag(id);
    const open = await sign(id, empty, { meaning });
    expect(open.statusCode).toBe(422);
    expect(open.json<{ items: object[] }>().items.length).toBeGreaterThan(0);
    expect((await sign(id, empty, { meaning: 'because' })).json()).toMatchObject({
      code: 'CL_MEANING_UNKNOWN',
    });
    const saved = await save(id, document(1, 20), empty);
    expect((await sign(id, empty, { meaning })).statusCode).toBe(412);
    const wrong = await sign(id, String(saved.headers.etag), { meaning, password: 'no' });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([
      403,
      'CL_PASSWORD_WRONG',
    ]);
  });

  it('signs once, however often the same request comes, and locks', async () => {
    const id = await openId();
    const first = await signWith(id, 20);
    expect(first.statusCode).toBe(200);
    const etag = await draftTag(id);
    const again = await sign(id, etag, { meaning: await meaningOf(id) });
    expect(again.json()).toEqual(first.json());
    const other = await sign(id, etag, { meaning: await meaningOf(id), requestId: 'another-one' });
    expect(other.statusCode).toBe(409);
    const late = await save(id, document(1, 33), etag);
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'CL_READ_LOCKED']);
    const rows = await server.deps.db.selectFrom('signature').selectAll().execute();
    expect(rows).toHaveLength(1);
    const derived = first.json<{ derived: { timepoints: { burden: { value: number } }[] } }>()
      .derived;
    expect(derived.timepoints[0]?.burden.value).toBe(20);
  });

  it('signs once when two requests come together', async () => {
    const id = await openId();
    const saved = await save(id, document(1, 20), await draftTag(id));
    const meaning = await meaningOf(id);
    const etag = String(saved.headers.etag);
    const answers = await Promise.all(
      ['request-one', 'request-two'].map(requestId => sign(id, etag, { meaning, requestId }))
    );
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409]);
  });

  it('releases the next read when the one before is signed, with its lesions carried on', async () => {
    await signWith(await openId(), 40);
    await server.releases.idle();
    const id = await openId();
    expect((await list()).map(read => [read.timepoint, read.state])).toEqual([
      ['Baseline', 'signed'],
      ['Week 8', 'ready'],
    ]);
    const draft = await reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json<{ document: ReadDocument }>().document.lesions).toEqual([
      expect.objectContaining({ id: 'T01', trackingUid: '2.25.777', state: 'toDo', mark: null }),
    ]);
    const context = await reader.call('GET', `/api/reads/${id}`);
    const history = context.json<{ history: { day: number; document: ReadDocument }[] }>().history;
    const number = await numberOf(id);
    expect(history[0]?.day).toBe(0);
    expect(history[0]?.document.lesions[0]?.mark?.sopInstanceUid).toBe(`2.25.${number}3`);
    const signed = await signWith(id, 20);
    const derived = signed.json<{ derived: { timepoints: { overall: string }[] } }>().derived;
    expect(derived.timepoints.at(-1)?.overall).toBe('PR');
  });

  it('tries a release again when the archive comes back', async () => {
    server.archiveFails = true;
    expect((await signWith(await openId(), 20)).statusCode).toBe(200);
    await server.releases.idle();
    expect(server.releases.waiting()).toBe(1);
    expect((await list()).map(read => read.state)).toEqual(['signed']);
    server.archiveFails = false;
    server.releases.retry();
    await server.releases.idle();
    expect(server.releases.waiting()).toBe(0);
    expect((await list()).map(read => read.state)).toEqual(['signed', 'ready']);
  });

  it('leaves an audit chain that verifies, without identifying text, and shows tampering', async () => {
    await signWith(await openId(), 20);
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
    expect(verifyChain(lines)).toMatchObject({ ok: true, length: lines.length });
    const acts = lines.map(line => line.entry.act);
    expect(acts).toEqual(
      expect.arrayContaining([
        'charter.deployed',
        'intake.scanned',
        'read.released',
        'draft.saved',
        'read.signed',
      ])
    );
    expect(answer.body).not.toContain('Jane Doe');
    expect(answer.body).not.toContain('REAL-SUBJECT');
    await server.deps.db
      .updateTable('audit_entry')
      .set({ entry: JSON.stringify({ ...lines[2].entry, by: 'someone else' }) })
      .where('chain', '=', trial.id)
      .where('sequence', '=', 3)
      .execute();
    const verdict = verifyChain(await readChain(server.deps.db, trial.id));
    expect(verdict).toMatchObject({ ok: false, sequence: 3 });
  });

  it('exports signed reads with true subjects and dates', async () => {
    await signWith(await openId(), 20);
    const answer = await server.ask({
      url: '/api/admin/trials/T-1/export',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { files } = answer.json<{ files: { name: string; content: string }[] }>();
    expect(files.map(file => file.name)).toEqual(['tu.csv', 'tr.csv', 'rs.csv']);
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
