import type { Comparison } from '@corelab/adjudication';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationToAssign } from './assignable.js';
import { adjudicatorWanted, assignReader } from './assign-reader.js';
import { adjudicationEngine } from './compare-reads.js';
import { engineVersion } from './derive.js';
import { drawnShift, drawnSwap, freeCode, randomPublicId } from './drawn.js';
import { adjudicationMachine } from './machines/adjudication.js';
import { courseMachine } from './machines/course.js';
import { adjudicatorSlot, subjectScope, type SubjectReading } from './subject-reading.js';

/**
 * Makes the adjudication of a subject's discordant courses: on exactly the reads that were compared, with the names of
 * the reads drawn. Returns its id.
 */
export const adjudicate = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  comparison: Comparison
): Promise<string> => {
  const { trialId, trackId, subjectId, charterVersionId, courses, reads } = reading;
  const at = deps.now();
  const id = deps.newId();
  const before = await trx
    .selectFrom('adjudication')
    .select('version')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('scope', '=', subjectScope)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  await trx
    .insertInto('adjudication')
    .values({
      ...{ id, public_id: randomPublicId(), track_id: trackId, subject_id: subjectId },
      course_id: await courseOfAdjudicator(trx, deps, reading),
      ...{ scope: subjectScope, version: (before?.version ?? 0) + 1 },
      charter_version_id: charterVersionId,
      ...{ state: 'waiting', swap: drawnSwap(), comparison: JSON.stringify(comparison) },
      engine_version: `${engineVersion}, ${adjudicationEngine}`,
      created_at: at,
    })
    .execute();
  await trx
    .insertInto('adjudication_read')
    .values(
      reads.map(read => ({
        ...{ adjudication_id: id, read_id: read.id, content_hash: read.contentHash },
      }))
    )
    .execute();
  const act = { chain: trialId, at, zone: deps.zone };
  await applyTransition(trx, [changeOf(adjudicationMachine, id, null, 'trigger')], {
    ...{ ...bySystem(comparison.fired.join(', ')), ...act },
    details: {
      ...{ adjudication: id, subject: subjectId, fired: comparison.fired },
      reads: reads.map(read => ({ read: read.id, contentHash: read.contentHash })),
    },
  });
  await applyTransition(
    trx,
    courses.map(course => changeOf(courseMachine, course.id, 'discordant', 'adjudicate')),
    { ...bySystem(), ...act, details: { adjudication: id, subject: subjectId } }
  );
  return adjudicateAgain(trx, deps, reading, id);
};

/** Looks for the adjudicator of an adjudication that waits; returns its id. */
export const adjudicateAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { terms }: SubjectReading,
  id: string
): Promise<string> => {
  await assignReader(trx, deps, { what: adjudicationToAssign(id), ...adjudicatorWanted(terms) });
  return id;
};

/** The adjudicator's course of a subject, which owns the subject's code and date shift there; begun when there is none. */
const courseOfAdjudicator = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trackId, subjectId }: SubjectReading
): Promise<string> => {
  const taken = await trx
    .selectFrom('course')
    .select(['id', 'subject_id', 'slot', 'subject_code'])
    .where('track_id', '=', trackId)
    .execute();
  const own = taken.find(
    course => course.subject_id === subjectId && course.slot === adjudicatorSlot
  );
  if (own !== undefined) return own.id;
  const id = deps.newId();
  await trx
    .insertInto('course')
    .values({
      ...{ id, track_id: trackId, subject_id: subjectId, slot: adjudicatorSlot },
      subject_code: freeCode(new Set(taken.map(course => course.subject_code))),
      date_shift_days: drawnShift(),
    })
    .execute();
  return id;
};

/**
 * Opens an adjudication that waits to its adjudicator, once it has one and its images are ready; where the charter has them
 * read anew, has the reads of their course released instead. Safe to repeat.
 * @throws what the archive throws while it does not answer; the adjudication then waits.
 */
export const releaseAdjudication = async (deps: ServerDeps, id: string): Promise<void> => {
  await deps.archive.releaseAdjudication(id);
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('adjudication')
      .innerJoin('track', 'track.id', 'adjudication.track_id')
      .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
      .select(['adjudication.state', 'adjudication.course_id', 'track.trial_id'])
      .select('charter_version.resolved')
      .where('adjudication.id', '=', id)
      .forUpdate('adjudication')
      .executeTakeFirstOrThrow();
    if (row.state !== 'waiting' || !(await adjudicationToAssign(id).isAssigned(trx))) return;
    await trx.updateTable('adjudication').set({ released_at: at }).where('id', '=', id).execute();
    const isReadAnew = charterTerms(row.resolved).rules.mode === 'thirdRead';
    // With the act, so that a process that ends now leaves the release to another.
    if (isReadAnew) await deps.jobs.send(row.course_id, trx);
    const begin = isReadAnew ? 'readAnew' : 'release';
    await applyTransition(trx, [changeOf(adjudicationMachine, id, row.state, begin)], {
      ...{ ...bySystem(), chain: row.trial_id, at, zone: deps.zone },
      details: { adjudication: id },
    });
  });
};
