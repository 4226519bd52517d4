import { useEffect, useState } from 'react';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { TabBar } from '../parts/TabBar.js';
import { FactsPart } from './FactsPart.js';
import { factsAddress, filterOf, noFilter, viewOf, type FactsView } from './factsPlace.js';
import { ImportPart } from './ImportPart.js';
import { ImportsPart } from './ImportsPart.js';

function Inside() {
  const room = useTrialRoom();
  const { trial, query, go } = room;
  const views: FactsView[] = [
    'facts',
    ...(isOne(room, 'dataManager', 'unblindedSupport') ? (['import'] as const) : []),
    'imports',
  ];
  const [at, setAt] = useState(query);
  useEffect(() => setAt(query), [query]);
  const goWithin = (address: string): void => {
    setAt(new URL(address, window.location.origin).searchParams);
    go(address);
  };
  const view = viewOf(at, views);
  return (
    <div className="cl-staff-body">
      <div className="cl-staff-column">
        <TabBar
          name={text('clinical.views')}
          tabs={views.map(id => ({ id, label: text(`clinical.view.${id}`) }))}
          at={view}
          onGo={to => goWithin(factsAddress(trial.id, to, noFilter))}
        >
          {view === 'facts' ? (
            <FactsPart
              filter={filterOf(at)}
              onFilter={filter => goWithin(factsAddress(trial.id, 'facts', filter))}
            />
          ) : null}
          {view === 'import' ? <ImportPart /> : null}
          {view === 'imports' ? <ImportsPart /> : null}
        </TabBar>
      </div>
    </div>
  );
}

/** What is kept of subjects beside their images, how it changed, and how more comes in. */
export function FactsPage() {
  const { trial } = useTrialRoom();
  // Another trial is another page: what was chosen in one is not for the next.
  return <Inside key={trial.id} />;
}
