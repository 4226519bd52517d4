import { parseReadDocument, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { daysBetween, shiftDate } from './calendar.js';
import type { OpenRead } from './open-read.js';

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
    // A signed read counts as it is until it is decided what a change means for it.
    .where('read.state', 'in', ['signed', 'impactPending'])
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
    document: translated(signedDocument(row.document), translate),
  }));
};

/** @throws Error when what is stored is no read document. */
export const signedDocument = (stored: unknown): ReadDocument => {
  const parsed = parseReadDocument(stored);
  if (!parsed.ok) {
    throw new Error(`a signed document no longer parses: ${JSON.stringify(parsed.errors)}`);
  }
  return parsed.value;
};

/** For each name that another read's images have there, the name the same image has in this read. */
const pseudonymsIn = (db: Kysely<Database>, readId: string) =>
  db
    .selectFrom('presentation as own')
    .innerJoin('presentation_uid as ours', 'ours.presentation_id', 'own.id')
    .innerJoin('presentation_uid as theirs', join =>
      join.onRef('theirs.real_uid', '=', 'ours.real_uid').onRef('theirs.kind', '=', 'ours.kind')
    )
    .innerJoin('presentation as earlier', 'earlier.id', 'theirs.presentation_id')
    .innerJoin('read', 'read.id', 'earlier.read_id')
    .select(['theirs.pseudonym as from', 'ours.pseudonym as to'])
    .where('own.read_id', '=', readId);

const asMap = (rows: readonly { from: string; to: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(row => [row.from, row.to]));

const pseudonymsOfEarlierReads = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<ReadonlyMap<string, string>> =>
  asMap(
    await pseudonymsIn(db, read.id)
      .where('read.course_id', '=', read.courseId)
      .where('read.ordinal', '<', read.ordinal)
      .execute()
  );

/** The names of one read's images in another read of them. */
export const pseudonymsFrom = async (
  db: Kysely<Database>,
  fromReadId: string,
  toReadId: string
): Promise<ReadonlyMap<string, string>> =>
  asMap(await pseudonymsIn(db, toReadId).where('read.id', '=', fromReadId).execute());

/** A document with the names of this read for the images that have one here. */
export const translated = (
  document: ReadDocument,
  map: ReadonlyMap<string, string>
): ReadDocument => {
  const own = (uid: string): string => map.get(uid) ?? uid;
  const place = <
    T extends { studyInstanceUid: string; seriesInstanceUid: string; sopInstanceUid: string },
  >(
    value: T
  ): T => ({
    ...value,
    studyInstanceUid: own(value.studyInstanceUid),
    seriesInstanceUid: own(value.seriesInstanceUid),
    sopInstanceUid: own(value.sopInstanceUid),
  });
  return {
    ...document,
    lesions: document.lesions.map(lesion => ({
      ...lesion,
      mark: lesion.mark === null ? null : place(lesion.mark),
    })),
    keyImages: document.keyImages.map(place),
    view: { ...document.view, panes: document.view.panes.map(place) },
  };
};
