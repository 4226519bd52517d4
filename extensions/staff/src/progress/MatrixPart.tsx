import { useCallback, useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { trackQuery, useTrackAsked } from '../tracks/tracks.js';
import { Legend } from './Legend.js';
import { matrixColumns, type MatrixColumn } from './matrixColumns.js';
import { MatrixGrid } from './MatrixGrid.js';
import { askedFor, isFiltered, type ProgressFilter } from './progressFilter.js';
import type { Row } from './standings.js';

const pageRows = '100';

export interface MatrixPartProps {
  filter: ProgressFilter;
  /** Subjects in the trial; null while that is not known. */
  subjects: number | null;
  selected: string | null;
  onOpen(row: Row, column: MatrixColumn): void;
  onClear(): void;
}

/** The matrix under a filter, page by page as its end comes near. */
export function MatrixPart({ filter, subjects, selected, onOpen, onClear }: MatrixPartProps) {
  const { server, trial } = useTrialRoom();
  const track = useTrackAsked();
  const matrix = useInfiniteQuery({
    queryKey: ['progress', trial.id, 'matrix', track, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/progress', {
        path: { trial: trial.id },
        query: {
          ...trackQuery(track),
          ...askedFor(filter),
          limit: pageRows,
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
    // All pages are asked for again: when somebody asks to.
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = matrix;
  const pages = useMemo(() => data?.pages ?? [], [data]);
  const rows = useMemo(() => pages.flatMap(page => page.rows), [pages]);
  const columns = useMemo(() => matrixColumns(pages), [pages]);
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  // A new one for each state of the pages, so that a page without rows is followed by the next.
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);

  if (matrix.isPending) return <p role="status">{text('room.loading')}</p>;
  if (data === undefined) {
    return (
      <ErrorLine
        reason={matrix.error}
        onRetry={() => void matrix.refetch()}
      />
    );
  }
  const filtered = isFiltered(filter);
  const total = hasNextPage ? (filtered ? null : subjects) : rows.length;
  const ended = rows.length === 0 && !hasNextPage;
  return (
    <>
      {matrix.isError ? (
        <ErrorLine
          reason={matrix.error}
          onRetry={() => void (isFetchNextPageError ? fetchNextPage() : matrix.refetch())}
        />
      ) : null}
      {ended ? (
        <div className="cl-list-empty cl-form">
          <p>{text(filtered ? 'progress.noMatch' : 'progress.none')}</p>
          {filtered ? (
            <div className="cl-row">
              <button
                type="button"
                className="cl-button"
                onClick={onClear}
              >
                {text('progress.clear')}
              </button>
            </div>
          ) : null}
        </div>
      ) : (
        <MatrixGrid
          // Another filter is another matrix: it begins at its top.
          key={JSON.stringify([track, filter])}
          name={text('progress.matrix', { trial: trial.id })}
          rows={rows}
          columns={columns}
          total={total}
          selected={selected}
          onOpen={onOpen}
          onEnd={onEnd}
        />
      )}
      <p
        role="status"
        className="cl-second cl-status-line"
      >
        {hasNextPage && isFetching
          ? text(rows.length === 0 ? 'progress.looking' : 'progress.more')
          : ''}
      </p>
      {ended ? null : <Legend />}
    </>
  );
}
