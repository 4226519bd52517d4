import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { Choice, Letters } from '../progress/FilterBar.js';
import { countText } from '../progress/countText.js';
import { ArrivalSheet } from './ArrivalSheet.js';
import { arrivalColumns } from './arrivalColumns.js';
import {
  askedFor,
  isFiltered,
  noFilter,
  studyStates,
  type IntakeFilter,
  type StudyState,
} from './intakeFilter.js';
import { stateFilterName, type IntakeSummary } from './intakeWords.js';

const pageRows = 100;

interface FilterBarProps {
  filter: IntakeFilter;
  sites: readonly string[];
  onFilter(filter: IntakeFilter): void;
}

function StudyFilter({ filter, sites, onFilter }: FilterBarProps) {
  return (
    <div
      className="cl-tools cl-filters"
      role="group"
      aria-label={text('progress.filters')}
    >
      <label className="cl-field">
        <span className="cl-label">{text('intake.state')}</span>
        <select
          className="cl-select"
          value={filter.state}
          onChange={event => onFilter({ ...filter, state: event.target.value as StudyState })}
        >
          {studyStates.map(state => (
            <option
              key={state}
              value={state}
            >
              {stateFilterName(state)}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label={text('intake.site')}
        value={filter.site}
        options={sites.map(site => [site, site] as const)}
        onChange={site => onFilter({ ...filter, site })}
      />
      <Letters
        value={filter.text ?? ''}
        onChange={letters => onFilter({ ...filter, text: letters || null })}
      />
      {isFiltered(filter) ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onFilter({ ...noFilter, state: filter.state })}
        >
          {text('intake.clear')}
        </button>
      ) : null}
    </div>
  );
}

function Empty({ filter, onFilter }: Pick<FilterBarProps, 'filter' | 'onFilter'>) {
  const filtered = isFiltered(filter);
  const words = filtered
    ? 'intake.noMatch'
    : filter.state === 'waiting'
      ? 'intake.noneWaiting'
      : filter.state === 'all'
        ? 'intake.noneYet'
        : 'intake.noMatch';
  return (
    <>
      {text(words)}{' '}
      {filter.state === 'all' ? null : (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onFilter({ ...noFilter, state: 'all' })}
        >
          {text('intake.showAll')}
        </button>
      )}
    </>
  );
}

export interface StudiesPartProps {
  filter: IntakeFilter;
  summary: IntakeSummary | null;
  onFilter(filter: IntakeFilter): void;
}

/** The studies that came, the newest first, page by page as the end of the list comes near. */
export function StudiesPart({ filter, summary, onFilter }: StudiesPartProps) {
  const { server, trial } = useTrialRoom();
  const [open, setOpen] = useState<string | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['intake', trial.id, 'studies', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/arrivals', {
        path: { trial: trial.id },
        query: {
          ...askedFor(filter),
          ...{ order: 'newest', limit: pageRows },
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ arrivals, total }, pages) => {
      const here = pages.reduce((sum, page) => sum + page.arrivals.length, 0);
      return here < total ? (arrivals.at(-1)?.id ?? null) : null;
    },
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const rows = useMemo(() => (data?.pages ?? []).flatMap(({ arrivals }) => arrivals), [data]);
  const columns = useMemo(() => arrivalColumns(), []);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const total = data?.pages[0]?.total ?? rows.length;
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <StudyFilter
          filter={filter}
          sites={summary?.sites ?? []}
          onFilter={onFilter}
        />
        {list.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {list.isError ? (
          <ErrorLine
            reason={list.error}
            onRetry={() => void (isFetchNextPageError ? fetchNextPage() : list.refetch())}
          />
        ) : null}
        {data === undefined ? null : (
          <>
            <DataGrid
              // Another filter is another list: it begins at its top.
              key={JSON.stringify(filter)}
              name={text('intake.studies', { trial: trial.id })}
              rows={rows}
              columns={columns}
              rowId={({ id }) => id}
              selected={open}
              onOpen={({ id }) => setOpen(id)}
              total={total}
              onEnd={onEnd}
              empty={
                <Empty
                  filter={filter}
                  onFilter={onFilter}
                />
              }
            />
            <p
              role="status"
              className="cl-second cl-status-line"
            >
              {hasNextPage && isFetching
                ? text('intake.more')
                : rows.length === 0
                  ? ''
                  : text('intake.shown', {
                      shown: countText(rows.length),
                      total: countText(total),
                    })}
            </p>
            {rows.length === 0 ? null : <p className="cl-second">{text('intake.keys')}</p>}
          </>
        )}
      </main>
      {open === null ? null : (
        <ArrivalSheet
          key={open}
          id={open}
          summary={summary}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
