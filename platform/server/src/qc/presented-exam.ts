import { requireAllTold } from '../archive/all-told.js';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import { numbersOf, textOf, type DicomDataset } from '../archive/dicom-json.js';
import { hasPixels, withPixelData } from '../archive/pixel-data.js';
import { isAdmitted } from '../blinding/iods.js';
import { qcVariant } from '../blinding/variant.js';
import type { ShownImages } from '../dicomweb/dicomweb-routes.js';
import { inParallel } from '../release/in-parallel.js';
import type { Manifest, ManifestSeries } from '../release/manifest.js';
import { composePresentation, pseudonymOf } from '../release/presentation.js';
import { byInstanceNumber, metadataName, packRead } from '../release/read-metadata.js';
import { nativeFrameBytes, textlessFrame } from '../release/textless-frame.js';
import type { ExamImages } from './exam-images.js';
import type { SeriesRow } from './exam-rows.js';

const seriesAtOnce = 3;
const asksAtOnce = 8;

/** Where an image is in the archive. */
interface Place {
  readonly archiveId: string;
  readonly frames: number;
  /** Bytes of a frame where it is not compressed. */
  readonly nativeBytes: number | null;
}

interface ReceivedSeries {
  readonly series: ManifestSeries;
  readonly received: readonly DicomDataset[];
  readonly places: ReadonlyMap<string, Place>;
}

const receivedSeries = async (
  archive: Archive,
  { admitted, ofSeries }: ExamImages,
  row: SeriesRow,
  number: number
): Promise<ReceivedSeries> => {
  const { study_uid: studyUid, series_uid: seriesUid, modality, problems } = row;
  const [metadata, archived] = await Promise.all([
    archive.seriesMetadata(studyUid, seriesUid),
    archive.instances(studyUid, seriesUid),
  ]);
  requireAllTold(metadata, ofSeries.get(seriesUid) ?? [], seriesUid);
  const ids = new Map(archived.map(({ sopInstanceUid, id }) => [sopInstanceUid, id]));
  const sopOf = (dataset: DicomDataset): string => textOf(dataset, '00080018') ?? '';
  const ours = metadata.filter(dataset => admitted.has(sopOf(dataset)) && isAdmitted(dataset));
  const images = byInstanceNumber(await withPixelData(archive, ours, archived)).filter(hasPixels);
  const places = new Map<string, Place>();
  const instances = await inParallel(images, asksAtOnce, async dataset => {
    const sopUid = sopOf(dataset);
    const archiveId = ids.get(sopUid);
    if (archiveId === undefined) {
      throw new ArchiveError(
        'CL_ARCHIVE_ANSWER',
        'The image archive lists an image it does not hold.',
        { resource: sopUid, reason: 'in the series metadata, not in the instance list' }
      );
    }
    places.set(sopUid, {
      ...{ archiveId, frames: numbersOf(dataset, '00280008')?.[0] ?? 1 },
      nativeBytes: nativeFrameBytes(dataset),
    });
    const transferSyntax = await archive.transferSyntax(archiveId);
    // Frames come from the archive as they are asked for: most are not looked at.
    return { sopUid, sha256: admitted.get(sopUid) ?? null, transferSyntax, frames: [] };
  });
  return {
    series: {
      ...{ studyUid, seriesUid, modality, problems, number, instances },
      role: row.role ?? modality,
    },
    received: images,
    places,
  };
};

/**
 * An exam as a QC technologist sees it: metadata through the same list as a read's, the trial's own subject identifier
 * and true dates, as the QC page has them, and names of its own for all its images.
 * @throws ArchiveError
 */
export const presentExam = async (archive: Archive, exam: ExamImages): Promise<ShownImages> => {
  const all = await inParallel(
    exam.series.map((row, place) => ({ row, number: place + 1 })),
    seriesAtOnce,
    ({ row, number }) => receivedSeries(archive, exam, row, number)
  );
  const shown = all.filter(({ received }) => received.length > 0);
  const manifest: Manifest = {
    schemaVersion: 1,
    timepoints: [
      {
        ...{ timepointId: exam.examId, code: '', label: '', date: exam.date, current: true },
        series: shown.map(({ series }) => series),
      },
    ],
  };
  const reals = shown.flatMap(({ series, received }) => [
    series.seriesUid,
    ...received.flatMap(dataset =>
      ['00080018', '00200052'].flatMap(tag => textOf(dataset, tag) ?? [])
    ),
  ]);
  const presentation = composePresentation({
    ...{ readId: exam.examId, subjectCode: exam.subject, dateShiftDays: 0, manifest },
    variant: qcVariant,
    ownWindows: true,
    pseudonyms: new Map([
      ...reals.map((real): [string, string] => [real, exam.pseudonym(real)]),
      [exam.examId, exam.studyInstanceUid],
    ]),
  });
  const files = await packRead(
    presentation,
    new Map(shown.map(({ series, received }) => [series.seriesUid, received]))
  );
  const places = new Map(shown.flatMap(({ places: own }) => [...own]));
  return {
    presentation,
    metadata: async (timepoint, series) => {
      const name = metadataName(
        pseudonymOf(presentation, series === null ? timepoint.timepointId : series.seriesUid)
      );
      const file = files.get(name);
      if (file === undefined) throw new Error('an exam without the metadata of what it shows');
      return file;
    },
    frame: async (_series, { sopUid, transferSyntax }, number) => {
      const place = places.get(sopUid);
      if (place === undefined || number > place.frames) return null;
      return textlessFrame(archive, place.archiveId, number, transferSyntax, place.nativeBytes);
    },
  };
};

/** Exams kept ready at a time. */
const capacity = 8;

/**
 * Presents exams, the last few kept in memory under all that their presentation is made from: what has changed is made
 * anew. Requests for the same one share the work.
 */
export const examPresenter = (
  present: (exam: ExamImages) => Promise<ShownImages>
): ((exam: ExamImages) => Promise<ShownImages>) => {
  const kept = new Map<string, Promise<ShownImages>>();
  return exam => {
    const roles = exam.series.map(({ role }) => role);
    const key = JSON.stringify([exam.studyInstanceUid, roles]);
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const making = present(exam);
    kept.set(key, making);
    making.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    return making;
  };
};
