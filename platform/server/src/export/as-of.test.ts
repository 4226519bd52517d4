import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dateTimepoint } from '../intake/date-timepoint.js';
import { placeAtSite } from '../intake/subject-place.js';
import { charterBench } from '../testing/charter-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

describe('an export as of an audit entry', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: Awaited<ReturnType<typeof twoReaderBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    bench = await twoReaderBench(server);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const exported = async (query = '') => {
    const { statusCode, body } = await server.ask({
      url: `/api/admin/trials/T-1/export${query}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    expect([statusCode, body]).toEqual([200, body]);
    const { asOf, files } = JSON.parse(body) as {
      asOf: number;
      files: { name: string; content: string }[];
    };
    const content = (name: string): string => files.find(file => file.name === name)?.content ?? '';
    return { asOf, body, content };
  };
  const refused = async (query: string): Promise<string> => {
    const { statusCode, body } = await server.ask({
      url: `/api/admin/trials/T-1/export${query}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { code, message } = JSON.parse(body) as { code: string; message: string };
    return `${statusCode} ${code} ${message}`;
  };
  const trialId = async (): Promise<string> =>
    (await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;

  it('comes out the same after an unlock, another final, another charter, date and site', async () => {
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const undecided = await exported();
    const [item] = await bench.cases();
    await bench.decide(item?.readId ?? '', { kind: 'read', side: await bench.sideOf('R1') });
    const final = await exported();
    expect(final.content('rs.csv')).not.toBe(undecided.content('rs.csv'));

    await exported('?asOf=1');
    const unlocks = unlockBench(server);
    const asked = await unlocks.ask(await readOf(server, 'R1', 'TP2'));
    const { body: wishes } = await unlocks.call(server.adminToken, 'GET', 'unlocks');
    const [wish] = wishes['unlocks'] as { dependents: { kind: string }[] }[];
    // Of the three exports, that as of the first entry does not hold the read.
    expect(wish?.dependents.filter(({ kind }) => kind === 'export')).toHaveLength(2);
    expect((await unlocks.decide(asked.body['id'], 'approve')).status).toBe(200);
    const opened2 = await exported();
    await bench.signNext(bench.people.R1, 20);
    expect((await bench.finals()).map(({ superseded_at: ended }) => ended === null)).toEqual([
      false,
      true,
    ]);
    const charter = charterBench(server);
    await charter.deploy({
      charter: twoReaderText().replace('showDerived: live', 'showDerived: afterSigning'),
      ...{ reason: 'Protocol 2', scope: 'allWithRereading' },
    });
    expect((await charter.approve(2)).statusCode).toBe(200);
    await server.releases.idle();
    const amended = await exported();
    const deps = { ...server.deps, trialId: await trialId() };
    const timepoint = await opened.db
      .selectFrom('timepoint')
      .select(['id', 'subject_id'])
      .where('code', '=', 'TP1')
      .executeTakeFirstOrThrow();
    await opened.db.transaction().execute(async trx => {
      await dateTimepoint(trx, deps, timepoint.id, '2026-03-09');
      await placeAtSite(trx, deps, timepoint.subject_id, '102', '2026-03-01');
    });
    const last = await exported();

    expect(amended.content('rs.csv')).not.toBe(final.content('rs.csv'));
    expect(amended.content('tr.csv')).toContain('2026-03-02');
    expect(last.content('tr.csv')).not.toContain('2026-03-02');
    for (const { asOf, body } of [undecided, final, opened2, amended, last]) {
      expect((await exported(`?asOf=${asOf}`)).body).toBe(body);
    }
  });

  it('names its entry and its files, and nothing of the moment', async () => {
    const { asOf, content } = await exported();
    const entry = await opened.db
      .selectFrom('audit_entry')
      .select(['hash', 'entry'])
      .where('chain', '=', await trialId())
      .where('sequence', '=', asOf)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(content('manifest.json'))).toEqual({
      ...{ trial: 'T-1', asOf, entryHash: entry.hash },
      entryAt: (entry.entry as { at: string }).at,
      files: ['tu.csv', 'tr.csv', 'rs.csv', 'signatures.csv'].map(name => ({
        name,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
    });
  });

  it('is made as of a data cut by its name', async () => {
    const { asOf, body } = await exported();
    const { id: track } = await opened.db
      .selectFrom('track')
      .select('id')
      .executeTakeFirstOrThrow();
    await opened.db
      .insertInto('release_batch')
      .values({
        ...{ id: server.deps.newId(), track_id: track, kind: 'dataCut', name: 'Interim 1' },
        ...{ released_at: server.deps.now(), sequence: asOf },
      })
      .execute();
    await exported();
    expect((await exported('?dataCut=Interim%201')).body).toBe(body);
    expect(await refused('?dataCut=Interim%202')).toMatch(/^404 CL_DATA_CUT_UNKNOWN .*Interim 2/);
    expect(await refused(`?dataCut=Interim%201&asOf=${asOf}`)).toMatch(/^422 CL_AS_OF_TWICE/);
  });

  it('is refused where the chain has no such entry, or what was there then was not kept', async () => {
    const { asOf } = await exported();
    const head = asOf + 1;
    for (const none of [0, -3, head + 1]) {
      expect(await refused(`?asOf=${none}`)).toBe(
        `422 CL_AS_OF_UNKNOWN The audit trail of T-1 has entries 1 to ${head}: it has no entry ${none}.`
      );
    }
    await opened.db.updateTable('trial').set({ as_of_from: asOf }).execute();
    expect(await refused(`?asOf=${asOf - 1}`)).toMatch(/^422 CL_AS_OF_TOO_EARLY/);
    expect((await exported(`?asOf=${asOf}`)).asOf).toBe(asOf);
  });
});
