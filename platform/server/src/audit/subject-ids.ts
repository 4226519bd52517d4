import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';

/**
 * What entries about a subject name: itself and everything of it that has an id.
 * @throws CodedError 404 CL_NOT_FOUND for one that the trial does not have
 */
export const idsOfSubject = async (
  db: Kysely<Database>,
  trialId: string | null,
  subjectId: string
): Promise<readonly string[]> => {
  const subject =
    trialId === null
      ? undefined
      : await db
          .selectFrom('subject')
          .select('id')
          .where('id', '=', subjectId)
          .where('trial_id', '=', trialId)
          .executeTakeFirst();
  if (subject === undefined) throw notFound();
  const { rows } = await sql<{ id: string }>`
    select ${subjectId}::uuid as id
    union select id from timepoint where subject_id = ${subjectId}
    union select id from exam where subject_id = ${subjectId}
    union select series.id from series join exam on exam.id = series.exam_id where exam.subject_id = ${subjectId}
    union select arrival.id from arrival join exam_study on exam_study.study_uid = arrival.study_uid
      join exam on exam.id = exam_study.exam_id
      where exam.subject_id = ${subjectId} and arrival.trial_id = ${trialId}
    union select id from query where subject_id = ${subjectId}
    union select id from course where subject_id = ${subjectId}
    union select read.id from read join course on course.id = read.course_id where course.subject_id = ${subjectId}
    union select global_read.id from global_read join course on course.id = global_read.course_id
      where course.subject_id = ${subjectId}
    union select id from adjudication where subject_id = ${subjectId}
    union select id from consensus where subject_id = ${subjectId}
    union select id from final where subject_id = ${subjectId}
    union select id from problem where subject_id = ${subjectId}
    union select id from site_assessment where subject_id = ${subjectId}
    union select id from reading_conflict where subject_id = ${subjectId}`.execute(db);
  return rows.map(({ id }) => id);
};
