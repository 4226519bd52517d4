import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { archiveServer, demoCharter, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { images } from '../testing/handmade-trial.js';
import { families, hidden } from '../testing/hostile/hostile-files.js';
import { hostileRun, oneOfEach, type Way } from '../testing/hostile/hostile-run.js';
import { hostileBodies, lying } from '../testing/hostile/multipart-bodies.js';
import { tablesWith } from '../testing/kept-words.js';
import { multipartBody } from '../testing/multipart-body.js';
import { testAccount } from '../testing/test-account.js';
import { deployed } from '../testing/test-server.js';
import { grantByHand } from '../trials/role-grants.js';

/** `npm run verify:dicom` brings more. */
const files = Number(process.env['CORELAB_DICOM_FILES'] ?? String(oneOfEach));
const seed = Number(process.env['CORELAB_DICOM_SEED'] ?? '7301');
const isCampaign = process.env['CORELAB_DICOM_FILES'] !== undefined;
jest.setTimeout(120_000 + files * 6000);

const [first] = images;
if (first === undefined) throw new Error('no image');

/** Of what Orthanc takes and this server can't read. */
const readByOrthanc = families.findIndex(({ name }) => name === 'characterSetNone');

/** In `npm test` the ways take turns, in a campaign each file comes in all of them. */
const waysOf = (number: number): readonly Way[] => {
  if (isCampaign) return ['upload', 'stow', 'feed'];
  if (number === readByOrthanc) return ['feed'];
  return number % 5 === 0 ? ['stow', 'feed'] : [number % 2 === 0 ? 'stow' : 'upload'];
};

describe('broken and hostile DICOM files', () => {
  let archive: ArchiveServer;
  let token: string;
  const log: string[] = [];
  const deliveries = '/api/admin/trials/DEMO-ONC/deliveries';
  /** All that a home folder with its database elsewhere has. */
  const stores = ['frames', 'orthanc', 'quarantine', 'secrets'];

  beforeAll(async () => {
    const keep = { write: (line: string) => void log.push(line) };
    archive = await archiveServer([], { logger: pino({ level: 'info' }, keep) });
    const { deps, admin } = archive.server;
    await deployed(archive.server, demoCharter);
    const { id: trialId } = await deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    const { id } = await testAccount(deps, { userName: 'manager', displayName: 'M' });
    const grant = { user: 'manager', role: 'dataManager', sites: [], reason: 'sends' } as const;
    await grantByHand(deps, trialId, admin.id, grant);
    token = await issueApiToken(deps, id);
  }, 120_000);
  afterAll(() => archive.close());

  it('are each on a receipt with a reason, or taken in without what they hide', async () => {
    const run = await hostileRun(archive, first, token, { files, seed, ways: waysOf });
    if (isCampaign)
      process.stdout.write(
        `seed ${seed}, ${files} files: ${JSON.stringify(run.outcomes)}, resident ${run.residentMb.join(' and ')} MB\n`
      );
    expect(run.failures).toEqual([]);
    // It would find little if all of them were refused for the same.
    expect(Object.keys(run.outcomes)).toEqual(
      expect.arrayContaining([
        ...['upload stored', 'upload notDicom', 'stow stored', 'feed stored', 'feed notDicom'],
      ])
    );
    expect(log.filter(line => line.includes(hidden))).toEqual([]);
    expect(await tablesWith(archive.server, hidden)).toEqual([]);
    if (isCampaign) expect(run.residentMb[1]).toBeLessThan(run.residentMb[0] + 400);
  });

  const deliver = async (payload: { bytes: Uint8Array; headers: Record<string, string> }) =>
    archive.server.ask({
      ...{ method: 'POST', url: deliveries, bytes: payload.bytes },
      headers: { ...payload.headers, authorization: `Bearer ${token}` },
    });

  it('that the archive holds and nobody can read are on a receipt once', async () => {
    const { db } = archive.server.deps;
    const lines = async () =>
      (await db.selectFrom('receipt_instance').select('sha256').execute()).length;
    const known = await lines();
    await db.updateTable('archive_feed').set({ sequence: 0 }).execute();
    const { statusCode } = await archive.server.ask({
      ...{ method: 'POST', url: '/api/admin/intake' },
      headers: { authorization: `Bearer ${archive.server.adminToken}` },
    });
    expect([statusCode, await lines()]).toEqual([200, known]);
  });

  it('in bodies that are none are refused with a code', async () => {
    for (const { what, type, body, status, code } of hostileBodies) {
      const answer = await deliver({ bytes: body, headers: { 'content-type': type } });
      expect([what, answer.statusCode, answer.json()]).toEqual([
        ...[what, status, expect.objectContaining({ code })],
      ]);
    }
    const whole = new TextEncoder().encode('--b\r\nX: filename=\r\n\r\nx\r\n--b--');
    const more = { path: deliveries, token, length: whole.length + 1000 };
    expect(await lying(archive.server.origin, more, whole.slice(0, 20))).not.toMatch(/ 5\d\d/);
    const fewer = { ...more, length: whole.length - 8 };
    expect(await lying(archive.server.origin, fewer, whole)).toMatch(/ 400/);
  });

  it('in one delivery by the hundred, with names of paths and one UID twice, are told one by one', async () => {
    const image = {
      ...first,
      studyUid: `${first.studyUid}.78`,
      seriesUid: `${first.studyUid}.78.1`,
    };
    const [one, other] = [1, 2].map(pixelSeed =>
      handmadeFile({ ...image, sopUid: `${image.studyUid}.1.1`, subject: 'TWICE-1', pixelSeed })
    );
    if (one === undefined || other === undefined) throw new Error('no image');
    const many = isCampaign ? 3000 : 100;
    const names = ['../../../etc/passwd', 'C:\\\\windows\\\\x.dcm', 'folder/', '.', ''];
    const tiny = Array.from({ length: many }, (_, i) => ({
      ...{ name: names[i % names.length] ?? '', bytes: new Uint8Array(i % 7) },
    }));
    const answer = await deliver(
      multipartBody([{ name: 'one', bytes: one }, ...tiny, { name: 'other', bytes: other }])
    );
    const { files: told } = answer.json<{ files: { outcome: string; reason: string | null }[] }>();
    expect(told).toHaveLength(many + 2);
    expect(told[0]).toMatchObject({ outcome: 'stored' });
    expect(told.at(-1)).toMatchObject({ outcome: 'quarantined', reason: 'otherBytes' });
    for (const { outcome, reason } of told.slice(1, -1))
      expect([outcome, reason]).toEqual(['notDicom', expect.stringContaining('DICM is missing')]);
    expect((await readdir(archive.home)).sort()).toEqual(stores);
  });

  it('leave an archive that takes a good delivery, and a chain that is whole', async () => {
    const image = { ...first, studyUid: `${first.studyUid}.77`, sopUid: `${first.sopUid}.77` };
    const good = handmadeFile({ ...image, seriesUid: `${image.studyUid}.1`, subject: 'GOOD-1' });
    const { bytes, headers } = multipartBody([{ name: 'good', bytes: good }]);
    const answer = await deliver({ bytes, headers });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
    expect(answer.json()).toMatchObject({ files: [{ outcome: 'stored' }], matched: 1 });
    const { db } = archive.server.deps;
    const trial = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    for (const chain of [systemChain, trial.id])
      expect(verifyChain(await readChain(db, chain))).toMatchObject({ ok: true });
  });
});
