import type { Decision } from '@corelab/adjudication';
import { toCsv } from '@corelab/exchange';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { proposalsOf, type VotedProposal } from '../workflow/consensus-votes.js';
import type { ConsensusState } from '../workflow/machines/consensus.js';
import { slotOfPanel } from '../workflow/panel-reads.js';
import type { TrackAsOf } from './as-of.js';
import { readerRole } from './reader-role.js';

/** One row a vote, with the proposal that it is about. */
const columns = [
  'STUDYID',
  'SUBJID',
  'CONSENSUS',
  'STATE',
  'PROPOSAL',
  'STANDS',
  'PROPOSEDBY',
  'PROPOSEDREASON',
  'PROPOSEDTEXT',
  'READER',
  'VOTE',
  'REASON',
  'VOTEDAT',
] as const;

/** Whose read stands for each timepoint of a decision. */
const standsIn = ({ timepoints, choice }: Decision): string =>
  timepoints
    .map(timepoint => {
      if (choice.kind === 'thirdRead') throw new Error('readers who meet read nothing anew');
      const slot = choice.kind === 'read' ? choice.slot : choice.slots[timepoint];
      if (slot === undefined) throw new Error(`nothing was put forward for ${timepoint}`);
      return `${timepoint}=${readerRole(slotOfPanel(slot))}`;
    })
    .join('; ');

/**
 * `consensus.csv`: every vote that was cast as of an entry of the audit chain on everything that was put forward, also in
 * meetings that ended. No file where there was none.
 */
export const consensusFile = async (
  db: Kysely<Database>,
  { trackId, sequence }: TrackAsOf
): Promise<{ name: string; content: string }[]> => {
  const meetings = await db
    .selectFrom('consensus')
    .innerJoin('subject', 'subject.id', 'consensus.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'consensus.charter_version_id')
    .select(['consensus.id', 'consensus.version', 'subject.identifier', 'charter_version.resolved'])
    .select(['consensus.from_sequence', 'consensus.to_sequence'])
    .select(({ fn, selectFrom }) =>
      selectFrom('consensus_reader')
        .select(fn.countAll<number>().as('readers'))
        .whereRef('consensus_id', '=', 'consensus.id')
        .as('readers')
    )
    .where('consensus.track_id', '=', trackId)
    .orderBy('subject.identifier')
    .orderBy('consensus.version')
    .execute();
  const proposals = await proposalsOf(
    db,
    meetings.map(({ id }) => id)
  );
  const rows = meetings.flatMap(meeting => {
    const cast = proposals
      .filter(({ consensusId }) => consensusId === meeting.id)
      .map(each => ({ ...each, votes: each.votes.filter(vote => vote.sequence <= sequence) }))
      .filter(({ votes }) => votes.length > 0);
    const state = stateAsOf(meeting, cast, sequence);
    return cast.flatMap(each =>
      each.votes.map(({ slot, vote, reason, at }) => ({
        STUDYID: storedCharter(meeting.resolved).export.studyId,
        ...{ SUBJID: meeting.identifier, CONSENSUS: String(meeting.version), STATE: state },
        PROPOSAL: String(each.version),
        ...{ STANDS: standsIn(each.decision), PROPOSEDBY: readerRole(each.slot) },
        PROPOSEDREASON: each.proposal.reason.code,
        PROPOSEDTEXT: each.proposal.reason.text,
        ...{ READER: readerRole(slot), VOTE: vote.toUpperCase(), REASON: reason },
        VOTEDAT: at.toISOString(),
      }))
    );
  });
  if (rows.length === 0) return [];
  return [{ name: 'consensus.csv', content: toCsv(rows, columns) }];
};

interface Meeting {
  readonly from_sequence: number | null;
  readonly to_sequence: number | null;
  readonly readers: number | null;
}

/** Where a meeting stood as of an entry, by the votes that were cast then. */
const stateAsOf = (
  { from_sequence: from, to_sequence: to, readers }: Meeting,
  cast: readonly VotedProposal[],
  sequence: number
): ConsensusState => {
  const isTold = (entry: number | null): boolean => entry !== null && Number(entry) <= sequence;
  if (isTold(to)) return isTold(from) ? 'superseded' : 'void';
  if (isTold(from)) return 'agreed';
  return (cast.at(-1)?.votes.length ?? 0) < Number(readers) ? 'proposed' : 'open';
};
