import { sql } from 'kysely';
import { clockSlackMs } from '../accounts/policy.js';
import { isOfOneStudy } from '../archive/archive-error.js';
import { bringInLeft, type TouchedStudy } from './bring-in.js';
import type { IntakeDeps } from './intake-deps.js';
import { readFeed, unreadStudies } from './read-feed.js';
import { settleStudy } from './settle-study.js';

/** A delivery that was cut off is matched, as far as it came, after so long. */
const unsettledAfterMs = 10 * 60_000;
/** Senders split a study over as many requests as they like: it is complete when none came for so long. */
const stowQuietMs = 60_000;

export interface IntakeResult {
  /** Deliveries of the trial recorded by this run. */
  readonly receipts: number;
  /** Studies that belong to an exam of the trial, now or from before. */
  readonly matched: number;
  /** Those that wait, the oldest first, at most a hundred; the waiting list has all. */
  readonly unmatched: readonly { readonly studyUid: string; readonly reason: string }[];
}

/**
 * Studies with images that were let in and are not matched: sent by STOW, or the server or the delivery ended before. Of
 * each the latest delivery counts, which `by` gives a moment to; one from a time to come is of a clock that was set back.
 */
const unsettledStudies = async (
  deps: IntakeDeps,
  by: { readonly stow: Date; readonly others: Date }
): Promise<TouchedStudy[]> => {
  const rows = await deps.db
    .selectFrom('instance')
    .innerJoin('receipt', 'receipt.id', 'instance.receipt_id')
    .select(['instance.trial_id', 'instance.study_uid'])
    .where('instance.settled', '=', false)
    .where('instance.stored', '=', true)
    .groupBy(['instance.trial_id', 'instance.study_uid'])
    .having(
      sql<boolean>`bool_and(receipt.received_at <=
        case receipt.source when 'stow' then ${by.stow}::timestamptz else ${by.others}::timestamptz end
        or receipt.received_at > ${new Date(deps.now().getTime() + clockSlackMs)}::timestamptz)`
    )
    .execute();
  return rows.map(row => ({ trialId: row.trial_id, studyUid: row.study_uid }));
};

const settleAll = async (
  deps: IntakeDeps,
  studies: readonly TouchedStudy[]
): Promise<Set<string>> => {
  const matched = new Set<string>();
  for (const { trialId, studyUid } of studies) {
    try {
      if ((await settleStudy(deps, trialId, studyUid)) === 'matched') matched.add(trialId);
    } catch (reason) {
      if (!isOfOneStudy(reason)) throw reason;
      // It stays unsettled, and is tried again.
      deps.log.info({ why: reason.details.reason }, 'a study can not be matched yet');
    }
  }
  return matched;
};

/**
 * Takes in what came to the archive and is complete there, of every trial in force.
 * @returns the trials in which something was matched
 * @throws ArchiveError
 */
export const watchArchive = async (deps: IntakeDeps): Promise<string[]> => {
  const brought = await bringInLeft(deps);
  const touched = await readFeed(deps, { atOnce: false });
  const ago = (ms: number): Date => new Date(deps.now().getTime() - ms);
  const left = await unsettledStudies(deps, {
    ...{ stow: ago(stowQuietMs), others: ago(unsettledAfterMs) },
  });
  return [...(await settleAll(deps, [...brought, ...touched, ...left]))];
};

/**
 * Takes in all that came to the archive, also what may still be coming, and tries again what waits: the charter may be
 * another one now.
 * @throws ArchiveError
 */
export const lookNow = async (deps: IntakeDeps, trialId: string): Promise<IntakeResult> => {
  const receipts = async (): Promise<number> => {
    const { count } = await deps.db
      .selectFrom('receipt')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('trial_id', '=', trialId)
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  const before = await receipts();
  const brought = await bringInLeft(deps);
  const touched = [...brought, ...(await readFeed(deps, { atOnce: true }))];
  await settleAll(deps, touched);
  const waiting = await deps.db
    .selectFrom('arrival')
    .select('study_uid')
    .where('trial_id', '=', trialId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute();
  const now = deps.now();
  const unsettled = await unsettledStudies(deps, { stow: now, others: now });
  const again = new Set([
    ...waiting.map(row => row.study_uid),
    ...unsettled.flatMap(one => (one.trialId === trialId ? [one.studyUid] : [])),
  ]);
  for (const one of touched) if (one.trialId === trialId) again.delete(one.studyUid);
  await settleAll(
    deps,
    [...again].map(studyUid => ({ trialId, studyUid }))
  );
  const result = await standing(deps, trialId, (await receipts()) - before);
  deps.log.info(
    { ...result, unmatched: result.unmatched.length },
    'looked for deliveries in the archive'
  );
  return result;
};

const standing = async (
  deps: IntakeDeps,
  trialId: string,
  receipts: number
): Promise<IntakeResult> => {
  const { matched } = await deps.db
    .selectFrom('arrival')
    .select(sql<number>`count(*) filter (where state = 'matched')`.as('matched'))
    .where('trial_id', '=', trialId)
    .executeTakeFirstOrThrow();
  const waiting = await deps.db
    .selectFrom('arrival')
    .select(['study_uid', 'reasons'])
    .where('trial_id', '=', trialId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(100)
    .execute();
  return {
    receipts,
    matched: Number(matched),
    unmatched: [
      ...waiting.map(row => ({ studyUid: row.study_uid, reason: row.reasons.join('; ') })),
      ...(await unreadStudies(deps.db)).map(({ archive_id: id, reason }) => ({
        ...{ studyUid: `not known, in the archive ${id}` },
        reason: `it can not be read from the archive and is tried again: ${reason}`,
      })),
    ],
  };
};
