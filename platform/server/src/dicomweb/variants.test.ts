import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCharter } from '@corelab/charter';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import { v7 } from 'uuid';
import type { Archive } from '../archive/archive.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { policyVersion } from '../blinding/policy-version.js';
import { migrate } from '../database/migrate.js';
import { lookNow } from '../intake/look-for-deliveries.js';
import { quarantineFolder } from '../intake/quarantine-folder.js';
import { folderStore } from '../release/blinded-store.js';
import { forgetPresentation } from '../release/forget-presentation.js';
import { randomUid } from '../release/random-uid.js';
import { releaseRead } from '../release/release-read.js';
import { dicomwebApp } from '../testing/dicomweb-app.js';
import { handmadeFile } from '../testing/handmade-image.js';
import {
  canary,
  images,
  insertReads,
  insertTrial,
  root,
  source,
} from '../testing/handmade-trial.js';
import { askPlainly } from '../testing/plain-answer.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { everythingOf, type AskImages } from '../testing/viewer-requests.js';

const now = (): Date => new Date('2026-06-01T08:00:00Z');
const one = (vr: string, ...values: unknown[]) => ({ vr, Value: values });

/** The timepoint's PET, received with its CT: injected before midnight, acquired after it. */
const petImages = [1, 2, 3].map(number => ({
  ...images.filter(({ studyUid }) => studyUid === `${root}.3`)[0],
  seriesUid: `${root}.3.2`,
  sopUid: `${root}.3.2.${number}`,
  number: 700 + number,
  z: 5 * number,
  pixelSeed: 900 + number,
  modality: 'PT',
  elements: {
    '00080016': one('UI', '1.2.840.10008.5.1.4.1.1.128'),
    '00080021': one('DA', '20260302'),
    '00080031': one('TM', '235900'),
    '00080022': one('DA', '20260303'),
    '00080032': one('TM', `00010${number}`),
    '00080070': one('LO', `SIEMENS ${canary}`),
    '00100040': one('CS', 'F'),
    '00101010': one('AS', '063Y'),
    '00101030': one('DS', '64.5'),
    '00540016': one('SQ', {
      '00181074': one('DS', '3.7e8'),
      '00181075': one('DS', '6586.2'),
      '00181078': one('DT', '20260302225900'),
    }),
  },
}));

const real = ['20260302', '20260303', '20260105', '2026-03-02', '235900', '225900'];

type Shown = Readonly<Record<string, { readonly Value?: readonly unknown[] }>>;

describe('the variants of the blinding policy, from the archive to a read', () => {
  let home: string;
  let orthanc: Orthanc;
  let opened: TestDatabase;
  let archive: Archive;
  const trialId = v7();
  const reads = { one: v7(), two: v7(), follow: v7(), other: v7() };
  const publicIds: Record<string, string> = {};

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'corelab-variants-'));
    const log = { info: (): undefined => undefined };
    orthanc = await ensureOrthanc({ home, log: log.info, docker: false, environment: {} });
    archive = orthancArchive(orthanc);
    for (const image of [...images, ...petImages])
      await archive.storeInstance(handmadeFile(image as (typeof images)[number]));
    opened = await testDatabase();
    await migrate(opened.db, now);
    await insertTrial(
      opened.db,
      trialId,
      now,
      source.replace(
        'series: [{ role: CT-PV-AX, modality: CT }]',
        'series: [{ role: CT-PV-AX, modality: CT }, { role: PT-AC, modality: PT }]'
      )
    );
    await lookNow(
      {
        ...{ db: opened.db, archive, now, newId: () => v7(), log, zone: 'UTC', auditKey: 'k' },
        quarantine: quarantineFolder(join(home, 'quarantine')),
      },
      trialId
    );
    await insertReads(opened.db, trialId, reads, publicIds);
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await orthanc?.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** A read of the later timepoint, released anew under a charter; what its viewer then gets, and its PET. */
  const released = async (blinding: string, readId = reads.follow) => {
    const loaded = loadCharter(`${source}blinding: ${blinding}\n`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    const { db } = opened;
    await db.transaction().execute(trx => forgetPresentation(trx, readId));
    const store = folderStore(join(home, 'frames'));
    const version = await db.selectFrom('charter_version').select('id').executeTakeFirstOrThrow();
    await releaseRead(
      {
        ...{ db, archive, store, charter: loaded.charter, charterVersionId: version.id },
        ...{ now, newId: () => v7(), randomUid },
      },
      readId
    );
    const app = dicomwebApp({
      db,
      archive,
      store,
      authorise: async () => ({ readId }),
      authoriseReplay: async () => ({ readId }),
    });
    try {
      const base = await app.listen({ host: '127.0.0.1', port: 0 });
      const get: AskImages = (_read, path, headers = {}) =>
        askPlainly(`${base}/reads/${publicIds[readId]}/dicomweb${path}`, headers);
      const all = await everythingOf(db, get, readId);
      const studies = (await get(readId, '/studies')).json() as Shown[];
      const study = String(studies[0]?.['0020000D']?.Value?.[0]);
      const metadata = (await get(readId, `/studies/${study}/metadata`)).json() as Shown[];
      const { policy } = await db
        .selectFrom('presentation')
        .select('policy')
        .where('read_id', '=', readId)
        .executeTakeFirstOrThrow();
      const pets = metadata.filter(image => image['00080060']?.Value?.[0] === 'PT');
      return { all, studies, pets, policy };
    } finally {
      await app.close();
    }
  };
  const valueOf = (dataset: Shown | undefined, tag: string) => dataset?.[tag]?.Value?.[0];

  it.each([
    ['{ dates: shifted }', '20251122'],
    ['{ dates: offsets }', undefined],
    ['{ dates: removed }', undefined],
    ['{ dates: shown }', '20260302'],
  ])('tell the date of a study: %s', async (blinding, date) => {
    const { all, studies, pets, policy } = await released(blinding);
    expect(all).not.toContain(canary);
    expect(studies.map(study => valueOf(study, '00080020'))).toContain(date);
    expect(pets).toHaveLength(3);
    expect(pets.map(pet => valueOf(pet, '00080020'))).toEqual([date, date, date]);
    expect(pets.map(pet => valueOf(pet, '00200013'))).toEqual([1, 2, 3]);
    expect(policy).toMatchObject({ version: policyVersion, variant: { sexAge: false } });
    if (date === '20260302') return;
    // A UID drawn for a read may have any digits in it.
    const withoutUids = all.replaceAll(/2\.25\.\d+/g, 'UID');
    for (const text of real) expect(withoutUids).not.toContain(text);
    // Whatever the day is, the acquisition comes two minutes after the series is begun, over midnight or not.
    const moment = (dateTag: string, timeTag: string): number => {
      const [day, time] = [dateTag, timeTag].map(tag => String(valueOf(pets[0], tag)));
      const text = `${day}${time}`.replace(
        /(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/,
        '$1-$2-$3T$4:$5:$6Z'
      );
      return Date.parse(text) / 1000;
    };
    expect(moment('00080022', '00080032') - moment('00080021', '00080031')).toBe(121);
    if (date === undefined) {
      expect(valueOf(pets[0], '00080021')).toBe('20000101');
      expect(studies.every(study => study['00080020'] === undefined)).toBe(true);
    }
  });

  it('let sex, age and scanner through where the charter does, and otherwise not', async () => {
    const { all, studies, pets } = await released('{ sexAge: true, manufacturer: true }');
    expect(pets.map(pet => valueOf(pet, '00100040'))).toEqual(['F', 'F', 'F']);
    expect(valueOf(pets[0], '00101010')).toBe('063Y');
    expect(valueOf(pets[0], '00080070')).toBe('Siemens');
    expect(studies.map(study => valueOf(study, '00101010'))).toContain('063Y');
    expect(all).not.toContain(canary);
    const hidden = await released('{ sexAge: false }');
    for (const tag of ['00100040', '00101010', '00080070'])
      expect(hidden.pets[0]?.[tag]).toBeUndefined();
    expect(hidden.studies.every(study => study['00100040'] === undefined)).toBe(true);
  });

  it('give two readers of a subject other names, dates and times of day for the same images', async () => {
    const first = await released('{ dates: shifted }');
    const second = await released('{ dates: shifted }', reads.other);
    const said = (of: typeof first, tag: string) => String(valueOf(of.pets[0], tag));
    for (const tag of ['00080018', '0020000D', '0020000E', '00200052', '00100020', '00080031'])
      expect(said(first, tag)).not.toBe(said(second, tag));
    expect(said(first, '00080020')).not.toBe(said(second, '00080020'));
  });
});
