import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { readIdOf } from '@corelab/client';
import { KeyGuard, LateNote, text } from '@corelab/ui';
import type { CaseHandle } from '../case/caseHandle.js';
import { caseWindow } from '../case/caseWindow.js';
import type { HostParts } from '../case/openCase.js';
import { ElsewhereNotice } from './OwnWindowParts.js';

interface BodyProps<Ready> {
  handle: CaseHandle<Ready>;
  panel(ready: Ready): ReactNode;
}

function OpenCase<Ready>({ handle, panel }: BodyProps<Ready>) {
  const state = useSyncExternalStore(handle.subscribe, handle.getState);
  if (state.phase === 'ready') {
    return panel(state.ready);
  }
  if (state.phase === 'loading') {
    return (
      <div className="cl-section">
        <p role="status">{text('panel.loading')}</p>
        <LateNote waiting />
      </div>
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

function PanelBody<Ready>({
  handle,
  panel,
}: Omit<BodyProps<Ready>, 'handle'> & { handle: CaseHandle<Ready> | null }) {
  return (
    <KeyGuard className="cl-panel">
      {handle === null ? (
        <p className="cl-section">
          {text('panel.noRead')} <a href="/">{text('panel.toList')}</a>
        </p>
      ) : (
        <OpenCase
          handle={handle}
          panel={panel}
        />
      )}
    </KeyGuard>
  );
}

export interface CasePlaceProps<Ready> extends HostParts {
  /** Opens the case once; the same handle at each call until another case is opened. */
  open(readId: string, host: HostParts): CaseHandle<Ready>;
  /** The panel of the open case; the same function at every rendering. */
  panel(ready: Ready): ReactNode;
}

/** The panel's place in the host, for the case that the address names in `read`; or its own window. */
export function CasePlace<Ready>(props: CasePlaceProps<Ready>) {
  const { services, commandsManager, extensionManager, open, panel } = props;
  const readId = readIdOf(window.location.search);
  const handle = useMemo(
    () => (readId === null ? null : open(readId, { services, commandsManager, extensionManager })),
    [readId, services, commandsManager, extensionManager, open]
  );
  const elsewhere = useSyncExternalStore(caseWindow.subscribe, caseWindow.getState) === 'open';
  // Not taken back when the host unmounts this place: the panel stays in its own window until the case closes.
  useEffect(
    () =>
      caseWindow.offer(() => (
        <PanelBody
          handle={handle}
          panel={panel}
        />
      )),
    [handle, panel]
  );
  return elsewhere ? (
    <KeyGuard className="cl-panel">
      <ElsewhereNotice />
    </KeyGuard>
  ) : (
    <PanelBody
      handle={handle}
      panel={panel}
    />
  );
}
