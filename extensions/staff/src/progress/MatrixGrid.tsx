import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { MatrixColumn } from './matrixColumns.js';
import type { Row } from './standings.js';

const rowPx = 36;
const pageRows = 15;
/** Rows from the end of what is here at which more is asked for. */
const nearEnd = 20;

export interface MatrixGridProps {
  name: string;
  rows: readonly Row[];
  columns: readonly MatrixColumn[];
  /** Rows in all; null while that is not known. */
  total: number | null;
  /** Identifier of the subject whose details are open. */
  selected: string | null;
  onOpen(row: Row, column: MatrixColumn): void;
  /** The end of the rows that are here comes near. */
  onEnd(): void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** How a key moves: by rows and columns. */
const steps: Readonly<Record<string, Place>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  PageDown: { row: pageRows, column: 0 },
  PageUp: { row: -pageRows, column: 0 },
  Home: { row: 0, column: -Infinity },
  End: { row: 0, column: Infinity },
  'Control+Home': { row: -Infinity, column: -Infinity },
  'Control+End': { row: Infinity, column: Infinity },
};

const within = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));

/** The cell an event is in. */
const placeOf = (target: EventTarget): Place | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = cell?.dataset['cell']?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
};

/** Subjects by timepoints, of any length: the rows in sight alone are in the page, and one cell has the focus. */
export function MatrixGrid(props: MatrixGridProps) {
  const { rows, columns, selected, onOpen, onEnd } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  // A cell far away is not in the page until the matrix has scrolled to it.
  const [goal, setGoal] = useState<Place | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan: 12,
    // The head covers as much at the top.
    scrollPaddingEnd: rowPx,
    initialRect: { width: 1200, height: 600 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const isNearEnd = last >= rows.length - nearEnd;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, onEnd]);
  useEffect(() => {
    if (goal === null) return;
    const cell = frame.current?.querySelector<HTMLElement>(
      `[data-cell="${goal.row} ${goal.column}"]`
    );
    if (cell == null) return;
    cell.focus();
    setGoal(null);
  }, [goal, shown]);

  const tab: Place = {
    row: within(at.row, rows.length),
    column: within(at.column, columns.length),
  };
  // Without its row in sight the matrix would not be in the order of Tab.
  const tabRow = shown.some(({ index }) => index === tab.row) ? tab.row : shown[0]?.index;

  const open = (place: Place): void => {
    const row = rows[place.row];
    const column = columns[place.column];
    if (row !== undefined && column !== undefined) onOpen(row, column);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    const step = steps[event.ctrlKey ? `Control+${event.key}` : event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) {
      open(place);
      return;
    }
    const to = {
      row: within(place.row + step.row, rows.length),
      column: within(place.column + step.column, columns.length),
    };
    virtual.scrollToIndex(to.row);
    setAt(to);
    setGoal(to);
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    setAt(place);
    open(place);
  };

  const [first] = columns;
  const template = columns
    .map(({ width }, index) => (index === 0 ? `${width}px` : `minmax(${width}px, 1fr)`))
    .join(' ');
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      ref={frame}
      className="cl-grid-frame cl-matrix"
      style={{ scrollPadding: `${rowPx}px 0 0 ${first?.width ?? 0}px` }}
      role="grid"
      aria-label={props.name}
      // The head is a row too; -1 says that the number is not known.
      aria-rowcount={props.total === null ? -1 : props.total + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div
        className="cl-grid-head"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth: least }}
      >
        {columns.map(({ id, header }, index) => (
          <span
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
          >
            {header}
          </span>
        ))}
      </div>
      <div
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: least, position: 'relative' }}
      >
        {shown.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={row.subject}
              className="cl-grid-row"
              role="row"
              aria-rowindex={index + 2}
              aria-selected={selected === row.subject}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
            >
              {columns.map((column, place) => (
                <span
                  key={column.id}
                  role={place === 0 ? 'rowheader' : 'gridcell'}
                  data-cell={`${index} ${place}`}
                  data-colour={column.colour(row) ?? undefined}
                  aria-colindex={place + 1}
                  aria-label={column.name(row)}
                  tabIndex={index === tabRow && place === tab.column ? 0 : -1}
                >
                  {column.content(row)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
