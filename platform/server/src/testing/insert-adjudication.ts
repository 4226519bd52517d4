import type { ServerDeps } from '../http/server-deps.js';

/**
 * An adjudication over one read that is not signed, given to some people: enough to be asked for, and nothing of it can be
 * shown but that there is one. Returns its public id.
 */
export const insertAdjudication = async (
  { db, now, newId }: Pick<ServerDeps, 'db' | 'now' | 'newId'>,
  read: { readonly id: string; readonly subject_id: string },
  accounts: readonly string[]
): Promise<string> => {
  const { track_id: trackId, charter_version_id: charter } = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .select(['course.track_id', 'read.charter_version_id'])
    .where('read.id', '=', read.id)
    .executeTakeFirstOrThrow();
  const [id, course] = [newId(), newId()];
  const publicId = `adjudication-${id}`;
  await db
    .insertInto('course')
    .values({
      ...{ id: course, track_id: trackId, subject_id: read.subject_id, slot: 'ADJ' },
      ...{ subject_code: 'S-ADJ', date_shift_days: -1000 },
    })
    .execute();
  await db
    .insertInto('adjudication')
    .values({
      ...{ id, public_id: publicId, track_id: trackId, subject_id: read.subject_id },
      ...{ course_id: course, scope: 'subject', charter_version_id: charter, state: 'ready' },
      ...{ swap: false, engine_version: 'x', created_at: now() },
      comparison: JSON.stringify({
        ...{ scope: { kind: 'subject' }, timepoints: ['BL'], status: 'discordant', single: null },
        ...{ readByOne: [], fired: ['bor'], variables: [] },
      }),
    })
    .execute();
  for (const account of accounts) {
    await db
      .insertInto('adjudication_assignment')
      .values({
        ...{ adjudication_id: id, account_id: account, assigned_at: now() },
        reason: 'for the test',
      })
      .execute();
  }
  return publicId;
};
