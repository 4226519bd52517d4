import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DicomDataset } from '../archive/dicom-json.js';
import { numbersOf, textOf } from '../archive/dicom-json.js';
import { ArchiveError } from '../archive/archive-error.js';
import { blindDataset } from '../blinding/blind.js';
import { seriesFacts } from '../blinding/series-facts.js';
import type { ManifestSeries, ManifestTimepoint } from './manifest.js';
import { pseudonymOf, type Presentation } from './presentation.js';

const compress = promisify(gzip);

/** The name of a study's or series' metadata file in the blinded store. */
export const metadataName = (pseudonym: string): string => `${pseudonym}.json.gz`;

const instanceNumber = (dataset: DicomDataset): number => numbersOf(dataset, '00200013')?.[0] ?? 0;

/** The blinded metadata of one series, in instance order, which numbers its images. Deterministic for one presentation. */
export const blindSeries = (
  presentation: Presentation,
  timepoint: ManifestTimepoint,
  series: ManifestSeries,
  received: readonly DicomDataset[]
): DicomDataset[] => {
  const bySop = new Map(received.map(dataset => [textOf(dataset, '00080018'), dataset]));
  const shown = new Set(series.instances.map(({ sopUid }) => sopUid));
  const facts = seriesFacts(
    received.filter(dataset => shown.has(textOf(dataset, '00080018') ?? ''))
  );
  return series.instances.map((instance, index) => {
    const dataset = bySop.get(instance.sopUid);
    if (dataset === undefined) {
      throw new ArchiveError(
        'CL_ARCHIVE_CHANGED',
        'The image archive no longer holds an image of this read.',
        {
          resource: instance.sopUid,
          reason: 'absent from the series metadata',
        }
      );
    }
    return blindDataset(dataset, {
      variant: presentation.variant,
      subjectCode: presentation.subjectCode,
      dateShiftDays: presentation.dateShiftDays,
      timepointDate: timepoint.date,
      role: series.role,
      seriesNumber: series.number,
      studyInstanceUid: pseudonymOf(presentation, timepoint.timepointId),
      pseudonym: real => presentation.pseudonyms.get(real),
      place: index + 1,
      series: facts,
      ownWindows: presentation.ownWindows === true,
      transferSyntax: instance.transferSyntax,
    });
  });
};

export const byInstanceNumber = (datasets: readonly DicomDataset[]): DicomDataset[] =>
  [...datasets].sort((a, b) => instanceNumber(a) - instanceNumber(b));

export const packMetadata = (datasets: readonly DicomDataset[]): Promise<Uint8Array> =>
  compress(JSON.stringify(datasets), { level: 6 });

/** Every metadata file of a read: one per series and one per study. */
export const packRead = async (
  presentation: Presentation,
  received: ReadonlyMap<string, readonly DicomDataset[]>
): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const timepoint of presentation.manifest.timepoints) {
    const study: DicomDataset[] = [];
    for (const series of timepoint.series) {
      const blinded = blindSeries(
        presentation,
        timepoint,
        series,
        received.get(series.seriesUid) ?? []
      );
      study.push(...blinded);
      files.set(
        metadataName(pseudonymOf(presentation, series.seriesUid)),
        await packMetadata(blinded)
      );
    }
    files.set(
      metadataName(pseudonymOf(presentation, timepoint.timepointId)),
      await packMetadata(study)
    );
  }
  return files;
};
