import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { archiveServer, demoCharter, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile, type HandmadeImage } from '../testing/handmade-image.js';
import { canary, images, root } from '../testing/handmade-trial.js';
import { keptOfFile, tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';
import { multipartBody } from '../testing/multipart-body.js';
import { deployed } from '../testing/test-server.js';
import { grantByHand } from '../trials/role-grants.js';
import type { Role } from '../trials/roles.js';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const [first, second] = images;
if (first === undefined || second === undefined) throw new Error('no image');
/** A study of its own, from the baseline's image. */
const made = (study: number, over: Partial<HandmadeImage> = {}): HandmadeImage => ({
  ...{ ...first, studyUid: `${root}.${study}`, seriesUid: `${root}.${study}.1` },
  ...{ sopUid: `${root}.${study}.1.1`, subject: `S-${study}`, pixelSeed: study },
  ...over,
});
const bare = (tag: string, vr = 'LO') => ({ [tag]: { vr, Value: [] } });
const reason = 'for the test';
const authority = 'letter of the site';

describe('deliveries', () => {
  let archive: ArchiveServer;
  let trialId: string;
  const tokens: Record<string, string> = {};
  const base = '/api/admin/trials/DEMO-ONC';

  const ask = async (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    archive.server.ask({
      ...{ method, url: `${base}${url}`, headers: { authorization: `Bearer ${tokens[who]}` } },
      ...(payload === undefined ? {} : { payload }),
    });
  const send = async (who: string, files: readonly Uint8Array[], stow = false) => {
    const named = files.map((bytes, index) => ({ name: `DOE_${index}.dcm`, bytes }));
    const { bytes, headers } = multipartBody(named, stow ? 'related' : 'form-data');
    return archive.server.ask({
      method: 'POST',
      url: stow ? '/sites/DEMO-ONC/dicomweb/studies' : `${base}/deliveries`,
      headers: { ...headers, authorization: `Bearer ${tokens[who]}` },
      bytes,
    });
  };
  interface Sent {
    receipt: string;
    files: { name: string; outcome: string; reason: string | null; sha256: string }[];
    matched: number;
    waiting: number;
  }
  const upload = async (who: string, ...files: readonly Uint8Array[]): Promise<Sent> => {
    const answer = await send(who, files);
    expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
    return answer.json<Sent>();
  };
  const waiting = async () =>
    (await ask('manager', 'GET', '/arrivals')).json<{
      arrivals: { id: string; studyUid: string; reasons: string[]; subjects: string[] }[];
    }>().arrivals;
  const apart = async () =>
    (await ask('manager', 'GET', '/quarantine')).json<{
      images: { id: string; causes: string[]; sha256: string; sopUid: string }[];
    }>().images;
  const db = () => archive.server.deps.db;
  const hashOfKept = async (file: Uint8Array): Promise<string> =>
    hashOf(await keptOfFile(archive.server.deps, trialId, file));

  beforeAll(async () => {
    archive = await archiveServer();
    const { deps, admin } = archive.server;
    await deployed(archive.server, demoCharter);
    trialId = (await db().selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
    const people: [string, Role, string[]][] = [
      ['manager', 'dataManager', []],
      ['technologist', 'qcTechnologist', []],
      ['coordinator', 'siteCoordinator', ['101']],
      ['auditor', 'auditor', []],
    ];
    for (const [user, role, sites] of people) {
      const { id } = await testAccount(deps, { userName: user, displayName: user });
      await grantByHand(deps, trialId, admin.id, { user, role, sites, reason });
      tokens[user] = await issueApiToken(deps, id);
    }
  }, 120_000);
  afterAll(() => archive.close());

  it('say of every file what became of it', async () => {
    const good = handmadeFile(made(50));
    const sent = await upload('manager', good, new Uint8Array(200), good);
    expect(sent.files).toMatchObject([
      { name: 'DOE_0.dcm', outcome: 'stored', reason: null, sha256: hashOf(good) },
      { name: 'DOE_1.dcm', outcome: 'notDicom', reason: expect.stringContaining('DICM') },
      { name: 'DOE_2.dcm', outcome: 'alreadyThere', reason: null },
    ]);
    expect(sent).toMatchObject({ matched: 1, waiting: 0 });
    const [there] = await archive.archive.instances(`${root}.50`);
    const held = await archive.archive.file(there?.id ?? '');
    expect(hashOf(held)).toBe(await hashOfKept(good));
    expect(tagsWith(held, canary)).toEqual(tagsThatKeepIt);
    const again = await upload('technologist', good);
    expect(again).toMatchObject({ files: [{ outcome: 'alreadyThere' }], matched: 0 });
    const receipts = await db().selectFrom('receipt').selectAll().orderBy('id').execute();
    expect(receipts.map(({ source }) => source)).toEqual(['upload', 'upload']);
    const lines = await db()
      .selectFrom('receipt_instance')
      .select(['ordinal', 'outcome', 'sha256'])
      .where('receipt_id', '=', sent.receipt)
      .orderBy('ordinal')
      .execute();
    expect(lines).toEqual([
      { ordinal: 1, outcome: 'stored', sha256: hashOf(good) },
      { ordinal: 2, outcome: 'notDicom', sha256: hashOf(new Uint8Array(200)) },
      { ordinal: 3, outcome: 'alreadyThere', sha256: hashOf(good) },
    ]);
  });

  it('are released like images that came by themselves', async () => {
    await archive.server.releases.idle();
    const reads = await db().selectFrom('read').select('state').execute();
    expect(reads.map(({ state }) => state)).toContain('assigned');
    const { trials } = (
      await archive.server.ask({
        ...{ method: 'POST', url: '/api/admin/intake' },
        headers: { authorization: `Bearer ${archive.server.adminToken}` },
      })
    ).json<{ trials: { receipts: number; matched: number }[] }>();
    // The archive's log tells of them too, and that is nothing new.
    expect(trials).toMatchObject([{ receipts: 0, matched: 1 }]);
  });

  it('of a site coordinator are of their own sites', async () => {
    const files = [
      handmadeFile(made(51)),
      handmadeFile(made(52, { site: '102' })),
      handmadeFile(made(53, { elements: bare('00120030') })),
      handmadeFile(made(54, { protocol: 'OTHER' })),
    ];
    const { files: reports } = await upload('coordinator', ...files);
    expect(reports.map(({ outcome, reason: why }) => [outcome, why])).toEqual([
      ['stored', null],
      ['refused', 'it is of another site'],
      ['refused', 'it does not say of which site it is'],
      ['refused', 'it says that it is of another trial'],
    ]);
    expect(await archive.archive.instances(`${root}.52`)).toEqual([]);
    const kept = await db()
      .selectFrom('receipt_instance')
      .select('sha256')
      .where('outcome', '=', 'refused')
      .execute();
    expect(kept.map(({ sha256 }) => sha256)).toEqual(files.slice(1).map(hashOf));
    expect((await send('auditor', files)).statusCode).toBe(404);
  });

  it('may bring an image that names no patient to a study of one', async () => {
    const named = made(58);
    await upload('manager', handmadeFile(named));
    const second = { sopUid: `${root}.58.1.2`, number: 2, z: 5, elements: bare('00100020') };
    const sent = await upload('manager', handmadeFile({ ...named, ...second }));
    expect(sent.files).toMatchObject([{ outcome: 'stored', reason: null }]);
    expect(sent).toMatchObject({ matched: 1, waiting: 0 });
    const held = await archive.archive.studyMetadata(`${root}.58`);
    expect(held.map(image => image['00080018']?.Value?.[0]).sort()).toEqual([
      `${root}.58.1.1`,
      `${root}.58.1.2`,
    ]);
  });

  it('by STOW-RS are answered as the standard says', async () => {
    const stored = await send('coordinator', [handmadeFile(made(55))], true);
    expect(stored.statusCode).toBe(200);
    expect(stored.headers['content-type']).toContain('application/dicom+json');
    expect(stored.json()).toEqual([
      {
        '00081199': {
          vr: 'SQ',
          Value: [
            expect.objectContaining({
              '00081155': { vr: 'UI', Value: [`${root}.55.1.1`] },
            }),
          ],
        },
      },
    ]);
    const files = [handmadeFile(made(55)), handmadeFile(made(56, { site: '102' }))];
    expect((await send('coordinator', files, true)).statusCode).toBe(202);
    expect((await send('coordinator', [new Uint8Array(200)], true)).statusCode).toBe(409);
  });

  it('by STOW-RS are one study however many requests bring it, matched when no more come', async () => {
    const examsOf = () =>
      db()
        .selectFrom('exam_study')
        .innerJoin('instance', 'instance.study_uid', 'exam_study.study_uid')
        .select(['exam_study.exam_id as exam', 'instance.settled'])
        .where('exam_study.study_uid', '=', `${root}.57`)
        .execute();
    const watch = () => archive.server.deps.archive.watch();
    const slice = (number: number): Uint8Array =>
      handmadeFile(
        made(57, { subject: 'QUIET', sopUid: `${root}.57.1.${number}`, number, z: 5 * number })
      );
    await send('coordinator', [slice(1)], true);
    archive.server.forward(40_000);
    await send('coordinator', [slice(2)], true);
    archive.server.forward(40_000);
    await watch();
    expect(await examsOf()).toEqual([]);
    archive.server.forward(20_000);
    await watch();
    const images = await examsOf();
    expect(images.map(({ settled }) => settled)).toEqual([true, true]);
    expect(new Set(images.map(({ exam }) => exam)).size).toBe(1);
  });

  it('are refused where they are no files', async () => {
    const plain = await ask('manager', 'POST', '/deliveries', { files: [] });
    expect(plain.json()).toMatchObject({ code: 'CL_MEDIA_TYPE' });
    const broken = await archive.server.ask({
      ...{ method: 'POST', url: `${base}/deliveries`, bytes: new TextEncoder().encode('x') },
      headers: {
        ...{ authorization: `Bearer ${tokens['manager']}` },
        'content-type': 'multipart/form-data; boundary=b',
      },
    });
    expect(broken.json()).toMatchObject({ code: 'CL_MULTIPART' });
  });

  it('with other bytes under a known UID are kept apart until somebody decides', async () => {
    const old = handmadeFile(made(50));
    const other = handmadeFile(made(50, { pixelSeed: 9000 }));
    const sent = await upload('manager', other);
    expect(sent.files).toMatchObject([{ outcome: 'quarantined', reason: 'otherBytes' }]);
    expect((await upload('manager', other)).files).toMatchObject([
      { outcome: 'quarantined', reason: 'in quarantine already' },
    ]);
    const [image] = await apart();
    expect(image).toMatchObject({ causes: ['otherBytes'], sha256: hashOf(other) });
    const release = `/quarantine/${image?.id}/release`;
    expect((await ask('technologist', 'POST', release, { authority, reason })).statusCode).toBe(
      404
    );
    expect((await ask('manager', 'POST', release, { reason })).statusCode).toBe(400);
    const released = await ask('manager', 'POST', release, { authority, reason });
    expect([released.statusCode, released.body]).toEqual([200, expect.anything()]);
    const held = async () => {
      const [there] = await archive.archive.instances(`${root}.50`);
      return hashOf(await archive.archive.file(there?.id ?? ''));
    };
    expect(await held()).toBe(await hashOfKept(other));
    expect((await ask('manager', 'POST', release, { authority, reason })).json()).toMatchObject({
      ...{ code: 'CL_ACT_NOT_POSSIBLE', state: 'released' },
    });
    // What was there is kept in its turn, and can come back.
    const [before] = await apart();
    expect(before).toMatchObject({ sha256: hashOf(old), causes: ['otherBytes'] });
    await ask('manager', 'POST', `/quarantine/${before?.id}/release`, { authority, reason });
    expect(await held()).toBe(await hashOfKept(old));
    const [again] = await apart();
    expect(again).toMatchObject({ id: image?.id, sha256: hashOf(other) });
    await ask('manager', 'POST', `/quarantine/${again?.id}/refuse`, { reason });
    expect(await apart()).toEqual([]);
    expect((await upload('manager', other)).files).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('refused from quarantine') },
    ]);
    expect(await held()).toBe(await hashOfKept(old));
  });

  it('that name a person are an incident; released, they go the way of any image', async () => {
    const named = handmadeFile(
      made(60, { elements: { '00100010': { vr: 'PN', Value: [{ Alphabetic: 'DOE^JANE' }] } } })
    );
    expect((await upload('coordinator', named)).files).toMatchObject([
      { outcome: 'quarantined', reason: 'identity' },
    ]);
    expect(await archive.archive.instances(`${root}.60`)).toEqual([]);
    const [image] = await apart();
    const answer = await ask('manager', 'POST', `/quarantine/${image?.id}/release`, {
      ...{ authority, reason: 'A name of nobody' },
    });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
    expect(await archive.archive.instances(`${root}.60`)).toHaveLength(1);
    const matched = await db()
      .selectFrom('arrival')
      .select('state')
      .where('study_uid', '=', `${root}.60`)
      .execute();
    expect(matched).toEqual([{ state: 'matched' }]);
  });

  it('that find no place wait with the reasons, and are matched by hand', async () => {
    const lost = handmadeFile(made(70, { subject: 'S-5O', timepoint: 'TP9', site: '999' }));
    expect(await upload('manager', lost)).toMatchObject({ matched: 0, waiting: 1 });
    const [one] = await waiting();
    expect(one).toMatchObject({
      studyUid: `${root}.70`,
      reasons: ['site: 999 is not in the charter', 'timepoint: TP9 is not in the schedule'],
      subjects: ['S-50', 'S-51', 'S-55', 'S-58', 'S-60'],
    });
    const match = `/arrivals/${one?.id}/match`;
    const said = { subject: 'S-50', timepoint: 'TP1', authority, reason };
    for (const [over, code] of [
      [{ subject: 'S-5O' }, 'CL_SUBJECT_UNKNOWN'],
      [{ subject: 'S 50' }, 'CL_SUBJECT_PATTERN'],
      [{ timepoint: 'TP9' }, 'CL_TIMEPOINT_UNKNOWN'],
      [{ site: '999' }, 'CL_SITE_UNKNOWN'],
      [{ subject: 'NEW-1', newSubject: true }, 'CL_SITE_UNKNOWN'],
      [{ reason: ' ' }, 'CL_REQUEST_INVALID'],
    ] as const) {
      const refused = await ask('manager', 'POST', match, { ...said, ...over });
      expect([over, refused.json<{ code: string }>().code]).toEqual([over, code]);
    }
    expect((await ask('technologist', 'POST', match, said)).statusCode).toBe(404);
    const matched = await ask('manager', 'POST', match, said);
    expect([matched.statusCode, matched.body]).toEqual([200, expect.stringContaining('exam')]);
    expect(await waiting()).toEqual([]);
    expect((await ask('manager', 'POST', match, said)).json()).toMatchObject({
      code: 'CL_ACT_NOT_POSSIBLE',
    });
    const timepoint = await db()
      .selectFrom('timepoint')
      .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
      .select(['timepoint.state', 'timepoint.date'])
      .where('subject.identifier', '=', 'S-50')
      .where('timepoint.code', '=', 'TP1')
      .execute();
    expect(timepoint).toEqual([{ state: 'complete', date: '2026-01-05' }]);
  });

  it('that wait can be refused, and taken up again', async () => {
    await upload('manager', handmadeFile(made(71, { timepoint: 'TP9' })));
    const [one] = await waiting();
    expect(
      (await ask('manager', 'POST', `/arrivals/${one?.id}/refuse`, { reason })).json()
    ).toEqual({ id: one?.id });
    expect(await waiting()).toEqual([]);
    await ask('manager', 'POST', `/arrivals/${one?.id}/take-up-again`, { reason });
    expect(await waiting()).toMatchObject([{ id: one?.id }]);
  });

  it('are paged', async () => {
    await upload('manager', handmadeFile(made(72, { timepoint: 'TP9' })));
    const page = async (query: string) =>
      (await ask('auditor', 'GET', `/arrivals?${query}`)).json<{
        arrivals: { id: string; studyUid: string }[];
      }>().arrivals;
    const [one] = await page('limit=1');
    expect(one).toMatchObject({ studyUid: `${root}.71` });
    expect(await page(`limit=1&after=${one?.id}`)).toMatchObject([{ studyUid: `${root}.72` }]);
  });

  it('leave a chain without an identifying value', async () => {
    const chain = await readChain(db(), trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const text = JSON.stringify(chain);
    for (const value of [canary, root, 'S-50', 'DOE', 'JANE', authority, 'A name of nobody']) {
      expect([value, text.includes(value)]).toEqual([value, false]);
    }
  });
});
