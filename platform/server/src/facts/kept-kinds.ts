import { factKeepers, factKinds, type ClinicalFacts, type FactKind } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import type { Role } from '../trials/roles.js';
import { effectiveVersion } from '../trials/trial-versions.js';

/** What the version in force keeps and who sees it; nothing while none is in force. */
export const clinicalFactsInForce = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ClinicalFacts> => {
  const version = await effectiveVersion(db, trialId);
  return version === null ? {} : storedCharter(version.resolved).clinicalFacts;
};

/** In the order of the charter's schema. */
export const keptIn = (facts: ClinicalFacts): FactKind[] =>
  factKinds.filter(kind => facts[kind] !== undefined);

/** Those that one of the roles sees. */
export const seenBy = (facts: ClinicalFacts, roles: readonly Role[]): FactKind[] =>
  keptIn(facts).filter(kind => facts[kind]?.roles.some(role => roles.includes(role)));

/** Whether somebody of these roles brings facts in. */
export const keepsFacts = (roles: readonly Role[]): boolean =>
  roles.some(role => factKeepers.includes(role));

/** In the roles in which somebody brings facts in, what they see: of the others they may not learn by bringing them in. */
export const broughtInBy = (facts: ClinicalFacts, roles: readonly Role[]): FactKind[] =>
  seenBy(
    facts,
    roles.filter(role => factKeepers.includes(role))
  );
