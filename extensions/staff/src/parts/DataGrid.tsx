import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  flexRender,
  getCoreRowModel,
  useReactTable,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';

declare module '@tanstack/react-table' {
  // The names are the library's; ours adds how wide a column is.
  // oxlint-disable-next-line no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** A track of CSS grid: `120px`, `minmax(120px, 1fr)`. */
    readonly width?: string;
  }
}

const rowPx = 36;

export interface DataGridProps<Row> {
  name: string;
  rows: readonly Row[];
  columns: ColumnDef<Row, unknown>[];
  rowId(row: Row): string;
  /** Id of the row whose details are open. */
  selected?: string | null;
  onOpen?(row: Row): void;
  /** Rows in all, where the server has more than are here. */
  total?: number;
  /** Asked for when the end of what is here comes near. */
  onEnd?(): void;
  empty: ReactNode;
}

/** A table of any length: rows that are in sight alone are in the page. Arrow keys, Page, Home and End move, Enter opens. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, columns, rowId, selected = null, onOpen, onEnd } = props;
  const frame = useRef<HTMLDivElement>(null);
  const table = useReactTable({
    data: rows as Row[],
    columns,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    autoResetPageIndex: false,
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 20 && rows.length > 0) onEnd?.();
  }, [last, rows.length, onEnd]);

  const template = table
    .getAllLeafColumns()
    .map(({ columnDef }) => columnDef.meta?.width ?? 'minmax(80px, 1fr)')
    .join(' ');
  // A row far away is not in the page until the table has scrolled to it.
  const [goal, setGoal] = useState<number | null>(null);
  useEffect(() => {
    const row =
      goal === null ? null : frame.current?.querySelector<HTMLElement>(`[data-row="${goal}"]`);
    if (row == null) return;
    row.focus({ preventScroll: true });
    setGoal(null);
  }, [goal, shown]);
  const goTo = (index: number): void => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    virtual.scrollToIndex(to);
    setGoal(to);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = (event.target as HTMLElement).dataset['row'];
    const row = at === undefined ? undefined : rows[Number(at)];
    if (row === undefined) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 15,
      PageUp: -15,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) onOpen?.(row);
    else goTo(Number(at) + step);
  };
  return (
    <div
      ref={frame}
      className="cl-grid-frame"
      role="grid"
      aria-label={props.name}
      aria-rowcount={props.total ?? rows.length}
      onKeyDown={onKeyDown}
    >
      <div
        className="cl-grid-head"
        role="row"
        style={{ gridTemplateColumns: template }}
      >
        {table.getFlatHeaders().map(header => (
          <span
            key={header.id}
            role="columnheader"
          >
            {flexRender(header.column.columnDef.header, header.getContext())}
          </span>
        ))}
      </div>
      {rows.length === 0 ? (
        <p className="cl-list-empty">{props.empty}</p>
      ) : (
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = table.getRowModel().rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                className="cl-grid-row"
                role="row"
                tabIndex={(selected === null ? index === 0 : selected === row.id) ? 0 : -1}
                data-row={index}
                aria-rowindex={index + 1}
                aria-selected={selected === row.id}
                style={{
                  gridTemplateColumns: template,
                  transform: `translateY(${start}px)`,
                }}
                onClick={() => onOpen?.(row.original)}
              >
                {row.getVisibleCells().map((cell, place) => (
                  <span
                    key={cell.id}
                    role={place === 0 ? 'rowheader' : 'gridcell'}
                  >
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
