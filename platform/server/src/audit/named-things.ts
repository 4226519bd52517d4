import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What an id of an entry is called now: joined in when it is shown, and in no entry. */
export interface NamedThing {
  readonly id: string;
  readonly kind:
    | 'person'
    | 'subject'
    | 'timepoint'
    | 'read'
    | 'globalRead'
    | 'adjudication'
    | 'consensus'
    | 'course'
    | 'exam'
    | 'query'
    | 'trial';
  readonly name: string;
  /** The subject that it is of. */
  readonly subject: { readonly id: string; readonly identifier: string } | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in a value, each once. */
export const idsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof value === 'string') {
    if (uuid.test(value)) found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) idsIn(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) idsIn(item, found);
  }
  return found;
};

interface Row {
  id: string;
  kind: NamedThing['kind'];
  name: string;
  subject: string | null;
  identifier: string | null;
}

/** The names of what is there of these ids; those of a trial's things only where the chain is that trial's. */
export const nameThings = async (
  db: Kysely<Database>,
  trialId: string | null,
  ids: Iterable<string>
): Promise<ReadonlyMap<string, NamedThing>> => {
  const asked = [...new Set(ids)].filter(id => uuid.test(id));
  if (asked.length === 0) return new Map();
  const those = sql`any(${asked}::uuid[])`;
  const own = sql`subject.trial_id = ${trialId}::uuid`;
  const ofCourse = sql`course.slot || case when track.kind = 'efficacy' then '' else ' ' || track.code end`;
  const { rows } = await sql<Row>`
    select id, 'person' as kind, user_name as name, null::uuid as subject, null as identifier
      from account where id = ${those}
    union all select id, 'trial', code, null, null from trial where id = ${those}
    union all select id, 'subject', identifier, id, identifier from subject where id = ${those} and ${own}
    union all select timepoint.id, 'timepoint', timepoint.label, subject.id, subject.identifier
      from timepoint join subject on subject.id = timepoint.subject_id where timepoint.id = ${those} and ${own}
    union all select read.id, 'read', coalesce(timepoint.label || ', ', '') || ${ofCourse}
        || case when read.version > 1 then ', version ' || read.version else '' end, subject.id, subject.identifier
      from read join course on course.id = read.course_id join track on track.id = course.track_id
      join subject on subject.id = course.subject_id left join timepoint on timepoint.id = read.timepoint_id
      where read.id = ${those} and ${own}
    union all select course.id, 'course', ${ofCourse}, subject.id, subject.identifier
      from course join track on track.id = course.track_id join subject on subject.id = course.subject_id
      where course.id = ${those} and ${own}
    union all select global_read.id, 'globalRead', ${ofCourse}, subject.id, subject.identifier
      from global_read join course on course.id = global_read.course_id join track on track.id = course.track_id
      join subject on subject.id = course.subject_id where global_read.id = ${those} and ${own}
    union all select adjudication.id, 'adjudication', 'version ' || adjudication.version, subject.id, subject.identifier
      from adjudication join subject on subject.id = adjudication.subject_id where adjudication.id = ${those} and ${own}
    union all select consensus.id, 'consensus', 'version ' || consensus.version, subject.id, subject.identifier
      from consensus join subject on subject.id = consensus.subject_id where consensus.id = ${those} and ${own}
    union all select exam.id, 'exam', coalesce((select string_agg(timepoint.label, ', ' order by timepoint.ordinal)
        from timepoint_exam join timepoint on timepoint.id = timepoint_exam.timepoint_id
        where timepoint_exam.exam_id = exam.id), ''), subject.id, subject.identifier
      from exam join subject on subject.id = exam.subject_id where exam.id = ${those} and ${own}
    union all select query.id, 'query', '', subject.id, subject.identifier
      from query join subject on subject.id = query.subject_id where query.id = ${those} and ${own}`.execute(
    db
  );
  return new Map(
    rows.map(({ id, kind, name, subject, identifier }) => [
      id,
      {
        ...{ id, kind, name },
        subject: subject === null || identifier === null ? null : { id: subject, identifier },
      },
    ])
  );
};
