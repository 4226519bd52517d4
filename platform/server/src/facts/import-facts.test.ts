import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { verifyChain, readChain } from '../audit/chain.js';
import { hashBytes } from '../audit/canonical-json.js';
import { factBench, subject } from '../testing/fact-bench.js';
import { tablesWith } from '../testing/kept-words.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const header = 'subject,kind,date,value,unit,name';
const file = (...lines: string[]): string => [header, ...lines, ''].join('\n');
const weight = (date: string, value: string): string => `${subject},weight,${date},${value},kg,`;

describe('a file of clinical facts', () => {
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

  const findingsOf = async (text: string | Uint8Array): Promise<string[]> =>
    (await bench.preview(text)).findings.map(
      ({ line, column, code }) => `${line} ${column ?? '-'} ${code}`
    );

  it('that has anything wrong is told line, column and reason, and nothing of it is kept', async () => {
    const s = subject;
    const lines: [line: string, findings: string[]][] = [
      [`,weight,2026-01-05,70,kg,`, ['subject subjectMissing']],
      [`NOBODY,weight,2026-01-05,70,kg,`, ['subject subjectUnknown']],
      [`${s},,2026-01-05,70,kg,`, ['kind kindMissing']],
      [`${s},mood,2026-01-05,70,kg,`, ['kind kindUnknown']],
      [`${s},height,,170,cm,`, ['kind kindNotKept']],
      [`${s},priorSurgery,2020,,,`, ['kind kindNotYours']],
      [`${s},treatmentArm,,A,,`, ['kind kindArm']],
      [`${s},ARMCD,,A,,`, ['kind kindArm']],
      [`${s},weight,,70,kg,`, ['date dateMissing']],
      [`${s},weight,5.1.2026,70,kg,`, ['date dateForm']],
      [`${s},weight,2026-01-05T10:00:00Z,70,kg,`, ['date dateForm']],
      [`${s},weight,2026-02-30,70,kg,`, ['date dateNoDay']],
      [`${s},weight,1850,70,kg,`, ['date dateEarly']],
      [`${s},weight,2026-06-02,70,kg,`, ['date dateFuture']],
      [`${s},weight,2026-01-06,,kg,`, ['value valueMissing']],
      [`${s},weight,2026-01-07,"70,5",kg,`, ['value valueNumber']],
      [`${s},weight,2026-01-08,9000,kg,`, ['value valueRange']],
      [`${s},weight,2026-01-09,70,,`, ['unit unitMissing']],
      [`${s},weight,2026-01-10,70,lb,`, ['unit unitOther']],
      [`${s},weight,2026-01-11,70,kg,left`, ['name nameNotTaken']],
      [`${s},clinicalStatus,2026-01-05,BETTER,,`, ['value valueChoice']],
      [`${s},clinicalStatus,2026-01-06,worse,kg,`, ['unit unitNotTaken']],
      [`${s},death,2026-05-01,fall,,`, ['value valueNotTaken']],
      [`${s},labs,2026-01-05,12,U/l,`, ['name nameMissing']],
      [`${s},labs,2026-01-05,12,,LDH`, ['unit unitMissing']],
      [`${s},labs,2026-01-05,high,U/l,LDH`, ['value valueNumber']],
      [`${s},labs,2026-01-05,1,1,arm`, ['name nameArm']],
      [`${s},histology,,as Dr. Zyxwvutius says,,`, ['value identifies']],
      [`${s},histology,,seen ${s},,`, ['value identifies']],
      [`${s},histology,,${'x'.repeat(501)},,`, ['value valueLong']],
      [`${s},randomisation,2026-01-07,,`, ['- fieldCount']],
      ['NOBODY,mood,,,,', ['subject subjectUnknown', 'kind kindUnknown']],
    ];
    const text = file(...lines.map(([line]) => line));
    const expected = lines.flatMap(([, findings], at) =>
      findings.map(finding => `${at + 2} ${finding}`)
    );
    expect(await findingsOf(text)).toEqual(expected);
    const refused = await bench.importing(text);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'CL_FACTS_REFUSED',
      message: expect.stringContaining('Line 2: the line names no subject'),
      findingCount: expected.length,
    });
    expect(await bench.rows()).toEqual([]);
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    const told = (await bench.entries()).filter(({ act }) => act === 'text.refused');
    expect(told.map(({ details }) => details['fields'])).toEqual([
      [
        { path: '/29/value', kinds: ['person'] },
        { path: '/30/value', kinds: ['known'] },
      ],
    ]);
  });

  it.each([
    ['is not UTF-8', Uint8Array.from([0x73, 0xff, 0xfe]), ['1 - encoding']],
    ['is empty', '', ['1 - headerMissing']],
    ['has semicolons', 'subject;kind;date;value\n', ['1 - semicolons']],
    ['lacks columns', 'subject,kind\n', ['1 date columnMissing', '1 value columnMissing']],
    ['has a column twice', 'subject,kind,date,date,value\n', ['1 date columnTwice']],
    ['has another column', 'subject,kind,date,value,site\n', ['1 site columnUnknown']],
    ['has the arm as a column', `${header},ARMCD\n`, ['1 ARMCD columnArm']],
    ['is no CSV', `${header}\n"a`, ['2 - csv']],
  ] as [string, string | Uint8Array, string[]][])(
    'that %s says so',
    async (_why, text, findings) => {
      expect(await findingsOf(text)).toEqual(findings);
    }
  );

  it('that says two things of one fact is refused, and that says one thing twice is not', async () => {
    const twice = file(weight('2026-01-05', '70'), weight('2026-01-05', '71'));
    expect(await findingsOf(twice)).toEqual(['3 - twice']);
    const same = file(weight('2026-01-05', '70'), weight('2026-01-05', '70.0'));
    expect(await bench.preview(same)).toMatchObject({ added: 1, same: 0, findings: [] });
    const otherNames = file(
      `${subject},labs,2026-01-05,<5,U/l,LDH`,
      `${subject},labs,2026-01-05,7.1,g/l,Albumin`
    );
    expect(await bench.preview(otherNames)).toMatchObject({ added: 2, findings: [] });
  });

  it('does what its preview said: new, changed and same facts, the rest untouched', async () => {
    const first = file(
      weight('2026-01-05', '70'),
      weight('2026-03', '68.50'),
      `${subject},randomisation,2026-01-07,,,`,
      `${subject},histology,,"Adenocarcinoma, grade 2",,`
    );
    const seen = await bench.preview(first);
    expect(seen).toMatchObject({ done: false, import: null, added: 4, changed: 0, same: 0 });
    expect(await bench.rows()).toEqual([]);
    const { import: id, ...done } = await bench.bring(first);
    expect({ ...done, done: false, import: null }).toEqual(seen);
    const [batch] = await server.deps.db.selectFrom('clinical_fact_import').selectAll().execute();
    expect(batch).toMatchObject({
      ...{ id, source: 'EDC', file_name: 'facts.csv', added: 4, changed: 0, same: 0 },
      sha256: hashBytes(Buffer.from(first)),
    });
    const again = await bench.bring(first);
    expect(again).toMatchObject({ added: 0, changed: 0, same: 4, changes: [] });
    expect(await bench.rows()).toHaveLength(4);

    const second = await bench.bring(
      file(weight('2026-03', '69'), `${subject},randomisation,2026-01-08,,,`)
    );
    expect(second).toMatchObject({ added: 0, changed: 2, same: 0 });
    expect(second.changes).toMatchObject([
      { act: 'changed', kind: 'weight', before: { value: '68.5' }, after: { value: '69' } },
      { kind: 'randomisation', before: { date: '2026-01-07' }, after: { date: '2026-01-08' } },
    ]);
    expect((await bench.list()).facts.map(({ kind, date, value }) => [kind, date, value])).toEqual([
      ['histology', null, 'Adenocarcinoma, grade 2'],
      ['randomisation', '2026-01-08', null],
      ['weight', '2026-01-05', '70'],
      ['weight', '2026-03', '69'],
    ]);
    const history = (await bench.versions()).find(({ kind }) => kind === 'randomisation');
    expect(history?.versions).toMatchObject([
      { version: 2, current: true, source: 'EDC', file: 'facts.csv', by: 'manager1' },
      { version: 1, current: false, reason: null },
    ]);
  });

  it('is done as it was looked at, or not at all', async () => {
    const text = file(weight('2026-01-05', '70'));
    const { tag } = await bench.preview(text);
    await bench.bring(file(weight('2026-01-05', '71')));
    const late = await bench.importing(text, { tag });
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([
      409,
      'CL_FACTS_CHANGED',
    ]);
    const { tag: now } = await bench.preview(text);
    expect((await bench.importing(text, { tag: now })).json()).toMatchObject({ changed: 1 });
  });

  it('is on record without its values, once for the file, and the chain stays whole', async () => {
    const value = 'Zyxwvoma of the liver';
    const { import: id } = await bench.bring(file(`${subject},histology,,${value},,`));
    const [entry] = (await bench.entries()).filter(({ act }) => act === 'facts.imported');
    expect(entry?.details).toMatchObject({ import: id, added: 1, changed: 0, same: 0 });
    expect(await tablesWith(server, 'Zyxwvoma')).toEqual(['clinical_fact']);
    const [row] = await bench.rows();
    expect(Number(row?.from_sequence)).toBe(entry?.sequence);
    const { id: trial } = await server.deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    expect(verifyChain(await readChain(server.deps.db, trial))).toMatchObject({ ok: true });
  });

  it('lists the signed reads of the days of its facts or later, and leaves them as they are', async () => {
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 40]);
    const before = await server.deps.db
      .selectFrom('read')
      .select(['id', 'state', 'from_sequence', 'to_sequence'])
      .orderBy('id')
      .execute();
    const text = file(weight('2026-03-02', '70'));
    const of = (plan: { reads: readonly { timepoint: string; slot: string }[] }): string[] =>
      plan.reads.map(({ timepoint, slot }) => `${timepoint} ${slot}`);
    const late = ['TP1 R1', 'TP1 R2', 'TP2 R1', 'TP2 R2'];
    const seen = await bench.preview(text);
    expect(of(seen)).toEqual(late);
    expect(seen.finals).toEqual([{ subject, scope: 'subject', criterion: 'recist-1.1' }]);
    await bench.bring(text);
    const [weighed] = await bench.versions();
    expect(weighed?.versions[0]?.touched.map(one => `${one.timepoint} ${one.slot}`)).toEqual(late);
    // A change is about the earlier of both days; what has no day is about all; a month begins with its first day.
    await bench.bring(file(`${subject},death,2026-05-20,,,`));
    expect(of(await bench.preview(file(`${subject},death,2026-04,,,`)))).toEqual([
      ...['TP2 R1', 'TP2 R2'],
    ]);
    expect(of(await bench.preview(file(`${subject},histology,,Sarcoma,,`)))).toHaveLength(6);
    expect(of(await bench.preview(file(weight('2026-05-01', '70'))))).toEqual([]);
    expect(
      await server.deps.db
        .selectFrom('read')
        .select(['id', 'state', 'from_sequence', 'to_sequence'])
        .orderBy('id')
        .execute()
    ).toEqual(before);
  });
});
