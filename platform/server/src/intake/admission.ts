import type { QuarantineState } from '../workflow/machines/quarantine.js';
import type { DicomHeader } from './dicom-header.js';

/** What became of a delivered file. */
export type FileOutcome = 'stored' | 'alreadyThere' | 'quarantined' | 'refused' | 'notDicom';

/**
 * Why an image is kept apart: its SOP instance UID is known with other bytes, or it is known in another study or
 * series; it, its series or its study is known under another patient; it identifies a person; it can not be de-identified.
 */
export type QuarantineCause =
  | 'otherBytes'
  | 'otherStudy'
  | 'otherPatient'
  | 'identity'
  | 'notDeidentified';

/** One received image. */
export interface ReceivedImage extends Pick<
  DicomHeader,
  'sopUid' | 'studyUid' | 'seriesUid' | 'patientId'
> {
  readonly sha256: string;
  /** Keywords of the attributes by which it identifies a person. */
  readonly identifying: readonly string[];
  /** Why it can not be de-identified; null where it can. */
  readonly refusal: string | null;
}

/** What is known where the image belongs. */
export interface KnownImages {
  /** What the archive may show under its SOP instance UID. */
  readonly instance:
    | (Omit<ReceivedImage, 'identifying' | 'refusal'> & {
        /** Of what the archive holds in its place. */
        readonly keptSha256: string;
      })
    | null;
  /** What came under that UID with these bytes and was kept apart. */
  readonly kept: { readonly state: QuarantineState } | null;
  /** Another study that the series belongs to. */
  readonly otherStudyOfSeries: boolean;
  /** Another patient that images of the study belong to. */
  readonly otherPatientOfStudy: boolean;
}

export type Admission =
  | { readonly outcome: 'stored' | 'alreadyThere' }
  | { readonly outcome: 'refused'; readonly reason: string }
  /** `held`: it is in quarantine already. */
  | {
      readonly outcome: 'quarantined';
      readonly held: boolean;
      readonly causes: readonly QuarantineCause[];
    };

/** An unknown patient is no other one. */
export const otherPatient = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** Whether an image is let in. The same bytes are never a new thing; other bytes never take the place of what is there. */
export const admission = (image: ReceivedImage, known: KnownImages): Admission => {
  const { instance, kept } = known;
  if (instance !== null && [instance.sha256, instance.keptSha256].includes(image.sha256)) {
    return { outcome: 'alreadyThere' };
  }
  if (kept?.state === 'quarantined') return { outcome: 'quarantined', held: true, causes: [] };
  if (kept?.state === 'refused') {
    return { outcome: 'refused', reason: 'these bytes were refused from quarantine before' };
  }
  const causes: QuarantineCause[] = [
    ...(instance === null ? [] : (['otherBytes'] as const)),
    ...(known.otherStudyOfSeries ||
    (instance !== null &&
      (instance.studyUid !== image.studyUid || instance.seriesUid !== image.seriesUid))
      ? (['otherStudy'] as const)
      : []),
    ...(known.otherPatientOfStudy ||
    (instance !== null && otherPatient(instance.patientId, image.patientId))
      ? (['otherPatient'] as const)
      : []),
    ...(image.identifying.length === 0 ? [] : (['identity'] as const)),
    ...(image.refusal === null || image.identifying.includes('BurnedInAnnotation')
      ? []
      : (['notDeidentified'] as const)),
  ];
  return causes.length === 0
    ? { outcome: 'stored' }
    : { outcome: 'quarantined', held: false, causes };
};
