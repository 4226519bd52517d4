import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { putInForce } from '../testing/test-server.js';
import { factBench, factText, subject, type PlanAnswer } from '../testing/fact-bench.js';
import { tablesWith } from '../testing/kept-words.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type Answer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const coded = (answer: Answer): unknown[] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code,
];

describe('one clinical fact by hand', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: Awaited<ReturnType<typeof factBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    bench = await factBench(server);
  });

  const weigh = (value: string, more: object = {}) =>
    bench.record({ kind: 'weight', date: '2026-01-05', value, unit: 'kg', ...more });
  const withdraw = (id: string, more: object = {}) =>
    bench.people.manager.call('POST', `${bench.root}/${id}/withdraw`, {
      reason: 'Of another subject',
      ...more,
    });
  const standing = async () =>
    (await bench.list()).facts.map(({ kind, date, value }) => [kind, date, value]);
  const idOf = async (at = 0): Promise<string> => (await bench.list()).facts[at]?.id ?? 'none';

  it('is entered, corrected and withdrawn, each a version with who, why and from when to when', async () => {
    expect((await weigh('70', { preview: true })).json()).toMatchObject({ done: false, added: 1 });
    expect(await bench.rows()).toEqual([]);
    expect((await weigh('70')).json()).toMatchObject({ done: true, added: 1 });
    expect((await weigh('71')).json()).toMatchObject({ changed: 1 });
    expect(coded(await weigh('71.0'))).toEqual([409, 'CL_FACT_UNCHANGED']);
    const id = await idOf();
    expect((await withdraw(id, { preview: true })).json()).toMatchObject({ withdrawn: 1 });
    expect((await withdraw(id)).json()).toMatchObject({ done: true, withdrawn: 1 });
    expect(await standing()).toEqual([]);
    expect((await withdraw(id)).statusCode).toBe(404);
    const [fact] = await bench.versions();
    expect(fact?.versions).toMatchObject([
      { version: 3, withdrawn: true, value: null, reason: 'Of another subject', current: true },
      { version: 2, withdrawn: false, value: '71', reason: 'Letter of the site', current: false },
      { version: 1, value: '70', source: 'by hand', file: null, by: 'manager1' },
    ]);
    expect(coded(await withdraw(fact?.versions[0] === undefined ? '' : await lastId()))).toEqual([
      409,
      'CL_FACT_WITHDRAWN',
    ]);
    expect((await weigh('72')).json()).toMatchObject({ changed: 1, changes: [{ act: 'again' }] });

    const entries = (await bench.entries()).filter(({ act }) => act.startsWith('fact.'));
    expect(entries.map(({ act }) => act)).toEqual([
      ...['fact.recorded', 'fact.recorded', 'fact.withdrawn', 'fact.recorded'],
    ]);
    const spans = (await bench.rows()).map(row => [row.from_sequence, row.to_sequence].map(Number));
    const at = entries.map(({ sequence }) => sequence);
    expect(spans).toEqual([
      [at[0], at[1]],
      [at[1], at[2]],
      [at[2], at[3]],
      [at[3], 0],
    ]);
    const record = JSON.stringify(entries);
    for (const word of ['Letter', 'weight', '70', subject])
      expect(record).not.toContain(`"${word}`);
  });

  const lastId = async (): Promise<string> => (await bench.rows()).at(-1)?.id ?? 'none';

  it('that is corrected to another day is withdrawn there and stands anew, in one act', async () => {
    await weigh('70');
    const moved = await weigh('70', { date: '2026-01-06', replaces: await idOf() });
    expect(moved.json<PlanAnswer>()).toMatchObject({
      ...{ withdrawn: 1, added: 1 },
      changes: [
        { act: 'withdrawn', before: { date: '2026-01-05' }, after: null },
        { act: 'added', before: null, after: { date: '2026-01-06' } },
      ],
    });
    expect(await standing()).toEqual([['weight', '2026-01-06', '70']]);
    const [old, gone, now] = await bench.rows();
    expect(old?.to_sequence).toBe(gone?.from_sequence);
    expect(now?.from_sequence).toBe(gone?.from_sequence);
  });

  it('is checked as a line of a file is, and needs a reason', async () => {
    const wrong = await weigh('heavy', { unit: '' });
    expect(wrong.json()).toMatchObject({
      code: 'CL_FACTS_REFUSED',
      findings: [
        { line: 0, column: 'value', code: 'valueNumber' },
        { line: 0, column: 'unit', code: 'unitMissing' },
      ],
    });
    expect((await weigh('70', { reason: ' ' })).statusCode).toBe(400);
    const named = { kind: 'histology', value: 'as Dr. Zyxwvutius says' };
    expect((await bench.record(named)).json()).toMatchObject({
      findings: [{ column: 'value', code: 'identifies' }],
    });
    expect((await bench.record({ kind: 'treatmentArm', value: 'A' })).json()).toMatchObject({
      findings: [{ column: 'kind', code: 'kindArm' }],
    });
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    expect(await bench.rows()).toEqual([]);
  });

  it('is seen and brought in by whom the charter shows its kind, and by nobody else', async () => {
    const { manager, support, auditor, R1, ADJ } = bench.people;
    await weigh('70');
    await bench.record({ kind: 'histology', value: 'Sarcoma' });
    await bench.record({ kind: 'randomisation', date: '2026-01-07' });
    await bench.record({ kind: 'priorSurgery', date: '2020', value: 'Left lobe' }, support);
    const kinds = async (by: typeof manager) => {
      const { facts, keeps, total } = await bench.list('', by);
      return [facts.map(({ kind }) => kind), keeps, total];
    };
    expect(await kinds(manager)).toEqual([['histology', 'randomisation', 'weight'], true, 3]);
    expect(await kinds(support)).toEqual([['priorSurgery', 'randomisation'], true, 2]);
    expect(await kinds(auditor)).toEqual([['weight'], false, 1]);
    expect((await bench.versions(auditor)).map(({ kind }) => kind)).toEqual(['weight']);
    for (const path of ['', '/imports', `/subjects/${subject}`]) {
      for (const by of [R1, ADJ]) {
        expect((await by.call('GET', `${bench.root}${path}`)).statusCode).toBe(404);
      }
    }
    expect((await bench.record({ kind: 'weight', date: '2026' }, auditor)).statusCode).toBe(404);
    expect(
      (await bench.record({ kind: 'priorSurgery', date: '2021' }, manager)).json()
    ).toMatchObject({ findings: [{ code: 'kindNotYours' }] });
    const { id: surgery } = (await bench.rows()).find(({ kind }) => kind === 'priorSurgery') ?? {};
    expect((await withdraw(surgery ?? '')).statusCode).toBe(404);
  });

  it('is found by subject and kind, page by page', async () => {
    for (const day of ['05', '06', '07']) await weigh('70', { date: `2026-01-${day}` });
    await bench.record({ kind: 'histology', value: 'Sarcoma' });
    const pages: string[][] = [];
    let after = '';
    for (;;) {
      const { facts, total } = await bench.list(`?limit=2${after}`);
      expect(total).toBe(4);
      if (facts.length === 0) break;
      pages.push(facts.map(({ kind, date }) => `${kind} ${date}`));
      after = `&after=${facts.at(-1)?.id}`;
    }
    expect(pages).toEqual([
      ['histology null', 'weight 2026-01-05'],
      ['weight 2026-01-06', 'weight 2026-01-07'],
    ]);
    expect((await bench.list('?kind=weight')).total).toBe(3);
    expect((await bench.list('?subject=real-sub')).total).toBe(4);
    expect((await bench.list('?subject=%25')).total).toBe(0);
  });

  it('of a kind that an amendment stops keeping stays, is shown to nobody and taken no more', async () => {
    await weigh('70');
    await bench.record({ kind: 'histology', value: 'Sarcoma' });
    const without = factText(
      '',
      'clinicalFacts:\n  weight: { roles: [dataManager], when: neverToReaders }\n'
    );
    await putInForce(server, without, { reason: 'Histology is not needed', scope: 'newSubjects' });
    const { facts, notKept, kinds } = await bench.list();
    expect(facts.map(({ kind }) => kind)).toEqual(['weight']);
    expect(kinds.map(({ kind }) => kind)).not.toContain('histology');
    expect(notKept).toEqual([{ kind: 'histology', facts: 1 }]);
    expect((await bench.versions()).map(({ kind }) => kind)).toEqual(['weight']);
    const again = await bench.record({ kind: 'histology', value: 'Carcinoma' });
    expect(again.json()).toMatchObject({ findings: [{ code: 'kindNotKept' }] });
    const [read] = (await bench.people.R1.call('GET', '/api/reads')).json<{
      reads: { readId: string }[];
    }>().reads;
    const told = await bench.people.R1.call('GET', `/api/reads/${read?.readId}/facts`);
    expect(told.json()).toEqual({ facts: [] });
    expect(await bench.rows()).toHaveLength(2);
  });
});

describe('an export of clinical facts', () => {
  it('has every version as of an entry, the same whenever it is made, and no file without any', async () => {
    const opened = await testDatabase();
    const server = await testServer(opened);
    const bench = await factBench(server);
    const factsIn = (files: { name: string; content: string }[]): string | undefined =>
      files.find(({ name }) => name === 'clinical-facts.csv')?.content;
    expect(factsIn((await bench.exported()).files)).toBeUndefined();
    const weigh = (value: string) =>
      bench.record({ kind: 'weight', date: '2026-01', value, unit: 'kg' });
    await weigh('70');
    const first = await bench.exported();
    await weigh('71');
    await bench.people.manager.call(
      'POST',
      `${bench.root}/${(await bench.list()).facts[0]?.id}/withdraw`,
      { reason: 'Of another subject' }
    );
    const last = await bench.exported();
    const lines = factsIn(last.files)?.trimEnd().split('\n') ?? [];
    const [one, two, three] = (await bench.rows()).map(({ from_sequence }) =>
      Number(from_sequence)
    );
    const at = server.deps.now().toISOString();
    expect(lines).toEqual([
      'SUBJID,KIND,DATE,VALUE,UNIT,NAME,VERSION,WITHDRAWN,FROMENTRY,TOENTRY,SOURCE,RECORDEDAT',
      `${subject},weight,2026-01,70,kg,,1,,${one},${two},by hand,${at}`,
      `${subject},weight,2026-01,71,kg,,2,,${two},${three},by hand,${at}`,
      `${subject},weight,,,,,3,Y,${three},,by hand,${at}`,
    ]);
    expect(factsIn(first.files)?.trimEnd().split('\n').at(-1)).toBe(
      `${subject},weight,2026-01,70,kg,,1,,${one},,by hand,${at}`
    );
    expect(await bench.exported(`?asOf=${first.asOf}`)).toEqual(first);
    expect(await bench.exported(`?asOf=${last.asOf}`)).toEqual(last);
    await server.close();
    await opened.close();
  });
});
