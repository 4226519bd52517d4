import { foundInImage } from '../intake/found-in-image.js';
import type { ArrivedImage } from '../intake/admit.js';
import type { DicomHeader } from '../intake/dicom-header.js';
import { identifying } from '../intake/identifying.js';
import type { TrialOfIntake } from '../intake/trial-rules.js';
import { imageToKeep, masksFor, type ImageToKeep } from './deidentify-image.js';

export interface ReceivedFile {
  readonly header: DicomHeader;
  readonly bytes: Uint8Array;
}

/** What is kept of a received file of a trial. */
export const keptOf = (
  auditKey: string,
  { rules }: TrialOfIntake,
  { header, bytes }: ReceivedFile,
  cleared = false
): ImageToKeep => {
  const subject = rules.subject(header.dataset);
  return imageToKeep(auditKey, rules.deidentification, {
    ...{ header, bytes, cleared },
    subject: subject !== undefined && rules.isSubject(subject) ? subject : null,
  });
};

/** Keywords by which a received image identifies a person; what a rectangle of the charter blacks does not. */
const identifyingIn = ({ demo, rules }: TrialOfIntake, { dataset }: DicomHeader): string[] => {
  if (demo) return [];
  const found = identifying(dataset, rules.isSubject);
  const { off, masks } = rules.deidentification;
  const masked = off === null && masksFor(masks, dataset).length > 0;
  return masked ? found.filter(keyword => keyword !== 'BurnedInAnnotation') : found;
};

/** What a trial's rules make of a received file, but for where it is. */
export const judged = (
  trial: TrialOfIntake,
  header: DicomHeader,
  kept: ImageToKeep
): Pick<ArrivedImage, 'header' | 'identifying' | 'refusal' | 'found' | 'keptSha256'> => ({
  header,
  identifying: identifyingIn(trial, header),
  refusal: kept.ok ? null : kept.refusal,
  found: foundInImage(header.dataset, trial.rules),
  keptSha256: kept.ok ? kept.sha256 : null,
});
