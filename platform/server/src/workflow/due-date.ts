import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { calendarDay } from '../trials/calendar-day.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { afterWorkingDays } from './calendar.js';

/** By when what is released now is to be signed; null where the charter has no turnaround. */
export const dueUnder = (
  { turnaroundDays, calendar }: Pick<CharterTerms, 'turnaroundDays' | 'calendar'>,
  releasedAt: Date,
  zone: string
): string | null =>
  turnaroundDays === null
    ? null
    : afterWorkingDays(calendarDay(releasedAt, zone), turnaroundDays, calendar);

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
  return dueUnder(charterTerms(resolved), releasedAt, zone);
};
