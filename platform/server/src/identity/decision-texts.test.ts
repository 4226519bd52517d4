import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { emptyDecision } from '@corelab/adjudication';
import { readChain } from '../audit/chain.js';
import { consensusBench } from '../testing/consensus-bench.js';
import { tablesWith } from '../testing/kept-words.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type Answer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const named = 'as Dr. Zyxwvutius says';
const said = (path: string) => ({ notIdentity: [{ path, kinds: ['person'] }] });
const refusal = (answer: Answer): readonly unknown[] => {
  const body = answer.json<{ code?: string; fields?: { path: string }[] }>();
  return [answer.statusCode, body.code, body.fields?.map(({ path }) => path)];
};

describe('what those say who decide', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
  });
  afterAll(() => server.close());

  const insistedIn = async (act: string): Promise<unknown[]> => {
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return (await readChain(server.deps.db, id))
      .map(({ entry }) => entry as { act: string; details: Record<string, unknown> })
      .filter(entry => entry.act === act)
      .flatMap(({ details }) => ('notIdentity' in details ? [details['notIdentity']] : []));
  };

  it('is searched in the reason of an adjudicator, their problems, and the wish to open it again', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const id = (await bench.cases())[0]?.readId ?? 'none';
    const { ADJ } = bench.people;
    const url = `/api/adjudications/${id}`;
    const save = async (text: string, more: object = {}) => {
      const tag = String((await ADJ.call('GET', `${url}/draft`)).headers.etag);
      const document = { ...emptyDecision(), reason: { code: 'measurement', text } };
      return ADJ.call('PUT', `${url}/draft`, { document, ...more }, { 'if-match': tag });
    };
    expect(refusal(await save(named))).toEqual([422, 'CL_TEXT_IDENTIFIES', ['/reason/text']]);
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    const kept = (await ADJ.call('GET', `${url}/draft`)).json<{ document: unknown }>();
    expect(kept.document).toEqual(emptyDecision());
    expect((await save(named, said('/reason/text'))).statusCode).toBe(200);
    expect(await insistedIn('adjudication.saved')).toEqual([said('/reason/text').notIdentity]);
    expect((await save(named)).statusCode).toBe(200);
    expect(refusal(await save('typical of site 101'))[1]).toBe('CL_TEXT_IDENTIFIES');

    const flag = (text: string, more: object = {}) =>
      ADJ.call('POST', `${url}/problems`, {
        ...{ kind: 'missingSeries', text, requestId: 'request-flag', ...more },
      });
    expect(refusal(await flag(named))).toEqual([422, 'CL_TEXT_IDENTIFIES', ['/text']]);

    const decided = await bench.decide(id, { kind: 'read', side: await bench.sideOf('R1') });
    expect(decided.statusCode).toBe(200);
    const unlock = (reason: string, more: object = {}) =>
      ADJ.call('POST', `${url}/unlock`, { reason, ...more });
    expect(refusal(await unlock(named))).toEqual([422, 'CL_TEXT_IDENTIFIES', ['/reason']]);
    expect((await unlock(named, said('/reason'))).statusCode).toBe(200);
  });

  it('is searched in what is put forward and in every vote, which other readers read', async () => {
    const bench = await consensusBench(server);
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    await bench.readAll('R3', [40, 20, 20]);
    const choice = { kind: 'read', name: await bench.nameOf('R1') } as const;
    const proposal = { choice, reason: { code: 'measurement', text: named } };
    const path = '/proposal/reason/text';
    expect(refusal(await bench.propose(choice, { proposal }))).toEqual([
      ...[422, 'CL_TEXT_IDENTIFIES'],
      [path],
    ]);
    expect(await bench.states()).toEqual(['v1 open']);
    expect((await bench.propose(choice, { proposal, ...said(path) })).statusCode).toBe(200);
    expect(refusal(await bench.vote('R2', 'disagree', {}, named))).toEqual([
      ...[422, 'CL_TEXT_IDENTIFIES'],
      ['/reason'],
    ]);
    const voted = await bench.vote('R2', 'disagree', said('/reason'), named);
    expect(voted.statusCode).toBe(200);
    expect(await insistedIn('consensus.proposed')).toEqual([said(path).notIdentity]);
  });

  it('is searched in the reason for which a reader changes an opinion', async () => {
    const bench = await twoReaderBench(
      server,
      twoReaderText('counterfactual: false', '    order: hybrid\n')
    );
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    const { reads } = (await R1.call('GET', '/api/reads')).json<{
      reads: { readId: string; task: string; timepoint: string }[];
    }>();
    const globalRead = reads.find(({ task }) => task === 'globalRead')?.readId ?? 'none';
    const readId = reads.find(({ timepoint }) => timepoint === 'Week 16')?.readId ?? 'none';
    const reconsider = (reason: string, more: object = {}) =>
      R1.call('POST', `/api/global-reads/${globalRead}/reconsider`, { readId, reason, ...more });
    expect(refusal(await reconsider(named))).toEqual([422, 'CL_TEXT_IDENTIFIES', ['/reason']]);
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    expect((await reconsider(named, said('/reason'))).statusCode).toBe(200);
  });
});
