import { useMemo, useSyncExternalStore } from 'react';
import { openCase, type HostParts, type OpenRead } from '../case/openCase.js';
import { factsOfGlobalRead, factsOfRead, type FactsSource } from './browserFacts.js';
import { CasePanel } from './CasePanel.js';
import { CasePlace } from './CasePlace.js';

const noChanges = () => () => undefined;

function ReadPanel({ store, commands, globalRead, replay }: OpenRead) {
  const { readId } = store.context;
  const globalReadId = globalRead?.getSnapshot().context.globalReadId ?? null;
  const globalSigned = useSyncExternalStore(
    globalRead?.subscribe ?? noChanges,
    () => globalRead !== null && globalRead.getSnapshot().context.signature !== null
  );
  const facts = useMemo(
    (): FactsSource => {
      if (replay !== null) return () => Promise.resolve(replay.replayed.facts);
      return globalReadId === null ? factsOfRead(readId) : factsOfGlobalRead(globalReadId);
    },
    // Once a global read is signed more may be seen: it is asked anew.
    [readId, globalReadId, globalSigned, replay]
  );
  return (
    <CasePanel
      store={store}
      commands={commands}
      globalRead={globalRead}
      replay={replay}
      facts={facts}
    />
  );
}

const panel = (ready: OpenRead) => <ReadPanel {...ready} />;

/** The lesions of this read, their values and the response. The read is named by `read` in the address. */
export function LesionPanel(props: HostParts) {
  return (
    <CasePlace
      {...props}
      open={openCase}
      panel={panel}
    />
  );
}
