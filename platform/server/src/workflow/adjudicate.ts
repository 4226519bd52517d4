import { timepointOrder, type Comparison } from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationToAssign } from './assignable.js';
import { adjudicatorWanted, assignReader } from './assign-reader.js';
import { adjudicationEngine, readsBySlot } from './compare-reads.js';
import { engineVersion } from './derive.js';
import { dueDateUnder } from './due-date.js';
import { drawnShift, drawnSwap, freeCode, randomPublicId } from './drawn.js';
import { adjudicationMachine } from './machines/adjudication.js';
import { readCoursesOn } from './late-timepoints.js';
import { courseMachine } from './machines/course.js';
import type { SignedReadOf } from './signed-reads.js';
import { takenCodes } from './subject-codes.js';
import { adjudicatorSlot, scopeName, type SubjectReading } from './subject-reading.js';

/** The reads that a comparison was made of: those up to its last timepoint, as it was known then. */
const readsCompared = async (
  db: Kysely<Database>,
  reading: SubjectReading,
  { timepoints }: Comparison
): Promise<readonly SignedReadOf[]> => {
  const { reader1, reader2 } = await readsBySlot(db, reading);
  const order = timepointOrder([reader1, reader2].flatMap(course => course ?? []));
  const known = order.slice(0, order.indexOf(timepoints.at(-1) ?? '') + 1);
  return reading.reads.filter(({ code }) => known.includes(code));
};

/**
 * Makes the adjudication of what two courses differ on: on exactly the reads that were compared, with the names of the
 * reads drawn. It waits for its adjudicator (`adjudicateAgain`). Returns its id.
 */
export const callAdjudicator = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  comparison: Comparison
): Promise<string> => {
  const { trialId, trackId, subjectId, charterVersionId } = reading;
  const at = deps.now();
  const id = deps.newId();
  const scope = scopeName(comparison);
  const reads = await readsCompared(trx, reading, comparison);
  const before = await trx
    .selectFrom('adjudication')
    .select('version')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('scope', '=', scope)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  await trx
    .insertInto('adjudication')
    .values({
      ...{ id, public_id: randomPublicId(), track_id: trackId, subject_id: subjectId },
      course_id: await courseOfAdjudicator(trx, deps, reading),
      ...{ scope, version: (before?.version ?? 0) + 1 },
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
      ...{ adjudication: id, subject: subjectId, scope, fired: comparison.fired },
      reads: reads.map(read => ({ read: read.id, contentHash: read.contentHash })),
    },
  });
  return id;
};

/** The courses of a subject are in adjudication: of one that is asked as a whole, or of its timepoints. */
export const beginAdjudication = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trialId, subjectId, courses }: SubjectReading,
  adjudications: readonly string[]
): Promise<void> => {
  await applyTransition(
    trx,
    courses.map(course => changeOf(courseMachine, course.id, 'discordant', 'adjudicate')),
    {
      ...{ ...bySystem(), chain: trialId, at: deps.now(), zone: deps.zone },
      details: { adjudications, subject: subjectId },
    }
  );
};

/** Looks for the adjudicator of an adjudication that waits. */
export const adjudicateAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { terms }: SubjectReading,
  id: string
): Promise<void> => {
  await assignReader(trx, deps, { what: adjudicationToAssign(id), ...adjudicatorWanted(terms) });
};

/**
 * The adjudicator's course of a subject, which owns the subject's code and date shift there: begun when there is none, and
 * gone on with when something was decided in it before.
 */
const courseOfAdjudicator = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trialId, trackId, subjectId }: SubjectReading
): Promise<string> => {
  const own = await trx
    .selectFrom('course')
    .select(['id', 'state'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('slot', '=', adjudicatorSlot)
    .executeTakeFirst();
  if (own !== undefined) {
    if (own.state !== 'open') {
      await readCoursesOn(trx, deps, { trialId, subjectId, why: 'adjudication' }, [own]);
    }
    return own.id;
  }
  const id = deps.newId();
  await trx
    .insertInto('course')
    .values({
      ...{ id, track_id: trackId, subject_id: subjectId, slot: adjudicatorSlot },
      subject_code: freeCode(await takenCodes(trx, trackId)),
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
  await deps.archive.releaseTogether('adjudication', id);
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('adjudication')
      .innerJoin('track', 'track.id', 'adjudication.track_id')
      .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
      .select(['adjudication.state', 'adjudication.course_id', 'track.trial_id'])
      .select(['charter_version.resolved', 'track.code as track'])
      .where('adjudication.id', '=', id)
      .forUpdate('adjudication')
      .executeTakeFirstOrThrow();
    if (row.state !== 'waiting' || !(await adjudicationToAssign(id).isAssigned(trx))) return;
    const terms = charterTerms(row.resolved, row.track);
    const isReadAnew = terms.rules.mode === 'thirdRead';
    // What is read anew is due read by read.
    const due = isReadAnew ? null : dueDateUnder(terms, at, deps.zone);
    await trx
      .updateTable('adjudication')
      .set({ released_at: at, due_date: due })
      .where('id', '=', id)
      .execute();
    // With the act, so that a process that ends now leaves the release to another.
    if (isReadAnew) await deps.jobs.send(row.course_id, trx);
    const begin = isReadAnew ? 'readAnew' : 'release';
    await applyTransition(trx, [changeOf(adjudicationMachine, id, row.state, begin)], {
      ...{ ...bySystem(), chain: row.trial_id, at, zone: deps.zone },
      details: { adjudication: id },
    });
  });
};
