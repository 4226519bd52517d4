import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isPresented } from '../release/release-scope.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { charterToFollow } from './charter-to-follow.js';
import { lockRead } from './drafts.js';
import { dueDateOf } from './due-date.js';
import { holderOf } from './give-read.js';
import { lockForReadingOn, readOnFor } from './late-timepoints.js';
import { readMachine } from './machines/read.js';
import { examsInQc, planReads, type PlannedRead } from './plan-reads.js';

/**
 * Releases what a course is to read next: one read when the one before is signed, or all of them together where the
 * charter has it so. Creates and assigns them, has the archive side make their presentations, then opens them to their
 * reader in one transaction. Safe to repeat at any point; when there is more than images to wait for, the charter says
 * what (`planReads`). Returns the ids of the released reads.
 * @throws what the archive throws while it does not answer; the reads then stay waiting.
 */
export const releaseNext = async (deps: ServerDeps, courseId: string): Promise<string[]> => {
  const planned = await deps.db.transaction().execute(trx => planReads(trx, deps, courseId, 0));
  if (planned.length === 0) return [];
  for (const { readId } of planned) await deps.archive.releaseRead(readId);
  const released = await deps.db.transaction().execute(trx => release(trx, deps, planned));
  return released === 'overtaken' ? releaseNext(deps, courseId) : released;
};

/** Opens planned reads to their readers; all of them wait while one of them has to. */
const release = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  planned: readonly PlannedRead[]
): Promise<string[] | 'overtaken'> => {
  const at = deps.now();
  const waiting: PlannedRead[] = [];
  const late = planned.find(({ isLate }) => isLate);
  if (late !== undefined) await lockForReadingOn(trx, late.place);
  await keepCharters(trx, planned);
  for (const read of [...planned].sort((a, b) => (a.readId < b.readId ? -1 : 1))) {
    if ((await lockRead(trx, read.readId)) === 'waiting') waiting.push(read);
  }
  for (const read of waiting) {
    const { readId, keepsCharter, charterId, place } = read;
    if (!keepsCharter && (await charterToFollow(trx, place)).id !== charterId) return 'overtaken';
    if ((await examsInQc(trx, read)).length > 0) return [];
    if (!(await isPresented(trx, readId))) return 'overtaken';
  }
  if (late !== undefined && waiting.length > 0) await readOnFor(trx, deps, late.place);
  for (const { readId, place } of waiting) {
    await trx
      .updateTable('read')
      .set({ released_at: at, due_date: await dueDateOf(trx, readId, at, deps.zone) })
      .where('id', '=', readId)
      .execute();
    const act = (await holderOf(trx, readId)) === null ? 'release' : 'releaseAssigned';
    await applyTransition(trx, [changeOf(readMachine, readId, 'waiting', act)], {
      ...bySystem(),
      ...{ chain: place.trialId, at, zone: deps.zone },
      details: { read: readId },
    });
  }
  return waiting.map(({ readId }) => readId);
};

/** Lets no version come into force until the transaction ends. */
const keepCharters = async (
  trx: Transaction<Database>,
  planned: readonly PlannedRead[]
): Promise<void> => {
  await trx
    .selectFrom('trial')
    .select('id')
    .where('id', 'in', [...new Set(planned.map(({ place }) => place.trialId))])
    .forShare()
    .execute();
};

/**
 * Makes the images of the read after the open one ready ahead of time, so that it opens at once when the open
 * one is signed; until then it stays waiting and unseen.
 * @throws what the archive throws while it does not answer.
 */
export const prepareAhead = async (deps: ServerDeps, courseId: string): Promise<void> => {
  const planned = await deps.db.transaction().execute(trx => planReads(trx, deps, courseId, 1));
  for (const { readId } of planned) await deps.archive.releaseRead(readId);
};
