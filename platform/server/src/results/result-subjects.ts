import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRead } from '../trials/timepoint-kinds.js';

export interface ResultPlace {
  readonly subjectId: string;
  /** The subject's identifier. */
  readonly subject: string;
  /** Code of the site that it is at; null where it was put to none. */
  readonly site: string | null;
  readonly timepointId: string;
  /** Code of the timepoint. */
  readonly timepoint: string;
  readonly label: string;
  /** YYYY-MM-DD; null before its images came. */
  readonly date: string | null;
}

/** Whose subjects are looked at. */
export interface ResultScope {
  readonly trialId: string;
  /** Codes of sites; null for all of the trial. */
  readonly sites: readonly string[] | null;
}

/** The site that a subject is at now. */
const siteNow = sql<
  string | null
>`(select site.code from subject_site join site on site.id = subject_site.site_id
  where subject_site.subject_id = subject.id
  order by subject_site.valid_from desc, subject_site.from_sequence desc limit 1)`;

const subjectsIn = (db: Kysely<Database>, { trialId, sites }: ResultScope) =>
  db
    .selectFrom('subject')
    .where('subject.trial_id', '=', trialId)
    .$if(sites !== null, query =>
      query.where(sql<boolean>`${siteNow} = any(${sites ?? []}::text[])`)
    );

/** The visits after the baseline of subjects in the order of their identifiers, and of their dates. */
export const resultPlaces = async (
  db: Kysely<Database>,
  scope: ResultScope,
  { after, limit }: { readonly after: string | null; readonly limit: number }
): Promise<{ readonly places: readonly ResultPlace[]; readonly next: string | null }> => {
  const subjects = await subjectsIn(db, scope)
    .select(['subject.id', 'subject.identifier', siteNow.as('site')])
    .$if(after !== null, query => query.where('subject.identifier', '>', after ?? ''))
    .orderBy('subject.identifier')
    .limit(limit + 1)
    .execute();
  const shown = subjects.slice(0, limit);
  if (shown.length === 0) return { places: [], next: null };
  const timepoints = await placesQuery(db)
    .where(
      'timepoint.subject_id',
      'in',
      shown.map(({ id }) => id)
    )
    .execute();
  return {
    places: shown.flatMap(({ id, identifier, site }) =>
      timepoints
        .filter(row => row.subject_id === id)
        .map(row => ({
          ...{ subjectId: id, subject: identifier, site, timepointId: row.id },
          ...{ timepoint: row.code, label: row.label, date: row.date },
        }))
    ),
    next: subjects.length > limit ? (shown.at(-1)?.identifier ?? null) : null,
  };
};

const placesQuery = (db: Kysely<Database>) =>
  db
    .selectFrom('timepoint')
    .select(['timepoint.id', 'timepoint.subject_id', 'timepoint.code'])
    .select(['timepoint.label', 'timepoint.date'])
    .where(isRead)
    .where('timepoint.kind', '!=', 'baseline')
    .orderBy('timepoint.ordinal');

/** One visit of a subject, by its identifier and the timepoint's code; null where the person has no such. */
export const resultPlace = async (
  db: Kysely<Database>,
  scope: ResultScope,
  { subject, timepoint }: { readonly subject: string; readonly timepoint: string }
): Promise<ResultPlace | null> => {
  const row = await subjectsIn(db, scope)
    .innerJoin('timepoint', 'timepoint.subject_id', 'subject.id')
    .select(['subject.id as subject_id', 'timepoint.id', 'timepoint.code'])
    .select(['timepoint.label', 'timepoint.date', siteNow.as('site')])
    .where('subject.identifier', '=', subject)
    .where('timepoint.code', '=', timepoint)
    .where(isRead)
    .where('timepoint.kind', '!=', 'baseline')
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...{ subjectId: row.subject_id, subject, site: row.site, timepointId: row.id },
    ...{ timepoint, label: row.label, date: row.date },
  };
};
