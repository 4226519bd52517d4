import type { Kysely } from 'kysely';
import { iods } from '../blinding/iods.js';
import { policyTable } from '../blinding/policy-table.js';
import { policyVersion } from '../blinding/policy-version.js';
import { variantOf } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { storedCharter } from './charter-terms.js';

/**
 * What readers of a trial are shown of a header under one of its charter versions, without a number under the one in force.
 * @throws CodedError CL_NOT_FOUND for an unknown version, one with errors, and where none is in force
 */
export const trialBlinding = async (
  db: Kysely<Database>,
  trialId: string,
  version: number | null
) => {
  const row = await db
    .selectFrom('charter_version')
    .select(['version', 'resolved'])
    .where('trial_id', '=', trialId)
    .where(({ eb }) =>
      version === null ? eb('state', '=', 'effective') : eb('version', '=', version)
    )
    .executeTakeFirst();
  if (row === undefined || row.resolved === null) throw notFound();
  const variant = variantOf(storedCharter(row.resolved));
  return {
    ...{ charterVersion: row.version, policyVersion, variant },
    iods: iods.map(({ name, modality, sopClass }) => ({ name, modality, sopClass })),
    attributes: policyTable(variant).map(attribute => ({
      ...attribute,
      within: [...attribute.within],
      modalities: [...attribute.modalities],
      values: [...attribute.values],
    })),
  };
};
