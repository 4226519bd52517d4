import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { countText } from '../progress/countText.js';
import { FileList } from './FileList.js';
import { howName, outcomesText, receiptText, type Receipt } from './intakeWords.js';

const pageRows = 100;

const columns = (): ColumnDef<Receipt, unknown>[] => [
  {
    id: 'arrived',
    header: text('intake.arrived'),
    accessorFn: ({ receivedAt }) => instantText(receivedAt),
    meta: { width: '182px' },
  },
  {
    id: 'how',
    header: text('intake.how'),
    accessorFn: ({ source }) => howName(source),
    meta: { width: '120px' },
  },
  {
    id: 'by',
    header: text('intake.by'),
    accessorFn: ({ by }) => by ?? text('intake.deliveries.nobody'),
    meta: { width: '120px' },
  },
  {
    id: 'studies',
    header: text('intake.deliveries.studies'),
    accessorFn: ({ studies }) => countText(studies),
    meta: { width: '120px' },
  },
  {
    id: 'files',
    header: text('intake.deliveries.files'),
    accessorFn: ({ files }) => countText(files),
    meta: { width: '80px' },
  },
  {
    id: 'became',
    header: text('intake.deliveries.became'),
    accessorFn: ({ outcomes }) =>
      outcomes.length === 0 ? text('intake.deliveries.nothing') : outcomesText(outcomes),
    meta: { width: 'minmax(240px, 1fr)' },
  },
];

/** The receipts of deliveries, the newest first; a site coordinator's own. */
export function DeliveriesPart() {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState<Receipt | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['intake', trial.id, 'deliveries'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/deliveries', {
        path: { trial: trial.id },
        query: { limit: pageRows, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ receipts }) =>
      receipts.length < pageRows ? null : (receipts.at(-1)?.id ?? null),
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const rows = useMemo(() => (data?.pages ?? []).flatMap(({ receipts }) => receipts), [data]);
  const shape = useMemo(() => columns(), []);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        {list.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {list.isError ? (
          <ErrorLine
            reason={list.error}
            onRetry={() => void (isFetchNextPageError ? fetchNextPage() : list.refetch())}
          />
        ) : null}
        {data === undefined ? null : (
          <DataGrid
            name={text('intake.deliveries.list', { trial: trial.id })}
            rows={rows}
            columns={shape}
            rowId={({ id }) => id}
            selected={open?.id ?? null}
            onOpen={row => setOpen(row)}
            onEnd={onEnd}
            {...(hasNextPage ? { total: -1 } : {})}
            empty={text('intake.deliveries.none')}
          />
        )}
      </main>
      {open === null ? null : (
        <SideSheet
          key={open.id}
          title={text('intake.deliveries.sheet', { at: instantText(open.receivedAt) })}
          onClose={() => setOpen(null)}
        >
          <p>{receiptText(open)}</p>
          <p className="cl-second cl-uid">{text('intake.sheet.receipt', { id: open.id })}</p>
          <p>{outcomesText(open.outcomes)}</p>
          <FileList receipt={open.id} />
        </SideSheet>
      )}
    </div>
  );
}
