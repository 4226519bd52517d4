import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Sparkline, type SparklinePoint } from './Sparkline.js';
import { StateIcon, type IconName } from './StateIcon.js';
import { text } from './text.js';

/** One row as it is shown; every text already in the reader's language. */
export interface LesionRowView {
  id: string;
  icon: IconName;
  /** Named for screen readers and on line two. */
  stateWord: string;
  location: string;
  /** The axis that counts, on line two; null where nothing is measured. */
  axis: string | null;
  comparison: string;
  current: string;
  /** The other axis, in secondary text. */
  otherAxis: string | null;
  change: string;
  history: SparklinePoint[];
  historyName: string;
  indented: boolean;
}

export interface LesionTableProps {
  name: string;
  rows: readonly LesionRowView[];
  selected: string | null;
  /** Name of the compared timepoint; null at baseline, where those columns do not exist. */
  comparison: string | null;
  onSelect(id: string): void;
  /** What the selected row unfolds: its acts. */
  detail?: ReactNode;
}

/** Words stand smaller than numbers, so that none is cut. */
const isNumber = (shown: string): boolean => /[0-9]/.test(shown);

function Cells({ row, compared }: { row: LesionRowView; compared: boolean }) {
  return (
    <>
      <span
        role="gridcell"
        className="cl-cell-state"
      >
        <StateIcon
          icon={row.icon}
          name={row.stateWord}
        />
      </span>
      <span
        role="gridcell"
        className="cl-cell-id"
      >
        {row.id}
      </span>
      <span
        role="gridcell"
        className="cl-cell-location"
        title={[row.location, row.stateWord].join(', ')}
      >
        <span className="cl-line">{row.location}</span>
        <span className="cl-line cl-second">
          {[row.axis, row.stateWord].filter(part => part !== null).join(' · ')}
        </span>
      </span>
      {compared ? (
        <span
          role="gridcell"
          className="cl-cell-value cl-cell-word cl-numbers cl-second"
        >
          {row.comparison}
        </span>
      ) : null}
      <span
        role="gridcell"
        className="cl-cell-value cl-numbers"
        data-current={row.id}
      >
        <span className={isNumber(row.current) ? 'cl-line cl-medium' : 'cl-line cl-word'}>
          {row.current}
        </span>
        {row.otherAxis === null ? null : <span className="cl-line cl-second">{row.otherAxis}</span>}
      </span>
      {compared ? (
        <>
          <span
            role="gridcell"
            className="cl-cell-value cl-numbers"
          >
            <span className={isNumber(row.change) ? undefined : 'cl-word'}>{row.change}</span>
          </span>
          <span
            role="gridcell"
            className="cl-cell-history"
          >
            <Sparkline
              points={row.history}
              name={row.historyName}
            />
          </span>
        </>
      ) : null}
    </>
  );
}

/**
 * Rows of 44 px. The current row is application state, not DOM focus: the grid is one tab stop and names its active
 * row by aria-activedescendant.
 */
export function LesionTable(props: LesionTableProps) {
  const gridId = useId();
  const selectedRow = useRef<HTMLDivElement>(null);
  const compared = props.comparison !== null;
  const active = props.rows.some(({ id }) => id === props.selected);
  useEffect(() => {
    selectedRow.current?.scrollIntoView?.({ block: 'nearest' });
  }, [props.selected]);
  return (
    <div
      role="grid"
      aria-label={props.name}
      aria-rowcount={props.rows.length}
      tabIndex={0}
      className={compared ? 'cl-lesion-grid cl-lesion-grid-compared' : 'cl-lesion-grid'}
      aria-activedescendant={active ? `${gridId}-${props.selected}` : undefined}
    >
      {props.rows.map(row => {
        const selected = row.id === props.selected;
        return (
          <div
            key={row.id}
            className="cl-lesion"
          >
            <div
              id={`${gridId}-${row.id}`}
              ref={selected ? selectedRow : null}
              role="row"
              aria-selected={selected}
              data-lesion={row.id}
              data-state={row.icon}
              aria-label={text('conflict.lesion', { lesion: row.id })}
              className={[
                'cl-lesion-row',
                selected ? 'cl-selected' : '',
                row.indented ? 'cl-indented' : '',
              ].join(' ')}
              onClick={() => props.onSelect(row.id)}
            >
              <Cells
                row={row}
                compared={compared}
              />
            </div>
            {selected ? props.detail : null}
          </div>
        );
      })}
    </div>
  );
}
