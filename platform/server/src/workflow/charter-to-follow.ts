import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { termsOfTrack, type CharterTerms } from '../trials/charter-terms.js';
import { begunReads } from '../trials/rereading.js';
import { versionToFollow } from '../trials/scope.js';
import { versionsInForce } from '../trials/trial-versions.js';

/** Where a read is to be made. */
export interface ReadPlace {
  readonly trialId: string;
  readonly trackId: string;
  readonly subjectId: string;
  readonly courseId: string;
  readonly timepointId: string;
}

export interface CharterToFollow {
  readonly id: string;
  readonly terms: CharterTerms;
}

/** The version that a read at a place follows, by what of its subject has begun and the scopes of the amendments. */
export const charterToFollow = async (
  db: Kysely<Database>,
  place: ReadPlace
): Promise<CharterToFollow> => {
  const reads = await begunReads(db, place.trialId)
    .select(['read.course_id', 'read.timepoint_id', 'read.charter_version_id'])
    .where('course.track_id', '=', place.trackId)
    .where('course.subject_id', '=', place.subjectId)
    .orderBy('read.ordinal')
    .orderBy('read.version')
    .execute();
  const own = reads.filter(read => read.course_id === place.courseId);
  const others = reads.filter(read => read.course_id !== place.courseId);
  const id = versionToFollow(await versionsInForce(db, place.trialId), {
    subject: (own.at(-1) ?? others.at(-1))?.charter_version_id ?? null,
    timepoint:
      others.find(read => read.timepoint_id === place.timepointId)?.charter_version_id ?? null,
  });
  const terms = await termsOf(db, id, place.trackId);
  if (terms === null) throw new Error(`charter version ${id} has no track ${place.trackId}`);
  return { id, terms };
};

const keptAtMost = 200;
/** By version and track: what a version says never changes, and it is asked for at every act. */
const kept = new Map<string, CharterTerms | null>();

/** The terms of a track by a version that is or was in force; null where that version is older than the track. */
const termsOf = async (
  db: Kysely<Database>,
  id: string,
  trackId: string
): Promise<CharterTerms | null> => {
  const key = `${id} ${trackId}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { resolved, track } = await db
    .selectFrom('charter_version')
    .innerJoin('track', 'track.trial_id', 'charter_version.trial_id')
    .select(['charter_version.resolved', 'track.code as track'])
    .where('charter_version.id', '=', id)
    .where('track.id', '=', trackId)
    .executeTakeFirstOrThrow();
  const terms = termsOfTrack(resolved, track);
  const [oldest] = kept.keys();
  if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest);
  kept.set(key, terms);
  return terms;
};

/** A track's slots in all versions that are or were in force, each once. */
export const slotsInForce = async (
  db: Kysely<Database>,
  { trialId, trackId }: { readonly trialId: string; readonly trackId: string }
): Promise<string[]> => {
  const slots = new Set<string>();
  for (const { id } of await versionsInForce(db, trialId))
    for (const { slot } of (await termsOf(db, id, trackId))?.slots ?? []) slots.add(slot);
  return [...slots];
};

/** By subject of a track: the slots that its courses are for. Subjects whose reading has begun keep theirs. */
export const slotsBySubject = async (
  db: Kysely<Database>,
  of: { readonly trialId: string; readonly trackId: string; readonly subjects: readonly string[] }
): Promise<(subjectId: string) => Promise<CharterTerms['slots']>> => {
  const versions = await versionsInForce(db, of.trialId);
  const begun = await begunReads(db, of.trialId)
    .select(['course.subject_id', 'read.charter_version_id'])
    .where('course.track_id', '=', of.trackId)
    .where(sql<boolean>`course.subject_id = any(${of.subjects}::uuid[])`)
    .orderBy('read.ordinal')
    .execute();
  const under = new Map(begun.map(read => [read.subject_id, read.charter_version_id]));
  const known = new Map<string, CharterTerms['slots']>();
  return async subjectId => {
    const subject = under.get(subjectId) ?? null;
    const id = versionToFollow(versions, { subject, timepoint: null });
    const slots = known.get(id) ?? (await termsOf(db, id, of.trackId))?.slots ?? [];
    known.set(id, slots);
    return slots;
  };
};
