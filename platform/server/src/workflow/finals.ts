import { finalOf, type Final, type Slot } from '@corelab/adjudication';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationEngine, readsBySlot } from './compare-reads.js';
import { endCurrent, lastSequence } from './current-final.js';
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

/** What stands of a subject's reads now. @throws AdjudicationError */
export const standingNow = async (
  trx: Transaction<Database>,
  reading: SubjectReading,
  decided: readonly Decided[]
): Promise<Final> =>
  finalOf(
    await (reading.terms.rules.paradigm === 'consensus'
      ? panelReads(trx, reading)
      : readsBySlot(trx, reading)),
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
 * Makes what stands of a subject's closed reads final, with the courses: a version, unless the one there is says the same.
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
  const made: MadeFinal = {
    final,
    // Of several, each of its own timepoints, the outcome says which timepoints they decided.
    adjudicationId: isMet ? null : only,
    consensusId: isMet ? only : null,
    compared: comparedIn(reading),
  };
  const unchanged = isNothing ? null : await sameFinal(trx, reading, made);
  const finalId = isNothing ? null : (unchanged ?? deps.newId());
  const stands = standing(final, reading.reads);
  await applyTransition(
    trx,
    reading.courses.map(({ id }) => changeOf(courseMachine, id, from, act)),
    {
      ...bySystem(),
      ...{ chain: trialId, at, zone: deps.zone },
      details: {
        ...{ subject: subjectId, final: finalId, criterion: terms.criterion },
        ...(isMet
          ? { consensus: decided[0]?.id ?? null }
          : { adjudications: decided.map(({ id }) => id) }),
        ...{ engineVersion, adjudicationEngine },
        reads: stands.map(({ id }) => id),
      },
    }
  );
  if (finalId === null || unchanged !== null) return;
  const key = { track_id: trackId, subject_id: subjectId, scope: subjectScope };
  const sequence = await lastSequence(trx, trialId);
  const version = await endCurrent(trx, { ...key, criterion: terms.criterion }, at, sequence);
  await trx
    .insertInto('final')
    .values({
      ...{ id: finalId, ...key, criterion: terms.criterion, version: version + 1 },
      charter_version_id: reading.charterVersionId,
      adjudication_id: made.adjudicationId,
      consensus_id: made.consensusId,
      outcome: JSON.stringify(final),
      engine_version: `${engineVersion}, ${adjudicationEngine}`,
      ...{ made_at: at, from_sequence: sequence },
    })
    .execute();
  if (made.compared.length > 0) {
    await trx
      .insertInto('final_compared')
      .values(made.compared.map(id => ({ final_id: finalId, read_id: id })))
      .execute();
  }
  if (stands.length === 0) return;
  await trx
    .insertInto('final_read')
    .values(stands.map(({ id }) => ({ final_id: finalId, read_id: id })))
    .execute();
};
