import type { ServerDeps } from '../http/server-deps.js';

/**
 * A global read over one read that is not signed, given to some people: enough to be asked for, and nothing of it can be
 * shown but that there is one. Returns its public id.
 */
export const insertGlobalRead = async (
  { db, now, newId }: Pick<ServerDeps, 'db' | 'now' | 'newId'>,
  read: { readonly id: string },
  accounts: readonly string[]
): Promise<string> => {
  const { course_id: course, charter_version_id: charter } = await db
    .selectFrom('read')
    .select(['course_id', 'charter_version_id'])
    .where('id', '=', read.id)
    .executeTakeFirstOrThrow();
  const id = newId();
  const publicId = `global-read-${id}`;
  await db
    .insertInto('global_read')
    .values({
      ...{ id, public_id: publicId, course_id: course, version: 1, state: 'ready' },
      ...{ charter_version_id: charter, asked_at: now() },
    })
    .execute();
  await db
    .insertInto('global_read_read')
    .values({ global_read_id: id, read_id: read.id, content_hash: 'x' })
    .execute();
  for (const account of accounts) {
    await db
      .insertInto('global_read_assignment')
      .values({
        ...{ global_read_id: id, account_id: account, assigned_at: now() },
        reason: 'for the test',
      })
      .execute();
  }
  return publicId;
};
