import type { PanelComparison, PanelSlot } from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { ConsensusState } from './machines/consensus.js';
import { requireMayOpen, type OpeningCase, type OpeningDeps } from './may-open.js';
import { mayMeetIn } from './reading-roles.js';
import { requireNotSuspended } from './suspension.js';

/** States in which it is its readers' to see. */
const shownStates = ['open', 'proposed', 'agreed'] as const satisfies readonly ConsensusState[];
type ShownState = (typeof shownStates)[number];

/** A meeting as one of its readers has it, for the server alone: ids and who read what are in it. */
export interface OpenConsensus {
  readonly id: string;
  readonly publicId: string;
  readonly state: ShownState;
  readonly dueDate: string | null;
  readonly trialId: string;
  readonly trialName: string;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  /** Of this reader. */
  readonly slot: string;
  readonly courseId: string;
  /** Whose read is A, whose is B, and so on. */
  readonly names: readonly PanelSlot[];
  readonly comparison: PanelComparison;
  readonly charter: CharterTerms;
  readonly charterVersion: number;
  readonly charterHash: string;
  /** Of the images that it shows. */
  readonly manifestHash: string | null;
  /** This reader must not read its subject. */
  readonly conflicted: boolean;
}

/** What decides whether its reader may open it. */
export const openingConsensus = (one: OpenConsensus): OpeningCase => ({
  ...{ state: one.state, trialId: one.trialId, slot: one.slot },
  ...{ charterVersion: one.charterVersion, required: one.charter.qualifications },
  ...{ conflicted: one.conflicted, earlierOpen: false, order: one.charter.order },
});

/** Those of a person who may read now. */
const consensusQuery = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('consensus')
    .innerJoin('consensus_reader as own', 'own.consensus_id', 'consensus.id')
    .innerJoin('course', 'course.id', 'own.course_id')
    .innerJoin('subject', 'subject.id', 'consensus.subject_id')
    .innerJoin('trial', 'trial.id', 'subject.trial_id')
    .innerJoin('track', 'track.id', 'consensus.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'consensus.charter_version_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'consensus.manifest_id')
    .select(['consensus.id', 'consensus.public_id', 'consensus.state', 'consensus.due_date'])
    .select(['consensus.subject_id', 'consensus.subject_code', 'consensus.date_shift_days'])
    .select(['consensus.names', 'consensus.comparison', 'own.slot', 'own.course_id'])
    .select(['trial.id as trial_id', 'trial.name as trial_name', 'track.code as track'])
    .select(['charter_version.resolved', 'charter_version.version', 'charter_version.hash'])
    .select('image_manifest.hash as manifest_hash')
    .select(inConflict(accountId).as('conflicted'))
    .where('own.account_id', '=', accountId)
    .where('consensus.state', 'in', shownStates)
    .where(mayMeetIn(accountId));

type ConsensusRow = Awaited<
  ReturnType<ReturnType<typeof consensusQuery>['executeTakeFirstOrThrow']>
>;

const fromRow = (row: ConsensusRow): OpenConsensus => {
  if (row.hash === null) throw new Error(`consensus ${row.id} is under an unfinished charter`);
  const state = shownStates.find(shown => shown === row.state);
  if (state === undefined) throw new Error(`consensus ${row.id} is ${row.state}`);
  return {
    ...{ id: row.id, publicId: row.public_id, state, dueDate: row.due_date },
    ...{ trialId: row.trial_id, trialName: row.trial_name, subjectId: row.subject_id },
    ...{ subjectCode: row.subject_code, dateShiftDays: row.date_shift_days },
    ...{ slot: row.slot, courseId: row.course_id, names: row.names, comparison: row.comparison },
    charter: charterTerms(row.resolved, row.track),
    ...{ charterVersion: row.version, charterHash: row.hash, manifestHash: row.manifest_hash },
    conflicted: row.conflicted,
  };
};

/** The meetings of a person who may read now, in due order. */
export const consensusOf = async (
  db: Kysely<Database>,
  accountId: string
): Promise<OpenConsensus[]> => {
  const rows = await consensusQuery(db, accountId)
    .orderBy('consensus.due_date')
    .orderBy('consensus.subject_code')
    .execute();
  return rows.map(fromRow);
};

/**
 * The meeting behind a browser's id, if this person is one of its readers and may read in its trial.
 * @throws CodedError CL_NOT_FOUND alike for unknown, ended and other people's, 403 CL_READER_SUSPENDED.
 */
export const consensusFor = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenConsensus> => {
  const row = await consensusQuery(db, accountId)
    .where('consensus.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  await requireNotSuspended(db, accountId, row.subject_id);
  return fromRow(row);
};

/**
 * The inner id alone, by the same rule, of one that may be opened: for its images. null where the person has none of that
 * name.
 * @throws CodedError 403 CL_READER_SUSPENDED, CL_NOT_QUALIFIED, CL_CONFLICT_OF_INTEREST.
 */
export const consensusIdFor = async (
  deps: OpeningDeps,
  accountId: string,
  publicId: string
): Promise<string | null> => {
  const row = await consensusQuery(deps.db, accountId)
    .where('consensus.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) return null;
  await requireNotSuspended(deps.db, accountId, row.subject_id);
  await requireMayOpen(deps, openingConsensus(fromRow(row)), accountId);
  return row.id;
};

/** Takes the meeting for this transaction, after its subject; returns its state as it is now. */
export const lockConsensus = async (
  trx: Transaction<Database>,
  id: string
): Promise<ConsensusState> => {
  const row = await trx
    .selectFrom('consensus')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state;
};

/** By meeting: the slots that meet, in order. The first of them puts forward. */
export const slotsMeeting = async (
  db: Kysely<Database>,
  consensusIds: readonly string[]
): Promise<(consensusId: string) => readonly string[]> => {
  const rows =
    consensusIds.length === 0
      ? []
      : await db
          .selectFrom('consensus_reader')
          .select(['consensus_id', 'slot'])
          .where('consensus_id', 'in', consensusIds)
          .orderBy('slot')
          .execute();
  return consensusId =>
    rows.filter(({ consensus_id }) => consensus_id === consensusId).map(({ slot }) => slot);
};
