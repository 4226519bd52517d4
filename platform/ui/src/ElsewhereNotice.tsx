import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

export interface ElsewhereNoticeProps {
  /** Clock time since when the other window has the read; null until it said. */
  time: string | null;
  taking: boolean;
  /** The other window could not hand over without loss. */
  refused: boolean;
  onTakeOver(): void;
}

/** Another window of this browser changes the read: this one is read-only, and can take over. */
export function ElsewhereNotice({ time, taking, refused, onTakeOver }: ElsewhereNoticeProps) {
  return (
    <div
      className="cl-notice"
      role="status"
      data-elsewhere={taking ? 'taking' : 'open'}
    >
      <StateIcon icon="locked" />
      <div className="cl-grow">
        <p>{time === null ? text('elsewhere.titleNoTime') : text('elsewhere.title', { time })}</p>
        {refused ? <p className="cl-attention">{text('elsewhere.refused')}</p> : null}
      </div>
      <button
        type="button"
        className="cl-button"
        data-act="takeOver"
        disabled={taking}
        onClick={onTakeOver}
      >
        {text(taking ? 'elsewhere.taking' : 'elsewhere.takeOver')}
      </button>
    </div>
  );
}
