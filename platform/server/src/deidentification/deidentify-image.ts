import { createHmac } from 'node:crypto';
import type { Mask } from '@corelab/charter';
import {
  defaultOptions,
  deidentify,
  edition,
  longString,
  uidMapper,
  type DeidentificationPlan,
  type DeidentificationReport,
} from '@corelab/deidentification';
import { numbersOf, textOf, type DicomDataset } from '../archive/dicom-json.js';
import { hashBytes, hashJson, keyedDigest } from '../audit/canonical-json.js';
import type { DicomHeader } from '../intake/dicom-header.js';
import type { DeidentificationRules } from './deidentification-rules.js';

/** What is kept in place of a received file, or why it is not let in. */
export type ImageToKeep =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Of the bytes. */
      readonly sha256: string;
      /** Null where images are kept as they come. */
      readonly made: MadeReport | null;
    }
  | {
      readonly ok: false;
      /** What is wrong and at which tag, without values. */
      readonly refusal: string;
    };

/** What was done to one file, and by which plan. */
export interface MadeReport {
  /** SHA-256 of what the plan says, but of whom. */
  readonly plan: string;
  readonly report: DeidentificationReport;
}

/** One key for each use, all of them of the installation's audit key. */
const derivedKey = (auditKey: string, use: string): Uint8Array =>
  createHmac('sha256', auditKey).update(`deidentification ${use}`).digest();

const sameText = (asked: string | undefined, image: DicomDataset, tag: string): boolean =>
  asked === undefined || textOf(image, tag)?.toLowerCase() === asked.trim().toLowerCase();

const sameNumber = (asked: number | undefined, image: DicomDataset, tag: string): boolean =>
  asked === undefined || numbersOf(image, tag)?.[0] === asked;

/** The rectangles of a charter that are for an image. */
export const masksFor = (masks: readonly Mask[], image: DicomDataset): Mask[] =>
  masks.filter(
    mask =>
      textOf(image, '00080060') === mask.modality &&
      sameText(mask.manufacturer, image, '00080070') &&
      sameText(mask.model, image, '00081090') &&
      sameNumber(mask.rows, image, '00280010') &&
      sameNumber(mask.columns, image, '00280011')
  );

const rectangleOf = ({ rectangle: [left = 0, top = 0, width = 0, height = 0] }: Mask) => ({
  ...{ left, top, width, height },
});

/** What an image bears whose subject is not known: the same in all of its study, and nobody's identifier. */
export const waitingSubject = (auditKey: string, studyUid: string): string => {
  const digest = createHmac('sha256', derivedKey(auditKey, 'waiting')).update(studyUid);
  return `WAITING-${digest.digest('hex').slice(0, 12)}`;
};

/** Whom an image is of, and what a person has said of it. */
export interface ImageToDeidentify {
  readonly header: Pick<DicomHeader, 'dataset' | 'studyUid'>;
  readonly bytes: Uint8Array;
  /** The subject's identifier, where it is written as the charter writes them. */
  readonly subject: string | null;
  /** A person has looked at the pixels and found no identity in them. */
  readonly cleared: boolean;
}

/**
 * What takes the place of an image in the archive when the identity of its subject is destroyed: it names the stand-in. What
 * was de-identified is otherwise as it was; what was kept as it came is de-identified now, but for UIDs and dates.
 */
export const withStandIn = (
  auditKey: string,
  rules: DeidentificationRules,
  image: { readonly bytes: Uint8Array; readonly asReceived: boolean; readonly standIn: string }
): { ok: true; bytes: Uint8Array; sha256: string } | { ok: false; refusal: string } => {
  const { bytes, asReceived, standIn: subject } = image;
  const options = asReceived || rules.off !== null ? defaultOptions : rules.options;
  const digestKey = derivedKey(auditKey, 'digest');
  const made = deidentify(bytes, {
    ...{ subject, words: rules.words, trial: rules.trial, shiftDays: 0, masks: [] },
    options: { ...options, dates: 'full', retainUids: true },
    // A person or a rectangle of the charter had it let in.
    burnedInAnnotation: 'cleared',
    uid: uid => uid,
    digest: value => keyedDigest(digestKey, value),
  });
  if (!made.ok) return { ok: false, refusal: made.refusal.message };
  return { ok: true, bytes: made.bytes, sha256: hashBytes(made.bytes) };
};

/** De-identifies one received file as the charter says; the same file and charter give the same bytes. */
export const imageToKeep = (
  auditKey: string,
  rules: DeidentificationRules,
  { header, bytes, subject, cleared }: ImageToDeidentify
): ImageToKeep => {
  if (rules.off !== null) return { ok: true, bytes, sha256: hashBytes(bytes), made: null };
  const said = {
    ...{ options: rules.options, words: rules.words, trial: rules.trial, shiftDays: 0 },
    burnedInAnnotation: cleared ? ('cleared' as const) : ('refused' as const),
    masks: masksFor(rules.masks, header.dataset).map(rectangleOf),
  };
  const digestKey = derivedKey(auditKey, 'digest');
  const plan: DeidentificationPlan = {
    ...said,
    subject:
      subject !== null && longString.test(subject)
        ? subject
        : waitingSubject(auditKey, header.studyUid),
    uid: uidMapper(derivedKey(auditKey, 'uid')),
    // Node's, several times as fast as the package's own: a file has a hundred values.
    digest: value => keyedDigest(digestKey, value),
  };
  const made = deidentify(bytes, plan);
  if (!made.ok) return { ok: false, refusal: made.refusal.message };
  return {
    ...{ ok: true, bytes: made.bytes, sha256: hashBytes(made.bytes) },
    made: { plan: hashJson({ edition, ...said }), report: made.report },
  };
};
