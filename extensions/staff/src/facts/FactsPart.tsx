import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { clinicalFactKind, text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { countText } from '../progress/countText.js';
import { Choice, Letters } from '../progress/FilterBar.js';
import { FactForm } from './FactForm.js';
import { askedFor, isFiltered, noFilter, type FactsFilter } from './factsPlace.js';
import { factName, valueText, type Fact, type FactList } from './factWords.js';
import { SubjectSheet } from './SubjectSheet.js';

const pageRows = 100;

const columns = (): ColumnDef<Fact, unknown>[] => [
  {
    id: 'subject',
    header: text('clinical.subject'),
    accessorFn: ({ subject }) => subject,
    meta: { width: 'minmax(110px, 0.5fr)' },
  },
  {
    id: 'kind',
    header: text('clinical.kind'),
    accessorFn: fact => factName(fact),
    meta: { width: 'minmax(150px, 0.7fr)' },
  },
  {
    id: 'date',
    header: text('clinical.date'),
    accessorFn: ({ date }) => date ?? text('clinical.noDate'),
    meta: { width: '110px' },
  },
  {
    id: 'value',
    header: text('clinical.value'),
    accessorFn: fact => valueText(fact.kind, fact),
    meta: { width: 'minmax(150px, 1fr)' },
  },
  {
    id: 'version',
    header: text('clinical.version'),
    accessorFn: ({ version }) => countText(version),
    meta: { width: '76px' },
  },
  {
    id: 'source',
    header: text('clinical.source'),
    accessorFn: ({ source }) => (source === 'by hand' ? text('clinical.byHand') : source),
    meta: { width: 'minmax(100px, 0.5fr)' },
  },
  {
    id: 'recorded',
    header: text('clinical.recorded'),
    accessorFn: ({ at }) => instantText(at),
    meta: { width: '182px' },
  },
  {
    id: 'by',
    header: text('clinical.by'),
    accessorFn: ({ by }) => by,
    meta: { width: '110px' },
  },
];

interface FilterProps {
  list: FactList | undefined;
  filter: FactsFilter;
  onFilter(filter: FactsFilter): void;
}

function Filters({ list, filter, onFilter }: FilterProps) {
  return (
    <div
      className="cl-tools cl-filters"
      role="group"
      aria-label={text('progress.filters')}
    >
      <Letters
        value={filter.subject ?? ''}
        onChange={letters => onFilter({ ...filter, subject: letters || null })}
      />
      <Choice
        label={text('clinical.kind')}
        value={filter.kind}
        options={(list?.kinds ?? []).map(({ kind }) => [kind, clinicalFactKind(kind)] as const)}
        onChange={kind => onFilter({ ...filter, kind })}
      />
      {isFiltered(filter) ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onFilter(noFilter)}
        >
          {text('clinical.clear')}
        </button>
      ) : null}
    </div>
  );
}

/** Why there is nothing. */
const emptyText = ({ kinds, keeps }: FactList, filter: FactsFilter): string => {
  if (kinds.length === 0) return text('clinical.noKinds');
  if (isFiltered(filter)) return text('clinical.noMatch');
  return text(keeps ? 'clinical.noneKeeps' : 'clinical.none');
};

type Open = { readonly subject: string } | 'entering' | null;

export interface FactsPartProps {
  filter: FactsFilter;
  onFilter(filter: FactsFilter): void;
}

/** The facts that stand, by subject; beside them those of one subject with their history. */
export function FactsPart({ filter, onFilter }: FactsPartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState<Open>(null);
  const list = useInfiniteQuery({
    queryKey: ['facts', trial.id, 'list', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/facts', {
        path: { trial: trial.id },
        query: {
          ...(askedFor(filter) as object),
          limit: String(pageRows),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ facts, total }, pages) => {
      const here = pages.reduce((sum, page) => sum + page.facts.length, 0);
      return here < total ? (facts.at(-1)?.id ?? null) : null;
    },
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const rows = useMemo(() => (data?.pages ?? []).flatMap(({ facts }) => facts), [data]);
  const shape = useMemo(() => columns(), []);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const first = data?.pages[0];
  const total = first?.total ?? rows.length;
  const close = (): void => setOpen(null);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <div className="cl-row cl-wrap-row">
          <Filters
            list={first}
            filter={filter}
            onFilter={onFilter}
          />
          <span className="cl-grow" />
          {first?.keeps === true && first.kinds.length > 0 ? (
            <button
              type="button"
              className="cl-button"
              onClick={() => setOpen('entering')}
            >
              {text('clinical.enter')}
            </button>
          ) : null}
        </div>
        {(first?.notKept ?? []).map(({ kind, facts }) => (
          <p
            key={kind}
            className="cl-attention"
          >
            {text('clinical.notKept', { count: facts, kind: clinicalFactKind(kind) })}
          </p>
        ))}
        {list.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {list.isError ? (
          <ErrorLine
            reason={list.error}
            onRetry={() => void (isFetchNextPageError ? fetchNextPage() : list.refetch())}
          />
        ) : null}
        {first === undefined ? null : (
          <>
            <DataGrid
              // Another filter is another list: it begins at its top.
              key={JSON.stringify(filter)}
              name={text('clinical.list', { trial: trial.id })}
              rows={rows}
              columns={shape}
              rowId={({ id }) => id}
              onOpen={({ subject }) => setOpen({ subject })}
              total={total}
              onEnd={onEnd}
              empty={emptyText(first, filter)}
            />
            <p
              role="status"
              className="cl-second cl-status-line"
            >
              {hasNextPage && isFetching
                ? text('clinical.more')
                : rows.length === 0
                  ? ''
                  : text('clinical.shown', {
                      shown: countText(rows.length),
                      total: countText(total),
                    })}
            </p>
          </>
        )}
      </main>
      {open === 'entering' && first !== undefined ? (
        <SideSheet
          title={text('clinical.enter')}
          onClose={close}
        >
          <FactForm
            kinds={first.kinds}
            subject={null}
            onDone={close}
            onCancel={close}
          />
        </SideSheet>
      ) : null}
      {open !== null && open !== 'entering' ? (
        <SubjectSheet
          key={open.subject}
          subject={open.subject}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
