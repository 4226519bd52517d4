import { useSyncExternalStore } from 'react';
import { IconButton, text } from '@corelab/ui';
import { caseWindow } from '../case/caseWindow.js';

const useWindowState = () => useSyncExternalStore(caseWindow.subscribe, caseWindow.getState);

/** Moves the panel to a window of its own, or back. */
export function OwnWindowButton() {
  const open = useWindowState() === 'open';
  return (
    <IconButton
      icon={open ? 'dock' : 'undock'}
      label={text(open ? 'window.dock' : 'window.own')}
      name="own-window"
      onPress={() => (open ? caseWindow.close() : caseWindow.open())}
    />
  );
}

/** Says that the browser refused the window, and what to do. */
export function BlockedWindow() {
  return useWindowState() === 'blocked' ? (
    <p
      className="cl-section cl-attention"
      role="alert"
      data-window="blocked"
    >
      {text('window.blocked')}
    </p>
  ) : null;
}

/** What stands in the docked place while the panel is elsewhere. */
export function ElsewhereNotice() {
  return (
    <div
      className="cl-section cl-elsewhere"
      data-window="elsewhere"
    >
      <p>{text('window.elsewhere')}</p>
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={() => caseWindow.open()}
        >
          {text('window.front')}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={() => caseWindow.close()}
        >
          {text('window.dock')}
        </button>
      </div>
    </div>
  );
}
