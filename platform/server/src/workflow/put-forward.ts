import {
  type NamedReads,
  nameOf,
  panelDecision,
  type PanelProposal,
  proposalItems,
} from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type NotIdentity } from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { outcomeOfVotes, proposalsOf, toldOfVote } from './consensus-votes.js';
import { requireStorable } from './drafts.js';
import { lockSubject } from './lock-subject.js';
import { consensusMachine } from './machines/consensus.js';
import { allows } from './machines/transition.js';
import { lockConsensus, slotsMeeting, type OpenConsensus } from './open-consensus.js';
import { panelSlotOf } from './panel-reads.js';
import { timepointAliases } from './timepoint-aliases.js';
import { bindInMeeting, requireMaySign, type MeetingSignature } from './sign-in-meeting.js';

export interface ProposalRequest extends MeetingSignature {
  readonly proposal: PanelProposal;
  /** Version of the proposal that was seen last; 0 before the first. */
  readonly after: number;
  readonly notIdentity?: readonly NotIdentity[];
}

/** The reads of a meeting by their names, with the timepoints that each has. */
export const namedReads = async (
  db: Kysely<Database>,
  { id, names }: Pick<OpenConsensus, 'id' | 'names'>
): Promise<NamedReads> => {
  const rows = await db
    .selectFrom('consensus_read')
    .innerJoin('read', 'read.id', 'consensus_read.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['course.slot', 'timepoint.code'])
    .where('consensus_read.consensus_id', '=', id)
    .orderBy('read.ordinal')
    .execute();
  return Object.fromEntries(
    names.map(slot => [
      nameOf(slot, names),
      rows.filter(row => panelSlotOf(row.slot) === slot).map(({ code }) => code),
    ])
  );
};

const notYours = (): CodedError =>
  new CodedError(
    403,
    'CL_NOT_MODERATOR',
    'The first reader of this subject puts a read forward; you vote on it.'
  );

const notOpen = (state: string): CodedError =>
  new CodedError(
    409,
    'CL_PROPOSAL_NOT_POSSIBLE',
    state === 'proposed'
      ? 'A read is put forward already, and not everybody has voted on it.'
      : 'The readers have agreed: nothing more is put forward.'
  );

/**
 * Puts forward which read is to stand, as the first reader's signed act, which is their vote for it too. What was put
 * forward before stays as it is.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED, CL_NOT_MODERATOR, CL_NOT_QUALIFIED or
 * CL_CONFLICT_OF_INTEREST, 409 CL_PROPOSAL_NOT_POSSIBLE, CL_PROPOSAL_CHANGED, CL_REQUEST_REUSED or CL_CASE_CHANGED,
 * 422 CL_MEANING_UNKNOWN or CL_OPEN_ITEMS, which carry `items`, or CL_TEXT_IDENTIFIES.
 */
export const putForward = async (
  deps: ServerDeps,
  one: OpenConsensus,
  account: AccountIdentity,
  request: ProposalRequest
): Promise<{ version: number; contentHash: string }> => {
  requireStorable(request.proposal);
  const insisted = await requireNoIdentity(
    deps,
    { trialId: one.trialId, accountId: account.id, about: { consensus: one.id } },
    [{ path: '/proposal/reason/text', text: request.proposal.reason.text }],
    request.notIdentity
  );
  await requirePassword(deps, account, request.password);
  return deps.db.transaction().execute(async trx => {
    await lockSubject(trx, one.subjectId);
    const state = await lockConsensus(trx, one.id);
    const before = (await proposalsOf(trx, [one.id])).at(-1);
    if (before?.requestId === request.requestId && before.accountId === account.id) {
      return { version: before.version, contentHash: before.contentHash };
    }
    const slots = (await slotsMeeting(trx, [one.id]))(one.id);
    if (slots[0] !== one.slot) throw notYours();
    if (!allows(consensusMachine, state, 'propose')) throw notOpen(state);
    if ((before?.version ?? 0) !== request.after) {
      const message = 'Something else was put forward in the meantime; look at it first.';
      throw new CodedError(409, 'CL_PROPOSAL_CHANGED', message, { version: before?.version ?? 0 });
    }
    await requireMaySign(trx, deps, one, state, account, request);
    const { timepoints } = one.comparison;
    const aliases = await timepointAliases(trx, one);
    const proposal = aliases.inward(request.proposal);
    const items = aliases.outward(proposalItems(proposal, timepoints, await namedReads(trx, one)));
    if (items.length > 0) {
      const message = `This can not be put forward: ${items[0]?.message ?? ''}.`;
      throw new CodedError(422, 'CL_OPEN_ITEMS', message, { items });
    }
    const decision = panelDecision(proposal.choice, timepoints, one.names);
    const version = request.after + 1;
    const id = deps.newId();
    const signed = {
      ...{ proposal: id, version, proposalHash: hashJson(proposal) },
      decisionHash: hashJson(decision),
    };
    const { meaning, requestId, plugins } = request;
    const { at, contentHash, bound } = await bindInMeeting(trx, deps, one, {
      ...{ signer: account.id, meaning, plugins, signed },
    });
    const by = { slot: one.slot, account_id: account.id, request_id: requestId };
    const signature = { printed_name: account.displayName, meaning, zone: deps.zone };
    await trx
      .insertInto('consensus_proposal')
      .values({
        ...{ id, consensus_id: one.id, version, ...by, ...signature, proposed_at: at },
        ...{ proposal: JSON.stringify(proposal), decision: JSON.stringify(decision) },
        ...{ proposal_hash: signed.proposalHash, content_hash: contentHash },
      })
      .execute();
    const voteId = deps.newId();
    await trx
      .insertInto('consensus_vote')
      .values({
        ...{ id: voteId, proposal_id: id, ...by, ...signature, voted_at: at },
        ...{ vote: 'agree', reason: '', content_hash: contentHash },
      })
      .execute();
    await applyTransition(trx, [changeOf(consensusMachine, one.id, state, 'propose')], {
      ...(await byPerson(trx, one.trialId, account.id, { reason: proposal.reason.text })),
      ...{ chain: one.trialId, at, zone: deps.zone },
      details: {
        ...{ ...bound, contentHash, requestId, reasonCode: proposal.reason.code },
        reason: { digest: keyedDigest(deps.auditKey, proposal.reason.text) },
        ...insisted,
      },
    });
    await toldOfVote(trx, one.trialId, voteId);
    // Where one reader alone read the subject, nobody is left to vote.
    if (outcomeOfVotes(slots, [{ slot: one.slot, vote: 'agree' }]) === 'agreed') {
      await deps.jobs.send(one.courseId, trx);
      await applyTransition(trx, [changeOf(consensusMachine, one.id, 'proposed', 'agree')], {
        ...(await byPerson(trx, one.trialId, account.id)),
        ...{ chain: one.trialId, at, zone: deps.zone },
        details: { consensus: one.id, proposal: id, version },
      });
    }
    return { version, contentHash };
  });
};
