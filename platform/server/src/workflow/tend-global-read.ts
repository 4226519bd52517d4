import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { readerBefore } from './assign-reader.js';
import { randomPublicId } from './drawn.js';
import { dueDateUnder } from './due-date.js';
import { placesOf, type GlobalPlace } from './global-read-places.js';
import { globalReadMachine, type GlobalReadState } from './machines/global-read.js';
import { endedStates } from './new-read-version.js';
import { lockCourse } from './reading-locks.js';
import type { SignedReadOf } from './signed-reads.js';

/** States in which a global read does not count any more. */
export const endedGlobalReads: readonly GlobalReadState[] = ['superseded', 'void'];

/** A course whose charter asks for a global read, taken. */
export interface CourseToTend {
  readonly id: string;
  readonly trialId: string;
  readonly charterVersionId: string;
  /** Its closing rule is satisfied, and every timepoint that is to be read is signed. */
  readonly complete: boolean;
  /** Ids of the timepoints that are to be read. */
  readonly awaited: readonly string[];
  /** Its own reads that stand. */
  readonly reads: readonly SignedReadOf[];
}

interface Current {
  readonly id: string;
  readonly state: GlobalReadState;
  readonly reader: string | null;
}

const currentOf = async (db: Kysely<Database>, courseId: string): Promise<Current | null> => {
  const row = await db
    .selectFrom('global_read')
    .leftJoin('global_read_assignment as given', join =>
      join.onRef('given.global_read_id', '=', 'global_read.id').on('given.ended_at', 'is', null)
    )
    .select(['global_read.id', 'global_read.state', 'given.account_id'])
    .where('course_id', '=', courseId)
    .where('state', 'not in', endedGlobalReads)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, state: row.state, reader: row.account_id };
};

/** Why a global read is no longer one of its course as it stands; null while it is. */
const outdated = (
  places: readonly GlobalPlace[],
  { reader, state }: Current,
  { awaited, holder }: { readonly awaited: readonly string[]; readonly holder: string | undefined }
): string | null => {
  const of = new Set(places.map(({ timepointId }) => timepointId));
  if (awaited.some(id => !of.has(id))) return 'a timepoint came to the course';
  if (places.some(({ timepointId }) => !awaited.includes(timepointId))) {
    return 'a timepoint left the course';
  }
  if (places.some(({ now }) => endedStates.includes(now.state))) return 'a read was made again';
  return state !== 'signed' && reader !== (holder ?? null) ? 'the reader was replaced' : null;
};

/**
 * Takes a course's global read as far as what is signed allows: asks for it when the course is complete, ends it when it
 * is no longer one of the course as it stands, gives it back to its reader when what they reconsidered is signed.
 * @returns whether the course may close: its global read is signed, or nothing of it was read
 */
export const tendGlobalRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  course: CourseToTend
): Promise<boolean> => {
  const { id: courseId, complete, awaited, reads, trialId } = course;
  const current = await currentOf(trx, courseId);
  if (current !== null) {
    const holder = await readerBefore(trx, courseId);
    const why = outdated(await placesOf(trx, current.id), current, { awaited, holder });
    if (why === null) {
      if (complete && current.state === 'reconsidering') {
        await applyTransition(
          trx,
          [changeOf(globalReadMachine, current.id, current.state, 'takeUpAgain')],
          {
            ...{ ...bySystem(), chain: trialId, at: deps.now(), zone: deps.zone },
            details: { globalRead: current.id },
          }
        );
      }
      return current.state === 'signed';
    }
    await endGlobalRead(trx, deps, trialId, current, why);
  }
  if (!complete) return false;
  if (reads.length === 0) return true;
  await askForGlobalRead(trx, deps, course);
  return false;
};

const endGlobalRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  trialId: string,
  { id, state }: Current,
  why: string
): Promise<void> => {
  const act = state === 'signed' ? 'supersede' : 'void';
  await applyTransition(trx, [changeOf(globalReadMachine, id, state, act)], {
    ...{ ...bySystem(why), chain: trialId, at: deps.now(), zone: deps.zone },
    details: { globalRead: id, because: why },
  });
};

const askForGlobalRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { id: courseId, trialId, charterVersionId, reads }: CourseToTend
): Promise<void> => {
  const reader = await readerBefore(trx, courseId);
  if (reader === undefined) throw new Error(`the reads of course ${courseId} are nobody's`);
  const { newest } = await trx
    .selectFrom('global_read')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('course_id', '=', courseId)
    .executeTakeFirstOrThrow();
  const [id, at] = [deps.newId(), deps.now()];
  const version = Number(newest ?? 0) + 1;
  await trx
    .insertInto('global_read')
    .values({
      ...{ id, public_id: randomPublicId(), course_id: courseId, version, state: 'waiting' },
      ...{ charter_version_id: charterVersionId, asked_at: at },
    })
    .execute();
  await trx
    .insertInto('global_read_read')
    .values(
      reads.map(read => ({
        ...{ global_read_id: id, read_id: read.id, content_hash: read.contentHash },
      }))
    )
    .execute();
  await trx
    .insertInto('global_read_assignment')
    .values({
      ...{ global_read_id: id, account_id: reader, assigned_at: at },
      reason: 'reader of the course',
    })
    .execute();
  await applyTransition(trx, [changeOf(globalReadMachine, id, null, 'ask')], {
    ...{ ...bySystem(), chain: trialId, at, zone: deps.zone },
    details: {
      ...{ globalRead: id, course: courseId, version, to: reader },
      reads: reads.map(read => ({ read: read.id, contentHash: read.contentHash })),
    },
  });
};

/** Ids of the global reads of a course's subject whose images are to be prepared. */
export const waitingGlobalReads = async (
  db: Kysely<Database>,
  courseId: string
): Promise<string[]> => {
  const rows = await db
    .selectFrom('course as own')
    .innerJoin('course', join =>
      join
        .onRef('course.track_id', '=', 'own.track_id')
        .onRef('course.subject_id', '=', 'own.subject_id')
    )
    .innerJoin('global_read', 'global_read.course_id', 'course.id')
    .select('global_read.id')
    .where('own.id', '=', courseId)
    .where('global_read.state', '=', 'waiting')
    .orderBy('global_read.id')
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * Opens a global read that waits to its reader, once its images are ready. Safe to repeat.
 * @throws what the archive throws while it does not answer; the global read then waits.
 */
export const releaseGlobalRead = async (deps: ServerDeps, id: string): Promise<void> => {
  await deps.archive.releaseTogether('global_read', id);
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    const row = trx
      .selectFrom('global_read')
      .innerJoin('course', 'course.id', 'global_read.course_id')
      .innerJoin('track', 'track.id', 'course.track_id')
      .innerJoin('charter_version', 'charter_version.id', 'global_read.charter_version_id')
      .select(['global_read.course_id', 'global_read.state', 'track.code as track'])
      .select(['charter_version.trial_id', 'charter_version.resolved'])
      .where('global_read.id', '=', id);
    await lockCourse(trx, (await row.executeTakeFirstOrThrow()).course_id);
    const { state, trial_id: trialId, resolved, track } = await row.executeTakeFirstOrThrow();
    if (state !== 'waiting') return;
    await trx
      .updateTable('global_read')
      .set({
        released_at: at,
        due_date: dueDateUnder(charterTerms(resolved, track), at, deps.zone),
      })
      .where('id', '=', id)
      .execute();
    await applyTransition(trx, [changeOf(globalReadMachine, id, state, 'release')], {
      ...{ ...bySystem(), chain: trialId, at, zone: deps.zone },
      details: { globalRead: id },
    });
  });
};
