import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * The codes that subjects of a track's trial have anywhere: in courses, and where readers meet. Of all its tracks, since one
 * person may read in several.
 */
export const takenCodes = async (db: Kysely<Database>, trackId: string): Promise<Set<string>> => {
  const tracks = db
    .selectFrom('track')
    .innerJoin('track as own', 'own.trial_id', 'track.trial_id')
    .select('track.id')
    .where('own.id', '=', trackId);
  const ofCourses = await db
    .selectFrom('course')
    .select('subject_code')
    .where('track_id', 'in', tracks)
    .execute();
  const ofMeetings = await db
    .selectFrom('consensus')
    .select('subject_code')
    .where('track_id', 'in', tracks)
    .execute();
  return new Set([...ofCourses, ...ofMeetings].map(row => row.subject_code));
};
