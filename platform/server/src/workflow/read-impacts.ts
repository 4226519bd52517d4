import { sql, type Kysely, type Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { QcDeps } from '../qc/qc-deps.js';
import { begunStates } from '../trials/rereading.js';
import { markDecisions } from './adjudication-impacts.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { readMachine, type ReadState } from './machines/read.js';

/** What can change under a read that has begun. */
export const impactCauses = [
  /** Images reached its timepoint. */
  'imagesArrived',
  /** Images that it shows may not be read any more. */
  'imagesLeft',
  /** Images that it shows were corrected: their subject, date or role. */
  'imagesCorrected',
  /** An earlier read of its course is read again. */
  'earlierRead',
  /** A timepoint before it turned up after it was begun. */
  'insertedTimepoint',
] as const;
export type ImpactCause = (typeof impactCauses)[number];

export interface Impact {
  readonly trialId: string;
  readonly cause: ImpactCause;
  readonly examId: string | null;
  readonly timepointId: string | null;
}

interface BegunRead {
  readonly id: string;
  readonly state: ReadState;
}

/**
 * Notes for reads that something they stand on has changed: each has a decision to come. A signed one is marked; its
 * signature, document and manifest stay as they are; so is a signed decision about it. One that is open goes on as it is. Repeating it changes nothing.
 * @returns the reads for which it was not noted already
 */
export const markImpact = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  reads: readonly BegunRead[],
  { trialId, cause, examId, timepointId }: Impact
): Promise<string[]> => {
  const at = deps.now();
  const marked: string[] = [];
  for (const { id, state } of reads) {
    const impact = deps.newId();
    const noted = await trx
      .insertInto('read_impact')
      .values({
        ...{ id: impact, trial_id: trialId, read_id: id, cause, noticed_at: at },
        ...{ exam_id: examId, timepoint_id: timepointId },
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (noted === undefined) continue;
    marked.push(id);
    const details = { read: id, impact, cause, exam: examId, timepoint: timepointId, state };
    if (state === 'signed') {
      await applyTransition(trx, [changeOf(readMachine, id, state, 'markImpact')], {
        ...{ ...bySystem(cause), chain: trialId, at, zone: deps.zone, details },
      });
    } else {
      await appendAudit(trx, trialId, {
        ...{ act: 'read.impactMarked', at: at.toISOString(), zone: deps.zone, by: null, details },
      });
    }
  }
  await markDecisions(trx, deps, trialId, marked);
  return marked;
};

const begun = (db: Kysely<Database>) =>
  db
    .selectFrom('read')
    .select(['read.id', 'read.state'])
    .where('read.state', 'in', begunStates)
    .orderBy('read.id');

/** Images of an exam reached its timepoints: the reads of these that have begun have a decision to come. */
export const imagesArrived = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  { trialId, examId }: { readonly trialId: string; readonly examId: string }
): Promise<void> => {
  const timepoints = await trx
    .selectFrom('timepoint_exam')
    .select('timepoint_id')
    .where('exam_id', '=', examId)
    .orderBy('timepoint_id')
    .execute();
  for (const { timepoint_id: timepointId } of timepoints) {
    const reads = await begun(trx)
      .where('read.timepoint_id', '=', timepointId)
      .forNoKeyUpdate('read')
      .execute();
    await markImpact(trx, deps, reads, { trialId, cause: 'imagesArrived', examId, timepointId });
  }
};

/** An exam may not be read any more: the reads that have begun and show series of it have a decision to come. */
export const imagesLeft = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  exam: { readonly trialId: string; readonly examId: string; readonly subjectId: string }
): Promise<void> => {
  const { trialId, examId } = exam;
  const reads = await begun(trx)
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .where('course.subject_id', '=', exam.subjectId)
    .where(
      sql<boolean>`exists (
        select 1 from jsonb_path_query(image_manifest.content, '$.timepoints[*].series[*].seriesUid') as shown
        join series on series.series_uid = shown #>> '{}' where series.exam_id = ${examId})`
    )
    .forNoKeyUpdate('read')
    .execute();
  await markImpact(trx, deps, reads, {
    ...{ trialId, cause: 'imagesLeft', examId, timepointId: null },
  });
};

/** The later reads of a course in some states: of one that is made anew, the signed ones stood on it. */
export const laterReadsOf = async (
  trx: Transaction<Database>,
  read: { readonly courseId: string; readonly ordinal: number },
  states: readonly ReadState[] = begunStates
): Promise<BegunRead[]> =>
  begun(trx)
    .where('read.course_id', '=', read.courseId)
    .where('read.ordinal', '>', read.ordinal)
    .where('read.state', 'in', states)
    .forNoKeyUpdate('read')
    .execute();
