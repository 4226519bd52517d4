import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { siteOfSubject } from '../qc/site-of-subject.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import { countArrivals } from './arrival-list.js';
import { trialOfIntake } from './trial-rules.js';

/** How much waits, and what a person may choose from when they say where images belong. */
export interface IntakeSummary {
  waiting: number;
  /** Images in quarantine. */
  quarantined: number;
  sites: string[];
  timepoints: { timepoint: string; label: string; kind: string }[];
  roles: string[];
}

/** Without a charter in force there is nothing to choose from. */
export const intakeSummary = async (
  db: Kysely<Database>,
  trialId: string
): Promise<IntakeSummary> => {
  const rules = (await trialOfIntake(db, trialId))?.rules;
  const { count } = await db
    .selectFrom('quarantine')
    .select(sql<number>`count(*)`.as('count'))
    .where('trial_id', '=', trialId)
    .where('state', '=', 'quarantined')
    .executeTakeFirstOrThrow();
  return {
    waiting: await countArrivals(db, trialId, { state: 'waiting', site: null, text: null }),
    quarantined: Number(count),
    sites: [...(rules?.sites ?? [])].sort(),
    timepoints: (rules?.schedule ?? []).map(({ code, label, kind }) => ({
      ...{ timepoint: code, label, kind },
    })),
    roles: [...new Set((rules?.roles ?? []).map(({ role }) => role))],
  };
};

/** A subject of the trial and what there is of it. */
export interface SubjectChoice {
  subject: string;
  site: string | null;
  timepoints: {
    timepoint: string;
    kind: string;
    date: string | null;
    state: TimepointState;
    exams: number;
  }[];
}

/** Subjects whose identifier has the letters in it, case ignored, in the order of their identifiers. */
export const subjectChoices = async (
  db: Kysely<Database>,
  trialId: string,
  asked: { readonly text: string; readonly limit: number }
): Promise<SubjectChoice[]> => {
  const rows = await db
    .selectFrom('subject')
    .select(['subject.identifier', siteOfSubject.as('site')])
    .select(
      sql<SubjectChoice['timepoints']>`(
        select coalesce(json_agg(json_build_object('timepoint', timepoint.code, 'kind', timepoint.kind,
          'date', timepoint.date, 'state', timepoint.state, 'exams', (
          select count(*) from timepoint_exam where timepoint_exam.timepoint_id = timepoint.id))
          order by timepoint.ordinal), '[]'::json)
        from timepoint where timepoint.subject_id = subject.id)`.as('timepoints')
    )
    .where('subject.trial_id', '=', trialId)
    .where(sql<boolean>`position(lower(${asked.text}) in lower(subject.identifier)) > 0`)
    .orderBy('subject.identifier')
    .limit(asked.limit)
    .execute();
  return rows.map(({ identifier: subject, site, timepoints }) => ({ subject, site, timepoints }));
};
