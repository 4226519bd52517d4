import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TabBar } from '../parts/TabBar.js';
import { LeaveQuestion } from '../trials/LeaveQuestion.js';
import { useLeaveGuard } from '../trials/useLeaveGuard.js';
import { ApartPart } from './ApartPart.js';
import { DeliveriesPart } from './DeliveriesPart.js';
import { filterOf, intakeAddress, noFilter, viewOf, type IntakeView } from './intakeFilter.js';
import type { IntakeSummary } from './intakeWords.js';
import { StudiesPart } from './StudiesPart.js';
import { UploadPart } from './UploadPart.js';
import { UploadQueue } from './uploadQueue.js';

function HeaderCounts({ summary }: { summary: IntakeSummary }) {
  const { waiting, quarantined } = summary;
  return (
    <p className="cl-row cl-numbers">
      <span className={waiting === 0 ? '' : 'cl-attention'}>
        {text('intake.waiting', { count: waiting })}
      </span>
      <span className={quarantined === 0 ? '' : 'cl-stop'}>
        {text('intake.apartCount', { count: quarantined })}
      </span>
    </p>
  );
}

function RefreshButton({ trial }: { trial: string }) {
  const queries = useQueryClient();
  const queryKey = ['intake', trial];
  const busy = useIsFetching({ queryKey }) > 0;
  return (
    <button
      type="button"
      className="cl-button"
      disabled={busy}
      onClick={() => void queries.invalidateQueries({ queryKey })}
    >
      {text(busy ? 'intake.refreshing' : 'intake.refresh')}
    </button>
  );
}

function Inside() {
  const room = useTrialRoom();
  const { server, trial, query, go } = room;
  const queries = useQueryClient();
  const looks = isOne(room, 'admin', 'dataManager', 'qcTechnologist', 'auditor');
  const delivers = isOne(room, 'dataManager', 'qcTechnologist', 'siteCoordinator');
  const views: IntakeView[] = [
    ...(looks ? (['studies', 'apart'] as const) : []),
    'deliveries',
    ...(delivers ? (['upload'] as const) : []),
  ];
  // An upload goes on while the person looks at another part of the page.
  const [queue] = useState(
    () =>
      new UploadQueue({
        deliver: (files, options) => server.deliver(trial.id, files, options),
        onDelivered: () => void queries.invalidateQueries({ queryKey: ['intake', trial.id] }),
      })
  );
  const { underWay } = useSyncExternalStore(queue.subscribe, queue.state);
  useEffect(() => () => queue.cancel(), [queue]);
  const guard = useLeaveGuard(underWay);
  const [at, setAt] = useState(query);
  useEffect(() => setAt(query), [query]);
  const goWithin = (address: string): void => {
    setAt(new URL(address, window.location.origin).searchParams);
    // While something is sent, going is leaving: the address waits, the part of the page does not.
    if (!underWay) go(address);
  };
  const summary = useQuery({
    queryKey: ['intake', trial.id, 'summary'],
    enabled: looks,
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/arrivals/summary', { path: { trial: trial.id } }),
  });
  const filter = filterOf(at);
  const view = viewOf(at, views) ?? 'deliveries';
  const { leave } = guard;
  return (
    <div className="cl-staff-body cl-intake">
      <div className="cl-staff-column">
        <div className="cl-intake-head">
          {leave === null ? null : (
            <LeaveQuestion
              texts={{
                name: text('intake.upload.underWay'),
                question: text('intake.upload.leaving'),
                leave: text('intake.upload.leave'),
                stay: text('intake.upload.stay'),
              }}
              onLeave={() => {
                guard.stay();
                queue.cancel();
                leave();
              }}
              onStay={guard.stay}
            />
          )}
          <div className="cl-row">
            {summary.data === undefined ? null : <HeaderCounts summary={summary.data} />}
            <span className="cl-grow" />
            <RefreshButton trial={trial.id} />
          </div>
          {summary.isError ? (
            <ErrorLine
              reason={summary.error}
              onRetry={() => void summary.refetch()}
            />
          ) : null}
        </div>
        <TabBar
          name={text('intake.views')}
          tabs={views.map(id => ({ id, label: text(`intake.view.${id}`) }))}
          at={view}
          onGo={to => goWithin(intakeAddress(trial.id, to, to === 'studies' ? filter : noFilter))}
        >
          {view === 'studies' ? (
            <StudiesPart
              filter={filter}
              summary={summary.data ?? null}
              onFilter={asked => goWithin(intakeAddress(trial.id, 'studies', asked))}
            />
          ) : null}
          {view === 'apart' ? <ApartPart /> : null}
          {view === 'deliveries' ? <DeliveriesPart /> : null}
          {view === 'upload' ? <UploadPart queue={queue} /> : null}
        </TabBar>
      </div>
    </div>
  );
}

/** What came in and how, what waits and why, what is kept apart, and how more comes in. */
export function IntakePage() {
  const { trial } = useTrialRoom();
  return <Inside key={trial.id} />;
}
