import { followEarlier, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { shiftDate } from './calendar.js';
import type { ReadState } from './machines/read.js';
import type { OpenRead } from './open-read.js';
import { withImagesRenamed } from './rename-images.js';
import { signedDocument } from './signed-document.js';
import { standingStates } from './signed-reads.js';
import { dateTold, dayTold, labelTold } from './told-time.js';

/** Another read of the course, as it is derived from and as its reader is told of it. */
export interface HistoryEntry {
  /** What its reader calls it. */
  readonly timepoint: string;
  readonly timepointCode: string;
  readonly kind: string;
  /** As its reader is told it. */
  readonly day: number | null;
  /** As its reader is told it; empty where none is. */
  readonly dateTold: string;
  /** Moved as the course moves dates, for derivation; empty when the timepoint has no full date. */
  readonly date: string;
  readonly document: ReadDocument;
}

/** The real date of a subject's baseline; null where it is not known. */
export const baselineDateOf = async (
  db: Kysely<Database>,
  subjectId: string
): Promise<string | null> => {
  const baseline = await db
    .selectFrom('timepoint')
    .select('date')
    .where('subject_id', '=', subjectId)
    .where('kind', '=', 'baseline')
    .executeTakeFirst();
  return baseline?.date ?? null;
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

const entryOf = (row: ReadBeside, baselineDate: string | null, read: OpenRead): HistoryEntry => {
  const day = dayTold(read, baselineDate, row.date);
  return {
    timepoint: labelTold(read, row.label, day),
    timepointCode: row.code,
    kind: row.kind,
    day,
    dateTold: dateTold(read, row.date),
    date: shiftDate(row.date, read.dateShiftDays) ?? '',
    document: row.document,
  };
};

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
  const known = rows.find(row => row.kind === 'baseline');
  const baselineDate =
    known === undefined && rows.length > 0
      ? await baselineDateOf(db, read.subjectId)
      : (known?.date ?? null);
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
  const baseline = await baselineDateOf(db, read.subjectId);
  const rows = await readsBeside(db, read, '>');
  return rows.map(row => entryOf(row, baseline, read));
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
