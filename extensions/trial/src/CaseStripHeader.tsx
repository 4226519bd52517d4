import { useEffect, useState, useSyncExternalStore } from 'react';
import { createApiClient, readIdOf, type ReadContext } from '@corelab/client';
import { CaseStrip, KeyGuard, lastSaveView, onSaveView } from '@corelab/ui';

/** The case strip for the host's header: loads the open read's identity, follows what the panel says is saved. */
export function CaseStripHeader() {
  const readId = readIdOf(window.location.search);
  const save = useSyncExternalStore(onSaveView, lastSaveView);
  const [context, setContext] = useState<ReadContext | null>(null);
  useEffect(() => {
    let gone = false;
    if (readId !== null) {
      createApiClient({ fetch: (url, init) => fetch(url, init) })
        .read(readId)
        .then(
          loaded => {
            if (!gone) {
              setContext(loaded);
            }
          },
          // The panel loads the same read and says what is wrong; the strip only stays without a case.
          () => setContext(null)
        );
    }
    return () => {
      gone = true;
    };
  }, [readId]);
  return (
    <KeyGuard>
      <CaseStrip
        trial={context?.trialName ?? ''}
        subject={context?.subjectCode ?? ''}
        timepoint={context?.timepoint ?? ''}
        slot={context?.slot ?? ''}
        save={save}
        onList={() => window.location.assign('/')}
      />
    </KeyGuard>
  );
}
