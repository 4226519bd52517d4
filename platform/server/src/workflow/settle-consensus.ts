import { comparePanel, type PanelComparison } from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { callConsensus } from './call-consensus.js';
import { dependentConsensus } from './dependents-of-read.js';
import { makeFinal } from './finals.js';
import { courseMachine } from './machines/course.js';
import { panelIn, panelReads } from './panel-reads.js';
import type { SubjectReading } from './subject-reading.js';
import type { Decided } from './tend-adjudications.js';

const compared = async (db: Kysely<Database>, reading: SubjectReading): Promise<PanelComparison> =>
  comparePanel(await panelReads(db, reading), panelIn(reading), reading.terms.rules);

/**
 * What becomes of the courses of readers who meet, all closed: where all of them say the same, or nobody read anything, there
 * is nothing to meet for; else they are called.
 */
export const compareInPanel = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading
): Promise<void> => {
  await endMeeting(trx, deps, reading);
  const comparison = await compared(trx, reading);
  const { status, differing, differ } = comparison;
  const act = status === 'discordant' ? 'differ' : 'agree';
  await applyTransition(
    trx,
    reading.courses.map(({ id }) => changeOf(courseMachine, id, 'closed', act)),
    {
      ...{ ...bySystem(), chain: reading.trialId, at: deps.now(), zone: deps.zone },
      details: { subject: reading.subjectId, status, differing, differ },
    }
  );
  if (status === 'discordant') await callConsensus(trx, deps, reading, comparison);
  else await makeFinal(trx, deps, reading, { act: 'makeFinal', from: 'agreed', decided: [] });
};

/** A meeting on the reads as they were before a timepoint came: the course is compared anew as a whole. What was said stays. */
const endMeeting = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading
): Promise<void> => {
  for (const { id, change } of await dependentConsensus(trx, reading)) {
    if (change === null) continue;
    await applyTransition(trx, [change], {
      ...bySystem('a timepoint came to the courses'),
      ...{ chain: reading.trialId, at: deps.now(), zone: deps.zone },
      details: { consensus: id, subject: reading.subjectId },
    });
  }
};

/** What its readers agreed on, which was put forward last; null while they have not. */
const agreedOn = async (
  trx: Transaction<Database>,
  { trackId, subjectId }: SubjectReading
): Promise<Decided | null> => {
  const row = await trx
    .selectFrom('consensus')
    .innerJoin('consensus_proposal as proposal', 'proposal.consensus_id', 'consensus.id')
    .select(['consensus.id', 'proposal.decision'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'agreed')
    .orderBy('proposal.version', 'desc')
    .executeTakeFirst();
  return row ?? null;
};

/** Makes final what the readers of a subject agreed on; until they have, it stays with them. */
export const endConsensus = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading
): Promise<void> => {
  const agreed = await agreedOn(trx, reading);
  if (agreed === null) return;
  await applyTransition(
    trx,
    reading.courses.map(({ id }) => changeOf(courseMachine, id, 'discordant', 'reachConsensus')),
    {
      ...{ ...bySystem(), chain: reading.trialId, at: deps.now(), zone: deps.zone },
      details: { subject: reading.subjectId, consensus: agreed.id },
    }
  );
  await makeFinal(trx, deps, reading, { act: 'makeFinal', from: 'agreed', decided: [agreed] });
};
