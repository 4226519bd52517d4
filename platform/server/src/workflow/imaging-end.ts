import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { lockSubject } from './lock-subject.js';
import { courseMachine } from './machines/course.js';

export interface EndOfImaging {
  /** Its identifier in the trial. */
  readonly subject: string;
  /** Code of the last timepoint that its imaging went on to. */
  readonly lastTimepoint: string;
  readonly reason: string;
}

export interface DeclaredEnd {
  /** Codes of the timepoints that are not awaited any more. */
  readonly notAwaited: string[];
  readonly courses: readonly string[];
}

/**
 * Declares that a subject's imaging ended with a timepoint, as when treatment is discontinued: timepoints after it that
 * have no images are not awaited, so that its courses can close. Said again alike it changes nothing.
 * @throws CodedError 422 CL_SUBJECT_UNKNOWN, CL_TIMEPOINT_UNKNOWN or CL_IMAGES_AFTER_END, 409 CL_IMAGING_ENDED.
 */
export const declareImagingEnd = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: EndOfImaging
): Promise<DeclaredEnd> =>
  deps.db.transaction().execute(async trx => {
    const subject = await takenSubject(trx, trialId, asked.subject);
    const { last, notAwaited } = await endAt(trx, subject.id, asked.lastTimepoint);
    const courses = await trx
      .selectFrom('course')
      .select('id')
      .where('subject_id', '=', subject.id)
      .orderBy('id')
      .execute();
    const declared = { notAwaited, courses: courses.map(({ id }) => id) };
    const before = await trx
      .selectFrom('imaging_end')
      .innerJoin('timepoint', 'timepoint.id', 'imaging_end.last_timepoint_id')
      .select('timepoint.code')
      .where('imaging_end.subject_id', '=', subject.id)
      .where('imaging_end.withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (before?.code === asked.lastTimepoint) return declared;
    if (before !== undefined) {
      throw new CodedError(
        409,
        'CL_IMAGING_ENDED',
        `The end of imaging of this subject is declared already, with ${before.code}.`
      );
    }
    const at = deps.now();
    await trx
      .insertInto('imaging_end')
      .values({
        ...{ id: deps.newId(), subject_id: subject.id, last_timepoint_id: last },
        ...{ reason: asked.reason, declared_by: by, declared_at: at },
      })
      .execute();
    await appendAudit(trx, trialId, {
      act: 'imaging.ended',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        ...{ subject: subject.id, lastTimepoint: last, notAwaited },
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    return declared;
  });

/** @throws CodedError 422 CL_SUBJECT_UNKNOWN */
const takenSubject = async (
  trx: Transaction<Database>,
  trialId: string,
  identifier: string
): Promise<{ readonly id: string }> => {
  const subject = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (subject === undefined) {
    throw new CodedError(422, 'CL_SUBJECT_UNKNOWN', 'The trial has no such subject.');
  }
  await lockSubject(trx, subject.id);
  return subject;
};

/**
 * Takes back a declared end of imaging, said by mistake: timepoints after it are awaited again. Courses that closed with it
 * and were not compared yet are open again; what was compared or is final stands, and is read on when images come.
 * @throws CodedError 422 CL_SUBJECT_UNKNOWN, 409 CL_IMAGING_NOT_ENDED
 */
export const withdrawImagingEnd = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: Omit<EndOfImaging, 'lastTimepoint'>
): Promise<{ readonly courses: readonly string[] }> =>
  deps.db.transaction().execute(async trx => {
    const subject = await takenSubject(trx, trialId, asked.subject);
    const courses = await trx
      .selectFrom('course')
      .select(['id', 'state'])
      .where('subject_id', '=', subject.id)
      .orderBy('id')
      .forUpdate()
      .execute();
    const at = deps.now();
    const ended = await trx
      .updateTable('imaging_end')
      .set({ withdrawn_by: by, withdrawn_at: at, withdrawal_reason: asked.reason })
      .where('subject_id', '=', subject.id)
      .where('withdrawn_at', 'is', null)
      .returning('last_timepoint_id')
      .executeTakeFirst();
    if (ended === undefined) {
      const message = 'No end of imaging of this subject is declared.';
      throw new CodedError(409, 'CL_IMAGING_NOT_ENDED', message);
    }
    await appendAudit(trx, trialId, {
      ...{ act: 'imaging.endWithdrawn', at: at.toISOString(), zone: deps.zone, by },
      details: {
        ...{ subject: subject.id, lastTimepoint: ended.last_timepoint_id },
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    const closed = courses.filter(({ state }) => state === 'closed');
    if (closed.length > 0) {
      await applyTransition(
        trx,
        closed.map(({ id, state }) => changeOf(courseMachine, id, state, 'reopen')),
        {
          ...{ ...bySystem('imagingEndWithdrawn'), chain: trialId, at, zone: deps.zone },
          details: { subject: subject.id, cause: 'imagingEndWithdrawn' },
        }
      );
    }
    return { courses: courses.map(({ id }) => id) };
  });

const endAt = async (
  trx: Transaction<Database>,
  subjectId: string,
  code: string
): Promise<{ last: string; notAwaited: string[] }> => {
  const timepoints = await trx
    .selectFrom('timepoint')
    .select(['id', 'code', 'ordinal', 'state'])
    .where('subject_id', '=', subjectId)
    .orderBy('ordinal')
    .execute();
  const last = timepoints.find(timepoint => timepoint.code === code);
  if (last === undefined) {
    throw new CodedError(
      422,
      'CL_TIMEPOINT_UNKNOWN',
      `The subject has no timepoint ${code}: it has ${timepoints.map(one => one.code).join(', ')}.`
    );
  }
  const after = timepoints.filter(({ ordinal }) => ordinal > last.ordinal);
  const imaged = after.find(({ state }) => state !== 'expected' && state !== 'missed');
  if (imaged !== undefined) {
    throw new CodedError(
      422,
      'CL_IMAGES_AFTER_END',
      `${imaged.code} has images: imaging did not end with ${code}.`
    );
  }
  const notAwaited = after.filter(({ state }) => state === 'expected').map(one => one.code);
  return { last: last.id, notAwaited };
};
