import { sql } from 'kysely';
import { hatOf, rolesActing } from '../hats/acting.js';
import type { Role } from '../trials/roles.js';

/**
 * Who reads and decides in one trial does each in its hat: what is of the adjudicator's slot waits for that hat, and the rest
 * for the reader's.
 */
const slotOfHat = (accountId: string) => {
  const hat = hatOf(accountId);
  const [other, slots] =
    hat === 'reader'
      ? ['adjudicator', sql<boolean>`course.slot <> 'ADJ'`]
      : hat === 'adjudicator'
        ? ['reader', sql<boolean>`course.slot = 'ADJ'`]
        : [null, sql<boolean>`true`];
  return other === null
    ? slots
    : sql<boolean>`(${slots} or not exists (
        select 1 from trial_role join subject as of_slot on of_slot.trial_id = trial_role.trial_id
        where of_slot.id = course.subject_id and trial_role.account_id = ${accountId}
          and trial_role.role = ${other}))`;
};

/** Whoever sees identities in a trial as unblinded support never reads there, with whatever other role or in whatever hat. */
const hasIn = (accountId: string, roles: readonly Role[]) => sql<boolean>`(
  exists (
    select 1 from ${rolesActing(accountId)} as acting join subject as of_course on of_course.trial_id = acting.trial_id
    where of_course.id = course.subject_id and acting.role in (${sql.join(roles)}))
  and not exists (
    select 1 from trial_role join subject as of_course on of_course.trial_id = trial_role.trial_id
    where of_course.id = course.subject_id and trial_role.account_id = ${accountId}
      and trial_role.role = 'unblindedSupport')
  and ${slotOfHat(accountId)})`;

/** For a query that has `course`: true where the person may read in its trial at all, whatever is assigned to them. */
export const mayReadIn = (accountId: string) => hasIn(accountId, ['reader', 'adjudicator']);

/** The same where the person may decide between reads. */
export const mayAdjudicateIn = (accountId: string) => hasIn(accountId, ['adjudicator']);

/** The same where the person may meet other readers for one agreed read. */
export const mayMeetIn = (accountId: string) => hasIn(accountId, ['reader']);
