import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { byPerson } from './apply-transition.js';
import { readerBefore } from './assign-reader.js';
import { candidatesFor, requireMayHave, slotTermsOf, type CandidateView } from './candidates.js';
import { giveRead, holderOf, takeRead } from './give-read.js';
import type { ReadState } from './machines/read.js';
import { asManaged, managedRead, managedReads, type ManagedRead } from './managed-read.js';
import { lockSubject } from './lock-subject.js';
import { lockReadsOfCourse } from './reading-locks.js';

export interface UnassignedRead {
  readId: string;
  subject: string;
  timepoint: string;
  slot: string;
  state: ReadState;
  candidates: CandidateView[];
}

/** States in which a read can be given to a person and nobody has worked on it. */
const givable: readonly ReadState[] = ['waiting', 'ready', 'assigned'];

/** Reads of a trial that are nobody's, by subject, with everybody who could have them. */
export const unassignedReads = async (
  deps: ServerDeps,
  trialId: string,
  page: { readonly offset: number; readonly limit: number }
): Promise<{ total: number; reads: UnassignedRead[] }> => {
  const { db } = deps;
  const nobodys = managedReads(db, trialId)
    .where('read.state', 'in', givable)
    .where('course.state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('read_assignment')
            .select('read_assignment.read_id')
            .whereRef('read_assignment.read_id', '=', 'read.id')
            .where('read_assignment.ended_at', 'is', null)
        )
      )
    );
  const { total } = await nobodys
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await nobodys
    .orderBy('subject.identifier')
    .orderBy('course.slot')
    .orderBy('read.ordinal')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const day = calendarDay(deps.now(), deps.zone);
  const reads: UnassignedRead[] = [];
  for (const read of rows.map(asManaged)) {
    const { publicId: readId, subject, timepoint, slot, state } = read;
    const candidates = await candidatesFor(db, read, day);
    reads.push({ readId, subject, timepoint, slot, state, candidates });
  }
  return { total: Number(total), reads };
};

const nameOf = async (db: Kysely<Database>, accountId: string): Promise<string> => {
  const { user_name: name } = await db
    .selectFrom('account')
    .select('user_name')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return name;
};

/** The reads of a course that people have now, and whether their holders have seen them. */
const heldInCourse = (trx: Transaction<Database>, courseId: string) =>
  trx
    .selectFrom('read_assignment')
    .innerJoin('read', 'read.id', 'read_assignment.read_id')
    .select(['read.id', 'read.state', 'read.opened_at', 'read_assignment.account_id'])
    .where('read.course_id', '=', courseId)
    .where('read_assignment.ended_at', 'is', null)
    .where('read.state', 'not in', ['superseded', 'void'])
    .orderBy('read.ordinal')
    .execute();

const courseHasReader = (user: string): CodedError =>
  new CodedError(
    409,
    'CL_COURSE_HAS_READER',
    `${user} reads this subject in this slot, and one reader reads all of its timepoints: replace the reader.`
  );

/** The read with its subject and the reads of its course taken, and who has it. */
const taken = async (
  trx: Transaction<Database>,
  trialId: string,
  publicId: string
): Promise<ManagedRead & { holder: string | null }> => {
  const { subjectId, courseId } = await managedRead(trx, trialId, publicId);
  await lockSubject(trx, subjectId);
  await lockReadsOfCourse(trx, courseId);
  const read = await managedRead(trx, trialId, publicId);
  return { ...read, holder: await holderOf(trx, read.id) };
};

export interface Given {
  readId: string;
  user: string;
  courseId: string;
}

/**
 * Gives a read that is nobody's to a person.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_READ_ASSIGNED, CL_READ_NOT_OPEN, CL_COURSE_HAS_READER, and those of
 * `requireMayHave`.
 */
export const assignByHand = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: { readonly readId: string; readonly user: string; readonly reason: string | null }
): Promise<Given> =>
  deps.db.transaction().execute(async trx => {
    const read = await taken(trx, trialId, asked.readId);
    if (read.holder !== null) {
      const holder = await nameOf(trx, read.holder);
      const message = `${holder} has this read already; move it, or replace the reader.`;
      throw new CodedError(409, 'CL_READ_ASSIGNED', message);
    }
    if (!givable.includes(read.state)) {
      const message = `The read is ${read.state}: it is not to be given to anybody.`;
      throw new CodedError(409, 'CL_READ_NOT_OPEN', message);
    }
    const { rule } = await slotTermsOf(trx, read);
    const person = await requireMayHave(trx, read, asked.user, calendarDay(deps.now(), deps.zone));
    if (rule.sameReader) {
      const before = await readerBefore(trx, read.courseId);
      if (before !== undefined && before !== person.id) {
        throw courseHasReader(await nameOf(trx, before));
      }
    }
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(read.courseId, trx);
    const attempt = await byPerson(trx, trialId, by, { reason: asked.reason });
    const handing = { trialId, readId: read.id, accountId: person.id, attempt };
    await giveRead(trx, deps, handing, asked.reason ?? 'by hand');
    return { readId: asked.readId, user: asked.user, courseId: read.courseId };
  });

/**
 * Moves a read that nobody has opened to another person; where one reader reads all timepoints of a subject, what was
 * planned of the same course goes with it.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_READ_UNASSIGNED, CL_READ_OPENED, CL_COURSE_HAS_READER, CL_SAME_READER, and
 * those of `requireMayHave`.
 */
export const moveRead = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: { readonly readId: string; readonly user: string; readonly reason: string }
): Promise<Given> =>
  deps.db.transaction().execute(async trx => {
    const read = await taken(trx, trialId, asked.readId);
    if (read.holder === null) {
      throw new CodedError(409, 'CL_READ_UNASSIGNED', 'Nobody has this read yet; assign it.');
    }
    const holder = await nameOf(trx, read.holder);
    if (!givable.includes(read.state) || read.openedAt !== null) {
      const message = `${holder} has opened this read: replace the reader.`;
      throw new CodedError(409, 'CL_READ_OPENED', message);
    }
    if (holder === asked.user) {
      throw new CodedError(409, 'CL_SAME_READER', `${holder} has this read already.`);
    }
    const { rule } = await slotTermsOf(trx, read);
    const held = (await heldInCourse(trx, read.courseId)).filter(
      ({ account_id: account }) => account === read.holder
    );
    if (rule.sameReader && held.some(({ opened_at: opened }) => opened !== null)) {
      throw courseHasReader(holder);
    }
    const person = await requireMayHave(trx, read, asked.user, calendarDay(deps.now(), deps.zone));
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(read.courseId, trx);
    const attempt = await byPerson(trx, trialId, by, { reason: asked.reason });
    for (const { id } of rule.sameReader ? held : [read]) {
      const handing = { trialId, readId: id, attempt };
      await takeRead(trx, deps, { ...handing, accountId: read.holder });
      await giveRead(trx, deps, { ...handing, accountId: person.id }, asked.reason);
    }
    return { readId: asked.readId, user: asked.user, courseId: read.courseId };
  });
