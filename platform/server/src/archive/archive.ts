import type { DicomDataset } from './dicom-json.js';

/** One stored instance: the archive's own id and what it belongs to. */
export interface ArchivedInstance {
  readonly id: string;
  readonly sopInstanceUid: string;
}

/** One entry of the archive's log of changes. */
export interface ArchiveChange {
  readonly sequence: number;
  /** For example `NewStudy`, `StableStudy`, `NewInstance`. */
  readonly type: string;
  /** The archive's own id of the study, series or instance. */
  readonly id: string;
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
  /** An attribute's value in ASCII as the archive reads it, for what this server can't read; null where it has none. */
  asciiOf(instanceId: string, tag: string): Promise<string | null>;
  /** The transfer syntax UID the instance is stored in. */
  transferSyntax(instanceId: string): Promise<string>;
  /** Entries of the log of changes after a sequence number, oldest first; `last` is the number to go on from. */
  changes(since: number): Promise<{
    readonly changes: readonly ArchiveChange[];
    readonly last: number;
    readonly done: boolean;
  }>;
  /** The newest sequence number; 0 while nothing ever changed. */
  lastChange(): Promise<number>;
  /** The instances of a study by the archive's own id; null when it holds no such study (any more). */
  instancesOf(studyId: string): Promise<ArchivedInstance[] | null>;
  /** The archive's own id of the study of an instance; null when it holds no such instance. */
  studyOfInstance(instanceId: string): Promise<string | null>;
  /** Takes one instance out; nothing when it is not there. */
  removeInstance(instanceId: string): Promise<void>;
  /** Stores one Part 10 file. */
  storeInstance(bytes: Uint8Array): Promise<{ id: string; alreadyStored: boolean }>;
}
