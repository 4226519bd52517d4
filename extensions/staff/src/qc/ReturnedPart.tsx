import { useState } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ListPart } from './ListPart.js';
import { qcKey, type ReturnedRead } from './qcData.js';
import type { PartProps } from './QcPage.js';
import { readName } from './readName.js';
import { ReturnedSheet } from './ReturnedSheet.js';
import { usePages } from './usePages.js';

const waitsFor = ({ problemOpen, examsInQc }: ReturnedRead): string => {
  if (problemOpen) return text('qc.returned.waitsProblem');
  return text(examsInQc > 0 ? 'qc.returned.waitsExams' : 'qc.returned.waitsYou');
};

const columns = (): ColumnDef<ReturnedRead, unknown>[] => [
  {
    id: 'subject',
    header: text('qc.subject'),
    accessorKey: 'subject',
    meta: { width: 'minmax(110px, 180px)' },
  },
  {
    id: 'read',
    header: text('qc.returned.read'),
    accessorFn: readName,
    meta: { width: '160px' },
  },
  {
    id: 'exams',
    header: text('qc.returned.exams'),
    accessorFn: ({ examsInQc, exams }) =>
      text('qc.returned.examsOf', { inQc: examsInQc, of: exams }),
    meta: { width: '180px' },
  },
  {
    id: 'waits',
    header: text('qc.returned.waitsFor'),
    accessorFn: waitsFor,
    meta: { width: 'minmax(200px, 1fr)' },
  },
  {
    id: 'site',
    header: text('qc.site'),
    accessorFn: ({ site }) => site ?? text('qc.exam.noSite'),
    meta: { width: '100px' },
  },
];

/** The reads that are back in QC; one of them beside the list. */
export function ReturnedPart({ opened }: PartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState(opened);
  const list = usePages([...qcKey(trial.id), 'returned'], after =>
    server.get('/api/admin/trials/{trial}/reads/returned', {
      path: { trial: trial.id },
      query: after,
    })
  );
  const rows = list.pages.flatMap(({ reads }) => reads);
  // A read that went on is no more among them: its sheet stays until it is closed.
  const [shown, setShown] = useState<ReturnedRead | null>(null);
  const read =
    rows.find(({ readId }) => readId === open) ?? (shown?.readId === open ? shown : null);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <ListPart
          name={text('qc.returned.grid', { trial: trial.id })}
          list={list}
          rows={rows}
          columns={columns()}
          rowId={({ readId }) => readId}
          selected={open}
          onOpen={row => {
            setOpen(row.readId);
            setShown(row);
          }}
          empty={text('qc.returned.empty')}
        />
      </main>
      {read === null ? null : (
        <ReturnedSheet
          key={read.readId}
          read={read}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
