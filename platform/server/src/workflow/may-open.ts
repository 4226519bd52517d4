import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import {
  missingQualifications,
  missingSentence,
  type HeldQualification,
  type RequiredQualifications,
} from '../trials/missing-qualifications.js';
import { heldQualifications } from '../trials/qualifications.js';
import type { AdjudicationState } from './machines/adjudication.js';
import type { GlobalReadState } from './machines/global-read.js';
import type { ConsensusState } from './machines/consensus.js';
import type { ReadState } from './machines/read.js';

export type OpeningDeps = Pick<ServerDeps, 'db' | 'now' | 'zone'>;

/** What decides whether a person may open one of their reads, adjudications, global reads or meetings. */
export interface OpeningCase {
  readonly state: ReadState | AdjudicationState | GlobalReadState | ConsensusState;
  readonly trialId: string;
  readonly slot: string;
  readonly charterVersion: number;
  readonly required: RequiredQualifications;
  /** The reader must not read this subject. */
  readonly conflicted: boolean;
  /** An earlier read of the course is not signed: it was opened again, or its impact is undecided. */
  readonly earlierOpen: boolean;
  /** In which order the charter has a subject's timepoints read. */
  readonly order: CharterTerms['order'];
}

/** What was signed or agreed on stays to be looked at by whoever signed it. */
const done: readonly OpeningCase['state'][] = ['signed', 'impactPending', 'agreed'];

const conflictOfInterest = (): CodedError =>
  new CodedError(
    403,
    'CL_CONFLICT_OF_INTEREST',
    "You can't open this read: a conflict of interest with its subject is recorded. Ask the data manager."
  );

export const earlierReadOpen = (): CodedError =>
  new CodedError(
    409,
    'CL_EARLIER_READ_OPEN',
    'An earlier timepoint of this subject was opened again and is signed first. Your draft is kept.'
  );

/**
 * For a query that has `read`: true where an earlier read of its course is read again and not signed, or stands on such a
 * one and is not decided on. Neither is a timepoint that turned up before it (the gap policy says what becomes of that), nor
 * one that images reached late: that these came is kept from its reader.
 */
export const earlierReadIsOpen = sql<boolean>`exists (
  select 1 from read as earlier where earlier.course_id = read.course_id and earlier.ordinal < read.ordinal
  and earlier.state not in ('signed', 'superseded', 'void') and (
    (earlier.begins_from is not null and earlier.state <> 'impactPending')
    or exists (select 1 from read_impact where read_impact.read_id = earlier.id
      and read_impact.cause = 'earlierRead' and read_impact.decision is null)))`;

export const isEarlierReadOpen = async (db: Kysely<Database>, readId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('read')
    .select(earlierReadIsOpen.as('open'))
    .where('read.id', '=', readId)
    .executeTakeFirstOrThrow();
  return row.open;
};

/**
 * Why a person can't open reads of theirs, asked for one read after the other; what they have on record is looked up once
 * for each trial, and not at all where the charter asks for nothing.
 */
export const openingRule = (deps: OpeningDeps, accountId: string) => {
  const day = calendarDay(deps.now(), deps.zone);
  const kept = new Map<string, Promise<HeldQualification[]>>();
  const heldIn = (trialId: string): Promise<HeldQualification[]> => {
    const held = kept.get(trialId) ?? heldQualifications(deps.db, trialId, accountId);
    kept.set(trialId, held);
    return held;
  };
  return async (read: OpeningCase): Promise<CodedError | null> => {
    const role = roleOfSlot(read.slot);
    if (done.includes(read.state) || role === null) return null;
    if (read.conflicted) return conflictOfInterest();
    // Where all timepoints are read together, the later ones are open beside the earlier: they are signed after them.
    if (read.earlierOpen && read.order !== 'allAtOnce') return earlierReadOpen();
    if ((read.required[role] ?? []).length === 0) return null;
    const { charterVersion } = read;
    const held = await heldIn(read.trialId);
    const missing = missingQualifications(read.required, held, { role, charterVersion, day });
    if (missing.length === 0) return null;
    return new CodedError(403, 'CL_NOT_QUALIFIED', missingSentence(missing, charterVersion), {
      missing,
    });
  };
};

/** @throws CodedError 403 CL_NOT_QUALIFIED, 403 CL_CONFLICT_OF_INTEREST, 409 CL_EARLIER_READ_OPEN. */
export const requireMayOpen = async (
  deps: OpeningDeps,
  read: OpeningCase,
  accountId: string
): Promise<void> => {
  const obstacle = await openingRule(deps, accountId)(read);
  if (obstacle !== null) throw obstacle;
};

/** For a query that has `charter_version` and `track`: the order in which it has a subject's timepoints read. */
export const orderIn = sql<CharterTerms['order']>`(jsonb_path_query_first(
  charter_version.resolved, '$.tracks[*] ? (@.id == $track).order', jsonb_build_object('track', track.code)) #>> '{}')`;

/** For a query that has `charter_version`: the qualifications it asks for, without the rest of a large charter. */
export const requiredIn = sql<RequiredQualifications>`coalesce(charter_version.resolved -> 'qualifications', '{}')`;
