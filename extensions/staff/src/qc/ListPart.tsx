import type { ReactNode } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import type { usePages } from './usePages.js';

export interface ListPartProps<Row> {
  name: string;
  list: Pick<
    ReturnType<typeof usePages>,
    'isPending' | 'error' | 'retry' | 'onEnd' | 'isLoadingMore'
  >;
  rows: readonly Row[];
  columns: ColumnDef<Row, unknown>[];
  rowId(row: Row): string;
  selected: string | null;
  onOpen(row: Row): void;
  empty: ReactNode;
}

/** A paged table with what it says while it loads, when it is empty and when the server fails. */
export function ListPart<Row>({ list, selected, ...grid }: ListPartProps<Row>) {
  if (list.isPending) return <p role="status">{text('room.loading')}</p>;
  const failed =
    list.error === null ? null : (
      <ErrorLine
        reason={list.error}
        onRetry={list.retry}
      />
    );
  if (failed !== null && grid.rows.length === 0) return failed;
  // What is open may have left the list: the keyboard then begins at its top.
  const isHere = grid.rows.some(row => grid.rowId(row) === selected);
  return (
    <>
      {failed}
      <DataGrid
        {...grid}
        selected={isHere ? selected : null}
        onEnd={list.onEnd}
      />
      <p
        role="status"
        className="cl-second cl-status-line"
      >
        {list.isLoadingMore ? text('qc.more') : ''}
      </p>
    </>
  );
}
