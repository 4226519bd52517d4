import type { Kysely } from 'kysely';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { shiftDate } from './calendar.js';
import { rateByAll, type DerivedByAll } from './derive.js';
import type { GlobalPlace } from './global-read-places.js';
import type { OpenGlobalRead } from './open-global-read.js';
import { readsAsSigned, type SignedReadOf } from './signed-reads.js';

/** The reads of a global read that are signed last at each of its timepoints, in their order. */
export const signedOf = async (
  db: Kysely<Database>,
  places: readonly GlobalPlace[]
): Promise<SignedReadOf[]> =>
  readsAsSigned(
    db,
    places.map(({ signed }) => signed)
  );

/**
 * The criteria over a whole course, as its reads are now: what a timepoint's response is with the changes made before it.
 * @throws those of `rate`
 */
export const ratedCourse = (
  { charter, dateShiftDays }: Pick<OpenGlobalRead, 'charter' | 'dateShiftDays'>,
  reads: readonly SignedReadOf[]
): DerivedByAll =>
  rateByAll(
    charter,
    reads.map(({ code, kind, date, document }) => ({
      ...{ id: code, kind, document },
      date: shiftDate(date, dateShiftDays) ?? '',
    }))
  );

/** Names the reads of a global read as they stand: a signature is of those that were seen. */
export const standingTag = (reads: readonly SignedReadOf[]): string =>
  `"${hashJson(reads.map(({ id, contentHash }) => ({ read: id, contentHash }))).slice(0, 32)}"`;
