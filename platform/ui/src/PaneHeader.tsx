import { PaneMenu, type PaneMenuOption } from './PaneMenu.js';
import { text } from './text.js';

export interface PaneHeaderProps {
  /** Of the timepoint being read, not of one compared with. */
  current: boolean;
  timepoint: string;
  /** The timepoints to compare with; empty in the current pane. */
  comparisons: readonly PaneMenuOption[];
  series: readonly PaneMenuOption[];
  seriesValue: string;
  onCompare(timepoint: string): void;
  onSeries(series: string): void;
}

/** Which timepoint and series a pane shows, and the choice of both. Roles are the only names of series. */
export function PaneHeader(props: PaneHeaderProps) {
  const { current, timepoint, comparisons, series, seriesValue, onCompare, onSeries } = props;
  return (
    <div
      className="cl-pane-header"
      role="group"
      aria-label={text(current ? 'pane.current' : 'pane.comparison', { timepoint })}
    >
      {current ? (
        <strong
          className="cl-pane-name cl-pane-current"
          data-timepoint={timepoint}
        >
          {timepoint}
        </strong>
      ) : (
        <PaneMenu
          name={text('pane.compare')}
          options={comparisons}
          value={timepoint}
          onChoose={onCompare}
        />
      )}
      <PaneMenu
        name={text('pane.series')}
        options={series}
        value={seriesValue}
        onChoose={onSeries}
      />
    </div>
  );
}
