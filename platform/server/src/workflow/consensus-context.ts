import { decisionReasons, nameOf, openingDifference, panelCase } from '@corelab/adjudication';
import { appendAudit } from '../audit/chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import { readsMetOver } from './compared-reads.js';
import { baselineDateOf } from './course-history.js';
import { outcomeOfVotes, proposalsOf, type VotedProposal } from './consensus-votes.js';
import { openingRule, requireMayOpen } from './may-open.js';
import {
  consensusFor,
  consensusOf,
  openingConsensus,
  slotsMeeting,
  type OpenConsensus,
} from './open-consensus.js';
import { inOrderOfPanes } from './order-of-panes.js';
import { panelReads, panelSlotOf } from './panel-reads.js';
import { shownDocuments, shownStudies, shownTimepoints, withoutWords } from './shown-reads.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import { suspendedSubjects } from './suspension.js';
import { timepointAliases } from './timepoint-aliases.js';
import { withTimeTold } from './told-time.js';
import { trackTold } from './track-told.js';

/** Whose turn it is, to one of the readers. */
export type Turn = 'propose' | 'vote' | 'others' | 'done';

const turnOf = (
  { state, slot }: Pick<OpenConsensus, 'state' | 'slot'>,
  slots: readonly string[],
  current: VotedProposal | undefined
): Turn => {
  if (state === 'agreed') return 'done';
  if (state === 'open') return slots[0] === slot ? 'propose' : 'others';
  const voted = current?.votes.some(vote => vote.slot === slot) ?? false;
  return voted ? 'others' : 'vote';
};

/** A meeting as its line in a reader's list. */
export interface ListedConsensus {
  readonly one: OpenConsensus;
  readonly turn: Turn;
  /** Votes cast on what is put forward, of those there are to be. */
  readonly done: number;
  readonly of: number;
}

/** The meetings of a person with how they stand. */
export const listedConsensus = async (
  { db }: Pick<ServerDeps, 'db'>,
  accountId: string
): Promise<ListedConsensus[]> => {
  const all = await consensusOf(db, accountId);
  const ids = all.map(({ id }) => id);
  const proposals = await proposalsOf(db, ids);
  const slotsOf = await slotsMeeting(db, ids);
  return all.map(one => {
    const slots = slotsOf(one.id);
    const current = proposals.findLast(({ consensusId }) => consensusId === one.id);
    const done = one.state === 'open' ? 0 : (current?.votes.length ?? 0);
    return { one, turn: turnOf(one, slots, current), done, of: slots.length };
  });
};

/** A person's meetings, in due order, with whose turn it is. */
export const consensusList = async (deps: ServerDeps, accountId: string) => {
  const obstacleOf = openingRule(deps, accountId);
  const suspended = await suspendedSubjects(deps.db, accountId);
  const consensus = await Promise.all(
    (await listedConsensus(deps, accountId)).map(async ({ one, turn, done, of }) => ({
      ...{ consensusId: one.publicId, trialName: one.trialName, subjectCode: one.subjectCode },
      ...{ state: one.state, turn, dueDate: one.dueDate, votes: done, of },
      isOpen: !suspended.has(one.subjectId) && (await obstacleOf(openingConsensus(one))) === null,
    }))
  );
  return { consensus };
};

/**
 * Where the images of a meeting are, and nothing of what is in them. Not an opening, so not an audit entry. The two timepoints
 * that it opens at come first: panes that had to exchange theirs at once could be left without images.
 * @throws CodedError as `consensusFor`, those of `requireMayOpen`, and 409 CL_CASE_CHANGED
 */
export const consensusImages = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await consensusFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingConsensus(one), accountId);
  const { shown } = await caseOf(deps, one);
  const studies = inOrderOfPanes(
    await deps.archive.readStudies(one.id),
    shown.differences[openingDifference(shown) ?? -1]?.timepoint ?? null
  );
  return {
    consensusId: one.publicId,
    studies: studies.map(({ studyInstanceUid, series }) => ({
      studyInstanceUid,
      series: series.map(({ seriesInstanceUid }) => ({ seriesInstanceUid })),
    })),
  };
};

/**
 * Everything an opened meeting may show, its reads under the names that were drawn: no slot, person, time or order of reading
 * is joined to a read, time is as the charter tells it, and images have its own names. Who voted is said by slots, and what a vote was is kept
 * from whoever has still to vote. Opening it is an audit entry.
 * @throws CodedError as `consensusFor`, those of `requireMayOpen`, and 409 CL_CASE_CHANGED
 */
export const openConsensus = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await consensusFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingConsensus(one), accountId);
  const slots = (await slotsMeeting(deps.db, [one.id]))(one.id);
  const proposals = await proposalsOf(deps.db, [one.id]);
  const turn = turnOf(one, slots, proposals.at(-1));
  const { reads, shown } = await caseOf(deps, one);
  const { criterion, windowPresets, meanings } = one.charter;
  const aliases = await timepointAliases(deps.db, one);
  const told = withTimeTold(shown, one, await baselineDateOf(deps.db, one.subjectId));
  const answer = {
    ...{ consensusId: one.publicId, state: one.state, turn, slot: one.slot, slots: [...slots] },
    ...{ trialName: one.trialName, subjectCode: one.subjectCode, dueDate: one.dueDate },
    ...trackTold(one.charter),
    charter: { criterion, windowPresets },
    timepoints: await shownTimepoints(deps.db, one, aliases),
    case: aliases.outward(told),
    documents: aliases.outward(await documentsOf(deps, one, reads)),
    studies: await shownStudies(deps, one, aliases),
    proposals: aliases.outward(proposals.map(each => shownProposal(each, slots, one.slot))),
    reasons: [...decisionReasons],
    meanings: [...meanings],
  };
  await recordOpening(deps, one, accountId);
  return answer;
};

/** What they meet over: every read under its name, and the documents behind it. */
const caseOf = async (deps: ServerDeps, one: OpenConsensus) => {
  const ids = (await readsMetOver(deps.db, one.id)).map(({ read }) => read);
  const courses = await deps.db
    .selectFrom('consensus_reader')
    .select(['course_id as id', 'slot'])
    .where('consensus_id', '=', one.id)
    .orderBy('slot')
    .execute();
  const reads = (
    await signedReadsOf(
      deps.db,
      courses.map(({ id }) => id)
    )
  ).filter(({ id }) => ids.includes(id));
  const known = await panelReads(
    deps.db,
    { reads, terms: one.charter, courses },
    one.dateShiftDays
  );
  return { reads, shown: panelCase(known, one.names, one.charter.rules) };
};

/** The documents of every read, in the order of the names and without their readers' words. */
const documentsOf = (deps: ServerDeps, one: OpenConsensus, reads: readonly SignedReadOf[]) =>
  Promise.all(
    one.names.map(async slot => ({
      name: nameOf(slot, one.names),
      reads: await shownDocuments(
        deps.db,
        one,
        reads
          .filter(read => panelSlotOf(read.slot) === slot)
          .map(read => ({ ...read, document: withoutWords(read.document) }))
      ),
    }))
  );

/** What was put forward, as one of the readers may see it. */
const shownProposal = (
  { version, proposal, slot, at, votes }: VotedProposal,
  slots: readonly string[],
  own: string
) => {
  const outcome = outcomeOfVotes(slots, votes);
  const isSeen = outcome !== 'open' || votes.some(vote => vote.slot === own);
  return {
    ...{ version, outcome, proposedBy: slot, at: at.toISOString() },
    ...{ choice: proposal.choice, reason: proposal.reason },
    votes: votes.map(vote => ({
      ...{ slot: vote.slot, at: vote.at.toISOString() },
      vote: isSeen ? vote.vote : null,
      reason: isSeen ? vote.reason : null,
    })),
  };
};

const recordOpening = async (
  deps: ServerDeps,
  one: OpenConsensus,
  accountId: string
): Promise<void> => {
  const at = deps.now();
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, one.trialId, {
      ...{ act: 'consensus.opened', at: at.toISOString(), zone: deps.zone, by: accountId },
      details: { consensus: one.id, slot: one.slot, state: one.state },
    })
  );
};
