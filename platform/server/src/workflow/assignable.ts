import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { RequiredQualifications } from '../trials/missing-qualifications.js';
import { requiredIn } from './may-open.js';

/** Where in a subject's reading something is to be done, and what its charter asks of whoever does it. */
export interface SlotPlace {
  readonly trialId: string;
  readonly trackId: string;
  readonly subjectId: string;
  readonly courseId: string;
  readonly slot: string;
  readonly charterVersion: number;
  readonly required: RequiredQualifications;
}

/** A read or an adjudication that gets its person. */
export interface Assignable {
  readonly id: string;
  /** How audit entries call it. */
  readonly thing: 'read' | 'adjudication';
  place(trx: Transaction<Database>): Promise<SlotPlace>;
  isAssigned(trx: Transaction<Database>): Promise<boolean>;
  assign(trx: Transaction<Database>, accountId: string, at: Date): Promise<void>;
}

interface PlaceRow {
  readonly trial_id: string;
  readonly track_id: string;
  readonly subject_id: string;
  readonly course_id: string;
  readonly slot: string;
  readonly version: number;
  readonly required: RequiredQualifications;
}

const placeOf = (row: PlaceRow): SlotPlace => ({
  ...{ trialId: row.trial_id, trackId: row.track_id, subjectId: row.subject_id },
  ...{ courseId: row.course_id, slot: row.slot, charterVersion: row.version },
  required: row.required,
});

const placeColumns = ['course.track_id', 'course.subject_id', 'course.id as course_id'] as const;
const termColumns = ['course.slot', 'charter_version.trial_id', 'charter_version.version'] as const;

export const readToAssign = (id: string): Assignable => ({
  id,
  thing: 'read',
  place: async trx =>
    placeOf(
      await trx
        .selectFrom('read')
        .innerJoin('course', 'course.id', 'read.course_id')
        .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
        .select([...placeColumns, ...termColumns, requiredIn.as('required')])
        .where('read.id', '=', id)
        .executeTakeFirstOrThrow()
    ),
  isAssigned: async trx =>
    (await trx
      .selectFrom('read_assignment')
      .select('account_id')
      .where('read_id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()) !== undefined,
  assign: async (trx, accountId, at) => {
    await trx
      .insertInto('read_assignment')
      .values({ read_id: id, account_id: accountId, assigned_at: at, reason: 'charter' })
      .execute();
  },
});

export const adjudicationToAssign = (id: string): Assignable => ({
  id,
  thing: 'adjudication',
  place: async trx =>
    placeOf(
      await trx
        .selectFrom('adjudication')
        .innerJoin('course', 'course.id', 'adjudication.course_id')
        .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
        .select([...placeColumns, ...termColumns, requiredIn.as('required')])
        .where('adjudication.id', '=', id)
        .executeTakeFirstOrThrow()
    ),
  isAssigned: async trx =>
    (await trx
      .selectFrom('adjudication_assignment')
      .select('account_id')
      .where('adjudication_id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()) !== undefined,
  assign: async (trx, accountId, at) => {
    await trx
      .insertInto('adjudication_assignment')
      .values({ adjudication_id: id, account_id: accountId, assigned_at: at, reason: 'charter' })
      .execute();
  },
});
