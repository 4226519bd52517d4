import { openItems } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { currentDraft } from './drafts.js';
import type { ReadState } from './machines/read.js';
import { earlierReadOpen, isEarlierReadOpen } from './may-open.js';
import { readFor, shownState, type OpenRead } from './open-read.js';
import { standingStates } from './signed-reads.js';
import { timepointsTold } from './timepoints-told.js';

/** A read of a subject whose timepoints are read together, as its reader sees it. */
export interface ReadTogether {
  readonly readId: string;
  readonly timepoint: string;
  readonly state: ReadState;
  /** Things left to do before it can be signed, 0 for one that is signed; null while it was not opened. */
  readonly left: number | null;
  readonly current: boolean;
}

/** Open to their reader, and not signed. */
const openStates: readonly ReadState[] = ['ready', 'assigned', 'draft', 'onHold'];

const isSigned = (state: ReadState): boolean => standingStates.some(known => known === state);

/** The course's reads that its reader has, with what is left to do in each, by date. */
const readsOfReader = async (db: Kysely<Database>, read: OpenRead, accountId: string) => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('read_assignment', 'read_assignment.read_id', 'read.id')
    .select(['read.id', 'read.public_id', 'read.state', 'read.opened_at', 'read.ordinal'])
    .select(['timepoint.label', 'timepoint.code'])
    .where('read.course_id', '=', read.courseId)
    .where('read_assignment.account_id', '=', accountId)
    .where('read_assignment.ended_at', 'is', null)
    .where('read.state', 'in', [...openStates, ...standingStates])
    .orderBy('read.ordinal')
    .execute();
  const reads = [];
  for (const row of rows) {
    const isOpened = row.opened_at !== null || row.id === read.id;
    const left = isSigned(row.state) ? 0 : isOpened ? await leftOf(db, row, accountId) : null;
    reads.push({ ...row, left });
  }
  return reads;
};

const leftOf = async (
  db: Kysely<Database>,
  { public_id: publicId }: { readonly public_id: string },
  accountId: string
): Promise<number> => {
  const one = await readFor(db, accountId, publicId);
  const { document } = await currentDraft(db, one);
  return openItems(document, { baseline: one.baseline }).length;
};

/** The reads of a subject whose timepoints are read together; null in any other order. */
export const readTogether = async (
  db: Kysely<Database>,
  read: OpenRead,
  accountId: string
): Promise<ReadTogether[] | null> => {
  if (read.charter.order !== 'allAtOnce') return null;
  const told = await timepointsTold(db, read);
  return (await readsOfReader(db, read, accountId)).map(row => ({
    ...{ readId: row.public_id, timepoint: told(row.code).label, state: shownState(row.state) },
    ...{ left: row.left, current: row.id === read.id },
  }));
};

/**
 * Lets a timepoint be signed once its reader has judged all timepoints of the subject that they have, and signed the
 * earlier ones: a response is derived of what is signed before it, and nothing is locked while the rest may change it.
 * @throws CodedError 409 CL_EARLIER_READ_UNSIGNED, CL_EARLIER_READ_OPEN, CL_SUBJECT_INCOMPLETE
 */
export const requireWholeSubject = async (
  db: Kysely<Database>,
  read: OpenRead,
  accountId: string
): Promise<void> => {
  const reads = await readsOfReader(db, read, accountId);
  const undone = reads.find(
    ({ id, state, left }) => id !== read.id && (state === 'onHold' || left === null || left > 0)
  );
  if (undone !== undefined) {
    throw new CodedError(
      409,
      'CL_SUBJECT_INCOMPLETE',
      `${undone.label} ${whyUndone(undone)}. All timepoints of this subject are read together: the first is signed when all are done.`
    );
  }
  const earlier = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('timepoint.label')
    .where('read.course_id', '=', read.courseId)
    .where('read.ordinal', '<', read.ordinal)
    .where('read.state', 'not in', [...standingStates, 'superseded', 'void'])
    // What nobody has seen yet turned up late: the gap policy says what becomes of the reads after it.
    .where(({ or, eb }) =>
      or([
        eb('read.state', 'not in', ['waiting', 'returnedToQc']),
        eb('read.opened_at', 'is not', null),
        eb('read.begins_from', 'is not', null),
      ])
    )
    .orderBy('read.ordinal')
    .executeTakeFirst();
  if (earlier !== undefined) {
    throw new CodedError(
      409,
      'CL_EARLIER_READ_UNSIGNED',
      `The timepoints of this subject are signed in the order of their dates: ${earlier.label} comes first.`
    );
  }
  // One that is signed and stands on another that was opened again: a person decides on it first.
  if (await isEarlierReadOpen(db, read.id)) throw earlierReadOpen();
};

const whyUndone = ({ state, left }: { state: ReadState; left: number | null }): string => {
  if (state === 'onHold') return 'is on hold';
  if (left === null) return 'is not read yet';
  return `has ${left} ${left === 1 ? 'thing' : 'things'} left to do`;
};
