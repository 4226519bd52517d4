import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { isReadKind, isUnforeseen } from '../trials/timepoint-kinds.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { inDateOrder } from './date-order.js';

type Db = Transaction<Database>;

interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

/** The number that the label of a baseline may have, as in TP1. */
const numberedLabel = /^TP(\d+)$/;

/**
 * What readers see of timepoints in their order. Where the charter has visits that nobody can foresee, those after the
 * baseline are only numbered: a name of its own would tell a reader that something had made one necessary.
 */
export const labelsInOrder = (
  ordered: readonly Placed[],
  isNumbered: boolean
): ReadonlyMap<string, string> => {
  const baseline = ordered.find(({ kind }) => kind === 'baseline');
  let number = Number(numberedLabel.exec(baseline?.label ?? '')?.[1] ?? 0);
  return new Map(
    ordered.map(({ id, kind, label }) => {
      if (!isNumbered || kind === 'baseline' || !isReadKind(kind)) return [id, label];
      number += 1;
      return [id, `TP${number}`];
    })
  );
};

/** A subject's timepoints with their planned days, by the charter in force; null before there is one. */
export const plannedTimepoints = async (db: Db, trialId: string, subjectId: string) => {
  const version = await effectiveVersion(db, trialId);
  if (version === null) return null;
  const schedule = storedCharter(version.resolved).timepoints;
  const rows = await db
    .selectFrom('timepoint')
    .select(['id', 'code', 'label', 'kind', 'date', 'ordinal', 'visit_number'])
    .where('subject_id', '=', subjectId)
    .orderBy('ordinal')
    .execute();
  return {
    isNumbered: schedule.some(({ kind }) => isUnforeseen(kind)),
    timepoints: rows.map(({ visit_number: visitNumber, ...row }) => ({
      ...{ ...row, visitNumber },
      day: schedule.find(({ id }) => id === row.code)?.day ?? null,
    })),
  };
};

/**
 * Puts a subject's timepoints in the order of their dates, and its reads with them. The subject is taken with its reads:
 * what was read of one that is now before or after another is the gap policy's to follow.
 */
export const orderTimepoints = async (
  trx: Db,
  trialId: string,
  subjectId: string
): Promise<void> => {
  const known = await plannedTimepoints(trx, trialId, subjectId);
  if (known === null) return;
  const ordered = inDateOrder(known.timepoints);
  const labels = labelsInOrder(ordered, known.isNumbered);
  const isInOrder = ordered.every(
    ({ ordinal }, at) => at === 0 || ordinal > (ordered[at - 1]?.ordinal ?? 0)
  );
  for (const [at, { id, ordinal: before, label: called }] of ordered.entries()) {
    const [ordinal, label] = [isInOrder ? before : at, labels.get(id) ?? called];
    if (ordinal === before && label === called) continue;
    await trx.updateTable('timepoint').set({ ordinal, label }).where('id', '=', id).execute();
    if (ordinal === before) continue;
    await trx.updateTable('read').set({ ordinal }).where('timepoint_id', '=', id).execute();
  }
};
