import { text } from '@corelab/ui';
import type { Meeting } from './loadMeeting.js';
import { becauseText, choiceText, voteText } from './meetingWords.js';

/** Everything that was put forward, the newest first, with the votes on it as far as they may be seen. */
export function ProposalHistory({ meeting }: { meeting: Meeting }) {
  const { proposals, slots } = meeting;
  return (
    <section className="cl-section">
      <h2 className="cl-heading">{text('meet.history')}</h2>
      {proposals.length === 0 ? <p className="cl-second">{text('meet.nothing')}</p> : null}
      {[...proposals].reverse().map(proposal => {
        const { version, proposedBy, outcome, choice, votes } = proposal;
        const toVote = slots.filter(slot => votes.every(vote => vote.slot !== slot));
        return (
          <section
            key={version}
            className="cl-entry"
            data-proposal={version}
          >
            <p className="cl-medium">
              {text('meet.proposal', { version, slot: proposedBy })}{' '}
              <span className="cl-second">{text(`meet.outcome.${outcome}`)}</span>
            </p>
            <p>{choiceText(meeting, choice)}</p>
            <p className="cl-second">{becauseText(proposal)}</p>
            <ul className="cl-list cl-bullets">
              {votes.map(vote => (
                <li key={vote.slot}>{voteText(vote)}</li>
              ))}
            </ul>
            {toVote.length === 0 ? null : (
              <p className="cl-second">{text('meet.toVote', { slots: toVote.join(', ') })}</p>
            )}
          </section>
        );
      })}
    </section>
  );
}
