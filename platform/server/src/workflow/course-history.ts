import { followEarlier, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { daysBetween, shiftDate } from './calendar.js';
import type { ReadState } from './machines/read.js';
import type { OpenRead } from './open-read.js';
import { withImagesRenamed } from './rename-images.js';
import { signedDocument } from './signed-document.js';
import { standingStates } from './signed-reads.js';

/** Another read of the course; dates are shifted as the course shifts them. */
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

/** States of a read that is its reader's to change. */
const openStates: readonly ReadState[] = ['ready', 'assigned', 'draft', 'onHold'];

/**
 * The course's reads before or after this one, in order, with what was signed in them; where the charter has all
 * timepoints read together, also with what this read's reader has saved of those not signed.
 */
const readsBeside = async (db: Kysely<Database>, read: OpenRead, side: '<' | '>') => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .leftJoin('signature', 'signature.read_id', 'read.id')
    .leftJoin('draft', join =>
      join
        .onRef('draft.read_id', '=', 'read.id')
        .on(({ eb, selectFrom }) =>
          eb(
            'draft.saved_by',
            'in',
            selectFrom('read_assignment')
              .select('account_id')
              .where('read_id', '=', read.id)
              .where('ended_at', 'is', null)
          )
        )
    )
    .select(['read.state', 'signature.document as signed', 'draft.document as draft'])
    .select(['timepoint.label', 'timepoint.code', 'timepoint.kind', 'timepoint.date'])
    .where('read.course_id', '=', read.courseId)
    .where('read.ordinal', side, read.ordinal)
    .where(({ eb, or, and }) => {
      const signed = and([
        eb('read.state', 'in', standingStates),
        eb('signature.document', 'is not', null),
      ]);
      if (read.charter.order !== 'allAtOnce') return signed;
      const begun = eb('draft.document', 'is not', null);
      return or([signed, and([eb('read.state', 'in', openStates), begun])]);
    })
    .orderBy('read.ordinal')
    .execute();
  const names = await pseudonymsBeside(db, read, side);
  return rows.map(({ state, signed, draft, ...row }) => ({
    ...row,
    isDraft: openStates.includes(state),
    document: withImagesRenamed(
      signedDocument(openStates.includes(state) ? draft : signed),
      uid => names.get(uid) ?? uid
    ),
  }));
};

type ReadBeside = Awaited<ReturnType<typeof readsBeside>>[number];

const entryOf = (
  row: ReadBeside,
  baselineDate: string | null,
  { dateShiftDays }: OpenRead
): HistoryEntry => ({
  timepoint: row.label,
  timepointCode: row.code,
  kind: row.kind,
  day: daysBetween(baselineDate, row.date),
  date: shiftDate(row.date, dateShiftDays) ?? '',
  document: row.document,
});

/**
 * The course's reads before this one, in order. Their documents carry this read's pseudonyms where
 * its presentation shows the same images, so that earlier marks can be drawn. All of them are signed, unless the charter
 * has all timepoints read together: there they are as they stand, each draft following those before it.
 */
export const courseHistory = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<HistoryEntry[]> => {
  const rows = await readsBeside(db, read, '<');
  const baselineDate = rows.find(row => row.kind === 'baseline')?.date ?? null;
  const history: HistoryEntry[] = [];
  for (const row of rows) {
    const entry = entryOf(row, baselineDate, read);
    const before = history.map(({ document }) => document);
    history.push(
      row.isDraft ? { ...entry, document: followEarlier(entry.document, before) } : entry
    );
  }
  return history;
};

/** The course's reads after this one, in order, as they stand: none unless all timepoints are read together. */
export const laterEntries = async (
  db: Kysely<Database>,
  read: OpenRead
): Promise<HistoryEntry[]> => {
  if (read.charter.order !== 'allAtOnce') return [];
  const baseline = await db
    .selectFrom('timepoint')
    .select('date')
    .where('subject_id', '=', read.subjectId)
    .where('kind', '=', 'baseline')
    .executeTakeFirst();
  const rows = await readsBeside(db, read, '>');
  return rows.map(row => entryOf(row, baseline?.date ?? null, read));
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

const pseudonymsBeside = async (
  db: Kysely<Database>,
  read: OpenRead,
  side: '<' | '>'
): Promise<ReadonlyMap<string, string>> =>
  asMap(
    await pseudonymsIn(db, read.id)
      .where('read.course_id', '=', read.courseId)
      .where('read.ordinal', side, read.ordinal)
      .execute()
  );

/** The names of one read's images in another read of them. */
export const pseudonymsFrom = async (
  db: Kysely<Database>,
  fromReadId: string,
  toReadId: string
): Promise<ReadonlyMap<string, string>> =>
  asMap(await pseudonymsIn(db, toReadId).where('read.id', '=', fromReadId).execute());
