import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { readerSuspended } from './read-refusals.js';

/** Subjects whose images this reader may not see: identifying information was seen, and that is not decided. */
export const suspendedSubjects = async (
  db: Kysely<Database>,
  accountId: string
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('problem')
    .select('subject_id')
    .where('raised_by', '=', accountId)
    .where('kind', '=', 'identifyingInformation')
    .where('state', '!=', 'resumed')
    .execute();
  return new Set(rows.map(row => row.subject_id));
};

/** The same of one course's subject, for a query that has `course`: true where its images are closed. */
export const suspendedFrom = (accountId: string) => sql<boolean>`exists (
  select 1 from problem where problem.subject_id = course.subject_id and problem.raised_by = ${accountId}
  and problem.kind = 'identifyingInformation' and problem.state <> 'resumed')`;

/** For a query that has `course`: somebody decided that they do not go on with its adjudications. */
export const excludedFrom = (accountId: string) => sql<boolean>`exists (
  select 1 from problem join adjudication on adjudication.id = problem.adjudication_id
  where adjudication.course_id = course.id and problem.raised_by = ${accountId} and problem.state = 'excluded'
  union all
  select 1 from unlock_request join adjudication on adjudication.id = unlock_request.adjudication_id
  join adjudication_signature on adjudication_signature.adjudication_id = adjudication.id
  where adjudication.course_id = course.id and adjudication_signature.account_id = ${accountId}
  and unlock_request.state = 'approved' and unlock_request.to_another)`;

/** @throws CodedError 403 CL_READER_SUSPENDED. */
export const requireNotSuspended = async (
  db: Kysely<Database>,
  accountId: string,
  subjectId: string
): Promise<void> => {
  if ((await suspendedSubjects(db, accountId)).has(subjectId)) throw readerSuspended();
};
