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
import { consensusBench, consensusText } from '../testing/consensus-bench.js';
import { factBench, factText, subject } from '../testing/fact-bench.js';
import { logIn, type LoggedIn } from '../testing/http-client.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const file = [
  'subject,kind,date,value,unit,name',
  `${subject},histology,,Sarcoma,,`,
  `${subject},clinicalStatus,2026-01-05,stable,,`,
  `${subject},clinicalStatus,2026-03-01,worse,,`,
  `${subject},clinicalStatus,2026-04-26,improved,,`,
  `${subject},steroids,2026-01-02,4,mg/day,`,
  `${subject},steroids,2026-01,8,mg/day,`,
  `${subject},labs,2026-01-03,250,U/l,LDH`,
  `${subject},weight,2026-01-03,70,kg,`,
  `${subject},death,2026-05-03,,,`,
].join('\n');

interface Told {
  readonly kind: string;
  readonly name: string | null;
  readonly value: string | null;
  readonly date: string;
  readonly day: number | null;
}

describe('clinical facts beside a case', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: Awaited<ReturnType<typeof factBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(() => server.close());

  const begin = async (more = ''): Promise<void> => {
    const text = factText(more);
    // Labels that tell a day do not go with dates that are removed; those that the subject has stay.
    const neutral = text.replace('label: Week 8', 'label: TP 1').replace('Week 16', 'TP 2');
    bench = await factBench(server, more.includes('removed') ? neutral : text);
    await bench.bring(file);
  };
  const readId = async (person: LoggedIn, at: 'Baseline' | 'Week 8' | 'Week 16') => {
    const { reads } = (await person.call('GET', '/api/reads')).json<{
      reads: { readId: string; timepoint: string }[];
    }>();
    return reads.find(({ timepoint }) => timepoint.startsWith(at))?.readId ?? 'none';
  };
  const told = async (person: LoggedIn, url: string): Promise<readonly Told[]> => {
    const answer = await person.call('GET', `${url}/facts`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ facts: Told[] }>().facts;
  };
  const toldAt = async (at: 'Baseline' | 'Week 8' | 'Week 16', person = bench.people.R1) =>
    told(person, `/api/reads/${await readId(person, at)}`);
  const words = (facts: readonly Told[]): string[] =>
    facts.map(({ kind, value }) => `${kind} ${value}`);

  it('are those of the reader from the start, and those for later once that read is signed', async () => {
    await begin();
    const early = ['clinicalStatus stable', 'histology Sarcoma'];
    expect(words(await toldAt('Baseline'))).toEqual(early);
    // What is known of one of the doses is that it was in a month, which ends after the baseline.
    await bench.readAll('R1', [40]);
    expect(words(await toldAt('Baseline'))).toEqual([...['steroids 4', ...early]]);
    // The other reader has not signed, and the next timepoint is not signed either.
    expect(words(await toldAt('Baseline', bench.people.R2))).toEqual(early);
    expect(words(await toldAt('Week 8'))).toEqual([
      ...['clinicalStatus stable', 'clinicalStatus worse', 'histology Sarcoma'],
    ]);
    await bench.readAll('R1', [20]);
    expect(words(await toldAt('Week 8'))).toEqual([
      ...['steroids 8', 'steroids 4', 'clinicalStatus stable', 'clinicalStatus worse'],
      'histology Sarcoma',
    ]);
  });

  it('are hidden again while a signed read is open again', async () => {
    await begin();
    await bench.readAll('R1', [40]);
    const id = await readId(bench.people.R1, 'Baseline');
    const asked = await bench.people.R1.call('POST', `/api/reads/${id}/unlock`, {
      reason: 'Again',
    });
    const { id: unlock } = asked.json<{ id: string }>();
    const { password, meaning } = {
      password: 'correct horse battery',
      meaning: 'I approve opening this read again',
    };
    const { unlocks } = (
      await bench.people.manager.call('GET', '/api/admin/trials/T-1/unlocks')
    ).json<{ unlocks: { id: string }[] }>();
    expect(unlocks.map(one => one.id)).toContain(unlock);
    const decided = await bench.people.manager.call(
      'POST',
      `/api/admin/trials/T-1/unlocks/${unlock}/decide`,
      { decision: 'approve', reason: 'As asked', password, meaning }
    );
    expect([decided.statusCode, decided.body]).toEqual([200, decided.body]);
    await server.releases.idle();
    expect(words(await toldAt('Baseline'))).toEqual(['clinicalStatus stable', 'histology Sarcoma']);
  });

  it('are those of the adjudicator beside their case, more once it is decided', async () => {
    await begin();
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const [item] = await bench.cases();
    const url = `/api/adjudications/${item?.readId}`;
    expect(words(await told(bench.people.ADJ, url))).toEqual(['histology Sarcoma']);
    await bench.decide(item?.readId ?? '', { kind: 'read', side: await bench.sideOf('R1') });
    expect(words(await told(bench.people.ADJ, url))).toEqual([
      ...['steroids 8', 'steroids 4', 'labs 250', 'histology Sarcoma'],
    ]);
    for (const person of [bench.people.R1, bench.people.manager]) {
      expect((await person.call('GET', `${url}/facts`)).statusCode).toBe(404);
    }
  });

  it('are those of the reader beside a global read, more once that is signed', async () => {
    const text = factText()
      .replace('counterfactual: true', 'counterfactual: false')
      .replace('    adjudication:', '    order: hybrid\n    adjudication:');
    bench = await factBench(server, text);
    await bench.bring(file);
    const { R1, R2 } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    const { reads } = (await R1.call('GET', '/api/reads')).json<{
      reads: { readId: string; task: string }[];
    }>();
    const url = `/api/global-reads/${reads.find(({ task }) => task === 'globalRead')?.readId}`;
    const status = ['stable', 'worse', 'improved'].map(value => `clinicalStatus ${value}`);
    expect(words(await told(R1, url))).toEqual([...status, 'histology Sarcoma']);
    const opened = await R1.call('GET', url);
    const { meanings, etag } = opened.json<{ meanings: string[]; etag: string }>();
    const signed = await R1.call('POST', `${url}/sign`, {
      ...{
        password: 'correct horse battery',
        meaning: meanings[0],
        requestId: 'request-global',
        etag,
      },
    });
    expect([signed.statusCode, signed.body]).toEqual([200, signed.body]);
    expect(words(await told(R1, url))).toEqual([
      ...['steroids 8', 'steroids 4', ...status, 'histology Sarcoma'],
    ]);
    expect((await R2.call('GET', `${url}/facts`)).statusCode).toBe(404);
  });

  it('are those of the readers who meet, more once they agree', async () => {
    await testAccount(server.deps, { userName: 'manager1', displayName: 'manager1' });
    const kept = `clinicalFacts:
  histology: { roles: [dataManager, reader], when: always }
  steroids: { roles: [dataManager, reader], when: afterImagingLocked }
roles: { dataManager: [manager1] }
`;
    const meeting = await consensusBench(server, consensusText(kept));
    const manager = await logIn(server, 'manager1');
    const brought = await manager.call('POST', '/api/admin/trials/T-1/facts/import', {
      ...{ fileName: 'facts.csv', source: 'EDC' },
      content: Buffer.from(
        file
          .split('\n')
          .filter(line => /^subject|histology|steroids/.test(line))
          .join('\n')
      ).toString('base64'),
    });
    expect([brought.statusCode, brought.body]).toEqual([200, brought.body]);
    await meeting.readAll('R1', [40, 20, 40]);
    await meeting.readAll('R2', [40, 20, 20]);
    await meeting.readAll('R3', [40, 20, 20]);
    const url = `/api/consensus/${await meeting.openId()}`;
    expect(words(await told(meeting.people.R2, url))).toEqual(['histology Sarcoma']);
    await meeting.propose({ kind: 'read', name: await meeting.nameOf('R1') });
    await meeting.vote('R2', 'agree');
    await meeting.vote('R3', 'agree');
    expect(words(await told(meeting.people.R2, url))).toEqual([
      ...['steroids 8', 'steroids 4', 'histology Sarcoma'],
    ]);
  });

  it('are what stands: corrected and withdrawn ones as they are now', async () => {
    await begin();
    await bench.record({ kind: 'histology', value: 'Lymphoma' });
    expect(words(await toldAt('Baseline'))).toEqual([
      ...['clinicalStatus stable', 'histology Lymphoma'],
    ]);
    const { facts } = await bench.list('?kind=histology');
    await bench.people.manager.call('POST', `${bench.root}/${facts[0]?.id}/withdraw`, {
      reason: 'Not confirmed',
    });
    expect(words(await toldAt('Baseline'))).toEqual(['clinicalStatus stable']);
  });

  const shiftOfR1 = async (): Promise<number> =>
    (
      await server.deps.db
        .selectFrom('course')
        .select('date_shift_days')
        .where('slot', '=', 'R1')
        .executeTakeFirstOrThrow()
    ).date_shift_days;

  it('have dates as the course has moved them, a month none, and no real ones', async () => {
    await begin();
    await bench.readAll('R1', [40, 20]);
    const facts = await toldAt('Week 8');
    const moved = new Date(Date.parse('2026-03-01') + (await shiftOfR1()) * 86_400_000);
    expect(facts.find(({ value }) => value === 'worse')).toEqual({
      ...{ kind: 'clinicalStatus', name: null, value: 'worse', unit: null },
      ...{ date: moved.toISOString().slice(0, 10), day: 55 },
    });
    expect(facts.find(({ value }) => value === '8')).toMatchObject({ date: '', day: null });
    expect(await shiftOfR1()).not.toBe(0);
    for (const real of ['2026-01', '2026-03-01']) {
      expect(facts.map(({ date }) => date)).not.toContain(real);
    }
  });

  it.each([
    ['shown', '2026-01-05', 0],
    ['offsets', '', 0],
    ['removed', '', null],
  ])('tell time as the charter does where dates are %s', async (dates, date, day) => {
    await begin(`blinding: { dates: ${dates} }\n`);
    const [status] = await toldAt('Baseline');
    expect(status).toMatchObject({ value: 'stable', date, day });
  });
});
