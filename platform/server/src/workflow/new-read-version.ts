import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { randomPublicId } from './drawn.js';
import { readMachine, type ReadState } from './machines/read.js';

export interface NewVersion {
  /** The version that ends: the caller has superseded, unlocked or voided it in the same transaction. */
  readonly readId: string;
  /**
   * `same`: the manifest it was read on, under new names; `now`: what its timepoints have when it is released; or another
   * manifest, of what was read.
   */
  readonly images: 'same' | 'now' | { readonly manifestId: string };
  /** What brought it about, as a word for the audit entry: the reason in a person's words is in theirs. */
  readonly cause: string;
}

/** States that a version ends in. */
export const endedStates: readonly ReadState[] = ['superseded', 'void'];

/**
 * Makes the next version of a read that has ended: `waiting`, for the reader it had, under the charter version it had. Its
 * draft begins with what was signed, or with the draft of one that never was (`startDocument`). Whoever calls asks
 * for the release of its course after the transaction.
 * @throws Error when the read has not ended; the database refuses a second successor of one read.
 */
export const newReadVersion = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { readId: from, images, cause }: NewVersion
): Promise<{ readonly id: string; readonly courseId: string; readonly version: number }> => {
  const old = await trx
    .selectFrom('read')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .selectAll('read')
    .select('charter_version.trial_id')
    .where('read.id', '=', from)
    .executeTakeFirstOrThrow();
  if (!endedStates.includes(old.state))
    throw new Error(`read ${from} is ${old.state} and has not ended`);
  const version = await nextVersion(trx, old);
  const id = deps.newId();
  const at = deps.now();
  await trx
    .insertInto('read')
    .values({
      ...{ id, public_id: randomPublicId(), course_id: old.course_id, version, begins_from: from },
      ...{ timepoint_id: old.timepoint_id, component: old.component, ordinal: old.ordinal },
      ...{ charter_version_id: old.charter_version_id, state: 'waiting' },
      manifest_id: manifestOf(images, old.manifest_id),
    })
    .execute();
  const { trial_id: trialId } = old;
  await applyTransition(trx, [changeOf(readMachine, id, null, 'openNewVersion')], {
    ...{ ...bySystem(cause), chain: trialId, at, zone: deps.zone },
    details: { read: id, from, version, images, cause },
  });
  if (images !== 'now') {
    // What is undecided of the images stays so; what it stands on it is now read after.
    await trx
      .updateTable('read_impact')
      .set({ read_id: id })
      .where('read_id', '=', from)
      .where('decision', 'is', null)
      .where('cause', '!=', 'earlierRead')
      .execute();
  }
  await keepReader(trx, deps, { trialId, from, to: id });
  return { id, courseId: old.course_id, version };
};

const manifestOf = (images: NewVersion['images'], before: string | null): string | null => {
  if (images === 'now') return null;
  return images === 'same' ? before : images.manifestId;
};

/** The number of the next version of a read's place in its course. */
export const nextVersion = async (
  trx: Transaction<Database>,
  place: {
    readonly course_id: string;
    readonly timepoint_id: string | null;
    readonly component: string;
  }
): Promise<number> => {
  const { newest } = await trx
    .selectFrom('read')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('course_id', '=', place.course_id)
    .where('timepoint_id', 'is not distinct from', place.timepoint_id)
    .where('component', '=', place.component)
    .executeTakeFirstOrThrow();
  return Number(newest ?? 0) + 1;
};

/** Whoever had the old version has the new one; the old assignment ends. */
const keepReader = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  move: { readonly trialId: string; readonly from: string; readonly to: string }
): Promise<void> => {
  const at = deps.now();
  const holders = await trx
    .updateTable('read_assignment')
    .set({ ended_at: at })
    .where('read_id', '=', move.from)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .execute();
  for (const { account_id: to } of holders) {
    await trx
      .insertInto('read_assignment')
      .values({ read_id: move.to, account_id: to, assigned_at: at, reason: 'new version' })
      .execute();
    await appendAudit(trx, move.trialId, {
      ...{ act: 'read.assigned', at: at.toISOString(), zone: deps.zone, by: null },
      details: { read: move.to, to },
    });
  }
};
