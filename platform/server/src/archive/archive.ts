import type { DicomDataset } from './dicom-json.js';

/** One stored instance: the archive's own id and what it belongs to. */
export interface ArchivedInstance {
  readonly id: string;
  readonly sopInstanceUid: string;
}

/**
 * The image archive as the server uses it. Every method throws ArchiveError: CL_ARCHIVE_UNAVAILABLE when it does
 * not answer in time, CL_ARCHIVE_NOT_FOUND, CL_ARCHIVE_REFUSED (credentials or input), CL_ARCHIVE_ANSWER
 * when the answer is not what the standard says.
 */
export interface Archive {
  /** Resolves when the archive answers, within seconds. */
  answers(): Promise<void>;
  /** QIDO-RS: all studies. */
  studies(): Promise<DicomDataset[]>;
  /** QIDO-RS: the series of a study. */
  series(studyUid: string): Promise<DicomDataset[]>;
  /** WADO-RS metadata of every instance of a study. */
  studyMetadata(studyUid: string): Promise<DicomDataset[]>;
  /** WADO-RS metadata of every instance of a series. */
  seriesMetadata(studyUid: string, seriesUid: string): Promise<DicomDataset[]>;
  /** The archive's ids of a study's instances, or of one series of it. */
  instances(studyUid: string, seriesUid?: string): Promise<ArchivedInstance[]>;
  /** The whole Part 10 file as stored. */
  file(instanceId: string): Promise<Uint8Array>;
  /** One frame's bytes as stored, not decoded; frames count from 1. */
  frame(instanceId: string, frameNumber: number): Promise<Uint8Array>;
  /** Whether the stored instance has the attribute Pixel Data, native or compressed. */
  hasPixelData(instanceId: string): Promise<boolean>;
  /** The transfer syntax UID the instance is stored in. */
  transferSyntax(instanceId: string): Promise<string>;
  /** Stores one Part 10 file. */
  storeInstance(bytes: Uint8Array): Promise<{ id: string; alreadyStored: boolean }>;
}
