import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { browserKeptCases, createApiClient, onSessionRenewed } from '@corelab/client';
import { goToAddress, loadAddress, startKeyDispatcher } from '@corelab/host';
import { Chevron, KeyGuard, LateNote, SessionNotice, setLanguage, text } from '@corelab/ui';
import { KeptNotice } from './KeptNotice.js';
import { ListStore, type ListPorts, type ListState } from './listStore.js';
import { ListHeader } from './ListHeader.js';
import { listKeys, runListAction, type ListAction } from './listKeys.js';
import { listedTimepoint, ReadTable } from './ReadTable.js';
import { RoomRail } from './room/RoomRail.js';

function browserPorts(): ListPorts {
  const calls = { fetch: (url: string, init: RequestInit) => fetch(url, init) };
  return {
    api: createApiClient(calls),
    navigate: goToAddress,
    load: loadAddress,
    kept: browserKeptCases(calls),
  };
}

type Ready = Extract<ListState, { phase: 'ready' }>;

function Search({ store, query }: { store: ListStore; query: string }) {
  return (
    <input
      type="search"
      className="cl-input cl-list-search"
      aria-label={text('list.search')}
      placeholder={text('list.search')}
      value={query}
      onChange={event => store.search(event.target.value)}
      onKeyDown={event => {
        // The browser empties the field; letting go gives the keys back to the list.
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

function Signed({ store, state }: { store: ListStore; state: Ready }) {
  const { signed } = state;
  const older = state.signedBefore !== null;
  const name = text(older ? 'list.signedFoldLast' : 'list.signedFold', { count: signed.length });
  const shown = state.signedShown || (state.query !== '' && signed.length > 0);
  return signed.length === 0 ? null : (
    <section className="cl-list-signed">
      <button
        type="button"
        className="cl-button cl-button-quiet"
        aria-expanded={shown}
        data-fold="signed"
        onClick={() => store.foldSigned()}
      >
        {name} <Chevron open={shown} />
      </button>
      {shown ? (
        <>
          <ReadTable
            name={name}
            reads={signed}
            at={-1}
            onSelect={() => undefined}
            onOpen={item => void store.open(item)}
          />
          {older ? (
            <button
              type="button"
              className="cl-button cl-button-quiet"
              data-older="signed"
              aria-disabled={state.fetching}
              onClick={() => void store.showOlder()}
            >
              {text(state.fetching ? 'list.olderComing' : 'list.older')}
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Content({ store, state }: { store: ListStore; state: ListState }) {
  if (state.phase === 'loading') {
    return (
      <div>
        <p role="status">{text('list.loading')}</p>
        <LateNote waiting />
      </div>
    );
  }
  if (state.phase === 'failed') {
    return (
      <div>
        <p role="alert">{text('list.failed', { message: state.message })}</p>
        <button
          type="button"
          className="cl-button"
          onClick={() => void store.load()}
        >
          {text('list.retry')}
        </button>
      </div>
    );
  }
  const { opening, query } = state;
  const nothing = state.open.length + state.signed.length === 0;
  return (
    <>
      <KeptNotice
        kept={state.kept}
        reads={state.reads}
        onOpen={item => void store.open(item)}
        onGiveUp={caseId => void store.giveUp(caseId)}
      />
      <Search
        store={store}
        query={query}
      />
      {query !== '' && nothing ? (
        <div className="cl-row">
          <p role="status">{text('list.filtered')}</p>
          <button
            type="button"
            className="cl-button"
            onClick={() => store.search('')}
          >
            {text('list.clear')}
          </button>
        </div>
      ) : null}
      {query === '' && state.open.length === 0 ? (
        <p className="cl-list-empty">{text('list.empty')}</p>
      ) : null}
      {state.open.length === 0 ? null : (
        <ReadTable
          name={text('list.title')}
          reads={state.open}
          at={state.at}
          onSelect={at => store.select(at)}
          onOpen={item => void store.open(item)}
        />
      )}
      {state.error === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {state.error}
        </p>
      )}
      {opening === null ? null : (
        <p role="status">
          {text('list.opening', {
            subject: opening.subjectCode,
            timepoint: listedTimepoint(opening),
          })}
        </p>
      )}
      <Signed
        store={store}
        state={state}
      />
    </>
  );
}

/** The reader's open work in due order. `ports` are the browser's unless a test brings its own. */
export function ReadingListPage({ ports }: { ports?: ListPorts }) {
  const store = useMemo(() => new ListStore(ports ?? browserPorts()), [ports]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    setLanguage(document.documentElement.lang || navigator.language);
    document.title = text('list.title');
    void store.load();
    const stopRenewing = onSessionRenewed(() => void store.load());
    const look = (): void => void store.lookAtKept();
    // What the case just left still sends arrives in a moment.
    const soon = setTimeout(look, 2000);
    window.addEventListener('focus', look);
    const stopKeys = startKeyDispatcher({
      window,
      bindings: listKeys,
      scopes: () => ['list'],
      run: action => runListAction(store, action as ListAction),
    });
    return () => {
      stopRenewing();
      clearTimeout(soon);
      window.removeEventListener('focus', look);
      stopKeys();
    };
  }, [store]);
  return (
    <KeyGuard className="cl-room">
      {state.phase === 'ready' ? (
        <RoomRail
          session={state.session}
          at="list"
        />
      ) : null}
      <main
        className="cl-list-page"
        aria-label={text('list.title')}
      >
        <ListHeader
          store={store}
          state={state}
        />
        <SessionNotice />
        <Content
          store={store}
          state={state}
        />
      </main>
    </KeyGuard>
  );
}
