import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { calendarDay } from '../trials/calendar-day.js';
import { charterTerms } from '../trials/charter-terms.js';
import { afterWorkingDays } from './calendar.js';

/** By when a read that is released is to be signed, by its own charter version; null where that has no turnaround. */
export const dueDateOf = async (
  db: Kysely<Database>,
  readId: string,
  releasedAt: Date,
  zone: string
): Promise<string | null> => {
  const { resolved } = await db
    .selectFrom('read')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select('charter_version.resolved')
    .where('read.id', '=', readId)
    .executeTakeFirstOrThrow();
  const { turnaroundDays, calendar } = charterTerms(resolved);
  return turnaroundDays === null
    ? null
    : afterWorkingDays(calendarDay(releasedAt, zone), turnaroundDays, calendar);
};
