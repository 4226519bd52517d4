import { useMemo, useSyncExternalStore } from 'react';
import type { CommandsManager, ExtensionManager, HostServices } from '@corelab/host';
import { readIdOf } from '@corelab/client';
import { KeyGuard, text } from '@corelab/ui';
import { CasePanel } from './CasePanel.js';
import { openCase, type CaseHandle } from './openCase.js';

export interface LesionPanelProps {
  services: HostServices;
  commandsManager: CommandsManager;
  extensionManager: ExtensionManager;
}

function OpenCase({ handle }: { handle: CaseHandle }) {
  const state = useSyncExternalStore(handle.subscribe, handle.getState);
  if (state.phase === 'ready') {
    return (
      <CasePanel
        store={state.store}
        commands={state.commands}
      />
    );
  }
  if (state.phase === 'loading') {
    return (
      <p
        className="cl-section"
        role="status"
      >
        {text('panel.loading')}
      </p>
    );
  }
  return (
    <div className="cl-section">
      <p role="alert">{text('panel.loadFailed', { message: state.message })}</p>
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={handle.retry}
        >
          {text('panel.retry')}
        </button>
        <a
          className="cl-link"
          href={state.sessionEnded ? '/login' : '/'}
        >
          {text(state.sessionEnded ? 'save.login' : 'panel.toList')}
        </a>
      </div>
    </div>
  );
}

/** The lesions of this read, their values and the response. The read is named by `read` in the address. */
export function LesionPanel({ services, commandsManager, extensionManager }: LesionPanelProps) {
  const readId = readIdOf(window.location.search);
  const handle = useMemo(
    () =>
      readId === null ? null : openCase(readId, { services, commandsManager, extensionManager }),
    [readId, services, commandsManager, extensionManager]
  );
  return (
    <KeyGuard className="cl-panel">
      {handle === null ? (
        <p className="cl-section">
          {text('panel.noRead')} <a href="/">{text('panel.toList')}</a>
        </p>
      ) : (
        <OpenCase handle={handle} />
      )}
    </KeyGuard>
  );
}
