import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import { toldDate } from '../blinding/made-values.js';
import { ageText } from '../blinding/subject-facts.js';
import type { ManifestSeries, ManifestTimepoint } from '../release/manifest.js';
import { pseudonymOf, subjectTold, type Presentation } from '../release/presentation.js';

type Query = Readonly<Record<string, unknown>>;

const element = (vr: string, ...values: readonly unknown[]): DicomElement => ({
  vr,
  Value: values,
});

const studyDate = (presentation: Presentation, timepoint: ManifestTimepoint): DicomDataset => {
  const told = toldDate(timepoint.date, presentation.variant, presentation.dateShiftDays);
  return told === null ? {} : { '00080020': element('DA', told.replaceAll('-', '')) };
};

const patient = (presentation: Presentation, timepoint: ManifestTimepoint): DicomDataset => {
  const { sex = null, ageYears = null } = subjectTold(presentation, timepoint) ?? {};
  return {
    '00100010': element('PN', { Alphabetic: presentation.subjectCode }),
    '00100020': element('LO', presentation.subjectCode),
    ...(sex === null ? {} : { '00100040': element('CS', sex) }),
    ...(ageYears === null ? {} : { '00101010': element('AS', ageText(ageYears)) }),
  };
};

const imageCount = (series: readonly ManifestSeries[]): number =>
  series.reduce((count, one) => count + one.instances.length, 0);

/** One timepoint as the answer to a study query. */
export const studyAnswer = (
  presentation: Presentation,
  timepoint: ManifestTimepoint
): DicomDataset => ({
  ...studyDate(presentation, timepoint),
  '00080056': element('CS', 'ONLINE'),
  '00080061': element('CS', ...new Set(timepoint.series.map(series => series.modality))),
  ...patient(presentation, timepoint),
  '0020000D': element('UI', pseudonymOf(presentation, timepoint.timepointId)),
  '00201206': element('IS', timepoint.series.length),
  '00201208': element('IS', imageCount(timepoint.series)),
});

/** One series as the answer to a series query. */
export const seriesAnswer = (
  presentation: Presentation,
  timepoint: ManifestTimepoint,
  series: ManifestSeries
): DicomDataset => ({
  ...studyDate(presentation, timepoint),
  '00080056': element('CS', 'ONLINE'),
  '00080060': element('CS', series.modality),
  '0008103E': element('LO', series.role),
  ...patient(presentation, timepoint),
  '0020000D': element('UI', pseudonymOf(presentation, timepoint.timepointId)),
  '0020000E': element('UI', pseudonymOf(presentation, series.seriesUid)),
  '00200011': element('IS', series.number),
  '00201209': element('IS', series.instances.length),
});

/** A filter of a query under its keyword or tag; several values by comma, backslash or repetition. */
const wanted = (query: Query, keyword: string, tag: string): readonly string[] | undefined => {
  const given = [query[keyword], query[tag]].flat().filter(value => typeof value === 'string');
  const values = given.flatMap(value => value.split(/[,\\]/)).filter(value => value !== '');
  return values.length === 0 ? undefined : values;
};

const fits = (filter: readonly string[] | undefined, value: string): boolean =>
  filter === undefined || filter.includes(value) || filter.includes('*');

const window = <T>(query: Query, answers: readonly T[]): T[] => {
  const whole = (name: string): number | undefined => {
    const value = query[name];
    return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  };
  const offset = whole('offset') ?? 0;
  const limit = whole('limit');
  return answers.slice(offset, limit === undefined ? undefined : offset + limit);
};

/**
 * QIDO-RS studies: StudyInstanceUID and PatientID filter; others are ignored, as the standard allows. Where they are not
 * `listed`, only who names a study's UID finds it.
 */
export const queryStudies = (
  presentation: Presentation,
  query: Query,
  listed = true
): DicomDataset[] => {
  const uids = wanted(query, 'StudyInstanceUID', '0020000D');
  const patients = wanted(query, 'PatientID', '00100020');
  if (!fits(patients, presentation.subjectCode)) return [];
  const shown = presentation.manifest.timepoints.filter(({ timepointId }) => {
    const uid = pseudonymOf(presentation, timepointId);
    return listed ? fits(uids, uid) : uids?.includes(uid) === true;
  });
  return window(query, shown).map(timepoint => studyAnswer(presentation, timepoint));
};

/** QIDO-RS series of one study: SeriesInstanceUID and Modality filter. */
export const querySeries = (
  presentation: Presentation,
  timepoint: ManifestTimepoint,
  query: Query
): DicomDataset[] => {
  const uids = wanted(query, 'SeriesInstanceUID', '0020000E');
  const modalities = wanted(query, 'Modality', '00080060');
  const shown = timepoint.series.filter(
    series =>
      fits(uids, pseudonymOf(presentation, series.seriesUid)) && fits(modalities, series.modality)
  );
  return window(query, shown).map(series => seriesAnswer(presentation, timepoint, series));
};

const instanceTags = [
  '00080016',
  '00080018',
  '00080056',
  '0020000D',
  '0020000E',
  '00200013',
  '00280008',
  '00280010',
  '00280011',
  '00280100',
];

/** QIDO-RS instances: a part of the blinded metadata. */
export const queryInstances = (metadata: readonly DicomDataset[], query: Query): DicomDataset[] =>
  window(query, metadata).map(dataset =>
    Object.fromEntries(
      instanceTags.flatMap(tag => {
        const found = dataset[tag];
        return found === undefined ? [] : [[tag, found]];
      })
    )
  );
