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
import { readChain } from '../audit/chain.js';
import { consensusBench, type PanelPerson } from '../testing/consensus-bench.js';
import { codeOf } from '../testing/course-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';
import { dueCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const all: readonly PanelPerson[] = ['R1', 'R2', 'R3'];
/** PR, PR; and SD, SD. */
const [responds, stable] = [
  [40, 20, 20],
  [40, 36, 36],
];

describe('readers who meet for one agreed read', () => {
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
  const begin = () => consensusBench(server);
  type Bench = Awaited<ReturnType<typeof begin>>;
  /** R1 and R2 see a response, R3 none. */
  const differ = async (): Promise<Bench> => {
    const bench = await begin();
    for (const who of ['R1', 'R2'] as const) await bench.readAll(who, responds);
    await bench.readAll('R3', stable);
    return bench;
  };
  const acts = async (): Promise<string[]> => {
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return (await readChain(server.deps.db, id)).map(({ entry }) => (entry as { act: string }).act);
  };
  interface Exported {
    readonly asOf: number;
    readonly files: readonly { name: string; content: string }[];
  }
  const exportedAsOf = async (asOf?: number): Promise<Exported> => {
    const headers = { authorization: `Bearer ${server.adminToken}` };
    const url = `/api/admin/trials/T-1/export${asOf === undefined ? '' : `?asOf=${asOf}`}`;
    return (await server.ask({ method: 'GET', url, headers })).json<Exported>();
  };
  const exported = async (name: string): Promise<string[]> => {
    const { files } = await exportedAsOf();
    return (files.find(file => file.name === name)?.content ?? 'none').trimEnd().split('\n');
  };

  it('do not meet where all say the same: the record of R1 stands', async () => {
    const bench = await begin();
    await bench.readAll('R1', responds);
    await bench.readAll('R2', [40, 21, 22]);
    // The last reader is still at it: nothing is compared, and nobody sees another's work.
    expect(await bench.courses()).toEqual({ R1: 'closed', R2: 'closed', R3: 'open' });
    expect(await bench.states()).toEqual([]);
    await bench.readAll('R3', [40, 19, 20]);
    expect(await bench.states()).toEqual([]);
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final', R3: 'final' });
    const [final] = await bench.finals();
    expect(final?.consensus_id).toBeNull();
    expect(final?.outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`)).toEqual(
      Array(3).fill('reader1 concordant')
    );
    for (const who of all) expect(await bench.list(who)).toEqual([]);
  });

  it('see every read under a drawn name, put one forward, vote, and what all agree to is final', async () => {
    const bench = await differ();
    expect(await bench.courses()).toEqual({ R1: 'discordant', R2: 'discordant', R3: 'discordant' });
    expect(await bench.finals()).toEqual([]);
    const turns = async () =>
      Promise.all(all.map(async who => (await bench.list(who)).map(({ turn }) => turn).join()));
    expect(await turns()).toEqual(['propose', 'others', 'others']);

    const shown = await bench.look('R3');
    expect(shown.statusCode).toBe(200);
    const { case: met, ...rest } = shown.json<{
      case: {
        comparison: { differing: string[] };
        reads: { name: string; bestResponse: string; timepoints: { response: string | null }[] }[];
        differences: { between: { one: string; other: string } }[];
      };
      timepoints: { id: string; label: string; day: number }[];
    }>();
    expect(met.comparison.differing).toEqual(['TP1', 'TP2']);
    expect(met.reads.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    const third = met.reads.find(({ name }) => name === 'C');
    expect(third?.timepoints).toHaveLength(3);
    // R1 and R2 measured alike: each differs from the third, whichever names were drawn.
    const [odd, ...others] = met.reads.filter(({ bestResponse }) => bestResponse === 'SD');
    expect(others).toEqual([]);
    const pairs = met.differences.map(({ between }) => between.one + between.other);
    expect([...new Set(pairs)]).toEqual(
      ['AB', 'AC', 'BC'].filter(pair => odd !== undefined && pair.includes(odd.name))
    );
    expect(rest.timepoints.map(({ label, day }) => [label, day])[1]).toEqual(['Week 8', 56]);
    // Neither a slot nor a person nor a true date is joined to a read; its own reader's slot is said apart from them.
    for (const text of ['reader1', 'Dr ', 'REAL-SUBJECT', '2026-03-02', 'Jane']) {
      expect([text, shown.body.includes(text)]).toEqual([text, false]);
    }
    const stated = JSON.stringify(met);
    expect(/"R[123]"/.test(stated)).toBe(false);

    const name = await bench.nameOf('R3');
    expect(codeOf(await bench.propose({ kind: 'read', name }, {}, 'R2'))).toEqual([
      ...[403, 'CL_NOT_MODERATOR'],
    ]);
    expect((await bench.propose({ kind: 'read', name })).statusCode).toBe(200);
    expect(await turns()).toEqual(['others', 'vote', 'vote']);
    expect((await bench.vote('R2', 'agree')).json()).toMatchObject({ state: 'proposed' });
    expect(await bench.finals()).toEqual([]);
    expect((await bench.vote('R3', 'agree')).json()).toMatchObject({ state: 'agreed' });
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final', R3: 'final' });
    const [final, more] = await bench.finals();
    expect(more).toBeUndefined();
    expect(final?.adjudication_id).toBeNull();
    expect(final?.outcome.output?.bestOverallResponse.unconfirmed.value).toBe('SD');
    expect(final?.outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`)).toEqual(
      Array(3).fill('reader3 consensus')
    );
    expect(await turns()).toEqual(['done', 'done', 'done']);
    expect((await acts()).filter(act => /consensus/.test(act))).toEqual([
      ...[
        'consensus.called',
        'consensus.released',
        'consensus.opened',
        'consensus.proposed',
        'consensus.voted',
      ],
      ...['consensus.agreed', 'course.consensus'],
    ]);
  });

  it('wait for their images while the archive does not answer, which the staff are told', async () => {
    const bench = await begin();
    for (const who of ['R1', 'R2'] as const) await bench.readAll(who, responds);
    await bench.readAll('R3', stable.slice(0, 2));
    server.archiveFails = true;
    await bench.readAll('R3', stable.slice(2));
    expect(await bench.states()).toEqual(['v1 waiting']);
    for (const who of all) expect(await bench.list(who)).toEqual([]);
    expect(codeOf(await bench.look('R1'))).toEqual([404, 'CL_NOT_FOUND']);
    const headers = { authorization: `Bearer ${server.adminToken}` };
    const stuck = await server.ask({
      ...{ method: 'GET', url: '/api/admin/trials/T-1/progress?stuck=true', headers },
    });
    expect(stuck.body).toContain('releaseFailed');
    server.archiveFails = false;
    server.releases.retry();
    await server.releases.idle();
    expect(await bench.states()).toEqual(['v1 open']);
    expect((await bench.list('R1')).map(({ turn }) => turn)).toEqual(['propose']);
  });

  it('may agree on another read at each timepoint', async () => {
    const bench = await differ();
    const [one, two, three] = await Promise.all(all.map(bench.nameOf));
    const names = { BL: one ?? 'A', TP1: three ?? 'A', TP2: two ?? 'A' };
    const stray = await bench.propose({ kind: 'perTimepoint', names: { BL: names.BL } });
    expect(codeOf(stray)).toEqual([422, 'CL_OPEN_ITEMS']);
    await bench.propose({ kind: 'perTimepoint', names });
    for (const who of ['R2', 'R3'] as const) await bench.vote(who, 'agree');
    const [final] = await bench.finals();
    expect(final?.outcome.timepoints.map(({ slot }) => slot)).toEqual([
      ...['reader1', 'reader3', 'reader2'],
    ]);
    const stands = await server.deps.db
      .selectFrom('final_read')
      .innerJoin('read', 'read.id', 'final_read.read_id')
      .innerJoin('course', 'course.id', 'read.course_id')
      .select(['course.slot', 'read.ordinal'])
      .orderBy('read.ordinal')
      .execute();
    expect(stands.map(({ slot }) => slot)).toEqual(['R1', 'R3', 'R2']);
  });

  it('send it back when one disagrees, whatever the others say, and keep every vote', async () => {
    const bench = await differ();
    const name = await bench.nameOf('R1');
    await bench.propose({ kind: 'read', name });
    expect(codeOf(await bench.vote('R3', 'disagree', {}, ' '))).toEqual([422, 'CL_REASON_NEEDED']);
    expect((await bench.vote('R3', 'disagree')).json()).toMatchObject({ state: 'proposed' });
    expect(codeOf(await bench.vote('R3', 'agree'))).toEqual([409, 'CL_VOTED']);
    expect(codeOf(await bench.propose({ kind: 'read', name }, { after: 1 }))).toEqual([
      ...[409, 'CL_PROPOSAL_NOT_POSSIBLE'],
    ]);
    // Who has voted is seen; what, once one has voted oneself.
    const votesSeenBy = async (who: PanelPerson) =>
      (await bench.look(who))
        .json<{ proposals: { votes: { slot: string; vote: string | null; reason: string }[] }[] }>()
        .proposals.at(-1)
        ?.votes.map(({ slot, vote, reason }) => `${slot} ${vote} ${reason}`)
        .sort();
    expect(await votesSeenBy('R2')).toEqual(['R1 null null', 'R3 null null']);
    expect(await votesSeenBy('R3')).toEqual(['R1 agree ', 'R3 disagree The node is benign.']);
    const between = await exportedAsOf();
    expect((await bench.vote('R2', 'agree')).json()).toMatchObject({ state: 'open' });
    const sentBack = await exportedAsOf();
    expect(await bench.finals()).toEqual([]);
    expect(await bench.courses()).toMatchObject({ R1: 'discordant' });
    expect(codeOf(await bench.vote('R2', 'agree'))).toEqual([409, 'CL_VOTE_NOT_POSSIBLE']);

    const headers = { authorization: `Bearer ${server.adminToken}` };
    const stuck = await server.ask({
      ...{ method: 'GET', url: '/api/admin/trials/T-1/progress?stuck=true', headers },
    });
    expect(stuck.body).toContain('noConsensus');

    expect(codeOf(await bench.propose({ kind: 'read', name }))).toEqual([
      ...[409, 'CL_PROPOSAL_CHANGED'],
    ]);
    await bench.propose({ kind: 'read', name: await bench.nameOf('R3') }, { after: 1 });
    expect(codeOf(await bench.vote('R2', 'agree'))).toEqual([409, 'CL_PROPOSAL_CHANGED']);
    await bench.vote('R2', 'agree', { proposal: 2 });
    await bench.vote('R3', 'agree', { proposal: 2 });
    expect((await bench.finals()).map(({ version }) => version)).toEqual([1]);
    const statesIn = ({ files }: Exported): string[] => {
      const file = files.find(({ name: of }) => of === 'consensus.csv');
      const lines = (file?.content ?? '').trimEnd().split('\n').slice(1);
      return lines.map(line => line.split(',')[3] ?? '');
    };
    expect([between, sentBack].map(statesIn)).toEqual([
      ['proposed', 'proposed'],
      ['open', 'open', 'open'],
    ]);
    for (const then of [between, sentBack]) expect(await exportedAsOf(then.asOf)).toEqual(then);
    const rows = (await exported('consensus.csv')).map(line => line.split(','));
    const [head = [], ...votes] = rows;
    const column = (key: string): number => head.indexOf(key);
    expect(
      votes.map(row => ['PROPOSAL', 'READER', 'VOTE', 'REASON'].map(key => row[column(key)]))
    ).toEqual([
      ['1', 'READER 1', 'AGREE', ''],
      ['1', 'READER 3', 'DISAGREE', 'The node is benign.'],
      ['1', 'READER 2', 'AGREE', ''],
      ['2', 'READER 1', 'AGREE', ''],
      ['2', 'READER 2', 'AGREE', ''],
      ['2', 'READER 3', 'AGREE', ''],
    ]);
    expect(votes.map(row => row[column('STANDS')])[3]).toBe(
      'BL=READER 3; TP1=READER 3; TP2=READER 3'
    );
  });

  it('sign with their password and a meaning of the charter, and once', async () => {
    const bench = await differ();
    const choice = { kind: 'read', name: 'A' } as const;
    expect(codeOf(await bench.propose(choice, { password: 'wrong' }))).toEqual([
      ...[403, 'CL_PASSWORD_WRONG'],
    ]);
    expect(codeOf(await bench.propose(choice, { meaning: 'so be it' }))).toEqual([
      ...[422, 'CL_MEANING_UNKNOWN'],
    ]);
    const requestId = 'one-intention';
    const first = await bench.propose(choice, { requestId });
    expect((await bench.propose(choice, { requestId })).json()).toEqual(first.json());
    expect(codeOf(await bench.vote('R2', 'agree', { requestId }))).toEqual([
      ...[409, 'CL_REQUEST_REUSED'],
    ]);
    expect(codeOf(await bench.vote('R2', 'agree', { password: 'wrong' }))).toEqual([
      ...[403, 'CL_PASSWORD_WRONG'],
    ]);
    const again = { requestId: 'my-own-vote' };
    const cast = await bench.vote('R2', 'agree', again);
    expect((await bench.vote('R2', 'agree', again)).json()).toEqual(cast.json());
    const votes = await server.deps.db.selectFrom('consensus_vote').select('slot').execute();
    expect(votes.map(({ slot }) => slot).sort()).toEqual(['R1', 'R2']);
  });

  it('vote at the same moment, and one of the votes is the last', async () => {
    const bench = await differ();
    await bench.propose({ kind: 'read', name: await bench.nameOf('R1') });
    const cast = await Promise.all((['R2', 'R3'] as const).map(who => bench.vote(who, 'agree')));
    expect(cast.map(answer => answer.json<{ state: string }>().state).sort()).toEqual([
      ...['agreed', 'proposed'],
    ]);
    expect(await bench.finals()).toHaveLength(1);
  });

  it('meet again when a read is opened again, and what they agreed on stays on record', async () => {
    const bench = await differ();
    await bench.propose({ kind: 'read', name: await bench.nameOf('R1') });
    await bench.vote('R2', 'agree');
    const unlocks = unlockBench(server);
    const reopen = async (): Promise<void> => {
      const asked = await unlocks.ask(await readOf(server, 'R3', 'TP2'));
      const { body } = await unlocks.call(server.adminToken, 'GET', 'unlocks');
      expect(JSON.stringify(body)).toContain('"kind":"consensus"');
      const decided = await unlocks.decide(asked.body['id'], 'approve');
      expect(decided.status).toBe(200);
    };
    await reopen();
    expect(await bench.states()).toEqual(['v1 void']);
    for (const who of all) expect(await bench.list(who)).toEqual([]);
    await bench.signNext('R3', 36);
    expect(await bench.states()).toEqual(['v1 void', 'v2 open']);
    await bench.propose({ kind: 'read', name: await bench.nameOf('R1') });
    for (const who of ['R2', 'R3'] as const) await bench.vote(who, 'agree');
    await reopen();
    expect(await bench.states()).toEqual(['v1 void', 'v2 superseded']);
    expect((await bench.finals()).map(final => final.superseded_at === null)).toEqual([false]);
    // R3 sees progression now: they meet a third time, and one final stands in the end.
    await bench.signNext('R3', 60);
    await bench.propose({ kind: 'read', name: await bench.nameOf('R3') });
    for (const who of ['R2', 'R3'] as const) await bench.vote(who, 'agree');
    expect(await bench.states()).toEqual(['v1 void', 'v2 superseded', 'v3 agreed']);
    expect((await bench.finals()).map(final => final.superseded_at === null)).toEqual([
      ...[false, true],
    ]);
  });

  it('meet again over the whole course when a timepoint comes after they agreed', async () => {
    const bench = await begin();
    const { db } = server.deps;
    const setState = (state: 'missed' | 'complete') =>
      db.updateTable('timepoint').set({ state }).where('code', '=', 'TP2').execute();
    await setState('missed');
    for (const who of ['R1', 'R2'] as const) await bench.readAll(who, [40, 20]);
    await bench.readAll('R3', [40, 36]);
    const agreeOn = async (slot: PanelPerson): Promise<void> => {
      await bench.propose({ kind: 'read', name: await bench.nameOf(slot) });
      for (const who of ['R2', 'R3'] as const) await bench.vote(who, 'agree');
      await server.releases.idle();
    };
    await agreeOn('R3');
    const before = await exportedAsOf();
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final', R3: 'final' });

    await setState('complete');
    const { id: trialId } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    for (const id of await dueCourses(db, trialId)) server.releases.request(id);
    await server.releases.idle();
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open', R3: 'open' });
    // What was agreed stands until they say something else.
    expect((await bench.finals()).map(({ superseded_at: end }) => end)).toEqual([null]);
    for (const who of all) await bench.readAll(who, [who === 'R3' ? 36 : 20]);
    expect(await bench.states()).toEqual(['v1 superseded', 'v2 open']);
    await agreeOn('R1');
    expect(await bench.states()).toEqual(['v1 superseded', 'v2 agreed']);
    const finals = await bench.finals();
    expect(finals.map(({ version, superseded_at: end }) => [version, end === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(finals[1]?.outcome.timepoints.map(({ slot }) => slot)).toEqual(Array(3).fill('reader1'));
    expect(await exportedAsOf(before.asOf)).toEqual(before);
  });
});
