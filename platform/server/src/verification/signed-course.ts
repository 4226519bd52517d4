import type { ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { shiftDate } from '../workflow/calendar.js';
import type { RatedTimepoint } from '../workflow/derive.js';

/** A signed read of a course, whether or not it stands. */
export type SignedRow = Awaited<ReturnType<typeof signedRows>>[number];

const signedRows = (db: Kysely<Database>, courseId: string) =>
  db
    .selectFrom('signature')
    .innerJoin('read', 'read.id', 'signature.read_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .selectAll('signature')
    .select(['timepoint.id as timepoint_id', 'timepoint.code', 'timepoint.kind'])
    .select(['read.from_sequence', 'read.to_sequence'])
    .select(['charter_version.hash as charter_hash', 'charter_version.resolved'])
    .select(['image_manifest.hash as manifest_hash', 'image_manifest.content as manifest'])
    .where('read.course_id', '=', courseId)
    .orderBy('read.ordinal')
    .orderBy('read.version')
    .execute();

/** All that was signed in a course, and when its timepoints were said to be. */
export interface SignedCourse {
  readonly id: string;
  readonly rows: readonly SignedRow[];
  /** The read with its document, by its id. */
  readonly byRead: ReadonlyMap<string, SignedRow>;
  /** A timepoint's date right after an entry, moved as the course moves dates; null where none was kept. */
  dateAt(timepointId: string, sequence: number): string | null;
}

export const signedCourse = async (
  db: Kysely<Database>,
  course: { readonly id: string; readonly date_shift_days: number }
): Promise<SignedCourse> => {
  const rows = await signedRows(db, course.id);
  const ids = [...new Set(rows.map(row => row.timepoint_id))];
  const dates =
    ids.length === 0
      ? []
      : await db
          .selectFrom('timepoint_date')
          .select(['timepoint_id', 'date', 'from_sequence', 'to_sequence'])
          .where('timepoint_id', 'in', ids)
          .execute();
  return {
    id: course.id,
    rows,
    byRead: new Map(rows.map(row => [row.read_id, row])),
    dateAt: (timepointId, sequence) => {
      const stood = dates.find(
        date =>
          date.timepoint_id === timepointId &&
          date.from_sequence <= sequence &&
          (date.to_sequence === null || date.to_sequence > sequence)
      );
      return stood === undefined ? null : shiftDate(stood.date, course.date_shift_days);
    },
  };
};

/** The timepoints of a signed result as they stood at its signature, or why that can't be told. */
export type Stood =
  | { readonly timepoints: readonly RatedTimepoint[]; readonly why: null }
  | { readonly timepoints: null; readonly why: string };

/**
 * What a signature was made about: at each timepoint of its result the version that stood.
 * @param codes of the result's timepoints, in their order
 * @param signed the reads that the signature names itself, by the code of their timepoints; others are those that stood
 */
export const stoodAt = (
  course: SignedCourse,
  sequence: number,
  codes: readonly string[],
  signed: ReadonlyMap<string, SignedRow>
): Stood => {
  const timepoints: RatedTimepoint[] = [];
  for (const code of codes) {
    const row =
      signed.get(code) ??
      course.rows.find(
        one =>
          one.code === code &&
          one.from_sequence !== null &&
          one.from_sequence < sequence &&
          (one.to_sequence === null || one.to_sequence > sequence)
      );
    if (row === undefined)
      return {
        timepoints: null,
        why: `no read of ${code} is there that stood at entry ${sequence}`,
      };
    const date = course.dateAt(row.timepoint_id, sequence);
    if (date === null)
      return { timepoints: null, why: `the date of ${code} at entry ${sequence} was not kept` };
    timepoints.push({ id: code, kind: row.kind, date, document: row.document as ReadDocument });
  }
  return { timepoints, why: null };
};
