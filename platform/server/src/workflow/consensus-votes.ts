import {
  type Decision,
  panelOutcome,
  type PanelOutcome,
  type PanelProposal,
  type PanelVote,
} from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { lastSequence } from './current-final.js';

export interface CastVote {
  readonly slot: string;
  readonly accountId: string;
  readonly vote: PanelVote;
  readonly reason: string;
  readonly requestId: string;
  readonly at: Date;
  readonly contentHash: string;
  /** The audit entry that tells of it. */
  readonly sequence: number;
}

/** What was put forward, with the votes on it. */
export interface VotedProposal {
  readonly id: string;
  readonly consensusId: string;
  readonly version: number;
  readonly slot: string;
  readonly accountId: string;
  readonly requestId: string;
  readonly at: Date;
  readonly proposal: PanelProposal;
  readonly decision: Decision;
  readonly contentHash: string;
  /** In the order in which they were cast. */
  readonly votes: readonly CastVote[];
}

/** Everything that was put forward in some meetings, the first first. */
export const proposalsOf = async (
  db: Kysely<Database>,
  consensusIds: readonly string[]
): Promise<VotedProposal[]> => {
  if (consensusIds.length === 0) return [];
  const proposals = await db
    .selectFrom('consensus_proposal')
    .selectAll()
    .where('consensus_id', 'in', consensusIds)
    .orderBy('consensus_id')
    .orderBy('version')
    .execute();
  const votes = await db
    .selectFrom('consensus_vote')
    .innerJoin('consensus_proposal', 'consensus_proposal.id', 'consensus_vote.proposal_id')
    .selectAll('consensus_vote')
    .where('consensus_proposal.consensus_id', 'in', consensusIds)
    .orderBy('consensus_vote.sequence')
    .execute();
  return proposals.map(row => ({
    ...{ id: row.id, consensusId: row.consensus_id, version: row.version, slot: row.slot },
    ...{ accountId: row.account_id, requestId: row.request_id, at: row.proposed_at },
    ...{ proposal: row.proposal, decision: row.decision, contentHash: row.content_hash },
    votes: votes
      .filter(({ proposal_id }) => proposal_id === row.id)
      .map(vote => ({
        ...{ slot: vote.slot, accountId: vote.account_id, vote: vote.vote, reason: vote.reason },
        ...{ requestId: vote.request_id, at: vote.voted_at, contentHash: vote.content_hash },
        sequence: Number(vote.sequence),
      })),
  }));
};

/** What has become of a proposal among the slots that meet. */
export const outcomeOfVotes = (
  slots: readonly string[],
  votes: readonly Pick<CastVote, 'slot' | 'vote'>[]
): PanelOutcome => panelOutcome(slots, new Map(votes.map(({ slot, vote }) => [slot, vote])));

/** Notes that the last entry of the trial's chain tells of a vote. */
export const toldOfVote = async (
  trx: Transaction<Database>,
  trialId: string,
  voteId: string
): Promise<void> => {
  await trx
    .updateTable('consensus_vote')
    .set({ sequence: await lastSequence(trx, trialId) })
    .where('id', '=', voteId)
    .execute();
};
