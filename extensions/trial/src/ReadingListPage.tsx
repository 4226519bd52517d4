import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createApiClient, onSessionRenewed } from '@corelab/client';
import { goToAddress, startKeyDispatcher } from '@corelab/host';
import { KeyGuard, SessionNotice, setLanguage, text } from '@corelab/ui';
import { ListStore, type ListPorts, type ListState } from './listStore.js';
import { listKeys, runListAction, type ListAction } from './listKeys.js';
import { ReadTable } from './ReadTable.js';

function browserPorts(): ListPorts {
  return {
    api: createApiClient({ fetch: (url, init) => fetch(url, init) }),
    navigate: goToAddress,
  };
}

function Header({ store, state }: { store: ListStore; state: ListState }) {
  const ready = state.phase === 'ready';
  return (
    <header className="cl-list-header">
      <h1 className="cl-big">{text('list.title')}</h1>
      <button
        type="button"
        className="cl-button cl-button-primary"
        disabled={!ready || state.open.length === 0}
        onClick={() => void store.openNext()}
      >
        {text('list.openNext')} <kbd className="cl-key">N</kbd>
      </button>
      <span className="cl-second cl-grow">
        {ready ? text('list.count', { count: state.open.length }) : null}
      </span>
      {ready ? <span>{state.session.name}</span> : null}
      <button
        type="button"
        className="cl-button"
        onClick={() => void store.logout()}
      >
        {text('list.logout')}
      </button>
    </header>
  );
}

function Content({ store, state }: { store: ListStore; state: ListState }) {
  if (state.phase === 'loading') {
    return <p role="status">{text('list.loading')}</p>;
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
  const { opening } = state;
  return (
    <>
      {state.open.length === 0 ? (
        <p>{text('list.empty')}</p>
      ) : (
        <ReadTable
          reads={state.open}
          at={state.at}
          onSelect={at => store.select(at)}
          onOpen={() => void store.openCurrent()}
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
          {text('list.opening', { subject: opening.subjectCode, timepoint: opening.timepoint })}
        </p>
      )}
      {state.signed === 0 ? null : (
        <p className="cl-second">{text('list.signed', { count: state.signed })}</p>
      )}
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
    const stopKeys = startKeyDispatcher({
      window,
      bindings: listKeys,
      scopes: () => ['list'],
      run: action => runListAction(store, action as ListAction),
    });
    return () => {
      stopRenewing();
      stopKeys();
    };
  }, [store]);
  return (
    <KeyGuard className="cl-list-page">
      <main aria-label={text('list.title')}>
        <Header
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
