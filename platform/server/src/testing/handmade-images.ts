import { join } from 'node:path';
import { policyVersion } from '../blinding/policy-version.js';
import { variantOf } from '../blinding/variant.js';
import { orthancArchive } from '../archive/orthanc-archive.js';
import { registerDicomweb } from '../dicomweb/register-dicomweb.js';
import type { ArchivePort } from '../http/server-deps.js';
import type { IntakeDeps } from '../intake/intake-deps.js';
import { folderStore } from '../release/blinded-store.js';
import { hashManifest, type Manifest } from '../release/manifest.js';
import { composePresentation, readStudies } from '../release/presentation.js';
import { packRead } from '../release/read-metadata.js';
import { storedCharter } from '../trials/charter-terms.js';
import { arrivalWithoutArchive } from './arrival-without-archive.js';
import { takeInSubject, type ArchiveParts } from './test-server.js';

const real = { study: '1.2.7', series: '1.2.7.1', instance: '1.2.7.1.1' };

/** What every read shows: one study of one series of one image of one frame, under these names. */
export const shown = { study: '2.25.11', series: '2.25.12', instance: '2.25.13' };

/** The one image of a series of the archive itself, where an exam is. */
export const imageOf = (seriesUid: string): string => `${seriesUid}.1`;

/** An archive that answers about series: each has one image of one frame. */
const withImages = (arrival: IntakeDeps): IntakeDeps => ({
  ...arrival,
  archive: {
    ...arrival.archive,
    seriesMetadata: async (_study, series) => [
      {
        '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] },
        '00080018': { vr: 'UI', Value: [imageOf(series)] },
        '00280010': { vr: 'US', Value: [1] },
        '7FE00010': { vr: 'OW' },
      },
    ],
    instances: async (_study, series = '') => [{ id: series, sopInstanceUid: imageOf(series) }],
    transferSyntax: async () => '1.2.840.10008.1.2.1',
    frame: async () => new Uint8Array([1, 2, 3, 4]),
  },
});

/**
 * An archive side that needs no archive: a read is released with one image made by hand, and the image routes are the
 * server's own, over a store in `folder`. Takes in one subject, once.
 */
export const handmadeArchive =
  (folder: string) =>
  (parts: ArchiveParts): ArchivePort => {
    const { db, now, newId } = parts;
    const store = folderStore(join(folder, 'frames'));
    const archive = orthancArchive({ url: 'http://127.0.0.1:9', username: 'a', password: 'b' });
    let taken = false;
    const show = async (
      of: { read_id: string } | { adjudication_id: string },
      timepointId: string
    ): Promise<void> => {
      const id = 'read_id' in of ? of.read_id : of.adjudication_id;
      const timepoint = await db
        .selectFrom('timepoint')
        .select(['id', 'code', 'label', 'date'])
        .where('id', '=', timepointId)
        .executeTakeFirstOrThrow();
      const course = await db
        .selectFrom('course')
        .select(['subject_code', 'date_shift_days'])
        .where(
          'id',
          '=',
          'read_id' in of
            ? db.selectFrom('read').select('course_id').where('id', '=', id)
            : db.selectFrom('adjudication').select('course_id').where('id', '=', id)
        )
        .executeTakeFirstOrThrow();
      const { resolved } = await db
        .selectFrom('charter_version')
        .select('resolved')
        .where(
          'id',
          '=',
          'read_id' in of
            ? db.selectFrom('read').select('charter_version_id').where('id', '=', id)
            : db.selectFrom('adjudication').select('charter_version_id').where('id', '=', id)
        )
        .executeTakeFirstOrThrow();
      const variant = variantOf(storedCharter(resolved));
      const frame = await store.putFrame(new Uint8Array([1, 2, 3, 4]));
      const instance = {
        sopUid: real.instance,
        sha256: null,
        transferSyntax: '1.2.840.10008.1.2.1',
        frames: [frame],
      };
      const manifest: Manifest = {
        schemaVersion: 1,
        timepoints: [
          {
            ...{ timepointId: timepoint.id, code: timepoint.code },
            ...{ label: timepoint.label, date: timepoint.date },
            current: true,
            series: [
              {
                ...{ studyUid: real.study, seriesUid: real.series, modality: 'CT' },
                ...{ role: 'CT-PV-AX', number: 1, problems: [], instances: [instance] },
              },
            ],
          },
        ],
      };
      const uids = [
        { kind: 'timepoint', real_uid: timepoint.id, pseudonym: shown.study },
        { kind: 'series', real_uid: real.series, pseudonym: shown.series },
        { kind: 'instance', real_uid: real.instance, pseudonym: shown.instance },
      ];
      const presentation = composePresentation({
        ...{
          readId: id,
          subjectCode: course.subject_code,
          dateShiftDays: course.date_shift_days,
          manifest,
          variant,
        },
        pseudonyms: new Map(uids.map(uid => [uid.real_uid, uid.pseudonym])),
      });
      const dataset = {
        '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] },
        '00080018': { vr: 'UI', Value: [real.instance] },
        '0020000D': { vr: 'UI', Value: [real.study] },
        '0020000E': { vr: 'UI', Value: [real.series] },
      };
      await store.putRead(id, await packRead(presentation, new Map([[real.series, [dataset]]])));
      const [manifestId, presentationId] = [newId(), newId()];
      await db
        .insertInto('image_manifest')
        .values({
          ...{ id: manifestId, hash: hashManifest(manifest), content: JSON.stringify(manifest) },
          created_at: now(),
        })
        .execute();
      await db
        .insertInto('presentation')
        .values({
          ...{ id: presentationId, ...of, manifest_id: manifestId },
          policy: JSON.stringify({ version: policyVersion, variant }),
          created_at: now(),
        })
        .execute();
      await db
        .insertInto('presentation_uid')
        .values(uids.map(uid => ({ ...uid, presentation_id: presentationId })))
        .execute();
      await db
        .updateTable('read_id' in of ? 'read' : 'adjudication')
        .set({ manifest_id: manifestId })
        .where('id', '=', id)
        .execute();
    };
    const releaseRead = async (readId: string): Promise<void> => {
      const { timepoint_id: timepointId } = await db
        .selectFrom('read')
        .select('timepoint_id')
        .where('id', '=', readId)
        .executeTakeFirstOrThrow();
      await show({ read_id: readId }, timepointId ?? '');
    };
    return {
      state: () => 'ready',
      releaseRead,
      // As its reads were shown: the one image, under the same names.
      releaseTogether: async (of, id) => {
        if (of !== 'adjudication') throw new Error('nothing is read here to the end');
        const { timepoint_id: timepointId } = await db
          .selectFrom('adjudication_read')
          .innerJoin('read', 'read.id', 'adjudication_read.read_id')
          .select('read.timepoint_id')
          .where('adjudication_read.adjudication_id', '=', id)
          .orderBy('read.ordinal')
          .executeTakeFirstOrThrow();
        await show({ adjudication_id: id }, timepointId ?? '');
      },
      readStudies: readId => readStudies(db, readId),
      intake: async trialId => {
        if (taken) return { receipts: 0, matched: 3, unmatched: [] };
        taken = true;
        return takeInSubject({ db, newId }, trialId);
      },
      watch: async () => [],
      arrival: withImages(arrivalWithoutArchive(parts, folder)),
      register: async (app, authorise, authoriseReplay) => {
        registerDicomweb(app, { db, archive, store, authorise, authoriseReplay });
      },
    };
  };
