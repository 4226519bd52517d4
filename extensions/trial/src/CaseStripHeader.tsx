import { useSyncExternalStore } from 'react';
import { CaseStrip, KeyGuard, lastCase, lastSaveView, onCase, onSaveView } from '@corelab/ui';

/** The case strip for the host's header: follows what the panel says is open and saved. */
export function CaseStripHeader({ onGo }: { onGo(address: string): void }) {
  const view = useSyncExternalStore(onCase, lastCase);
  const save = useSyncExternalStore(onSaveView, lastSaveView);
  return (
    <KeyGuard>
      <CaseStrip
        view={view}
        save={save}
        onList={() => onGo(view?.returnTo?.address ?? '/')}
      />
    </KeyGuard>
  );
}
