import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AssessmentOutput } from '@corelab/criteria';
import type { ReadDocument } from '@corelab/reads';
import { sql } from 'kysely';
import { headsOf } from '../audit/heads.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { password, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { engine } from '../workflow/engine.js';
import { deriveAgain } from './derive-again.js';
import { enginesIn, keepEngine, type KeptEngines } from './kept-engines.js';
import { verifyDatabase } from './verify-database.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

/** The sources are the engine that signed here. */
const engines: KeptEngines = {
  named: () => Promise.resolve({ evaluate: engine.evaluate, why: null }),
};

describe('verification of a database', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    const text = twoReaderText('counterfactual: false', '    order: hybrid\n').replace(
      'criterion: { id: recist-1.1 }',
      'criteria: [{ id: recist-1.1 }, { id: irecist }]'
    );
    const bench = await twoReaderBench(server, text);
    for (const [slot, diameters] of [
      ['R1', [40, 20, 40]],
      ['R2', [40, 20, 20]],
    ] as const) {
      await bench.readAll(slot, diameters);
      const person = bench.people[slot];
      const reads = (await person.call('GET', '/api/reads')).json<{
        reads: { readId: string; task: string }[];
      }>().reads;
      const url = `/api/global-reads/${reads.find(({ task }) => task === 'globalRead')?.readId}`;
      const { etag, meanings } = (await person.call('GET', url)).json<{
        etag: string;
        meanings: string[];
      }>();
      await person.call('POST', `${url}/sign`, {
        ...{ password, meaning: meanings[0], requestId: `global-${slot}`, etag },
      });
      await server.releases.idle();
    }
    const [adjudication] = await bench.cases();
    const decided = await bench.decide(adjudication?.readId ?? 'none', {
      ...{ kind: 'read', side: await bench.sideOf('R2') },
    });
    if (decided.statusCode !== 200) throw new Error(decided.body);
    await server.deps.heads.keep();
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const verified = async (more: Partial<Parameters<typeof verifyDatabase>[0]> = {}) =>
    verifyDatabase({ db: opened.db, against: {}, engines, ...more });

  /** What is found after a change that is taken back. */
  const after = async (change: string, more: Parameters<typeof verified>[0] = {}) => {
    const found: Awaited<ReturnType<typeof verifyDatabase>>[] = [];
    const undone = new Error('undone');
    await opened.db
      .transaction()
      .execute(async trx => {
        // The record's triggers keep everybody from this but who owns the tables.
        await sql`alter table audit_entry disable trigger user`.execute(trx);
        const changed = await sql.raw(change).execute(trx);
        if (changed.numAffectedRows === 0n) throw new Error(`nothing changed: ${change}`);
        found.push(await verified({ ...more, db: trx }));
        throw undone;
      })
      .catch((reason: unknown) => {
        if (reason !== undone) throw reason;
      });
    const [one] = found;
    if (one === undefined) throw new Error('nothing was found');
    return one;
  };
  const codes = (found: Awaited<ReturnType<typeof verifyDatabase>>) =>
    found.signatures.problems.map(({ code, kind }) => `${code} ${kind}`);

  it('bears out chains, signatures and results, each derived again', async () => {
    const found = await verified();
    expect(found.signatures.problems).toEqual([]);
    expect(found).toMatchObject({ ok: true, chainsGone: [], upgradeImpact: { results: [] } });
    expect(found.chains.map(({ trial }) => trial)).toEqual(['system', 'T-1']);
    // Two readers, three timepoints and a global read each, by two criteria.
    expect(found.results).toEqual({ derivedAgain: 16, notDerivable: [] });
    // Beside them the decision, and who approved the charter.
    expect(found.signatures.checked).toBeGreaterThanOrEqual(9);
  });

  it.each([
    [
      `update derived_result set result = jsonb_set(result, '{timepoints,0,burden,value}', '1')
       where id = (select id from derived_result where criterion = 'recist-1.1' limit 1)`,
      ['CL_RESULT_ALTERED read', 'CL_RESULT_DIFFERS read'],
    ],
    [
      `delete from derived_result where id = (select id from derived_result where criterion = 'irecist' limit 1)`,
      ['CL_RESULT_ALTERED read'],
    ],
    [
      `update signature set document = jsonb_set(document, '{lesions,0,comment}', '"Another"')
       where read_id = (select read_id from signature order by signed_at desc limit 1)`,
      ['CL_SIGNATURE_ALTERED read'],
    ],
    [
      `update signature set meaning = 'Another' where read_id = (select read_id from signature limit 1)`,
      ['CL_SIGNATURE_ALTERED read'],
    ],
    [
      `update signature set content_hash = repeat('0', 64) where read_id = (select read_id from signature limit 1)`,
      ['CL_SIGNATURE_UNRECORDED read', 'CL_SIGNATURE_MISSING read'],
    ],
    [
      `update global_read_signature set result = jsonb_set(result, '{bestOverallResponse,unconfirmed,value}', '"CR"')
       where id = (select id from global_read_signature limit 1)`,
      ['CL_RESULT_ALTERED globalRead', 'CL_RESULT_DIFFERS globalRead'],
    ],
    [
      `update adjudication_signature set decision = '{"slot":"R1"}'`,
      ['CL_SIGNATURE_ALTERED adjudication'],
    ],
    [`delete from adjudication_signature`, ['CL_SIGNATURE_MISSING adjudication']],
  ])('names what was changed beside the program: %s', async (change, expected) => {
    const found = await after(change);
    expect(found.ok).toBe(false);
    expect(codes(found)).toEqual(expected);
  });

  it('names a charter and images that are others than were signed under', async () => {
    const charter = await after(
      `update charter_version set resolved = jsonb_set(resolved, '{trial,name}', '"Another"')`
    );
    expect(new Set(codes(charter))).toEqual(
      new Set([
        'CL_SIGNATURE_ALTERED read',
        'CL_SIGNATURE_ALTERED globalRead',
        'CL_SIGNATURE_ALTERED adjudication',
      ])
    );
    expect(charter.signatures.problems[0]?.message).toContain('charterHash');
  });

  it('holds each chain against heads, and tells of one that is gone', async () => {
    const chains = (await verified()).chains.map(({ verdict }) => verdict);
    const trial = chains[1]?.ok ? (chains[1].chain ?? '') : '';
    const heads = [...(await headsOf(opened.db, 'system')), ...(await headsOf(opened.db, trial))];
    const whole = await verified({ against: { heads } });
    expect(whole.chains.map(({ verdict }) => verdict)).toMatchObject(
      heads.map(({ sequence }) => ({ ok: true, provenTo: sequence }))
    );
    const cut = await after(
      `delete from audit_entry where chain = '${trial}' and sequence =
       (select max(sequence) from audit_entry where chain = '${trial}')`,
      { against: { heads } }
    );
    expect(cut.chains[1]?.verdict).toMatchObject({ heads: [{ code: 'CL_AUDIT_TRUNCATED' }] });
    const gone = await after(`delete from audit_entry where chain = '${trial}'`, {
      against: { heads },
    });
    expect(gone).toMatchObject({ ok: false, chainsGone: [trial] });
  });

  const other = (result: AssessmentOutput): AssessmentOutput => ({
    ...result,
    timepoints: result.timepoints.map(one =>
      one.overall === 'PD' ? { ...one, overall: 'SD' } : one
    ),
  });
  /** Rules that make stable disease of what today's call a progression. */
  const before: KeptEngines = {
    named: () =>
      Promise.resolve({
        evaluate: input => {
          const made = engine.evaluate(input);
          return 'result' in made ? { result: other(made.result) } : made;
        },
        why: null,
      }),
  };

  it('names a result that its engine does not make again', async () => {
    const changed = await verified({ engines: before });
    expect(new Set(codes(changed))).toEqual(
      new Set(['CL_RESULT_DIFFERS read', 'CL_RESULT_DIFFERS globalRead'])
    );
    expect(changed.signatures.problems[0]?.message).toContain(
      'makes SD of TP2 where PD was signed'
    );
  });

  it('lists what today’s rules make otherwise, as no problem', async () => {
    const read = await opened.db
      .selectFrom('derived_result')
      .innerJoin('signature', 'signature.read_id', 'derived_result.read_id')
      .select(['derived_result.result', 'signature.document'])
      .where('derived_result.criterion', '=', 'recist-1.1')
      .orderBy('signature.signed_at')
      .executeTakeFirstOrThrow();
    const document = read.document as ReadDocument;
    const timepoints = [
      { id: 'BL', kind: 'baseline', date: '2026-01-05', document },
      {
        ...{ id: 'TP1', kind: 'follow-up', date: '2026-03-05' },
        document: {
          ...document,
          lesions: document.lesions.map(lesion => ({
            ...lesion,
            mark: lesion.mark && { ...lesion.mark, longestDiameterMm: 90, shortAxisMm: 60 },
          })),
        },
      },
    ];
    const asked = { criterion: 'recist-1.1', parameters: {}, timepoints };
    const then = (await before.named('')).evaluate?.(asked);
    if (then === undefined || !('result' in then)) throw new Error('nothing was made');
    const again = await deriveAgain(before, {
      ...{ kind: 'read', id: 'r', sequence: 7, criterion: 'recist-1.1', parameters: {} },
      ...{ engineVersion: 'rules 0.9', result: then.result, stood: { timepoints, why: null } },
    });
    expect(again).toMatchObject({ same: true, problem: null, notDerivable: null });
    expect(again.impacts).toEqual([
      {
        ...{ kind: 'read', id: 'r', criterion: 'recist-1.1', timepoint: 'TP1' },
        ...{ differs: ['overall'], was: 'SD', now: 'PD' },
      },
    ]);
  });

  it('says of what it can not derive again why, as no problem', async () => {
    const found = await verified({ engines: enginesIn(tmpdir()) });
    expect(found).toMatchObject({ ok: true, results: { derivedAgain: 0 } });
    expect(found.results.notDerivable).toHaveLength(16);
    expect(found.results.notDerivable[0]?.why).toContain('names no file of an engine');
    const dates = await after('delete from timepoint_date');
    expect(dates.results.notDerivable[0]?.why).toContain('was not kept');
  });

  it('leaves a database of another version as it is', async () => {
    await expect(
      after(`delete from schema_migration where name = '0101-audit-record'`)
    ).rejects.toThrow('lacks 0101-audit-record');
    await expect(
      after(`insert into schema_migration values ('9999-later', now())`)
    ).rejects.toThrow('9999-later');
  });
});

describe('kept engines', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-engines-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are run if their bytes have the hash that a signature names, and not otherwise', async () => {
    const source = join(folder, 'engine.mjs');
    const text = 'export const contract = 1;\nexport const evaluate = () => ({ result: 7 });\n';
    await writeFile(source, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const kept = join(folder, 'engines');
    await keepEngine(kept, { file: { path: source, sha256 } });
    await keepEngine(kept, { file: { path: source, sha256 } });
    const version = `rules 1 sha256:${sha256}`;
    const { evaluate } = await enginesIn(kept).named(version);
    expect(evaluate?.({ criterion: 'x', parameters: {}, timepoints: [] })).toEqual({ result: 7 });
    const file = join(kept, `${sha256}.mjs`);
    expect(await readFile(file, 'utf8')).toBe(text);
    await writeFile(file, text.replace('7', '8'));
    expect((await enginesIn(kept).named(version)).why).toContain('is another one');
    await keepEngine(kept, { file: { path: source, sha256 } });
    expect((await enginesIn(kept).named(version)).why).toBeNull();
    await rm(file);
    expect((await enginesIn(kept).named(version)).why).toContain('is not there');
  });
});
