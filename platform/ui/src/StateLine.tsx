import type { ReactNode } from 'react';
import { StateIcon, type IconName } from './StateIcon.js';
import { text } from './text.js';

export type SaveState =
  | 'saved'
  | 'saving'
  | 'offline'
  | 'conflict'
  | 'locked'
  | 'onHold'
  | 'elsewhere'
  | 'sessionEnded'
  | 'error'
  | 'signed';

export interface SaveView {
  state: SaveState;
  /** Clock time of the acknowledgement, already formatted; null before the first. */
  savedAt: string | null;
  pending: number;
  /** Changes that reached the server after it had been away. */
  returned?: number;
  keptHere: boolean;
  message: string | null;
}

/** The shape that goes with each state, in the panel and in the header. */
export const saveIcons: Readonly<Record<SaveState, IconName>> = {
  saved: 'saved',
  saving: 'saving',
  offline: 'offline',
  conflict: 'warning',
  locked: 'locked',
  onHold: 'paused',
  elsewhere: 'locked',
  sessionEnded: 'locked',
  error: 'blocked',
  signed: 'locked',
};

/** The one sentence about what is saved. */
export function saveSentence(save: SaveView): string {
  switch (save.state) {
    case 'saved':
      if ((save.returned ?? 0) > 0) {
        return text('save.returned', { count: save.returned ?? 0 });
      }
      return save.savedAt === null
        ? text('save.saved')
        : text('save.savedAt', { time: save.savedAt });
    case 'offline':
      return save.keptHere
        ? text('save.offlineKept', { count: save.pending })
        : text('save.offlineNotKept');
    case 'error':
      return text('save.error', { message: save.message ?? '' });
    case 'saving':
    case 'conflict':
    case 'locked':
    case 'onHold':
    case 'elsewhere':
    case 'sessionEnded':
    case 'signed':
      return text(`save.${save.state}`);
  }
}

export interface StateLineProps {
  save: SaveView;
  onRetry?(): void;
  /** Where to log in again. */
  loginHref?: string;
  children?: ReactNode;
}

/** Save and lock state, always visible at the top of the panel, announced politely. */
export function StateLine({ save, onRetry, loginHref, children }: StateLineProps) {
  const canRetry = save.state === 'offline' || save.state === 'error';
  return (
    <div className="cl-state-line">
      <StateIcon icon={saveIcons[save.state]} />
      <span
        role="status"
        aria-live="polite"
        data-save={save.state}
        className="cl-grow"
      >
        {saveSentence(save)}
      </span>
      {canRetry && onRetry !== undefined ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={onRetry}
        >
          {text('save.retry')}
        </button>
      ) : null}
      {save.state === 'sessionEnded' && loginHref !== undefined ? (
        <a
          className="cl-link"
          href={loginHref}
        >
          {text('save.login')}
        </a>
      ) : null}
      {children}
    </div>
  );
}
