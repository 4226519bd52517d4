import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CommandsManager, ExtensionManager, HostServices } from '@corelab/host';
import { readIdOf } from '@corelab/client';
import { KeyGuard, text } from '@corelab/ui';
import { CasePanel } from './CasePanel.js';
import { caseWindow } from '../case/caseWindow.js';
import { openCase, type CaseHandle } from '../case/openCase.js';
import { ElsewhereNotice } from './OwnWindowParts.js';

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

function PanelBody({ handle }: { handle: CaseHandle | null }) {
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

/** The lesions of this read, their values and the response. The read is named by `read` in the address. */
export function LesionPanel({ services, commandsManager, extensionManager }: LesionPanelProps) {
  const readId = readIdOf(window.location.search);
  const handle = useMemo(
    () =>
      readId === null ? null : openCase(readId, { services, commandsManager, extensionManager }),
    [readId, services, commandsManager, extensionManager]
  );
  const elsewhere = useSyncExternalStore(caseWindow.subscribe, caseWindow.getState) === 'open';
  // Not taken back when the host unmounts this place: the panel stays in its own window until the case closes.
  useEffect(() => caseWindow.offer(() => <PanelBody handle={handle} />), [handle]);
  return elsewhere ? (
    <KeyGuard className="cl-panel">
      <ElsewhereNotice />
    </KeyGuard>
  ) : (
    <PanelBody handle={handle} />
  );
}
