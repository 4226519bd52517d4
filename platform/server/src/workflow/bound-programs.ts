import type { Kysely } from 'kysely';
import { software } from '../audit/software.js';
import type { Database } from '../database/schema.js';

/** The programs and the policy that a signature binds beside its engine. */
export interface BoundPrograms {
  /** The server. */
  readonly software: string;
  /** The build of the viewer's plugins as its page names it; null where no page signed. */
  readonly plugins: string | null;
  /** Of the blinding under which its images were shown; null of images from before it was kept. */
  readonly policyVersion: string | null;
}

/** What a signature binds of programs: of whatever shows its images, by the id of that. */
export const boundPrograms = async (
  db: Kysely<Database>,
  shownBy: 'read_id' | 'adjudication_id' | 'global_read_id' | 'consensus_id',
  id: string,
  plugins: string | undefined
): Promise<BoundPrograms> => {
  const row = await db
    .selectFrom('presentation')
    .select('policy')
    .where(shownBy, '=', id)
    .executeTakeFirst();
  return { software, plugins: plugins ?? null, policyVersion: row?.policy?.version ?? null };
};
