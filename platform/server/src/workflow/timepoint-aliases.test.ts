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
import { consensusBench } from '../testing/consensus-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('timepoints whose codes tell what made them necessary', () => {
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
  /** Two reads that differ; the last visit is an end of treatment, which comes before a visit with the code TP2. */
  const disagreed = async (mode: string) => {
    const bench = await twoReaderBench(server, twoReaderText(`mode: ${mode}`));
    const { db } = server.deps;
    await db
      .updateTable('timepoint')
      .set({ code: 'EOT', kind: 'end-of-treatment', label: 'TP2' })
      .where('code', '=', 'TP2')
      .execute();
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const [item] = await bench.cases();
    return { ...bench, id: item?.readId ?? '' };
  };

  it('have readers’ names for an adjudicator, in everything of the case', async () => {
    const { people, id } = await disagreed('selectRead');
    const { body } = await people.ADJ.call('GET', `/api/adjudications/${id}`);
    expect(body).not.toContain('EOT');
    const context = JSON.parse(body) as {
      timepoints: { id: string; label: string }[];
      studies: { timepointId: string; timepoint: string }[];
      sides: { a: { reads: { timepoint: string }[]; output: { timepoints: { id: string }[] } } };
      case: { comparison: { timepoints: string[] }; differences: { timepoint: string | null }[] };
    };
    const names = ['Baseline', 'Week 8', 'TP2'];
    expect(context.timepoints.map(timepoint => timepoint.id)).toEqual(names);
    expect(context.studies.every(study => names.includes(study.timepointId))).toBe(true);
    expect(context.sides.a.reads.map(({ timepoint }) => timepoint)).toEqual(names);
    expect(context.sides.a.output.timepoints.map(timepoint => timepoint.id)).toEqual(names);
    expect(context.case.comparison.timepoints).toEqual(names);
    expect(context.case.differences.map(({ timepoint }) => timepoint)).toContain('TP2');
  });

  it('are decided on under these names, and kept by their codes', async () => {
    const { people, id, decide, finals } = await disagreed('perTimepoint');
    const sides = { Baseline: 'a', 'Week 8': 'a', TP2: 'b' } as const;
    const missing = await decide(id, { kind: 'perTimepoint', sides: { Baseline: 'a', TP2: 'a' } });
    expect(missing.json()).toMatchObject({
      ...{ code: 'CL_OPEN_ITEMS', items: [{ timepoint: 'Week 8' }] },
    });
    const signed = await decide(
      id,
      { kind: 'perTimepoint', sides },
      { requestId: 'decision-again' }
    );
    expect([signed.statusCode, signed.body]).toEqual([200, signed.body]);
    const draft = await people.ADJ.call('GET', `/api/adjudications/${id}/draft`);
    expect(draft.json()).toMatchObject({ document: { choice: { sides } } });
    const stored = await server.deps.db
      .selectFrom('adjudication_draft')
      .select('document')
      .executeTakeFirstOrThrow();
    expect(stored.document.choice).toEqual({
      ...{ kind: 'perTimepoint', sides: { BL: 'a', TP1: 'a', EOT: 'b' } },
    });
    const [final] = await finals();
    expect(final?.outcome.timepoints.map(({ timepoint }) => timepoint)).toEqual([
      ...['BL', 'TP1', 'EOT'],
    ]);
    const conflict = await people.ADJ.call(
      ...(['PUT', `/api/adjudications/${id}/draft`] as const),
      { document: { ...draft.json<{ document: object }>().document } },
      { 'if-match': '"0-none"' }
    );
    expect(conflict.body).not.toContain('EOT');
  });

  it('have them for readers who meet, and in what is put forward', async () => {
    const bench = await consensusBench(server);
    await server.deps.db
      .updateTable('timepoint')
      .set({ code: 'EOT', kind: 'end-of-treatment', label: 'TP2' })
      .where('code', '=', 'TP2')
      .execute();
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    await bench.readAll('R3', [40, 20, 20]);
    const before = await bench.look('R1');
    expect(before.body).not.toContain('EOT');
    expect(before.json()).toMatchObject({
      timepoints: [{ id: 'Baseline' }, { id: 'Week 8' }, { id: 'TP2' }],
      case: { comparison: { differing: ['TP2'] } },
    });
    const names = { Baseline: 'A', 'Week 8': 'A', TP2: 'B' } as const;
    const put = await bench.propose({ kind: 'perTimepoint', names });
    expect([put.statusCode, put.body]).toEqual([200, put.body]);
    const after = await bench.look('R2');
    expect(after.body).not.toContain('EOT');
    expect(after.json()).toMatchObject({ proposals: [{ choice: { names } }] });
    const stored = await server.deps.db
      .selectFrom('consensus_proposal')
      .select('proposal')
      .executeTakeFirstOrThrow();
    expect(stored.proposal.choice).toEqual({
      ...{ kind: 'perTimepoint', names: { BL: 'A', TP1: 'A', EOT: 'B' } },
    });
  });
});
