import { comparisonsNow, type Comparison } from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import {
  adjudicateAgain,
  beginAdjudication,
  callAdjudicator,
  releaseAdjudication,
} from './adjudicate.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { imagingEnd, isAwaited, isComplete } from './awaited.js';
import { slotsBySubject } from './charter-to-follow.js';
import { readsBySlot } from './compare-reads.js';
import { endAdjudication } from './end-adjudication.js';
import { makeFinal } from './finals.js';
import { lockSubjectOf } from './lock-subject.js';
import { courseMachine, type CourseState } from './machines/course.js';
import { endedStates } from './new-read-version.js';
import { releaseMeeting, waitingMeetings } from './release-meeting.js';
import { settledBefore } from './settled-before.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import { compareInPanel, endConsensus } from './settle-consensus.js';
import type { SubjectReading } from './subject-reading.js';
import { releaseGlobalRead, tendGlobalRead, waitingGlobalReads } from './tend-global-read.js';
import { tendAdjudications, type Adjudications } from './tend-adjudications.js';

/**
 * Takes a subject as far as what is signed allows: closes courses that have all their reads, compares them once all are
 * closed, and makes final what stands, has an adjudication made where a trigger fired, or has readers meet who differ. Safe
 * to repeat at any point, and in several processes at once: each step follows from the states alone, and the subject is
 * taken while it is made.
 * @throws what the archive throws while it does not answer; an adjudication or a meeting then waits. Errors of the rules.
 */
export const settleSubject = async (deps: ServerDeps, courseId: string): Promise<void> => {
  const toRelease = await deps.db.transaction().execute(async trx => {
    await lockSubjectOf(trx, courseId);
    return settle(trx, deps, courseId);
  });
  for (const id of await waitingGlobalReads(deps.db, courseId)) await releaseGlobalRead(deps, id);
  for (const id of await waitingMeetings(deps.db, courseId)) await releaseMeeting(deps, id);
  for (const id of toRelease) await releaseAdjudication(deps, id);
};

/** Returns the adjudications that are to be released. */
const settle = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  courseId: string
): Promise<readonly string[]> => {
  const place = await placeOf(trx, courseId);
  const slotsOf = await slotsBySubject(trx, { ...place, subjects: [place.subjectId] });
  const slots = await slotsOf(place.subjectId);
  const courses = await trx
    .selectFrom('course')
    .select(['id', 'slot', 'state'])
    .where('track_id', '=', place.trackId)
    .where('subject_id', '=', place.subjectId)
    .where(
      'slot',
      'in',
      slots.map(({ slot }) => slot)
    )
    .orderBy('slot')
    .forUpdate()
    .execute();
  if (courses.length === 0 || courses.length < slots.length) return [];
  const ids = courses.map(({ id }) => id);
  // What was read of what changed since is not compared, nor made final, until somebody decides about it.
  if (await hasImpact(trx, place)) return [];
  const reads = await signedReadsOf(trx, ids);
  const reading: SubjectReading = {
    ...place,
    ...(await chartered(trx, place, reads)),
    courses,
    reads,
  };
  const states: CourseState[] = [];
  for (const course of courses) states.push(await closed(trx, deps, reading, course));
  const adjudications = await tendAdjudications(trx, deps, reading);
  const [state] = states;
  // One that is open has reads to come; one that was opened again alone waits for them too.
  if (state === undefined || states.some(other => other !== state)) return adjudications.toRelease;
  switch (state) {
    case 'closed':
      return compare(trx, deps, reading, adjudications, courseId);
    case 'agreed':
      await makeFinal(trx, deps, reading, { act: 'makeFinal', from: state, decided: [] });
      return [];
    case 'discordant': {
      if (reading.terms.rules.paradigm === 'consensus') {
        await endConsensus(trx, deps, reading);
        return [];
      }
      const due = (await comparisonsOf(trx, reading, adjudications)).filter(isDiscordant);
      return adjudicate(trx, deps, reading, adjudications, due, courseId);
    }
    case 'inAdjudication':
      return decideOn(trx, deps, reading, adjudications, courseId);
    case 'open':
    case 'final':
      return adjudications.toRelease;
  }
};

/** What is to be decided now, beyond what was asked before; of timepoints, `tendAdjudications` has asked already. */
const comparisonsOf = async (
  trx: Transaction<Database>,
  reading: SubjectReading,
  { decided, undecided }: Adjudications
): Promise<readonly Comparison[]> => {
  const { rules } = reading.terms;
  // What comes of one that is asked says whether there is another.
  if (rules.scope === 'timepoint' || undecided.length > 0) return [];
  const { reader1 = null, reader2 = null } = await readsBySlot(trx, reading);
  return comparisonsNow(reader1, reader2, rules, {
    decisions: decided.map(({ decision }) => decision),
    settled: await settledBefore(trx, reading),
  });
};

const isDiscordant = ({ status }: Comparison): boolean => status === 'discordant';

/** Has what courses differ on decided; what was decided before they were closed is final at once. */
const adjudicate = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  adjudications: Adjudications,
  due: readonly Comparison[],
  asking: string
): Promise<readonly string[]> => {
  const called: string[] = [];
  for (const comparison of due) called.push(await callAdjudicator(trx, deps, reading, comparison));
  const { decided, undecided, toRelease } = adjudications;
  const asked = [...decided.map(({ id }) => id), ...undecided, ...called];
  await beginAdjudication(trx, deps, reading, asked);
  for (const id of called) await adjudicateAgain(trx, deps, reading, id);
  if (called.length === 0) await endAdjudication(trx, deps, reading, adjudications, asking);
  return [...toRelease, ...called];
};

/** Goes on with courses in adjudication: what was decided may be followed by more to decide, of what came since. */
const decideOn = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  adjudications: Adjudications,
  asking: string
): Promise<readonly string[]> => {
  const due = (await comparisonsOf(trx, reading, adjudications)).filter(isDiscordant);
  const called: string[] = [];
  for (const comparison of due) {
    const id = await callAdjudicator(trx, deps, reading, comparison);
    await adjudicateAgain(trx, deps, reading, id);
    called.push(id);
  }
  if (called.length === 0) await endAdjudication(trx, deps, reading, adjudications, asking);
  return [...adjudications.toRelease, ...called];
};

/** A read that was signed after something changed under it is `signed`, and still to be decided on. */
const hasImpact = async (
  db: Kysely<Database>,
  { trackId, subjectId }: Pick<SubjectReading, 'trackId' | 'subjectId'>
): Promise<boolean> =>
  (await db
    .selectFrom('read')
    .leftJoin('read_impact', join =>
      join.onRef('read_impact.read_id', '=', 'read.id').on('read_impact.decision', 'is', null)
    )
    .select('read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .where('course.track_id', '=', trackId)
    .where('course.subject_id', '=', subjectId)
    .where('read.state', 'not in', endedStates)
    .where(({ or, eb }) =>
      or([eb('read_impact.id', 'is not', null), eb('read.state', '=', 'impactPending')])
    )
    .executeTakeFirst()) !== undefined;

const placeOf = async (
  trx: Transaction<Database>,
  courseId: string
): Promise<
  Pick<SubjectReading, 'trialId' | 'trackId' | 'subjectId'> & { readonly track: string }
> => {
  const row = await trx
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['course.subject_id', 'course.track_id', 'track.trial_id', 'track.code'])
    .where('course.id', '=', courseId)
    .executeTakeFirstOrThrow();
  const { trial_id: trialId, track_id: trackId, subject_id: subjectId, code: track } = row;
  return { trialId, trackId, subjectId, track };
};

/** The charter of the last read that was signed, of two at one timepoint the newer: both courses are compared under it. */
const chartered = async (
  db: Kysely<Database>,
  { trialId, track }: { readonly trialId: string; readonly track: string },
  reads: readonly SignedReadOf[]
): Promise<Pick<SubjectReading, 'charterVersionId' | 'terms'>> => {
  const last = Math.max(...reads.map(({ ordinal }) => ordinal));
  const ids = reads
    .filter(({ ordinal }) => ordinal === last)
    .map(({ charterVersionId }) => charterVersionId);
  const version =
    ids.length === 0
      ? await effectiveVersion(db, trialId)
      : await db
          .selectFrom('charter_version')
          .selectAll()
          .where('id', 'in', ids)
          .orderBy('version', 'desc')
          .executeTakeFirst();
  if (!version) throw new Error(`trial ${trialId} has courses and no charter in force`);
  return { charterVersionId: version.id, terms: charterTerms(version.resolved, track) };
};

/**
 * Closes a course that has all its reads, and a signed global read of them where the charter asks for one; returns the
 * state it is in then.
 */
const closed = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trialId, subjectId, charterVersionId, terms, reads }: SubjectReading,
  course: { readonly id: string; readonly state: CourseState }
): Promise<CourseState> => {
  if (course.state !== 'open') return course.state;
  const timepoints = await trx
    .selectFrom('timepoint')
    .select(['id', 'kind', 'state', 'ordinal'])
    .where('subject_id', '=', subjectId)
    .execute();
  const own = reads.filter(({ courseId }) => courseId === course.id);
  const signed = new Set(own.map(({ timepointId }) => timepointId));
  const end = await imagingEnd(trx, subjectId);
  const complete = isComplete(timepoints, signed, end, terms.closing);
  const mayClose =
    terms.order === 'hybrid'
      ? await tendGlobalRead(trx, deps, {
          ...{ id: course.id, trialId, charterVersionId, complete, reads: own },
          awaited: timepoints.filter(one => isAwaited(one, end)).map(({ id }) => id),
        })
      : complete;
  if (!mayClose) return 'open';
  await applyTransition(trx, [changeOf(courseMachine, course.id, 'open', 'close')], {
    ...bySystem(),
    ...{ chain: trialId, at: deps.now(), zone: deps.zone },
    details: { course: course.id, reads: signed.size },
  });
  return 'closed';
};

/**
 * What becomes of courses that are all closed: compared, as a whole or in what came since they were the last time. They are
 * discordant too where something was asked or decided before, of a timepoint or of an earlier period, and while a decision
 * that was opened again is to be made anew.
 */
const compare = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  adjudications: Adjudications,
  asking: string
): Promise<readonly string[]> => {
  if (reading.terms.rules.paradigm === 'oneReader') {
    await makeFinal(trx, deps, reading, { act: 'standAlone', from: 'closed', decided: [] });
    return [];
  }
  if (reading.terms.rules.paradigm === 'consensus') {
    await compareInPanel(trx, deps, reading);
    return [];
  }
  const asked = adjudications.decided.length + adjudications.undecided.length;
  const comparisons = await comparisonsOf(trx, reading, adjudications);
  const due = comparisons.filter(isDiscordant);
  const differ = asked > 0 || due.length > 0;
  const status = differ ? 'discordant' : (comparisons[0]?.status ?? 'concordant');
  await applyTransition(
    trx,
    reading.courses.map(({ id }) =>
      changeOf(courseMachine, id, 'closed', differ ? 'differ' : 'agree')
    ),
    {
      ...bySystem(),
      ...{ chain: reading.trialId, at: deps.now(), zone: deps.zone },
      details: { subject: reading.subjectId, status, fired: due.flatMap(({ fired }) => fired) },
    }
  );
  if (differ) return adjudicate(trx, deps, reading, adjudications, due, asking);
  await makeFinal(trx, deps, reading, { act: 'makeFinal', from: 'agreed', decided: [] });
  return [];
};
