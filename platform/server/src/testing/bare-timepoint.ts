import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import type { Database } from '../database/schema.js';

/** A trial of its own with one subject and one expected timepoint: the least that has a state. */
export const insertBareTimepoint = async (
  db: Kysely<Database>,
  at: Date
): Promise<{ trialId: string; timepointId: string }> => {
  const [trialId, subjectId, timepointId] = [v7(), v7(), v7()];
  await db
    .insertInto('trial')
    .values({ id: trialId, code: trialId, name: 'Trial', area: 'oncology', created_at: at })
    .execute();
  await db
    .insertInto('subject')
    .values({ id: subjectId, trial_id: trialId, identifier: 'S1' })
    .execute();
  await db
    .insertInto('timepoint')
    .values({
      ...{ id: timepointId, subject_id: subjectId, code: 'BL', label: 'Baseline' },
      ...{ kind: 'baseline', ordinal: 0, visit_number: 1, state: 'expected' as const },
    })
    .execute();
  return { trialId, timepointId };
};

export const stateOfTimepoint = async (db: Kysely<Database>, id: string): Promise<string> =>
  (await db.selectFrom('timepoint').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
