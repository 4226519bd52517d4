import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { onSessionRenewed } from '@corelab/client';
import { KeyGuard, SessionNotice, setLanguage, text } from '@corelab/ui';
import {
  ConsensusStore,
  type ConsensusPorts,
  type ConsensusState,
  type Meeting,
} from './consensusStore.js';
import { DifferenceList } from './DifferenceList.js';
import { ProposalHistory } from './ProposalHistory.js';
import { ProposeForm } from './ProposeForm.js';
import { ReadsTable } from './ReadsTable.js';
import { VoteForm } from './VoteForm.js';

export interface MeetingPart {
  store: ConsensusStore;
  meeting: Meeting;
  state: Extract<ConsensusState, { phase: 'ready' }>;
}

function Content(part: MeetingPart) {
  const { meeting, state } = part;
  const { turn, slot, slots, proposals } = meeting;
  // With the next proposal a form begins anew.
  const round = proposals.length;
  return (
    <>
      <p
        role="status"
        className="cl-medium"
        data-turn={turn}
      >
        {text(`meet.turn.${turn}`)}
      </p>
      <p className="cl-second">{text('meet.who', { slot, slots: slots.join(', ') })}</p>
      <p className="cl-second">{text('meet.noImages')}</p>
      <ReadsTable meeting={meeting} />
      {turn === 'propose' ? (
        <ProposeForm
          key={`propose ${round}`}
          {...part}
        />
      ) : null}
      {turn === 'vote' ? (
        <VoteForm
          key={`vote ${round}`}
          {...part}
        />
      ) : null}
      {state.error !== null && turn !== 'propose' && turn !== 'vote' ? (
        <p
          role="alert"
          className="cl-stop"
        >
          {state.error}
        </p>
      ) : null}
      <ProposalHistory meeting={meeting} />
      <DifferenceList meeting={meeting} />
    </>
  );
}

function Body({ store, state }: { store: ConsensusStore; state: ConsensusState }) {
  switch (state.phase) {
    case 'loading':
      return <p role="status">{text('meet.loading')}</p>;
    case 'failed':
      return (
        <div>
          <p role="alert">{text('meet.failed', { message: state.message })}</p>
          <button
            type="button"
            className="cl-button"
            onClick={() => void store.load()}
          >
            {text('meet.retry')}
          </button>
        </div>
      );
    case 'ready':
      return (
        <Content
          store={store}
          state={state}
          meeting={state.meeting}
        />
      );
  }
}

/** Where readers agree on one of their reads: what each says under a drawn name, what was put forward, and the votes. */
export function ConsensusPage({ ports }: { ports(): ConsensusPorts }) {
  const store = useMemo(() => new ConsensusStore(ports()), [ports]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    setLanguage(document.documentElement.lang || navigator.language);
    document.title = text('meet.title');
    void store.load();
    return onSessionRenewed(() => void store.load());
  }, [store]);
  return (
    <KeyGuard className="cl-room">
      <main
        className="cl-list-page"
        aria-label={text('meet.title')}
      >
        <header className="cl-list-header">
          <h1 className="cl-big">{text('meet.title')}</h1>
          {state.phase === 'ready' ? (
            <span data-subject>
              {state.meeting.subjectCode}{' '}
              <span className="cl-second">{state.meeting.trialName}</span>
            </span>
          ) : null}
          <span className="cl-grow" />
          <button
            type="button"
            className="cl-button"
            data-button="list"
            onClick={() => store.toList()}
          >
            {text('meet.toList')}
          </button>
        </header>
        <SessionNotice />
        <Body
          store={store}
          state={state}
        />
      </main>
    </KeyGuard>
  );
}
