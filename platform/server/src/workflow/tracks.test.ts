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
import { charterBench } from '../testing/charter-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { signReads, twoTracksText } from '../testing/tracks-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Line {
  readonly readId: string;
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly dueDate: string;
  readonly state: string;
  readonly track?: { readonly id: string; readonly kind: string };
}

describe('a trial of several tracks', () => {
  let opened: TestDatabase;
  let server: TestServer;
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
  const listOf = async (user: string): Promise<readonly Line[]> =>
    (await (await logIn(server, user)).call('GET', '/api/reads')).json<{ reads: Line[] }>().reads;
  const get = async <T>(path: string): Promise<T> => {
    const answer = await server.ask({
      url: `/api/admin/trials/T-1${path}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  };
  const begun = async (charter = twoTracksText()): Promise<void> => {
    await deployed(server, charter);
    await server.releases.idle();
  };

  it('has courses of each, read by its own readers, due by its own days, under codes of their own', async () => {
    await begun();
    const [endpoint, ...noMore] = await listOf('reader');
    expect(noMore).toEqual([]);
    expect(endpoint).toMatchObject({
      timepoint: 'Baseline',
      state: 'ready',
      dueDate: '2026-03-06',
    });
    expect(endpoint).not.toHaveProperty('track');
    const [confirmation] = await listOf('other');
    expect(confirmation).toMatchObject({ timepoint: 'Baseline', dueDate: '2026-03-02' });
    expect(confirmation?.track).toEqual({ id: 'confirmation', kind: 'progressionConfirmation' });
    expect(confirmation?.subjectCode).not.toBe(endpoint?.subjectCode);
    const opened1 = await (
      await logIn(server, 'other')
    ).call('GET', `/api/reads/${confirmation?.readId}`);
    expect(opened1.json()).toMatchObject({ track: { id: 'confirmation' } });
    // What one is read in says nothing to whoever reads in the other.
    const elsewhere = await (
      await logIn(server, 'reader')
    ).call('GET', `/api/reads/${confirmation?.readId}`);
    expect(elsewhere.statusCode).toBe(404);
  });

  it('goes on in each by itself', async () => {
    await begun();
    await signReads(server, await logIn(server, 'other'), [40, 20, 40]);
    expect((await listOf('other')).map(({ state }) => state)).toEqual([
      'signed',
      'signed',
      'signed',
    ]);
    expect((await listOf('reader')).map(({ timepoint }) => timepoint)).toEqual(['Baseline']);
    await signReads(server, await logIn(server, 'reader'), [40, 20, 30]);
    const finals = await server.deps.db
      .selectFrom('final')
      .innerJoin('track', 'track.id', 'final.track_id')
      .select(['track.code', 'final.version'])
      .orderBy('track.code')
      .execute();
    expect(finals).toEqual([
      { code: 'confirmation', version: 1 },
      { code: 'efficacy', version: 1 },
    ]);
  });

  it('is followed by track: matrix, counts, a subject', async () => {
    await begun();
    await signReads(server, await logIn(server, 'other'), [40, 20]);
    expect(await get('/tracks')).toEqual({
      tracks: [
        { track: 'efficacy', kind: 'efficacy' },
        { track: 'confirmation', kind: 'progressionConfirmation' },
      ],
    });
    const standings = async (query: string) =>
      (
        await get<{ rows: { cells: { standing: string }[] }[] }>(`/progress${query}`)
      ).rows[0]?.cells.map(({ standing }) => standing);
    expect(await standings('')).toEqual(await standings('?track=efficacy'));
    expect(await standings('?track=confirmation')).toEqual(['signed', 'signed', 'waiting']);
    expect(await standings('')).toEqual(['waiting', 'waiting', 'waiting']);
    const counts = await get<{ total: { states: object }; readers: { reader: string }[] }>(
      '/progress/summary?track=confirmation'
    );
    expect(counts).toMatchObject({ total: { states: { signed: 2 } } });
    expect(counts.readers.map(({ reader }) => reader)).toEqual(['other']);
    const sheet = await get<{ history: { act: string }[] }>(
      '/progress/subjects/REAL-SUBJECT-1?track=confirmation'
    );
    expect(sheet.history.filter(({ act }) => act === 'read.signed')).toHaveLength(2);
    const own = await get<{ history: { act: string }[] }>('/progress/subjects/REAL-SUBJECT-1');
    expect(own.history.filter(({ act }) => act === 'read.signed')).toEqual([]);
    await expect(get('/progress?track=safety')).rejects.toThrow('CL_TRACK_UNKNOWN');
  });

  it('releases by the rule of each', async () => {
    await begun(twoTracksText('    release: { when: dataCut }\n'));
    expect(await listOf('reader')).toHaveLength(1);
    expect(await listOf('other')).toEqual([]);
    expect(await get('/batches')).toMatchObject({ when: 'onArrival', gathered: 0 });
    expect(await get('/batches?track=confirmation')).toMatchObject({
      when: 'dataCut',
      gathered: 3,
    });
    const cut = (track: string) =>
      server.ask({
        ...{ method: 'POST', url: '/api/admin/trials/T-1/batches' },
        headers: { authorization: `Bearer ${server.adminToken}` },
        payload: { track, name: 'First', reason: 'As planned' },
      });
    expect((await cut('efficacy')).json()).toMatchObject({ code: 'CL_RELEASE_BY_RULE' });
    expect((await cut('confirmation')).json()).toMatchObject({ timepoints: 3 });
    await server.releases.idle();
    expect(await listOf('other')).toHaveLength(1);
  });

  it('replaces the reader of one and leaves the other as it is', async () => {
    await begun(
      twoTracksText()
        .replace('{ R1: [other] }', '{ R1: [other, reader] }')
        .replace(
          'turnaroundDays: 1',
          'mayReadEfficacy: true\n    turnaroundDays: 1\n    assignment: { how: byHand }'
        )
    );
    const { call } = unlockBench(server);
    const confirmation = await server.deps.db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('track', 'track.id', 'course.track_id')
      .select('read.public_id')
      .where('track.code', '=', 'confirmation')
      .executeTakeFirstOrThrow();
    const path = `reads/${confirmation.public_id}/assign`;
    expect((await call(server.adminToken, 'POST', path, { user: 'other' })).status).toBe(200);
    const replaced = await call(server.adminToken, 'POST', 'replacements', {
      ...{ subject: 'REAL-SUBJECT-1', track: 'confirmation', slot: 'R1', user: 'reader' },
      ...{ how: 'takeOver', reason: 'Left the core lab', authorisedBy: 'Head of imaging' },
    });
    expect(replaced.status).toBe(200);
    expect(await listOf('other')).toEqual([]);
    const tracks = (await listOf('reader')).map(({ track, subjectCode }) => [
      track?.id,
      subjectCode,
    ]);
    expect(tracks.map(([id]) => id).sort()).toEqual(['confirmation', undefined]);
    // One person never has one code for two courses.
    expect(new Set(tracks.map(([, code]) => code)).size).toBe(2);
  });

  it('exports each in files of its own, as of any entry', async () => {
    await begun();
    interface Exported {
      readonly asOf: number;
      readonly files: { readonly name: string; readonly content: string }[];
    }
    const before = await get<Exported>('/export');
    const names = ({ files }: Exported) => files.map(({ name }) => name);
    expect(names(before)).toEqual(['tu.csv', 'tr.csv', 'rs.csv', 'manifest.json']);
    await signReads(server, await logIn(server, 'other'), [40, 20, 40]);
    await signReads(server, await logIn(server, 'reader'), [40]);
    const after = await get<Exported>('/export');
    expect(names(after)).toEqual([
      ...['tu.csv', 'tr.csv', 'rs.csv', 'signatures.csv'],
      ...['confirmation-tu.csv', 'confirmation-tr.csv', 'confirmation-rs.csv'],
      ...['confirmation-signatures.csv', 'manifest.json'],
    ]);
    const rows = (name: string): number =>
      (after.files.find(file => file.name === name)?.content ?? '').trim().split('\n').length - 1;
    expect([rows('tu.csv'), rows('rs.csv')]).toEqual([1, 0]);
    expect(rows('confirmation-rs.csv')).toBeGreaterThan(0);
    expect(await get(`/export?asOf=${before.asOf}`)).toEqual(before);
    expect(await get(`/export?asOf=${after.asOf}`)).toEqual(after);
  });

  it('gets a track by an amendment, and never loses one', async () => {
    await begun(charterText);
    const charter = charterBench(server);
    const deploy = (text: string) =>
      charter.deploy({ charter: text, reason: 'Protocol 2', scope: 'newSubjects' });
    expect((await deploy(twoTracksText())).statusCode).toBe(200);
    expect((await charter.approve(2)).statusCode).toBe(200);
    await server.releases.idle();
    // The subject stays under version 1 in the one; the other begins under version 2.
    expect(await listOf('reader')).toHaveLength(1);
    expect(await listOf('other')).toMatchObject([{ timepoint: 'Baseline' }]);
    const left = await deploy(charterText);
    expect([left.statusCode, left.json()]).toMatchObject([422, { code: 'CL_TRACK_LEFT_OUT' }]);
    const other = await deploy(
      twoTracksText().replace('kind: progressionConfirmation', 'kind: safety')
    );
    expect([other.statusCode, other.json()]).toMatchObject([
      422,
      { code: 'CL_TRACK_OF_OTHER_KIND' },
    ]);
  });
});
