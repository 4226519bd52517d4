import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { countText } from '../progress/countText.js';
import { ApartSheet } from './ApartSheet.js';
import { howName, placeText, quarantineStateName, type QuarantineGroup } from './intakeWords.js';
import { shortCauseText } from './reasonText.js';

const pageRows = 100;
const states = ['quarantined', 'released', 'refused', 'all'] as const;
type State = (typeof states)[number];

const columns = (): ColumnDef<QuarantineGroup, unknown>[] => [
  {
    id: 'state',
    header: text('intake.state'),
    cell: ({ row: { original } }) => (
      <span className={original.state === 'quarantined' ? 'cl-stop' : 'cl-second'}>
        {quarantineStateName(original.state)}
      </span>
    ),
    meta: { width: '124px' },
  },
  {
    id: 'why',
    header: text('intake.apart.why'),
    accessorFn: ({ causes }) => causes.map(shortCauseText).join(', '),
    meta: { width: 'minmax(150px, 1fr)' },
  },
  {
    id: 'images',
    header: text('intake.images'),
    accessorFn: ({ images }) => countText(images),
    meta: { width: '72px' },
  },
  {
    id: 'study',
    header: text('intake.apart.study'),
    accessorFn: placeText,
    meta: { width: 'minmax(120px, 1fr)' },
  },
  {
    id: 'how',
    header: text('intake.how'),
    accessorFn: ({ source }) => howName(source),
    meta: { width: '96px' },
  },
  {
    id: 'by',
    header: text('intake.by'),
    accessorFn: ({ deliveredBy }) => deliveredBy ?? text('intake.deliveries.nobody'),
    meta: { width: '110px' },
  },
  {
    id: 'arrived',
    header: text('intake.arrived'),
    accessorFn: ({ arrivedAt }) => instantText(arrivedAt),
    meta: { width: '182px' },
  },
];

/** What is in quarantine, by delivery and study, the newest first. */
export function ApartPart() {
  const { server, trial } = useTrialRoom();
  const [state, setState] = useState<State>('quarantined');
  const [open, setOpen] = useState<QuarantineGroup | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['intake', trial.id, 'apart', state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/quarantine/groups', {
        path: { trial: trial.id },
        query: { state, limit: pageRows, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ groups }) =>
      groups.length < pageRows ? null : (groups.at(-1)?.id ?? null),
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const rows = useMemo(() => (data?.pages ?? []).flatMap(({ groups }) => groups), [data]);
  const shape = useMemo(() => columns(), []);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <div className="cl-tools cl-filters">
          <label className="cl-field">
            <span className="cl-label">{text('intake.state')}</span>
            <select
              className="cl-select"
              value={state}
              onChange={event => setState(event.target.value as State)}
            >
              {states.map(one => (
                <option
                  key={one}
                  value={one}
                >
                  {one === 'all' ? text('intake.allStates') : quarantineStateName(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {list.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {list.isError ? (
          <ErrorLine
            reason={list.error}
            onRetry={() => void (isFetchNextPageError ? fetchNextPage() : list.refetch())}
          />
        ) : null}
        {data === undefined ? null : (
          <DataGrid
            key={state}
            name={text('intake.apart.list', { trial: trial.id })}
            rows={rows}
            columns={shape}
            rowId={({ id }) => id}
            selected={open?.id ?? null}
            onOpen={row => setOpen(row)}
            onEnd={onEnd}
            {...(hasNextPage ? { total: -1 } : {})}
            empty={text(
              state === 'quarantined' || state === 'all'
                ? 'intake.apart.none'
                : 'intake.apart.noneIn'
            )}
          />
        )}
      </main>
      {open === null ? null : (
        <ApartSheet
          key={open.id}
          group={open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
