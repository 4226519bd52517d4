import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { StandingReadState } from './place-facts.js';
import { timepointScopePrefix } from '../workflow/subject-reading.js';

/**
 * For a query that has `adjudication`: what stands at a place of its own. One that is read anew stands there as the reads of
 * it, until something it rests on changes.
 */
export const hasPlace = sql<boolean>`adjudication.state not in ('superseded', 'void', 'reading')
  and (adjudication.state <> 'signed' or exists (select 1 from adjudication_signature
    where adjudication_signature.adjudication_id = adjudication.id))`;

/** States in which an adjudication is still to be decided. */
export const isUndecided = sql<boolean>`adjudication.state in ('waiting', 'ready', 'reading', 'draft', 'onHold')`;

/** The adjudications of some courses in the form of reads: of a timepoint, or of the whole subject. */
export const adjudicationRows = async (db: Kysely<Database>, courses: readonly string[]) => {
  if (courses.length === 0) return [];
  return db
    .selectFrom('adjudication')
    .leftJoin('timepoint', join =>
      join
        .onRef('timepoint.subject_id', '=', 'adjudication.subject_id')
        .on(sql<boolean>`adjudication.scope = ${timepointScopePrefix} || timepoint.code`)
    )
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('adjudication_assignment')
          .innerJoin('account', 'account.id', 'adjudication_assignment.account_id')
          .select(['adjudication_assignment.account_id', 'account.user_name'])
          .whereRef('adjudication_assignment.adjudication_id', '=', 'adjudication.id')
          .where('adjudication_assignment.ended_at', 'is', null)
          .orderBy('adjudication_assignment.assigned_at', 'desc')
          .limit(1)
          .as('assignment'),
      join => join.onTrue()
    )
    .select(['adjudication.id', 'adjudication.public_id', 'adjudication.opened_at'])
    .select(['adjudication.course_id', 'timepoint.id as timepoint_id', 'adjudication.version'])
    .select(sql<StandingReadState>`adjudication.state`.as('state'))
    .select([sql<'adjudication'>`'adjudication'`.as('task'), sql<string>`'all'`.as('component')])
    .select(['adjudication.charter_version_id', 'assignment.account_id', 'assignment.user_name'])
    .select(sql<string | null>`left(adjudication.due_date, 10)`.as('due_date'))
    .where('adjudication.course_id', 'in', courses)
    .where(hasPlace)
    .orderBy('adjudication.version')
    .execute();
};
