import { sql } from 'kysely';
import type { Role } from '../trials/roles.js';

/** Whoever sees identities in a trial as unblinded support never reads there, with whatever other role. */
const hasIn = (accountId: string, roles: readonly Role[]) => sql<boolean>`(
  select coalesce(
    bool_or(trial_role.role in (${sql.join(roles)})) and not bool_or(trial_role.role = 'unblindedSupport'), false)
  from trial_role join subject as of_course on of_course.trial_id = trial_role.trial_id
  where of_course.id = course.subject_id and trial_role.account_id = ${accountId})`;

/** For a query that has `course`: true where the person may read in its trial at all, whatever is assigned to them. */
export const mayReadIn = (accountId: string) => hasIn(accountId, ['reader', 'adjudicator']);

/** The same where the person may decide between reads. */
export const mayAdjudicateIn = (accountId: string) => hasIn(accountId, ['adjudicator']);

/** The same where the person may meet other readers for one agreed read. */
export const mayMeetIn = (accountId: string) => hasIn(accountId, ['reader']);
