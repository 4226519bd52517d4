import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { storedCharter } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { slotsBySubject, slotsInForce } from './charter-to-follow.js';
import { drawnShift, freeCode } from './drawn.js';
import { hasUnreadImages } from './late-timepoints.js';
import { takenCodes } from './subject-codes.js';

/**
 * Courses of every track's slots for every subject that has images; what exists stays. Returns the courses of the trial
 * in which something is due; none while no charter version is in force.
 */
export const ensureCourses = (deps: ServerDeps, trialId: string): Promise<string[]> =>
  deps.db.transaction().execute(async trx => {
    const version = await effectiveVersion(trx, trialId);
    if (version === null) return [];
    for (const { id: code, kind } of storedCharter(version.resolved).tracks) {
      await trx
        .insertInto('track')
        .values({ id: deps.newId(), trial_id: trialId, code, kind })
        .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
        .execute();
    }
    const tracks = await trx
      .selectFrom('track')
      .select('id')
      .where('trial_id', '=', trialId)
      .orderBy('code')
      .forUpdate()
      .execute();
    for (const { id: trackId } of tracks) await makeCourses(trx, deps, { trialId, trackId });
    return dueCourses(trx, trialId);
  });

const makeCourses = async (
  trx: Transaction<Database>,
  deps: Pick<ServerDeps, 'newId'>,
  track: { readonly trialId: string; readonly trackId: string }
): Promise<void> => {
  const subjects = await incomplete(trx, track);
  if (subjects.length === 0) return;
  const taken = await trx
    .selectFrom('course')
    .select(['subject_id', 'slot'])
    .where('track_id', '=', track.trackId)
    .where(sql<boolean>`subject_id = any(${subjects}::uuid[])`)
    .execute();
  const exists = new Set(taken.map(row => `${row.subject_id} ${row.slot}`));
  const codes = await takenCodes(trx, track.trackId);
  const slotsOf = await slotsBySubject(trx, { ...track, subjects });
  for (const subject of subjects) {
    for (const { slot } of await slotsOf(subject)) {
      if (exists.has(`${subject} ${slot}`)) continue;
      await trx
        .insertInto('course')
        .values({
          ...{ id: deps.newId(), track_id: track.trackId, subject_id: subject, slot },
          ...{ subject_code: freeCode(codes), date_shift_days: drawnShift() },
        })
        .execute();
    }
  }
};

/** Enrolled subjects without a course in some slot of some version that is or was in force. */
const incomplete = async (
  trx: Transaction<Database>,
  { trialId, trackId }: { readonly trialId: string; readonly trackId: string }
): Promise<string[]> => {
  const slots = await slotsInForce(trx, { trialId, trackId });
  const rows = await trx
    .selectFrom('subject')
    .select('subject.id')
    .where('trial_id', '=', trialId)
    .where('status', '=', 'enrolled')
    .where(
      sql<boolean>`exists (select 1 from unnest(${slots}::text[]) as planned (slot) where not exists (
        select 1 from course where course.track_id = ${trackId} and course.subject_id = subject.id
        and course.slot = planned.slot))`
    )
    .orderBy('identifier')
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * The courses of a trial in which a release may be due by what there is of images, people and charter: those with images
 * that nobody has to read yet, and those with a read that is not its reader's yet.
 */
export const dueCourses = async (db: Kysely<Database>, trialId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select('course.id')
    .where('track.trial_id', '=', trialId)
    .where(
      sql<boolean>`(${hasUnreadImages} or exists (select 1 from read
        where read.course_id = course.id and read.state in ('waiting', 'ready', 'returnedToQc')))`
    )
    .orderBy('course.id')
    .execute();
  return rows.map(row => row.id);
};
