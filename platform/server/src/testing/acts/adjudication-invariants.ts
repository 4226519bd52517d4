import {
  compareCourses,
  courseRead,
  dueAdjudications,
  type CourseRead,
} from '@corelab/adjudication';
import { toAssessmentInput } from '@corelab/reads';
import { charterTerms } from '../../trials/charter-terms.js';
import { signedDocument } from '../../workflow/signed-document.js';
import { fail } from './fail.js';
import type { TrialRecord } from './trial-record.js';

const db = ({ on }: TrialRecord) => on.server.deps.db;

/** What each slot of a subject signed and what stands, rated by the engine. */
const coursesOf = async (trial: TrialRecord, subjectId: string) => {
  const rows = await db(trial)
    .selectFrom('read')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['course.slot', 'timepoint.code', 'timepoint.kind', 'timepoint.date'])
    .select(['signature.document', 'charter_version.resolved', 'track.code as track'])
    .where('course.subject_id', '=', subjectId)
    .where('read.state', 'in', ['signed', 'impactPending'])
    .orderBy('read.ordinal')
    .execute();
  const terms = rows[0] === undefined ? null : charterTerms(rows[0].resolved, rows[0].track);
  const courseOf = (slot: string): CourseRead | null => {
    const own = rows.filter(row => row.slot === slot);
    if (own.length === 0 || terms === null) return null;
    const { criterion, parameters } = terms;
    return courseRead(
      toAssessmentInput({
        ...{ criterion, parameters: { ...parameters } },
        timepoints: own.map(({ code: id, kind, date, document }) => ({
          ...{ id, kind, date: date ?? '' },
          document: signedDocument(document),
        })),
      })
    );
  };
  return { reader1: courseOf('R1'), reader2: courseOf('R2'), rules: terms?.rules ?? null };
};

const compared = ['agreed', 'discordant', 'inAdjudication', 'final'];

/** The timepoints that the readers signed when an adjudication was made, as its comparison knew them. */
const knownTo = async (
  trial: TrialRecord,
  adjudicationId: string
): Promise<ReadonlySet<string>> => {
  const rows = await db(trial)
    .selectFrom('adjudication_read')
    .innerJoin('read', 'read.id', 'adjudication_read.read_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('timepoint.code')
    .where('adjudication_read.adjudication_id', '=', adjudicationId)
    .execute();
  return new Set(rows.map(({ code }) => code));
};

const knownCourse = (course: CourseRead | null, known: ReadonlySet<string>): CourseRead | null =>
  course === null
    ? null
    : courseRead({
        ...course.input,
        timepoints: course.input.timepoints.filter(({ id }) => known.has(id)),
      });

/** How the timepoints of a subject's standing final stand, as far as they came by no decision. */
const settledTimepoints = async (trial: TrialRecord, subject: string) => {
  const final = await db(trial)
    .selectFrom('final')
    .select('outcome')
    .where('subject_id', '=', subject)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return (final?.outcome.timepoints ?? []).filter(
    ({ why }) => why !== 'chosen' && why !== 'thirdRead'
  );
};

/**
 * An adjudication is there exactly where what the readers signed makes a trigger fire: each one's own comparison still
 * fires on what was known to it, and courses that were compared have one for everything that does, of a whole course or of
 * what came since it was settled.
 */
export const adjudicationsWhereTriggered = async (trial: TrialRecord): Promise<void> => {
  const courses = await db(trial)
    .selectFrom('course')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .select(['course.subject_id', 'course.slot', 'course.state'])
    .where('subject.trial_id', '=', trial.trialId)
    .where('course.slot', 'in', ['R1', 'R2'])
    .execute();
  for (const subject of new Set(courses.map(({ subject_id: id }) => id))) {
    const states = courses.filter(({ subject_id: id }) => id === subject).map(({ state }) => state);
    const living = await db(trial)
      .selectFrom('adjudication')
      .select(['id', 'state', 'scope', 'comparison'])
      .where('subject_id', '=', subject)
      .where('state', 'not in', ['superseded', 'void'])
      .execute();
    const { reader1, reader2, rules } = await coursesOf(trial, subject);
    for (const { id, scope, comparison } of living) {
      const known = await knownTo(trial, id);
      const fires =
        rules !== null &&
        compareCourses(
          knownCourse(reader1, known),
          knownCourse(reader2, known),
          rules,
          comparison.scope
        ).status === 'discordant';
      if (!fires) fail('an adjudication without a trigger', { subject, states, scope });
    }
    const isCompared = states.length === 2 && states.every(state => compared.includes(state));
    if (!isCompared || rules === null || living.some(({ state }) => state !== 'signed')) continue;
    const due = dueAdjudications(
      ...([reader1, reader2, rules] as const),
      living.map(({ comparison }) => ({
        ...{ timepoints: comparison.timepoints, choice: { kind: 'thirdRead' as const } },
      })),
      await settledTimepoints(trial, subject)
    );
    if (due.length > 0) fail('a trigger without an adjudication', { subject, states, due });
  }
};
