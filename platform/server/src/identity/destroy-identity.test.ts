import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { readChain, verifyChain } from '../audit/chain.js';
import { textOf } from '../archive/dicom-json.js';
import { placesOf } from '../copies/installation.js';
import { exportTrial, type TrialExport } from '../export/export-trial.js';
import { readHeader } from '../intake/dicom-header.js';
import { takeFiles } from '../intake/take-files.js';
import { copyBench, type CopyBench } from '../testing/copy-bench.js';
import { frameOf, openRead, signMeasured } from '../testing/copied-reading.js';
import { handmadeFile, type HandmadeImage } from '../testing/handmade-image.js';
import { canary, images, root } from '../testing/handmade-trial.js';
import { logIn, password, type Answer, type LoggedIn } from '../testing/http-client.js';
import { tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';
import { verifyDatabase } from '../verification/verify-database.js';
import { engine } from '../workflow/engine.js';
import { identifierDigest } from './destroyed-identity.js';
import { forgetDestroyedFiles } from './destroy-identity.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const subject = 'REAL-SUBJECT-7301';
const person = 'Zyxwvutius';
const url = '/api/admin/trials/DEMO-ONC';
const [first, ...more] = images;
if (first === undefined) throw new Error('no image');
const other: HandmadeImage = {
  ...{ ...first, studyUid: `${root}.60`, seriesUid: `${root}.60.1`, sopUid: `${root}.60.1.1` },
};

describe('the identity of a subject', () => {
  let bench: CopyBench;
  let folder: string;
  let people: Record<'admin' | 'approver' | 'manager', LoggedIn>;
  let trialId: string;
  let subjectId: string;
  let readId: string;
  let shown: string;
  let before: TrialExport;
  let asked: string;

  const exported = async (): Promise<TrialExport> =>
    exportTrial(
      bench.server.deps,
      { id: trialId, code: 'DEMO-ONC' } as Parameters<typeof exportTrial>[1],
      bench.server.admin.id,
      {}
    );
  const upload = async (...files: readonly HandmadeImage[]) => {
    const { deps, admin } = bench.server;
    const delivery = { trialId, source: 'upload', accountId: admin.id, sites: null } as const;
    const report = await takeFiles(
      deps.archive.arrival,
      delivery,
      (async function* () {
        for (const file of files) yield { name: 'a file', bytes: handmadeFile(file) };
      })()
    );
    return report.files.map(({ outcome, reason }) => [outcome, reason]);
  };
  /** Tables in which a text stands, in whatever column, as text or as bytes. */
  const tablesOf = async (text: string): Promise<string[]> => {
    const { db } = bench.server.deps;
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await sql`select 1 from ${sql.table(name)} as one
        where one::text ilike ${`%${text}%`} or position(${Buffer.from(text).toString('hex')} in one::text) > 0
        limit 1`.execute(db);
      if (hits.length > 0) found.push(name);
    }
    return found;
  };
  const filesOf = async (text: string): Promise<string[]> => {
    const entries = await readdir(bench.home, { recursive: true, withFileTypes: true });
    const found: string[] = [];
    for (const entry of entries.filter(one => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path)).includes(text)) found.push(path);
    }
    return found;
  };
  const archived = async (): Promise<Uint8Array[]> => {
    const studies = [1, 2, 3, 5].map(study => `${root}.${study}`);
    const held = await Promise.all(studies.map(study => bench.archive.instances(study)));
    return Promise.all(held.flat().map(({ id }) => bench.archive.file(id)));
  };
  const said = (answer: Answer): unknown[] => [
    answer.statusCode,
    answer.json<{ code?: string }>().code ?? null,
  ];
  /** A frame of the read's images, and all that is told of them. */
  const shownNow = async (): Promise<string> => {
    const frame = await frameOf(bench.reader, readId);
    const told = await bench.reader.call('GET', `${frame.split(' ')[0]}/metadata`);
    if (told.statusCode !== 200) throw new Error(told.body);
    return `${frame}\n${told.body}`;
  };
  const ask = (by: LoggedIn, reason: string, of = subject): Promise<Answer> =>
    by.call('POST', `${url}/identity-destructions`, { subject: of, reason });
  const confirm = (by: LoggedIn, word = password): Promise<Answer> =>
    by.call('POST', `${url}/identity-destructions/${asked}/confirm`, { password: word });
  const refuse = (by: LoggedIn): Promise<Answer> =>
    by.call('POST', `${url}/identity-destructions/${asked}/refuse`, { reason: 'Not yet' });

  beforeAll(async () => {
    bench = await copyBench();
    folder = await mkdtemp(join(tmpdir(), 'corelab-destroyed-'));
    const { server } = bench;
    const { db, newId, now } = server.deps;
    await signMeasured(bench.reader, await openRead(bench.reader));
    await server.releases.idle();
    // Study 4 is of no trial: nobody looks at it.
    for (const { id } of await bench.archive.instances(`${root}.4`)) {
      await bench.archive.removeInstance(id);
    }
    ({ id: trialId } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
    ({ id: subjectId } = await db
      .selectFrom('subject')
      .select('id')
      .where('identifier', '=', subject)
      .executeTakeFirstOrThrow());
    const { id: managerId } = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'other')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('role_grant')
      .values({
        ...{ id: newId(), trial_id: trialId, account_id: managerId, role: 'dataManager' },
        ...{ granted_at: now(), reason: `asks about ${subject}` },
      })
      .execute();
    const named = async (user: string): Promise<LoggedIn> => logIn(server, user);
    people = {
      ...{ admin: await named('admin'), approver: await named('approver') },
      manager: await named('other'),
    };
    // Kept apart: other bytes under a known name, and a file of the same patient with its name in it.
    expect(
      await upload(
        { ...first, pixelSeed: 4711 },
        { ...other, elements: { '00100030': { vr: 'DA', Value: ['19610203'] } } }
      )
    ).toEqual([
      ['quarantined', 'otherBytes'],
      ['quarantined', expect.stringContaining('identity')],
    ]);
    const query = newId();
    const site = await db.selectFrom('site').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('query')
      .values({
        ...{ id: query, trial_id: trialId, site_id: site.id, subject_id: subjectId, state: 'open' },
        ...{ due_date: '2026-04-01', asked_by: managerId, asked_at: now() },
      })
      .execute();
    await db
      .insertInto('query_message')
      .values({
        ...{ id: newId(), query_id: query, act: 'ask', text: `Is this really ${person}?` },
        ...{ written_by: managerId, written_at: now() },
      })
      .execute();
    await db
      .insertInto('subject')
      .values({ id: newId(), trial_id: trialId, identifier: 'REAL-SUBJECT-73010' })
      .execute();
    readId = await openRead(bench.reader);
    shown = await shownNow();
    before = await exported();
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is destroyed by two persons: nobody alone, and nobody without their password', async () => {
    const { admin, approver, manager } = people;
    expect(said(await ask(manager, 'Asked for by the site', 'nobody'))).toEqual([
      ...[422, 'CL_SUBJECT_UNKNOWN'],
    ]);
    for (const name of [subject.toLowerCase(), canary]) {
      expect(said(await ask(manager, `${name} wishes it`))).toEqual([422, 'CL_REASON_IDENTIFIES']);
    }
    expect(said(await ask(bench.reader, 'x'))[0]).toBe(404);
    const open = async (by: LoggedIn): Promise<void> => {
      const answer = await ask(by, 'Consent was withdrawn');
      expect(answer.statusCode).toBe(200);
      asked = answer.json<{ id: string }>().id;
    };
    await open(admin);
    expect(said(await ask(manager, 'Again'))).toEqual([409, 'CL_DESTRUCTION_ASKED']);
    expect(said(await confirm(admin))).toEqual([409, 'CL_DESTRUCTION_SECOND_PERSON']);
    expect(said(await confirm(manager))[0]).toBe(404);
    expect(said(await confirm(approver, 'guessed'))).toEqual([403, 'CL_PASSWORD_WRONG']);
    expect(said(await refuse(admin))).toEqual([200, null]);
    expect(said(await confirm(approver))).toEqual([409, 'CL_DESTRUCTION_DECIDED']);
    await open(manager);
    expect(said(await refuse(approver))).toEqual([200, null]);
    await open(manager);
    const list = await manager.call('GET', `${url}/identity-destructions?subject=${subject}`);
    expect(list.json()).toMatchObject({
      destructions: [{ state: 'asked' }, { state: 'refused' }, { state: 'withdrawn' }],
    });
    expect(await tablesOf(subject)).not.toEqual([]);
  });

  it('is gone from every table, entry, file and image, when one of two confirms it', async () => {
    const { admin, approver } = people;
    expect(await tablesOf(canary)).toEqual(['instance', 'quarantine']);
    const answers = await Promise.all([confirm(approver), confirm(admin)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const done = answers.find(({ statusCode }) => statusCode === 200);
    const told = done?.json<{ subject: string; destroyed: object }>();
    expect(told?.subject).toMatch(/^DESTROYED-[0-9A-F]{12}$/);
    expect(told?.destroyed).toMatchObject({ images: 15, keptApart: 2, texts: 1, mentions: 1 });
    expect(told?.destroyed).toMatchObject({ remaining: {} });
    for (const name of [`${subject}"`, `${subject})`, `${subject} `, `${subject},`, canary, person])
      expect([name, await tablesOf(name)]).toEqual([name, []]);
    expect(await tablesOf(subject)).toEqual(['subject']);
    for (const name of [subject, canary, '19610203'])
      expect([name, await filesOf(name)]).toEqual([name, []]);
    const files = await archived();
    expect(files).toHaveLength(15);
    for (const bytes of files) {
      expect(Buffer.from(bytes).includes(subject)).toBe(false);
      expect(tagsWith(bytes, canary)).toEqual(tagsThatKeepIt);
      const parsed = readHeader(bytes);
      if (!parsed.ok) throw new Error(parsed.reason);
      const { dataset } = parsed.header;
      for (const tag of ['00100010', '00100020', '00120040'])
        expect(JSON.stringify(dataset[tag])).toContain(told?.subject ?? 'none');
      expect(textOf(dataset, '00080022')).toMatch(/^2026/);
    }
  });

  it('is one entry, which says by whom and what, and the chain and all that is signed hold', async () => {
    const { db } = bench.server.deps;
    const chain = await readChain(db, trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const acts = chain
      .map(({ entry }) => entry as { act: string; by: string; details: Record<string, unknown> })
      .filter(({ act }) => act.startsWith('identity.'));
    expect(acts.map(({ act }) => act)).toEqual([
      ...['identity.destructionAsked', 'identity.destructionWithdrawn'],
      ...['identity.destructionAsked', 'identity.destructionRefused'],
      ...['identity.destructionAsked', 'identity.destroyed'],
    ]);
    const [last] = acts.slice(-1);
    expect(last?.details).toMatchObject({
      ...{ subject: subjectId, destruction: asked, askedBy: expect.any(String) },
      destroyed: { images: 15, keptApart: 2 },
    });
    expect(last?.by).not.toBe(last?.details['askedBy']);
    // The approval of the charter and the read.
    const verdict = await verifyDatabase({
      db,
      against: {},
      engines: { named: () => Promise.resolve({ evaluate: engine.evaluate, why: null }) },
    });
    expect(verdict).toMatchObject({ ok: true, signatures: { checked: 2, problems: [] } });
    expect(verdict.results.derivedAgain).toBe(1);
  });

  it('leaves exports, reads and their images as they were, but for what the subject is called', async () => {
    const after = await exported();
    const standIn = await bench.server.deps.db
      .selectFrom('subject')
      .select('identifier')
      .where('id', '=', subjectId)
      .executeTakeFirstOrThrow();
    const tables = ({ files }: TrialExport) =>
      files.filter(({ name }) => !/manifest|audit/.test(name));
    const back = tables(after).map(({ name, content }) => [
      name,
      content.replaceAll(standIn.identifier, subject),
    ]);
    expect(back).toEqual(tables(before).map(({ name, content }) => [name, content]));
    expect(JSON.stringify(tables(before))).toContain(subject);
    // What was kept of the images for readers is made again, from what the archive has now.
    await rm(placesOf(bench.home).frames, { recursive: true, force: true });
    expect(await shownNow()).toBe(shown);
    const { admin } = people;
    const sheet = await admin.call('GET', `${url}/progress/subjects/${standIn.identifier}`);
    expect(sheet.statusCode).toBe(200);
    expect(said(await admin.call('GET', `${url}/progress/subjects/${subject}`))[0]).toBe(404);
    const list = await admin.call(
      'GET',
      `${url}/identity-destructions?subject=${standIn.identifier}`
    );
    expect(list.json()).toMatchObject({
      destructions: [{ state: 'done', subject: standIn.identifier, askedBy: 'other' }, {}, {}],
    });
    expect(said(await ask(admin, 'Again', standIn.identifier))).toEqual([
      ...[409, 'CL_IDENTITY_DESTROYED'],
    ]);
  });

  it('does not come back: later files are refused and not kept, wherever they come from', async () => {
    const { server } = bench;
    const refused = ['refused', 'identityDestroyed'];
    const fresh = { ...other, studyUid: `${root}.61`, seriesUid: `${root}.61.1` };
    const known = more[0];
    if (known === undefined) throw new Error('no second image');
    expect(
      await upload(
        ...[first, { ...first, pixelSeed: 9 }, { ...fresh, sopUid: `${root}.61.1.1` }],
        // Under another name, in a study of the subject.
        { ...known, sopUid: `${root}.1.1.99`, subject: 'SOMEBODY-ELSE', canary: 'CNRY7302' }
      )
    ).toEqual([refused, refused, refused, refused]);
    await bench.archive.storeInstance(handmadeFile({ ...fresh, sopUid: `${root}.61.1.2` }));
    await server.deps.archive.watch();
    expect(await bench.archive.instances(`${root}.61`)).toEqual([]);
    expect(await archived()).toHaveLength(15);
    const [apart] = await server.deps.db
      .selectFrom('quarantine')
      .select('id')
      .where('sop_uid', '=', other.sopUid)
      .execute();
    const released = await people.manager.call('POST', `${url}/quarantine/${apart?.id}/release`, {
      ...{ reason: 'Looked at', authority: 'Site' },
    });
    expect(said(released)).toEqual([409, 'CL_IDENTITY_DESTROYED']);
    await forgetDestroyedFiles(server.deps.archive.arrival);
    for (const name of [canary, 'CNRY7302'])
      expect([name, await tablesOf(name), await filesOf(name)]).toEqual([name, [], []]);
    const rows = await server.deps.db.selectFrom('subject').select('identifier').execute();
    expect(rows).toHaveLength(2);
  });

  it('is in no copy that is made after, and only its digest is', async () => {
    const file = join(folder, 'trial.tar');
    expect(await bench.download(`${url}/copy`, {}, file)).toBeNull();
    const copy = await readFile(file);
    for (const name of [`${subject}"`, '19610203', person]) expect(copy.includes(name)).toBe(false);
    const digest = identifierDigest(bench.server.deps.archive.arrival, trialId, subject);
    expect(copy.includes(digest)).toBe(true);
    expect(digest).not.toBe(createHash('sha256').update(subject).digest('hex'));
  });
});
