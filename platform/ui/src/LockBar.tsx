import { StateIcon } from './StateIcon.js';

export interface LockBarProps {
  lock: 'onHold' | 'locked' | 'elsewhere' | 'gone';
  /** Why nothing can be signed here, and what ends it. */
  sentence: string;
}

/** In place of the sign bar while nothing of the read can be changed here. */
export function LockBar({ lock, sentence }: LockBarProps) {
  return (
    <div
      className="cl-sign-bar"
      data-sign={lock}
    >
      <StateIcon icon={lock === 'onHold' ? 'paused' : 'locked'} />
      <span className="cl-grow">{sentence}</span>
    </div>
  );
}
