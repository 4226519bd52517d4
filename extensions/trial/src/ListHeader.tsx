import { text } from '@corelab/ui';
import { countDue, type ListState, type ListStore } from './listStore.js';
import { HatMenu } from './room/HatMenu.js';
import { LeavingNotice } from './room/LeavingNotice.js';
import { RoomMenu } from './room/RoomMenu.js';

export interface ListHeaderProps {
  store: ListStore;
  state: ListState;
}

/** Title, the way to the next case, what is due, who works here in which hat, and the page's own matters. */
export function ListHeader({ store, state }: ListHeaderProps) {
  const ready = state.phase === 'ready';
  const counts = ready ? countDue(state.reads) : null;
  return (
    <>
      <header className="cl-list-header">
        <h1 className="cl-big">{text('list.title')}</h1>
        <button
          type="button"
          className="cl-button cl-button-primary"
          disabled={counts === null || counts.due === 0}
          onClick={() => void store.openNext()}
        >
          {text('list.openNext')} <kbd className="cl-key">N</kbd>
        </button>
        <span className="cl-second cl-grow">
          {counts === null
            ? null
            : text(counts.onHold > 0 ? 'list.countsHold' : 'list.counts', {
                ...counts,
              })}
        </span>
        {ready ? (
          <HatMenu
            session={state.session}
            onChange={hat => void store.askWear(hat)}
          />
        ) : null}
        <RoomMenu onLogout={() => void store.askLogout()} />
      </header>
      {ready && state.leaving !== null ? (
        <LeavingNotice
          cases={state.leaving}
          hat={state.leavingFor}
          onStay={() => store.stay()}
          onLeave={() => void store.leave()}
        />
      ) : null}
    </>
  );
}
