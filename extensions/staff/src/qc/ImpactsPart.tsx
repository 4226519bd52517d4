import { useState } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { readStateName } from '../progress/progressWords.js';
import { ageText } from './ageText.js';
import { FilterRow } from './FilterRow.js';
import { ImpactSheet } from './ImpactSheet.js';
import { ListPart } from './ListPart.js';
import { qcKey, type Impact } from './qcData.js';
import type { PartProps } from './QcPage.js';
import { causeText, decisionName } from './qcWords.js';
import { impactRead } from './impactRead.js';
import { usePages } from './usePages.js';

const stateText = ({ decision, decidable }: Impact): string => {
  if (decision !== null) return decisionName(decision);
  return text(decidable ? 'qc.impact.undecided' : 'qc.impact.later');
};

const columns = (now: Date): ColumnDef<Impact, unknown>[] => [
  {
    id: 'subject',
    header: text('qc.subject'),
    accessorKey: 'subject',
    meta: { width: 'minmax(110px, 180px)' },
  },
  {
    id: 'read',
    header: text('qc.impact.read'),
    accessorFn: impactRead,
    meta: { width: '120px' },
  },
  {
    id: 'what',
    header: text('qc.impact.what'),
    accessorFn: ({ cause }) => causeText(cause),
    cell: ({ getValue }) => <span title={String(getValue())}>{String(getValue())}</span>,
    meta: { width: 'minmax(200px, 1fr)' },
  },
  {
    id: 'state',
    header: text('qc.impact.state'),
    accessorFn: stateText,
    meta: { width: '140px' },
  },
  {
    id: 'readState',
    header: text('qc.impact.readState'),
    accessorFn: ({ readState }) => readStateName(readState),
    meta: { width: '140px' },
  },
  {
    id: 'noticed',
    header: text('qc.impact.noticed'),
    accessorFn: ({ noticedAt }) => ageText(noticedAt, now),
    meta: { width: '90px' },
  },
];

/** What changed under reads that have begun, in the order it was noticed; one change beside the list. */
export function ImpactsPart({ filter, onFilter, opened }: PartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState(opened);
  // What was just decided is no more among the undecided: its sheet stays until it is closed.
  const [shown, setShown] = useState<Impact | null>(null);
  const list = usePages([...qcKey(trial.id), 'impacts', filter.state], after =>
    server.get('/api/admin/trials/{trial}/impacts', {
      path: { trial: trial.id },
      query: { state: filter.state === 'all' ? 'all' : 'pending', ...after },
    })
  );
  const rows = list.pages.flatMap(({ impacts }) => impacts);
  const impact = rows.find(({ id }) => id === open) ?? (shown?.id === open ? shown : null);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <FilterRow
          filter={filter}
          onFilter={onFilter}
          states={[
            [null, text('qc.impacts.pending')],
            ['all', text('qc.impacts.all')],
          ]}
          sites={null}
        />
        <ListPart
          name={text('qc.impacts.grid', { trial: trial.id })}
          list={list}
          rows={rows}
          columns={columns(new Date())}
          rowId={({ id }) => id}
          selected={open}
          onOpen={row => {
            setOpen(row.id);
            setShown(row);
          }}
          empty={text(filter.state === 'all' ? 'qc.impacts.none' : 'qc.impacts.empty')}
        />
      </main>
      {impact === null ? null : (
        <ImpactSheet
          key={impact.id}
          impact={impact}
          meanings={list.pages[0]?.meanings ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
