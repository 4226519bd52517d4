import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { isReadKind } from '../trials/timepoint-kinds.js';
import type { TimepointState } from './machines/timepoint.js';

interface Planned {
  readonly kind: string;
  readonly state: TimepointState;
  readonly ordinal: number;
}

/** The place of the last timepoint that a subject's imaging went on to; null while its end is not declared. */
export const imagingEnd = async (
  db: Kysely<Database>,
  subjectId: string
): Promise<number | null> => {
  const row = await db
    .selectFrom('imaging_end')
    .innerJoin('timepoint', 'timepoint.id', 'imaging_end.last_timepoint_id')
    .select('timepoint.ordinal')
    .where('imaging_end.subject_id', '=', subjectId)
    .where('imaging_end.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.ordinal ?? null;
};

/**
 * Whether a timepoint is to be read, now or later. Not one from before the baseline, nor one that was missed or can't be read, nor one after the end of imaging that nothing
 * came of: images that come all the same make it count again.
 */
export const isAwaited = ({ kind, state, ordinal }: Planned, end: number | null): boolean =>
  isReadKind(kind) &&
  state !== 'missed' &&
  state !== 'notReadable' &&
  !(state === 'expected' && end !== null && ordinal > end);

/** Whether a course has all its reads: `signed` are the timepoints, by id, of which it has a signed one. */
export const isComplete = (
  timepoints: readonly (Planned & { readonly id: string })[],
  signed: ReadonlySet<string>,
  end: number | null,
  closing: CharterTerms['closing']
): boolean =>
  (closing === 'endOfSchedule' || end !== null) &&
  timepoints.every(timepoint => signed.has(timepoint.id) || !isAwaited(timepoint, end));
