import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { intakeRules, type IntakeRules } from './intake-rules.js';

/** A trial as the arrival of its images sees it. */
export interface TrialOfIntake {
  readonly id: string;
  /** A demonstration's images are made, and name persons who do not exist: they are no incident. */
  readonly demo: boolean;
  readonly rules: IntakeRules;
}

const ofRow = async (
  db: Kysely<Database>,
  trial: { readonly id: string; readonly demo: boolean }
): Promise<TrialOfIntake | null> => {
  const version = await effectiveVersion(db, trial.id);
  if (version === null) return null;
  return { id: trial.id, demo: trial.demo, rules: intakeRules(storedCharter(version.resolved)) };
};

/** Null while no version of its charter is in force. */
export const trialOfIntake = async (
  db: Kysely<Database>,
  trialId: string
): Promise<TrialOfIntake | null> =>
  ofRow(
    db,
    await db
      .selectFrom('trial')
      .select(['id', 'demo'])
      .where('id', '=', trialId)
      .executeTakeFirstOrThrow()
  );

/** The trials in force, by the protocol number that their images carry. */
export const trialsByProtocol = async (
  db: Kysely<Database>
): Promise<Map<string, TrialOfIntake>> => {
  const rows = await db.selectFrom('trial').select(['id', 'demo']).orderBy('created_at').execute();
  const found = await Promise.all(rows.map(row => ofRow(db, row)));
  return new Map(
    found.flatMap(trial => (trial === null ? [] : [[trial.rules.protocolId, trial] as const]))
  );
};
