import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
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
  return { id, terms: await termsOf(db, id) };
};

const keptAtMost = 200;
/** By version: what a version says never changes, and it is asked for at every act. */
const kept = new Map<string, CharterTerms>();

/** The terms of a version that is or was in force. */
const termsOf = async (db: Kysely<Database>, id: string): Promise<CharterTerms> => {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const { resolved } = await db
    .selectFrom('charter_version')
    .select('resolved')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const terms = charterTerms(resolved);
  const [oldest] = kept.keys();
  if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest);
  kept.set(id, terms);
  return terms;
};

/** The slots of all versions that are or were in force, each once. */
export const slotsInForce = async (db: Kysely<Database>, trialId: string): Promise<string[]> => {
  const slots = new Set<string>();
  for (const { id } of await versionsInForce(db, trialId))
    for (const { slot } of (await termsOf(db, id)).slots) slots.add(slot);
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
    const slots = known.get(id) ?? (await termsOf(db, id)).slots;
    known.set(id, slots);
    return slots;
  };
};
