import { sql } from 'kysely';

/**
 * How much a person has, for a query that has `account`: by what the charter counts, which is what they have open in any trial, or all reads and adjudications that they were ever given in this one.
 */
export const loads = {
  fewestOpen: () =>
    sql`(select count(*) from read_assignment join read on read.id = read_assignment.read_id
      where read_assignment.account_id = account.id and read_assignment.ended_at is null and read_assignment.to_do
      and read.state <> 'impactPending')
      + (select count(*) from adjudication_assignment given join adjudication on adjudication.id = given.adjudication_id
      where given.account_id = account.id and given.ended_at is null
      and adjudication.state not in ('signed', 'superseded', 'void', 'impactPending'))
      + (select count(*) from global_read_assignment given join global_read on global_read.id = given.global_read_id
      where given.account_id = account.id and given.ended_at is null
      and global_read.state not in ('signed', 'superseded', 'void'))`,
  fewestAssigned: (trialId: string) =>
    sql`(select count(distinct read.id) from read_assignment join read on read.id = read_assignment.read_id
      join charter_version on charter_version.id = read.charter_version_id
      where read_assignment.account_id = account.id and charter_version.trial_id = ${trialId})
      + (select count(distinct adjudication.id) from adjudication_assignment given
      join adjudication on adjudication.id = given.adjudication_id
      join charter_version on charter_version.id = adjudication.charter_version_id
      where given.account_id = account.id and charter_version.trial_id = ${trialId})`,
} as const;
