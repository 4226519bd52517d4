import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { archiveServer, demoCharter, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { keptOfFile, tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';
import { canary, images, root } from '../testing/handmade-trial.js';
import { deployed } from '../testing/test-server.js';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const [first] = images;
if (first === undefined) throw new Error('no image');
const files = images.map(handmadeFile);

describe('what the archive is sent', () => {
  let archive: ArchiveServer;
  let trialId: string;
  const rows = async (table: 'receipt' | 'instance' | 'quarantine' | 'arrival' | 'stray_study') =>
    archive.server.deps.db.selectFrom(table).selectAll().execute();
  const intake = async () => {
    const answer = await archive.server.ask({
      ...{ method: 'POST', url: '/api/admin/intake' },
      headers: { authorization: `Bearer ${archive.server.adminToken}` },
    });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
    return answer.json<{
      trials: { trial: string; receipts: number; matched: number; unmatched: unknown[] }[];
    }>().trials;
  };

  beforeAll(async () => {
    archive = await archiveServer(files);
    await deployed(archive.server, demoCharter);
    trialId = (
      await archive.server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow()
    ).id;
  }, 120_000);
  afterAll(() => archive.close());

  it('is on receipts with the hash of every file as it came', async () => {
    const { db } = archive.server.deps;
    const receipts = await rows('receipt');
    expect(receipts).toHaveLength(4);
    expect(receipts).toEqual(
      receipts.map(() =>
        expect.objectContaining({
          ...{ source: 'orthanc-changes', trial_id: trialId, account_id: null },
        })
      )
    );
    const lines = await db.selectFrom('receipt_instance').selectAll().execute();
    const ours = images.filter(({ protocol }) => protocol === undefined);
    expect(new Map(lines.map(line => [line.sop_uid, line.sha256]))).toEqual(
      new Map(ours.map(one => [one.sopUid, hashOf(handmadeFile(one))]))
    );
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
  });

  it('is read to the end of the log once, and reading it again from the beginning changes nothing', async () => {
    const { db } = archive.server.deps;
    const { sequence } = await db.selectFrom('archive_feed').selectAll().executeTakeFirstOrThrow();
    // What makes studies stable comes a second after the images and so may be behind.
    expect(sequence).toBeGreaterThanOrEqual(images.length);
    const before = [await rows('receipt'), await rows('instance')];
    expect(await intake()).toMatchObject([{ trial: 'DEMO-ONC', receipts: 0, matched: 3 }]);
    await db.updateTable('archive_feed').set({ sequence: 0 }).execute();
    expect(await intake()).toMatchObject([{ receipts: 0, matched: 3 }]);
    expect([await rows('receipt'), await rows('instance')]).toEqual(before);
    await db.updateTable('archive_feed').set({ sequence: 1_000_000 }).execute();
    await intake();
    const after = await db.selectFrom('archive_feed').selectAll().executeTakeFirstOrThrow();
    expect(after.sequence).toBeLessThan(1_000_000);
  });

  it('leaves receipts that never change', async () => {
    const { db } = archive.server.deps;
    await expect(db.updateTable('receipt').set({ source: 'upload' }).execute()).rejects.toThrow(
      'a receipt never changes'
    );
    await expect(db.deleteFrom('receipt_instance').execute()).rejects.toThrow(
      'a receipt never changes'
    );
  });

  it('is kept for a trial that is not in force yet', async () => {
    expect(await rows('stray_study')).toMatchObject([
      { study_uid: `${root}.4`, protocol: 'OTHER' },
    ]);
    await deployed(archive.server, demoCharter.replace('DEMO-ONC', 'OTHER'));
    const other = (await intake()).find(({ trial }) => trial === 'OTHER');
    expect(other).toMatchObject({ matched: 1, unmatched: [] });
    expect(await rows('stray_study')).toEqual([]);
  });

  it('is taken in by itself once a study is complete there', async () => {
    const late = [1, 2].map(number => ({
      ...{ ...first, studyUid: `${root}.20`, seriesUid: `${root}.20.1`, date: '20260427' },
      ...{ sopUid: `${root}.20.1.${number}`, number, z: 5 * number, timepoint: 'TP2' },
    }));
    for (const one of late) await archive.archive.storeInstance(handmadeFile(one));
    let trials: string[] = [];
    // Ends with the test's limit where it never comes.
    while (trials.length === 0) {
      trials = await archive.server.deps.archive.watch();
      await pause(200);
    }
    expect(trials).toEqual([trialId]);
    const { state, date } = await archive.server.deps.db
      .selectFrom('timepoint')
      .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
      .select(['timepoint.state', 'timepoint.date'])
      .where('subject.trial_id', '=', trialId)
      .where('timepoint.code', '=', 'TP2')
      .executeTakeFirstOrThrow();
    expect({ state, date }).toEqual({ state: 'complete', date: '2026-04-27' });
  }, 60_000);

  it('goes to quarantine under a known UID for another patient, and what is there stays', async () => {
    const other = handmadeFile({
      ...first,
      pixelSeed: 999,
      elements: { '00100020': { vr: 'LO', Value: ['OTHER-1'] } },
    });
    const { id } = await archive.archive.storeInstance(other);
    await intake();
    const [kept] = await rows('quarantine');
    expect(kept).toMatchObject({
      ...{ sop_uid: first.sopUid, state: 'quarantined', sha256: hashOf(other) },
      ...{ causes: ['otherBytes', 'otherPatient'], attributes: [] },
    });
    const path = join(
      archive.home,
      'quarantine',
      hashOf(other).slice(0, 2),
      `${hashOf(other)}.dcm`
    );
    expect(hashOf(await readFile(path))).toBe(hashOf(other));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(archive.archive.file(id)).rejects.toMatchObject({ code: 'CL_ARCHIVE_NOT_FOUND' });
    const there = await archive.archive.instances(first.studyUid, first.seriesUid);
    const same = there.find(({ sopInstanceUid }) => sopInstanceUid === first.sopUid);
    const held = await archive.archive.file(same?.id ?? '');
    const ofFirst = await keptOfFile(archive.server.deps, trialId, handmadeFile(first));
    expect(hashOf(held)).toBe(hashOf(ofFirst));
    expect(tagsWith(held, canary)).toEqual(tagsThatKeepIt);
  });

  it('goes to quarantine where it names a person, and no study begins with it', async () => {
    const named = handmadeFile({
      ...{ ...first, studyUid: `${root}.30`, seriesUid: `${root}.30.1`, sopUid: `${root}.30.1.1` },
      elements: {
        '00100010': { vr: 'PN', Value: [{ Alphabetic: 'DOE^JANE' }] },
        '00100030': { vr: 'DA', Value: ['19611224'] },
      },
    });
    await archive.archive.storeInstance(named);
    const arrivals = (await rows('arrival')).length;
    await intake();
    const kept = (await rows('quarantine')).filter(({ sop_uid }) => sop_uid === `${root}.30.1.1`);
    expect(kept).toMatchObject([
      { causes: ['identity'], attributes: ['PatientName', 'PatientBirthDate'] },
    ]);
    expect(await rows('arrival')).toHaveLength(arrivals);
    expect((await archive.archive.instances(`${root}.30`)).length).toBe(0);
    // Sent again as it was: one more receipt says nothing new.
    await archive.archive.storeInstance(named);
    const receipts = (await rows('receipt')).length;
    await intake();
    expect(await rows('quarantine')).toHaveLength(2);
    expect(await rows('receipt')).toHaveLength(receipts);
    expect((await archive.archive.instances(`${root}.30`)).length).toBe(0);
  });

  it('leaves a chain without an identifying value', async () => {
    const chain = await readChain(archive.server.deps.db, trialId);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    const text = JSON.stringify(chain);
    for (const value of [canary, root, 'REAL-SUBJECT', 'DOE', 'JANE', '19611224', 'OTHER-1']) {
      expect([value, text.includes(value)]).toEqual([value, false]);
    }
    expect(text).toContain('image.quarantined');
  });
});
