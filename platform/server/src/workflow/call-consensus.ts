import type { PanelComparison } from '@corelab/adjudication';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationEngine } from './compare-reads.js';
import { engineVersion } from './derive.js';
import { drawnOrder, drawnShift, freeCode, randomPublicId } from './drawn.js';
import { consensusMachine } from './machines/consensus.js';
import { panelSlotOf } from './panel-reads.js';
import { takenCodes } from './subject-codes.js';
import type { SubjectReading } from './subject-reading.js';

/** Whoever read a slot's last timepoint meets for it. */
interface Meeting {
  readonly courseId: string;
  readonly slot: string;
  readonly accountId: string;
}

const readersOf = async (
  trx: Transaction<Database>,
  { courses, reads }: SubjectReading
): Promise<Meeting[]> => {
  const found: Meeting[] = [];
  for (const { id: courseId, slot } of courses) {
    const last = reads.findLast(read => read.courseId === courseId);
    if (last === undefined) continue;
    const { account_id: accountId } = await trx
      .selectFrom('signature')
      .select('account_id')
      .where('read_id', '=', last.id)
      .executeTakeFirstOrThrow();
    found.push({ courseId, slot, accountId });
  }
  return found;
};

/**
 * Has the readers of a subject meet over what they read: on exactly the reads that were compared, whose names are drawn, and
 * under a subject code that none of their courses has. It waits for its images (`releaseMeeting`).
 */
export const callConsensus = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  comparison: PanelComparison
): Promise<void> => {
  const { trialId, trackId, subjectId, charterVersionId, reads } = reading;
  const at = deps.now();
  const id = deps.newId();
  const readers = await readersOf(trx, reading);
  const names = drawnOrder(readers.map(({ slot }) => panelSlotOf(slot)));
  const before = await trx
    .selectFrom('consensus')
    .select('version')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  await trx
    .insertInto('consensus')
    .values({
      ...{ id, public_id: randomPublicId(), track_id: trackId, subject_id: subjectId },
      ...{ version: (before?.version ?? 0) + 1, charter_version_id: charterVersionId },
      ...{ state: 'waiting', names: JSON.stringify(names), comparison: JSON.stringify(comparison) },
      engine_version: `${engineVersion}, ${adjudicationEngine}`,
      subject_code: freeCode(await takenCodes(trx, trackId)),
      ...{ date_shift_days: drawnShift(), created_at: at },
    })
    .execute();
  await trx
    .insertInto('consensus_read')
    .values(
      reads.map(read => ({
        ...{ consensus_id: id, read_id: read.id, content_hash: read.contentHash },
      }))
    )
    .execute();
  await trx
    .insertInto('consensus_reader')
    .values(
      readers.map(({ courseId, slot, accountId }) => ({
        ...{ consensus_id: id, course_id: courseId, slot, account_id: accountId },
      }))
    )
    .execute();
  const reason = [...comparison.differing, ...comparison.differ].join(', ');
  await applyTransition(trx, [changeOf(consensusMachine, id, null, 'call')], {
    ...{ ...bySystem(reason), chain: trialId, at, zone: deps.zone },
    details: {
      ...{ consensus: id, subject: subjectId, names, comparison },
      readers: readers.map(({ slot, accountId }) => ({ slot, reader: accountId })),
      reads: reads.map(read => ({ read: read.id, contentHash: read.contentHash })),
    },
  });
};
