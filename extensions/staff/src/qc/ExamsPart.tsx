import { useState } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ageText } from './ageText.js';
import { ExamSheet } from './ExamSheet.js';
import { FilterRow } from './FilterRow.js';
import { ListPart } from './ListPart.js';
import { qcKey, type ExamItem, type ExamState } from './qcData.js';
import type { PartProps } from './QcPage.js';
import { isFiltered, type QcFilter } from './qcPlace.js';
import { examStateName, reasonText } from './qcWords.js';
import { usePages } from './usePages.js';

/** What can be asked for beside what waits, as its people meet it. */
const askable: readonly ExamState[] = [
  'queried',
  'quarantined',
  'passed',
  'passedWithDeviation',
  'refused',
  'superseded',
  'withdrawn',
  'notResupplied',
];

type Asked = 'waiting' | ExamState;

const isAskable = (word: string): word is ExamState => askable.some(state => state === word);

/** Without a choice, what waits; `all` asks for every state. */
const askedState = ({ state }: QcFilter): { state?: Asked } => {
  if (state === 'all') return {};
  return { state: state !== null && isAskable(state) ? state : 'waiting' };
};

const columns = (now: Date): ColumnDef<ExamItem, unknown>[] => [
  {
    id: 'subject',
    header: text('qc.subject'),
    accessorKey: 'subject',
    meta: { width: 'minmax(110px, 180px)' },
  },
  {
    id: 'timepoint',
    header: text('qc.timepoint'),
    accessorFn: ({ timepoints }) => timepoints.join(', ') || text('qc.exam.noTimepoint'),
    meta: { width: '90px' },
  },
  {
    id: 'why',
    header: text('qc.exam.why'),
    accessorFn: exam =>
      exam.reasons.length === 0
        ? examStateName(exam.state)
        : exam.reasons.map(reason => reasonText(reason, exam)).join(' '),
    cell: ({ getValue }) => <span title={String(getValue())}>{String(getValue())}</span>,
    meta: { width: 'minmax(220px, 1fr)' },
  },
  {
    id: 'arrived',
    header: text('qc.exam.arrived'),
    accessorFn: ({ arrivedAt }) => ageText(arrivedAt, now),
    meta: { width: '100px' },
  },
  {
    id: 'takenBy',
    header: text('qc.exam.takenBy'),
    accessorFn: ({ claimedBy }) => claimedBy ?? text('qc.exam.nobody'),
    meta: { width: '96px' },
  },
  {
    id: 'series',
    header: text('qc.exam.series'),
    accessorKey: 'series',
    meta: { width: '64px' },
  },
  {
    id: 'site',
    header: text('qc.site'),
    accessorFn: ({ site }) => site ?? text('qc.exam.noSite'),
    meta: { width: '80px' },
  },
  {
    id: 'state',
    header: text('qc.state'),
    accessorFn: ({ state }) => examStateName(state),
    meta: { width: '130px' },
  },
];

/** The exams that wait for QC, the oldest first, or those of another state; one of them beside the list. */
export function ExamsPart({ filter, onFilter, opened, onGo }: PartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState(opened);
  const list = usePages([...qcKey(trial.id), 'exams', filter], after =>
    server.get('/api/admin/trials/{trial}/exams', {
      path: { trial: trial.id },
      query: {
        ...askedState(filter),
        ...(filter.site === null ? {} : { site: filter.site }),
        ...(filter.text === null ? {} : { text: filter.text }),
        ...after,
      },
    })
  );
  const rows = list.pages.flatMap(({ exams }) => exams);
  const place = rows.findIndex(({ id }) => id === open);
  const isNext = ({ id, state }: ExamItem): boolean =>
    id !== open && (state === 'matched' || state === 'inQc');
  const next = rows.slice(place + 1).find(isNext) ?? rows.find(isNext);
  return (
    <div className="cl-staff-body cl-qc-exams">
      <main className="cl-staff-main">
        <FilterRow
          filter={filter}
          onFilter={onFilter}
          states={[
            [null, text('qc.exams.waiting')],
            ...askable.map(state => [state, examStateName(state)] as const),
            ['all', text('qc.exams.all')],
          ]}
          sites={list.pages[0]?.sites ?? []}
        />
        <ListPart
          name={text('qc.exams.grid', { trial: trial.id })}
          list={list}
          rows={rows}
          columns={columns(new Date())}
          rowId={({ id }) => id}
          selected={open}
          onOpen={({ id }) => setOpen(id)}
          empty={text(isFiltered(filter) ? 'qc.exams.noMatch' : 'qc.exams.empty')}
        />
      </main>
      {open === null ? null : (
        <ExamSheet
          key={open}
          id={open}
          onNext={next === undefined ? null : () => setOpen(next.id)}
          onGo={onGo}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
