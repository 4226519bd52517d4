import { useSyncExternalStore } from 'react';
import { KeyOverlay, SessionNotice, text } from '@corelab/ui';
import { keysIn } from '../compared/comparedReads.js';
import { ReadToggle } from '../compared/ReadToggle.js';
import { meetingKeyGroups } from '../keys/meetingKeys.js';
import type { FactsSource } from '../panel/browserFacts.js';
import { CaseFacts } from '../panel/CaseFacts.js';
import { ImageNotes } from '../panel/ImageNotes.js';
import { ImageTroubleLine } from '../panel/ImageTroubleLine.js';
import { BlockedWindow, OwnWindowButton } from '../panel/OwnWindowParts.js';
import { DifferenceList } from './DifferenceList.js';
import type { MeetingSnapshot, MeetingStore } from './meetingStore.js';
import { ProposalHistory } from './ProposalHistory.js';
import { ProposeForm } from './ProposeForm.js';
import { ReadsTable } from './ReadsTable.js';
import { VoteForm } from './VoteForm.js';

export interface MeetingPart {
  store: MeetingStore;
  snapshot: MeetingSnapshot;
}

/** Whose turn it is, and what the page can do beside that. */
function TurnLine({ store, snapshot }: MeetingPart) {
  const { turn } = snapshot.meeting;
  return (
    <div className="cl-state-line">
      <span
        role="status"
        className="cl-grow cl-medium"
        data-turn={turn}
      >
        {text(`meet.turn.${turn}`)}
      </span>
      {turn === 'others' ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          data-act="refresh"
          onClick={() => void store.refresh()}
        >
          {text('meet.refresh')}
        </button>
      ) : null}
      <OwnWindowButton />
      <button
        type="button"
        className="cl-button cl-button-quiet"
        onClick={() => store.open('keys')}
      >
        {text('keys.button')} <kbd className="cl-key">?</kbd>
      </button>
    </div>
  );
}

/** Whose marks are drawn over the images, and how they look. */
function ReadToggles({ store, snapshot }: MeetingPart) {
  return (
    <div
      className="cl-row cl-read-toggles"
      role="group"
      aria-label={text('meet.marks')}
    >
      {keysIn(store.compared.sides).map(key => (
        <ReadToggle
          key={key}
          side={key}
          shown={snapshot.shown[key] === true}
          onToggle={() => store.toggle(key)}
        />
      ))}
    </div>
  );
}

/** What is to be done by this reader; a form begins anew with the next proposal. */
function OwnTurn(part: MeetingPart) {
  const { meeting, error } = part.snapshot;
  const { turn, proposals } = meeting;
  const round = proposals.length;
  if (turn === 'propose') {
    return (
      <ProposeForm
        key={`propose ${round}`}
        {...part}
      />
    );
  }
  if (turn === 'vote') {
    return (
      <VoteForm
        key={`vote ${round}`}
        {...part}
      />
    );
  }
  return error === null ? null : (
    <p
      role="alert"
      className="cl-section cl-stop"
    >
      {error}
    </p>
  );
}

/** The whole panel of one open meeting: turn and marks stay above, one's own act below, what is said scrolls between them. */
export function MeetingPanel({
  store,
  facts,
}: {
  store: MeetingStore;
  /** Where clinical facts are asked for. */
  facts?: FactsSource;
}) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const part = { store, snapshot };
  const { meeting, sheet, prompt } = snapshot;
  const { slot, slots } = meeting;
  return (
    <>
      <TurnLine {...part} />
      <SessionNotice />
      <ImageTroubleLine snapshot={snapshot} />
      <BlockedWindow />
      <ReadToggles {...part} />
      <div className="cl-panel-middle">
        <p className="cl-second cl-section">
          {text('meet.who', { slot, slots: slots.join(', ') })}
        </p>
        <ImageNotes studies={[...store.compared.studies]} />
        {facts === undefined ? null : (
          <CaseFacts
            source={facts}
            signed={meeting.state === 'agreed'}
          />
        )}
        <ReadsTable meeting={meeting} />
        <ProposalHistory meeting={meeting} />
        <DifferenceList {...part} />
      </div>
      {prompt === null ? null : (
        <p
          className="cl-prompt"
          role="status"
          data-prompt
        >
          {prompt}
        </p>
      )}
      <OwnTurn {...part} />
      {sheet === 'keys' ? (
        <KeyOverlay
          groups={meetingKeyGroups(keysIn(store.compared.sides))}
          onClose={() => store.open('none')}
        />
      ) : null}
    </>
  );
}
