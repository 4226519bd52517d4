import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { keptOf } from '../deidentification/arrived-image.js';
import { readHeader } from '../intake/dicom-header.js';
import { trialOfIntake } from '../intake/trial-rules.js';

/** What a trial keeps of a received file. */
export const keptOfFile = async (
  { db, auditKey }: { readonly db: Kysely<Database>; readonly auditKey: string },
  trialId: string,
  bytes: Uint8Array
): Promise<Uint8Array> => {
  const trial = await trialOfIntake(db, trialId);
  const parsed = readHeader(bytes);
  if (trial === null || !parsed.ok) throw new Error('no charter in force, or no DICOM file');
  const kept = keptOf(auditKey, trial, { header: parsed.header, bytes });
  if (!kept.ok) throw new Error(kept.refusal);
  return kept.bytes;
};

/** ImageType, BodyPartExamined, WindowCenterWidthExplanation: in no row of the standard's table, so they are kept. */
export const tagsThatKeepIt = ['00080008', '00180015', '00281055'];

/** Tags of a file under which a text stands anywhere; those of sequences for what is in them. */
export const tagsWith = (bytes: Uint8Array, text: string): string[] => {
  const parsed = readHeader(bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  const { dataset } = parsed.header;
  return Object.keys(dataset)
    .filter(tag => JSON.stringify(dataset[tag]).includes(text))
    .sort();
};
