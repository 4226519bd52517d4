import type { Kysely } from 'kysely';
import type { DicomDataset } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';
import { policyVersion } from '../blinding/policy-version.js';
import type { PresentedPolicy, Variant } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import { hashManifest, type Manifest } from './manifest.js';
import { composePresentation } from './presentation.js';
import { packRead } from './read-metadata.js';

/** A manifest under the names of one presentation, with the metadata to be shown. */
export interface Prepared {
  readonly manifest: Manifest;
  readonly policy: PresentedPolicy;
  readonly uids: readonly {
    readonly kind: string;
    readonly real: string;
    readonly pseudonym: string;
  }[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Gives everything that a manifest shows a new name; `received` is the metadata of its series as received. */
export const prepare = async (
  deps: { readonly randomUid: () => string },
  of: {
    readonly id: string;
    readonly subjectCode: string;
    readonly dateShiftDays: number;
    readonly variant: Variant;
  },
  manifest: Manifest,
  received: ReadonlyMap<string, readonly DicomDataset[]>
): Promise<Prepared> => {
  const uids = identifiers(manifest, received).map(uid => ({
    ...uid,
    pseudonym: deps.randomUid(),
  }));
  const presentation = composePresentation({
    readId: of.id,
    subjectCode: of.subjectCode,
    dateShiftDays: of.dateShiftDays,
    variant: of.variant,
    manifest,
    pseudonyms: new Map(uids.map(uid => [uid.real, uid.pseudonym])),
  });
  return {
    ...{ manifest, uids, policy: { version: policyVersion, variant: of.variant } },
    files: await packRead(presentation, received),
  };
};

/** Whose presentation it is. */
export type ShownIn =
  | { readonly read_id: string }
  | { readonly adjudication_id: string }
  | { readonly global_read_id: string }
  | { readonly consensus_id: string };

/**
 * Records the presentation of a read, an adjudication, a global read or a meeting, with its manifest unless that is the one
 * `given` by id; returns the manifest's id.
 */
export const recordPresentation = async (
  trx: Kysely<Database>,
  deps: { readonly now: () => Date; readonly newId: () => string },
  { manifest, uids, policy }: Prepared,
  of: ShownIn,
  given: string | null = null
): Promise<string> => {
  const at = deps.now();
  const manifestId = given ?? deps.newId();
  const presentationId = deps.newId();
  if (given === null) {
    await trx
      .insertInto('image_manifest')
      .values({
        id: manifestId,
        hash: hashManifest(manifest),
        content: JSON.stringify(manifest),
        created_at: at,
      })
      .execute();
  }
  await trx
    .insertInto('presentation')
    .values({
      ...{ id: presentationId, ...of, manifest_id: manifestId, created_at: at },
      policy: JSON.stringify(policy),
    })
    .execute();
  await insertUids(trx, presentationId, uids);
  return manifestId;
};

const rowsAtOnce = 2000;

const insertUids = async (
  trx: Kysely<Database>,
  presentationId: string,
  uids: readonly { readonly kind: string; readonly real: string; readonly pseudonym: string }[]
): Promise<void> => {
  for (let from = 0; from < uids.length; from += rowsAtOnce) {
    await trx
      .insertInto('presentation_uid')
      .values(
        uids.slice(from, from + rowsAtOnce).map(uid => ({
          presentation_id: presentationId,
          kind: uid.kind,
          real_uid: uid.real,
          pseudonym: uid.pseudonym,
        }))
      )
      .execute();
  }
};

/** Every real identifier a manifest shows, with its kind; the frames of reference come from the images. */
const identifiers = (
  manifest: Manifest,
  received: ReadonlyMap<string, readonly DicomDataset[]>
): { kind: string; real: string }[] => {
  const frames = new Set<string>();
  for (const datasets of received.values()) {
    for (const dataset of datasets) {
      const frame = textOf(dataset, '00200052');
      if (frame !== undefined) frames.add(frame);
    }
  }
  return [
    ...manifest.timepoints.flatMap(timepoint => [
      { kind: 'timepoint', real: timepoint.timepointId },
      ...timepoint.series.flatMap(series => [
        { kind: 'series', real: series.seriesUid },
        ...series.instances.map(instance => ({ kind: 'instance', real: instance.sopUid })),
      ]),
    ]),
    ...[...frames].map(real => ({ kind: 'frameOfReference', real })),
  ];
};
