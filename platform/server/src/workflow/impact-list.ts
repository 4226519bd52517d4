import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ImpactDecision } from './decide-impact.js';
import type { ReadState } from './machines/read.js';
import { earlierReadIsOpen } from './may-open.js';
import { endedStates } from './new-read-version.js';
import type { ImpactCause } from './read-impacts.js';

export interface ImpactItem {
  readonly id: string;
  /** The read's id towards browsers. */
  readonly readId: string;
  readonly cause: ImpactCause;
  readonly subject: string;
  readonly timepoint: string;
  readonly slot: string;
  readonly version: number;
  readonly readState: ReadState;
  readonly exam: string | null;
  readonly examDate: string | null;
  /** Code of the timepoint that changed. */
  readonly changed: string | null;
  readonly noticedAt: string;
  /** It is this one's turn: the earlier read that it stands on is signed. Of undecided ones alone. */
  readonly decidable: boolean;
  readonly decision: ImpactDecision | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

/** What changed under reads of a trial, in the order it was noticed, a page of it. */
export const impactsOf = async (
  db: Kysely<Database>,
  trialId: string,
  filter: { readonly pending: boolean; readonly after: string | null; readonly limit: number }
): Promise<{ readonly impacts: ImpactItem[]; readonly next: string | null }> => {
  let query = db
    .selectFrom('read_impact')
    .innerJoin('read', 'read.id', 'read_impact.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .leftJoin('timepoint as changed', 'changed.id', 'read_impact.timepoint_id')
    .leftJoin('exam', 'exam.id', 'read_impact.exam_id')
    .leftJoin('account', 'account.id', 'read_impact.decided_by')
    .select(['read_impact.id', 'read_impact.cause', 'read_impact.exam_id', 'noticed_at'])
    .select(['decision', 'read_impact.reason', 'account.user_name', 'subject.identifier'])
    .select(['course.slot', 'read.version', 'read.state', 'timepoint.code'])
    .select('exam.acquisition_date')
    .select(['changed.code as changed', 'read.public_id', earlierReadIsOpen.as('earlier_open')])
    .where('read_impact.trial_id', '=', trialId)
    .orderBy('read_impact.id')
    .limit(filter.limit + 1);
  if (filter.pending) {
    // Of a read that another took the place of, nothing is left to decide.
    query = query.where('decision', 'is', null).where('read.state', 'not in', endedStates);
  }
  if (filter.after !== null) query = query.where('read_impact.id', '>', filter.after);
  const rows = await query.execute();
  const impacts = rows.slice(0, filter.limit).map(row => ({
    readId: row.public_id,
    decidable: row.decision === null && !(row.cause === 'earlierRead' && row.earlier_open),
    ...{ id: row.id, cause: row.cause, subject: row.identifier, slot: row.slot },
    ...{ timepoint: row.code ?? 'subject', version: row.version, readState: row.state },
    ...{
      exam: row.exam_id,
      examDate: row.acquisition_date,
      changed: row.changed,
      noticedAt: row.noticed_at.toISOString(),
    },
    ...{ decision: row.decision, decidedBy: row.user_name, reason: row.reason },
  }));
  return { impacts, next: rows.length > filter.limit ? (impacts.at(-1)?.id ?? null) : null };
};
