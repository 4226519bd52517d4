import { readDicomJson } from '@corelab/deidentification';
import type { DicomDataset } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';

/** A received file's attributes before its pixels, and what it is. */
export interface DicomHeader {
  readonly dataset: DicomDataset;
  readonly sopUid: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  /** SOP Class UID. */
  readonly sopClassUid: string;
  /** Null when it is absent or empty. */
  readonly patientId: string | null;
}

export type ParsedFile =
  | { readonly ok: true; readonly header: DicomHeader }
  | { readonly ok: false; readonly reason: string };

/** PS3.5, 9.1: digits and dots, at most 64 characters. */
const uidPattern = /^[0-9]+(\.[0-9]+)*$/;
const isUid = (text: string | undefined): text is string =>
  text !== undefined && text.length <= 64 && uidPattern.test(text);

/** The one value as it stands: a NUL within it is none of padding, and another reader ends there. */
const uidOf = (dataset: DicomDataset, tag: string): string | undefined => {
  const [uid, ...others] = dataset[tag]?.Value ?? [];
  return typeof uid === 'string' && others.length === 0 ? uid.trim() : undefined;
};

const pixelData = '7FE00010';

/** PS3.10, 7.1: 128 bytes of preamble, then DICM. */
const hasPrefix = (bytes: Uint8Array): boolean =>
  bytes.length > 132 && Buffer.from(bytes.subarray(128, 132)).toString('latin1') === 'DICM';

/** Reads a Part 10 file up to its pixels. What is wrong with it is the answer, not an exception. */
export const readHeader = (bytes: Uint8Array): ParsedFile => {
  if (!hasPrefix(bytes)) {
    return { ok: false, reason: 'not a DICOM Part 10 file: DICM is missing after the preamble' };
  }
  const read = readDicomJson(bytes);
  if (!read.ok) return { ok: false, reason: `not a readable DICOM file: ${read.refusal.message}` };
  const dataset: DicomDataset = Object.fromEntries(
    Object.entries(read.dataset).filter(([tag]) => tag !== pixelData)
  );
  const uids = {
    SOPClassUID: uidOf(dataset, '00080016'),
    SOPInstanceUID: uidOf(dataset, '00080018'),
    StudyInstanceUID: uidOf(dataset, '0020000D'),
    SeriesInstanceUID: uidOf(dataset, '0020000E'),
  };
  for (const [keyword, uid] of Object.entries(uids)) {
    if (!isUid(uid)) return { ok: false, reason: `${keyword} is absent or not a UID` };
  }
  return {
    ok: true,
    header: {
      dataset,
      sopUid: uids.SOPInstanceUID ?? '',
      studyUid: uids.StudyInstanceUID ?? '',
      seriesUid: uids.SeriesInstanceUID ?? '',
      sopClassUid: uids.SOPClassUID ?? '',
      patientId: textOf(dataset, '00100020') ?? null,
    },
  };
};
