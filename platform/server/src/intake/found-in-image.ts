import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import { waitingSubject } from '../deidentification/deidentify-image.js';
import type { IntakeRules } from './intake-rules.js';

/**
 * What the charter's rules found in an image as it was received: what is kept of it may no longer say so. Null where it
 * said nothing.
 */
export interface FoundInImage {
  readonly subject: string | null;
  readonly site: string | null;
  readonly timepoint: string | null;
  readonly role: string | null;
  /** Of the rules that found it: `IntakeRules.hash`. */
  readonly rules: string;
}

/** The role that the charter proposes for the series of an image. */
export const roleOf = (image: DicomDataset, { roles }: Pick<IntakeRules, 'roles'>): string | null =>
  roles.find(
    ({ modality, tests }) =>
      modality === textOf(image, '00080060') && tests.every(test => test(image))
  )?.role ?? null;

export const foundInImage = (image: DicomDataset, rules: IntakeRules): FoundInImage => ({
  subject: rules.subject(image) ?? null,
  site: rules.site(image) ?? null,
  timepoint: rules.timepoint(image) ?? null,
  role: roleOf(image, rules),
  rules: rules.hash,
});

/**
 * What is known of an image that the archive holds: what was found when it came; under rules that a later charter has changed,
 * what they find in what was kept, and else the same.
 * @param received null where it was kept as it came
 */
export const knownOfImage = (
  kept: DicomDataset,
  received: FoundInImage | null,
  rules: IntakeRules,
  auditKey: string
): FoundInImage => {
  if (received?.rules === rules.hash) return received;
  const now = foundInImage(kept, rules);
  if (received === null) return now;
  const nobody = waitingSubject(auditKey, textOf(kept, '0020000D') ?? '');
  const known = rules.roles.some(({ role }) => role === received.role);
  return {
    subject: now.subject === nobody ? received.subject : (now.subject ?? received.subject),
    site: now.site ?? received.site,
    timepoint: now.timepoint ?? received.timepoint,
    role: now.role ?? (known ? received.role : null),
    rules: rules.hash,
  };
};
