import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { TabBar } from '../parts/TabBar.js';
import { ExamsPart } from './ExamsPart.js';
import { ImpactsPart } from './ImpactsPart.js';
import { QueriesPart } from './QueriesPart.js';
import { noFilter, placeOf, qcAddress, tabsOf, type QcFilter, type Tab } from './qcPlace.js';
import { ReturnedPart } from './ReturnedPart.js';

const tabNames: Readonly<Record<Tab, TextKey>> = {
  exams: 'qc.tab.exams',
  queries: 'qc.tab.queries',
  impacts: 'qc.tab.impacts',
  returned: 'qc.tab.returned',
};

export interface PartProps {
  filter: QcFilter;
  onFilter(filter: QcFilter): void;
  /** What the address opens. */
  opened: string | null;
  /** Another tab, with something open in it. */
  onGo(tab: Tab, open: string): void;
}

const parts: Readonly<Record<Tab, (props: PartProps) => React.ReactElement>> = {
  exams: ExamsPart,
  queries: QueriesPart,
  impacts: ImpactsPart,
  returned: ReturnedPart,
};

/** QC of a trial: exams to check, queries to sites, what changed under reads, reads that were sent back. */
export function QcPage() {
  const room = useTrialRoom();
  const { trial, query, go } = room;
  const allowed = tabsOf(room);
  const { tab, open, filter } = placeOf(query, allowed);
  const Part = parts[tab];
  const part = (
    <Part
      // What the address opens is opened anew; who has closed it since has closed it.
      key={`${tab} ${open ?? ''}`}
      filter={filter}
      opened={open}
      onFilter={asked => go(qcAddress(trial.id, { tab, open: null, filter: asked }))}
      onGo={(to, what) => go(qcAddress(trial.id, { tab: to, open: what, filter: noFilter }))}
    />
  );
  return (
    <div className="cl-qc">
      {allowed.length === 1 ? (
        part
      ) : (
        <TabBar
          name={text('qc.tabs', { trial: trial.id })}
          tabs={allowed.map(id => ({ id, label: text(tabNames[id]) }))}
          at={tab}
          onGo={to => go(qcAddress(trial.id, { tab: to, open: null, filter: noFilter }))}
        >
          {part}
        </TabBar>
      )}
    </div>
  );
}
