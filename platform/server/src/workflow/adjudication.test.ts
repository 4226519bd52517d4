import { emptyDecision, type Final } from '@corelab/adjudication';
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
import { charterText, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { settleSubject } from './settle-subject.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

/** One target: partial response (-50 %) and then progression (+100 % from the nadir, +20 mm). */
const progressing = [40, 20, 40] as const;
/** Partial response (-50 %), kept. */
const responding = [40, 20, 20] as const;

interface Case {
  sides: Record<'a' | 'b', { reads: { timepoint: string; document: unknown }[] }>;
  case: {
    comparison: { fired: string[]; status: string };
    differences: {
      kind: string;
      said: Record<'a' | 'b', Record<string, unknown>>;
      counterfactuals: unknown;
    }[];
  };
  timepoints: { id: string; day: number; date: string }[];
  studies: { timepointId: string; current: boolean }[];
  openItems: { code: string }[];
  mode: string;
}

describe('two readers', () => {
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
  const standing = (finals: { outcome: Final }[]) =>
    finals.map(({ outcome }) => outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`));

  it('who agree make the subject final as R1 read it, and no adjudication', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', responding);
    expect(await bench.courses()).toEqual({ R1: 'closed', R2: 'open' });
    // Other sums, the same outcome: -48 % is a partial response too.
    await bench.readAll('R2', [42, 22, 22]);
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final' });
    const finals = await bench.finals();
    expect(finals).toMatchObject([{ scope: 'subject', criterion: 'recist-1.1', version: 1 }]);
    expect(standing(finals)).toEqual([Array(3).fill('reader1 concordant')]);
    expect(await bench.cases()).toEqual([]);
    expect(await server.deps.db.selectFrom('adjudication').select('id').execute()).toEqual([]);
  });

  it('who differ have a third person decide, with what they differ in before them', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    expect(await bench.courses()).toEqual({
      ADJ: 'open',
      R1: 'inAdjudication',
      R2: 'inAdjudication',
    });
    expect(await bench.finals()).toEqual([]);
    const [item] = await bench.cases();
    expect(item).toMatchObject({ task: 'adjudication', scope: 'subject', state: 'ready', of: 1 });
    const id = item?.readId ?? '';
    const answer = await bench.people.ADJ.call('GET', `/api/adjudications/${id}`);
    expect(answer.statusCode).toBe(200);
    const shown = answer.json<Case>();
    expect(shown.mode).toBe('selectRead');
    expect(shown.case.comparison.fired).toEqual(['pdStatus', 'pdDate']);
    expect(shown.case.differences[0]).toMatchObject({
      kind: 'size',
      counterfactuals: [{ agrees: ['pdStatus', 'pdDate'] }, { agrees: ['pdStatus', 'pdDate'] }],
    });
    // Numbers come as numbers: 40 and 20 mm at TP2.
    const said = shown.case.differences[0]?.said;
    const sizes = [said?.a, said?.b].map(side => Object.values(side ?? {}));
    expect(sizes.flat().filter(value => value === 40 || value === 20)).toHaveLength(2);
    expect(shown.timepoints.map(one => one.day)).toEqual([0, 56, 112]);
    expect(shown.openItems.map(({ code }) => code)).toEqual([
      'CL_NO_CHOICE',
      'CL_NO_REASON',
      'CL_NO_REASON_TEXT',
    ]);
    // Both reads' marks are on images of the adjudication, and on no other.
    const number = server.released.length;
    const images = JSON.stringify(shown.sides).match(/2\.25\.\d+(?=")/g) ?? [];
    expect([...new Set(images)].sort()).toEqual([
      ...[1, 2, 3].map(kind => `2.25.${number}${kind}`),
      '2.25.777',
    ]);

    const signed = await bench.decide(id, { kind: 'read', side: await bench.sideOf('R2') });
    expect(signed.statusCode).toBe(200);
    expect(await bench.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
    expect(standing(await bench.finals())).toEqual([Array(3).fill('reader2 chosen')]);
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(server.deps.db, trial.id);
    expect(verifyChain(chain).ok).toBe(true);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.filter(act => act.startsWith('course.') || act.startsWith('adjudic'))).toEqual([
      ...['course.closed', 'course.closed', 'course.discordant'],
      ...['adjudication.triggered', 'course.inAdjudication', 'adjudication.assigned'],
      ...['adjudication.released', 'adjudication.opened', 'adjudication.saved'],
      ...['adjudication.opened', 'adjudication.signed'],
      ...['course.closed', 'course.decided', 'course.final'],
    ]);
    expect(JSON.stringify(chain)).not.toContain(bench.reason.text);
    // It stays to be looked at by whoever signed it.
    const again = await bench.people.ADJ.call('GET', `/api/adjudications/${id}`);
    expect(again.json()).toMatchObject({ state: 'signed', signature: { by: 'judge' } });
  });

  it('have a decision with which goes the job of what follows from it, for any process', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    const { db } = server.deps;
    const sends = server.queues.map(queue => jest.spyOn(queue, 'send'));
    await bench.decide((await bench.cases())[0]?.readId ?? '', { kind: 'read', side: 'a' });
    const calls = sends.flatMap(send => send.mock.calls);
    const inTransactions = calls.filter(([, trx]) => trx !== undefined);
    for (const send of sends) send.mockRestore();
    const own = await db
      .selectFrom('course')
      .select('id')
      .where('slot', '=', 'ADJ')
      .executeTakeFirstOrThrow();
    expect(inTransactions.map(([courseId]) => courseId)).toEqual([own.id]);
  });

  it('are decided on timepoint by timepoint where the charter says so', async () => {
    const bench = await twoReaderBench(server, twoReaderText('mode: perTimepoint'));
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    const [item] = await bench.cases();
    const id = item?.readId ?? '';
    const [one, two] = [await bench.sideOf('R1'), await bench.sideOf('R2')];
    const sides = { BL: one, TP1: one };
    const open = await bench.decide(id, { kind: 'perTimepoint', sides });
    expect(open.json()).toMatchObject({
      code: 'CL_OPEN_ITEMS',
      items: [{ code: 'CL_TIMEPOINT_OPEN', timepoint: 'TP2' }],
    });
    const signed = await bench.decide(id, {
      kind: 'perTimepoint',
      sides: { ...sides, TP2: two },
    });
    expect(signed.statusCode).toBe(200);
    expect(standing(await bench.finals())).toEqual([
      ['reader1 chosen', 'reader1 chosen', 'reader2 chosen'],
    ]);
  });

  const exported = async (): Promise<Record<string, string>> => {
    const answer = await server.ask({
      url: '/api/admin/trials/T-1/export',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { files } = answer.json<{ files: { name: string; content: string }[] }>();
    return Object.fromEntries(files.map(({ name, content }) => [name, content]));
  };
  /** One record a line: evaluator, test, value, visit, and whether it is the accepted one. */
  const responses = (csv: string): string[] => {
    const [header = '', ...lines] = csv.trimEnd().split('\n');
    const columns = header.split(',');
    return lines.flatMap(line => {
      const cells = line.split(',');
      const of = (name: string): string => cells[columns.indexOf(name)] ?? '';
      if (!['OVRLRESP', 'BESTRESP'].includes(of('RSTESTCD'))) return [];
      const parts = ['RSEVALID', 'RSTESTCD', 'RSORRES', 'VISIT', 'RSACPTFL'].map(of);
      return [parts.join(' ').trim()];
    });
  };

  it('are both exported, with a flag on the records of the one that stands', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    expect(responses((await exported())['rs.csv'] ?? '').join()).not.toContain('Y');
    const [item] = await bench.cases();
    await bench.decide(item?.readId ?? '', { kind: 'read', side: await bench.sideOf('R2') });
    const files = await exported();
    expect(responses(files['rs.csv'] ?? '')).toEqual([
      ...['READER 1 OVRLRESP PR TP1', 'READER 1 OVRLRESP PD TP2', 'READER 1 BESTRESP PR'],
      ...['READER 2 OVRLRESP PR TP1 Y', 'READER 2 OVRLRESP PR TP2 Y', 'READER 2 BESTRESP PR  Y'],
    ]);
    expect(files['tu.csv']).toMatch(/,TUEVALID,TUACPTFL,/);
    expect(files['tr.csv']).toMatch(/,TREVALID,TRACPTFL,/);
  });

  it('are exported with the best response of the timepoints that stand from both', async () => {
    const bench = await twoReaderBench(server, twoReaderText('mode: perTimepoint'));
    await bench.readAll('R1', [40, 60, 60]);
    await bench.readAll('R2', responding);
    const [item] = await bench.cases();
    const [one, two] = [await bench.sideOf('R1'), await bench.sideOf('R2')];
    await bench.decide(item?.readId ?? '', {
      kind: 'perTimepoint',
      sides: { BL: one, TP1: two, TP2: one },
    });
    // TP1 of R2 is PR, TP2 of R1 is PD: the best of what stands is PR, which R1's own course has not.
    expect(responses((await exported())['rs.csv'] ?? '')).toEqual([
      ...['READER 1 OVRLRESP PD TP1', 'READER 1 OVRLRESP PD TP2 Y', 'READER 1 BESTRESP PD'],
      ...['READER 2 OVRLRESP PR TP1 Y', 'READER 2 OVRLRESP PR TP2', 'READER 2 BESTRESP PR'],
      'ADJUDICATOR BESTRESP PR  Y',
    ]);
  });

  it('have no flag to tell apart where there is one', async () => {
    const bench = await twoReaderBench(server, charterText);
    await bench.readAll('R1', responding);
    for (const content of Object.values(await exported())) expect(content).not.toMatch(/ACPTFL/);
  });

  it('have one decision, signed once: repeated, refused, and bound to what was compared', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    const [item] = await bench.cases();
    const id = item?.readId ?? '';
    const choice = { kind: 'read', side: 'a' } as const;
    const url = `/api/adjudications/${id}`;
    const wrong = await bench.decide(id, choice, { password: 'no' });
    expect(wrong.json()).toMatchObject({ code: 'CL_PASSWORD_WRONG' });
    const meaning = await bench.decide(id, choice, { meaning: 'Whatever' });
    expect(meaning.json()).toMatchObject({ code: 'CL_MEANING_UNKNOWN' });
    const stale = await bench.decide(id, choice, { etag: '"0-0000000000000000"' });
    expect([stale.statusCode, stale.json()]).toEqual([
      412,
      expect.objectContaining({ code: 'CL_DRAFT_CONFLICT' }),
    ]);
    const byTimepoint = await bench.decide(id, { kind: 'perTimepoint', sides: { BL: 'a' } });
    expect(byTimepoint.json<{ items: { code: string }[] }>().items.map(({ code }) => code)).toEqual(
      ['CL_CHOICE_KIND', 'CL_TIMEPOINT_OPEN', 'CL_TIMEPOINT_OPEN']
    );
    const etag = String((await bench.people.ADJ.call('GET', `${url}/draft`)).headers.etag);
    const chosen = { ...emptyDecision(), choice };
    const replaced = { ...chosen, choice: { kind: 'read', side: 'b' } };
    const body = { document: chosen, replaced };
    await bench.people.ADJ.call('PUT', `${url}/draft`, body, { 'if-match': etag });
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const entry = (await readChain(server.deps.db, trial.id)).at(-1)?.entry;
    expect(entry).toMatchObject({
      act: 'adjudication.saved',
      details: {
        conflict: { differences: expect.arrayContaining([{ path: '/choice/side', to: 'b' }]) },
      },
    });
    const first = await bench.decide(id, choice);
    expect(first.statusCode).toBe(200);
    const draft = await bench.people.ADJ.call('GET', `${url}/draft`);
    const sign = (requestId: string) =>
      bench.people.ADJ.call('POST', `${url}/sign`, {
        ...{ password: 'correct horse battery', meaning: 'x', requestId },
        etag: String(draft.headers.etag),
      });
    expect((await sign(`decision-${id}`)).body).toBe(first.body);
    expect((await sign('another-request')).json()).toMatchObject({ code: 'CL_READ_LOCKED' });
    const saved = await bench.people.ADJ.call(
      'PUT',
      `${url}/draft`,
      { document: draft.json<{ document: unknown }>().document },
      { 'if-match': '"0"' }
    );
    expect(saved.json()).toMatchObject({ code: 'CL_READ_LOCKED' });
    const { db } = server.deps;
    const signatures = await db.selectFrom('adjudication_signature').selectAll().execute();
    expect(signatures).toHaveLength(1);
    const bound = await db.selectFrom('adjudication_read').selectAll().execute();
    const reads = await db.selectFrom('signature').select('content_hash').execute();
    expect(bound.map(({ content_hash }) => content_hash).sort()).toEqual(
      reads.map(({ content_hash }) => content_hash).sort()
    );
  });

  it('are not decided on once a read is no longer what was compared', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    const [item] = await bench.cases();
    const id = item?.readId ?? '';
    const { db } = server.deps;
    const { read_id: read } = await db
      .selectFrom('adjudication_read')
      .select('read_id')
      .executeTakeFirstOrThrow();
    await db.updateTable('read').set({ state: 'superseded' }).where('id', '=', read).execute();
    const answer = await bench.people.ADJ.call('GET', `/api/adjudications/${id}`);
    expect([answer.statusCode, answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'CL_CASE_CHANGED' }),
    ]);
    expect(await bench.finals()).toEqual([]);
  });

  it('are settled the same however often it is asked, and wait for an adjudicator who may', async () => {
    const bench = await twoReaderBench(server);
    const { db } = server.deps;
    const judge = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'judge')
      .executeTakeFirstOrThrow();
    await db.updateTable('account').set({ active: false }).where('id', '=', judge.id).execute();
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding);
    const adjudications = () =>
      db.selectFrom('adjudication').select(['id', 'state', 'swap', 'public_id']).execute();
    expect(await adjudications()).toMatchObject([{ state: 'waiting' }]);
    await db.updateTable('account').set({ active: true }).where('id', '=', judge.id).execute();
    const before = await adjudications();
    for (const { id } of await db.selectFrom('course').select('id').execute()) {
      await settleSubject(server.deps, id);
      await settleSubject(server.deps, id);
    }
    expect(await adjudications()).toEqual(before.map(one => ({ ...one, state: 'ready' })));
    expect(await bench.cases()).toHaveLength(1);
  });

  it('are adjudicated once the archive answers again', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', progressing);
    await bench.readAll('R2', responding.slice(0, 2));
    server.archiveFails = true;
    await bench.readAll('R2', responding.slice(2));
    expect(await bench.cases()).toEqual([]);
    expect(await server.releases.waiting()).toBe(1);
    server.archiveFails = false;
    server.releases.retry();
    await server.releases.idle();
    expect(await bench.cases()).toMatchObject([{ state: 'ready' }]);
  });
});
