import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { siteOfSubject } from '../qc/site-of-subject.js';
import type { ArrivalState } from '../workflow/machines/arrival.js';
import type { ExamState } from '../workflow/machines/exam.js';
import type { DeliverySource } from './receipts.js';
import type { PageAsked } from './decide-quarantine.js';

/** Where a study belongs. */
export interface ExamPlace {
  exam: string;
  state: ExamState;
  subject: string;
  /** Where the subject is now. */
  site: string | null;
  timepoints: string[];
  date: string | null;
}

export interface ArrivalView {
  id: string;
  state: ArrivalState;
  studyUid: string;
  subject: string | null;
  site: string | null;
  timepoint: string | null;
  acquisitionDate: string | null;
  reasons: string[];
  subjects: string[];
  timepoints: { timepoint: string; daysOutside: number }[];
  proposed: string | null;
  images: number;
  /** Images of the study that are in quarantine now. */
  apart: number;
  /** The exam that it belongs to; null while it belongs to none. */
  place: ExamPlace | null;
  /** How its first images came; null where no receipt tells of it. */
  source: DeliverySource | null;
  arrivedAt: string;
  decidedBy: string | null;
  authority: string | null;
  reason: string | null;
}

export interface ArrivalFilter {
  /** Null: any. */
  readonly state: ArrivalState | null;
  /** The site where its subject is, or else the one it names. */
  readonly site: string | null;
  /** Letters in the identifier of its subject, or else of the one it names; case is ignored. */
  readonly text: string | null;
}

export interface ArrivalsAsked extends PageAsked, ArrivalFilter {
  readonly order: 'oldest' | 'newest';
}

/** For a query that has a study's UID and trial: a value of the exam, and its subject, that the study belongs to. */
export const ofExam = (
  value: ReturnType<typeof sql>,
  study: { readonly uid: string; readonly trial: string }
) => sql`(
  select ${value} from exam_study join exam on exam.id = exam_study.exam_id join subject on subject.id = exam.subject_id
  where exam_study.study_uid = ${sql.ref(study.uid)} and subject.trial_id = ${sql.ref(study.trial)}
  order by exam.id limit 1)`;

/** As an `ExamPlace`. */
export const examPlace = sql`json_build_object('exam', exam.id, 'state', exam.state, 'subject', subject.identifier,
  'site', ${siteOfSubject}, 'date', exam.acquisition_date, 'timepoints', (
    select coalesce(json_agg(timepoint.code order by timepoint.ordinal), '[]'::json)
    from timepoint_exam join timepoint on timepoint.id = timepoint_exam.timepoint_id
    where timepoint_exam.exam_id = exam.id))`;

const arrived = { uid: 'arrival.study_uid', trial: 'arrival.trial_id' };

const arrivalQuery = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('arrival')
    .leftJoin('account', 'account.id', 'arrival.decided_by')
    .selectAll('arrival')
    .select('account.user_name')
    .select([
      sql<number>`(select count(*) from instance
        where instance.study_uid = arrival.study_uid and instance.trial_id = arrival.trial_id)`.as(
        'images'
      ),
      sql<number>`(select count(*) from quarantine where quarantine.study_uid = arrival.study_uid
        and quarantine.trial_id = arrival.trial_id and quarantine.state = 'quarantined')`.as(
        'apart'
      ),
      sql<ExamPlace | null>`${ofExam(examPlace, arrived)}`.as('place'),
      sql<DeliverySource | null>`(select receipt.source from receipt_instance
        join receipt on receipt.id = receipt_instance.receipt_id
        where receipt_instance.study_uid = arrival.study_uid and receipt.trial_id = arrival.trial_id
        order by receipt.id limit 1)`.as('source'),
    ])
    .where('arrival.trial_id', '=', trialId);

type ArrivalQueryRow = Awaited<
  ReturnType<ReturnType<typeof arrivalQuery>['executeTakeFirstOrThrow']>
>;

const fromRow = (row: ArrivalQueryRow): ArrivalView => ({
  ...{ id: row.id, state: row.state, studyUid: row.study_uid },
  subject: row.found.subject ?? null,
  site: row.found.site ?? null,
  timepoint: row.found.timepoint ?? null,
  acquisitionDate: row.found.acquisitionDate ?? null,
  reasons: [...row.reasons],
  subjects: [...row.candidates.subjects],
  timepoints: row.candidates.timepoints.map(one => ({ ...one })),
  ...{ proposed: row.candidates.proposed, images: Number(row.images), apart: Number(row.apart) },
  ...{ place: row.place, source: row.source },
  ...{ arrivedAt: row.arrived_at.toISOString(), decidedBy: row.user_name },
  ...{ authority: row.authority, reason: row.reason },
});

const filtered = <O>(
  query: SelectQueryBuilder<Database, 'arrival', O>,
  { state, site, text }: ArrivalFilter
): SelectQueryBuilder<Database, 'arrival', O> => {
  let asked = query;
  if (state !== null) asked = asked.where('arrival.state', '=', state);
  if (site !== null) {
    const at = sql<string>`coalesce(${ofExam(sql`${siteOfSubject}`, arrived)}, arrival.found ->> 'site')`;
    asked = asked.where(at, '=', site);
  }
  if (text !== null) {
    const named = sql<string>`coalesce(${ofExam(sql`subject.identifier`, arrived)}, arrival.found ->> 'subject')`;
    asked = asked.where(sql<boolean>`position(lower(${text}) in lower(${named})) > 0`);
  }
  return asked;
};

/** The studies of a trial under a filter, in the order they came or the newest first. */
export const arrivalsOf = async (
  db: Kysely<Database>,
  trialId: string,
  asked: ArrivalsAsked
): Promise<ArrivalView[]> => {
  const newest = asked.order === 'newest';
  const ids = filtered(
    db.selectFrom('arrival').select('arrival.id').where('arrival.trial_id', '=', trialId),
    asked
  )
    .orderBy('arrival.id', newest ? 'desc' : 'asc')
    .limit(asked.limit);
  const page =
    asked.after === null ? ids : ids.where('arrival.id', newest ? '<' : '>', asked.after);
  const rows = await arrivalQuery(db, trialId)
    .where('arrival.id', 'in', page)
    .orderBy('arrival.id', newest ? 'desc' : 'asc')
    .execute();
  return rows.map(fromRow);
};

/** How many studies of a trial there are under a filter. */
export const countArrivals = async (
  db: Kysely<Database>,
  trialId: string,
  filter: ArrivalFilter
): Promise<number> => {
  const { count } = await filtered(
    db
      .selectFrom('arrival')
      .select(sql<number>`count(*)`.as('count'))
      .where('arrival.trial_id', '=', trialId),
    filter
  ).executeTakeFirstOrThrow();
  return Number(count);
};

/** One study of a trial; null where there is none. */
export const arrivalViewOf = async (
  db: Kysely<Database>,
  trialId: string,
  id: string
): Promise<ArrivalView | null> => {
  const row = await arrivalQuery(db, trialId).where('arrival.id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
};
