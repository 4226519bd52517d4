import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** The codes that subjects of a track have anywhere: in courses, and where readers meet. */
export const takenCodes = async (db: Kysely<Database>, trackId: string): Promise<Set<string>> => {
  const ofCourses = await db
    .selectFrom('course')
    .select('subject_code')
    .where('track_id', '=', trackId)
    .execute();
  const ofMeetings = await db
    .selectFrom('consensus')
    .select('subject_code')
    .where('track_id', '=', trackId)
    .execute();
  return new Set([...ofCourses, ...ofMeetings].map(row => row.subject_code));
};
