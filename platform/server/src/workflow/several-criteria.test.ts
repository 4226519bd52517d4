import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadCharter } from '@corelab/charter';
import { assess, criteria, type AssessmentOutput } from '@corelab/criteria';
import { toAssessmentInput } from '@corelab/reads';
import { unlockBench } from '../testing/signed-course.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { readOf } from '../testing/two-slots.js';
import { signedReadsOf } from './signed-reads.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const charter = twoReaderText().replace(
  'criterion: { id: recist-1.1 }',
  'criteria: [{ id: recist-1.1 }, { id: irecist, parameters: { windowToleranceDays: 3 } }]'
);
const ids = ['recist-1.1', 'irecist'] as const;

/** Lines of a file without quotes, by the names of its header. */
const rowsOf = (content: string): Record<string, string>[] => {
  const [header = '', ...lines] = content.trimEnd().split('\n');
  return lines.map(line => {
    const values = line.split(',');
    return Object.fromEntries(header.split(',').map((name, index) => [name, values[index] ?? '']));
  });
};

describe('a trial with RECIST 1.1 and iRECIST on the same marks', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: Awaited<ReturnType<typeof twoReaderBench>>;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    bench = await twoReaderBench(server, charter);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  /** What the engine makes of a slot's signed documents by itself, on true dates. */
  const byItself = async (slot: 'R1' | 'R2', criterion: string): Promise<AssessmentOutput> => {
    const courses = await opened.db
      .selectFrom('course')
      .select('id')
      .where('slot', '=', slot)
      .execute();
    const reads = await signedReadsOf(
      opened.db,
      courses.map(({ id }) => id)
    );
    const loaded = loadCharter(charter);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    const chosen = loaded.charter.criteria.find(({ id }) => id === criterion);
    return assess(
      toAssessmentInput({
        ...{ criterion, parameters: chosen?.parameters ?? {} },
        timepoints: reads.map(({ code: id, kind, date, document }) => ({
          ...{ id, kind, date: date ?? '', document },
        })),
      }),
      { trace: false }
    );
  };
  const responses = ({ timepoints }: AssessmentOutput): (string | null | undefined)[] =>
    timepoints.slice(1).map(({ overall }) => overall);
  const decideForR1 = async (): Promise<void> => {
    const item = (await bench.cases()).find(({ state }) => state !== 'signed');
    const choice = { kind: 'read', side: await bench.sideOf('R1') } as const;
    const answer = await bench.decide(item?.readId ?? '', choice);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  const standing = async () =>
    (await bench.finals()).filter(({ superseded_at: ended }) => ended === null);
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
    return { asOf, body, rs: rowsOf(files.find(({ name }) => name === 'rs.csv')?.content ?? '') };
  };
  /** Responses and best response of a reader under one criterion, as the export has them. */
  const exportedOf = (
    rs: readonly Record<string, string>[],
    evaluator: string,
    criterion: string
  ): string[] =>
    rs
      .filter(row => row['RSEVALID'] === evaluator && row['RSCAT'] === criteria[criterion]?.name)
      .filter(row => ['OVRLRESP', 'BESTRESP'].includes(row['RSTESTCD'] ?? ''))
      .map(row => `${row['VISIT']} ${row['RSORRES']} ${row['RSACPTFL']}`.trim());
  const expectedOf = (output: AssessmentOutput, flag: string): string[] => [
    ...output.timepoints.slice(1).map(({ id, overall }) => `${id} ${overall} ${flag}`.trim()),
    `${output.bestOverallResponse.unconfirmed.value} ${flag}`.trim(),
  ];

  it('shows the reader both, and signs both with the read', async () => {
    await bench.readAll('R1', [40]);
    const id = await readOf(server, 'R1', 'BL');
    const { body } = await bench.people.R1.call('GET', `/api/reads/${id}`);
    expect(JSON.parse(body)).toMatchObject({
      charter: {
        criterion: 'recist-1.1',
        others: [{ criterion: 'irecist', parameters: { windowToleranceDays: 3 } }],
      },
      derived: { criterion: 'recist-1.1' },
    });
    const rows = await opened.db
      .selectFrom('derived_result')
      .select(['criterion', 'parameter_hash'])
      .orderBy('criterion')
      .execute();
    expect(rows.map(({ criterion }) => criterion)).toEqual(['irecist', 'recist-1.1']);
    const signed = await opened.db
      .selectFrom('audit_entry')
      .select('entry')
      .orderBy('sequence', 'desc')
      .execute();
    const bound = signed
      .map(({ entry }) => entry as { details?: Record<string, unknown> })
      .find(({ details }) => details?.['documentHash'] !== undefined);
    expect(bound?.details).toMatchObject({
      criterion: 'recist-1.1',
      others: [
        {
          criterion: 'irecist',
          parameterHash: rows[0]?.parameter_hash,
          derivedHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it('makes a final of each from the one read that is chosen, as each rates it by itself', async () => {
    // Progression that the next visit takes back, against disease that never progressed.
    await bench.readAll('R1', [50, 20]);
    await bench.readAll('R2', [40, 44, 20]);
    // Of a criterion that the trial once had.
    const { track_id, subject_id } = await opened.db
      .selectFrom('course')
      .select(['track_id', 'subject_id'])
      .executeTakeFirstOrThrow();
    const { id: version } = await opened.db
      .selectFrom('charter_version')
      .select('id')
      .executeTakeFirstOrThrow();
    await opened.db
      .insertInto('final')
      .values({
        ...{
          id: server.deps.newId(),
          track_id,
          subject_id,
          scope: 'subject',
          criterion: 'imrecist',
        },
        ...{ version: 1, charter_version_id: version, outcome: '{"timepoints":[]}' },
        ...{ engine_version: 'x', made_at: server.deps.now(), from_sequence: 1 },
      })
      .execute();
    await decideForR1();

    const finals = await standing();
    expect(finals.map(({ criterion, version: number }) => [criterion, number]).sort()).toEqual([
      ['irecist', 1],
      ['recist-1.1', 1],
    ]);
    for (const criterion of ids) {
      const alone = await byItself('R1', criterion);
      const final = finals.find(one => one.criterion === criterion);
      expect(final?.outcome.output).toEqual(JSON.parse(JSON.stringify(alone)));
      expect(final?.outcome.timepoints.map(({ slot, why }) => `${slot} ${why}`)).toEqual(
        Array<string>(3).fill('reader1 chosen')
      );
    }
    expect(responses(await byItself('R1', 'recist-1.1'))).toEqual(['PD', 'PR']);
    expect(responses(await byItself('R1', 'irecist'))).toEqual(['IUPD', 'IPR']);
  });

  it('exports the rows of each by its name, those of the read that stands accepted', async () => {
    const { rs } = await exported();
    expect([...new Set(rs.map(row => row['RSCAT']))]).toEqual(['RECIST 1.1', 'iRECIST']);
    for (const criterion of ids) {
      for (const [slot, evaluator, flag] of [
        ['R1', 'READER 1', 'Y'],
        ['R2', 'READER 2', ''],
      ] as const) {
        const alone = await byItself(slot, criterion);
        expect(exportedOf(rs, evaluator, criterion)).toEqual(expectedOf(alone, flag));
      }
    }
    expect(exportedOf(rs, 'READER 1', 'recist-1.1').at(-1)).toBe('PD Y');
    expect(exportedOf(rs, 'READER 1', 'irecist').at(-1)).toBe('IPR Y');
  });

  it('ends both with a read that is opened again, and has both of what is signed then', async () => {
    const before = await exported();
    const unlocks = unlockBench(server);
    const asked = await unlocks.ask(await readOf(server, 'R1', 'TP2'));
    const { body: wishes } = await unlocks.call(server.adminToken, 'GET', 'unlocks');
    const [wish] = wishes['unlocks'] as { dependents: { kind: string; what: string }[] }[];
    const ended = wish?.dependents.filter(({ kind }) => kind === 'final').map(({ what }) => what);
    expect(ended).toEqual(['irecist, version 1', 'recist-1.1, version 1']);
    expect((await unlocks.decide(asked.body['id'], 'approve')).status).toBe(200);
    expect(await standing()).toEqual([]);
    await bench.signNext(bench.people.R1, 60);
    await decideForR1();

    const finals = await standing();
    expect(finals.map(({ criterion, version }) => [criterion, version]).sort()).toEqual([
      ['irecist', 2],
      ['recist-1.1', 2],
    ]);
    const immune = finals.find(({ criterion }) => criterion === 'irecist')?.outcome.output;
    expect(immune?.timepoints[1]).toMatchObject({
      overall: 'IUPD',
      revised: { value: 'ICPD', byTimepoint: 'TP2' },
    });
    const { rs } = await exported();
    for (const criterion of ids) {
      const alone = await byItself('R1', criterion);
      expect(exportedOf(rs, 'READER 1', criterion)).toEqual(expectedOf(alone, 'Y'));
    }
    expect(responses(await byItself('R1', 'irecist'))).toEqual(['IUPD', 'ICPD']);
    expect((await exported(`?asOf=${before.asOf}`)).body).toBe(before.body);
  });
});
