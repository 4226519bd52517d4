import { text } from '@corelab/ui';
import { actMoment, actText, type Act } from './actText.js';

/** Where an act was done, by the labels of the timepoints. */
function whereText({ timepoint, slot }: Act, labelOf: (code: string) => string): string | null {
  if (timepoint === null) return slot;
  const label = labelOf(timepoint);
  return slot === null ? label : text('progress.atSlot', { timepoint: label, slot });
}

export interface HistoryListProps {
  history: readonly Act[];
  labelOf(timepoint: string): string;
}

/** What was done, when and by whom, the newest first. */
export function HistoryList({ history, labelOf }: HistoryListProps) {
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('progress.history')}</h3>
      {history.length === 0 ? <p className="cl-second">{text('progress.noHistory')}</p> : null}
      <ol className="cl-list cl-history">
        {history.toReversed().map((act, place) => (
          <li key={history.length - place}>
            <div className="cl-row">
              <span className="cl-grow">{actText(act)}</span>
              <span className="cl-second">{whereText(act, labelOf)}</span>
            </div>
            <span className="cl-second">{actMoment(act)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
