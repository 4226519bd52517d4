import { useCallback, useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { countText } from '../progress/countText.js';
import type { FactImport } from './factWords.js';

const pageRows = 100;

const count = (
  id: 'added' | 'changed' | 'same' | 'reads',
  header: string,
  width: string
): ColumnDef<FactImport, unknown> => ({
  ...{ id, header, accessorFn: row => countText(row[id]), meta: { width } },
});

const columns = (): ColumnDef<FactImport, unknown>[] => [
  {
    id: 'at',
    header: text('clinical.imports.at'),
    accessorFn: ({ at }) => instantText(at),
    meta: { width: '182px' },
  },
  {
    id: 'by',
    header: text('clinical.by'),
    accessorFn: ({ by }) => by,
    meta: { width: '110px' },
  },
  {
    id: 'file',
    header: text('clinical.imports.file'),
    accessorFn: ({ file }) => file,
    meta: { width: 'minmax(140px, 0.6fr)' },
  },
  {
    id: 'source',
    header: text('clinical.source'),
    accessorFn: ({ source }) => source,
    meta: { width: 'minmax(110px, 0.4fr)' },
  },
  count('added', text('clinical.imports.new'), '72px'),
  count('changed', text('clinical.imports.changed'), '84px'),
  count('same', text('clinical.imports.same'), '72px'),
  count('reads', text('clinical.imports.reads'), '124px'),
  {
    id: 'sha256',
    header: text('clinical.imports.sha256'),
    cell: ({ row: { original } }) => <span title={original.sha256}>{original.sha256}</span>,
    meta: { width: 'minmax(140px, 1fr)' },
  },
];

/** The files that were brought in, the newest first. */
export function ImportsPart() {
  const { server, trial } = useTrialRoom();
  const list = useInfiniteQuery({
    queryKey: ['facts', trial.id, 'imports'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/facts/imports', {
        path: { trial: trial.id },
        query: { limit: String(pageRows), ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ imports }) =>
      imports.length < pageRows ? null : (imports.at(-1)?.id ?? null),
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const rows = useMemo(() => (data?.pages ?? []).flatMap(({ imports }) => imports), [data]);
  const shape = useMemo(() => columns(), []);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return (
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
          name={text('clinical.imports.list', { trial: trial.id })}
          rows={rows}
          columns={shape}
          rowId={({ id }) => id}
          onEnd={onEnd}
          {...(hasNextPage ? { total: -1 } : {})}
          empty={text('clinical.imports.none')}
        />
      )}
    </main>
  );
}
