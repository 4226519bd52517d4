import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { charterTerms } from '../trials/charter-terms.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { signedResults } from '../workflow/signed-results.js';

/** What the readers of a track came to at a visit. */
export interface CentralResult {
  /** Of the signed read, or of the final where several read. */
  readonly id: string;
  /** Null where the criterion gives none. */
  readonly response: string | null;
  /** When it was signed, or became final. */
  readonly at: Date;
  /** What it rests on changed, and nobody has decided yet what becomes of it. */
  readonly inReview: boolean;
}

/** By id of the timepoint; null: it had a result, and is being read again. */
export type CentralResults = ReadonlyMap<string, CentralResult | null>;

/**
 * What the readers of a track came to at the visits of some subjects. Of a track with one reader the response of each signed
 * read, as it was at that visit; where several read, what has become final: one reader's response is no result before.
 */
export const centralResults = async (
  db: Kysely<Database>,
  trackId: string,
  subjects: readonly string[]
): Promise<CentralResults> => {
  if (subjects.length === 0) return new Map();
  return new Map([
    ...(await finalResults(db, trackId, subjects)),
    ...(await ofOneReader(db, trackId, subjects)),
  ]);
};

const ofOneReader = async (
  db: Kysely<Database>,
  trackId: string,
  subjects: readonly string[]
): Promise<CentralResults> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .leftJoin('signature', 'signature.read_id', 'read.id')
    .select(['read.id', 'read.state', 'read.version', 'timepoint.id as timepoint_id'])
    .select(['timepoint.code', 'signature.signed_at', 'track.code as track'])
    .select('charter_version.resolved')
    .where('course.track_id', '=', trackId)
    .where('course.subject_id', 'in', subjects)
    .where('read.state', '!=', 'void')
    .where(isRead)
    .where('timepoint.kind', '!=', 'baseline')
    .orderBy('read.version')
    .execute();
  const alone = rows.filter(
    row => charterTerms(row.resolved, row.track).rules.paradigm === 'oneReader'
  );
  const stands = (row: (typeof rows)[number]): boolean =>
    row.state === 'signed' || row.state === 'impactPending';
  const results = await signedResults(
    db,
    alone.filter(stands).map(({ id }) => id)
  );
  const found = new Map<string, CentralResult | null>();
  for (const row of alone) {
    const { id, timepoint_id: timepoint, signed_at: at } = row;
    const before = found.has(timepoint);
    if (!stands(row)) {
      // A version that was signed, or one that takes its place.
      if (at !== null || before) found.set(timepoint, null);
      continue;
    }
    const derived = results.get(id)?.primary.result.timepoints.find(one => one.id === row.code);
    if (derived === undefined || at === null) throw new Error(`no result of the signed read ${id}`);
    found.set(timepoint, {
      ...{ id, response: derived.overall ?? null, at },
      inReview: row.state === 'impactPending',
    });
  }
  return found;
};

const finalResults = async (
  db: Kysely<Database>,
  trackId: string,
  subjects: readonly string[]
): Promise<CentralResults> => {
  const rows = await db
    .selectFrom('final')
    .innerJoin('track', 'track.id', 'final.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'final.charter_version_id')
    .select(['final.id', 'final.subject_id', 'final.criterion', 'final.outcome', 'final.made_at'])
    .select(['charter_version.resolved', 'track.code as track'])
    .where('final.track_id', '=', trackId)
    .where('final.subject_id', 'in', subjects)
    .where('final.to_sequence', 'is', null)
    .execute();
  const several = rows.filter(row => {
    const terms = charterTerms(row.resolved, row.track);
    return terms.rules.paradigm !== 'oneReader' && row.criterion === terms.criterion;
  });
  if (several.length === 0) return new Map();
  const timepoints = await db
    .selectFrom('timepoint')
    .select(['id', 'subject_id', 'code'])
    .where(
      'subject_id',
      'in',
      several.map(row => row.subject_id)
    )
    .execute();
  return new Map(
    several.flatMap(({ id, subject_id: subject, outcome, made_at: at }) =>
      (outcome.output?.timepoints ?? []).flatMap(({ id: code, overall }) => {
        const own = timepoints.find(one => one.subject_id === subject && one.code === code);
        if (own === undefined) return [];
        return [[own.id, { id, response: overall ?? null, at, inReview: false }] as const];
      })
    )
  );
};
