import { useState } from 'react';
import { panelVotes, type PanelVote } from '@corelab/adjudication';
import { Field, SignSheet, text, useTypedWords } from '@corelab/ui';
import type { MeetingPart } from './MeetingPanel.js';

/** A reader's vote on what was put forward, with its reason and the signature. */
export function VoteForm({ store, snapshot }: MeetingPart) {
  const { meeting, error, refused, sending } = snapshot;
  const [vote, setVote] = useState<PanelVote | null>(null);
  const { words, held, notIdentity, take } = useTypedWords('/reason', refused);
  const [signing, setSigning] = useState(false);
  const version = meeting.proposals.at(-1)?.version;
  if (version === undefined) return null;
  const ready = vote !== null && held === null && (vote === 'agree' || words !== '');
  return (
    <section className="cl-decision cl-own-turn">
      <fieldset className="cl-fieldset">
        <legend className="cl-heading">{text('meet.vote', { version })}</legend>
        {panelVotes.map(one => (
          <label
            key={one}
            className="cl-choice"
          >
            <input
              type="radio"
              name="cl-vote"
              checked={vote === one}
              data-vote={one}
              onChange={() => setVote(one)}
            />
            {text(`meet.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field
        label={text('meet.why')}
        value={words}
        multiline
        held={held}
        onCommit={take}
      />
      {signing && vote !== null && ready ? (
        <SignSheet
          timepoint={text('meet.theVote')}
          content={text('meet.signVote', {
            ...{ subject: meeting.subjectCode, version, reason: words },
            vote: text(`meet.${vote}`),
          })}
          name={store.session.name}
          meanings={meeting.meanings}
          error={error}
          sending={sending}
          onSign={(password, meaning) =>
            void store.vote(version, vote, words, { password, meaning }, notIdentity)
          }
          onCancel={() => setSigning(false)}
        />
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={!ready}
            data-act="vote"
            onClick={() => setSigning(true)}
          >
            {text('meet.sign')}
          </button>
          {ready ? null : <span className="cl-second">{text('meet.openVote')}</span>}
        </div>
      )}
    </section>
  );
}
