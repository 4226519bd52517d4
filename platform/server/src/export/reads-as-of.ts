import type { DerivedResponse, SignedRead } from '@corelab/exchange';
import type { ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { charterTerms, storedCharter } from '../trials/charter-terms.js';
import { shiftDate } from '../workflow/calendar.js';
import { byRead, derivedResults, type SignedResult } from '../workflow/signed-results.js';
import { stood, type TrackAsOf } from './as-of.js';
import type { StandingFinal } from './finals-as-of.js';
import { signedGlobalResults } from './global-reads.js';
import { readerRole } from './reader-role.js';
import { sitesAsOf } from './sites-as-of.js';

/** The signed reads of a track that stood as of an entry of its audit chain, with true subjects, sites and dates. */
export const readsAsOf = async (
  db: Kysely<Database>,
  of: TrackAsOf,
  finals: readonly StandingFinal[]
): Promise<SignedRead[]> => {
  const { trialId, trackId, sequence } = of;
  const rows = await db
    .selectFrom('read')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .leftJoin('timepoint_date', join =>
      join
        .onRef('timepoint_date.timepoint_id', '=', 'timepoint.id')
        .on(stood('timepoint_date', sequence))
    )
    .select([
      'read.id as read_id',
      'subject.id as subject_id',
      'subject.identifier',
      'course.id as course_id',
      'course.slot',
      'course.date_shift_days',
      'timepoint.code',
      'timepoint.visit_number',
      'timepoint_date.date',
      'signature.document',
      'charter_version.resolved',
      'track.code as track',
    ])
    .where('course.track_id', '=', trackId)
    // What stands: a version that took its place ends a read, and one whose impact is undecided still counts.
    .where(stood('read', sequence))
    .orderBy('subject.identifier')
    .orderBy('course.slot')
    // By date as it was then; the place among the others may be another by now.
    .orderBy('timepoint_date.date')
    .orderBy('timepoint.visit_number')
    .execute();
  const sites = await sitesAsOf(db, trialId, sequence);
  const second = await signedGlobalResults(db, of);
  const signed = byRead(
    await derivedResults(db)
      .innerJoin('course', 'course.id', 'read.course_id')
      .where('course.track_id', '=', trackId)
      .where(stood('read', sequence))
      .execute()
  );
  return rows.map((row, index) => {
    const own = rows.filter(({ course_id }) => course_id === row.course_id);
    const results = signed.get(row.read_id);
    if (results === undefined) throw new Error(`no derived result of the read ${row.read_id}`);
    const responseOf = ({ criterion, result: asSigned }: SignedResult): DerivedResponse => {
      // A global read rated the whole course anew, until a timepoint came to it.
      const anew = second.get(row.course_id)?.get(criterion);
      const isWhole = own.every(({ code }) => anew?.timepoints.some(({ id }) => id === code));
      const result = anew !== undefined && isWhole ? anew : asSigned;
      const derived = result.timepoints.find(timepoint => timepoint.id === row.code);
      if (derived === undefined) throw new Error(`no derived result for timepoint ${row.code}`);
      const best = result.bestOverallResponse.unconfirmed;
      // After the baseline alone there is nothing a best response could be best of.
      const closesCourse = rows[index + 1]?.course_id !== row.course_id && best.value !== 'MISSING';
      const date = shiftDate(best.date, -row.date_shift_days);
      return {
        ...{ criterion, derived },
        ...(closesCourse ? { bestOverallResponse: { value: best.value, date } } : {}),
      };
    };
    const charter = storedCharter(row.resolved);
    const isOneOfTwo = charterTerms(row.resolved, row.track).rules.paradigm !== 'oneReader';
    const final = finals.find(({ subjectId }) => subjectId === row.subject_id);
    return {
      studyId: charter.export.studyId,
      subjectId: row.identifier,
      siteId: sites.get(row.subject_id) ?? '',
      slot: row.slot,
      readerRole: readerRole(row.slot),
      timepoint: { id: row.code, visitNum: row.visit_number },
      examDate: row.date ?? '',
      method: 'CT SCAN',
      document: row.document as ReadDocument,
      ...responseOf(results.primary),
      ...(results.others.length === 0 ? {} : { others: results.others.map(responseOf) }),
      ...(isOneOfTwo
        ? {
            accepted: final?.reads.has(row.read_id) ?? false,
            courseAccepted: own.every(({ read_id }) => final?.reads.has(read_id) ?? false),
          }
        : {}),
    };
  });
};
