import { sql } from 'kysely';

/**
 * For a query that has `course`: true where the person may read in its trial at all, whatever is assigned to them. Whoever
 * sees identities there as unblinded support never reads, with whatever other role.
 */
export const mayReadIn = (accountId: string) => sql<boolean>`(
  select coalesce(
    bool_or(trial_role.role in ('reader', 'adjudicator')) and not bool_or(trial_role.role = 'unblindedSupport'), false)
  from trial_role join subject as of_course on of_course.trial_id = trial_role.trial_id
  where of_course.id = course.subject_id and trial_role.account_id = ${accountId})`;
