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
import { accessMatrix } from '../http/access-matrix.js';
import type { LoggedIn } from '../testing/http-client.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

/** The charter's labels tell no day, as `removed` asks; the subject that is taken in has labels of its own. */
const charterWith = (blinding: string): string =>
  twoReaderText('counterfactual: true', `blinding: ${blinding}\n`)
    .replace('label: Week 8', 'label: TP 1')
    .replace('label: Week 16', 'label: TP 2');

describe('what readers and their adjudicator are told of time', () => {
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

  /** Every answer of a session to somebody who reads or adjudicates, about the cases of their list. */
  const everything = async (person: LoggedIn): Promise<string> => {
    const { reads } = (await person.call('GET', '/api/reads')).json<{
      reads: { readId: string }[];
    }>();
    const answers: string[] = [];
    for (const { method, url, access, roles } of accessMatrix) {
      if (method !== 'GET' || access !== 'session') continue;
      if (roles?.reader === undefined && roles?.adjudicator === undefined) continue;
      for (const { readId } of reads) {
        const path = url.replace(/:(read|adjudication|globalRead|consensus)Id/, readId);
        const { body } = await person.call('GET', path.replace(/:\w+/g, 'x').replace('/*', '/x'));
        answers.push(body);
      }
    }
    return answers.join('\n');
  };

  /** Both read to the end, and differ. */
  const read = async (blinding: string) => {
    const bench = await twoReaderBench(server, charterWith(blinding));
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const { R1, ADJ } = bench.people;
    const rows = await server.deps.db.selectFrom('timepoint').select('date').execute();
    const real = rows.flatMap(({ date }) => (date === null ? [] : [date]));
    expect(real).toHaveLength(3);
    const [adjudication] = await bench.cases();
    const reader = await everything(R1);
    const adjudicator = await everything(ADJ);
    const context = (
      await ADJ.call('GET', `/api/adjudications/${adjudication?.readId ?? ''}`)
    ).json<{ timepoints: { label: string; day: number | null; date: string }[] }>();
    const list = (await R1.call('GET', '/api/reads')).json<{ reads: { timepoint: string }[] }>();
    return { real, reader, adjudicator, context, labels: list.reads.map(one => one.timepoint) };
  };
  /** Calendar dates, besides the day a read is due: that and the instants of signatures are not about the images. */
  const datesIn = (answers: string): string[] =>
    answers.replaceAll(/"dueDate":"[\d-]+"/g, '').match(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g) ?? [];

  it('is days and no date under offsets, with the day in the label', async () => {
    const { real, reader, adjudicator, context, labels } = await read(
      '{ dates: offsets, labels: day }'
    );
    for (const answers of [reader, adjudicator]) {
      expect(datesIn(answers)).toEqual([]);
      for (const date of real) expect(answers).not.toContain(date.replaceAll('-', ''));
    }
    expect(reader).toContain('"day":56');
    expect(adjudicator).toContain('P112D');
    expect(context.timepoints.map(({ label, day, date }) => [label, day, date])).toEqual([
      ['Baseline, Day 0', 0, ''],
      ['Week 8, Day +56', 56, ''],
      ['Week 16, Day +112', 112, ''],
    ]);
    expect(new Set(labels)).toEqual(
      new Set(['Baseline, Day 0', 'Week 8, Day +56', 'Week 16, Day +112'])
    );
  });

  it('is the order of timepoints alone where dates are removed', async () => {
    const { real, reader, adjudicator, context } = await read('{ dates: removed }');
    for (const answers of [reader, adjudicator]) {
      expect(datesIn(answers)).toEqual([]);
      for (const date of real) expect(answers).not.toContain(date.replaceAll('-', ''));
      expect(answers).not.toMatch(/"day":-?\d/);
      expect(answers).not.toMatch(/"-?P\d+D"/);
    }
    expect(context.timepoints.map(({ label, day, date }) => [label, day, date])).toEqual([
      ['Baseline', null, ''],
      ['Week 8', null, ''],
      ['Week 16', null, ''],
    ]);
    // Which visit the progression is of is told all the same.
    expect(adjudicator).toContain('"timepoint":"TP2"');
  });

  it('is real dates where the charter shows them, and moved ones by default', async () => {
    const shown = await read('{ dates: shown }');
    expect(new Set(datesIn(shown.reader))).toEqual(new Set(shown.real));
    expect(new Set(datesIn(shown.adjudicator))).toEqual(new Set(shown.real));
  });
});
