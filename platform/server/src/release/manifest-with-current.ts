import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { asManifest, hashManifest, type Manifest } from './manifest.js';

/** A manifest of several timepoints with one of them as the current one, which comes first. */
export const withCurrent = ({ timepoints }: Manifest, timepointId: string): Manifest => {
  const current = timepoints.find(one => one.timepointId === timepointId);
  if (current === undefined) throw new Error(`no timepoint ${timepointId} is in the manifest`);
  const others = timepoints.filter(one => one !== current);
  return {
    schemaVersion: 1,
    timepoints: [{ ...current, current: true }, ...others.map(one => ({ ...one, current: false }))],
  };
};

/** Records what a manifest shows with another of its timepoints as the current one; returns the new manifest's id. */
export const recordWithCurrent = async (
  trx: Transaction<Database>,
  deps: { readonly now: () => Date; readonly newId: () => string },
  manifestId: string,
  timepointId: string
): Promise<string> => {
  const { content } = await trx
    .selectFrom('image_manifest')
    .select('content')
    .where('id', '=', manifestId)
    .executeTakeFirstOrThrow();
  const manifest = withCurrent(asManifest(content), timepointId);
  const id = deps.newId();
  await trx
    .insertInto('image_manifest')
    .values({
      ...{ id, hash: hashManifest(manifest), content: JSON.stringify(manifest) },
      created_at: deps.now(),
    })
    .execute();
  return id;
};
