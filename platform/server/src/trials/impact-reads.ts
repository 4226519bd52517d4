import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import { begunReads } from './rereading.js';
import { byScope, effectOn, goneStates, type ByScope, type Effect } from './version-effect.js';

/** One read, and what an approval would do to it by the scope it would have. */
export interface ImpactRead {
  readonly subject: string;
  readonly track: string;
  readonly slot: string;
  /** Its label; null for a read of a whole subject. */
  readonly timepoint: string | null;
  readonly state: ReadState;
  readonly effect: ByScope<Effect>;
}

/** A page of a trial's reads, by subject and timepoint: `from` counts from 0. The subject is the code that readers see. */
export const impactReads = async (
  db: Kysely<Database>,
  trialId: string,
  page: { readonly from: number; readonly limit: number }
): Promise<{ total: number; reads: ImpactRead[] }> => {
  const counted = db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .where('track.trial_id', '=', trialId)
    .where('read.state', 'not in', goneStates);
  const { total } = await counted
    .select(({ fn }) => fn.countAll<string | number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await counted
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select([
      'course.subject_id',
      'course.subject_code',
      'track.code as track',
      'course.slot',
      'timepoint.label as timepoint',
      'read.state',
    ])
    .orderBy('course.subject_code')
    .orderBy('track.code')
    .orderBy('course.slot')
    .orderBy('read.ordinal')
    .orderBy('read.id')
    .offset(page.from)
    .limit(page.limit)
    .execute();
  const subjects = [...new Set(rows.map(row => row.subject_id))];
  const begun = new Set(
    subjects.length === 0
      ? []
      : (
          await begunReads(db, trialId)
            .select('course.subject_id')
            .distinct()
            .where('course.subject_id', 'in', subjects)
            .execute()
        ).map(row => row.subject_id)
  );
  return {
    total: Number(total),
    reads: rows.map(row => ({
      subject: row.subject_code,
      ...{ track: row.track, slot: row.slot, timepoint: row.timepoint, state: row.state },
      effect: byScope(scope => effectOn(row.state, begun.has(row.subject_id), scope)),
    })),
  };
};
