import type { ServerDeps } from '../http/server-deps.js';

/**
 * A meeting over one read that is not signed, of some people, the first of them in the first slot: enough to be asked for,
 * and nothing of it can be shown but that there is one. Returns its public id.
 */
export const insertConsensus = async (
  { db, now, newId }: Pick<ServerDeps, 'db' | 'now' | 'newId'>,
  read: { readonly id: string; readonly subject_id: string },
  accounts: readonly string[]
): Promise<string> => {
  const place = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .select(['course.track_id', 'read.charter_version_id', 'read.course_id'])
    .where('read.id', '=', read.id)
    .executeTakeFirstOrThrow();
  const id = newId();
  const publicId = `consensus-${id}`;
  await db
    .insertInto('consensus')
    .values({
      ...{ id, public_id: publicId, track_id: place.track_id, subject_id: read.subject_id },
      ...{ version: 1, charter_version_id: place.charter_version_id, state: 'open' },
      ...{ names: '["reader1"]', engine_version: 'x', created_at: now() },
      ...{ subject_code: 'S-MEET', date_shift_days: -1000 },
      comparison: JSON.stringify({
        ...{ status: 'discordant', timepoints: ['BL'], differing: ['BL'], differ: [] },
      }),
    })
    .execute();
  await db
    .insertInto('consensus_reader')
    .values(
      accounts.map((account, index) => ({
        ...{ consensus_id: id, course_id: place.course_id, account_id: account },
        slot: `R${index + 1}`,
      }))
    )
    .execute();
  return publicId;
};
