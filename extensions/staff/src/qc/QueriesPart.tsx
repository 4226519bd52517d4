import { useState } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ageText } from './ageText.js';
import { FilterRow } from './FilterRow.js';
import { ListPart } from './ListPart.js';
import { qcKey, type QueryItem, type QueryState } from './qcData.js';
import type { PartProps } from './QcPage.js';
import { isFiltered, type QcFilter } from './qcPlace.js';
import { queryStateName } from './qcWords.js';
import { QuerySheet } from './QuerySheet.js';
import { turnText } from './turnText.js';
import { usePages } from './usePages.js';

const askable: readonly QueryState[] = ['open', 'reopened', 'answered', 'closed'];
const isAskable = (word: string): word is QueryState => askable.some(state => state === word);

/** Without a choice, what is not settled; `all` asks for every state. */
const askedState = ({ state }: QcFilter): { state?: QueryState | 'unsettled' } => {
  if (state === 'all') return {};
  return { state: state !== null && isAskable(state) ? state : 'unsettled' };
};

const columns = (now: Date): ColumnDef<QueryItem, unknown>[] => [
  {
    id: 'subject',
    header: text('qc.subject'),
    accessorKey: 'subject',
    meta: { width: 'minmax(110px, 180px)' },
  },
  {
    id: 'timepoint',
    header: text('qc.timepoint'),
    accessorFn: ({ timepoints }) => timepoints.join(', ') || text('qc.none'),
    meta: { width: '90px' },
  },
  {
    id: 'turn',
    header: text('qc.query.turn'),
    accessorFn: turnText,
    meta: { width: '110px' },
  },
  {
    id: 'text',
    header: text('qc.query.text'),
    accessorKey: 'text',
    cell: ({ getValue }) => <span title={String(getValue())}>{String(getValue())}</span>,
    meta: { width: 'minmax(150px, 1fr)' },
  },
  {
    id: 'asked',
    header: text('qc.query.asked'),
    accessorFn: ({ askedAt }) => ageText(askedAt, now),
    meta: { width: '84px' },
  },
  {
    id: 'due',
    header: text('qc.query.due'),
    cell: ({ row: { original } }) =>
      original.overdue ? (
        <span className="cl-attention">{text('qc.query.overdue', { date: original.dueDate })}</span>
      ) : (
        original.dueDate
      ),
    meta: { width: '150px' },
  },
  {
    id: 'site',
    header: text('qc.site'),
    accessorKey: 'site',
    meta: { width: '76px' },
  },
  {
    id: 'state',
    header: text('qc.state'),
    accessorFn: ({ state }) => queryStateName(state),
    meta: { width: '104px' },
  },
];

/** The queries that are not settled, the oldest first, or those of another state; one of them beside the list. */
export function QueriesPart({ filter, onFilter, opened, onGo }: PartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState(opened);
  const list = usePages([...qcKey(trial.id), 'queries', filter], after =>
    server.get('/api/admin/trials/{trial}/queries', {
      path: { trial: trial.id },
      query: {
        ...askedState(filter),
        ...(filter.site === null ? {} : { site: filter.site }),
        ...(filter.text === null ? {} : { text: filter.text }),
        ...(filter.overdue ? { overdue: 'true' as const } : {}),
        ...after,
      },
    })
  );
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <FilterRow
          filter={filter}
          onFilter={onFilter}
          states={[
            [null, text('qc.queries.unsettled')],
            ...askable.map(state => [state, queryStateName(state)] as const),
            ['all', text('qc.queries.all')],
          ]}
          sites={list.pages[0]?.sites ?? []}
          overdue
        />
        <ListPart
          name={text('qc.queries.grid', { trial: trial.id })}
          list={list}
          rows={list.pages.flatMap(({ queries }) => queries)}
          columns={columns(new Date())}
          rowId={({ id }) => id}
          selected={open}
          onOpen={({ id }) => setOpen(id)}
          empty={text(isFiltered(filter) ? 'qc.queries.noMatch' : 'qc.queries.empty')}
        />
      </main>
      {open === null ? null : (
        <QuerySheet
          key={open}
          id={open}
          onExam={exam => onGo('exams', exam)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
