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
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import {
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('drafts', () => {
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

  it('saves a draft only on top of the one it was made from', async () => {
    const id = await reading.openId();
    const first = await reading.draftTag(id);
    const bare = await reader.call('PUT', `/api/reads/${id}/draft`, {
      document: measuredDocument(1, 20),
    });
    expect([bare.statusCode, bare.json<{ code: string }>().code]).toEqual([
      428,
      'CL_IF_MATCH_NEEDED',
    ]);
    const saved = await reading.save(id, measuredDocument(1, 20), first);
    expect(saved.statusCode).toBe(200);
    expect((await reading.save(id, measuredDocument(1, 20), first)).headers.etag).toBe(
      saved.headers.etag
    );
    const late = await reading.save(id, measuredDocument(1, 33), first);
    expect(late.statusCode).toBe(412);
    expect(late.json()).toMatchObject({ code: 'CL_DRAFT_CONFLICT', etag: saved.headers.etag });
    expect(
      late.json<{ document: ReadDocument }>().document.lesions[0]?.mark?.longestDiameterMm
    ).toBe(20);
    expect((await reading.list())[0]).toMatchObject({ state: 'draft', done: 1, of: 1 });
  });

  it('gives a change of the view alone a version, but neither state nor audit entry', async () => {
    const id = await reading.openId();
    const saves = async (): Promise<number> => {
      const entries = await server.deps.db.selectFrom('audit_entry').select('entry').execute();
      return entries.filter(({ entry }) => JSON.stringify(entry).includes('draft.saved')).length;
    };
    const empty = emptyReadDocument();
    const looked = { ...empty, view: { ...empty.view, layout: '1x1' } };
    const first = await reading.save(id, looked, await reading.draftTag(id));
    expect(first.statusCode).toBe(200);
    expect(await reading.draftTag(id)).toBe(first.headers.etag);
    expect((await reading.list())[0]).toMatchObject({ state: 'ready' });
    expect(await saves()).toBe(0);
    const read = await reading.save(id, measuredDocument(1, 20), String(first.headers.etag));
    expect(read.statusCode).toBe(200);
    expect(await saves()).toBe(1);
  });

  it('refuses documents that are not valid and marks on images of another read', async () => {
    const id = await reading.openId();
    const etag = await reading.draftTag(id);
    expect((await reading.save(id, { schemaVersion: 1 }, etag)).json()).toMatchObject({
      code: 'CL_DOCUMENT_INVALID',
    });
    expect(
      (await reading.save(id, { ...measuredDocument(1, 20), comment: 'a\0b' }, etag)).statusCode
    ).toBe(422);
    expect((await reading.save(id, measuredDocument(9, 20), etag)).json()).toMatchObject({
      code: 'CL_MARK_FOREIGN',
    });
  });

  it('takes key images of this read and refuses those of another', async () => {
    const id = await reading.openId();
    const etag = await reading.draftTag(id);
    const withKeyImage = (number: number, lesion: string | null): ReadDocument => ({
      ...measuredDocument(1, 20),
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
    const foreign = await reading.save(id, withKeyImage(9, '2.25.777'), etag);
    expect(foreign.statusCode).toBe(422);
    expect(foreign.json()).toMatchObject({
      code: 'CL_KEY_IMAGE_FOREIGN',
      keyImage: 0,
      uid: '2.25.93',
    });
    expect((await reading.save(id, withKeyImage(1, '2.25.999'), etag)).json()).toMatchObject({
      code: 'CL_DOCUMENT_INVALID',
    });
    const own = await reading.save(id, withKeyImage(1, '2.25.777'), etag);
    expect(own.statusCode).toBe(200);
    const draft = await reader.call('GET', `/api/reads/${id}/draft`);
    expect(draft.json<{ document: ReadDocument }>().document.keyImages).toHaveLength(1);
  });

  it('saves drafts while the archive is down, and says so', async () => {
    const id = await reading.openId();
    server.archiveFails = true;
    expect(
      (await reading.save(id, measuredDocument(1, 20), await reading.draftTag(id))).statusCode
    ).toBe(200);
    const site = await server.ask({ url: '/api/site' });
    expect(site.json()).toMatchObject({
      archive: { state: 'waiting' },
      modes: [{ id: '@corelab/mode-oncology-recist', route: 'oncology-recist' }],
    });
  });
});
