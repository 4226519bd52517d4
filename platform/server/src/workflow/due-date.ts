import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { calendarDay } from '../trials/calendar-day.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { afterWorkingDays } from './calendar.js';

/** By when what is released under a charter version is to be signed; null where that has no turnaround. */
export const dueDateUnder = (
  { turnaroundDays, calendar }: Pick<CharterTerms, 'turnaroundDays' | 'calendar'>,
  releasedAt: Date,
  zone: string
): string | null =>
  turnaroundDays === null
    ? null
    : afterWorkingDays(calendarDay(releasedAt, zone), turnaroundDays, calendar);

/** The same of a read, by its own charter version. */
export const dueDateOf = async (
  db: Kysely<Database>,
  readId: string,
  releasedAt: Date,
  zone: string
): Promise<string | null> => {
  const { resolved, track } = await db
    .selectFrom('read')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['charter_version.resolved', 'track.code as track'])
    .where('read.id', '=', readId)
    .executeTakeFirstOrThrow();
  return dueDateUnder(charterTerms(resolved, track), releasedAt, zone);
};
