import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { centralResults, type CentralResult, type CentralResults } from './central-results.js';
import { isRecipient, isTold, type ResultReader } from './result-readers.js';
import { resultPlaces, type ResultPlace } from './result-subjects.js';
import type { ResultTrack } from './result-tracks.js';
import {
  siteAssessments,
  standing,
  type LastAssessment,
  type SiteAssessment,
} from './site-assessments.js';

/** Who has said that they have seen a result. */
export interface Acknowledgement {
  /** User name. */
  readonly by: string;
  readonly at: Date;
}

/** A visit, with what is known of it to whoever asks. */
export interface ResultRow {
  readonly place: ResultPlace;
  /**
   * What the readers came to; null where there is no result yet, or the person is not told. `readAgain`: there was one, and it
   * does not stand any more.
   */
  readonly central: CentralResult | 'readAgain' | null;
  /** What the site says; null where it says nothing, or not any more. */
  readonly site: SiteAssessment | null;
  /** Of what it said last, also where that was withdrawn; 0: nothing. */
  readonly version: number;
  /** Of the result that stands, in the order of the user names. */
  readonly seen: readonly Acknowledgement[];
  /** The person has still to say that they have seen it. */
  readonly toAcknowledge: boolean;
}

export interface ResultPage {
  readonly rows: readonly ResultRow[];
  /** Identifier of the last subject, after which others follow; null where none does. */
  readonly next: string | null;
}

/** The visits of a track that a person may see, by subjects and dates, with what was found. */
export const resultList = async (
  db: Kysely<Database>,
  reader: ResultReader,
  track: ResultTrack,
  page: { readonly after: string | null; readonly limit: number }
): Promise<ResultPage> => {
  const { places, next } = await resultPlaces(db, reader.scope, page);
  const subjects = [...new Set(places.map(({ subjectId }) => subjectId))];
  const { id: trackId } = track;
  const told = trackId !== null && isTold(reader, track);
  const central: CentralResults = told ? await centralResults(db, trackId, subjects) : new Map();
  const said =
    trackId === null
      ? new Map<string, LastAssessment>()
      : await siteAssessments(db, trackId, subjects);
  const seen = await acknowledgements(
    db,
    [...central.values()].flatMap(result => result?.id ?? [])
  );
  const rows = places.map((place): ResultRow => {
    const result = central.get(place.timepointId);
    const acknowledged = result == null ? [] : (seen.get(result.id) ?? []);
    const { accountId } = reader;
    const assessment = said.get(place.timepointId);
    return {
      place,
      central: result === null ? 'readAgain' : (result ?? null),
      site: assessment === undefined ? null : standing(assessment),
      version: assessment?.version ?? 0,
      seen: acknowledged.map(({ by, at }) => ({ by, at })),
      toAcknowledge:
        result != null &&
        isRecipient(reader, track) &&
        !acknowledged.some(one => one.accountId === accountId),
    };
  });
  return { rows, next };
};

const acknowledgements = async (
  db: Kysely<Database>,
  results: readonly string[]
): Promise<ReadonlyMap<string, readonly (Acknowledgement & { readonly accountId: string })[]>> => {
  if (results.length === 0) return new Map();
  const rows = await db
    .selectFrom('result_acknowledgement')
    .innerJoin('account', 'account.id', 'result_acknowledgement.account_id')
    .select(['result_id', 'account_id', 'account.user_name', 'acknowledged_at'])
    .where('result_id', 'in', [...new Set(results)])
    .orderBy('account.user_name')
    .execute();
  const found = new Map<string, (Acknowledgement & { accountId: string })[]>();
  for (const row of rows) {
    const own = found.get(row.result_id) ?? [];
    own.push({ accountId: row.account_id, by: row.user_name, at: row.acknowledged_at });
    found.set(row.result_id, own);
  }
  return found;
};
