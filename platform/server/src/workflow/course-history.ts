import type { ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { daysBetween, shiftDate } from './calendar.js';
import type { OpenRead } from './open-read.js';
import { withImagesRenamed } from './rename-images.js';
import { signedDocument } from './signed-document.js';

/** A signed earlier read of the course; dates are shifted as the course shifts them. */
export interface HistoryEntry {
  readonly timepoint: string;
  readonly timepointCode: string;
  readonly kind: string;
  readonly day: number | null;
  /** Shifted; empty when the timepoint has no full date. */
  readonly date: string;
  readonly document: ReadDocument;
}

/** What an earlier timepoint is called for a date: days from baseline, where both are known. */
export const dayOf = async (db: Kysely<Database>, read: OpenRead): Promise<number | null> => {
  const baseline = await db
    .selectFrom('timepoint')
    .select('date')
    .where('subject_id', '=', read.subjectId)
    .where('kind', '=', 'baseline')
    .executeTakeFirst();
  return daysBetween(baseline?.date ?? null, read.timepointDate);
};

/**
 * The course's signed reads before this one, in order. Their documents carry this read's pseudonyms where
 * its presentation shows the same images, so that earlier marks can be drawn.
 */
export const courseHistory = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<HistoryEntry[]> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select([
      'signature.document',
      'timepoint.label',
      'timepoint.code',
      'timepoint.kind',
      'timepoint.date',
    ])
    .where('read.course_id', '=', read.courseId)
    .where('read.state', '=', 'signed')
    .where('read.ordinal', '<', read.ordinal)
    .orderBy('read.ordinal')
    .execute();
  const baselineDate = rows.find(row => row.kind === 'baseline')?.date ?? null;
  const translate = await pseudonymsOfEarlierReads(db, read);
  return rows.map(row => ({
    timepoint: row.label,
    timepointCode: row.code,
    kind: row.kind,
    day: daysBetween(baselineDate, row.date),
    date: shiftDate(row.date, read.dateShiftDays) ?? '',
    document: withImagesRenamed(signedDocument(row.document), uid => translate.get(uid) ?? uid),
  }));
};

const pseudonymsOfEarlierReads = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('presentation as own')
    .innerJoin('presentation_uid as ours', 'ours.presentation_id', 'own.id')
    .innerJoin('presentation_uid as theirs', join =>
      join.onRef('theirs.real_uid', '=', 'ours.real_uid').onRef('theirs.kind', '=', 'ours.kind')
    )
    .innerJoin('presentation as earlier', 'earlier.id', 'theirs.presentation_id')
    .innerJoin('read', 'read.id', 'earlier.read_id')
    .select(['theirs.pseudonym as from', 'ours.pseudonym as to'])
    .where('own.read_id', '=', read.id)
    .where('read.course_id', '=', read.courseId)
    .where('read.ordinal', '<', read.ordinal)
    .execute();
  return new Map(rows.map(row => [row.from, row.to]));
};
