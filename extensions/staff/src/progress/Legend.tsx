import { StateIcon, text } from '@corelab/ui';
import { standingName } from './MatrixCell.js';
import { looks, standings } from './standings.js';

/** What the marks of the matrix mean. */
export function Legend() {
  return (
    <div
      className="cl-legend cl-second"
      role="note"
      aria-label={text('progress.legend')}
    >
      {standings
        .filter(standing => standing !== 'query')
        .map(standing => (
          <span key={standing}>
            <b className={`cl-${looks[standing].colour}`}>{looks[standing].mark}</b>{' '}
            {standingName(standing)}
          </span>
        ))}
      <span>
        <StateIcon icon="blocked" /> {text('progress.stuck')}
      </span>
      <span>{text('progress.legendQueries')}</span>
      <span>{text('progress.legendSlots')}</span>
      <span>{text('progress.keys')}</span>
    </div>
  );
}
