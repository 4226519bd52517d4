import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { RequiredQualifications } from '../trials/missing-qualifications.js';
import { bySystem } from './apply-transition.js';
import { giveRead, holderOf } from './give-read.js';
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
  place(db: Kysely<Database>): Promise<SlotPlace>;
  isAssigned(trx: Transaction<Database>): Promise<boolean>;
  /** Gives it to a person by the charter's rule, with the audit entry. */
  give(trx: Transaction<Database>, deps: ServerDeps, accountId: string): Promise<void>;
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

const byCharter = 'charter';

const placeOfRead = async (db: Kysely<Database>, id: string): Promise<SlotPlace> =>
  placeOf(
    await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
      .select([...placeColumns, ...termColumns, requiredIn.as('required')])
      .where('read.id', '=', id)
      .executeTakeFirstOrThrow()
  );

const placeOfAdjudication = async (db: Kysely<Database>, id: string): Promise<SlotPlace> =>
  placeOf(
    await db
      .selectFrom('adjudication')
      .innerJoin('course', 'course.id', 'adjudication.course_id')
      .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
      .select([...placeColumns, ...termColumns, requiredIn.as('required')])
      .where('adjudication.id', '=', id)
      .executeTakeFirstOrThrow()
  );

export const readToAssign = (id: string): Assignable => ({
  place: db => placeOfRead(db, id),
  isAssigned: async trx => (await holderOf(trx, id)) !== null,
  give: async (trx, deps, accountId) => {
    const { trialId } = await placeOfRead(trx, id);
    await giveRead(trx, deps, { trialId, readId: id, accountId, attempt: bySystem() }, byCharter);
  },
});

export const adjudicationToAssign = (id: string): Assignable => ({
  place: db => placeOfAdjudication(db, id),
  isAssigned: async trx =>
    (await trx
      .selectFrom('adjudication_assignment')
      .select('account_id')
      .where('adjudication_id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()) !== undefined,
  give: async (trx, deps, accountId) => {
    const at = deps.now();
    await trx
      .insertInto('adjudication_assignment')
      .values({ adjudication_id: id, account_id: accountId, assigned_at: at, reason: byCharter })
      .execute();
    const { trialId } = await placeOfAdjudication(trx, id);
    await appendAudit(trx, trialId, {
      ...{ act: 'adjudication.assigned', at: at.toISOString(), zone: deps.zone, by: null },
      details: { adjudication: id, to: accountId },
    });
  },
});
