import type { PanelVote } from '@corelab/adjudication';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type NotIdentity } from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { outcomeOfVotes, proposalsOf, toldOfVote } from './consensus-votes.js';
import { requireStorable } from './drafts.js';
import { lockSubject } from './lock-subject.js';
import { consensusMachine, type ConsensusState } from './machines/consensus.js';
import { allows } from './machines/transition.js';
import { lockConsensus, slotsMeeting, type OpenConsensus } from './open-consensus.js';
import { bindInMeeting, requireMaySign, type MeetingSignature } from './sign-in-meeting.js';

export interface VoteRequest extends MeetingSignature {
  /** Version of the proposal that is meant. */
  readonly proposal: number;
  readonly vote: PanelVote;
  /** Empty where a reader agrees without saying why. */
  readonly reason: string;
  readonly notIdentity?: readonly NotIdentity[];
}

/** What the vote that was just cast makes of its proposal. */
const actOf = { open: 'vote', agreed: 'agree', sentBack: 'sendBack' } as const;

const nothingToVoteOn = (state: ConsensusState): CodedError =>
  new CodedError(
    409,
    'CL_VOTE_NOT_POSSIBLE',
    state === 'agreed' ? 'The readers have agreed already.' : 'Nothing is put forward to vote on.'
  );

/**
 * Casts a reader's vote on what is put forward, signed. With the last vote it is agreed on, or sent back when one of them
 * disagrees; no vote is ever changed.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED, CL_NOT_QUALIFIED or CL_CONFLICT_OF_INTEREST,
 * 409 CL_VOTE_NOT_POSSIBLE, CL_PROPOSAL_CHANGED, CL_VOTED, CL_REQUEST_REUSED or CL_CASE_CHANGED, 422 CL_REASON_NEEDED,
 * CL_MEANING_UNKNOWN or CL_TEXT_IDENTIFIES.
 */
export const castVote = async (
  deps: ServerDeps,
  one: OpenConsensus,
  account: AccountIdentity,
  request: VoteRequest
): Promise<{ state: ConsensusState; contentHash: string }> => {
  requireStorable(request.reason);
  const insisted = await requireNoIdentity(
    deps,
    { trialId: one.trialId, accountId: account.id, about: { consensus: one.id } },
    [{ path: '/reason', text: request.reason }],
    request.notIdentity
  );
  await requirePassword(deps, account, request.password);
  return deps.db.transaction().execute(async trx => {
    await lockSubject(trx, one.subjectId);
    const state = await lockConsensus(trx, one.id);
    const proposals = await proposalsOf(trx, [one.id]);
    const repeated = proposals
      .flatMap(({ votes }) => votes)
      .find(vote => vote.requestId === request.requestId && vote.accountId === account.id);
    if (repeated !== undefined) return { state, contentHash: repeated.contentHash };
    const current = proposals.at(-1);
    if (current === undefined || !allows(consensusMachine, state, 'vote')) {
      throw nothingToVoteOn(state);
    }
    if (current.version !== request.proposal) {
      const message = 'Something else was put forward in the meantime; look at it first.';
      throw new CodedError(409, 'CL_PROPOSAL_CHANGED', message, { version: current.version });
    }
    if (current.votes.some(({ slot }) => slot === one.slot)) {
      throw new CodedError(409, 'CL_VOTED', 'You have voted on this, and a vote stays as it is.');
    }
    const reason = request.reason.trim();
    if (request.vote === 'disagree' && reason === '') {
      throw new CodedError(422, 'CL_REASON_NEEDED', 'Whoever disagrees says why.');
    }
    await requireMaySign(trx, deps, one, state, account, request);
    const signed = {
      ...{ proposal: current.id, version: current.version, proposed: current.contentHash },
      vote: request.vote,
      reason: reason === '' ? null : { digest: keyedDigest(deps.auditKey, reason) },
    };
    const { meaning, requestId, plugins } = request;
    const { at, contentHash, bound } = await bindInMeeting(trx, deps, one, {
      ...{ signer: account.id, meaning, plugins, signed },
    });
    const voteId = deps.newId();
    await trx
      .insertInto('consensus_vote')
      .values({
        ...{ id: voteId, proposal_id: current.id, slot: one.slot, account_id: account.id },
        ...{ vote: request.vote, reason, request_id: requestId, meaning, zone: deps.zone },
        ...{ printed_name: account.displayName, voted_at: at, content_hash: contentHash },
      })
      .execute();
    const votes = [...current.votes, { slot: one.slot, vote: request.vote, reason }];
    const act = actOf[outcomeOfVotes((await slotsMeeting(trx, [one.id]))(one.id), votes)];
    // With the vote, so that a process that ends now leaves the final to another.
    if (act === 'agree') await deps.jobs.send(one.courseId, trx);
    const disagreed = votes.find(({ vote }) => vote === 'disagree')?.reason ?? null;
    const [next] = await applyTransition(trx, [changeOf(consensusMachine, one.id, state, act)], {
      ...(await byPerson(trx, one.trialId, account.id, {
        reason: act === 'sendBack' ? disagreed : reason,
      })),
      ...{ chain: one.trialId, at, zone: deps.zone },
      details: { ...bound, contentHash, requestId, ...insisted },
    });
    await toldOfVote(trx, one.trialId, voteId);
    return { state: next as ConsensusState, contentHash };
  });
};
