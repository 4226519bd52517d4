import type { DecisionDocument } from '@corelab/adjudication';
import type { ServerDeps } from '../http/server-deps.js';
import { listedConsensus, type ListedConsensus } from './consensus-context.js';
import { currentDecision } from './decision-drafts.js';
import { listedReads, type ListedRead } from './listed-reads.js';
import { placesOf } from './global-read-places.js';
import { openingRule } from './may-open.js';
import {
  adjudicationsOf,
  openingAdjudication,
  shownCaseState,
  type OpenAdjudication,
} from './open-adjudication.js';
import { openingConsensus } from './open-consensus.js';
import {
  courseImpacted,
  globalReadsOf,
  openingGlobalRead,
  readsOpen,
  type OpenGlobalRead,
} from './open-global-read.js';
import { shownState } from './open-read.js';
import { suspendedSubjects } from './suspension.js';
import { trackTold } from './track-told.js';

/**
 * What a person's list is made of; `done` of `of` lesions have a state, timepoints a chosen read, readers voted, or, of a
 * global read, timepoints are signed.
 */
interface Listed {
  readonly readId: string;
  readonly trialName: string;
  /** Left out where it is that of the endpoint. */
  readonly track?: { readonly id: string; readonly kind: string };
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly task: 'read' | 'adjudication' | 'globalRead' | 'consensus';
  readonly scope: 'timepoint' | 'subject' | 'period';
  readonly state: string;
  readonly obstacle: { readonly code: string; readonly message: string } | null;
  readonly dueDate: string | null;
  readonly done: number;
  readonly of: number;
  readonly route: string;
}

/**
 * The reading list of a person: their open reads, global reads, adjudications and meetings in due order, then by subject;
 * then what they signed
 * last. With `signedBefore`, the public id of a signed read of theirs, older signed reads alone.
 * @throws CodedError 404 CL_NOT_FOUND for a `signedBefore` that is not theirs.
 */
export const readingList = async (
  deps: ServerDeps,
  accountId: string,
  signedBefore: string | null = null
) => {
  const suspended = await suspendedSubjects(deps.db, accountId);
  const found = await listedReads(deps.db, accountId, signedBefore);
  const reads = await readLines(deps, accountId, found.reads);
  const cases = signedBefore === null ? await listedCases(deps, accountId) : [];
  const second = signedBefore === null ? await listedGlobalReads(deps, accountId) : [];
  const meetings = signedBefore === null ? await listedMeetings(deps, accountId) : [];
  const all = [...reads, ...second, ...cases, ...meetings];
  const open = all.filter(({ state }) => state !== 'signed').sort(inDueOrder);
  const signed = all.filter(({ state }) => state === 'signed');
  const lines = [...open, ...signed].map((item, index) => {
    const { subjectId, obstacle, ...shown } = item;
    return {
      ...shown,
      state: stateOf(item, suspended.has(subjectId)),
      blocked: obstacle?.message ?? null,
      order: index + 1,
    };
  });
  return { reads: lines, signedBefore: found.signedBefore };
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What has no date comes last. */
const inDueOrder = (one: Listed, other: Listed): number => {
  if (one.dueDate === other.dueDate) return byText(one.subjectCode, other.subjectCode);
  if (one.dueDate === null) return 1;
  return other.dueDate === null ? -1 : byText(one.dueDate, other.dueDate);
};

/** The state that a reader sees: also what keeps them from opening the item. */
const stateOf = ({ state, obstacle }: Listed, suspended: boolean): string => {
  if (suspended && state !== 'signed') return 'onHold';
  if (obstacle === null || state === 'onHold') return state;
  if (obstacle.code === 'CL_EARLIER_READ_OPEN') return 'onHold';
  return obstacle.code === 'CL_NOT_QUALIFIED' ? 'notQualified' : 'conflict';
};

const readLines = async (
  deps: ServerDeps,
  accountId: string,
  reads: readonly ListedRead[]
): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    reads.map(async read => ({
      readId: read.publicId,
      ...trackTold(read.charter),
      ...{ trialName: read.trialName, subjectId: read.subjectId, subjectCode: read.subjectCode },
      timepoint: read.timepointLabel,
      ...{ task: 'read' as const, scope: 'timepoint' as const, state: shownState(read.state) },
      obstacle: await obstacleOf(read.opening),
      dueDate: read.dueDate,
      ...read.progress,
      route: read.charter.route,
    }))
  );
};

const listedCases = async (deps: ServerDeps, accountId: string): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    (await adjudicationsOf(deps.db, accountId)).map(async one => ({
      readId: one.publicId,
      ...trackTold(one.charter),
      ...{ trialName: one.trialName, subjectId: one.subjectId, subjectCode: one.subjectCode },
      timepoint: one.timepointLabel,
      ...{ task: 'adjudication' as const, scope: one.comparison.scope.kind },
      state: shownCaseState(one.state),
      obstacle: await obstacleOf(openingAdjudication(one)),
      dueDate: one.dueDate,
      ...progressOf(one, (await currentDecision(deps.db, one.id)).document),
      route: one.charter.route,
    }))
  );
};

const listedGlobalReads = async (deps: ServerDeps, accountId: string): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    (await globalReadsOf(deps.db, accountId)).map(async one => {
      const places = await placesOf(deps.db, one.id);
      const waits = waitsFor(one);
      return {
        readId: one.publicId,
        ...trackTold(one.charter),
        ...{ trialName: one.trialName, subjectId: one.subjectId, subjectCode: one.subjectCode },
        ...{ timepoint: '', task: 'globalRead' as const, scope: 'subject' as const },
        state: waits === null ? one.state : 'onHold',
        obstacle: (await obstacleOf(openingGlobalRead(one))) ?? waits,
        dueDate: one.dueDate,
        done: places.filter(({ now }) => now.state === 'signed').length,
        of: places.length,
        route: one.charter.route,
      };
    })
  );
};

const listedMeetings = async (deps: ServerDeps, accountId: string): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    (await listedConsensus(deps, accountId)).map(async listed => {
      const { one, done, of } = listed;
      return {
        readId: one.publicId,
        ...trackTold(one.charter),
        ...{ trialName: one.trialName, subjectId: one.subjectId, subjectCode: one.subjectCode },
        ...{ timepoint: '', task: 'consensus' as const, scope: 'subject' as const },
        state: meetingState(listed),
        obstacle: await obstacleOf(openingConsensus(one)),
        ...{ dueDate: one.dueDate, done, of, route: one.charter.route },
      };
    })
  );
};

/** What comes before a global read can be signed. */
const waitsFor = ({ state, impacted }: OpenGlobalRead) => {
  if (state === 'signed') return null;
  if (impacted) return courseImpacted();
  return state === 'reconsidering' ? readsOpen() : null;
};

/** As a read's: there for its reader, begun by them, or done. */
const meetingState = ({ one, turn }: ListedConsensus): string => {
  if (one.state === 'agreed') return 'signed';
  return turn === 'others' ? 'waiting' : 'ready';
};

const progressOf = (
  { charter, comparison }: OpenAdjudication,
  { choice }: DecisionDocument
): Pick<Listed, 'done' | 'of'> => {
  // It is listed once it is read.
  if (charter.rules.mode === 'thirdRead') return { done: 1, of: 1 };
  const of = charter.rules.mode === 'perTimepoint' ? comparison.timepoints.length : 1;
  if (choice === null) return { done: 0, of };
  return { done: choice.kind === 'read' ? of : Object.keys(choice.sides).length, of };
};
