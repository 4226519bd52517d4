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
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import {
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { readMachine, type ReadState } from './machines/read.js';
import { newReadVersion, type NewVersion } from './new-read-version.js';
import { releaseNext } from './sequence.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a new version of a read', () => {
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

  const rows = () =>
    opened.db
      .selectFrom('read')
      .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .selectAll('read')
      .where('timepoint.code', '=', 'BL')
      .orderBy('version')
      .execute();
  const first = async () => {
    const [row] = await rows();
    if (row === undefined) throw new Error('there is no read');
    return row;
  };
  const chainOfTrial = async () => {
    const { id } = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return readChain(opened.db, id);
  };
  /** Ends the version that stands and makes the next one. */
  const again = async (
    act: 'supersede' | 'void',
    more: Partial<Omit<NewVersion, 'readId'>> = {}
  ) => {
    const { id, state } = await first();
    const made = await server.deps.db.transaction().execute(async trx => {
      const trial = await trx.selectFrom('trial').select('id').executeTakeFirstOrThrow();
      await applyTransition(trx, [changeOf(readMachine, id, state, act)], {
        ...{ ...bySystem('for the test'), roles: ['dataManager'], chain: trial.id },
        ...{ at: server.deps.now(), zone: 'UTC', details: {} },
      });
      return newReadVersion(trx, server.deps, {
        ...{ readId: id, images: 'now', cause: 'test' },
        ...more,
      });
    });
    await releaseNext(server.deps, made.courseId);
    return made;
  };
  const states = async (): Promise<[number, ReadState][]> =>
    (await rows()).map(({ version, state }) => [version, state]);

  it('is for the same reader, begins with what was signed, and leaves that as it is', async () => {
    const id = await reading.openId();
    await reading.signWith(id, 32);
    await server.releases.idle();
    const signed = await opened.db.selectFrom('signature').selectAll().execute();
    await again('supersede');

    expect(await states()).toEqual([
      [1, 'superseded'],
      [2, 'assigned'],
    ]);
    expect(await opened.db.selectFrom('signature').selectAll().execute()).toEqual(signed);
    const [old, next] = await rows();
    expect(next?.begins_from).toBe(old?.id);
    expect(next?.public_id).not.toBe(old?.public_id);
    expect(next?.charter_version_id).toBe(old?.charter_version_id);
    expect(next?.manifest_id).not.toBe(old?.manifest_id);

    const listed = (await reading.list()).map(({ readId }) => readId);
    expect(listed).toContain(next?.public_id);
    expect(listed).not.toContain(id);
    expect((await reader.call('GET', `/api/reads/${id}`)).statusCode).toBe(404);
    const answer = await reader.call('GET', `/api/reads/${next?.public_id}/draft`);
    const { document } = answer.json<{ document: ReturnType<typeof measuredDocument> }>();
    const number = server.released.indexOf(next?.id ?? '') + 1;
    expect(number).toBeGreaterThan(1);
    // The same lesion at the same place, on the image's name in the new version.
    expect(document.lesions).toEqual(measuredDocument(number, 32).lesions);

    const entries = await chainOfTrial();
    expect(verifyChain(entries)).toMatchObject({ ok: true });
    const opening = entries
      .map(({ entry }) => entry as { act: string; details: object })
      .find(({ act }) => act === 'read.versionOpened');
    expect(opening?.details).toMatchObject({ from: old?.id, version: 2, images: 'now' });
  });

  it('can be signed as it is, and is saved over nothing', async () => {
    await reading.signWith(await reading.openId(), 32);
    await server.releases.idle();
    await again('supersede');
    const next = (await rows())[1]?.public_id ?? '';
    const signed = await reading.sign(next, await reading.draftTag(next), {
      meaning: await reading.meaningOf(next),
    });
    expect(signed.statusCode).toBe(200);
    expect(await states()).toEqual([
      [1, 'superseded'],
      [2, 'signed'],
    ]);
    expect(await opened.db.selectFrom('signature').selectAll().execute()).toHaveLength(2);
  });

  it('shows the same manifest under other names where the images stay', async () => {
    await reading.signWith(await reading.openId(), 32);
    await server.releases.idle();
    await again('supersede', { images: 'same' });
    const [old, next] = await rows();
    expect(next?.state).toBe('assigned');
    expect(next?.manifest_id).toBe(old?.manifest_id);
    const names = await opened.db
      .selectFrom('presentation')
      .innerJoin('presentation_uid', 'presentation_uid.presentation_id', 'presentation.id')
      .select(['presentation.read_id', 'pseudonym'])
      .where('presentation.manifest_id', '=', old?.manifest_id ?? '')
      .execute();
    const of = (id: string | undefined) =>
      names.filter(row => row.read_id === id).map(row => row.pseudonym);
    expect(of(next?.id)).toHaveLength(3);
    expect(of(next?.id).filter(name => of(old?.id).includes(name))).toEqual([]);
  });

  it('of one that was never signed begins with its draft', async () => {
    const id = await reading.openId();
    await reading.save(id, measuredDocument(1, 20), await reading.draftTag(id));
    await again('void');
    const next = (await rows())[1];
    const answer = await reader.call('GET', `/api/reads/${next?.public_id}/draft`);
    const { document } = answer.json<{ document: ReturnType<typeof measuredDocument> }>();
    const number = server.released.indexOf(next?.id ?? '') + 1;
    expect(document.lesions).toEqual(measuredDocument(number, 20).lesions);
  });

  it('has nothing measured on images that it does not show', async () => {
    const id = await reading.openId();
    await reading.save(id, measuredDocument(1, 20), await reading.draftTag(id));
    await opened.db
      .updateTable('presentation_uid')
      .set({ real_uid: 'real.gone' })
      .where('kind', '=', 'instance')
      .execute();
    await again('void');
    const next = (await rows())[1];
    const answer = await reader.call('GET', `/api/reads/${next?.public_id}/draft`);
    const { document } = answer.json<{ document: ReturnType<typeof measuredDocument> }>();
    expect(document.lesions).toMatchObject([{ id: 'T01', state: 'toDo', mark: null }]);
  });

  it('is one, and only of a read that has ended', async () => {
    const { id } = await first();
    const make = () =>
      server.deps.db
        .transaction()
        .execute(trx =>
          newReadVersion(trx, server.deps, { readId: id, images: 'now', cause: 'test' })
        );
    await expect(make()).rejects.toThrow('is assigned and has not ended');
    await again('void');
    await expect(make()).rejects.toThrow(/read_successor|read_living_version/);
    expect(await states()).toEqual([
      [1, 'void'],
      [2, 'assigned'],
    ]);
  });
});
