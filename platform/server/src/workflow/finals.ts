import {
  type CourseRead,
  finalOf,
  finalUnder,
  type Final,
  type Reads,
  type Slot,
} from '@corelab/adjudication';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { underCriterion } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationEngine, readsBySlot } from './compare-reads.js';
import { endCurrent, endOthers, lastSequence } from './current-final.js';
import { engineVersion } from './derive.js';
import { courseMachine } from './machines/course.js';
import { panelReads, slotOfPanel } from './panel-reads.js';
import { adjudicatorSlot, subjectScope, type SubjectReading } from './subject-reading.js';
import { comparedIn, sameFinal, settledBefore, type MadeFinal } from './settled-before.js';
import type { SignedReadOf } from './signed-reads.js';
import type { Decided } from './tend-adjudications.js';

const nameOf = (slot: Slot): string =>
  slot === 'adjudicator' ? adjudicatorSlot : slotOfPanel(slot);

/** The signed reads that stand. */
const standing = (final: Final, reads: readonly SignedReadOf[]): SignedReadOf[] =>
  final.timepoints.flatMap(({ timepoint, slot }) => {
    const name = slot === null ? undefined : nameOf(slot);
    return reads.filter(read => read.slot === name && read.code === timepoint);
  });

/** A subject's courses under the names that the rules have for slots, rated by the terms' criterion. */
const ratedReads = async (
  trx: Transaction<Database>,
  reading: SubjectReading
): Promise<Reads<CourseRead>> =>
  reading.terms.rules.paradigm === 'consensus'
    ? panelReads(trx, reading)
    : readsBySlot(trx, reading);

/** What stands of a subject's reads now, under the primary criterion. @throws AdjudicationError */
export const standingNow = async (
  trx: Transaction<Database>,
  reading: SubjectReading,
  decided: readonly Decided[]
): Promise<Final> =>
  finalOf(
    await ratedReads(trx, reading),
    reading.terms.rules,
    decided.map(({ decision }) => decision),
    await settledBefore(trx, reading)
  );

/** How a final comes about. */
interface FinalAct {
  readonly act: 'standAlone' | 'makeFinal';
  readonly from: 'closed' | 'agreed' | 'inAdjudication';
  /** What was decided, in the order of asking, or agreed by readers who met; none where the reads agree. */
  readonly decided: readonly Decided[];
}

/**
 * Makes what stands of a subject's closed reads final, with the courses: under each criterion a version, unless the one there
 * is says the same.
 * A subject that nobody read has nothing that stands, and its courses end all the same.
 * @throws Error when something still waits to be decided; AdjudicationError.
 */
export const makeFinal = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  { act, from, decided }: FinalAct
): Promise<void> => {
  const { trialId, trackId, subjectId, terms } = reading;
  const final = await standingNow(trx, reading, decided);
  const isMet = terms.rules.paradigm === 'consensus';
  const only = decided.length === 1 ? (decided[0]?.id ?? null) : null;
  const isNothing =
    final.state === 'none' || (final.state === 'waiting' && reading.reads.length === 0);
  if (final.state !== 'final' && !isNothing) {
    throw new Error(`subject ${subjectId} can not be final: ${final.state}`);
  }
  const at = deps.now();
  const made = {
    // Of several, each of its own timepoints, the outcome says which timepoints they decided.
    adjudicationId: isMet ? null : only,
    consensusId: isMet ? only : null,
    compared: comparedIn(reading),
  };
  const finals: FinalUnder[] = isNothing
    ? []
    : await underEach(trx, deps, reading, { ...made, final });
  const stands = standing(final, reading.reads);
  await applyTransition(
    trx,
    reading.courses.map(({ id }) => changeOf(courseMachine, id, from, act)),
    {
      ...bySystem(),
      ...{ chain: trialId, at, zone: deps.zone },
      details: {
        ...{ subject: subjectId, final: finals[0]?.id ?? null, criterion: terms.criterion },
        ...(terms.others.length === 0
          ? {}
          : { finals: finals.map(({ id, criterion }) => ({ final: id, criterion })) }),
        ...(isMet
          ? { consensus: decided[0]?.id ?? null }
          : { adjudications: decided.map(({ id }) => id) }),
        ...{ engineVersion, adjudicationEngine },
        reads: stands.map(({ id }) => id),
      },
    }
  );
  const sequence = await lastSequence(trx, trialId);
  const key = { track_id: trackId, subject_id: subjectId, scope: subjectScope };
  const criteria = [terms, ...terms.others].map(({ criterion }) => criterion);
  if (!isNothing) await endOthers(trx, { ...key, criteria }, at, sequence);
  for (const one of finals) {
    if (one.isNew) await record(trx, reading, one, stands, { at, sequence });
  }
};

/** What stands under one of the trial's criteria. */
interface FinalUnder extends MadeFinal {
  readonly id: string;
  readonly criterion: string;
  /** False where the final that is there says the same. */
  readonly isNew: boolean;
}

/** What stands under each criterion of the charter, of the same reads; the primary one's first. @throws AdjudicationError */
const underEach = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  made: MadeFinal
): Promise<FinalUnder[]> => {
  const { terms } = reading;
  const finals: FinalUnder[] = [];
  for (const one of [terms, ...terms.others.map(other => underCriterion(terms, other))]) {
    const under = { ...reading, terms: one };
    const final =
      one === terms ? made.final : finalUnder(made.final, await ratedReads(trx, under), one.rules);
    const known = await sameFinal(trx, under, { ...made, final });
    finals.push({
      ...{ ...made, final, criterion: one.criterion },
      ...{ id: known ?? deps.newId(), isNew: known === null },
    });
  }
  return finals;
};

const record = async (
  trx: Transaction<Database>,
  { trackId, subjectId, charterVersionId }: SubjectReading,
  { id, criterion, final, adjudicationId, consensusId, compared }: FinalUnder,
  stands: readonly SignedReadOf[],
  { at, sequence }: { readonly at: Date; readonly sequence: number }
): Promise<void> => {
  const key = { track_id: trackId, subject_id: subjectId, scope: subjectScope, criterion };
  const version = await endCurrent(trx, key, at, sequence);
  await trx
    .insertInto('final')
    .values({
      ...{ id, ...key, version: version + 1, charter_version_id: charterVersionId },
      ...{ adjudication_id: adjudicationId, consensus_id: consensusId },
      outcome: JSON.stringify(final),
      engine_version: `${engineVersion}, ${adjudicationEngine}`,
      ...{ made_at: at, from_sequence: sequence },
    })
    .execute();
  if (compared.length > 0) {
    await trx
      .insertInto('final_compared')
      .values(compared.map(read => ({ final_id: id, read_id: read })))
      .execute();
  }
  if (stands.length === 0) return;
  await trx
    .insertInto('final_read')
    .values(stands.map(read => ({ final_id: id, read_id: read.id })))
    .execute();
};
