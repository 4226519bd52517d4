import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { dueDateUnder } from './due-date.js';
import { lockSubject } from './lock-subject.js';
import { consensusMachine } from './machines/consensus.js';
import { lockConsensus } from './open-consensus.js';

/** Ids of the meetings of a course's subject whose images are to be prepared: also one that was called before it had any. */
export const waitingMeetings = async (
  db: Kysely<Database>,
  courseId: string
): Promise<string[]> => {
  const rows = await db
    .selectFrom('course')
    .innerJoin('consensus', join =>
      join
        .onRef('consensus.track_id', '=', 'course.track_id')
        .onRef('consensus.subject_id', '=', 'course.subject_id')
    )
    .select('consensus.id')
    .where('course.id', '=', courseId)
    .where(({ or, and, eb }) =>
      or([
        eb('consensus.state', '=', 'waiting'),
        and([
          eb('consensus.manifest_id', 'is', null),
          eb('consensus.state', 'in', ['open', 'proposed']),
        ]),
      ])
    )
    .orderBy('consensus.id')
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * Opens a meeting that waits to its readers, once its images are ready. Safe to repeat.
 * @throws what the archive throws while it does not answer; the meeting then waits.
 */
export const releaseMeeting = async (deps: ServerDeps, id: string): Promise<void> => {
  await deps.archive.releaseTogether('consensus', id);
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('consensus')
      .innerJoin('track', 'track.id', 'consensus.track_id')
      .innerJoin('charter_version', 'charter_version.id', 'consensus.charter_version_id')
      .select(['consensus.subject_id', 'charter_version.trial_id', 'charter_version.resolved'])
      .select('track.code as track')
      .where('consensus.id', '=', id)
      .executeTakeFirstOrThrow();
    await lockSubject(trx, row.subject_id);
    const state = await lockConsensus(trx, id);
    if (state !== 'waiting') return;
    await trx
      .updateTable('consensus')
      .set({ due_date: dueDateUnder(charterTerms(row.resolved, row.track), at, deps.zone) })
      .where('id', '=', id)
      .execute();
    await applyTransition(trx, [changeOf(consensusMachine, id, state, 'release')], {
      ...{ ...bySystem(), chain: row.trial_id, at, zone: deps.zone },
      details: { consensus: id },
    });
  });
};
