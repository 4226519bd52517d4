import { dueAdjudications, type Decision } from '@corelab/adjudication';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { adjudicateAgain, callAdjudicator } from './adjudicate.js';
import { readsBySlot } from './compare-reads.js';
import { scopeName, type SubjectReading } from './subject-reading.js';
import { standByRead, thirdReadOf } from './third-read.js';

/** An adjudication that is decided. */
export interface Decided {
  readonly id: string;
  readonly decision: Decision;
}

/** How a subject's adjudications stand. */
export interface Adjudications {
  /** The adjudicator's course; null where nothing was ever to be decided. */
  readonly courseId: string | null;
  readonly decided: readonly Decided[];
  /** Ids of those that are still to be decided. */
  readonly undecided: readonly string[];
  /** Ids of those that are to be released, once the transaction is through. */
  readonly toRelease: readonly string[];
}

/**
 * Takes a subject's adjudications as far as they go: finds an adjudicator for one that waits, ends one that was read anew,
 * and, where the charter decides timepoint by timepoint, calls for those of timepoints that both readers have signed.
 */
export const tendAdjudications = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading
): Promise<Adjudications> => {
  const rows = await trx
    .selectFrom('adjudication')
    .leftJoin('adjudication_signature as signature', 'signature.adjudication_id', 'adjudication.id')
    .select(['adjudication.id', 'adjudication.state', 'adjudication.scope'])
    .select(['adjudication.course_id', 'adjudication.comparison', 'signature.decision'])
    .where('track_id', '=', reading.trackId)
    .where('subject_id', '=', reading.subjectId)
    .where('adjudication.state', 'not in', ['superseded', 'void'])
    .orderBy('adjudication.created_at')
    .orderBy('adjudication.scope')
    .orderBy('adjudication.version')
    .execute();
  const decided: Decided[] = [];
  const undecided: string[] = [];
  const toRelease: string[] = [];
  for (const { id, state, course_id: courseId, comparison, decision: signed } of rows) {
    const { timepoints } = comparison;
    if (state === 'waiting') {
      await adjudicateAgain(trx, deps, reading, id);
      toRelease.push(id);
    }
    const decision =
      state === 'reading'
        ? await standByRead(trx, deps, reading.trialId, { id, courseId, timepoints })
        : state === 'signed'
          ? (signed ?? thirdReadOf(timepoints))
          : null;
    if (decision === null) undecided.push(id);
    else decided.push({ id, decision });
  }
  const courseId = rows[0]?.course_id ?? null;
  const known = new Set(rows.map(({ scope }) => scope));
  const called =
    reading.terms.rules.scope === 'timepoint'
      ? await callForTimepoints(trx, deps, reading, { known, decided, undecided })
      : [];
  return {
    courseId,
    decided,
    undecided: [...undecided, ...called],
    toRelease: [...toRelease, ...called],
  };
};

/**
 * Makes the adjudications of the timepoints on which the readers differ and nothing is decided or asked yet; returns their
 * ids. Where whoever is chosen stands for later timepoints too, one is asked after the other: what comes of the first says
 * whether there is another.
 */
const callForTimepoints = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  now: {
    readonly known: ReadonlySet<string>;
    readonly decided: readonly Decided[];
    readonly undecided: readonly string[];
  }
): Promise<string[]> => {
  const { rules } = reading.terms;
  const oneByOne = rules.laterTimepoints !== 'readjudicate';
  if (oneByOne && now.undecided.length > 0) return [];
  const { reader1 = null, reader2 = null } = await readsBySlot(trx, reading);
  const decisions = now.decided.map(({ decision }) => decision);
  const due = dueAdjudications(reader1, reader2, rules, decisions).filter(
    comparison => !now.known.has(scopeName(comparison))
  );
  const called: string[] = [];
  for (const comparison of oneByOne ? due.slice(0, 1) : due) {
    const id = await callAdjudicator(trx, deps, reading, comparison);
    await adjudicateAgain(trx, deps, reading, id);
    called.push(id);
  }
  return called;
};
