import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ReadDocument } from '@corelab/reads';
import { sql } from 'kysely';
import { readChain, verifyChain } from '../audit/chain.js';
import { hashBytes } from '../audit/canonical-json.js';
import { handmadePng, pngChunk } from '../testing/handmade-png.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import { unlockBench } from '../testing/signed-course.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';
import { grantRole } from '../trials/roles.js';
import { readReport } from '../report/read-report.js';
import { signedReadFor } from './signed-read-for.js';
import { signatureVerdict } from './signature-verdict.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const png = handmadePng([3, 2], 90);
const place = {
  cornersLps: [
    [0, 0, 5],
    [300, 0, 5],
    [0, 200, 5],
  ],
  words: { topPx: 1, bottomPx: 0 },
};
const picture = (sop: string, bytes: Uint8Array = png) => ({
  ...{ sopInstanceUid: sop, ...place },
  png: Buffer.from(bytes).toString('base64'),
});

/** What a reader of the one read of the course has on the screen: two panes of its images. */
const shownDocument = (mm: number): ReadDocument => {
  const view = {
    ...{ timepoint: 'Baseline', studyInstanceUid: '2.25.11', seriesInstanceUid: '2.25.12' },
    ...{ windowCenter: 40, windowWidth: 400, zoom: 1.5, pan: [2, -3] as [number, number] },
  };
  return {
    ...measuredDocument(1, mm),
    view: {
      layout: '1x2',
      panes: ['2.25.13', '2.25.14'].map(sopInstanceUid => ({ ...view, sopInstanceUid })),
      selectedLesion: 'T01',
    },
  };
};

interface Replay {
  context: { history: unknown[]; timepoint: string; signature: { zone: string; hash: string } };
  document: ReadDocument;
  standing: { standing: string; until: string | null };
  results: { primary: { result: { timepoints: { burden: { value: number } }[] } } };
  pictures: { panes: { sha256: string }[] };
  asKept: boolean;
  problems: string[];
}

describe('a signed read with what was seen', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let auditor: LoggedIn;
  let id: string;
  let etag: string;
  let meaning: string;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(server);
    reader = await logIn(server, 'reader');
    const reading = readingOf(server, reader);
    id = await reading.openId();
    meaning = await reading.meaningOf(id);
    const saved = await reading.save(id, shownDocument(30), await reading.draftTag(id));
    expect(saved.statusCode).toBe(200);
    etag = String(saved.headers.etag);
    const account = await testAccount(server.deps, { userName: 'auditor', displayName: 'Auditor' });
    const { trial_id: trialId } = await server.deps.db
      .selectFrom('charter_version')
      .select('trial_id')
      .executeTakeFirstOrThrow();
    await server.deps.db.transaction().execute(trx =>
      grantRole(trx, {
        ...{ trialId, accountId: account.id, role: 'auditor' },
        ...{ grantedBy: server.admin.id, at: server.deps.now() },
      })
    );
    auditor = await logIn(server, 'auditor');
  });
  afterAll(async () => {
    await server?.close();
    await opened.close();
  });

  const signWith = (pictures: unknown, more: object = {}) =>
    readingOf(server, reader).sign(id, etag, { ...{ meaning, pictures }, ...more });
  const chain = async () => {
    const { trial_id: trialId } = await server.deps.db
      .selectFrom('charter_version')
      .select('trial_id')
      .executeTakeFirstOrThrow();
    return readChain(server.deps.db, trialId);
  };
  const replay = async (): Promise<Replay> => {
    const answer = await auditor.call('GET', `/api/reads/${id}/replay`);
    expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
    return answer.json<Replay>();
  };

  it.each<[string, unknown, string]>([
    ['no word of pictures', undefined, 'CL_PICTURES_MISSING'],
    ['fewer pictures than panes', { panes: [picture('2.25.13')] }, 'CL_PICTURES_NOT_OF_VIEW'],
    [
      'a picture of another image',
      { panes: [picture('2.25.13'), picture('2.25.99')] },
      'CL_PICTURES_NOT_OF_VIEW',
    ],
    [
      'a picture that is none',
      { panes: [picture('2.25.13'), picture('2.25.14', Buffer.from('<svg/>'))] },
      'CL_PICTURE_NOT_PNG',
    ],
    [
      'a picture of too many bytes',
      { panes: [picture('2.25.13'), picture('2.25.14', Buffer.alloc(4_000_001))] },
      'CL_PICTURE_TOO_LARGE',
    ],
    ['a reason that is none', { missing: 'because' }, 'CL_REQUEST_INVALID'],
  ])('is not signed with %s, and nothing of it is kept', async (_, pictures, code) => {
    const refused = await signWith(pictures);
    expect([refused.json<{ code: string }>().code, Math.floor(refused.statusCode / 100)]).toEqual([
      code,
      4,
    ]);
    expect(await server.deps.db.selectFrom('evidence').selectAll().execute()).toEqual([]);
    expect((await auditor.call('GET', `/api/reads/${id}/replay`)).statusCode).toBe(404);
  });

  it('binds the pictures without the words of their files, what was shown, and the programs', async () => {
    const named = handmadePng([3, 2], 90, [pngChunk('tEXt', Buffer.from('Author\0Jane Doe'))]);
    const panes = [picture('2.25.13', named), { sopInstanceUid: '2.25.14', missing: 'unreadable' }];
    const signed = await signWith({ panes }, { plugins: 'suite 0123abcd' });
    expect([signed.statusCode, signed.body]).toEqual([200, signed.body]);
    const { signature } = signed.json<{ signature: { hash: string; zone: string } }>();
    const entries = (await chain()).map(({ entry }) => entry as { act: string; details: object });
    expect(entries.find(({ act }) => act === 'read.signed')).toMatchObject({
      act: 'read.signed',
      details: {
        ...{ contentHash: signature.hash, plugins: 'suite 0123abcd' },
        software: expect.stringMatching(/^corelab \d/),
        engineVersion: expect.stringMatching(/^corelab-/),
        shownHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        pictures: {
          panes: [
            { sopInstanceUid: '2.25.13', sha256: hashBytes(png), widthPx: 3, heightPx: 2 },
            { sopInstanceUid: '2.25.14', missing: 'unreadable' },
          ],
        },
      },
    });
    expect(signature.zone).toBe('UTC');
    await server.releases.idle();
  });

  it('is replayed as it was by who looks on, an entry each time, and is opened by nobody', async () => {
    const before = await server.deps.db.selectFrom('read').selectAll().orderBy('id').execute();
    const shown = await replay();
    expect(shown).toMatchObject({
      ...{ document: shownDocument(30), asKept: true, problems: [] },
      standing: { standing: 'stands', until: null },
      context: { timepoint: 'Baseline', signature: { name: 'Dr reader', zone: 'UTC' } },
    });
    expect(shown.results.primary.result.timepoints[0]?.burden.value).toBe(30);
    const url = `/api/reads/${id}/replay/pictures/${shown.pictures.panes[0]?.sha256}`;
    const kept = await auditor.call('GET', url);
    expect([kept.statusCode, kept.headers['content-type']]).toEqual([200, 'image/png']);
    const images = await auditor.call('GET', `/api/reads/${id}/replay/images`);
    expect(images.json()).toMatchObject({ readId: id, mode: 'oncology-recist' });
    expect(await server.deps.db.selectFrom('read').selectAll().orderBy('id').execute()).toEqual(
      before
    );
    const entry = (await chain()).at(-1)?.entry as { act: string; roles: string[] };
    expect([entry.act, entry.roles]).toEqual(['read.replayed', ['auditor']]);
    expect(verifyChain(await chain())).toMatchObject({ ok: true });
  });

  it('is replayed by nobody who reads, and its pictures are those that it names', async () => {
    for (const path of ['', '/images', `/pictures/${hashBytes(png)}`]) {
      const refused = await reader.call('GET', `/api/reads/${id}/replay${path}`);
      expect([path, refused.statusCode]).toEqual([path, 404]);
    }
    const { sha256 } = await server.deps.db
      .selectFrom('evidence')
      .select('sha256')
      .where('media_type', '=', 'application/json')
      .executeTakeFirstOrThrow();
    const other = await auditor.call('GET', `/api/reads/${id}/replay/pictures/${sha256}`);
    expect(other.statusCode).toBe(404);
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/draft'],
      ['POST', '/sign'],
    ] as const) {
      const payload = method === 'PUT' ? { document: shownDocument(1) } : {};
      const refused = await auditor.call(
        ...([method, `/api/reads/${id}${path}`] as const),
        ...(method === 'GET' ? [] : [payload])
      );
      expect([path, Math.floor(refused.statusCode / 100)]).toEqual([path, 4]);
    }
  });

  const report = (trial = 'T-1') =>
    server.ask({
      url: `/api/admin/trials/${trial}/reads/${id}/report`,
      headers: { authorization: `Bearer ${server.adminToken}` },
    });

  it('is a PDF, the same bytes each time, of which an entry tells', async () => {
    const [one, other] = [await report(), await report()];
    expect([one.statusCode, one.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(one.body.startsWith('%PDF-')).toBe(true);
    expect(other.body).toBe(one.body);
    const reported = (await chain())
      .map(({ entry }) => entry as { act: string; details: { sha256: string } })
      .filter(({ act }) => act === 'read.reported');
    expect(reported).toHaveLength(2);
    expect(new Set(reported.map(({ details }) => details.sha256)).size).toBe(1);
    expect((await report('T-2')).statusCode).toBe(404);
  });

  it('is reported with what was found, the signature and what it binds', async () => {
    const read = await signedReadFor(server.deps.db, server.admin.id, id);
    const content = await readReport(server.deps, read);
    expect(content).toMatchObject({ warning: null, date: server.deps.now() });
    const words = JSON.stringify(content.sections.map(({ pictures: _, ...section }) => section));
    for (const said of ['REAL-SUBJECT-1', 'Dr reader', 'LIVER', '30', meaning, 'suite 0123abcd'])
      expect(words).toContain(said);
    const { pictures } = content.sections.find(one => one.pictures !== undefined) ?? {};
    expect(pictures).toMatchObject([
      { png: expect.any(Uint8Array), widthPx: 3, heightPx: 2 },
      { png: null, caption: expect.stringContaining('could not be read') },
    ]);
  });

  it('shows what it showed, whatever its timepoint is called later', async () => {
    const { db } = server.deps;
    const rename = (label: string) =>
      db.updateTable('timepoint').set({ label }).where('code', '=', 'BL');
    await rename('Screening').execute();
    expect((await replay()).context.timepoint).toBe('Baseline');
    await rename('Baseline').execute();
  });

  it('tells what is not as it was signed', async () => {
    const { db } = server.deps;
    const { id: inner, trial_id: trialId } = await db
      .selectFrom('read')
      .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
      .select(['read.id', 'charter_version.trial_id'])
      .where('public_id', '=', id)
      .executeTakeFirstOrThrow();
    const found = async (change: string): Promise<readonly string[]> => {
      let problems: readonly string[] = [];
      class Undone extends Error {}
      await db
        .transaction()
        .execute(async trx => {
          await sql.raw(change).execute(trx);
          problems = await signatureVerdict(trx, trialId, inner);
          throw new Undone();
        })
        .catch((reason: unknown) => {
          if (!(reason instanceof Undone)) throw reason;
        });
      return problems;
    };
    expect(await signatureVerdict(db, trialId, inner)).toEqual([]);
    expect(
      await found(`update signature set document = jsonb_set(document, '{comment}', '"x"')`)
    ).toEqual(['document']);
    expect(
      await found(`update derived_result set result = jsonb_set(result, '{criterion}', '"x"')`)
    ).toEqual(['result']);
    expect(await found(`update signature set content_hash = repeat('0', 64)`)).toEqual(['record']);
    expect(await found(`update evidence set content = content || '\\x00'`)).toEqual([
      ...['shown', 'pictures'],
    ]);
    expect(await found(`update signature set pictures = '{"missing": "noViewer"}'`)).toEqual([
      'pictures',
    ]);
  });

  it('says when another version took its place', async () => {
    server.forward(60_000);
    const bench = unlockBench(server);
    const asked = await bench.ask(await readOf(server, 'R1', 'BL'));
    const decided = await bench.decide(asked.body['id'], 'approve');
    expect([decided.status, decided.body]).toEqual([200, decided.body]);
    const until = server.deps.now().toISOString();
    expect((await replay()).standing).toEqual({ standing: 'superseded', until });
    const read = await signedReadFor(server.deps.db, server.admin.id, id);
    expect((await readReport(server.deps, read)).warning).toContain('superseded since 2026-03-01');
    const sheet = await auditor.call(
      'GET',
      '/api/admin/trials/T-1/progress/subjects/REAL-SUBJECT-1'
    );
    expect(sheet.json<{ signatures: object[] }>().signatures).toMatchObject([
      { kind: 'read', readId: id, name: 'Dr reader', zone: 'UTC', standing: 'superseded', until },
    ]);
    const exported = await server.ask({
      url: '/api/admin/trials/T-1/export',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { files } = exported.json<{ files: { name: string; content: string }[] }>();
    const rows = files
      .find(({ name }) => name === 'signatures.csv')
      ?.content.trim()
      .split('\n');
    expect(rows).toHaveLength(2);
    expect(rows?.[1]).toMatch(/,BL,read,READER 1,1,Dr reader,.*,UTC,[0-9a-f]{64},superseded,\d+$/);
  });
});
