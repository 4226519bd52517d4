import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArchiveError } from '../archive/archive-error.js';
import { hashBytes } from '../audit/canonical-json.js';
import { lookNow, watchArchive } from '../intake/look-for-deliveries.js';
import { handmadeFile } from '../testing/handmade-image.js';
import { canary, images, root, source } from '../testing/handmade-trial.js';
import { intakeBench, type IntakeBench } from '../testing/intake-bench.js';
import { tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';

const ofStudy = (study: number) =>
  images.filter(({ studyUid }) => studyUid === `${root}.${study}`).map(handmadeFile);

describe('what came to the archive by itself', () => {
  let bench: IntakeBench;
  let trialId: string;
  /** Images that the archive still takes before it is gone. */
  let takes = Number.POSITIVE_INFINITY;
  const rows = async (study: number) =>
    bench.deps.db
      .selectFrom('instance')
      .selectAll()
      .where('study_uid', '=', `${root}.${study}`)
      .orderBy('sop_uid')
      .execute();
  const expectKept = async (study: number, count: number): Promise<void> => {
    const held = await bench.held(`${root}.${study}`);
    expect(held).toHaveLength(count);
    for (const file of held) expect(tagsWith(file, canary)).toEqual(tagsThatKeepIt);
    const kept = (await rows(study)).map(row => row.kept_sha256).sort();
    expect(held.map(hashBytes).sort()).toEqual(kept);
  };

  beforeAll(async () => {
    bench = await intakeBench(archive => ({
      ...archive,
      storeInstance: async bytes => {
        takes -= 1;
        if (takes < 0) {
          throw new ArchiveError('CL_ARCHIVE_UNAVAILABLE', 'gone', {
            ...{ resource: '/instances', reason: 'for the test' },
          });
        }
        return archive.storeInstance(bytes);
      },
    }));
    trialId = await bench.trial(source);
  }, 120_000);
  afterAll(() => bench.close());

  it('gives way to what is kept of it, and that is no other delivery', async () => {
    const files = ofStudy(1);
    for (const file of files) await bench.archive.storeInstance(file);
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 1, matched: 1 });
    await expectKept(1, files.length);
    const before = await rows(1);
    expect(before.map(row => row.sha256).sort()).toEqual(files.map(hashBytes).sort());
    await bench.deps.db.updateTable('archive_feed').set({ sequence: 0 }).execute();
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 0, matched: 1 });
    expect(await rows(1)).toEqual(before);
    const { images: reported } = await bench.deps.db
      .selectFrom('deidentification_report')
      .select('images')
      .where('study_uid', '=', `${root}.1`)
      .executeTakeFirstOrThrow();
    expect(reported).toBe(files.length);
  });

  it('is no second image when the same comes again', async () => {
    const [file] = ofStudy(1);
    if (file === undefined) throw new Error('no image');
    await bench.archive.storeInstance(file);
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 0 });
    await expectKept(1, ofStudy(1).length);
  });

  it('is taken again where what was kept of it is gone from the archive', async () => {
    const files = ofStudy(1);
    const loseAll = async (): Promise<void> => {
      for (const { id } of await bench.archive.instances(`${root}.1`)) {
        await bench.archive.removeInstance(id);
      }
      for (const file of files) await bench.archive.storeInstance(file);
    };
    await loseAll();
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 0 });
    await expectKept(1, files.length);
    // The same under another store, whose log begins anew.
    await loseAll();
    await bench.deps.db.updateTable('archive_feed').set({ sequence: 1_000_000 }).execute();
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 0 });
    await expectKept(1, files.length);
    const { images: reported } = await bench.deps.db
      .selectFrom('deidentification_report')
      .select('images')
      .where('study_uid', '=', `${root}.1`)
      .executeTakeFirstOrThrow();
    expect(reported).toBe(files.length);
  });

  it('gives way under its own name to what an upload of the same left of it, and comes back to it', async () => {
    const [first] = images;
    if (first === undefined) throw new Error('no image');
    const named = { '00100020': { vr: 'LO', Value: [first.subject] } };
    const file = handmadeFile({
      ...{ ...first, studyUid: `${root}.6`, seriesUid: `${root}.6.1`, sopUid: `${root}.6.1.1` },
      elements: named,
    });
    const { id } = await bench.archive.storeInstance(file);
    expect(await bench.upload(trialId, file)).toMatchObject([{ outcome: 'stored' }]);
    await expectKept(6, 1);
    expect(await bench.instance(`${root}.6.1.1`)).toMatchObject({ stored: true, archive_id: id });
    await bench.archive.removeInstance(id);
    await bench.archive.storeInstance(file);
    await bench.deps.db.updateTable('archive_feed').set({ sequence: 1_000_000 }).execute();
    expect(await lookNow(bench.deps, trialId)).toMatchObject({ receipts: 0 });
    await expectKept(6, 1);
    const reported = await bench.deps.db
      .selectFrom('deidentification_report')
      .select('images')
      .where('study_uid', '=', `${root}.6`)
      .execute();
    expect(reported).toEqual([{ images: 1 }]);
  });

  it('is not lost when the archive is gone between taking out and storing', async () => {
    const files = ofStudy(2);
    for (const file of files) await bench.archive.storeInstance(file);
    takes = 1;
    await expect(watchArchive(bench.deps)).rejects.toMatchObject({
      code: 'CL_ARCHIVE_UNAVAILABLE',
    });
    expect((await bench.held(`${root}.2`)).length).toBeLessThan(files.length);
    takes = Number.POSITIVE_INFINITY;
    await watchArchive(bench.deps);
    await expectKept(2, files.length);
    const state = await bench.deps.db
      .selectFrom('arrival')
      .select('state')
      .where('study_uid', '=', `${root}.2`)
      .execute();
    expect(state).toEqual([{ state: 'matched' }]);
  });

  it('is brought in by another process once the one that died had its time', async () => {
    const files = ofStudy(3);
    for (const file of files) await bench.archive.storeInstance(file);
    takes = 0;
    await expect(watchArchive(bench.deps)).rejects.toThrow('gone');
    // A process that dies gives nothing back.
    const later = new Date(bench.deps.now().getTime() + 60_000);
    await bench.deps.db
      .updateTable('instance')
      .set({ arriving_until: later })
      .where('study_uid', '=', `${root}.3`)
      .execute();
    takes = Number.POSITIVE_INFINITY;
    await watchArchive(bench.deps);
    expect((await rows(3)).some(row => row.stored)).toBe(false);
    bench.wait(61_000);
    await watchArchive(bench.deps);
    await expectKept(3, files.length);
  });
});
