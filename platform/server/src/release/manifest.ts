import type { ImageProblem } from '@corelab/reads';
import { hashJson } from '../audit/canonical-json.js';
import type { SubjectFacts } from '../blinding/subject-facts.js';

/** One image of a manifest, with the real UIDs and the hashes of its blinded frames in order. */
export interface ManifestInstance {
  readonly sopUid: string;
  /** SHA-256 of the file as received; null when no receipt holds it. */
  readonly sha256: string | null;
  readonly transferSyntax: string;
  readonly frames: readonly string[];
}
export interface ManifestSeries {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly modality: string;
  readonly role: string;
  readonly number: number;
  readonly problems: readonly ImageProblem[];
  readonly instances: readonly ManifestInstance[];
}
/** A received series of images that the read does not show, and why. */
export interface UnshownSeries {
  /** null when no role of the charter fits. */
  readonly role: string | null;
  /** A term of DICOM; OT for anything else. */
  readonly modality: string;
  readonly problem: ImageProblem;
}
export interface ManifestTimepoint {
  readonly timepointId: string;
  readonly code: string;
  readonly label: string;
  /** Real date, ISO 8601. */
  readonly date: string | null;
  readonly current: boolean;
  /** Empty when the current timepoint has nothing this mode can read: `notShown` then says why. */
  readonly series: readonly ManifestSeries[];
  /** Absent in manifests from before this was recorded. */
  readonly notShown?: readonly UnshownSeries[];
  /** Absent where the charter did not let readers know it. */
  readonly subject?: SubjectFacts;
}
/** What one read is opened on; immutable, named by its hash. The current timepoint first, then by date. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly timepoints: readonly ManifestTimepoint[];
}

/** SHA-256 over the canonical JSON (RFC 8785), hexadecimal. */
export const hashManifest = (manifest: Manifest): string => hashJson(manifest);

/** Narrows what the database holds. @throws TypeError when it is not a manifest of this version. */
export const asManifest = (value: unknown): Manifest => {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('schemaVersion' in value) ||
    value.schemaVersion !== 1
  ) {
    throw new TypeError('the stored image manifest is not of schema version 1');
  }
  return value as Manifest;
};
