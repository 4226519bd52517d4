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
  /** The kind of images that the pane is for and its timepoint has not; null where it has. */
  missingRole: string | null;
  /** The layouts to choose from; null in every pane but the first, and where there is one alone. */
  stage: PaneStageChoice | null;
  onCompare(timepoint: string): void;
  onSeries(series: string): void;
}

export interface PaneStageChoice {
  /** From 0. */
  at: number;
  of: number;
  onChoose(at: number): void;
}

/** Which of the charter's layouts the panes are in, and the choice of another. */
export function PaneStageMenu({ at, of, onChoose }: PaneStageChoice) {
  return (
    <PaneMenu
      name={text('pane.stage')}
      options={Array.from({ length: of }, (_, index) => ({
        value: String(index),
        label: text('pane.stageOf', { number: index + 1, count: of }),
      }))}
      value={String(at)}
      onChoose={value => onChoose(Number(value))}
    />
  );
}

/** What a pane that shows other images than it is for says of that. */
export function MissingRole({ role, timepoint }: { role: string; timepoint: string }) {
  return (
    <p
      className="cl-pane-name cl-pane-missing"
      data-missing-role={role}
    >
      {text('pane.noRole', { role, timepoint })}
    </p>
  );
}

/** Which timepoint and series a pane shows, and the choice of both. Roles are the only names of series. */
export function PaneHeader(props: PaneHeaderProps) {
  const { current, timepoint, comparisons, series, seriesValue, onCompare, onSeries } = props;
  const { missingRole, stage } = props;
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
      {missingRole === null ? null : (
        <MissingRole
          role={missingRole}
          timepoint={timepoint}
        />
      )}
      {stage === null ? null : <PaneStageMenu {...stage} />}
    </div>
  );
}
