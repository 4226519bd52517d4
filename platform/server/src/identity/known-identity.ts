import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { KnownIdentity } from './erase-rows.js';

/** What images bear whose subject is not known names nobody. */
const isNobody = (identifier: string): boolean =>
  identifier.trim() === '' || /^WAITING-[0-9a-f]{12}$/.test(identifier);

interface OfSubject {
  readonly trialId: string;
  readonly subjectId: string;
  readonly identifier: string;
  readonly standIn: string;
}

/**
 * All that is known of what a subject is called: its identifier, and the patients under whom images of its studies came. What
 * another subject is called is that one's, though images were moved from the one to the other.
 */
export const knownIdentity = async (
  db: Kysely<Database>,
  { identifier, ...of }: OfSubject
): Promise<KnownIdentity> => {
  const { trialId, subjectId } = of;
  const ofExams = sql`select exam_study.study_uid from exam_study join exam on exam.id = exam_study.exam_id
    where exam.subject_id = ${subjectId}`;
  const { rows: named } = await sql<{ name: string }>`
    select patient_id as name from instance where trial_id = ${trialId} and study_uid in (${ofExams})
    union select found ->> 'subject' from instance where trial_id = ${trialId} and study_uid in (${ofExams})
    union select patient_id from quarantine where trial_id = ${trialId} and study_uid in (${ofExams})
    union select patient_id from instance where trial_id = ${trialId} and found ->> 'subject' = ${identifier}
    union select found ->> 'subject' from arrival where trial_id = ${trialId} and study_uid in (${ofExams})`.execute(
    db
  );
  const { rows: others } = await sql<{ name: string }>`
    select identifier as name from subject where trial_id = ${trialId} and id <> ${subjectId}`.execute(
    db
  );
  const ofOthers = new Set(others.map(({ name }) => name));
  const found = named
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
    .filter(name => !ofOthers.has(name) && !isNobody(name));
  const identifiers = [...new Set([identifier, ...found])].sort();
  const { rows: studies } = await sql<{ uid: string }>`
    select study_uid as uid from (${ofExams}) as own
    union select study_uid from instance
      where trial_id = ${trialId} and (patient_id = any(${identifiers}) or found ->> 'subject' = any(${identifiers}))
    union select study_uid from quarantine where trial_id = ${trialId} and patient_id = any(${identifiers})
    union select study_uid from arrival where trial_id = ${trialId} and found ->> 'subject' = any(${identifiers})
    order by 1`.execute(db);
  return { ...of, identifiers, studyUids: studies.map(({ uid }) => uid) };
};
